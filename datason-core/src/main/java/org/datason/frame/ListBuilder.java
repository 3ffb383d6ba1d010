package org.datason.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/** Gathers lists: their items in one column, and where each ends. */
final class ListBuilder extends ColumnBuilder {

  final ColumnBuilder items;
  private int[] ends = new int[16];

  ListBuilder(FieldType type, ColumnBuilder items) {
    super(type);
    this.items = items;
  }

  private void end() {
    if (size() == ends.length) {
      ends = Arrays.copyOf(ends, longer(size()));
    }
    ends[size()] = items.size();
  }

  /** The type of the items that came. */
  @Override
  public FieldType type() {
    return new FieldType.ListOf(items.type());
  }

  @Override
  void put(Object value) {
    if (!(value instanceof List<?> list)) {
      throw mismatch("a List", value);
    }
    list.forEach(items::append);
    end();
  }

  @Override
  void putMissing() {
    end();
  }

  @Override
  void read(JsonReader in) {
    in.beginArray();
    while (in.hasNext()) {
      items.appendFrom(in);
    }
    in.endArray();
    end();
  }

  @Override
  Cells cells() {
    return new ListCells(Arrays.copyOf(ends, size()), items.build());
  }

  /** Lists as parts of one column. */
  static final class ListCells extends Cells {

    private final int[] ends;
    final Column items;

    ListCells(int[] ends, Column items) {
      this.ends = ends;
      this.items = items;
    }

    int end(int i) {
      return ends[i];
    }

    int start(int i) {
      return i == 0 ? 0 : ends[i - 1];
    }

    /** The items of some lists, which stand one behind the other. */
    Column itemsOf(int from, int to) {
      return from == to ? items.slice(0, 0) : items.slice(start(from), ends[to - 1]);
    }

    private Column list(int i) {
      return items.slice(start(i), ends[i]);
    }

    @Override
    long memory() {
      return items.memory() + 4L * ends.length;
    }

    @Override
    int size() {
      return ends.length;
    }

    @Override
    Object get(int i) {
      List<Object> list = new ArrayList<>(ends[i] - start(i));
      for (int j = start(i); j < ends[i]; j++) {
        list.add(items.get(j));
      }
      return Collections.unmodifiableList(list);
    }

    @Override
    void write(int i, JsonWriter out) {
      out.beginArray();
      for (int j = start(i); j < ends[i]; j++) {
        items.write(j, out);
      }
      out.endArray();
    }

    @Override
    boolean same(int i, Cells other, int j) {
      return list(i).sameValues(((ListCells) other).list(j));
    }

    @Override
    int hash(int i) {
      return list(i).hashCode();
    }
  }
}
