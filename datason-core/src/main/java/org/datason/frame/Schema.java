package org.datason.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a record or table in their order, each with a name of its own. Immutable and
 * thread-safe; compared by value.
 *
 * <pre>{@code
 * Schema schema = Schema.of(
 *     new Field("id", FieldType.Simple.INT64),
 *     new Field("name", FieldType.Simple.TEXT));
 * schema.indexOf("name"); // 1
 * }</pre>
 */
public final class Schema {

  private final List<Field> fields;
  private final Map<String, Integer> indexes;

  private Schema(List<Field> fields) {
    this.fields = Collections.unmodifiableList(fields);
    indexes = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (indexes.put(fields.get(i).name(), i) != null) {
        throw new IllegalArgumentException(
            "There are two fields named '" + fields.get(i).name() + "'");
      }
    }
  }

  /**
   * A schema.
   *
   * @param fields its fields
   * @return the schema
   * @throws IllegalArgumentException if two fields have one name
   */
  public static Schema of(Field... fields) {
    return of(List.of(fields));
  }

  /**
   * A schema.
   *
   * @param fields its fields
   * @return the schema
   * @throws IllegalArgumentException if two fields have one name
   */
  public static Schema of(List<Field> fields) {
    return new Schema(new ArrayList<>(fields));
  }

  /**
   * The fields.
   *
   * @return all of them, unmodifiable
   */
  public List<Field> fields() {
    return fields;
  }

  /**
   * How many fields there are.
   *
   * @return 0 or more
   */
  public int size() {
    return fields.size();
  }

  /**
   * A field by its place.
   *
   * @param i from 0
   * @return the field
   */
  public Field field(int i) {
    return fields.get(i);
  }

  /**
   * The place of a field.
   *
   * @param name its name
   * @return from 0; -1 if there is none of that name
   */
  public int indexOf(String name) {
    Integer i = indexes.get(name);
    return i == null ? -1 : i;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Schema that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** The fields with their types: {@code id: int64, name: text}. */
  @Override
  public String toString() {
    return fields.stream().map(Field::toString).collect(Collectors.joining(", "));
  }
}
