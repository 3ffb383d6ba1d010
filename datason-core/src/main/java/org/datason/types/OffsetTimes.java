package org.datason.types;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;

/** Dates with a time and an offset or a zone. */
final class OffsetTimes {

  private OffsetTimes() {}

  static final class OfDateTime extends TemporalHandler<OffsetDateTime> {

    OfDateTime() {
      super(OffsetDateTime.class, "datetime", null);
    }

    @Override
    Iso parts(OffsetDateTime value) {
      return new Iso(value.toLocalDate(), value.toLocalTime(), value.getOffset(), null);
    }

    @Override
    OffsetDateTime of(Iso parts) {
      return OffsetDateTime.of(date(parts), time(parts), offset(parts));
    }

    @Override
    OffsetDateTime of(Instant moment) {
      return moment.atOffset(ZoneOffset.UTC);
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.OFFSET_DATE_TIME;
    }

    @Override
    OffsetDateTime of(TimeParts parts) {
      return parts.offsetDateTime();
    }

    @Override
    OffsetDateTime ofUnusual(String text) {
      return OffsetDateTime.parse(text);
    }
  }

  /**
   * Zoned times. Python gets the offset; the exact text has the zone and, for the hour that comes
   * twice when summer time ends, the offset.
   */
  static final class OfZoned extends TemporalHandler<ZonedDateTime> {

    OfZoned() {
      super(ZonedDateTime.class, "datetime", "ZonedDateTime");
    }

    @Override
    Iso parts(ZonedDateTime value) {
      ZoneId zone = value.getZone();
      String id = zone instanceof ZoneOffset ? null : zone.getId();
      return new Iso(value.toLocalDate(), value.toLocalTime(), value.getOffset(), id);
    }

    @Override
    ZonedDateTime of(Iso parts) {
      return zoned(LocalDateTime.of(date(parts), time(parts)), offset(parts), parts.zone());
    }

    @Override
    ZonedDateTime of(Instant moment) {
      return moment.atZone(ZoneOffset.UTC);
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.OFFSET_DATE_TIME;
    }

    @Override
    ZonedDateTime of(TimeParts parts) {
      return ZonedDateTime.of(parts.dateTime(), parts.offset());
    }

    @Override
    ZonedDateTime ofUnusual(String text) {
      int bracket = text.indexOf('[');
      boolean named = bracket >= 0 && text.endsWith("]");
      OffsetDateTime time = OffsetDateTime.parse(named ? text.substring(0, bracket) : text);
      String zone = named ? text.substring(bracket + 1, text.length() - 1) : null;
      return zoned(time.toLocalDateTime(), time.getOffset(), zone);
    }

    /**
     * Where the rules of the zone have changed since the text was written, the moment stays as it
     * was and the local time follows the rules.
     */
    private static ZonedDateTime zoned(LocalDateTime time, ZoneOffset offset, String zone) {
      return zone == null
          ? ZonedDateTime.of(time, offset)
          : ZonedDateTime.ofInstant(time, offset, ZoneId.of(zone));
    }
  }
}
