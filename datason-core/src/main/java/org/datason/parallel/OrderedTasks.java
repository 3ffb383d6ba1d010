package org.datason.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tasks that several threads do while the calling one takes their results in the order of the
 * tasks. It does tasks itself when there is nothing to take yet, so that all get done even where no
 * other thread is free. Not thread-safe; for one use.
 *
 * <pre>{@code
 * OrderedTasks<byte[]> tasks = new OrderedTasks<>(Workers.of(0), null);
 * tasks.run(chunks.map(chunk -> compressing(chunk)).iterator(), out::write);
 * }</pre>
 *
 * <p>Results that wait to be taken and tasks that are being done are together at most twice as many
 * as there are workers: who takes slowly slows the others down.
 *
 * @param <T> the results
 */
public final class OrderedTasks<T> {

  private final Workers workers;
  private final Executor executor;
  private final List<Thread> threads = new ArrayList<>();

  /** The tasks that were begun or wait, in their order. */
  private final Deque<Task> ahead = new ArrayDeque<>();

  /** Those that nobody does yet. */
  private final Deque<Task> waiting = new ArrayDeque<>();

  /** Who takes the results. */
  private Thread owner;

  private int helpers;
  private int busy;
  private boolean over;

  /**
   * Threads for tasks.
   *
   * @param workers how many there are, the calling one included
   * @param executor runs the others; null for threads of their own, which end with the tasks
   */
  public OrderedTasks(Workers workers, Executor executor) {
    this.workers = workers;
    this.executor = executor;
  }

  private final class Task {
    private final Supplier<? extends T> work;
    private T result;
    private Throwable thrown;
    private boolean done;

    Task(Supplier<? extends T> work) {
      this.work = work;
    }

    void run() {
      T value = null;
      Throwable error = null;
      try {
        value = work.get();
      } catch (RuntimeException | Error e) {
        error = e;
      }
      synchronized (OrderedTasks.this) {
        result = value;
        thrown = error;
        done = true;
        OrderedTasks.this.notifyAll();
      }
    }
  }

  /**
   * Does tasks. When this returns or throws, no thread works on any of them.
   *
   * @param tasks gives them; asked by the calling thread alone, as far ahead as can be worked
   * @param taken gets the results, in the calling thread
   * @throws RuntimeException what the first task in their order, their source or the taker threw,
   *     or an Error; later tasks are then given up. What the source threw comes after the tasks
   *     that it gave before, so the number of workers does not matter
   */
  public void run(Iterator<? extends Supplier<? extends T>> tasks, Consumer<? super T> taken) {
    owner = Thread.currentThread();
    Throwable ofSource = null;
    try {
      while (true) {
        try {
          while (ofSource == null && ahead.size() < 2 * workers.count() && tasks.hasNext()) {
            add(new Task(tasks.next()));
          }
        } catch (RuntimeException | Error e) {
          ofSource = e;
        }
        if (ahead.isEmpty()) {
          rethrow(ofSource);
          return;
        }
        taken.accept(first());
      }
    } finally {
      end();
    }
  }

  private void add(Task task) {
    boolean helps;
    synchronized (this) {
      ahead.add(task);
      waiting.add(task);
      helps = waiting.size() > 1 && helpers < workers.count() - 1; // one is for this thread
      helpers += helps ? 1 : 0;
      notifyAll();
    }
    if (helps && executor != null) {
      try {
        executor.execute(this::help);
      } catch (RejectedExecutionException e) {
        return; // it has no thread to spare, so there are fewer workers
      }
    } else if (helps) {
      Thread thread = new Thread(this::help, "datason-worker-" + helpers);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** The result of the first task; meanwhile this thread does those that nobody does. */
  private T first() {
    boolean interrupted = false;
    try {
      while (true) {
        Task task;
        synchronized (this) {
          Task first = ahead.peek();
          if (first.done) {
            ahead.poll();
            return result(first);
          }
          task = waiting.poll();
          if (task == null) {
            interrupted |= await();
          }
        }
        if (task != null) {
          task.run();
        }
      }
    } finally {
      restore(interrupted);
    }
  }

  private static <T> T result(OrderedTasks<T>.Task task) {
    rethrow(task.thrown);
    return task.result;
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  /** What each other thread does. */
  private void help() {
    if (Thread.currentThread() == owner) {
      return; // an executor that runs what it is given at once has no other thread
    }
    while (true) {
      Task task;
      synchronized (this) {
        while (!over && waiting.isEmpty()) {
          if (await()) {
            Thread.currentThread().interrupt();
            return; // whoever owns the thread wants it back
          }
        }
        if (over) {
          return;
        }
        task = waiting.poll();
        busy++;
      }
      task.run();
      synchronized (this) {
        busy--;
        notifyAll();
      }
    }
  }

  /** Waits for news, or an interruption; whether it was one. */
  private boolean await() {
    try {
      wait();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives up what has not been begun, and waits for the rest, which uses what is the caller's. */
  private void end() {
    boolean interrupted = false;
    synchronized (this) {
      over = true;
      notifyAll();
      while (busy > 0) {
        interrupted |= await();
      }
    }
    for (Thread thread : threads) {
      interrupted |= Workers.join(thread);
    }
    restore(interrupted);
  }
}
