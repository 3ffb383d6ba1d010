package org.datason.frame;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.frame.FieldType.Simple;

/** Brings frames of like documents to columns that hold the values of all. */
final class WiderFrames {

  private WiderFrames() {}

  /**
   * A frame with the columns of a schema and its own, each of a type that holds the values of both.
   *
   * @param unknown the names of columns of the schema that have had no values so far
   */
  static Frame join(Schema schema, Set<String> unknown, Frame frame) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (Field field : schema.fields()) {
      int i = frame.schema().indexOf(field.name());
      Column column = i < 0 ? missing(field.type(), frame.size()) : frame.column(i);
      Column wider = unknown.contains(field.name()) ? column : wider(column, field.type());
      fields.add(new Field(field.name(), wider.type()));
      columns.add(wider);
    }
    for (int i = 0; i < frame.schema().size(); i++) {
      Field field = frame.schema().field(i);
      if (schema.indexOf(field.name()) < 0) {
        fields.add(field);
        columns.add(frame.column(i));
      }
    }
    return new Frame(frame.name(), Schema.of(fields), columns, frame.index(), frame.size());
  }

  /** Whether nothing tells the type of a column. */
  static boolean isUnknown(Column column) {
    return column.type() == Simple.MIXED && column.missing() == column.size();
  }

  private static Column missing(FieldType type, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.pad(rows);
    return builder.build();
  }

  private static Column wider(Column column, FieldType type) {
    FieldType own = column.type();
    if (own.equals(type)) {
      return column;
    }
    if (isUnknown(column)) {
      return missing(type, column.size());
    }
    FieldType joined = Widening.join(own, type);
    if (joined == Simple.FLOAT64 && own == Simple.INT64 && !isExact(column)) {
      joined = Simple.MIXED;
    }
    return joined.equals(own) ? column : converted(column, joined);
  }

  private static boolean isExact(Column column) {
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i) && !Widening.isExact(column.getLong(i))) {
        return false;
      }
    }
    return true;
  }

  private static Column converted(Column column, FieldType type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < column.size(); i++) {
      Object value = column.get(i);
      builder.append(value == null ? null : converted(value, type));
    }
    return builder.build();
  }

  private static Object converted(Object value, FieldType type) {
    if (value == null) {
      return null;
    }
    if (type instanceof FieldType.ListOf list) {
      List<Object> items = new ArrayList<>();
      ((List<?>) value).forEach(item -> items.add(converted(item, list.items())));
      return items;
    }
    if (type instanceof FieldType.Decimal && value instanceof Number number) {
      return value instanceof BigDecimal ? value : BigDecimal.valueOf(number.longValue());
    }
    if (type == Simple.FLOAT64 && value instanceof Number number) {
      return number.doubleValue();
    }
    return type == Simple.MIXED ? plain(value) : value;
  }

  /** A value as in plain maps: an integer of the smallest class. */
  private static Object plain(Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(WiderFrames::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(name, plain(member)));
      return members;
    }
    return value;
  }
}
