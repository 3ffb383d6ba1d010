package org.datason.frame;

import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/**
 * A series as versions of Python's datason before 2.0 wrote it: {@code
 * {"_series_name":"s","0":1,"1":2}}, of categories with {@code _dtype}, {@code _categories} and
 * {@code _ordered}.
 */
final class OldSeries {

  String name;
  boolean ordered;
  private boolean isCategory;
  private Column categories;
  private final ColumnBuilder values;
  private final Inference inference;

  OldSeries(Inference inference) {
    this.inference = inference;
    values = new InferringBuilder(inference);
  }

  void setType(String dtype) {
    if (!"category".equals(dtype)) {
      throw new IllegalArgumentException("its type '" + dtype + "' is not known");
    }
    isCategory = true;
  }

  void readCategories(JsonReader in) {
    ColumnBuilder builder = new InferringBuilder(inference);
    TableReader.expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    while (in.hasNext()) {
      builder.appendFrom(in);
    }
    in.endArray();
    categories = builder.build();
  }

  /** Reads a value, whose label must be the number of its row, as a series has no other ones. */
  void read(String label, JsonReader in) {
    if (!label.equals(Integer.toString(values.size()))) {
      throw new IllegalArgumentException("its labels are not the numbers of the rows");
    }
    values.appendFrom(in);
  }

  Series series() {
    Column column = values.build();
    if (!isCategory) {
      return new Series(name, column);
    }
    if (categories == null) {
      throw new IllegalArgumentException("it has no categories");
    }
    Object[] objects = new Object[column.size()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = column.get(i);
    }
    return new Series(name, Column.dictionary(categories, ordered, objects));
  }
}
