package org.datason.types;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/** The member of a record or bean that holds what its class has no members for. Thread-safe. */
final class Collector {

  private final String name;
  private final Slot value;
  private final Supplier<Map<Object, Object>> empty;
  private final Function<Object, Object> getter;

  private Collector(
      String name,
      Slot value,
      Supplier<Map<Object, Object>> empty,
      Function<Object, Object> getter) {
    this.name = name;
    this.value = value;
    this.empty = empty;
    this.getter = getter;
  }

  /**
   * A collector.
   *
   * @param name the name of the field or component
   * @param type its type
   * @param getter a function as {@link Getters} makes it
   */
  @SuppressWarnings("unchecked")
  static Collector of(String name, Type type, Object getter, TypeRegistry registry)
      throws ObjectPlan.Refusal {
    Class<?> raw = TypeVariables.raw(type);
    Supplier<Map<Object, Object>> empty =
        Map.class.isAssignableFrom(raw)
            ? Instances.of(raw, LinkedHashMap.class, TreeMap.class)
            : null;
    Class<?> keys = TypeVariables.raw(TypeVariables.argument(type, Map.class, 0));
    if (empty == null || !keys.isAssignableFrom(String.class)) {
      throw new ObjectPlan.Refusal(
          "The member \"" + name + "\" cannot collect unknown members, since it is no map of text");
    }
    Slot value = Slot.exact(TypeVariables.argument(type, Map.class, 1), registry);
    return new Collector(name, value, empty, (Function<Object, Object>) getter);
  }

  Map<Object, Object> empty() {
    return empty.get();
  }

  Slot value() {
    return value;
  }

  /** Reads the value of an unknown member. */
  void read(String member, Map<Object, Object> into, JsonReader in) {
    if (into.containsKey(member)) {
      in.repeated(member);
    }
    into.put(member, value.read(in));
  }

  /** The collected members of a value. */
  Map<?, ?> of(Object owner) {
    return (Map<?, ?>) getter.apply(owner);
  }

  /** Writes what a value has collected, as members of the object that is being written. */
  void write(Object owner, Set<String> taken, JsonWriter out) {
    Map<?, ?> collected = of(owner);
    if (collected == null) {
      throw out.unsupported(
          "The member \""
              + name
              + "\" collects unknown members and is null, which would be read"
              + " back as an empty map; use an empty map");
    }
    for (Map.Entry<?, ?> entry : collected.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw out.unsupported(
            "The member \"" + name + "\" collects unknown members and has a key that is no text");
      }
      if (taken.contains(key) || key.equals(Envelope.TYPE)) {
        throw out.unsupported(
            "The member \""
                + name
                + "\" collects unknown members and has one named \""
                + key
                + "\", a name that is taken");
      }
      out.writeName(key);
      value.write(entry.getValue(), out);
    }
  }
}
