package org.datason.frame;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts columns of one type together, whole arrays at a time. */
final class ColumnParts {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final List<Column> parts;
  private final int size;

  private ColumnParts(List<Column> parts) {
    this.parts = parts;
    size = parts.stream().mapToInt(Column::size).reduce(0, Math::addExact);
  }

  /** One column of all rows; the columns are of one type. */
  static Column concat(List<Column> columns) {
    List<Column> parts = columns.stream().filter(column -> column.size() > 0).toList();
    if (parts.size() < 2) {
      return parts.isEmpty() ? columns.get(0) : parts.get(0);
    }
    ColumnParts all = new ColumnParts(parts);
    return new Column(parts.get(0).type(), all.cells(), all.validity(), 0, all.size);
  }

  private long[] validity() {
    long[] valid = null;
    int row = 0;
    for (Column part : parts) {
      long[] bits = part.storage().validity();
      if (bits != null && valid == null) {
        valid = new long[size + 63 >> 6];
        Arrays.fill(valid, -1);
      }
      for (int i = 0; bits != null && i < part.size(); i++) {
        if ((bits[i >> 6] >>> i & 1) == 0) {
          valid[row + i >> 6] &= ~(1L << row + i);
        }
      }
      row += part.size();
    }
    return valid;
  }

  private Cells cells() {
    Cells first = parts.get(0).cells();
    if (first instanceof DictionaryBuilder.DictionaryCells && !sameCategories()) {
      return dictionary((FieldType.Dictionary) parts.get(0).type());
    }
    if (first.array() != null) {
      return first.withArray(array(first));
    }
    if (first instanceof ListBuilder.ListCells) {
      return lists();
    }
    if (first instanceof StructBuilder.StructCells structs) {
      return structs(structs.schema);
    }
    ByteStrings strings = strings();
    return first instanceof TextCells
        ? new TextCells(strings.data(), strings.ends(), strings.codes())
        : new SmallCells.Binaries(strings.data(), strings.ends());
  }

  private boolean sameCategories() {
    Column categories = parts.get(0).categories();
    return parts.stream()
        .map(Column::categories)
        .allMatch(others -> others == categories || others.equals(categories));
  }

  /** The categories of all parts, in the order in which they come. */
  private Cells dictionary(FieldType.Dictionary type) {
    if (type.ordered()) {
      throw new IllegalArgumentException("the categories differ, and they are ordered");
    }
    Map<Object, Integer> places = new HashMap<>();
    ColumnBuilder categories = ColumnBuilder.of(type.values());
    int[] codes = new int[size];
    int row = 0;
    for (Column part : parts) {
      int[] place = new int[part.categories().size()];
      for (int i = 0; i < place.length; i++) {
        Object category = part.categories().get(i);
        Object key = category instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : category;
        Integer known = places.putIfAbsent(key, places.size());
        place[i] = known == null ? places.size() - 1 : known;
        if (known == null) {
          categories.append(category);
        }
      }
      int[] old = (int[]) part.cells().array();
      for (int i = 0; i < part.size(); i++) {
        codes[row++] = part.isMissing(i) ? 0 : place[old[part.from() + i]];
      }
    }
    return new DictionaryBuilder.DictionaryCells(codes, categories.build());
  }

  private Object array(Cells first) {
    int each = Array.getLength(first.array()) / first.size();
    Class<?> type = first.array().getClass().getComponentType();
    Object values = Array.newInstance(type, Math.multiplyExact(size, each));
    int at = 0;
    for (Column part : parts) {
      int n = part.size() * each;
      System.arraycopy(part.cells().array(), part.from() * each, values, at, n);
      at += n;
    }
    return values;
  }

  private Cells lists() {
    List<Column> items = new ArrayList<>();
    int[] ends = new int[size];
    int row = 0;
    long end = 0;
    for (Column part : parts) {
      ColumnStorage storage = part.storage();
      int[] offsets = storage.offsets();
      if (end + offsets[offsets.length - 1] > LARGEST) {
        throw new IllegalArgumentException("the lists have more items than an array can hold");
      }
      for (int i = 1; i < offsets.length; i++) {
        ends[row++] = (int) end + offsets[i];
      }
      end += offsets[offsets.length - 1];
      items.add(storage.items());
    }
    return new ListBuilder.ListCells(ends, concat(items));
  }

  private Cells structs(Schema schema) {
    List<Column> fields = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      List<Column> field = new ArrayList<>();
      for (Column part : parts) {
        field.add(part.storage().fields().get(i));
      }
      fields.add(concat(field));
    }
    return new StructBuilder.StructCells(size, schema, fields);
  }

  // ---------------------------------------------------------------- texts and bytes

  /** Strings one behind the other; where all parts share repeated ones, so does the whole. */
  private ByteStrings strings() {
    List<ByteStrings> all = parts.stream().map(part -> part.cells().byteStrings()).toList();
    boolean shared = true;
    for (int i = 0; i < parts.size(); i++) {
      ByteStrings strings = all.get(i);
      shared &= strings.codes() != null && strings.ends().length <= parts.get(i).size();
    }
    return shared ? sharing(all) : each();
  }

  private ByteStrings each() {
    int[] ends = new int[size];
    int row = 0;
    long end = 0;
    for (Column part : parts) {
      int[] offsets = part.storage().offsets();
      for (int i = 1; i < offsets.length; i++) {
        ends[row++] = (int) end + offsets[i];
      }
      end = checked(end + offsets[offsets.length - 1]);
    }
    byte[] data = new byte[(int) end];
    ByteBuffer target = ByteBuffer.wrap(data);
    parts.forEach(part -> part.storage().copyBytes(target));
    return new ByteStrings(data, ends, null);
  }

  /** All different strings of all parts, those that stand in two parts twice. */
  private ByteStrings sharing(List<ByteStrings> all) {
    int entries = 0;
    long end = 0;
    for (ByteStrings strings : all) {
      entries += strings.ends().length;
      end = checked(end + strings.data().length);
    }
    byte[] data = new byte[(int) end];
    int[] ends = new int[entries];
    int[] codes = new int[size];
    int row = 0;
    int entry = 0;
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      ByteStrings strings = all.get(i);
      Column part = parts.get(i);
      for (int j = part.from(); j < part.from() + part.size(); j++) {
        codes[row++] = strings.codes()[j] + entry;
      }
      for (int partEnd : strings.ends()) {
        ends[entry++] = at + partEnd;
      }
      System.arraycopy(strings.data(), 0, data, at, strings.data().length);
      at += strings.data().length;
    }
    return new ByteStrings(data, ends, codes);
  }

  private static long checked(long bytes) {
    if (bytes > LARGEST) {
      throw new IllegalArgumentException(
          "the texts of one column have more bytes than an array holds");
    }
    return bytes;
  }
}
