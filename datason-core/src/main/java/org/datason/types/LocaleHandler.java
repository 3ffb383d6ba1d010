package org.datason.types;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Locales: as a language tag, or as their fields where a tag would change them. */
final class LocaleHandler implements TypeHandler<Locale> {

  @Override
  public Class<Locale> type() {
    return Locale.class;
  }

  @Override
  public String hint() {
    return "java.util.Locale";
  }

  @Override
  public void writeHinted(Locale value, JsonWriter out) {
    check(value, out);
    TypeHandler.super.writeHinted(value, out);
  }

  private static void check(Locale value, JsonWriter out) {
    if (!isTag(value) && !ofFields(value).equals(value)) {
      throw out.unsupported("The locale " + value + " has no text that gives it back");
    }
  }

  @Override
  public void write(Locale value, JsonWriter out) {
    check(value, out);
    if (isTag(value)) {
      out.writeString(value.toLanguageTag());
      return;
    }
    out.beginObject();
    out.writeName("language");
    out.writeString(value.getLanguage());
    out.writeName("country");
    out.writeString(value.getCountry());
    out.writeName("variant");
    out.writeString(value.getVariant());
    out.endObject();
  }

  private static boolean isTag(Locale value) {
    return Locale.forLanguageTag(value.toLanguageTag()).equals(value);
  }

  private static Locale ofFields(Locale value) {
    return new Locale(value.getLanguage(), value.getCountry(), value.getVariant());
  }

  /** Not by Locale.forLanguageTag, which drops what it does not understand. */
  private static Locale ofTag(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public Locale read(JsonReader in) {
    if (in.peek() == JsonToken.STRING) {
      return ofTag(in.readString());
    }
    String language = "";
    String country = "";
    String variant = "";
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "language" -> language = in.readString();
        case "country" -> country = in.readString();
        case "variant" -> variant = in.readString();
        default -> in.skipValue();
      }
    }
    in.endObject();
    return new Locale(language, country, variant);
  }
}
