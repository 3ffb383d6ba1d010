package org.datason.benchmarks;

import java.util.function.Supplier;

/** A library's object, made when it is used for the first time. Not thread-safe. */
final class Lazy<T> {

  private final Supplier<T> maker;
  private T value;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    if (value == null) {
      value = maker.get();
    }
    return value;
  }
}
