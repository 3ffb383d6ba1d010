package org.datason.types;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datason.json.Envelope;
import org.datason.json.TypeHandler;

/**
 * Chooses the handlers of all that holds other values: collections, maps, arrays of objects,
 * optional values, enums, records, beans and the types above them.
 */
final class ObjectTypes {

  /** Component types of arrays that need no registration. */
  private static final Map<String, Class<?>> GENERAL =
      Stream.<Class<?>>of(
              Object.class,
              Number.class,
              Comparable.class,
              CharSequence.class,
              java.io.Serializable.class,
              Iterable.class,
              Collection.class,
              java.util.List.class,
              java.util.Set.class,
              java.util.SortedSet.class,
              java.util.Queue.class,
              java.util.Deque.class,
              Map.class,
              java.util.SortedMap.class,
              Optional.class)
          .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

  private static final String[] PLATFORM = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

  private ObjectTypes() {}

  /** Whether a class is one of the JDK, whose state is its own. */
  static boolean isOfThePlatform(Class<?> c) {
    return Arrays.stream(PLATFORM).anyMatch(c.getName()::startsWith);
  }

  /**
   * The handler that writes the values of a class, whose type arguments are not known.
   *
   * @return null if there is none
   */
  static TypeHandler<?> forClass(Class<?> c, TypeRegistry registry) {
    if (c.isRecord()) {
      return ofObject(c, registry);
    }
    TypeHandler<?> handler = ofOneClass(c, c, registry);
    if (handler == null) {
      handler = CollectionTypes.forClass(c, registry);
    }
    return handler != null || c.isPrimitive() || c.isArray() || isOfThePlatform(c)
        ? handler
        : ofObject(c, registry);
  }

  /**
   * The handler that writes and reads a declared type.
   *
   * @return null if there is none
   */
  static TypeHandler<?> forType(Type declared, TypeRegistry registry) {
    Type type = TypeVariables.normal(declared);
    if (!type.equals(declared)) {
      return registry.forType(type);
    }
    Class<?> c = TypeVariables.raw(type);
    if (c.isRecord()) {
      return ofObject(type, registry);
    }
    TypeHandler<?> handler = ofOneClass(c, type, registry);
    if (handler != null || c.isPrimitive() || c.isArray()) {
      return handler;
    }
    if (c.isSealed() && !isOfThePlatform(c)) {
      return new SealedHandler(type, registry);
    }
    handler = CollectionTypes.forType(type, registry);
    if (handler != null) {
      return handler;
    }
    if (Modifier.isAbstract(c.getModifiers()) || c == Object.class) {
      return new AnyHandler<>(c);
    }
    return isOfThePlatform(c) ? null : ofObject(type, registry);
  }

  /**
   * The handler that reads the values of a hint of ours.
   *
   * @return null for any other hint, and where it is of a class that is not known
   */
  static TypeHandler<?> forHint(String hint, String javaType, TypeRegistry registry) {
    switch (hint) {
      case OptionalHandler.HINT:
        return registry.forType(Optional.class);
      case ObjectArrayHandler.HINT:
        Class<?> component = javaType == null ? Object.class : componentNamed(javaType, registry);
        return component == null ? null : registry.forType(component.arrayType());
      default:
        TypeHandler<?> primitive = PrimitiveOptionalHandler.of(hint);
        return primitive != null ? primitive : CollectionTypes.forHint(hint, javaType, registry);
    }
  }

  /** Enums, arrays and optional values: each of one class, whether it is declared or found. */
  private static TypeHandler<?> ofOneClass(Class<?> c, Type type, TypeRegistry registry) {
    Class<?> constants = EnumHandler.enumOf(c);
    if (constants != null) {
      return new EnumHandler(constants, registry.nameOf(constants));
    }
    if (c == Optional.class) {
      Type value = TypeVariables.argument(type, Optional.class, 0);
      return new OptionalHandler(Slot.exact(value, registry), registry);
    }
    if (c.isArray() && !c.componentType().isPrimitive()) {
      Type item =
          type instanceof GenericArrayType array
              ? array.getGenericComponentType()
              : c.componentType();
      String name = componentName(c.componentType(), registry);
      return new ObjectArrayHandler(c, name, Slot.exact(item, registry));
    }
    return PrimitiveOptionalHandler.of(c.getName());
  }

  /** The handler of a record or bean, which may be one that refuses every value. */
  static TypeHandler<?> ofObject(Type type, TypeRegistry registry) {
    Class<?> c = TypeVariables.raw(type);
    try {
      ObjectPlan plan = c.isRecord() ? RecordPlan.of(type, registry) : BeanPlan.of(type, registry);
      if (plan.members().stream().anyMatch(m -> m.name().equals(Envelope.TYPE))) {
        return new RefusedHandler(
            c, "The class " + c.getName() + " has a member named " + Envelope.TYPE);
      }
      return new ObjectHandler(plan, registry.nameOf(c));
    } catch (ObjectPlan.Refusal e) {
      return new RefusedHandler(c, e.getMessage());
    } catch (IllegalAccessException e) {
      return new RefusedHandler(
          c,
          "The module "
              + c.getModule().getName()
              + " does not open the package "
              + c.getPackageName()
              + ", so that "
              + c.getName()
              + " is out of reach; add 'opens "
              + c.getPackageName()
              + ";' to its module-info");
    }
  }

  // ---------------------------------------------------------------- names of component types

  private static String componentName(Class<?> c, TypeRegistry registry) {
    if (c.isArray()) {
      return componentName(c.componentType(), registry) + "[]";
    }
    return c.isPrimitive() || GENERAL.containsValue(c) ? c.getName() : registry.nameOf(c);
  }

  private static Class<?> componentNamed(String name, TypeRegistry registry) {
    if (name.endsWith("[]")) {
      Class<?> component = componentNamed(name.substring(0, name.length() - 2), registry);
      return component == null ? null : component.arrayType();
    }
    Class<?> general = GENERAL.get(name);
    return general != null ? general : registry.classNamed(name);
  }
}
