package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.Datason;
import org.datason.frame.BatchOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * JSON becomes record batches and these JSON again in a memory that does not grow with the
 * document: of the heap what {@code 2 * workers + 2} chunks and their columns take in each
 * direction, and of Arrow's memory one batch.
 */
class StreamMemoryTest {

  private static final int WORKERS = 2;
  private static final int CHUNK = 1 << 20;

  /** As many bytes as a chunk has: its columns take fewer, and each buffer up to twice as many. */
  private static final long ARROW = 2L * CHUNK;

  /** Rows of JSON Lines, as many as asked for. */
  private static final class Rows extends InputStream {

    private final byte[] block;
    private long left;
    private int at;

    Rows(long bytes) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < 1000; i++) {
        rows.append("{\"id\":").append(1_000_000 + i).append(",\"x\":0.").append(1000 + i);
        rows.append("5,\"name\":\"name ").append(i * 7919).append("\",\"ok\":true}\n");
      }
      block = rows.toString().getBytes(StandardCharsets.US_ASCII);
      left = bytes / block.length * block.length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int n = (int) Math.min(left, Math.min(length, block.length - at));
      if (n == 0) {
        return -1;
      }
      System.arraycopy(block, at, bytes, from, n);
      at = (at + n) % block.length;
      left -= n;
      return n;
    }
  }

  /** Sums up what is written. */
  private static final class Sum extends OutputStream {

    private long bytes;
    private long sum;

    @Override
    public void write(int b) {
      bytes++;
      sum += b;
    }

    @Override
    public void write(byte[] b, int from, int length) {
      bytes += length;
      for (int i = from; i < from + length; i++) {
        sum += b[i];
      }
    }
  }

  /**
   * Prints how many bytes came out again, their sum, and the Arrow memory where it was too much.
   */
  public static void main(String[] args) {
    Datason datason = Datason.create().with(c -> c.workers(WORKERS));
    Sum out = new Sum();
    BatchOptions options = BatchOptions.defaults().withChunkSize(CHUNK);
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorBatches batches =
            ArrowJson.read(datason, new Rows(Long.parseLong(args[0])), options, allocator)) {
      ArrowJson.write(datason, batches, JsonLayout.LINES, out);
      long peak = allocator.getPeakMemoryAllocation();
      System.out.println(out.bytes + " bytes, sum " + out.sum);
      System.out.println(peak <= ARROW ? "within bounds" : peak + " bytes of Arrow's memory");
    }
  }

  private static void streams(long bytes, String heap) throws Exception {
    Rows rows = new Rows(bytes);
    long sum = 0;
    for (byte b : rows.block) {
      sum += b;
    }
    String expected =
        rows.left + " bytes, sum " + sum * (rows.left / rows.block.length) + "\nwithin bounds\n0";
    List<String> flags =
        List.of(
            "-Xmx" + heap,
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-Dslf4j.internal.verbosity=ERROR",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow");
    String printed = ChildJava.run(flags, StreamMemoryTest.class, Long.toString(bytes));
    assertEquals(expected, printed.replace("\r", ""));
  }

  @Test
  void twoHundredMegabytesPassThroughAHeapOf32() throws Exception {
    streams(200L << 20, "32m");
  }

  @Test
  @Tag("slow")
  void twoGigabytesPassThroughAHeapOf256() throws Exception {
    streams(2L << 30, "256m");
  }
}
