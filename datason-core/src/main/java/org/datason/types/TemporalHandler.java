package org.datason.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.datason.config.Coercion;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A handler of dates and times. Their hinted form is what Python reads, with the exact text beside
 * it where Python has no nanoseconds or zones; a year that Python does not have goes under the
 * type's own name.
 */
abstract class TemporalHandler<T> extends TextHandler<T> {

  private final String javaType;

  TemporalHandler(Class<T> type, String hint, String javaType) {
    super(type, hint);
    this.javaType = javaType;
  }

  /** The parts of a value. */
  abstract Iso parts(T value);

  /** The value of parts, some of which can be missing. */
  abstract T of(Iso parts);

  /** The value of a text of an unusual form. */
  abstract T ofUnusual(String text);

  /** The value of a number, which stands for a moment. */
  T of(Instant moment) {
    throw new DateTimeException("a number of seconds has no local time");
  }

  @Override
  public final String javaType() {
    return javaType;
  }

  /**
   * Takes another Java type's form of the same hint where this type is asked for, and pandas' own
   * kind of datetime.
   */
  @Override
  public final TypeHandler<T> subtype(String other, String java) {
    boolean taken =
        other.equals(hint()) || other.equals("pandas.Timestamp") && hint().equals("datetime");
    return taken ? this : null;
  }

  @Override
  String text(T value) {
    return parts(value).text();
  }

  @Override
  final T parse(String text) {
    Iso parts = Iso.parse(text);
    return parts == null ? ofUnusual(text) : of(parts);
  }

  @Override
  public final T read(JsonReader in) {
    boolean epoch = in.peek() == JsonToken.NUMBER && in.coerces(Coercion.EPOCH_TO_TIME);
    return epoch ? of(EpochNumber.read(in)) : parse(in.readString());
  }

  @Override
  public void writeHinted(T value, JsonWriter out) {
    check(value, out);
    Iso parts = parts(value);
    if (parts.isInPython()) {
      String exact = parts.isExactInPython() ? null : parts.text();
      out.beginEnvelope(hint(), javaType, exact);
      out.writeString(parts.pythonText());
    } else {
      out.beginEnvelope(type().getName(), null);
      out.writeString(parts.text());
    }
    out.endEnvelope();
  }

  static LocalDate date(Iso parts) {
    return present(parts.date(), "date");
  }

  static LocalTime time(Iso parts) {
    return present(parts.time(), "time");
  }

  static ZoneOffset offset(Iso parts) {
    return present(parts.offset(), "offset such as +02:00");
  }

  static void absent(Object part, String what) {
    if (part != null) {
      throw new DateTimeException("it has " + what);
    }
  }

  private static <P> P present(P part, String what) {
    if (part == null) {
      throw new DateTimeException("it has no " + what);
    }
    return part;
  }
}
