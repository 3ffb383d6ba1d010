package org.datason.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/** A column as {@link SchemaWriter} describes it, and the builder that it asks for. */
final class ColumnSpec {

  private String name;
  private ColumnBuilder builder;

  /** What is in a list or struct. */
  private final List<ColumnSpec> parts = new ArrayList<>();

  /** The rows whose values null or a plain NaN stands for. */
  private int[] oddRows = {};

  /** Whether they stand in order, each once. */
  private boolean ascending = true;

  /** Those with bits of their own: their places in {@link #oddRows}, and the values. */
  private final List<Integer> ownAt = new ArrayList<>();

  private final List<Double> doubles = new ArrayList<>();
  private final List<Float> singles = new ArrayList<>();
  private boolean isList;

  /** The values, if they stand in the description. */
  private Column values;

  private ColumnSpec() {}

  String name() {
    return name;
  }

  ColumnBuilder builder() {
    return builder;
  }

  Column values() {
    return values;
  }

  static List<ColumnSpec> readAll(JsonReader in) {
    List<ColumnSpec> specs = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      specs.add(read(in));
    }
    in.endArray();
    return specs;
  }

  static Schema schema(List<ColumnSpec> specs) {
    List<Field> fields = new ArrayList<>();
    specs.forEach(spec -> fields.add(new Field(spec.name, spec.builder.type())));
    return Schema.of(fields);
  }

  static List<ColumnBuilder> builders(List<ColumnSpec> specs) {
    return specs.stream().map(ColumnSpec::builder).toList();
  }

  static ColumnSpec read(JsonReader in) {
    ColumnSpec spec = new ColumnSpec();
    spec.readMembers(in);
    if (spec.builder == null) {
      throw new IllegalArgumentException("a field of the schema has no type");
    }
    return spec;
  }

  private void readMembers(JsonReader in) {
    String type = null;
    boolean ordered = false;
    Column categories = null;
    int valuesAt = -1;
    int oddAt = -1;
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "name" -> name = in.readString();
        case "type" -> type = in.readString();
        case "ordered" -> ordered = in.readBoolean();
        case "categories" -> categories = read(in).values;
        case "items" -> parts.add(read(in));
        case "fields" -> parts.addAll(readAll(in));
        case "values" -> valuesAt = in.skipToReadLater();
        case "nonFinite" -> oddAt = in.skipToReadLater();
        default -> in.skipValue();
      }
    }
    builder = type == null ? null : builder(type, ordered, categories);
    if (oddAt >= 0) {
      in.readLater(oddAt, () -> readNonFinite(in));
    }
    if (valuesAt >= 0 && builder != null) {
      in.readLater(valuesAt, () -> readValues(in));
      values = finish();
    }
    in.endObject();
  }

  private ColumnBuilder builder(String type, boolean ordered, Column categories) {
    if (type.equals("dictionary") && categories != null) {
      return new DictionaryBuilder(
          new FieldType.Dictionary(categories.type(), ordered), categories);
    }
    if (type.equals("list") && parts.size() == 1) {
      isList = true;
      ColumnBuilder items = parts.get(0).builder;
      return new ListBuilder(new FieldType.ListOf(items.type()), items);
    }
    if (type.equals("struct")) {
      Records records = new Records(schema(parts), builders(parts), null);
      return new StructBuilder(new FieldType.Struct(records.schema()), records);
    }
    return ColumnBuilder.of(FieldType.named(type));
  }

  private void readValues(JsonReader in) {
    in.beginArray();
    builder.appendAllFrom(in);
    in.endArray();
  }

  private void readNonFinite(JsonReader in) {
    boolean wide = builder.type() == FieldType.Simple.FLOAT64;
    int n = 0;
    in.beginArray();
    while (in.hasNext()) {
      if (n == oddRows.length) {
        oddRows = Arrays.copyOf(oddRows, Math.max(16, n * 2));
      }
      if (in.peek() == JsonToken.NUMBER) {
        oddRows[n++] = in.readInt();
        continue;
      }
      in.beginArray();
      oddRows[n] = in.readInt();
      ownAt.add(n++);
      doubles.add(wide ? in.readDouble() : Double.NaN);
      singles.add(wide ? Float.NaN : in.readFloat());
      in.endArray();
    }
    in.endArray();
    oddRows = Arrays.copyOf(oddRows, n);
    for (int i = 1; i < n; i++) {
      ascending &= oddRows[i - 1] < oddRows[i];
    }
  }

  /** A builder like that of this column, for a part of its rows. */
  ColumnBuilder newBuilder() {
    if (builder instanceof DictionaryBuilder dictionary) {
      return dictionary.again().reserveLike(builder);
    }
    if (builder instanceof ListBuilder) {
      return new ListBuilder(builder.type(), parts.get(0).newBuilder());
    }
    if (builder instanceof StructBuilder) {
      List<ColumnBuilder> fields = parts.stream().map(ColumnSpec::newBuilder).toList();
      return new StructBuilder(builder.type(), new Records(schema(parts), fields, null));
    }
    ColumnBuilder part =
        builder instanceof TextBuilder texts
            ? new TextBuilder(texts)
            : ColumnBuilder.of(builder.type());
    return part.reserveLike(builder);
  }

  /** Whether values within lists or structs are named, whose rows are not those of the table. */
  boolean namesParts() {
    return parts.stream().anyMatch(part -> part.oddRows.length > 0 || part.namesParts());
  }

  /**
   * The column of some rows, when all their values have been appended to a builder of its own.
   *
   * @param first the number of the first of them
   * @param rows how many there are
   */
  Column finish(ColumnBuilder part, int first, int rows) {
    part.pad(rows);
    int begin = ascending ? placeOf(first) : 0;
    int end = ascending ? placeOf(first + rows) : oddRows.length;
    int own = Collections.binarySearch(ownAt, begin);
    own = own < 0 ? -1 - own : own;
    for (int i = begin; i < end; i++) {
      boolean special = own < ownAt.size() && ownAt.get(own) == i;
      int row = oddRows[i] - first;
      if (row >= 0 && row < rows) {
        part.setNonFinite(
            row, special ? doubles.get(own) : Double.NaN, special ? singles.get(own) : Float.NaN);
        part.setPresent(row);
      }
      own += special ? 1 : 0;
    }
    return part.build();
  }

  /** The place of the first row that is named from one on. */
  private int placeOf(int row) {
    int at = Arrays.binarySearch(oddRows, row);
    return at < 0 ? -1 - at : at;
  }

  /** Whether all rows that are named are among so many. */
  boolean namesRowsUpTo(int rows) {
    return Arrays.stream(oddRows).allMatch(row -> row >= 0 && row < rows);
  }

  /** The column, when all its values have been appended. */
  Column finish() {
    setNonFinite(builder.size());
    return builder.build();
  }

  private void setNonFinite(int rows) {
    int own = 0;
    for (int i = 0; i < oddRows.length; i++) {
      int row = oddRows[i];
      if (row < 0 || row >= rows) {
        throw new IllegalArgumentException("the schema names row " + row + " of " + rows);
      }
      builder.pad(row + 1);
      boolean special = own < ownAt.size() && ownAt.get(own) == i;
      builder.setNonFinite(
          row, special ? doubles.get(own) : Double.NaN, special ? singles.get(own) : Float.NaN);
      own += special ? 1 : 0;
      builder.setPresent(row);
    }
    for (ColumnSpec part : parts) {
      part.setNonFinite(isList ? part.builder.size() : rows);
    }
  }
}
