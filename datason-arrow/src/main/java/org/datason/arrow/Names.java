package org.datason.arrow;

import java.util.Map;
import org.datason.Datason;
import org.datason.config.DatasonConfig;

/**
 * Names in Arrow's metadata. They are UTF-8 there, so a name with half of a surrogate pair stands
 * in it as JSON, escaped.
 */
final class Names {

  /** The key of a field's name, where the field's own cannot be the name. */
  private static final String NAME = "datason:name";

  private static final Datason JSON =
      Datason.builder()
          .config(DatasonConfig.defaults().toBuilder().asciiOnly(true).build())
          .build();

  private Names() {}

  /** A name as JSON of ASCII alone. */
  static String encode(String name) {
    return JSON.toJson(name);
  }

  /** The name that JSON says; null if there is none. */
  static String decode(String json) {
    return json == null ? null : JSON.fromJson(json, String.class);
  }

  /** The name for a field, which is told by its metadata where it cannot be the name itself. */
  static String ofField(String name, Map<String, String> metadata) {
    StringBuilder plain = new StringBuilder();
    name.codePoints().forEach(c -> plain.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    if (!name.contentEquals(plain)) {
      metadata.put(NAME, encode(name));
    }
    return plain.toString();
  }

  /** The name of a field. */
  static String of(org.apache.arrow.vector.types.pojo.Field field) {
    String told = field.getMetadata().get(NAME);
    return told == null ? field.getName() : decode(told);
  }
}
