package org.datason.types;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.datason.config.KeyForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Maps: an object where the keys are texts, or of a declared type with a text of its own; otherwise
 * a list of pairs. Both forms are read wherever they make sense.
 */
final class MapHandler implements TypeHandler<Map<Object, Object>>, Family {

  static final String HINT = "java.util.Map";

  private final Class<?> type;
  private final Slot key;
  private final Slot value;
  private final MapKeys texts;

  /** The keys where there are no pairs. */
  private final MapKeys plain;

  /** Whether keys are numbers, whose texts can cost more than their length. */
  private final boolean isNumber;

  private final Supplier<Map<Object, Object>> empty;

  MapHandler(Class<?> type, Slot key, Slot value, Supplier<Map<Object, Object>> empty) {
    this.type = type;
    this.key = key;
    this.value = value;
    this.texts = MapKeys.of(TypeVariables.raw(key.type()));
    this.isNumber = Number.class.isAssignableFrom(TypeVariables.raw(key.type()));
    this.plain = MapKeys.ofText(TypeVariables.raw(key.type()));
    this.empty = empty;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Map<Object, Object>> type() {
    return (Class<Map<Object, Object>>) type;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof MapHandler || own instanceof EnumMapHandler;
  }

  /** An enum map has our entries too. */
  @Override
  public TypeHandler<? extends Map<Object, Object>> subtype(String hint, String javaType) {
    return hint.equals(EnumMapHandler.HINT) ? this : null;
  }

  /** Whether the keys and values are of any class, so that the writer's own path is right. */
  private boolean isAny() {
    Class<?> keys = TypeVariables.raw(key.type());
    return value.any() && (keys == Object.class || keys == String.class);
  }

  @Override
  public void writeHinted(Map<Object, Object> map, JsonWriter out) {
    write(map, out);
  }

  @Override
  public void write(Map<Object, Object> map, JsonWriter out) {
    if (isAny()) {
      out.writeMap(map);
    } else if (texts != null && texts.areTexts(map)) {
      writeObject(map, texts, out);
    } else if (out.config().keyForm() == KeyForm.PAIRS && out.hints()) {
      writePairs(map, out);
    } else if (out.config().keyForm() != KeyForm.REFUSE && plain != null && plain.areTexts(map)) {
      writeObject(map, plain, out);
    } else {
      out.writeMap(map);
    }
  }

  private void writeObject(Map<Object, Object> map, MapKeys names, JsonWriter out) {
    out.beginObject();
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      Object v = entry.getValue();
      if (!out.isLeftOut(v)) {
        out.writeName(names.text(entry.getKey()));
        value.write(v, out);
      }
    }
    out.endObject();
  }

  private void writePairs(Map<Object, Object> map, JsonWriter out) {
    out.beginArray();
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      Object v = entry.getValue();
      if (!out.isSkipped(entry.getKey()) && !out.isSkipped(v)) {
        out.beginPair(entry.getKey());
        key.write(entry.getKey(), out);
        value.write(v, out);
        out.endArray();
      }
    }
    out.endArray();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<Object, Object> read(JsonReader in) {
    JsonToken token = in.peek();
    if (token == JsonToken.BEGIN_ARRAY) {
      return readPairs(in);
    }
    if (token != JsonToken.BEGIN_OBJECT) {
      throw in.mismatch("an object");
    }
    if (isAny() && type == Map.class) {
      return (Map<Object, Object>) in.readValue();
    }
    return readObject(in);
  }

  private Map<Object, Object> readObject(JsonReader in) {
    Map<Object, Object> map = empty.get();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (plain == null) {
        throw in.mismatch("a list of pairs, since the keys have no text, instead of an object");
      }
      if (isNumber && name.length() > in.config().maxNumberLength()) {
        throw in.mismatch("a key of at most maxNumberLength digits before the value");
      }
      Object k = plain.parse(name);
      if (map.containsKey(k)) {
        in.repeated(name);
      }
      put(map, k, value.read(in));
    }
    in.endObject();
    return map;
  }

  private Map<Object, Object> readPairs(JsonReader in) {
    Map<Object, Object> map = empty.get();
    in.beginArray();
    while (in.hasNext()) {
      in.beginArray();
      if (!in.hasNext()) {
        throw in.mismatch("a key and a value");
      }
      Object k = key.read(in);
      if (!in.hasNext()) {
        throw in.mismatch("the value of the key");
      }
      Object v = value.read(in);
      if (in.hasNext()) {
        throw in.mismatch("the end of the pair");
      }
      in.endArray();
      put(map, k, v);
    }
    in.endArray();
    return map;
  }

  private static void put(Map<Object, Object> map, Object key, Object value) {
    try {
      map.put(key, value);
    } catch (NullPointerException | ClassCastException e) {
      throw new IllegalArgumentException(
          "it takes no " + (key == null || value == null ? "null" : key.getClass().getName()), e);
    }
  }

  /** Maps with keys and values of any class. */
  static MapHandler any(TypeRegistry registry) {
    return new MapHandler(
        Map.class,
        Slot.plain(Object.class, registry),
        Slot.plain(Object.class, registry),
        LinkedHashMap::new);
  }
}
