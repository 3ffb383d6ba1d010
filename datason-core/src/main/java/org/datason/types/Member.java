package org.datason.types;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.datason.config.NonFiniteForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;

/** A member of a record or bean: its name, and how its value is written and read. Thread-safe. */
public abstract class Member {

  private final String name;
  private final List<String> aliases;
  private final Class<?> type;
  private final Slot slot;
  private final java.lang.reflect.Member source;

  private Member(
      String name,
      List<String> aliases,
      Class<?> type,
      Slot slot,
      java.lang.reflect.Member source) {
    this.name = name;
    this.aliases = aliases;
    this.type = type;
    this.slot = slot;
    this.source = source;
  }

  /**
   * A member.
   *
   * @param aliases more names to read it by
   * @param type its class
   * @param getter a function as {@link Getters} makes it
   * @param source the method or field that it gets the value by
   */
  @SuppressWarnings("unchecked")
  static Member of(
      String name,
      List<String> aliases,
      Class<?> type,
      Slot slot,
      Object getter,
      java.lang.reflect.Member source) {
    if (type == int.class) {
      return new IntMember(name, aliases, slot, source, (ToIntFunction<Object>) getter);
    }
    if (type == long.class) {
      return new LongMember(name, aliases, slot, source, (ToLongFunction<Object>) getter);
    }
    if (type == double.class) {
      return new DoubleMember(name, aliases, slot, source, (ToDoubleFunction<Object>) getter);
    }
    if (type == boolean.class) {
      return new BooleanMember(name, aliases, slot, source, (Predicate<Object>) getter);
    }
    return new ObjectMember(name, aliases, type, slot, source, (Function<Object, Object>) getter);
  }

  /**
   * The name in JSON.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * More names that it is read by.
   *
   * @return the names, often none
   */
  public final List<String> aliases() {
    return aliases;
  }

  /**
   * The type that it is declared with, its variables resolved.
   *
   * @return the type
   */
  public final java.lang.reflect.Type type() {
    return slot.type();
  }

  /**
   * The class that the method or field is declared with.
   *
   * @return the class
   */
  public final Class<?> rawType() {
    return type;
  }

  /**
   * What gets the value: a method without parameters, or a field.
   *
   * @return the method or field
   */
  public final java.lang.reflect.Member source() {
    return source;
  }

  /**
   * The value that an owner has.
   *
   * @param owner a value of the class
   * @return the value, boxed if it is a primitive
   */
  public abstract Object get(Object owner);

  final Slot slot() {
    return slot;
  }

  /**
   * Null, or what else stands for no value: an empty optional, 0, false.
   *
   * @return the value
   */
  public final Object none() {
    return type.isPrimitive() ? Arguments.zero(type) : missing();
  }

  /**
   * Whether it has no null.
   *
   * @return whether it is declared as a primitive
   */
  public final boolean isPrimitive() {
    return type.isPrimitive();
  }

  /**
   * What a missing member is: null, or what else null stands for.
   *
   * @return the value
   */
  public final Object missing() {
    return slot.any() ? null : slot.handler().nullValue();
  }

  /**
   * Writes the value that the owner has.
   *
   * @param owner a value of the class
   * @param out where to
   */
  public abstract void write(Object owner, JsonWriter out);

  /**
   * Whether the settings leave out the value that the owner has.
   *
   * @param owner a value of the class
   * @param out where it would be written
   * @return false unless {@link JsonWriter#leavesOut}
   */
  public boolean isLeftOut(Object owner, JsonWriter out) {
    return false;
  }

  /**
   * Reads a value.
   *
   * @param in the reader, before the value
   * @return the value, boxed if the member is a primitive
   */
  public Object read(JsonReader in) {
    if (type.isPrimitive() && in.peek() == JsonToken.NULL) {
      if (in.config().nonFiniteForm() == NonFiniteForm.NULL) {
        if (type == double.class) {
          return in.readDouble();
        }
        if (type == float.class) {
          return in.readFloat();
        }
      }
      String name = type.getName();
      throw in.mismatch((name.equals("int") ? "an " : "a ") + name);
    }
    Object value = slot.read(in);
    if (value == null && type.isPrimitive()) { // of an empty text
      throw new IllegalArgumentException(
          "the member \"" + name + "\" is empty, but its type " + type + " has no null");
    }
    return value;
  }

  private static final class IntMember extends Member {

    private final ToIntFunction<Object> getter;

    IntMember(
        String name,
        List<String> aliases,
        Slot slot,
        java.lang.reflect.Member source,
        ToIntFunction<Object> getter) {
      super(name, aliases, int.class, slot, source);
      this.getter = getter;
    }

    @Override
    public Object get(Object owner) {
      return getter.applyAsInt(owner);
    }

    @Override
    public void write(Object owner, JsonWriter out) {
      out.writeInt(getter.applyAsInt(owner));
    }

    @Override
    public Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readInt() : super.read(in);
    }
  }

  private static final class LongMember extends Member {

    private final ToLongFunction<Object> getter;

    LongMember(
        String name,
        List<String> aliases,
        Slot slot,
        java.lang.reflect.Member source,
        ToLongFunction<Object> getter) {
      super(name, aliases, long.class, slot, source);
      this.getter = getter;
    }

    @Override
    public Object get(Object owner) {
      return getter.applyAsLong(owner);
    }

    @Override
    public void write(Object owner, JsonWriter out) {
      out.writeLong(getter.applyAsLong(owner));
    }

    @Override
    public Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readLong() : super.read(in);
    }
  }

  private static final class DoubleMember extends Member {

    private final ToDoubleFunction<Object> getter;

    DoubleMember(
        String name,
        List<String> aliases,
        Slot slot,
        java.lang.reflect.Member source,
        ToDoubleFunction<Object> getter) {
      super(name, aliases, double.class, slot, source);
      this.getter = getter;
    }

    @Override
    public Object get(Object owner) {
      return getter.applyAsDouble(owner);
    }

    @Override
    public void write(Object owner, JsonWriter out) {
      out.writeDouble(getter.applyAsDouble(owner));
    }

    @Override
    public boolean isLeftOut(Object owner, JsonWriter out) {
      return out.isLeftOut(getter.applyAsDouble(owner));
    }

    @Override
    public Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readDouble() : super.read(in);
    }
  }

  private static final class BooleanMember extends Member {

    private final Predicate<Object> getter;

    BooleanMember(
        String name,
        List<String> aliases,
        Slot slot,
        java.lang.reflect.Member source,
        Predicate<Object> getter) {
      super(name, aliases, boolean.class, slot, source);
      this.getter = getter;
    }

    @Override
    public Object get(Object owner) {
      return getter.test(owner);
    }

    @Override
    public void write(Object owner, JsonWriter out) {
      out.writeBoolean(getter.test(owner));
    }

    @Override
    public Object read(JsonReader in) {
      return in.peek() == JsonToken.BOOLEAN ? (Object) in.readBoolean() : super.read(in);
    }
  }

  private static final class ObjectMember extends Member {

    private final Slot slot;
    private final Function<Object, Object> getter;

    ObjectMember(
        String name,
        List<String> aliases,
        Class<?> type,
        Slot slot,
        java.lang.reflect.Member source,
        Function<Object, Object> getter) {
      super(name, aliases, type, slot, source);
      this.slot = slot;
      this.getter = getter;
    }

    @Override
    public Object get(Object owner) {
      return getter.apply(owner);
    }

    @Override
    public void write(Object owner, JsonWriter out) {
      slot.write(getter.apply(owner), out);
    }

    /** An empty optional, which is written as null, is left out like null. */
    @Override
    public boolean isLeftOut(Object owner, JsonWriter out) {
      Object value = getter.apply(owner);
      return out.isLeftOut(value)
          || value != null && out.isLeftOut(null) && value.equals(missing());
    }
  }
}
