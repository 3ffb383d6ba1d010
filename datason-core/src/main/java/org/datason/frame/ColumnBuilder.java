package org.datason.frame;

import java.util.Arrays;
import java.util.List;
import org.datason.json.JsonReader;

/**
 * Gathers the values of a column, one after the other, without boxing where the type is primitive.
 * Not thread-safe.
 *
 * <pre>{@code
 * ColumnBuilder losses = ColumnBuilder.of(FieldType.Simple.FLOAT64);
 * losses.appendDouble(0.5);
 * losses.appendMissing();
 * Column column = losses.build();
 * }</pre>
 */
public abstract sealed class ColumnBuilder
    permits DictionaryBuilder,
        InferringBuilder,
        InferringTextBuilder,
        ListBuilder,
        LongsBuilder,
        ObjectsBuilder,
        StructBuilder,
        TextBuilder,
        UuidBuilder {

  private static final int MOST_RESERVED = 1 << 16;

  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  private final FieldType type;
  private int size;

  /** A bit for each row that has a value; null as long as none is missing. */
  private long[] valid;

  ColumnBuilder(FieldType type) {
    this.type = type;
  }

  /**
   * A builder of a column. The categories of a dictionary are those that come, in their order.
   *
   * @param type the type of the values
   * @return the builder
   */
  public static ColumnBuilder of(FieldType type) {
    if (type instanceof FieldType.Simple simple) {
      return switch (simple) {
        case TEXT -> new TextBuilder();
        case UUID -> new UuidBuilder();
        case BINARY, MIXED -> new ObjectsBuilder(type);
        default -> new LongsBuilder(type);
      };
    }
    if (type instanceof FieldType.Decimal decimal) {
      return decimal.precision() > FieldType.Decimal.LONG_DIGITS
          ? new ObjectsBuilder(type)
          : new LongsBuilder(type);
    }
    if (type instanceof FieldType.Dictionary dictionary) {
      return new DictionaryBuilder(dictionary, null);
    }
    if (type instanceof FieldType.ListOf list) {
      return new ListBuilder(list, of(list.items()));
    }
    return type instanceof FieldType.Struct struct
        ? new StructBuilder(struct)
        : new LongsBuilder(type);
  }

  /**
   * A builder of a column like another one: of its type, and with the same categories, also of
   * those in lists and structs.
   *
   * @param column the other one
   * @return the builder, without values
   */
  public static ColumnBuilder like(Column column) {
    if (column.cells() instanceof DictionaryBuilder.DictionaryCells dictionary) {
      return new DictionaryBuilder((FieldType.Dictionary) column.type(), dictionary.categories);
    }
    if (column.cells() instanceof ListBuilder.ListCells lists) {
      return new ListBuilder(column.type(), like(lists.items));
    }
    if (column.cells() instanceof StructBuilder.StructCells structs) {
      List<ColumnBuilder> fields = structs.columns.stream().map(ColumnBuilder::like).toList();
      return new StructBuilder(column.type(), new Records(structs.schema, fields, null));
    }
    return of(column.type());
  }

  /**
   * A builder of a column whose values are given as texts by {@link #appendText}, and whose type is
   * inferred from all of them: it begins with that of the first one and widens as others come, from
   * BOOLEAN or from INT64 over FLOAT64 and decimals to TEXT. Texts that are all dates, all
   * timestamps or all UUIDs become these in the end. Empty texts are missing where the column is
   * not one of texts.
   *
   * <p>A text counts as a number or such only where the value has this very text ({@link
   * Column#appendText}), so that {@code 007}, {@code +5} and {@code 1e5} stay texts; though a
   * number may gain zeros behind the point, as {@code 1} does beside {@code 2.5}, and a double may
   * have the exponent that Python gives it: {@code 1e-05}. If {@code lenient}, it is the value that
   * counts, in all usual spellings: {@code TRUE}, {@code +5}, {@code 1E5}, {@code .5}, {@code 2.50}
   * as a FLOAT64, {@code nan}; but never {@code 007}. No digit is lost in either way.
   *
   * @param lenient whether other spellings count too
   * @return the builder
   */
  public static ColumnBuilder ofTexts(boolean lenient) {
    return new InferringTextBuilder(lenient);
  }

  /**
   * The type of the values.
   *
   * @return the type
   */
  public FieldType type() {
    return type;
  }

  /**
   * How many values were appended, missing ones included.
   *
   * @return 0 or more
   */
  public final int size() {
    return size;
  }

  /**
   * Appends a value.
   *
   * @param value of the class that {@link Column#get} gives, or an integer of another width that
   *     fits; null is missing
   * @throws IllegalArgumentException if the type does not have this value
   */
  public final void append(Object value) {
    if (value == null) {
      appendMissing();
    } else {
      put(value);
      added();
    }
  }

  /**
   * Appends an integer, or the number that stands for a date, time, timestamp or duration, as
   * {@link Column#getLong} gives it.
   *
   * @param value the number
   * @throws IllegalArgumentException if the type does not have this value
   */
  public final void appendLong(long value) {
    putLong(value);
    added();
  }

  /**
   * Appends a floating-point number.
   *
   * @param value the number
   * @throws IllegalArgumentException if the type does not have this value
   */
  public final void appendDouble(double value) {
    putDouble(value);
    added();
  }

  /** Appends a missing value. */
  public final void appendMissing() {
    if (valid == null) {
      valid = new long[Math.max(4, (size >> 6) + 1)];
      Arrays.fill(valid, 0, size >> 6, -1L);
      valid[size >> 6] = (1L << size) - 1;
    }
    putMissing();
    if (size >> 6 == valid.length) {
      valid = Arrays.copyOf(valid, valid.length * 2);
    }
    size++;
  }

  /** Appends missing values up to a size. */
  final void pad(int to) {
    while (size < to) {
      appendMissing();
    }
  }

  /**
   * Appends the value that a text stands for: as {@link Column#appendText} gives it, or in another
   * usual spelling, such as {@code TRUE}, {@code +5}, {@code 007}, {@code 1e5}, {@code .5}.
   *
   * @param text the array with the text, in the form of {@link org.datason.json.TextBytes}
   * @param from the first byte
   * @param to after the last
   * @throws IllegalArgumentException if the type has no value of this text
   * @throws UnsupportedOperationException of lists, structs and mixed values, which are told by
   *     JSON alone ({@link #appendFrom})
   */
  public final void appendText(byte[] text, int from, int to) {
    parse(text, from, to);
    added();
  }

  /**
   * Appends the value that comes next in a document, as {@link Column#write} gives it.
   *
   * @param in where from; null is missing
   * @throws IllegalArgumentException if the type does not have this value
   */
  public final void appendFrom(JsonReader in) {
    if (in.tryNull()) {
      appendMissing();
    } else {
      read(in);
      added();
    }
  }

  /** Appends all items of the array that was begun. */
  final void appendAllFrom(JsonReader in) {
    while (in.hasNext()) {
      appendFrom(in);
      appendMoreFrom(in);
    }
  }

  /**
   * Appends all items of an array that was begun, unless those of a large one are better read by
   * several threads.
   *
   * @return false if another item comes, from which on they are
   */
  final boolean appendAllFrom(JsonReader in, ParallelColumn large) {
    while (in.hasNext()) {
      if (large.isDue()) {
        return false;
      }
      appendFrom(in);
      boolean more = true;
      while (more && !large.isDue()) {
        more = appendSomeFrom(in);
      }
    }
    return true;
  }

  /** Appends items that come next in an array and can be read many at once; perhaps none. */
  final void appendMoreFrom(JsonReader in) {
    boolean more = true;
    while (more) {
      more = appendSomeFrom(in);
    }
  }

  private boolean appendSomeFrom(JsonReader in) {
    int n = readMore(in);
    for (int i = 0; i < n && valid != null; i++) {
      added();
    }
    size += valid == null ? n : 0;
    return n > 0;
  }

  private void added() {
    if (valid != null) {
      if (size >> 6 == valid.length) {
        valid = Arrays.copyOf(valid, valid.length * 2);
      }
      valid[size >> 6] |= 1L << size;
    }
    size++;
  }

  /** Takes a row that was appended as missing for one with a value. */
  final void setPresent(int row) {
    if (valid != null) {
      valid[row >> 6] |= 1L << row;
    }
  }

  final boolean isMissing(int row) {
    return valid != null && (valid[row >> 6] >>> row & 1) == 0;
  }

  /**
   * The column of all that was appended. The builder is not to be used any more.
   *
   * @return the column
   */
  public Column build() {
    Cells cells = cells();
    boolean all = true;
    for (int i = 0; valid != null && all && i < size; i++) {
      all = !isMissing(i);
    }
    return new Column(type(), cells, all ? null : valid, 0, size);
  }

  /**
   * Makes room for the values of a part before any are added, as far as it is simple.
   *
   * @param before what has gathered those of about half a part
   * @return this
   */
  final ColumnBuilder reserveLike(ColumnBuilder before) {
    int half = Math.min(before.size(), MOST_RESERVED);
    reserve(2 * half + half / 4);
    return this;
  }

  void reserve(int values) {}

  /** Adds a value, which is not null, to the cells. */
  abstract void put(Object value);

  void putLong(long value) {
    put(value);
  }

  void putDouble(double value) {
    put(value);
  }

  /** Adds to the cells what stands in place of a missing value. */
  abstract void putMissing();

  /** Adds the value that comes next, which is not null. */
  abstract void read(JsonReader in);

  /** Adds values that come next and can be read many at once; how many. */
  int readMore(JsonReader in) {
    return 0;
  }

  /** Adds the value that a text stands for. */
  void parse(byte[] text, int from, int to) {
    throw new UnsupportedOperationException("no text of " + type);
  }

  /** All that was added. */
  abstract Cells cells();

  /** Sets a floating-point value that a document tells apart. */
  void setNonFinite(int row, double value, float single) {
    throw new IllegalArgumentException(type + " has no NaN");
  }

  final IllegalArgumentException mismatch(String expected, Object value) {
    return new IllegalArgumentException(
        type
            + " takes "
            + expected
            + ", not the "
            + value.getClass().getSimpleName()
            + " '"
            + value
            + "'");
  }

  static int longer(int length) {
    if (length == GREATEST_LENGTH) {
      throw new IllegalArgumentException("a column has more values than an array can hold");
    }
    return (int) Math.min(Math.max(16, 2L * length), GREATEST_LENGTH);
  }
}
