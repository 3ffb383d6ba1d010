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
abstract class Member {

  private final String name;
  private final List<String> aliases;
  private final Class<?> type;
  private final Slot slot;

  private Member(String name, List<String> aliases, Class<?> type, Slot slot) {
    this.name = name;
    this.aliases = aliases;
    this.type = type;
    this.slot = slot;
  }

  /**
   * A member.
   *
   * @param aliases more names to read it by
   * @param type its class
   * @param getter a function as {@link Getters} makes it
   */
  @SuppressWarnings("unchecked")
  static Member of(String name, List<String> aliases, Class<?> type, Slot slot, Object getter) {
    if (type == int.class) {
      return new IntMember(name, aliases, slot, (ToIntFunction<Object>) getter);
    }
    if (type == long.class) {
      return new LongMember(name, aliases, slot, (ToLongFunction<Object>) getter);
    }
    if (type == double.class) {
      return new DoubleMember(name, aliases, slot, (ToDoubleFunction<Object>) getter);
    }
    if (type == boolean.class) {
      return new BooleanMember(name, aliases, slot, (Predicate<Object>) getter);
    }
    return new ObjectMember(name, aliases, type, slot, (Function<Object, Object>) getter);
  }

  final String name() {
    return name;
  }

  /** More names that it is read by. */
  final List<String> aliases() {
    return aliases;
  }

  final Slot slot() {
    return slot;
  }

  /** Null, or what else stands for no value: an empty optional, 0, false. */
  final Object none() {
    return type.isPrimitive() ? Arguments.zero(type) : missing();
  }

  final boolean isPrimitive() {
    return type.isPrimitive();
  }

  /** What a missing member is: null, or what else null stands for. */
  final Object missing() {
    return slot.any() ? null : slot.handler().nullValue();
  }

  /** Writes the value that the owner has. */
  abstract void write(Object owner, JsonWriter out);

  /** Whether the settings leave out the value that the owner has. */
  boolean isLeftOut(Object owner, JsonWriter out) {
    return false;
  }

  /** Reads a value. */
  Object read(JsonReader in) {
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

    IntMember(String name, List<String> aliases, Slot slot, ToIntFunction<Object> getter) {
      super(name, aliases, int.class, slot);
      this.getter = getter;
    }

    @Override
    void write(Object owner, JsonWriter out) {
      out.writeInt(getter.applyAsInt(owner));
    }

    @Override
    Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readInt() : super.read(in);
    }
  }

  private static final class LongMember extends Member {

    private final ToLongFunction<Object> getter;

    LongMember(String name, List<String> aliases, Slot slot, ToLongFunction<Object> getter) {
      super(name, aliases, long.class, slot);
      this.getter = getter;
    }

    @Override
    void write(Object owner, JsonWriter out) {
      out.writeLong(getter.applyAsLong(owner));
    }

    @Override
    Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readLong() : super.read(in);
    }
  }

  private static final class DoubleMember extends Member {

    private final ToDoubleFunction<Object> getter;

    DoubleMember(String name, List<String> aliases, Slot slot, ToDoubleFunction<Object> getter) {
      super(name, aliases, double.class, slot);
      this.getter = getter;
    }

    @Override
    void write(Object owner, JsonWriter out) {
      out.writeDouble(getter.applyAsDouble(owner));
    }

    @Override
    boolean isLeftOut(Object owner, JsonWriter out) {
      return out.isLeftOut(getter.applyAsDouble(owner));
    }

    @Override
    Object read(JsonReader in) {
      return in.peek() == JsonToken.NUMBER ? (Object) in.readDouble() : super.read(in);
    }
  }

  private static final class BooleanMember extends Member {

    private final Predicate<Object> getter;

    BooleanMember(String name, List<String> aliases, Slot slot, Predicate<Object> getter) {
      super(name, aliases, boolean.class, slot);
      this.getter = getter;
    }

    @Override
    void write(Object owner, JsonWriter out) {
      out.writeBoolean(getter.test(owner));
    }

    @Override
    Object read(JsonReader in) {
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
        Function<Object, Object> getter) {
      super(name, aliases, type, slot);
      this.slot = slot;
      this.getter = getter;
    }

    @Override
    void write(Object owner, JsonWriter out) {
      slot.write(getter.apply(owner), out);
    }

    /** An empty optional, which is written as null, is left out like null. */
    @Override
    boolean isLeftOut(Object owner, JsonWriter out) {
      Object value = getter.apply(owner);
      return out.isLeftOut(value)
          || value != null && out.isLeftOut(null) && value.equals(missing());
    }
  }
}
