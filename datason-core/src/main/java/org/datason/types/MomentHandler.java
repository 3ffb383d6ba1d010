package org.datason.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.datason.json.JsonWriter;

/** A handler of a type that stands for a moment and nothing else; it is written in UTC. */
abstract class MomentHandler<T> extends TemporalHandler<T> {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

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
  final T ofUnusual(String text) {
    return of(text.endsWith("Z") ? Instant.parse(text) : OffsetDateTime.parse(text).toInstant());
  }

  @Override
  final String text(T value) {
    return isInPython(value) ? super.text(value) : moment(value).toString();
  }

  /** An Instant can be of a year that no local date has. */
  @Override
  public final void writeHinted(T value, JsonWriter out) {
    if (isInPython(value)) {
      super.writeHinted(value, out);
    } else {
      check(value, out);
      out.beginEnvelope(type().getName(), null);
      write(value, out);
      out.endEnvelope();
    }
  }

  @Override
  final boolean isInPython(T value) {
    Instant moment = moment(value);
    return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
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
