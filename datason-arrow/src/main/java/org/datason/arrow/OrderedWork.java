package org.datason.arrow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.datason.error.DatasonIOException;

/**
 * Tasks that several threads do, whose results are taken in the order of the tasks. No more than
 * twice as many are under way as there are threads; one worker is the calling thread. Not
 * thread-safe.
 *
 * @param <T> the results
 */
final class OrderedWork<T> implements AutoCloseable {

  private final int workers;
  private final Consumer<T> taker;
  private final Deque<FutureTask<T>> ahead = new ArrayDeque<>();
  private final ExecutorService threads;

  /**
   * Work for threads.
   *
   * @param taker gets the results, on the calling thread
   */
  OrderedWork(int workers, Consumer<T> taker) {
    this.workers = workers;
    this.taker = taker;
    threads = workers == 1 ? null : Executors.newFixedThreadPool(workers, OrderedWork::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "datason-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** Has a task done; takes results first, if too many tasks are under way. */
  void add(Supplier<T> task) {
    if (threads == null) {
      taker.accept(task.get());
      return;
    }
    while (ahead.size() >= 2 * workers) {
      takeFirst();
    }
    FutureTask<T> work = new FutureTask<>(task::get);
    ahead.add(work);
    threads.execute(work);
  }

  /** Waits for all that is under way. */
  void finish() {
    while (!ahead.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() {
    taker.accept(result(ahead.remove()));
  }

  private static <T> T result(FutureTask<T> work) {
    try {
      return work.get();
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      throw new DatasonIOException("Writing was interrupted", null, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  /** Gives up what is under way, and ends the threads. */
  @Override
  public void close() {
    ahead.forEach(work -> work.cancel(true));
    ahead.clear();
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
