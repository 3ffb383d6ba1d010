package org.datason.types;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.datason.config.EnumForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TextTable;
import org.datason.json.TypeHandler;

/**
 * The constants of an enum, by their names, or by their texts or ordinals where the settings say
 * so. Names and ordinals are always read, texts where they are set.
 */
final class EnumHandler implements TypeHandler<Enum<?>> {

  private static final int SHOWN = 10;

  private final Class<?> type;
  private final String hint;
  private final Map<String, Enum<?>> constants = new LinkedHashMap<>();
  private final Enum<?>[] ordinals;
  private final TextTable names;

  EnumHandler(Class<?> type, String hint) {
    this.type = type;
    this.hint = hint;
    this.ordinals = (Enum<?>[]) type.getEnumConstants();
    for (Enum<?> constant : ordinals) {
      constants.put(constant.name(), constant);
    }
    names = TextTable.of(List.copyOf(constants.keySet()));
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
    switch (out.config().enumForm()) {
      case TEXT -> out.writeString(text(constant, out));
      case ORDINAL -> out.writeInt(constant.ordinal());
      default -> out.writeString(constant.name());
    }
  }

  private String text(Enum<?> constant, JsonWriter out) {
    String text = constant.toString();
    if (ofText(text) != constant) {
      throw out.unsupported(
          "The enum "
              + type.getName()
              + " has another constant with the text \""
              + text
              + "\"; set another enumForm");
    }
    return text;
  }

  /** The first constant with that text, or null. */
  private Enum<?> ofText(String text) {
    for (Enum<?> constant : ordinals) {
      if (text.equals(constant.toString())) {
        return constant;
      }
    }
    return null;
  }

  @Override
  public Enum<?> read(JsonReader in) {
    if (in.peek() == JsonToken.NUMBER) {
      int ordinal = in.readInt();
      if (ordinal < 0 || ordinal >= ordinals.length) {
        throw new IllegalArgumentException("it has the ordinals 0 to " + (ordinals.length - 1));
      }
      return ordinals[ordinal];
    }
    boolean texts = in.config().enumForm() == EnumForm.TEXT;
    int number = texts ? -1 : in.tryText(names);
    if (number >= 0) {
      return ordinals[number];
    }
    String text = in.readString();
    Enum<?> constant = texts ? ofText(text) : null;
    if (constant == null) {
      constant = constants.get(text);
    }
    if (constant == null) {
      throw new IllegalArgumentException("known: " + (texts ? Arrays.toString(ordinals) : known()));
    }
    return constant;
  }

  private String known() {
    String names = constants.keySet().stream().limit(SHOWN).collect(Collectors.joining(", "));
    return constants.isEmpty() ? "none" : constants.size() > SHOWN ? names + ", ..." : names;
  }
}
