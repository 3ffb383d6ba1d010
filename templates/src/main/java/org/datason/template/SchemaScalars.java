package org.datason.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.datason.Datason;
import org.datason.error.DatasonException;

/** The texts and numbers of a JSON Schema. */
final class SchemaScalars {

  private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private SchemaScalars() {}

  static SchemaPart text(SchemaKeywords schema) {
    Limits lengths = schema.sizes("minLength", "maxLength");
    String format = schema.peek("format") instanceof String text ? text : "";
    boolean base64 = "base64".equals(schema.peek("contentEncoding"));
    if (base64) {
      schema.drop("contentEncoding");
    }
    Node node =
        switch (format) {
          case "date" -> new Node.Scalar(ScalarType.DATE);
          case "date-time" -> new Node.Scalar(ScalarType.OFFSET_DATE_TIME);
          case "time" -> new Node.Java("java.time.OffsetTime");
          case "duration" -> new Node.Scalar(ScalarType.DURATION);
          case "uuid" -> new Node.Scalar(ScalarType.UUID);
          default -> new Node.Scalar(base64 ? ScalarType.BINARY : ScalarType.TEXT);
        };
    if (!node.equals(new Node.Scalar(ScalarType.TEXT)) && !base64) {
      schema.drop("format");
      lengths = Limits.NONE; // all texts of a format have its length
    }
    return new SchemaPart(node, false, base64 ? Limits.NONE : lengths);
  }

  static SchemaPart number(SchemaKeywords schema, boolean integer) {
    BigDecimal least = schema.number("minimum");
    BigDecimal most = schema.number("maximum");
    if (integer) {
      least = greater(least, above(schema.number("exclusiveMinimum")));
      BigDecimal below = schema.number("exclusiveMaximum");
      BigDecimal bound = below == null ? null : above(below.negate()).negate();
      most = bound == null || most != null && most.compareTo(bound) < 0 ? most : bound;
    }
    return new SchemaPart(
        new Node.Scalar(type(schema, integer, least, most)),
        false,
        Limits.NONE.withRange(least, most));
  }

  private static ScalarType type(
      SchemaKeywords schema, boolean integer, BigDecimal least, BigDecimal most) {
    Object format = schema.peek("format");
    if (format instanceof String name) {
      ScalarType type =
          switch (name) {
            case "int32" -> integer ? ScalarType.INT32 : null;
            case "int64" -> integer ? ScalarType.INT64 : null;
            case "float" -> integer ? null : ScalarType.FLOAT32;
            case "double" -> integer ? null : ScalarType.FLOAT64;
            default -> null;
          };
      if (type != null) {
        schema.drop("format");
        return type;
      }
    }
    boolean beyond =
        least != null && least.compareTo(LEAST_LONG) < 0
            || most != null && most.compareTo(GREATEST_LONG) > 0;
    return integer ? beyond ? ScalarType.INTEGER : ScalarType.INT64 : ScalarType.FLOAT64;
  }

  /** The least integer above a bound that is not included. */
  private static BigDecimal above(BigDecimal bound) {
    return bound == null ? null : bound.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
  }

  private static BigDecimal greater(BigDecimal one, BigDecimal other) {
    return one == null ? other : other == null ? one : one.max(other);
  }

  /** A value of JSON as a template reads it at a node; null where it cannot be read there. */
  static Object typed(Object value, Node node) {
    if (node instanceof Node.Ref || node instanceof Node.Members || node instanceof Node.Tagged) {
      return null;
    }
    try {
      return Template.of(node, Map.of()).read(Datason.create().toJson(value));
    } catch (DatasonException | IllegalArgumentException e) {
      return null;
    }
  }
}
