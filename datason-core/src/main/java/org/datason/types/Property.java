package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a class that is no record, with the methods that get and set it, and what its
 * annotations say.
 */
final class Property {

  private static final MethodType SET =
      MethodType.methodType(void.class, Object.class, Object.class);

  private final Class<?> owner;
  private final Field field;
  private final Type type;
  private final Method getter;
  private final Method setter;
  private final Mark mark;

  /**
   * A property.
   *
   * @param owner the class whose values are written, which the field may be a superclass's of
   * @param type the type of the field, its variables resolved
   */
  Property(Class<?> owner, Field field, Type type) {
    this.owner = owner;
    this.field = field;
    this.type = type;
    getter = getter(owner, field.getName(), field.getType());
    setter = setter(owner, field.getName(), field.getType());
    Method accessor = method(owner, field.getName());
    mark = Mark.of(field, getter, setter, accessor);
  }

  /** The name of the field. */
  String field() {
    return field.getName();
  }

  /** The name in JSON. */
  String name() {
    return mark.name() == null ? field.getName() : mark.name();
  }

  Type type() {
    return type;
  }

  /** The class that the field is declared with. */
  Class<?> raw() {
    return field.getType();
  }

  Mark mark() {
    return mark;
  }

  boolean isFinal() {
    return Modifier.isFinal(field.getModifiers());
  }

  boolean isSynthetic() {
    return field.isSynthetic();
  }

  /** Whether the field itself may be used: it is public, or annotated as a member. */
  boolean isOpen() {
    return Modifier.isPublic(field.getModifiers()) || mark.named() || mark.collects();
  }

  boolean hasGetter() {
    return getter != null;
  }

  boolean hasSetter() {
    return setter != null;
  }

  /** What gets the value, as {@link Getters} makes it: the getter, else the field itself. */
  Object get() throws IllegalAccessException {
    return getter != null ? Getters.of(getter) : Getters.of(field);
  }

  /** What sets the value: the setter, else the field itself, which must not be final. */
  MethodHandle set() throws IllegalAccessException {
    MethodHandle set =
        setter != null
            ? Getters.lookup(setter.getDeclaringClass()).unreflect(setter)
            : Getters.lookup(field.getDeclaringClass()).unreflectSetter(field);
    return set.asType(SET);
  }

  /** The member that this is. */
  Member member(String name, Mark also, TypeRegistry registry) throws IllegalAccessException {
    List<String> aliases = new ArrayList<>(mark.aliases());
    aliases.addAll(also.aliases());
    java.lang.reflect.Member source = getter != null ? getter : field;
    return Member.of(name, aliases, field.getType(), Slot.exact(type, registry), get(), source);
  }

  /** The setter, else the field itself. */
  java.lang.reflect.Member target() {
    return setter != null ? setter : field;
  }

  /** The collector that this is. */
  Collector collector(TypeRegistry registry) throws ObjectPlan.Refusal, IllegalAccessException {
    return Collector.of(field.getName(), type, get(), registry);
  }

  // ---------------------------------------------------------------- methods by their names

  /** The public method that gets a value of that name and type: getX, isX, x; or null. */
  static Method getter(Class<?> owner, String name, Class<?> type) {
    Method method = method(owner, "get" + capitalized(name));
    if (method == null && isSecondUpper(name)) {
      method = method(owner, "get" + name);
    }
    if (method == null && (type == boolean.class || type == Boolean.class)) {
      method = method(owner, "is" + capitalized(name));
    }
    return method != null && method.getReturnType() == type ? method : null;
  }

  private static Method setter(Class<?> owner, String name, Class<?> type) {
    Method method = method(owner, "set" + capitalized(name), type);
    if (method == null && isSecondUpper(name)) {
      method = method(owner, "set" + name, type);
    }
    boolean setsOnly =
        method != null
            && (method.getReturnType() == void.class
                || method.getReturnType().isAssignableFrom(owner));
    return setsOnly ? method : null;
  }

  private static Method method(Class<?> owner, String name, Class<?>... parameters) {
    try {
      Method method = owner.getMethod(name, parameters);
      return Modifier.isStatic(method.getModifiers()) ? null : method;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Names such as xAxis, whose getter some tools call getxAxis. */
  private static boolean isSecondUpper(String name) {
    return name.length() > 1 && Character.isUpperCase(name.charAt(1));
  }

  @Override
  public String toString() {
    return owner.getName() + '.' + field.getName();
  }
}
