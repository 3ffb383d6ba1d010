package org.datason.ml.tablesaw;

import java.time.Duration;
import java.util.Base64;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import tech.tablesaw.api.StringColumn;

/** Makes Tablesaw's columns of texts, and such of what it has no column for. */
final class TextColumns {

  private TextColumns() {}

  static StringColumn texts(Source source) {
    Column column = source.column();
    StringColumn result = StringColumn.create(source.name());
    for (int i = 0; i < column.size(); i++) {
      append(result, i, column.isMissing(i) ? null : column.getText(i), source);
    }
    return result;
  }

  /**
   * Appends a text.
   *
   * @param text null for a missing value
   */
  private static void append(StringColumn result, int row, String text, Source source) {
    if (text != null && text.isEmpty()) {
      source.lose(
          row,
          "an empty text is what Tablesaw has for a missing value of STRING",
          "make it missing,",
          "makes it missing");
    }
    if (text == null) {
      result.appendMissing();
    } else {
      result.append(text);
    }
  }

  static StringColumn uuids(Source source) {
    StringColumn result = StringColumn.create(source.name());
    for (int i = 0; i < source.size(); i++) {
      append(result, i, source.isMissing(i) ? null : source.column().get(i).toString(), source);
    }
    return result;
  }

  /** The texts of values of types that Tablesaw does not have. */
  static StringColumn ofAnything(Source source) {
    Column column = source.column();
    FieldType type = column.type();
    if (type != Simple.MIXED || column.missing() < column.size()) {
      boolean json = type != Simple.DURATION && type != Simple.BINARY;
      source.lose(
          "is " + type + ", which no column of Tablesaw holds",
          "make it text",
          json ? "takes texts as they are and other values as JSON" : "takes the values as text");
    }
    Datason plain = Datason.create().with(c -> c.hints(false));
    StringColumn result = StringColumn.create(source.name());
    for (int i = 0; i < column.size(); i++) {
      append(result, i, text(column.get(i), plain), source);
    }
    return result;
  }

  private static String text(Object value, Datason plain) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Duration duration) {
      return duration.toString();
    }
    String json = plain.toJson(value);
    return json.startsWith("\"") ? plain.fromJson(json, String.class) : json;
  }
}
