package org.datason.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/** Gathers values out of a list of categories, which is given, or grows as they come. */
final class DictionaryBuilder extends ColumnBuilder {

  private static final int RECENT = 256;

  private final FieldType.Dictionary type;
  private final ColumnBuilder categories;
  private final Column given;
  private final Map<Object, Integer> codes = new HashMap<>();
  private final TextBytes text = new TextBytes();
  private final FieldType.Simple plain;
  private int[] values = new int[16];

  /** Texts that were read, by the low bits of their hashes, and their codes. */
  private final byte[][] recent = new byte[RECENT][];

  private final int[] recentCodes = new int[RECENT];

  DictionaryBuilder(FieldType.Dictionary type, Column given) {
    super(type);
    this.type = type;
    this.given = given;
    plain = type.values() == FieldType.Simple.TEXT ? FieldType.Simple.TEXT : null;
    categories = given == null ? ColumnBuilder.of(type.values()) : null;
    for (int i = 0; given != null && i < given.size(); i++) {
      if (codes.put(key(given, i), i) != null) {
        throw new IllegalArgumentException("The category '" + given.get(i) + "' stands twice");
      }
    }
  }

  /** A builder for the same categories, or for those that come. */
  DictionaryBuilder again() {
    return new DictionaryBuilder(type, given);
  }

  /** What two equal categories have in common. */
  private static Object key(Column column, int i) {
    Object value = column.get(i);
    if (value instanceof Double number && !Double.isFinite(number)
        || value instanceof Float single && !Float.isFinite(single)) {
      throw new IllegalArgumentException(value + " cannot be a category");
    }
    if (value == null) {
      throw new IllegalArgumentException("A category cannot be missing");
    }
    return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
  }

  private void add(int code) {
    if (size() == values.length) {
      values = Arrays.copyOf(values, longer(size()));
    }
    values[size()] = code;
  }

  @Override
  void reserve(int n) {
    values = new int[Math.max(n, values.length)];
  }

  @Override
  void put(Object value) {
    if (plain != null) {
      if (!(value instanceof String)) {
        throw mismatch("a String", value);
      }
      add(code(value, value));
    } else {
      add(code(key(Column.of(type.values(), value), 0), value));
    }
  }

  private int code(Object key, Object value) {
    Integer code = codes.get(key);
    if (code != null) {
      return code;
    }
    if (given != null) {
      throw new IllegalArgumentException("'" + value + "' is none of the categories");
    }
    categories.append(value);
    codes.put(key, categories.size() - 1);
    return categories.size() - 1;
  }

  @Override
  void putMissing() {
    add(0);
  }

  @Override
  void read(JsonReader in) {
    if (plain == null) {
      ColumnBuilder one = of(type.values());
      one.appendFrom(in);
      Column column = one.build();
      add(code(key(column, 0), column.get(0)));
      return;
    }
    text.setLength(0);
    in.readText(text);
    addText(text.bytes(), 0, text.length());
  }

  @Override
  void parse(byte[] bytes, int from, int to) {
    if (plain != null) {
      addText(bytes, from, to);
      return;
    }
    ColumnBuilder one = of(type.values());
    one.appendText(bytes, from, to);
    Column column = one.build();
    add(code(key(column, 0), column.get(0)));
  }

  private void addText(byte[] bytes, int from, int to) {
    int slot = TextBuilder.hash(bytes, from, to) & RECENT - 1;
    byte[] known = recent[slot];
    if (known == null || !Arrays.equals(bytes, from, to, known, 0, known.length)) {
      String value = TextBytes.decode(bytes, from, to);
      recentCodes[slot] = code(value, value);
      recent[slot] = Arrays.copyOfRange(bytes, from, to);
    }
    add(recentCodes[slot]);
  }

  @Override
  Cells cells() {
    return new DictionaryCells(
        Arrays.copyOf(values, size()), given == null ? categories.build() : given);
  }

  /** Values as numbers of categories. */
  static final class DictionaryCells extends Cells {

    private final int[] codes;
    final Column categories;

    DictionaryCells(int[] codes, Column categories) {
      this.codes = codes;
      this.categories = categories;
    }

    @Override
    long memory() {
      return 4L * codes.length + categories.memory();
    }

    @Override
    Object array() {
      return codes;
    }

    @Override
    Cells withArray(Object other) {
      return new DictionaryCells((int[]) other, categories);
    }

    @Override
    int size() {
      return codes.length;
    }

    @Override
    long getLong(int i) {
      return codes[i];
    }

    @Override
    Object get(int i) {
      return categories.get(codes[i]);
    }

    @Override
    String getText(int i) {
      return categories.getText(codes[i]);
    }

    @Override
    void write(int i, JsonWriter out) {
      categories.write(codes[i], out);
    }

    @Override
    void text(int i, TextBytes out) {
      categories.appendText(codes[i], out);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      return codes[i] == ((DictionaryCells) other).codes[j];
    }

    @Override
    int hash(int i) {
      return codes[i];
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asIntBuffer().put(codes, from, to - from);
      target.position(target.position() + (to - from) * Integer.BYTES);
    }
  }
}
