package org.datason.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tasks shared by threads. */
class WorkersTest {

  @Test
  void everyTaskIsDoneOnce() {
    for (int count : new int[] {1, 2, 7}) {
      int[] done = new int[100];
      Workers.of(count).run(done.length, i -> done[i]++);
      int[] expected = new int[100];
      java.util.Arrays.fill(expected, 1);
      assertArrayEquals(expected, done);
    }
    Workers.of(3).run(0, i -> assertEquals("no task", i));
  }

  @Test
  void tasksRunAtTheSameTime() throws InterruptedException {
    CountDownLatch both = new CountDownLatch(2);
    Workers.of(2)
        .run(
            2,
            i -> {
              both.countDown();
              try {
                both.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertEquals(0, both.getCount());
  }

  @Test
  void whatATaskThrowsEndsThemAll() {
    AtomicInteger begun = new AtomicInteger();
    IllegalStateException thrown = new IllegalStateException("task 3");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                new Workers(1)
                    .run(
                        1000,
                        i -> {
                          begun.incrementAndGet();
                          if (i == 3) {
                            throw thrown;
                          }
                        })));
    assertEquals(4, begun.get());
    assertThrows(
        StackOverflowError.class,
        () ->
            new Workers(2)
                .run(
                    2,
                    i -> {
                      throw new StackOverflowError();
                    }));
  }

  @Test
  void anInterruptIsKept() {
    Thread.currentThread().interrupt();
    AtomicInteger done = new AtomicInteger();
    Workers.of(3).run(10, i -> done.incrementAndGet());
    assertEquals(10, done.get());
    assertTrue(Thread.interrupted());
  }

  @Test
  void thereIsAtLeastOneWorker() {
    assertTrue(Workers.of(0).count() >= 1);
    assertEquals(
        "count must be at least 1, not -1",
        assertThrows(IllegalArgumentException.class, () -> Workers.of(-1)).getMessage());
  }
}
