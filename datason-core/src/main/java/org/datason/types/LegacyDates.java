package org.datason.types;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import org.datason.json.JsonWriter;

/** The mutable dates from before java.time, and those of java.sql, which can be absent. */
final class LegacyDates {

  private LegacyDates() {}

  /** Dates that count milliseconds. */
  private abstract static class OfMillis<T extends Date> extends MomentHandler<T> {

    OfMillis(Class<T> type) {
      super(type, type.getName());
    }

    abstract T of(long millis);

    @Override
    final Instant moment(T value) {
      return Instant.ofEpochMilli(value.getTime());
    }

    @Override
    final T of(Instant moment) {
      if (moment.getNano() % 1_000_000 != 0) {
        throw new DateTimeException("it has milliseconds at most");
      }
      return of(moment.toEpochMilli());
    }
  }

  static final class OfDate extends OfMillis<Date> {

    OfDate() {
      super(Date.class);
    }

    @Override
    Date of(long millis) {
      return new Date(millis);
    }
  }

  static final class OfSqlDate extends OfMillis<java.sql.Date> {

    OfSqlDate() {
      super(java.sql.Date.class);
    }

    @Override
    java.sql.Date of(long millis) {
      return new java.sql.Date(millis);
    }
  }

  static final class OfSqlTime extends OfMillis<java.sql.Time> {

    OfSqlTime() {
      super(java.sql.Time.class);
    }

    @Override
    java.sql.Time of(long millis) {
      return new java.sql.Time(millis);
    }
  }

  static final class OfTimestamp extends MomentHandler<java.sql.Timestamp> {

    OfTimestamp() {
      super(java.sql.Timestamp.class, "java.sql.Timestamp");
    }

    /** One at the end of a long's milliseconds is not the moment that it claims to be. */
    @Override
    void check(java.sql.Timestamp value, JsonWriter out) {
      if (!of(moment(value)).equals(value)) {
        throw out.unsupported("The timestamp " + value + " is beyond what a Timestamp can hold");
      }
    }

    @Override
    Instant moment(java.sql.Timestamp value) {
      return value.toInstant();
    }

    @Override
    java.sql.Timestamp of(Instant moment) {
      return java.sql.Timestamp.from(moment);
    }
  }
}
