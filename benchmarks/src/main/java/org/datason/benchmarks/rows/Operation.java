package org.datason.benchmarks.rows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A row set up to be called, as JMH would call it, by the thread that made it. */
public final class Operation implements AutoCloseable {

  private final List<Object> states = new ArrayList<>();
  private final MethodHandle handle;
  private final int perCall;

  /**
   * Makes the benchmark's objects, sets their parameters and calls what sets them up.
   *
   * @throws Exception whatever the benchmark throws, such as when a result is not as it should be
   */
  public Operation(Row row) throws Exception {
    Class<?> type = Class.forName(Row.PACKAGE + row.benchmark());
    Method method = null;
    for (Method candidate : type.getMethods()) {
      if (candidate.getName().equals(row.method())) {
        method = candidate;
      }
    }
    if (method == null) {
      throw new NoSuchMethodException(row.benchmark() + " has no public method " + row.method());
    }
    MethodHandle made = MethodHandles.publicLookup().unreflect(method).bindTo(state(type, row));
    for (Class<?> argument : method.getParameterTypes()) {
      made = MethodHandles.insertArguments(made, 0, argument(argument, row));
    }
    handle = made.asType(MethodType.methodType(Object.class));
    OperationsPerInvocation operations = method.getAnnotation(OperationsPerInvocation.class);
    perCall = operations == null ? 1 : operations.value();
  }

  private Object argument(Class<?> type, Row row) throws Exception {
    return type == Blackhole.class
        ? new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is"
                + " dangerous.")
        : state(type, row);
  }

  private Object state(Class<?> type, Row row) throws Exception {
    if (type.getAnnotation(State.class) == null) {
      throw new IllegalArgumentException(type.getName() + " is no @State");
    }
    Object state = type.getConstructor().newInstance();
    for (Class<?> part = type; part != Object.class; part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        String text = row.params().get(field.getName());
        if (field.isAnnotationPresent(Param.class) && text != null) {
          field.setAccessible(true);
          field.set(state, value(field.getType(), text));
        }
      }
    }
    states.add(state);
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(Setup.class)) {
        call(method, state);
      }
    }
    return state;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Class<?> type, String text) {
    if (type.isEnum()) {
      return Enum.valueOf((Class<Enum>) type, text);
    }
    return switch (type.getName()) {
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "double" -> Double.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private static void call(Method method, Object state) throws Exception {
    try {
      method.invoke(state);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Does it once.
   *
   * @throws Throwable whatever the benchmark throws
   */
  public Object call() throws Throwable {
    return handle.invokeExact();
  }

  /** How many operations a call counts for. */
  public int perCall() {
    return perCall;
  }

  /**
   * Calls what clears up.
   *
   * @throws Exception whatever the benchmark throws
   */
  @Override
  public void close() throws Exception {
    for (Object state : states) {
      for (Method method : state.getClass().getMethods()) {
        if (method.isAnnotationPresent(TearDown.class)) {
          call(method, state);
        }
      }
    }
  }
}
