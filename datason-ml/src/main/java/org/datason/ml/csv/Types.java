package org.datason.ml.csv;

import java.util.Set;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.json.NumberText;
import org.datason.json.TextBytes;

/** What has to be known of types. */
final class Types {

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "NaN", "Infinity", "-Infinity");

  private Types() {}

  /** Whether values are told by JSON. */
  static boolean isJson(FieldType type) {
    return type == Simple.MIXED
        || type instanceof FieldType.ListOf
        || type instanceof FieldType.Struct;
  }

  /** Whether an empty text stands for a value. */
  static boolean hasEmptyText(FieldType type) {
    FieldType values = type instanceof FieldType.Dictionary dictionary ? dictionary.values() : type;
    return values == Simple.TEXT || values == Simple.BINARY || values == Simple.MIXED;
  }

  /**
   * Whether a text among mixed values stands for itself: it is no number or other word of JSON, and
   * begins neither as a text, list or object of JSON.
   */
  static boolean isItself(byte[] text, int length) {
    if (length == 0) {
      return true;
    }
    int first = text[0];
    if (first == '"' || first == '[' || first == '{' || first == ' ') {
      return false;
    }
    return NumberText.kind(text, 0, length) == null
        && !WORDS.contains(TextBytes.decode(text, 0, length));
  }
}
