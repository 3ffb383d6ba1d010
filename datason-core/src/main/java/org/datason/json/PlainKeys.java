package org.datason.json;

import java.time.temporal.TemporalAccessor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.datason.config.UnknownTypes;

/** Writes a map with keys of any kind as a plain object, where there are no pairs. */
final class PlainKeys {

  private PlainKeys() {}

  static boolean areTexts(Map<?, ?> map) {
    return map.keySet().stream().allMatch(String.class::isInstance);
  }

  /** Whether the object would be taken for one with a hint. */
  static boolean isEnvelope(Map<?, ?> map) {
    return map.keySet().stream().anyMatch(Envelope.TYPE::equals);
  }

  static void write(JsonWriter w, Map<?, ?> map) {
    Set<String> names = new HashSet<>();
    w.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = text(w, entry.getKey());
      if (!names.add(name)) {
        throw w.unsupported(
            "Two keys of the map have the same text, \"" + w.shown(name) + "\"; " + wayOut(w));
      }
      Object value = entry.getValue();
      if (!w.isLeftOut(value)) {
        w.writeName(name);
        w.writeValue(value);
      }
    }
    w.endObject();
  }

  private static String text(JsonWriter w, Object key) {
    String text = textOf(key);
    if (text == null && isUnknown(w, key)) {
      text = String.valueOf(key);
    }
    if (text == null) {
      throw w.unsupported(
          "A key of "
              + (key == null ? "null" : key.getClass().getName())
              + " has no plain text; "
              + wayOut(w));
    }
    return text;
  }

  /** Whether a key is written as its text only since no handler writes it. */
  private static boolean isUnknown(JsonWriter w, Object key) {
    return w.unknownTypes == UnknownTypes.TEXT && key != null && !w.types.writes(key.getClass());
  }

  /** The plain text of a key, or null if it has none. */
  static String textOf(Object key) {
    if (key instanceof Enum<?> constant) {
      return constant.name();
    }
    boolean plain =
        key instanceof CharSequence
            || key instanceof Number
            || key instanceof Boolean
            || key instanceof Character
            || key instanceof UUID
            || key instanceof TemporalAccessor;
    return plain ? key.toString() : null;
  }

  private static String wayOut(JsonWriter w) {
    return w.hints ? "set keyForm to PAIRS" : "write the map with hints";
  }
}
