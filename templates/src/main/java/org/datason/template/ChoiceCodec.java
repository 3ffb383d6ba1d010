package org.datason.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/** One of a few texts, each kept once. */
final class ChoiceCodec extends Codec {

  private static final int SHOWN = 10;

  private final List<String> values;
  private final Map<String, String> known = new HashMap<>();

  ChoiceCodec(List<String> values) {
    this.values = values;
    values.forEach(value -> known.put(value, value));
  }

  @Override
  public String expected() {
    return "one of " + shown(values);
  }

  static String shown(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? ", ..." : "");
  }

  @Override
  boolean isLeaf() {
    return true;
  }

  @Override
  boolean takes(Object value) {
    return value instanceof String;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) (Class<?>) String.class;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    if (!known.containsKey(value)) {
      throw out.unsupported("Expected " + expected() + " but found \"" + value + '"');
    }
    out.writeString((String) value);
  }

  @Override
  public Object read(JsonReader in) {
    String value = known.get(in.readString());
    if (value == null) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}
