package org.datason.types;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A sealed type: each value has the hint of its class, and the permitted classes are read whether
 * they are registered or not.
 */
final class SealedHandler implements TypeHandler<Object>, Family {

  private final Type type;
  private final TypeRegistry registry;
  private Map<Class<?>, TypeHandler<?>> permitted;

  SealedHandler(Type type, TypeRegistry registry) {
    this.type = type;
    this.registry = registry;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) TypeVariables.raw(type);
  }

  @Override
  public String hint() {
    return registry.nameOf(type());
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return true;
  }

  /**
   * The handlers of the permitted classes; found on first use, since they may refer to this one.
   */
  private Map<Class<?>, TypeHandler<?>> permitted() {
    Map<Class<?>, TypeHandler<?>> found = permitted;
    if (found == null) {
      Map<Class<?>, TypeHandler<?>> handlers = new LinkedHashMap<>();
      for (Type subtype : permitted(type)) {
        Class<?> c = TypeVariables.raw(subtype);
        boolean own = c.isSealed() && !c.isEnum();
        handlers.put(c, own ? ObjectTypes.ofObject(subtype, registry) : registry.forType(subtype));
      }
      found = Map.copyOf(handlers);
      permitted = found;
    }
    return found;
  }

  /** The types under a sealed type that can have values of their own. */
  static List<Type> permitted(Type type) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    collect(TypeVariables.raw(type), classes);
    return classes.stream().map(c -> TypeVariables.subtype(c, type)).toList();
  }

  /** Adds the classes under a sealed type that can have values of their own. */
  private static void collect(Class<?> c, Set<Class<?>> classes) {
    if (c.isEnum() || !Modifier.isAbstract(c.getModifiers())) {
      classes.add(c);
    }
    if (c.isSealed() && !c.isEnum()) {
      for (Class<?> subclass : c.getPermittedSubclasses()) {
        collect(subclass, classes);
      }
    }
  }

  @Override
  public TypeHandler<?> subtype(String hint, String javaType) {
    for (TypeHandler<?> handler : permitted().values()) {
      if (hint.equals(handler.hint())
          && (javaType == null || Objects.equals(javaType, handler.javaType()))) {
        return handler;
      }
    }
    return null;
  }

  @Override
  public void writeHinted(Object value, JsonWriter out) {
    write(value, out);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void write(Object value, JsonWriter out) {
    Class<?> c = value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass();
    TypeHandler<Object> handler = (TypeHandler<Object>) permitted().get(c);
    if (handler == null) {
      ExactNumbers.write(value, out, registry);
    } else if (out.hints()) {
      handler.writeHinted(value, out);
    } else {
      handler.write(value, out);
    }
  }

  /** Reads a value without the hint of a subclass: of the sealed class itself, if that has any. */
  @Override
  public Object read(JsonReader in) {
    TypeHandler<?> own = permitted().get(type());
    if (own != null) {
      return own.read(in);
    }
    String hints =
        permitted().values().stream()
            .map(TypeHandler::hint)
            .sorted()
            .limit(10)
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException("it needs one of the hints " + hints);
  }
}
