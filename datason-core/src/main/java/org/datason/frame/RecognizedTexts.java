package org.datason.frame;

import java.time.ZoneOffset;
import java.util.Arrays;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.json.TextBytes;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;
import org.datason.json.UuidText;

/**
 * Recognises columns of texts that are all dates, all timestamps (local, or all in UTC) or all
 * UUIDs, in the forms that this package writes. One text of another form leaves the column as it
 * is.
 */
final class RecognizedTexts {

  /** In the order in which they are tried. */
  static final FieldType[] TYPES = {
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
      if (first < texts.size() && new Form(type).matches(texts, first)) {
        Column column = parse(texts, type, exact);
        if (column != null) {
          return column;
        }
      }
    }
    return texts;
  }

  /** Whether texts, none of which is missing, all stand for values of a type. */
  static boolean are(Column texts, FieldType type, boolean exact) {
    return parse(texts, type, exact) != null;
  }

  /** The form of the texts of a type, in which one after the other is looked at. */
  private static final class Form {

    private final FieldType type;
    private final TimeForm timeForm;
    private final TimeParts parts = new TimeParts();
    private final TextBytes text = new TextBytes();

    Form(FieldType type) {
      this.type = type;
      timeForm = type == Simple.UUID ? null : Times.form(type);
    }

    /** Takes the text of a row; whether it is of the form. */
    boolean matches(Column texts, int row) {
      text.setLength(0);
      texts.appendText(row, text);
      return timeForm == null
          ? isLowerUuid(text.bytes(), text.length())
          : isTime(text.bytes(), text.length());
    }

    private boolean isTime(byte[] b, int n) {
      if (!parts.parse(b, 0, n, timeForm, 'T') || parts.year() == 0) {
        return false;
      }
      boolean hasSeconds = n == DATE_LENGTH || n >= SECONDS_END && b[MINUTES_END] == ':';
      boolean isUtc = !parts.hasOffset() || b[n - 1] == 'Z' || b[n - UTC_LENGTH] == '+';
      return hasSeconds && isUtc && parts.offset() == ZoneOffset.UTC;
    }

    private static boolean isLowerUuid(byte[] b, int n) {
      boolean lower = n == UuidText.LENGTH;
      for (int i = 0; lower && i < n; i++) {
        lower = b[i] < 'A' || b[i] > 'Z';
      }
      return lower;
    }

    void appendTo(ColumnBuilder builder) {
      if (timeForm == null) {
        builder.appendText(text.bytes(), 0, text.length());
      } else {
        builder.appendLong(Times.number(type, parts));
      }
    }
  }

  /** The column of a type, or null if a text is of another form. */
  private static Column parse(Column texts, FieldType type, boolean exact) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    Form form = new Form(type);
    try {
      for (int i = 0; i < texts.size(); i++) {
        if (texts.isMissing(i)) {
          builder.appendMissing();
        } else if (form.matches(texts, i)) {
          form.appendTo(builder);
        } else {
          return null;
        }
      }
    } catch (IllegalArgumentException e) {
      return null; // finer than the unit, or no UUID
    }
    Column column = builder.build();
    return !exact || sameTexts(column, texts) ? column : null;
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
}
