package org.datason.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.datason.frame.FieldType;

/**
 * What a single value of a document stands for: what it is in Java, and in which column of a frame
 * it goes.
 *
 * <pre>{@code
 * ScalarType.UUID.javaType(); // java.util.UUID
 * ScalarType.of(FieldType.Simple.FLOAT64); // FLOAT64
 * }</pre>
 */
public enum ScalarType {
  /** True or false. */
  BOOLEAN(Boolean.class, FieldType.Simple.BOOLEAN),
  /** An integer from -128 to 127. */
  INT8(Byte.class, FieldType.Simple.INT8),
  /** An integer from -32,768 to 32,767. */
  INT16(Short.class, FieldType.Simple.INT16),
  /** An integer of 32 bits. */
  INT32(Integer.class, FieldType.Simple.INT32),
  /** An integer of 64 bits. */
  INT64(Long.class, FieldType.Simple.INT64),
  /** An integer of any size. */
  INTEGER(BigInteger.class, FieldType.Simple.MIXED),
  /** A {@code float}. */
  FLOAT32(Float.class, FieldType.Simple.FLOAT32),
  /** A {@code double}. */
  FLOAT64(Double.class, FieldType.Simple.FLOAT64),
  /** A number with all its digits. */
  DECIMAL(BigDecimal.class, FieldType.Simple.MIXED),
  /** Text. */
  TEXT(String.class, FieldType.Simple.TEXT),
  /** A UUID, as text. */
  UUID(UUID.class, FieldType.Simple.UUID),
  /** A date, as text: {@code 2024-06-15}. */
  DATE(LocalDate.class, FieldType.Simple.DATE),
  /** A time of day, as text: {@code 10:30:00}. */
  TIME(LocalTime.class, FieldType.Simple.TIME),
  /** A date and a time without an offset, as text. */
  DATE_TIME(LocalDateTime.class, new FieldType.Timestamp(FieldType.Unit.NS, null)),
  /** A date and a time with the offset from UTC that stands there, as text. */
  OFFSET_DATE_TIME(OffsetDateTime.class, new FieldType.Timestamp(FieldType.Unit.NS, "UTC")),
  /** A moment, as text with any offset, or as seconds or milliseconds since 1970. */
  INSTANT(Instant.class, new FieldType.Timestamp(FieldType.Unit.NS, "UTC")),
  /** A duration, as text: {@code PT1H}. */
  DURATION(Duration.class, FieldType.Simple.DURATION),
  /** Bytes, as text in base64. */
  BINARY(byte[].class, FieldType.Simple.BINARY);

  private final Class<?> javaType;
  private final FieldType fieldType;

  ScalarType(Class<?> javaType, FieldType fieldType) {
    this.javaType = javaType;
    this.fieldType = fieldType;
  }

  /**
   * What the value is in Java, where no class says otherwise.
   *
   * @return a class, never a primitive
   */
  public Class<?> javaType() {
    return javaType;
  }

  /**
   * The type of the column that takes such values where no schema says otherwise.
   *
   * @return the type; mixed for what has none of its own
   */
  public FieldType fieldType() {
    return fieldType;
  }

  /**
   * The scalar type of a column's values.
   *
   * @param type the type of the column
   * @return the narrowest that holds them all; null where the values are no scalars
   */
  public static ScalarType of(FieldType type) {
    if (type instanceof FieldType.Decimal) {
      return DECIMAL;
    }
    if (type instanceof FieldType.Timestamp timestamp) {
      return timestamp.zone() == null ? DATE_TIME : INSTANT;
    }
    if (type instanceof FieldType.Dictionary dictionary) {
      return of(dictionary.values());
    }
    if (!(type instanceof FieldType.Simple simple)) {
      return null;
    }
    return switch (simple) {
      case BOOLEAN -> BOOLEAN;
      case INT8 -> INT8;
      case INT16, UINT8 -> INT16;
      case INT32, UINT16 -> INT32;
      case INT64, UINT32 -> INT64;
      case FLOAT16, FLOAT32 -> FLOAT32;
      case FLOAT64 -> FLOAT64;
      case TEXT -> TEXT;
      case DATE -> DATE;
      case TIME -> TIME;
      case DURATION -> DURATION;
      case UUID -> UUID;
      case BINARY -> BINARY;
      case MIXED -> null;
    };
  }

  /**
   * The scalar type of a Java class.
   *
   * @param type the class, which may be a primitive
   * @return null for a class that is none of the usual ones
   */
  public static ScalarType of(Class<?> type) {
    Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    for (ScalarType scalar : values()) {
      if (scalar.javaType == boxed) {
        return scalar;
      }
    }
    return null;
  }

  /** The name in template files: {@code offset-date-time}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
