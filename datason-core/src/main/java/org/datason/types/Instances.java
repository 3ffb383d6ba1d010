package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.function.Supplier;

/** Makes empty collections and maps of a declared class. */
final class Instances {

  private static final MethodType NO_ARGUMENTS = MethodType.methodType(void.class);

  private Instances() {}

  /**
   * What makes values of a declared type: for an interface (or a hash table, whose order is better
   * kept) one of the usual classes, for any other class its public no-arg constructor.
   *
   * @param usual classes to try in this order
   * @return null if it cannot be made
   */
  static <T> Supplier<T> of(Class<?> declared, Class<?>... usual) {
    for (Class<?> c : usual) {
      if (declared.isAssignableFrom(c)) {
        return ofClass(c);
      }
    }
    return Modifier.isAbstract(declared.getModifiers()) ? null : ofClass(declared);
  }

  @SuppressWarnings("unchecked")
  private static <T> Supplier<T> ofClass(Class<?> c) {
    try {
      MethodHandle constructor =
          MethodHandles.publicLookup()
              .findConstructor(c, NO_ARGUMENTS)
              .asType(MethodType.methodType(Object.class));
      return () -> (T) make(constructor);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }

  private static Object make(MethodHandle constructor) {
    try {
      return constructor.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
