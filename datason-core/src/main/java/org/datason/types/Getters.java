package org.datason.types;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Makes functions that get a member from its owner: for a method a generated class which the JIT
 * inlines as it does a lambda, for a field its method handle.
 */
final class Getters {

  private Getters() {}

  /**
   * The function of an accessor: a {@link ToIntFunction} of an int, and so on for long, double and
   * boolean; a {@link Function} of anything else, which boxes other primitives.
   *
   * @throws IllegalAccessException if the module of the class does not open its package to us
   */
  static Object of(Method accessor) throws IllegalAccessException {
    MethodHandles.Lookup lookup = lookup(accessor.getDeclaringClass());
    MethodHandle handle = lookup.unreflect(accessor);
    Class<?> type = accessor.getReturnType();
    try {
      CallSite site =
          LambdaMetafactory.metafactory(
              lookup,
              methodName(type),
              MethodType.methodType(functionOf(type)),
              MethodType.methodType(erased(type), Object.class),
              handle,
              MethodType.methodType(
                  type.isPrimitive() && erased(type) == Object.class ? boxed(type) : type,
                  accessor.getDeclaringClass()));
      return site.getTarget().invoke();
    } catch (LambdaConversionException e) {
      return ofHandle(handle, type);
    } catch (RuntimeException | Error | IllegalAccessException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The function of a field, of the same kinds. */
  static Object of(Field field) throws IllegalAccessException {
    return ofHandle(lookup(field.getDeclaringClass()).unreflectGetter(field), field.getType());
  }

  static MethodHandles.Lookup lookup(Class<?> c) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(c, MethodHandles.lookup());
  }

  private static Object ofHandle(MethodHandle handle, Class<?> type) {
    MethodHandle get = handle.asType(MethodType.methodType(erased(type), Object.class));
    if (type == int.class) {
      return (ToIntFunction<Object>) owner -> (int) call(get, owner);
    }
    if (type == long.class) {
      return (ToLongFunction<Object>) owner -> (long) call(get, owner);
    }
    if (type == double.class) {
      return (ToDoubleFunction<Object>) owner -> (double) call(get, owner);
    }
    if (type == boolean.class) {
      return (Predicate<Object>) owner -> (boolean) call(get, owner);
    }
    return (Function<Object, Object>) owner -> call(get, owner);
  }

  private static Object call(MethodHandle get, Object owner) {
    try {
      return get.invoke(owner);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static String methodName(Class<?> type) {
    return type == int.class
        ? "applyAsInt"
        : type == long.class
            ? "applyAsLong"
            : type == double.class ? "applyAsDouble" : type == boolean.class ? "test" : "apply";
  }

  private static Class<?> functionOf(Class<?> type) {
    return type == int.class
        ? ToIntFunction.class
        : type == long.class
            ? ToLongFunction.class
            : type == double.class
                ? ToDoubleFunction.class
                : type == boolean.class ? Predicate.class : Function.class;
  }

  private static Class<?> erased(Class<?> type) {
    boolean special =
        type == int.class || type == long.class || type == double.class || type == boolean.class;
    return special ? type : Object.class;
  }

  private static Class<?> boxed(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }
}
