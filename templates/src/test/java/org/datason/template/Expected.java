package org.datason.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a description makes of a document that was read without one, number by number and text by
 * text: an oracle that shares nothing with templates.
 */
final class Expected {

  private Expected() {}

  /** That a document is not as its description says. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(Throwable cause) {
      super(cause);
    }
  }

  private static Unfit unfit() {
    return new Unfit(null);
  }

  static Object of(Node node, Object read) {
    try {
      return value(node, read);
    } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
      throw new Unfit(e);
    }
  }

  private static Object value(Node node, Object read) {
    if (read == null) {
      return null;
    }
    if (node instanceof Node.Scalar scalar) {
      return scalar(scalar.type(), read);
    }
    if (node instanceof Node.Choice choice) {
      if (!choice.values().contains(read)) {
        throw unfit();
      }
      return read;
    }
    if (node instanceof Node.Items items) {
      if (!(read instanceof List<?> list)) {
        throw unfit();
      }
      List<Object> values = new ArrayList<>();
      list.forEach(item -> values.add(value(items.item(), item)));
      return values;
    }
    if (!(read instanceof Map<?, ?> map)) {
      throw unfit();
    }
    Map<String, Object> values = new LinkedHashMap<>();
    if (node instanceof Node.Entries entries) {
      map.forEach((name, item) -> values.put((String) name, value(entries.value(), item)));
      return values;
    }
    for (TemplateField field : ((Node.Members) node).fields()) {
      boolean there = map.containsKey(field.name());
      Object item = map.get(field.name());
      if (!there && field.required() || there && item == null && !field.nullable()) {
        throw unfit();
      }
      if (there) {
        values.put(field.name(), value(field.node(), item));
      }
    }
    return values;
  }

  private static BigDecimal integer(Object read) {
    if (read instanceof Integer || read instanceof Long || read instanceof BigInteger) {
      return new BigDecimal(read.toString());
    }
    throw unfit();
  }

  private static BigDecimal number(Object read) {
    return read instanceof BigDecimal decimal ? decimal : integer(read);
  }

  /** A number, which may be a text where it may have any number of digits. */
  private static BigDecimal any(Object read) {
    boolean isText =
        read instanceof String text
            && text.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?");
    return isText ? new BigDecimal((String) read) : number(read);
  }

  private static Object scalar(ScalarType type, Object read) {
    switch (type) {
      case BOOLEAN:
        if (!(read instanceof Boolean)) {
          throw unfit();
        }
        return read;
      case INT32:
        return integer(read).intValueExact();
      case INT64:
        return integer(read).longValueExact();
      case INTEGER:
        return any(read).toBigIntegerExact();
      case DECIMAL:
        return any(read);
      case FLOAT64:
        return doubleOf(read);
      case TEXT:
        if (!(read instanceof String)) {
          throw unfit();
        }
        return read;
      default:
        if (!(read instanceof String text)) {
          throw unfit();
        }
        return time(type, text);
    }
  }

  private static Object doubleOf(Object read) {
    if (read instanceof String text && List.of("NaN", "nan").contains(text)) {
      return Double.NaN;
    }
    if (read instanceof String text && text.matches("-?(Infinity|inf)")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double value = number(read).doubleValue();
    if (Double.isInfinite(value)) {
      throw unfit();
    }
    return value;
  }

  /** A tree with 0.0 for -0.0, since without a type -0 is an integer. */
  static Object withoutNegativeZeros(Object value) {
    if (value instanceof Double d && d == 0) {
      return 0.0;
    }
    if (value instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(withoutNegativeZeros(item)));
      return items;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> entries = new LinkedHashMap<>();
      map.forEach((name, item) -> entries.put(name, withoutNegativeZeros(item)));
      return entries;
    }
    return value;
  }

  /** Offsets may lack their colon, or their minutes. */
  private static OffsetDateTime moment(String text) {
    return OffsetDateTime.parse(
        text.replaceFirst("(T.*[-+][0-9]{2})([0-9]{2})$", "$1:$2")
            .replaceFirst("(T.*[-+][0-9]{2})$", "$1:00"));
  }

  private static Object time(ScalarType type, String text) {
    return switch (type) {
      case UUID -> {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
          throw unfit();
        }
        yield UUID.fromString(text);
      }
      case DATE -> LocalDate.parse(text);
      case TIME -> LocalTime.parse(text);
      case DATE_TIME -> LocalDateTime.parse(text);
      case OFFSET_DATE_TIME -> moment(text);
      case INSTANT -> moment(text).toInstant();
      case DURATION -> Duration.parse(text);
      default -> throw new AssertionError(type);
    };
  }
}
