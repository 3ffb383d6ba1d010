package org.datason.frame;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.json.TextBytes;
import org.datason.json.TimeParts;
import org.datason.json.UuidText;

/**
 * Recognises columns of texts that are all dates, all timestamps (local, or all in UTC) or all
 * UUIDs, in the forms that this package writes. One text of another form leaves the column as it
 * is.
 */
final class RecognizedTexts {

  private static final FieldType[] TYPES = {
    Simple.DATE,
    new Timestamp(Unit.US, null),
    new Timestamp(Unit.NS, null),
    new Timestamp(Unit.US, "UTC"),
    new Timestamp(Unit.NS, "UTC"),
    Simple.UUID
  };

  /** The places in {@code 2024-06-15T10:30:00}. */
  private static final int DATE_LENGTH = 10;

  private static final int MINUTES_END = 16;
  private static final int SECONDS_END = 19;

  /** The length of {@code +00:00}. */
  private static final int UTC_LENGTH = 6;

  private RecognizedTexts() {}

  /**
   * The column of what the texts stand for, or the texts themselves.
   *
   * @param exact whether each value must have the very text that it is told by
   */
  static Column of(Column texts, boolean exact) {
    int first = 0;
    while (first < texts.size() && texts.isMissing(first)) {
      first++;
    }
    for (FieldType type : TYPES) {
      if (first < texts.size() && isOf(type, texts.getText(first))) {
        Column column = parse(texts, type);
        if (column != null && (!exact || sameTexts(column, texts))) {
          return column;
        }
      }
    }
    return texts;
  }

  private static boolean isOf(FieldType type, String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    int n = b.length;
    if (type == Simple.UUID) {
      return n == UuidText.LENGTH && text.equals(text.toLowerCase(Locale.ROOT));
    }
    TimeParts parts = new TimeParts();
    if (!parts.parse(b, 0, n, Times.form(type), 'T') || parts.year() == 0) {
      return false;
    }
    boolean hasSeconds = n == DATE_LENGTH || n >= SECONDS_END && b[MINUTES_END] == ':';
    boolean isUtc = !parts.hasOffset() || b[n - 1] == 'Z' || b[n - UTC_LENGTH] == '+';
    return hasSeconds && isUtc && parts.offset() == ZoneOffset.UTC;
  }

  private static boolean sameTexts(Column column, Column texts) {
    TextBytes text = new TextBytes();
    TextBytes same = new TextBytes();
    for (int i = 0; i < texts.size(); i++) {
      if (texts.isMissing(i)) {
        continue;
      }
      text.setLength(0);
      same.setLength(0);
      texts.appendText(i, text);
      column.appendText(i, same);
      if (!Arrays.equals(text.bytes(), 0, text.length(), same.bytes(), 0, same.length())) {
        return false;
      }
    }
    return true;
  }

  /** The column of a type, or null if a text is of another form. */
  private static Column parse(Column texts, FieldType type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    try {
      for (int i = 0; i < texts.size(); i++) {
        if (texts.isMissing(i)) {
          builder.appendMissing();
          continue;
        }
        String text = texts.getText(i);
        if (!isOf(type, text)) {
          return null;
        }
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        if (type == Simple.UUID) {
          long[] halves = new long[2];
          if (!UuidText.parse(b, 0, b.length, halves, 0)) {
            return null;
          }
          builder.append(new UUID(halves[0], halves[1]));
        } else {
          builder.appendLong(Times.parse(type, b, 0, b.length));
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // finer than the unit
    }
    return builder.build();
  }
}
