package org.datason.types;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.datason.config.Coercion;
import org.datason.config.DateForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;
import org.datason.json.TypeHandler;

/**
 * A handler of dates and times. Their hinted form is what Python reads, with the exact text beside
 * it where Python has no nanoseconds or zones; a year that Python does not have goes under the
 * type's own name.
 */
abstract class TemporalHandler<T> extends TextHandler<T> {

  private final String javaType;

  /** Whether values have a date and a time, which the setting dateForm is for. */
  private final boolean isDated;

  TemporalHandler(Class<T> type, String hint, String javaType) {
    super(type, hint);
    this.javaType = javaType;
    this.isDated = hint.equals("datetime");
  }

  /** Whether values have no offset from UTC. */
  boolean isLocal() {
    return false;
  }

  /** The parts of a value. */
  abstract Iso parts(T value);

  /** The value of parts, some of which can be missing. */
  abstract T of(Iso parts);

  /** The form of the texts that are read without making a {@code String} of them. */
  abstract TimeForm usualForm();

  /** The value of a text of that form. */
  abstract T of(TimeParts parts);

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

  /** Under a hint a value says all by itself; elsewhere it is in the form that is set. */
  @Override
  public final T read(JsonReader in) {
    DateForm form = isDated && !in.isUnderHint() ? in.config().dateForm() : DateForm.ISO;
    if (form == DateForm.ISO) {
      TimeParts parts = in.tryTime(usualForm());
      if (parts != null) {
        return of(parts);
      }
    }
    boolean epoch = form == DateForm.EPOCH_SECONDS || form == DateForm.EPOCH_MILLIS;
    if (in.peek() != JsonToken.NUMBER || !epoch && !in.coerces(Coercion.EPOCH_TO_TIME)) {
      return parse(in.readString(), form);
    }
    return epoch
        ? ofNumber(EpochNumber.moment(in.readBigDecimal(), form == DateForm.EPOCH_MILLIS))
        : of(EpochNumber.read(in));
  }

  /** The value of a number where numbers are set. */
  private T ofNumber(Instant moment) {
    if (!isLocal()) {
      return of(moment);
    }
    LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return of(new Iso(time.toLocalDate(), time.toLocalTime(), null, null));
  }

  private T parse(String text, DateForm form) {
    if (form.formatter() == null) {
      return parse(text);
    }
    Iso parts = DateForms.parse(form, text, isLocal());
    if (parts != null) {
      return of(parts);
    }
    try {
      return parse(text);
    } catch (DateTimeException e) {
      throw new DateTimeException("it is neither of the dateForm " + form + " nor ISO 8601", e);
    }
  }

  /** Without a hint; with one only where hints are on and the form that is set loses something. */
  @Override
  public final void write(T value, JsonWriter out) {
    DateForm form = isDated ? out.config().dateForm() : DateForm.ISO;
    check(value, out);
    if (form == DateForm.ISO) {
      writeText(value, out);
      return;
    }
    if (!isInPython(value)) {
      writeUncommon(value, form, out);
      return;
    }
    if (form.formatter() == null) {
      BigDecimal number = DateForms.number(form, parts(value));
      if (!out.hints() || isKept(value, () -> of(EpochNumber.moment(number)))) {
        out.writeBigDecimal(number);
        return;
      }
    } else {
      String text = DateForms.text(form, parts(value), out);
      if (!out.hints() || isKept(value, () -> parse(text, form))) {
        out.writeString(text);
        return;
      }
    }
    writeHinted(value, out);
  }

  /**
   * A year that Python does not have is written as ISO, unless a pattern would read that otherwise.
   */
  private void writeUncommon(T value, DateForm form, JsonWriter out) {
    if (form.formatter() == null || isKept(value, () -> parse(text(value), form))) {
      writeText(value, out);
    } else if (out.hints()) {
      writeHinted(value, out);
    } else {
      out.writeString(DateForms.text(form, parts(value), out));
    }
  }

  private boolean isKept(T value, Supplier<T> reading) {
    try {
      return reading.get().equals(value);
    } catch (DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  /** Writes the text of a value. */
  void writeText(T value, JsonWriter out) {
    Iso parts = parts(value);
    if (parts.zone() == null) {
      out.writeTime(parts.date(), parts.time(), parts.offset(), true);
    } else {
      out.writeString(parts.text());
    }
  }

  /** Writes the text for Python: no zone, no {@code Z}, microseconds at most. */
  void writePythonText(T value, JsonWriter out) {
    Iso parts = parts(value);
    out.writeTime(parts.date(), parts.pythonTime(), parts.offset(), false);
  }

  /** Whether a value that is in Python has no more than Python has. */
  boolean isExactInPython(T value) {
    return parts(value).isExactInPython();
  }

  /** Whether Python has such dates. */
  boolean isInPython(T value) {
    return parts(value).isInPython();
  }

  @Override
  public void writeHinted(T value, JsonWriter out) {
    check(value, out);
    DateForm form = isDated ? out.config().dateForm() : DateForm.ISO;
    if (!isInPython(value)) {
      out.beginEnvelope(type().getName(), null);
      writeText(value, out);
      out.endEnvelope();
    } else if (form == DateForm.ISO) {
      out.beginEnvelope(hint(), javaType, isExactInPython(value) ? null : text(value));
      writePythonText(value, out);
      out.endEnvelope();
    } else {
      writeForm(value, parts(value), form, out);
    }
  }

  /** With the exact text beside it where the form, read without these settings, loses something. */
  private void writeForm(T value, Iso parts, DateForm form, JsonWriter out) {
    if (form.formatter() == null) {
      BigDecimal number = DateForms.number(form, parts);
      boolean kept = isKept(value, () -> of(EpochNumber.moment(number)));
      out.beginEnvelope(hint(), javaType, kept ? null : parts.text());
      out.writeBigDecimal(number);
    } else {
      String text = DateForms.text(form, parts, out);
      out.beginEnvelope(hint(), javaType, isKept(value, () -> parse(text)) ? null : parts.text());
      out.writeString(text);
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
