package org.datason.types;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** The constants of an enum, by their names. */
final class EnumHandler implements TypeHandler<Enum<?>> {

  private static final int SHOWN = 10;

  private final Class<?> type;
  private final String hint;
  private final Map<String, Enum<?>> constants = new LinkedHashMap<>();

  EnumHandler(Class<?> type, String hint) {
    this.type = type;
    this.hint = hint;
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), (Enum<?>) constant);
    }
  }

  /** The enum of a constant's class, which is a subclass where the constant has a body; or null. */
  static Class<?> enumOf(Class<?> c) {
    if (!Enum.class.isAssignableFrom(c) || c == Enum.class) {
      return null;
    }
    return c.isEnum() ? c : c.getSuperclass();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Enum<?>> type() {
    return (Class<Enum<?>>) type;
  }

  @Override
  public boolean handles(Class<?> c) {
    return type.isAssignableFrom(c);
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public void write(Enum<?> constant, JsonWriter out) {
    out.writeString(constant.name());
  }

  @Override
  public Enum<?> read(JsonReader in) {
    Enum<?> constant = constants.get(in.readString());
    if (constant == null) {
      throw new IllegalArgumentException("known: " + known());
    }
    return constant;
  }

  private String known() {
    String names = constants.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
    return constants.isEmpty() ? "none" : constants.size() > SHOWN ? names + ", ..." : names;
  }
}
