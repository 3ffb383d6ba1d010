package org.datason.frame;

import java.util.Locale;
import java.util.stream.Collectors;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;

/**
 * The names of types in polars, for Python; what they do not tell stands in our own schema. A type
 * that polars lacks goes by that of its cells.
 */
final class PolarsTypes {

  private PolarsTypes() {}

  static String name(Column column) {
    return Dtypes.isUint64(column) ? "UInt64" : name(column.type());
  }

  private static String name(FieldType type) {
    if (type instanceof FieldType.Dictionary) {
      return "Categorical";
    }
    if (type instanceof FieldType.Decimal decimal) {
      return "Decimal(precision=" + decimal.precision() + ", scale=" + decimal.scale() + ")";
    }
    if (type instanceof FieldType.ListOf list) {
      return "List(" + name(list.items()) + ")";
    }
    if (type instanceof FieldType.Struct struct) {
      return struct.schema().fields().stream()
          .map(field -> quoted(field.name()) + ": " + name(field.type()))
          .collect(Collectors.joining(", ", "Struct({", "})"));
    }
    if (type instanceof Timestamp timestamp) {
      Unit unit = timestamp.unit() == Unit.S ? Unit.MS : timestamp.unit();
      String zone = timestamp.zone() == null ? "None" : quoted(timestamp.zone());
      return "Datetime(time_unit='"
          + unit.name().toLowerCase(Locale.ROOT)
          + "', time_zone="
          + zone
          + ")";
    }
    return name((Simple) type);
  }

  private static String name(Simple type) {
    return switch (type) {
      case BOOLEAN -> "Boolean";
      case INT8 -> "Int8";
      case INT16 -> "Int16";
      case INT32 -> "Int32";
      case INT64 -> "Int64";
      case UINT8 -> "UInt8";
      case UINT16 -> "UInt16";
      case UINT32 -> "UInt32";
      case FLOAT16, FLOAT32 -> "Float32";
      case FLOAT64 -> "Float64";
      case DATE -> "Date";
      case TIME -> "Time";
      case DURATION -> "Duration(time_unit='ns')";
      case BINARY -> "Binary";
      case TEXT, UUID -> "String";
      case MIXED -> "Object";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
