package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes whose values a builder makes: what a static method without parameters gives has a method
 * for each field, and a method {@code build}. What is missing is not told to the builder.
 */
final class BuilderPlan {

  private static final MethodType GET = MethodType.methodType(Object.class, Object.class);
  private static final MethodType STEP =
      MethodType.methodType(Object.class, Object.class, Object.class);

  private BuilderPlan() {}

  /** The plan by a public method {@code builder()}; null if there is none, or no builder of it. */
  static ObjectPlan implied(Properties properties, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    try {
      Method method = properties.type().getMethod("builder");
      boolean builds =
          Modifier.isStatic(method.getModifiers())
              && build(method.getReturnType(), properties.type()) != null;
      return builds ? of(properties, method, registry) : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  /** The plan by a static method that gives a builder. */
  static ObjectPlan of(Properties properties, Method start, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Class<?> builder = start.getReturnType();
    Method build = build(builder, properties.type());
    if (build == null) {
      throw properties.refusal(
          "has a creator, " + start.getName() + ", but what that gives has no method build");
    }
    MethodHandles.Lookup lookup = Getters.lookup(builder);
    List<Member> members = new ArrayList<>();
    List<MethodHandle> steps = new ArrayList<>();
    for (Property property : properties.members()) {
      steps.add(lookup.unreflect(step(builder, property, properties)).asType(STEP));
      members.add(property.member(property.name(), Mark.of(), registry));
    }
    Collector collector = null;
    if (properties.collector() != null) {
      collector = properties.collector().collector(registry);
      steps.add(lookup.unreflect(step(builder, properties.collector(), properties)).asType(STEP));
    }
    MethodHandle first =
        Getters.lookup(properties.type())
            .unreflect(start)
            .asType(MethodType.methodType(Object.class));
    MethodHandle last = lookup.unreflect(build).asType(GET);
    return new ObjectPlan(
        properties.type(),
        List.copyOf(members),
        collector,
        construction(first, steps.toArray(new MethodHandle[0]), last),
        null);
  }

  private static ObjectPlan.Construction construction(
      MethodHandle start, MethodHandle[] steps, MethodHandle build) {
    return values -> {
      Object builder = start.invokeExact();
      Class<?> type = builder.getClass();
      for (int i = 0; i < steps.length; i++) {
        if (values[i] != ObjectPlan.MISSING) {
          Object next = steps[i].invokeExact(builder, values[i]);
          builder = type.isInstance(next) ? next : builder; // some builders are immutable
        }
      }
      return build.invokeExact(builder);
    };
  }

  private static Method build(Class<?> builder, Class<?> type) {
    for (Method method : builder.getMethods()) {
      if (method.getName().equals("build")
          && method.getParameterCount() == 0
          && type.isAssignableFrom(method.getReturnType())) {
        return method;
      }
    }
    return null;
  }

  private static Method step(Class<?> builder, Property property, Properties properties)
      throws ObjectPlan.Refusal {
    String name = property.field();
    String capitalized = Property.capitalized(name);
    for (String candidate : List.of(name, "set" + capitalized, "with" + capitalized)) {
      for (Method method : builder.getMethods()) {
        if (method.getName().equals(candidate)
            && method.getParameterCount() == 1
            && method.getParameterTypes()[0].isAssignableFrom(property.raw())) {
          return method;
        }
      }
    }
    throw properties.refusal(
        "has a builder, " + builder.getName() + ", without a public method for \"" + name + "\"");
  }
}
