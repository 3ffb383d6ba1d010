package org.datason.frame;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/**
 * The values of one type in the rows of a table, some of which may be missing. A missing value is
 * none of the type's: neither an empty text nor NaN. Immutable and thread-safe; compared bit by
 * bit.
 *
 * <pre>{@code
 * Column losses = Column.wrap(FieldType.Simple.FLOAT64, new double[] {0.75, 0.5, Double.NaN});
 * Column names = Column.of(FieldType.Simple.TEXT, "ada", null, "grace");
 * losses.getDouble(1); // 0.5
 * names.isMissing(1); // true
 * losses.slice(1, 3); // the last two, not copied
 * }</pre>
 *
 * <p>Rows are counted from 0. A row that is not there is an {@link IndexOutOfBoundsException}; a
 * typed accessor that the type does not have is an {@link UnsupportedOperationException}; a typed
 * accessor of a missing value is a {@link java.util.NoSuchElementException}.
 */
public final class Column {

  private final FieldType type;
  private final Cells cells;

  /** A bit for each of the cells, set where there is a value; null where none is missing. */
  private final long[] valid;

  private final int from;
  private final int size;

  Column(FieldType type, Cells cells, long[] valid, int from, int size) {
    this.type = type;
    this.cells = cells;
    this.valid = valid;
    this.from = from;
    this.size = size;
  }

  // ---------------------------------------------------------------- making

  /**
   * A column of objects.
   *
   * @param type the type
   * @param values of the classes that {@link #get} gives; null is missing
   * @return the column
   * @throws IllegalArgumentException if the type does not have one of them
   */
  public static Column of(FieldType type, Object... values) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (Object value : values) {
      builder.append(value);
    }
    return builder.build();
  }

  /**
   * A dictionary column.
   *
   * @param categories the categories, each once and none missing, in their order
   * @param ordered whether their order means something
   * @param values the categories of the rows; null is missing
   * @return the column
   * @throws IllegalArgumentException if a value is none of the categories
   */
  public static Column dictionary(Column categories, boolean ordered, Object... values) {
    FieldType.Dictionary type = new FieldType.Dictionary(categories.type(), ordered);
    ColumnBuilder builder = new DictionaryBuilder(type, categories);
    for (Object value : values) {
      builder.append(value);
    }
    return builder.build();
  }

  /**
   * A column of booleans over an array, which is not copied and must not change.
   *
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(boolean[] values) {
    return whole(FieldType.Simple.BOOLEAN, new SmallCells.Booleans(values));
  }

  /**
   * A column over an array, which is not copied and must not change.
   *
   * @param type INT8 or UINT8
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(FieldType type, byte[] values) {
    check(type, FieldType.Simple.INT8, FieldType.Simple.UINT8);
    return whole(type, new IntegerCells.Bytes(values, type == FieldType.Simple.UINT8));
  }

  /**
   * A column over an array, which is not copied and must not change.
   *
   * @param type INT16, UINT16 or (by its bits) FLOAT16
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(FieldType type, short[] values) {
    check(type, FieldType.Simple.INT16, FieldType.Simple.UINT16, FieldType.Simple.FLOAT16);
    return whole(
        type,
        type == FieldType.Simple.FLOAT16
            ? new FloatCells.Halves(values)
            : new IntegerCells.Shorts(values, type == FieldType.Simple.UINT16));
  }

  /**
   * A column over an array, which is not copied and must not change.
   *
   * @param type INT32, UINT32 or (by its days) DATE
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(FieldType type, int[] values) {
    check(type, FieldType.Simple.INT32, FieldType.Simple.UINT32, FieldType.Simple.DATE);
    IntegerCells cells = new IntegerCells.Ints(values, type == FieldType.Simple.UINT32);
    return whole(type, type == FieldType.Simple.DATE ? new TimeCells(type, cells) : cells);
  }

  /**
   * A column over an array, which is not copied and must not change.
   *
   * @param type INT64; by their numbers DURATION and timestamps; or UUID, two longs each, the most
   *     significant one first
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(FieldType type, long[] values) {
    if (type == FieldType.Simple.UUID) {
      return whole(type, new SmallCells.Uuids(values));
    }
    IntegerCells cells = new IntegerCells.Longs(values);
    if (type instanceof FieldType.Timestamp || type == FieldType.Simple.DURATION) {
      return whole(type, new TimeCells(type, cells));
    }
    check(type, FieldType.Simple.INT64);
    return whole(type, cells);
  }

  /**
   * A column of FLOAT32 over an array, which is not copied and must not change.
   *
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(float[] values) {
    return whole(FieldType.Simple.FLOAT32, new FloatCells.Floats(values));
  }

  /**
   * A column of FLOAT64 over an array, which is not copied and must not change.
   *
   * @param values the values
   * @return the column, without missing values
   */
  public static Column wrap(double[] values) {
    return whole(FieldType.Simple.FLOAT64, new FloatCells.Doubles(values));
  }

  private static Column whole(FieldType type, Cells cells) {
    return new Column(type, cells, null, 0, cells.size());
  }

  private static void check(FieldType type, FieldType... possible) {
    if (!Arrays.asList(possible).contains(type)) {
      throw new IllegalArgumentException(
          "Expected one of " + Arrays.toString(possible) + " for these values, not " + type);
    }
  }

  /**
   * The same values, of which some are missing.
   *
   * @param validity a bit for each row, the lowest of the first long for row 0: set where the value
   *     is present; not copied
   * @return the column
   * @throws IllegalArgumentException if there are too few bits, or this is a slice or has missing
   *     values already
   */
  public Column withValidity(long[] validity) {
    if (valid != null || from > 0 || size != cells.size()) {
      throw new IllegalArgumentException("This is a slice or has missing values already");
    }
    if (validity.length < size + 63L >> 6) {
      throw new IllegalArgumentException(
          "Expected " + (size + 63L >> 6) + " longs for " + size + " rows, not " + validity.length);
    }
    return new Column(type, cells, validity, 0, size);
  }

  // ---------------------------------------------------------------- reading

  /**
   * The type of the values.
   *
   * @return the type
   */
  public FieldType type() {
    return type;
  }

  /**
   * How many rows there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Whether a row has no value.
   *
   * @param row the row
   * @return whether it is missing
   */
  public boolean isMissing(int row) {
    return isMissingAt(from + Objects.checkIndex(row, size));
  }

  private boolean isMissingAt(int i) {
    return valid != null && (valid[i >> 6] >>> i & 1) == 0;
  }

  /**
   * How many rows have no value.
   *
   * @return 0 or more
   */
  public int missing() {
    int missing = 0;
    for (int i = from; valid != null && i < from + size; i++) {
      missing += isMissingAt(i) ? 1 : 0;
    }
    return missing;
  }

  private int present(int row) {
    int i = from + Objects.checkIndex(row, size);
    if (isMissingAt(i)) {
      throw new NoSuchElementException(
          "Row " + row + " is missing; ask isMissing(row), or get(row), which gives null for it");
    }
    return i;
  }

  /**
   * A value of type BOOLEAN.
   *
   * @param row the row
   * @return the value
   */
  public boolean getBoolean(int row) {
    return cells.getBoolean(present(row));
  }

  /**
   * An integer of any width; of a DATE the days since 1970-01-01, of a TIME the nanoseconds since
   * midnight, of a DURATION its nanoseconds, of a timestamp its units since 1970 (with a zone: in
   * UTC), of a dictionary the number of the category.
   *
   * @param row the row
   * @return the value
   */
  public long getLong(int row) {
    return cells.getLong(present(row));
  }

  /**
   * A floating-point number, or an integer as the nearest one.
   *
   * @param row the row
   * @return the value
   */
  public double getDouble(int row) {
    return cells.getDouble(present(row));
  }

  /**
   * A text, or the text of a dictionary's category.
   *
   * @param row the row
   * @return the value
   */
  public String getText(int row) {
    return cells.getText(present(row));
  }

  /**
   * A value of any type as an object: {@code Boolean}, {@code Byte}, {@code Short}, {@code Integer}
   * (also UINT8 and UINT16), {@code Long} (also UINT32), {@code Float} (also FLOAT16), {@code
   * Double}, {@code BigDecimal}, {@code String}, {@code LocalDate}, {@code LocalTime}, {@code
   * LocalDateTime} or with a zone {@code ZonedDateTime}, {@code Duration}, {@code UUID}, {@code
   * byte[]}, {@code List}, {@code Map}; of a dictionary the category.
   *
   * @param row the row
   * @return the value, or null if it is missing
   */
  public Object get(int row) {
    int i = from + Objects.checkIndex(row, size);
    return isMissingAt(i) ? null : cells.get(i);
  }

  /**
   * Appends the text that a value has in a CSV file, of which a {@link ColumnBuilder} of the type
   * makes the same value again ({@link ColumnBuilder#appendText}): {@code true}, {@code 12}, {@code
   * 0.5}, {@code NaN}, {@code 1.50} of a decimal, the text itself, ISO 8601 for dates and times (of
   * a timestamp with a zone in UTC; the number where the year is beyond 1 to 9999), {@code
   * PT1H0.5S}, base64, of a dictionary that of the category.
   *
   * @param row the row
   * @param out what to append it to
   * @throws UnsupportedOperationException of lists, structs and mixed values, whose text is the
   *     JSON that {@link #write} gives
   */
  public void appendText(int row, TextBytes out) {
    cells.text(present(row), out);
  }

  /**
   * Writes a value as plain JSON, of which a {@link ColumnBuilder} of the type makes the same value
   * again ({@link ColumnBuilder#appendFrom}), but for NaN: by the settings that is null, or loses
   * its payload.
   *
   * @param row the row
   * @param out where to; null where the value is missing
   */
  public void write(int row, JsonWriter out) {
    int i = from + Objects.checkIndex(row, size);
    if (isMissingAt(i)) {
      out.writeNull();
    } else {
      cells.write(i, out);
    }
  }

  /**
   * The categories of a dictionary column, those that no row has included.
   *
   * @return the categories in their order
   * @throws UnsupportedOperationException if this is no dictionary column
   */
  public Column categories() {
    if (cells instanceof DictionaryBuilder.DictionaryCells dictionary) {
      return dictionary.categories;
    }
    throw new UnsupportedOperationException("no categories in a column of " + type);
  }

  /**
   * Some rows in a column of their own; nothing is copied.
   *
   * @param start the first row
   * @param end after the last row
   * @return the column
   */
  public Column slice(int start, int end) {
    Objects.checkFromToIndex(start, end, size);
    return new Column(type, cells, valid, from + start, end - start);
  }

  /**
   * How the values lie in memory, for columnar formats.
   *
   * @return a view
   */
  public ColumnStorage storage() {
    return new ColumnStorage(this);
  }

  /**
   * The bytes of memory that the values take: all of them, where this is a slice. Of mixed values
   * only the references count.
   *
   * @return 0 or more
   */
  public long memory() {
    return cells.memory() + (valid == null ? 0 : 8L * valid.length);
  }

  // ---------------------------------------------------------------- for the codecs

  Cells cells() {
    return cells;
  }

  /** A bit for each of the cells; null where none is missing. */
  long[] valid() {
    return valid;
  }

  /** The number of the first row among the cells. */
  int from() {
    return from;
  }

  /** Whether the settings leave out the member that a value is in a row written as an object. */
  boolean isLeftOut(int row, JsonWriter out) {
    int i = from + row;
    return isMissingAt(i) ? out.isLeftOut(null) : cells.isLeftOut(i, out);
  }

  /** Writes all values as items of an array. */
  void writeAll(JsonWriter out) {
    int end = from + size;
    int i = from;
    while (i < end) {
      int start = i;
      while (i < end && !isMissingAt(i)) {
        i = valid == null ? end : i + 1;
      }
      cells.write(start, i, out);
      for (; i < end && isMissingAt(i); i++) {
        out.writeNull();
      }
    }
  }

  boolean same(int row, Column other, int otherRow) {
    int i = from + row;
    int j = other.from + otherRow;
    boolean missing = isMissingAt(i);
    return missing == other.isMissingAt(j) && (missing || cells.same(i, other.cells, j));
  }

  int hash(int row) {
    return isMissingAt(from + row) ? 0 : cells.hash(from + row);
  }

  boolean sameValues(Column other) {
    boolean same = size == other.size;
    for (int i = 0; same && i < size; i++) {
      same = same(i, other, i);
    }
    return same;
  }

  // ---------------------------------------------------------------- as an object

  /** Whether the other one has the same type, categories and rows, bit by bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Column that
        && type.equals(that.type)
        && Objects.equals(dictionary(), that.dictionary())
        && sameValues(that);
  }

  private Column dictionary() {
    return type instanceof FieldType.Dictionary ? categories() : null;
  }

  @Override
  public int hashCode() {
    int hash = type.hashCode();
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + hash(i);
    }
    return hash;
  }

  /** The type and the first values: {@code float64[0.75, null, 0.5]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type.toString()).append('[');
    int shown = Math.min(size, FrameText.MOST_ROWS);
    for (int i = 0; i < shown; i++) {
      text.append(i == 0 ? "" : ", ").append(FrameText.cell(get(i)));
    }
    return text.append(shown < size ? ", ... " + size + " rows]" : "]").toString();
  }
}
