package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import org.apache.arrow.memory.AllocationListener;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.datason.Datason;
import org.datason.error.MismatchException;
import org.datason.frame.BatchOptions;
import org.junit.jupiter.api.Test;

/** Batches that nobody gets: their memory is freed, and there are no others behind them. */
class VectorBatchesEndTest {

  private static final Datason ONE = Datason.create().with(c -> c.workers(1));

  private final Deque<Runnable> tasks = new ArrayDeque<>();

  private static InputStream lines(int rows) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      json.append("{\"a\":").append(i).append("}\n");
    }
    return new ByteArrayInputStream(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static VectorBatches batches(InputStream json, int size, BufferAllocator allocator) {
    BatchOptions options = BatchOptions.defaults().withChunkSize(size);
    return ArrowJson.read(ONE.batches(json, options), allocator);
  }

  @Test
  void whatIsCancelledBeforeItBeginsIsClosed() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      VectorBatches batches = batches(lines(9), 100, allocator);
      CompletableFuture<ArrowTable> coming = batches.allAsync(tasks::add);
      assertTrue(coming.cancel(true));
      tasks.remove().run();
      assertFalse(batches.hasNext());
      assertEquals(0, batches.bytesRead());
    }
  }

  @Test
  void whatIsCancelledWhileItIsReadIsFreed() {
    CompletableFuture<?>[] futures = {new CompletableFuture<>()};
    InputStream cancelling =
        new ByteArrayInputStream("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            futures[0].cancel(true);
            return super.read(bytes, from, length);
          }
        };
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      VectorBatches batches = batches(cancelling, 4, allocator);
      futures[0] = batches.allAsync(tasks::add);
      tasks.remove().run();
      assertTrue(futures[0].isCancelled());
      assertEquals(16, batches.bytesRead());
      assertEquals(0, allocator.getAllocatedMemory());
    }
  }

  @Test
  void whatIsCancelledWhileTheVectorsAreMadeIsFreed() {
    CompletableFuture<?>[] futures = new CompletableFuture<?>[1];
    AllocationListener cancelling =
        new AllocationListener() {
          @Override
          public void onAllocation(long size) {
            futures[0].cancel(true);
          }
        };
    try (BufferAllocator allocator = new RootAllocator(cancelling, Long.MAX_VALUE)) {
      VectorBatches batches = batches(lines(9), 100, allocator);
      futures[0] = batches.allAsync(tasks::add);
      tasks.remove().run();
      assertTrue(futures[0].isCancelled());
      assertEquals(0, allocator.getAllocatedMemory());
    }
  }

  @Test
  void whatFailsIsTheCauseAndClosesAll() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      InputStream json = new ByteArrayInputStream("[1]".getBytes(StandardCharsets.UTF_8));
      CompletableFuture<ArrowTable> coming = batches(json, 100, allocator).allAsync(Runnable::run);
      Throwable cause = assertThrows(CompletionException.class, coming::join).getCause();
      assertEquals(MismatchException.class, cause.getClass());
      assertEquals(
          "Expected an object for a row but found 1 at $[0] (line 1, column 2, offset 1)",
          cause.getMessage());
    }
  }

  @Test
  void thereIsNoBatchBehindOneThatHadNoMemory() {
    try (BufferAllocator allocator = new RootAllocator(1 << 16)) {
      VectorBatches batches = batches(lines(1000), 1000, allocator);
      batches.next().close();
      try (ArrowBuf all = allocator.buffer(1 << 16)) {
        assertEquals(1 << 16, all.capacity());
        assertThrows(OutOfMemoryException.class, batches::next);
      }
      assertFalse(batches.hasNext());
      assertEquals(
          "There are no more batches",
          assertThrows(NoSuchElementException.class, batches::next).getMessage());
    }
  }

  @Test
  void anErrorWhileVectorsAreMadeIsToldAndCloses() {
    AllocationListener failing =
        new AllocationListener() {
          @Override
          public void onPreAllocation(long size) {
            throw new StackOverflowError("too deep");
          }
        };
    List<Object> events = new ArrayList<>();
    Flow.Subscriber<ArrowTable> subscriber =
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription given) {
            given.request(2);
          }

          @Override
          public void onNext(ArrowTable table) {
            events.add(table);
          }

          @Override
          public void onError(Throwable error) {
            events.add(error.getMessage());
          }

          @Override
          public void onComplete() {
            events.add("end");
          }
        };
    try (BufferAllocator allocator = new RootAllocator(failing, Long.MAX_VALUE)) {
      VectorBatches batches = batches(lines(9), 10, allocator);
      batches.publisher(Runnable::run).subscribe(subscriber);
      assertEquals(List.of("too deep"), events);
      assertFalse(batches.hasNext());
      assertEquals(0, allocator.getAllocatedMemory());
    }
  }
}
