package org.datason.frame;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/** Gathers values out of a list of categories, which is given, or grows as they come. */
final class DictionaryBuilder extends ColumnBuilder {

  private final FieldType.Dictionary type;
  private final ColumnBuilder categories;
  private final Column given;
  private final Map<Object, Integer> codes = new HashMap<>();
  private final TextBytes text = new TextBytes();
  private final FieldType.Simple plain;
  private int[] values = new int[16];

  /** The value that was read last, which often comes again. */
  private byte[] last = {};

  private int lastCode = -1;

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
    return value instanceof byte[] bytes ? java.nio.ByteBuffer.wrap(bytes) : value;
  }

  private void add(int code) {
    if (size() == values.length) {
      values = Arrays.copyOf(values, longer(size()));
    }
    values[size()] = code;
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
    int n = text.length();
    if (lastCode < 0 || !Arrays.equals(text.bytes(), 0, n, last, 0, last.length)) {
      String value = TextBytes.decode(text.bytes(), 0, n);
      lastCode = code(value, value);
      last = Arrays.copyOf(text.bytes(), n);
    }
    add(lastCode);
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
    boolean same(int i, Cells other, int j) {
      return codes[i] == ((DictionaryCells) other).codes[j];
    }

    @Override
    int hash(int i) {
      return codes[i];
    }
  }
}
