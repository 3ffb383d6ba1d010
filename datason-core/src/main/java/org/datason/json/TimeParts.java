package org.datason.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The numbers of a date, a time or both, parsed from the bytes of a text in ISO 8601 in its usual
 * form: years 0000 to 9999, up to nine digits of a second's fraction, offsets {@code Z} and {@code
 * +02:00}. One object takes one text after the other, so nothing is made but the result. Not
 * thread-safe.
 *
 * <pre>{@code
 * TimeParts parts = in.tryTime(TimeForm.OFFSET_DATE_TIME); // "2024-06-15T10:30:00Z"
 * Instant start = parts == null ? Instant.parse(in.readString()) : parts.instant();
 * }</pre>
 */
public final class TimeParts {

  private static final int DATE_LENGTH = 10;
  private static final int SECONDS_IN_DAY = 86_400;
  private static final int MOST_OFFSET = 18 * 3600;
  private static final int QUARTER = 15 * 60;

  /** From 0000-01-01. */
  private static final int DAYS_TO_1970 = 719_528;

  /**
   * The days of a year before each of the months from 1 on, and at the end of the year; from 14 on
   * the same of a leap year.
   */
  private static final short[] BEFORE = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365, //
    0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366
  };

  private static final int[] TENS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1
  };

  private static final long HIGHS = 0x8080808080808080L;

  /** The first eight bytes of a date and of a time, zeros for the digits. */
  private static final long DATE = word("0000-00-");

  private static final long TIME = word("00:00:00");

  private static final long UTC = word("+00:00");
  private static final long SIX_BYTES = 0xFFFFFFFFFFFFL;

  /** What takes a digit above 9, and a separator that is another byte, to the high bit. */
  private static final long BEYOND_DATE = 0x7F76767F76767676L;

  private static final long BEYOND_TIME = 0x76767F76767F7676L;

  private int year;
  private int month;
  private int day;

  /** The place of the month in the table. */
  private int table;

  private int hour;
  private int minute;
  private int second;
  private int nano;
  private boolean hasOffset;
  private int offset;
  private ZoneOffset lastOffset = ZoneOffset.UTC;

  /** The offsets of whole quarters of an hour, from the least one on, as far as they were met. */
  private ZoneOffset[] quarters;

  /** No time. */
  public TimeParts() {}

  private static long word(String text) {
    long word = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      word = word << 8 | text.charAt(i);
    }
    return word;
  }

  // ---------------------------------------------------------------- from bytes

  /**
   * Parses a text.
   *
   * @param text the bytes
   * @param from the first
   * @param to after the last
   * @param form what the text has to tell
   * @param separator the byte between a date and a time, {@code 'T'} as a rule
   * @return whether the whole text is of that form, with all numbers in their ranges; if not, this
   *     holds no time
   */
  public boolean parse(byte[] text, int from, int to, TimeForm form, int separator) {
    return parse(text, from, to, form, (byte) separator) == to;
  }

  /** Parses as much as is of the form; its end, or -1 if nothing is. */
  int parse(byte[] b, int from, int limit, TimeForm form, byte separator) {
    hasOffset = false;
    offset = 0;
    int p = from;
    if (form == TimeForm.TIME || form == TimeForm.OFFSET_TIME) {
      p = time(b, p, limit);
      return p < 0 || form == TimeForm.TIME ? p : offset(b, p, limit);
    }
    if (limit - p < DATE_LENGTH || !date(b, p)) {
      return -1;
    }
    p += DATE_LENGTH;
    if (form == TimeForm.DATE) {
      return p;
    }
    if (p == limit || b[p] != separator) {
      return -1;
    }
    p = time(b, p + 1, limit);
    if (p < 0 || form == TimeForm.DATE_TIME) {
      return p;
    }
    int end = offset(b, p, limit);
    return end < 0 && form == TimeForm.ANY_DATE_TIME ? p : end;
  }

  private boolean date(byte[] b, int p) {
    long digits = Words.get(b, p) ^ DATE;
    int tens = b[p + 8] - '0';
    int ones = b[p + 9] - '0';
    if (((digits + BEYOND_DATE | digits) & HIGHS) != 0
        || (tens | ones) < 0
        || tens > 9
        || ones > 9) {
      return false;
    }
    long pairs = digits * 10 + (digits >>> 8);
    year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
    month = (int) (pairs >>> 40 & 0xFF);
    day = tens * 10 + ones;
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = (year & 3) == 0 && (year % 25 != 0 || (year & 15) == 0);
    table = leap ? month + 13 : month;
    return day <= BEFORE[table + 1] - BEFORE[table];
  }

  private int time(byte[] b, int p, int limit) {
    if (limit - p < 8 || b[p + 5] != ':') {
      return hourAndMinute(b, p, limit);
    }
    long digits = Words.get(b, p) ^ TIME;
    if (((digits + BEYOND_TIME | digits) & HIGHS) != 0) {
      return -1;
    }
    long pairs = digits * 10 + (digits >>> 8);
    hour = (int) (pairs & 0xFF);
    minute = (int) (pairs >>> 24 & 0xFF);
    second = (int) (pairs >>> 48 & 0xFF);
    nano = 0;
    if (hour > 23 || minute > 59 || second > 59) {
      return -1;
    }
    int end = p + 8;
    return end < limit && b[end] == '.' ? fraction(b, end + 1, limit) : end;
  }

  private int hourAndMinute(byte[] b, int p, int limit) {
    if (limit - p < 5 || b[p + 2] != ':') {
      return -1;
    }
    hour = number(b, p);
    minute = number(b, p + 3);
    second = 0;
    nano = 0;
    boolean valid = (hour | minute) >= 0 && hour <= 23 && minute <= 59;
    return valid && (limit - p == 5 || b[p + 5] != ':') ? p + 5 : -1;
  }

  private int fraction(byte[] b, int from, int limit) {
    int p = from;
    int value = 0;
    if (limit - p >= 8) {
      long word = Words.get(b, p);
      int n = Digits.countLeadingDigits(word);
      if (n == 0) {
        return -1;
      }
      value = Digits.parseEightDigits(word << 64 - 8 * n);
      p += n;
      if (n < 8) {
        nano = value * TENS[n];
        return p;
      }
    }
    int end = Math.min(limit, from + 9);
    int d;
    while (p < end && (d = b[p] - '0') >= 0 && d <= 9) {
      value = value * 10 + d;
      p++;
    }
    nano = p == from ? 0 : value * TENS[p - from];
    return p == from ? -1 : p;
  }

  private int offset(byte[] b, int p, int limit) {
    if (p == limit) {
      return -1;
    }
    int sign = b[p];
    if (sign == 'Z') {
      hasOffset = true;
      return p + 1;
    }
    if (sign == '+' && limit - p >= 8 && (Words.get(b, p) & SIX_BYTES) == UTC) {
      hasOffset = true;
      return p + 6;
    }
    if (sign != '+' && sign != '-' || limit - p < 6 || b[p + 3] != ':') {
      return -1;
    }
    int hours = number(b, p + 1);
    int minutes = number(b, p + 4);
    int seconds = hours * 3600 + minutes * 60;
    if ((hours | minutes) < 0 || minutes > 59 || seconds > MOST_OFFSET) {
      return -1;
    }
    hasOffset = true;
    offset = sign == '-' ? -seconds : seconds;
    return p + 6;
  }

  /** A number of two digits, or -1. */
  private static int number(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  // ---------------------------------------------------------------- results

  /**
   * Whether the text had an offset from UTC.
   *
   * @return false where the form has none, too
   */
  public boolean hasOffset() {
    return hasOffset;
  }

  /**
   * The year.
   *
   * @return from 0 to 9999
   */
  public int year() {
    return year;
  }

  /**
   * The date.
   *
   * @return days since 1970-01-01
   */
  public long epochDay() {
    int leapDays = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400; // before the year
    return year * 365 + leapDays + BEFORE[table] + day - 1 - DAYS_TO_1970;
  }

  /**
   * The time.
   *
   * @return nanoseconds since midnight
   */
  public long nanoOfDay() {
    return secondOfDay() * 1_000_000_000L + nano;
  }

  private int secondOfDay() {
    return hour * 3600 + minute * 60 + second;
  }

  /**
   * The moment, or without an offset the same in UTC.
   *
   * @return whole seconds since 1970-01-01T00:00Z
   */
  public long epochSecond() {
    return epochDay() * SECONDS_IN_DAY + secondOfDay() - offset;
  }

  /**
   * The fraction of the second.
   *
   * @return nanoseconds, from 0 to 999,999,999
   */
  public int nano() {
    return nano;
  }

  /**
   * The date.
   *
   * @return a new date
   */
  public LocalDate date() {
    return LocalDate.of(year, month, day);
  }

  /**
   * The time of day.
   *
   * @return a time
   */
  public LocalTime time() {
    return LocalTime.of(hour, minute, second, nano);
  }

  /**
   * The date and the time.
   *
   * @return both
   */
  public LocalDateTime dateTime() {
    return LocalDateTime.of(year, month, day, hour, minute, second, nano);
  }

  /**
   * The offset from UTC.
   *
   * @return the offset, 0 if there is none
   */
  public ZoneOffset offset() {
    if (lastOffset.getTotalSeconds() != offset) {
      lastOffset = offset % QUARTER == 0 ? quarters() : ZoneOffset.ofTotalSeconds(offset);
    }
    return lastOffset;
  }

  private ZoneOffset quarters() {
    if (quarters == null) {
      quarters = new ZoneOffset[2 * MOST_OFFSET / QUARTER + 1];
    }
    int i = (offset + MOST_OFFSET) / QUARTER;
    if (quarters[i] == null) {
      quarters[i] = ZoneOffset.ofTotalSeconds(offset);
    }
    return quarters[i];
  }

  /**
   * The date and the time with the offset.
   *
   * @return all three
   */
  public OffsetDateTime offsetDateTime() {
    return OffsetDateTime.of(dateTime(), offset());
  }

  /**
   * The moment, or without an offset the same in UTC.
   *
   * @return a moment
   */
  public Instant instant() {
    return Instant.ofEpochSecond(epochSecond(), nano);
  }
}
