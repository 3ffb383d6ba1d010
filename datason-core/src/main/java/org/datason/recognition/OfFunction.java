package org.datason.recognition;

import java.util.Objects;
import java.util.function.Function;

/** A recogniser that is a function, which gives null for what is not of the type. */
record OfFunction<T>(Class<T> type, FirstLook firstLook, Function<String, ? extends T> function)
    implements Recognizer<T> {

  OfFunction {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(firstLook, "look");
  }

  static <T> Recognizer<T> of(
      Class<T> type, int min, int max, String first, Function<String, ? extends T> function) {
    return new OfFunction<>(type, new FirstLook(min, max, first), function);
  }

  @Override
  public T parse(String text) {
    return function.apply(text);
  }

  @Override
  public String toString() {
    return "Recognizer of " + type.getTypeName();
  }
}
