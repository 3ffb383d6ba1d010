package org.datason.types;

import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import org.datason.config.UnknownTypes;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A place for values of a declared type: a member, an item of a list, a key of a map. A value that
 * the declared type alone restores is written without a hint, any other one with its own.
 * Thread-safe.
 */
final class Slot {

  /*
   * The handler is found on first use, not in the constructor, since types refer to themselves:
   * record Node(List<Node> children). Threads that come at once find the same handler; nothing is
   * locked. Both fields may be written by any thread: what they refer to is immutable.
   */

  private final Type type;
  private final TypeRegistry registry;
  private final boolean any;
  private final boolean exact;
  private Resolved resolved;

  /** The class of the last value that fitted. */
  private Class<?> fitting;

  private record Resolved(TypeHandler<Object> handler, boolean fixed) {}

  private Slot(Type type, TypeRegistry registry, boolean exact) {
    this.type = type;
    this.registry = registry;
    this.any = type == Object.class;
    this.exact = exact;
  }

  /** A place whose numbers keep their class even where it is declared as Object. */
  static Slot exact(Type type, TypeRegistry registry) {
    return new Slot(type, registry, true);
  }

  /** A place in a list or map: numbers declared as Object are written as in any plain list. */
  static Slot plain(Type type, TypeRegistry registry) {
    return new Slot(type, registry, false);
  }

  Type type() {
    return type;
  }

  /** Whether it is declared as Object. */
  boolean any() {
    return any;
  }

  TypeHandler<Object> handler() {
    return resolved().handler;
  }

  private Resolved resolved() {
    Resolved r = resolved;
    if (r == null) {
      r = resolve();
      resolved = r;
    }
    return r;
  }

  @SuppressWarnings("unchecked")
  private Resolved resolve() {
    return new Resolved(
        (TypeHandler<Object>) registry.forType(type), isFixed(TypeVariables.raw(type)));
  }

  /** Whether the values of a class have no other class. */
  private static boolean isFixed(Class<?> c) {
    Class<?> leaf = c;
    while (leaf.isArray()) {
      leaf = leaf.componentType();
    }
    return Modifier.isFinal(leaf.getModifiers());
  }

  Object read(JsonReader in) {
    return any ? in.readValue() : in.readValue(handler());
  }

  void write(Object value, JsonWriter out) {
    if (any) {
      writeAny(value, out);
      return;
    }
    Resolved r = resolvedFor(value, out);
    if (r == null) {
      writeAny(value, out);
    } else if (value == null) {
      writeNull(r.handler, out);
    } else if (r.fixed || value.getClass() == fitting || fits(r.handler, value.getClass())) {
      out.writeValue(value, r.handler);
    } else {
      writeAny(value, out);
    }
  }

  /** How values are written; null for a type without a handler, where that is no error. */
  private Resolved resolvedFor(Object value, JsonWriter out) {
    try {
      return resolved();
    } catch (UnsupportedTypeException e) {
      if (out.config().unknownTypes() != UnknownTypes.REFUSE) {
        return null;
      }
      if (e.location() != null) {
        throw e;
      }
      if (value == null) {
        throw out.unsupported(e.getMessage());
      }
      return new Resolved(new RefusedHandler(TypeVariables.raw(type), e.getMessage()), true);
    }
  }

  private void writeAny(Object value, JsonWriter out) {
    if (exact || !any) {
      ExactNumbers.write(value, out, registry);
    } else {
      out.writeValue(value);
    }
  }

  private static void writeNull(TypeHandler<Object> handler, JsonWriter out) {
    if (handler.nullValue() != null && out.hints()) {
      throw out.unsupported(
          "A null in place of an "
              + handler.type().getSimpleName()
              + " would be read back as an empty one; use an empty one");
    }
    out.writeNull();
  }

  private boolean fits(TypeHandler<Object> handler, Class<?> c) {
    TypeHandler<?> own = registry.forClass(c);
    if (own == null) {
      return false;
    }
    boolean fits =
        handler instanceof Family family
            ? family.includes(own)
            : own == handler
                || own.getClass() == handler.getClass() && own.type() == handler.type();
    if (fits) {
      fitting = c;
    }
    return fits;
  }
}
