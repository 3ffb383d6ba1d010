package org.datason.http;

import java.util.function.Supplier;

/** What is on the class path beside this library. Has no state. */
final class ClassPath {

  private ClassPath() {}

  /** Whether a class that is named in the code is there. */
  static boolean has(Supplier<Class<?>> type) {
    try {
      return type.get() != null;
    } catch (LinkageError e) {
      return false;
    }
  }
}
