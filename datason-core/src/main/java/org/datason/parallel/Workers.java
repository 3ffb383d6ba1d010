package org.datason.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Threads that share tasks which are all known beforehand: the calling one and as many others as
 * asked for, which end with the tasks. Immutable and thread-safe.
 *
 * <pre>{@code
 * Workers.of(0).run(parts.size(), i -> results[i] = read(parts.get(i))); // all cores
 * }</pre>
 *
 * @param count how many there are, at least 1
 */
public record Workers(int count) {

  /**
   * Checks the number.
   *
   * @param count see the component
   */
  public Workers {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, not " + count);
    }
  }

  /**
   * So many workers.
   *
   * @param count how many; 0 for as many as there are cores
   * @return the workers
   */
  public static Workers of(int count) {
    return new Workers(count == 0 ? Runtime.getRuntime().availableProcessors() : count);
  }

  /**
   * Does tasks, and returns when all are done. After a task has thrown, no other is begun.
   *
   * @param tasks how many there are
   * @param task does the one of a number, from 0 on
   * @throws RuntimeException what the first task threw, or an Error
   */
  public void run(int tasks, IntConsumer task) {
    Run run = new Run(tasks, task);
    Thread[] others = new Thread[Math.max(0, Math.min(count, tasks) - 1)];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(run, "datason-worker-" + (i + 1));
      others[i].setDaemon(true);
      others[i].start();
    }
    run.run();
    boolean interrupted = false;
    for (Thread other : others) {
      interrupted |= join(other);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    run.rethrow();
  }

  /** Waits for a thread; whether this one was interrupted meanwhile. */
  static boolean join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true; // the tasks use what is the caller's, so they must end first
      }
    }
  }

  private static final class Run implements Runnable {

    private final int tasks;
    private final IntConsumer task;
    private final AtomicInteger next = new AtomicInteger();
    private Throwable thrown;

    Run(int tasks, IntConsumer task) {
      this.tasks = tasks;
      this.task = task;
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        try {
          task.accept(i);
        } catch (RuntimeException | Error e) {
          next.set(tasks);
          thrown(e);
        }
      }
    }

    private synchronized void thrown(Throwable e) {
      thrown = thrown == null ? e : thrown;
    }

    synchronized void rethrow() {
      if (thrown instanceof Error error) {
        throw error;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
    }
  }
}
