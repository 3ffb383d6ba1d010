package org.datason.frame;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

/** The names of types in pandas, polars and Table Schema, and what they make of inferred values. */
final class Dtypes {

  private static final Pattern PANDAS_TIME =
      Pattern.compile("datetime64\\[(s|ms|us|ns)(?:, (.+))?\\]");

  private static final Pattern POLARS_TIME =
      Pattern.compile(
          "Datetime(?:\\((?:time_unit=)?'(ms|us|ns)'(?:, (?:time_zone=)?(?:'(.+)'|None))?\\))?");

  /** What unsigned integers of 64 bits are held as where one of them does not fit INT64. */
  static final FieldType.Decimal UINT64 = new FieldType.Decimal(20, 0);

  private Dtypes() {}

  /** Whether a column holds unsigned integers of 64 bits, of which INT64 does not have one. */
  static boolean isUint64(Column column) {
    if (!column.type().equals(UINT64)) {
      return false;
    }
    boolean fits = true;
    for (int i = 0; fits && i < column.size(); i++) {
      fits = column.isMissing(i) || isUint64((BigDecimal) column.get(i));
    }
    return fits;
  }

  private static boolean isUint64(BigDecimal value) {
    return value.signum() >= 0 && value.toBigInteger().bitLength() <= Long.SIZE;
  }

  /** The pandas type by which a Series holds the values of a column. */
  static String pandas(Column column) {
    FieldType type = column.type();
    boolean missing = column.missing() > 0;
    if (type instanceof FieldType.Dictionary) {
      return "category";
    }
    if (Widening.isInteger(type)) {
      String name = type.toString();
      return !missing
          ? name
          : name.startsWith("u") ? "UInt" + name.substring(4) : "Int" + name.substring(3);
    }
    if (Widening.isFloat(type)) {
      return type.toString();
    }
    if (isUint64(column)) {
      return missing ? "UInt64" : "uint64";
    }
    return type == Simple.BOOLEAN && !missing ? "bool" : "object";
  }

  /**
   * Inferred values as those of a type.
   *
   * @param name what pandas, polars or Table Schema call the type
   * @throws IllegalArgumentException if the type is not known or does not have one of the values
   */
  static Column cast(Column column, String name) {
    if (name.startsWith("datetime,")) {
      return moments(column, name.substring("datetime,".length()));
    }
    return switch (name) {
      case "", "object", "mixed", "any", "number", "integer", "string" -> column;
      case "Object", "Null", "null" -> column;
      case "str", "String", "Utf8" -> only(column, Simple.TEXT, name);
      case "bool", "boolean", "Boolean" -> only(column, Simple.BOOLEAN, name);
      case "datetime" -> moments(column, null);
      case "category", "Categorical", "Enum" -> category(column, name);
      case "date", "Date" -> as(column, Simple.DATE);
      case "time", "Time" -> as(column, Simple.TIME);
      case "duration" -> as(column, Simple.DURATION);
      default -> ofNumbersOrTimes(column, name);
    };
  }

  private static Column ofNumbersOrTimes(Column column, String name) {
    Matcher time = PANDAS_TIME.matcher(name);
    if (!time.matches()) {
      time = POLARS_TIME.matcher(name);
    }
    if (time.matches()) {
      String unit = time.group(1) == null ? "us" : time.group(1);
      return as(column, new Timestamp(Unit.valueOf(unit.toUpperCase(Locale.ROOT)), time.group(2)));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("uint64")) {
      return as(column, column.type() instanceof FieldType.Decimal ? UINT64 : Simple.INT64);
    }
    if (!lower.matches("int(8|16|32|64)|uint(8|16|32)|float(16|32|64)")) {
      throw new IllegalArgumentException("its type '" + name + "' is not known");
    }
    return as(column, FieldType.named(lower));
  }

  private static Column only(Column column, FieldType type, String name) {
    if (!column.type().equals(type) && column.missing() < column.size()) {
      throw new IllegalArgumentException("its values are not of the type '" + name + "'");
    }
    return column.type().equals(type) ? column : as(column, type);
  }

  private static Column category(Column column, String name) {
    boolean plain = column.type() == Simple.TEXT || column.type() == Simple.INT64;
    if (!plain) {
      throw new IllegalArgumentException("its values are not of the type '" + name + "'");
    }
    return as(column, new FieldType.Dictionary(column.type(), false));
  }

  /** Texts as timestamps, if all are such. */
  private static Column moments(Column column, String zone) {
    try {
      return as(column, new Timestamp(Unit.NS, zone));
    } catch (IllegalArgumentException e) {
      return column;
    }
  }

  private static Column as(Column column, FieldType type) {
    if (column.type().equals(type)) {
      return column;
    }
    boolean parsed =
        type instanceof Timestamp
            || type == Simple.DATE
            || type == Simple.TIME
            || type == Simple.DURATION;
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < column.size(); i++) {
      Object value = column.get(i);
      if (parsed && value instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        builder.appendLong(Times.parse(type, bytes, 0, bytes.length));
      } else if (value instanceof Double number) {
        builder.appendDouble(number);
      } else {
        builder.append(value);
      }
    }
    return builder.build();
  }
}
