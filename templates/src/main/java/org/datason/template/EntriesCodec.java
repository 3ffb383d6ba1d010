package org.datason.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;

/** An object of like values under any names, as a map. */
final class EntriesCodec extends Codec {

  private final Codec value;

  EntriesCodec(Codec value) {
    this.value = value;
  }

  Codec value() {
    return value;
  }

  @Override
  public String expected() {
    return "an object";
  }

  @Override
  boolean takes(Object map) {
    return map instanceof Map;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) (Class<?>) Map.class;
  }

  @Override
  public void write(Object map, JsonWriter out) {
    out.beginObject();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
      if (!(entry.getKey() instanceof String name)) {
        throw out.unsupported("Expected a map whose keys are texts, as its template has it");
      }
      if (!out.leavesOut() || !out.isLeftOut(entry.getValue())) {
        out.writeName(name);
        value.writeValue(entry.getValue(), out);
      }
    }
    out.endObject();
  }

  @Override
  public Object read(JsonReader in) {
    Map<String, Object> map = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (map.containsKey(name)) {
        in.repeated(name);
      }
      map.put(name, value.readValue(in));
    }
    in.endObject();
    return map;
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    if (in.peek() != JsonToken.BEGIN_OBJECT || in.isHintedNext()) {
      return super.check(in, violations);
    }
    int before = violations.size();
    Map<String, Object> map = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (map.containsKey(name)) {
        violations.addRepeated(in, name);
      }
      map.put(name, value.check(in, violations));
    }
    in.endObject();
    return violations.size() > before ? INVALID : map;
  }
}
