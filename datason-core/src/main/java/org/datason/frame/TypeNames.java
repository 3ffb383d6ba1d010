package org.datason.frame;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of types. */
final class TypeNames {

  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,9}), (-?\\d{1,9})\\)");
  private static final Pattern TIMESTAMP =
      Pattern.compile("timestamp\\[(s|ms|us|ns)(?:, (.+))?\\]");

  private TypeNames() {}

  static FieldType parse(String name) {
    for (FieldType.Simple simple : FieldType.Simple.values()) {
      if (simple.toString().equals(name)) {
        return simple;
      }
    }
    Matcher decimal = DECIMAL.matcher(name);
    if (decimal.matches()) {
      return new FieldType.Decimal(
          Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    Matcher timestamp = TIMESTAMP.matcher(name);
    if (timestamp.matches()) {
      FieldType.Unit unit = FieldType.Unit.valueOf(timestamp.group(1).toUpperCase(Locale.ROOT));
      return new FieldType.Timestamp(unit, timestamp.group(2));
    }
    throw new IllegalArgumentException("'" + name + "' is not the name of a type");
  }
}
