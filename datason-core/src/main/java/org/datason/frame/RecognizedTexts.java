package org.datason.frame;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

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

  private static final int UUID_LENGTH = 36;

  private RecognizedTexts() {}

  /** The column of what the texts stand for, or the texts themselves. */
  static Column of(Column texts) {
    int first = 0;
    while (first < texts.size() && texts.isMissing(first)) {
      first++;
    }
    for (FieldType type : TYPES) {
      if (first < texts.size() && isOf(type, texts.getText(first))) {
        Column column = parse(texts, type);
        if (column != null) {
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
      return n == UUID_LENGTH && text.equals(text.toLowerCase(Locale.ROOT));
    }
    if (TimeText.day(b, 0, n) == TimeText.NONE) {
      return false;
    }
    if (type == Simple.DATE) {
      return n == TimeText.DATE_LENGTH;
    }
    int end = ((Timestamp) type).zone() == null ? n : TimeText.utcEnd(b, 0, n);
    int time = TimeText.DATE_LENGTH + 1;
    return end > time && b[time - 1] == 'T' && TimeText.time(b, time, end) >= 0;
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
          UuidText.parse(b, 0, b.length, halves, 0);
          builder.append(new UUID(halves[0], halves[1]));
        } else {
          builder.appendLong(Times.parse(type, b, 0, b.length));
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // finer than the unit, or no UUID
    }
    return builder.build();
  }
}
