package org.datason.json;

/** What a text in ISO 8601 tells, for {@link JsonReader#tryTime}. */
public enum TimeForm {

  /** A date, {@code 2024-06-15}. */
  DATE,

  /** A time of day, {@code 10:30:00.5}; the seconds may be missing. */
  TIME,

  /** A time of day and an offset, {@code 10:30:00+02:00}. */
  OFFSET_TIME,

  /** A date and a time, {@code 2024-06-15T10:30:00.5}. */
  DATE_TIME,

  /** A date, a time and an offset, {@code 2024-06-15T10:30:00.5+02:00}, or {@code Z} for none. */
  OFFSET_DATE_TIME,

  /** A date and a time, and an offset if there is one. */
  ANY_DATE_TIME
}
