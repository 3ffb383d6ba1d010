package org.datason.types;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import org.datason.json.JsonWriter;
import org.datason.json.TimeForm;
import org.datason.json.TimeParts;

/** Dates and times without a moment: they have no offset, or no date. */
final class LocalTimes {

  private static final String AN_OFFSET = "an offset, which a local time does not have";

  private LocalTimes() {}

  static final class OfDateTime extends TemporalHandler<LocalDateTime> {

    OfDateTime() {
      super(LocalDateTime.class, "datetime", null);
    }

    @Override
    Iso parts(LocalDateTime value) {
      return new Iso(value.toLocalDate(), value.toLocalTime(), null, null);
    }

    @Override
    boolean isLocal() {
      return true;
    }

    @Override
    LocalDateTime of(Iso parts) {
      absent(parts.offset(), AN_OFFSET);
      return LocalDateTime.of(date(parts), time(parts));
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.DATE_TIME;
    }

    @Override
    LocalDateTime of(TimeParts parts) {
      return parts.dateTime();
    }

    @Override
    LocalDateTime ofUnusual(String text) {
      return LocalDateTime.parse(text);
    }
  }

  static final class OfDate extends TemporalHandler<LocalDate> {

    OfDate() {
      super(LocalDate.class, "date", null);
    }

    @Override
    Iso parts(LocalDate value) {
      return new Iso(value, null, null, null);
    }

    @Override
    boolean isInPython(LocalDate value) {
      return Iso.isInPython(value);
    }

    @Override
    boolean isExactInPython(LocalDate value) {
      return true;
    }

    @Override
    void writePythonText(LocalDate value, JsonWriter out) {
      out.writeTime(value, null, null, false);
    }

    @Override
    LocalDate of(Iso parts) {
      absent(parts.time(), "a time, which a date does not have");
      return date(parts);
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.DATE;
    }

    @Override
    LocalDate of(TimeParts parts) {
      return parts.date();
    }

    @Override
    LocalDate ofUnusual(String text) {
      return LocalDate.parse(text);
    }
  }

  static final class OfTime extends TemporalHandler<LocalTime> {

    OfTime() {
      super(LocalTime.class, "time", null);
    }

    @Override
    Iso parts(LocalTime value) {
      return new Iso(null, value, null, null);
    }

    @Override
    LocalTime of(Iso parts) {
      absent(parts.date(), "a date, which a time does not have");
      absent(parts.offset(), AN_OFFSET);
      return time(parts);
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.TIME;
    }

    @Override
    LocalTime of(TimeParts parts) {
      return parts.time();
    }

    @Override
    LocalTime ofUnusual(String text) {
      return LocalTime.parse(text);
    }
  }

  static final class OfOffsetTime extends TemporalHandler<OffsetTime> {

    OfOffsetTime() {
      super(OffsetTime.class, "time", null);
    }

    @Override
    Iso parts(OffsetTime value) {
      return new Iso(null, value.toLocalTime(), value.getOffset(), null);
    }

    @Override
    OffsetTime of(Iso parts) {
      absent(parts.date(), "a date, which a time does not have");
      return OffsetTime.of(time(parts), offset(parts));
    }

    @Override
    TimeForm usualForm() {
      return TimeForm.OFFSET_TIME;
    }

    @Override
    OffsetTime of(TimeParts parts) {
      return OffsetTime.of(parts.time(), parts.offset());
    }

    @Override
    OffsetTime ofUnusual(String text) {
      return OffsetTime.parse(text);
    }
  }
}
