package org.datason;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads and writes whole documents in other threads. What {@link Datason} throws, the future gives.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * Async async = datason.async(executor);
 * async.load(file, Frame.class)
 *     .thenApply(this::cleaned)
 *     .thenCompose(frame -> async.save(target, frame));
 * }</pre>
 *
 * <p>Tables that do not fit the memory come in batches: {@link
 * org.datason.frame.FrameBatches#publisher}.
 */
public final class Async {

  private final Datason datason;
  private final Executor executor;

  Async(Datason datason, Executor executor) {
    this.datason = datason;
    this.executor = Objects.requireNonNull(executor, "executor");
  }

  /**
   * Does {@link Datason#fromJson(byte[], Class)}.
   *
   * @param json the bytes, which must not change meanwhile
   * @param type the class
   * @param <T> the type
   * @return the value to come
   */
  public <T> CompletableFuture<T> fromJson(byte[] json, Class<T> type) {
    return later(() -> datason.fromJson(json, type));
  }

  /**
   * Does {@link Datason#load(Path, Class)}.
   *
   * @param file the file
   * @param type the class
   * @param <T> the type
   * @return the value to come
   */
  public <T> CompletableFuture<T> load(Path file, Class<T> type) {
    return later(() -> datason.load(file, type));
  }

  /**
   * Does {@link Datason#toBytes(Object)}.
   *
   * @param value the value, or null; it must not change meanwhile
   * @return the bytes to come
   */
  public CompletableFuture<byte[]> toBytes(Object value) {
    return later(() -> datason.toBytes(value));
  }

  /**
   * Does {@link Datason#save(Path, Object)}.
   *
   * @param file the file; its folder must exist
   * @param value the value, or null; it must not change meanwhile
   * @return done when the file is on disk
   */
  public CompletableFuture<Void> save(Path file, Object value) {
    return CompletableFuture.runAsync(() -> datason.save(file, value), executor);
  }

  private <T> CompletableFuture<T> later(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }
}
