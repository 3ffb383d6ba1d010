package org.datason.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Results come in the order of the tasks, and nothing is left running. */
class OrderedTasksTest {

  private static <T> Iterator<Supplier<T>> tasks(int count, IntFunction<T> task) {
    return IntStream.range(0, count).<Supplier<T>>mapToObj(i -> () -> task.apply(i)).iterator();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static OrderedTasks<Integer> workers(int count) {
    return new OrderedTasks<>(new Workers(count), null);
  }

  @Test
  void resultsComeInOrder() {
    for (int count = 1; count <= 4; count++) {
      List<Integer> taken = new ArrayList<>();
      workers(count).run(tasks(500, i -> i), taken::add);
      assertEquals(numbers(500), taken);
      workers(count).run(tasks(0, i -> i), taken::add);
      assertEquals(500, taken.size());
    }
  }

  @Test
  void tasksAreDoneAtTheSameTimeByThreadsThatEnd() {
    CyclicBarrier three = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    List<Integer> taken = new ArrayList<>();
    workers(3)
        .run(
            tasks(
                6,
                i -> {
                  threads.add(Thread.currentThread());
                  meet(three);
                  return i;
                }),
            taken::add);
    assertEquals(numbers(6), taken);
    assertTrue(threads.remove(Thread.currentThread()));
    assertEquals(2, threads.size());
    for (Thread thread : threads) {
      assertFalse(thread.isAlive());
      assertTrue(thread.isDaemon());
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theFirstErrorInOrderIsThrownAndEndsAll() {
    CyclicBarrier two = new CyclicBarrier(2);
    List<Integer> taken = new ArrayList<>();
    Iterator<Supplier<Integer>> tasks =
        tasks(
            100,
            i -> {
              if (i == 3 || i == 4) {
                meet(two); // both are thrown
                throw new IllegalArgumentException("task " + i);
              }
              return i;
            });
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> workers(2).run(tasks, taken::add));
    assertEquals("task 3", e.getMessage());
    assertEquals(numbers(3), taken);
    assertTrue(tasks.hasNext());
  }

  @Test
  void errorsOfTheTakerAndTheSourceAreThrown() {
    RuntimeException error = new IllegalStateException("full");
    assertSame(
        error,
        assertThrows(
            IllegalStateException.class,
            () ->
                workers(2)
                    .run(
                        tasks(10, i -> i),
                        i -> {
                          throw error;
                        })));
    Error fatal = new AssertionError("none");
    assertSame(
        fatal,
        assertThrows(
            AssertionError.class,
            () ->
                workers(2)
                    .run(
                        tasks(
                            10,
                            i -> {
                              throw fatal;
                            }),
                        i -> {})));
  }

  /** A source that fails after its last task. */
  private static Iterator<Supplier<Integer>> failing(int count, IntFunction<Integer> task) {
    Iterator<Supplier<Integer>> all = tasks(count, task);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Supplier<Integer> next() {
        if (!all.hasNext()) {
          throw new IllegalStateException("source failed");
        }
        return all.next();
      }
    };
  }

  @Test
  void whatTheSourceThrowsComesAfterTheTasksThatItGave() {
    for (int count = 1; count <= 3; count++) {
      OrderedTasks<Integer> workers = workers(count);
      List<Integer> taken = new ArrayList<>();
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class, () -> workers.run(failing(5, i -> i), taken::add));
      assertEquals("source failed", e.getMessage());
      assertEquals(numbers(5), taken);
    }
  }

  @Test
  void anErrorOfATaskIsThrownBeforeThatOfTheSource() {
    for (int count = 1; count <= 3; count++) {
      OrderedTasks<Integer> workers = workers(count);
      Iterator<Supplier<Integer>> tasks =
          failing(
              1,
              i -> {
                throw new IllegalArgumentException("task " + i);
              });
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> workers.run(tasks, i -> {}));
      assertEquals("task 0", e.getMessage());
    }
  }

  @Test
  void nobodyWorksFarAhead() {
    int[] given = {0};
    int[] taken = {0};
    Iterator<Supplier<Integer>> all = tasks(100, i -> i);
    Iterator<Supplier<Integer>> counted =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Supplier<Integer> next() {
            assertTrue(given[0]++ - taken[0] < 6);
            return all.next();
          }
        };
    workers(3).run(counted, i -> taken[0]++);
    assertEquals(100, taken[0]);
  }

  @Test
  void anExecutorWithoutFreeThreadsHindersNothing() throws Exception {
    List<Integer> taken = new ArrayList<>();
    new OrderedTasks<Integer>(new Workers(3), task -> {}).run(tasks(50, i -> i), taken::add);
    new OrderedTasks<Integer>(
            new Workers(3),
            task -> {
              throw new RejectedExecutionException();
            })
        .run(tasks(50, i -> i + 50), taken::add);
    assertEquals(numbers(100), taken);
    ExecutorService single = Executors.newSingleThreadExecutor();
    try {
      int sum =
          single
              .submit(
                  () -> {
                    int[] all = {0};
                    new OrderedTasks<Integer>(new Workers(3), single)
                        .run(tasks(50, i -> nested(single)), i -> all[0] += i);
                    return all[0];
                  })
              .get();
      assertEquals(50 * 10, sum);
    } finally {
      single.shutdownNow();
    }
  }

  @Test
  void anExecutorThatRunsInTheCallingThreadHindersNothing() {
    List<Integer> taken = new ArrayList<>();
    OrderedTasks<Integer> tasks = new OrderedTasks<>(new Workers(3), Runnable::run);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> tasks.run(tasks(50, i -> i), taken::add));
    assertEquals(numbers(50), taken);
  }

  private static int nested(ExecutorService executor) {
    int[] all = {0};
    new OrderedTasks<Integer>(new Workers(2), executor).run(tasks(10, i -> 1), i -> all[0] += i);
    return all[0];
  }

  @Test
  void anInterruptionIsLeftToTheCaller() {
    Thread.currentThread().interrupt();
    List<Integer> taken = new ArrayList<>();
    workers(2).run(tasks(50, i -> i), taken::add);
    assertTrue(Thread.interrupted());
    assertEquals(numbers(50), taken);
  }
}
