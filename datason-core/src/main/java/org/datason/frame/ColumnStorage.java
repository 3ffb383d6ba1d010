package org.datason.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the values of a column lie in memory, for formats that lay them out alike: bits that tell
 * which are missing, numbers of a fixed width, and strings and lists by where they begin. Copies
 * whole arrays, so that no value becomes an object. Immutable and thread-safe.
 *
 * <pre>{@code
 * ByteBuffer losses = ByteBuffer.allocateDirect(8 * column.size()).order(LITTLE_ENDIAN);
 * column.storage().copyValues(losses);
 *
 * Column names = ColumnStorage.texts(utf8, new int[] {0, 3, 3, 8}); // three texts
 * }</pre>
 *
 * <p>A part that the column's type does not have is an {@link UnsupportedOperationException}. What
 * stands where a value is missing is undefined.
 */
public final class ColumnStorage {

  private final Column column;
  private final Cells cells;
  private final int from;
  private final int to;

  ColumnStorage(Column column) {
    this.column = column;
    cells = column.cells();
    from = column.from();
    to = from + column.size();
  }

  // ---------------------------------------------------------------- reading

  /**
   * Which rows have a value.
   *
   * @return a bit for each row, the lowest of the first long for row 0, with zeros behind the last;
   *     null if none is missing
   */
  public long[] validity() {
    if (column.missing() == 0) {
      return null;
    }
    long[] valid = column.valid();
    long[] bits = new long[column.size() + 63 >> 6];
    int shift = from & 63;
    for (int i = 0; i < bits.length; i++) {
      int at = (from >> 6) + i;
      bits[i] = valid[at] >>> shift;
      if (shift > 0 && at + 1 < valid.length) {
        bits[i] |= valid[at + 1] << -shift;
      }
    }
    int last = column.size() & 63;
    if (last > 0) {
      bits[bits.length - 1] &= (1L << last) - 1;
    }
    return bits;
  }

  /**
   * Copies numbers of a fixed width, one behind the other: integers and floating-point numbers in
   * the width of their type, dates in 4 bytes, times, durations and timestamps in 8 (their numbers
   * as {@link Column#getLong} gives them), decimals of up to 18 digits in 8 (without their scale),
   * UUIDs in two longs of 8 bytes with the most significant one first, the codes of a dictionary in
   * 4. Of booleans, bits: 8 in a byte, the lowest for the first row.
   *
   * @param target where to, from its position on and in its byte order; the position moves on
   * @throws java.nio.BufferOverflowException if it has too little room
   */
  public void copyValues(ByteBuffer target) {
    cells.copyValues(from, to, target);
  }

  /**
   * Where the texts, byte strings or lists of the rows begin among all bytes or items.
   *
   * @return one offset for each row, from 0 on, and the end of the last one
   * @throws IllegalArgumentException if the last one is beyond an int
   */
  public int[] offsets() {
    if (cells instanceof ListBuilder.ListCells lists) {
      int[] offsets = new int[to - from + 1];
      for (int i = from; i < to; i++) {
        offsets[i - from + 1] = lists.end(i) - lists.start(from);
      }
      return offsets;
    }
    return strings().offsets(from, to);
  }

  /**
   * Copies the bytes of all texts or byte strings, as {@link #offsets} tells where each begins.
   * Texts are UTF-8, in which a lone surrogate takes three bytes ("WTF-8").
   *
   * @param target where to, from its position on, which moves on
   * @throws java.nio.BufferOverflowException if it has too little room
   */
  public void copyBytes(ByteBuffer target) {
    strings().copy(from, to, target);
  }

  private ByteStrings strings() {
    ByteStrings strings = cells.byteStrings();
    if (strings == null) {
      throw new UnsupportedOperationException("no texts, bytes or lists");
    }
    return strings;
  }

  /**
   * The items of all lists, as {@link #offsets} tells where each list begins.
   *
   * @return one column
   */
  public Column items() {
    if (cells instanceof ListBuilder.ListCells lists) {
      return lists.itemsOf(from, to);
    }
    throw new UnsupportedOperationException("no lists");
  }

  /**
   * The fields of structs.
   *
   * @return a column for each, with as many rows as there are structs
   */
  public List<Column> fields() {
    if (cells instanceof StructBuilder.StructCells structs) {
      List<Column> fields = new ArrayList<>();
      structs.columns.forEach(field -> fields.add(field.slice(from, to)));
      return fields;
    }
    throw new UnsupportedOperationException("no structs");
  }

  // ---------------------------------------------------------------- making columns

  /**
   * A column of texts.
   *
   * @param utf8 all texts in UTF-8; not copied, and must not change
   * @param offsets where each text begins, the first at 0, and where the last one ends
   * @return the column, without missing values
   * @throws IllegalArgumentException if the offsets are not in order, or the bytes are no UTF-8
   */
  public static Column texts(byte[] utf8, int[] offsets) {
    int[] ends = ends(offsets, utf8.length);
    Utf8.check(utf8, ends);
    return whole(FieldType.Simple.TEXT, new TextCells(utf8, ends, null));
  }

  /**
   * A column of byte strings.
   *
   * @param bytes all of them; not copied, and must not change
   * @param offsets where each string begins, the first at 0, and where the last one ends
   * @return the column, without missing values
   * @throws IllegalArgumentException if the offsets are not in order
   */
  public static Column binaries(byte[] bytes, int[] offsets) {
    return whole(
        FieldType.Simple.BINARY, new SmallCells.Binaries(bytes, ends(offsets, bytes.length)));
  }

  /**
   * A column of decimals of up to 18 digits.
   *
   * @param type the type
   * @param unscaled the values without their scale; not copied, and must not change
   * @return the column, without missing values
   * @throws IllegalArgumentException if the type has more digits, or a value has more than the type
   */
  public static Column decimals(FieldType.Decimal type, long[] unscaled) {
    if (type.precision() > FieldType.Decimal.LONG_DIGITS) {
      throw new IllegalArgumentException("Expected a type of up to 18 digits, not " + type);
    }
    long bound = 1;
    for (int i = 0; i < type.precision(); i++) {
      bound *= 10;
    }
    for (long value : unscaled) {
      if (value >= bound || value <= -bound) {
        throw new IllegalArgumentException(value + " has more digits than " + type);
      }
    }
    return whole(type, new SmallCells.LongDecimals(unscaled, type.scale()));
  }

  /**
   * A column of times.
   *
   * @param nanos the nanoseconds since midnight, each less than a day; not copied, and must not
   *     change
   * @return the column, without missing values
   * @throws IllegalArgumentException if one is out of range
   */
  public static Column times(long[] nanos) {
    for (long value : nanos) {
      Times.check(FieldType.Simple.TIME, value);
    }
    return whole(
        FieldType.Simple.TIME, new TimeCells(FieldType.Simple.TIME, new IntegerCells.Longs(nanos)));
  }

  /**
   * A dictionary column.
   *
   * @param categories the categories, each once and none missing
   * @param ordered whether their order means something
   * @param codes the number of each row's category; not copied, and must not change
   * @param validity which rows have a value, as {@link Column#withValidity} takes it; null if all
   * @return the column
   * @throws IllegalArgumentException if a category is missing or stands twice, or a row has a code
   *     that is none
   */
  public static Column dictionary(
      Column categories, boolean ordered, int[] codes, long[] validity) {
    FieldType.Dictionary type = new FieldType.Dictionary(categories.type(), ordered);
    new DictionaryBuilder(type, categories); // checks them
    Column column = whole(type, new DictionaryBuilder.DictionaryCells(codes, categories));
    Column result = validity == null ? column : column.withValidity(validity);
    for (int i = 0; i < codes.length; i++) {
      if ((codes[i] < 0 || codes[i] >= categories.size()) && !result.isMissing(i)) {
        throw new IllegalArgumentException(
            "Row " + i + " has the code " + codes[i] + " of " + categories.size() + " categories");
      }
    }
    return result;
  }

  /**
   * A column of lists.
   *
   * @param items the items of all lists
   * @param offsets where each list begins, the first at 0, and where the last one ends
   * @return the column, without missing values
   * @throws IllegalArgumentException if the offsets are not in order
   */
  public static Column lists(Column items, int[] offsets) {
    return whole(
        new FieldType.ListOf(items.type()),
        new ListBuilder.ListCells(ends(offsets, items.size()), items));
  }

  /**
   * A column of structs.
   *
   * @param schema the fields
   * @param fields a column for each, all of one length
   * @param rows how many rows there are
   * @return the column, without missing values
   * @throws IllegalArgumentException if a column is of another type or length
   */
  public static Column structs(Schema schema, List<Column> fields, int rows) {
    for (int i = 0; i < schema.size(); i++) {
      Column field = fields.get(i);
      if (field.size() != rows || !field.type().equals(schema.field(i).type())) {
        throw new IllegalArgumentException(
            "Expected "
                + rows
                + " rows of '"
                + schema.field(i)
                + "', not "
                + field.size()
                + " of "
                + field.type());
      }
    }
    return whole(
        new FieldType.Struct(schema),
        new StructBuilder.StructCells(rows, schema, List.copyOf(fields)));
  }

  private static Column whole(FieldType type, Cells cells) {
    return new Column(type, cells, null, 0, cells.size());
  }

  private static int[] ends(int[] offsets, int size) {
    Objects.requireNonNull(offsets, "offsets");
    if (offsets.length == 0 || offsets[0] != 0) {
      throw new IllegalArgumentException("Expected offsets from 0 on");
    }
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] < offsets[i - 1] || offsets[i] > size) {
        throw new IllegalArgumentException(
            "Expected offsets in order and up to " + size + ", not " + offsets[i] + " at " + i);
      }
    }
    return Arrays.copyOfRange(offsets, 1, offsets.length);
  }
}
