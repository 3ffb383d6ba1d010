package org.datason.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.datason.json.JsonWriter;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;
import org.datason.json.TimeText;

/** A handler of a type that stands for a moment and nothing else; it is written in UTC. */
abstract class MomentHandler<T> extends TemporalHandler<T> {

  /** The first second of the year 1 and the last one of the year 9999. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private static final long LAST_SECOND = 253_402_300_799L;

  MomentHandler(Class<T> type, String javaType) {
    super(type, "datetime", javaType);
  }

  abstract Instant moment(T value);

  @Override
  abstract T of(Instant moment);

  @Override
  final Iso parts(T value) {
    Instant moment = moment(value);
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
    return new Iso(time.toLocalDate(), time.toLocalTime(), ZoneOffset.UTC, null);
  }

  @Override
  final T of(Iso parts) {
    return of(date(parts).atTime(time(parts)).toInstant(offset(parts)));
  }

  @Override
  final TimeForm usualForm() {
    return TimeForm.OFFSET_DATE_TIME;
  }

  @Override
  final T of(TimeParts parts) {
    return of(parts.instant());
  }

  @Override
  final T ofUnusual(String text) {
    return of(text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
  }

  @Override
  final String text(T value) {
    Instant moment = moment(value);
    return isInPython(value)
        ? TimeText.of(moment.getEpochSecond(), moment.getNano()) + 'Z'
        : moment.toString();
  }

  @Override
  final void writeText(T value, JsonWriter out) {
    if (isInPython(value)) {
      out.writeTime(moment(value).getEpochSecond(), moment(value).getNano(), "Z");
    } else {
      out.writeString(moment(value).toString());
    }
  }

  @Override
  final void writePythonText(T value, JsonWriter out) {
    Instant moment = moment(value);
    int nano = moment.getNano();
    out.writeTime(moment.getEpochSecond(), nano - nano % 1000, "+00:00");
  }

  @Override
  final boolean isExactInPython(T value) {
    return moment(value).getNano() % 1000 == 0;
  }

  /** An Instant can be of a year that no local date has. */
  @Override
  final boolean isInPython(T value) {
    long second = moment(value).getEpochSecond();
    return second >= FIRST_SECOND && second <= LAST_SECOND;
  }

  static final class OfInstant extends MomentHandler<Instant> {

    OfInstant() {
      super(Instant.class, "Instant");
    }

    @Override
    Instant moment(Instant value) {
      return value;
    }

    @Override
    Instant of(Instant moment) {
      return moment;
    }
  }
}
