package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Dates and times as the bytes of their text in ISO 8601. Seconds are always there, and no, three,
 * six or nine digits of their fraction. Thread-safe, as it holds nothing.
 *
 * <pre>{@code
 * TimeText.of(date, time, ZoneOffset.UTC, true); // 2024-06-15T10:30:00.500Z
 * }</pre>
 */
public final class TimeText {

  /** More bytes than a text has: that of a year of ten digits. */
  static final int LONGEST = 48;

  private static final int NANOS_IN_MILLI = 1_000_000;

  private static final int SECONDS_IN_DAY = 86_400;

  /** The first second of the year 0 and the last one of the year 9999. */
  private static final long FIRST_SECOND = -62_167_219_200L;

  private static final long LAST_SECOND = 253_402_300_799L;

  /** The days from 1970-01-01 back to March of a year before all others, in whole 400 years. */
  private static final int DAYS_TO_1970 = 719_468 + 146_097;

  private static final int YEARS_BEFORE_0 = 400;
  private static final int DAYS_IN_CENTURIES = 146_097;

  /** The separators in the first eight bytes of a date, and in those of a time. */
  private static final long DATE = (long) '-' << 32 | (long) '-' << 56;

  private static final long TIME = (long) ':' << 16 | (long) ':' << 40;

  /** The two digits of each number below 100, the first one in the low half. */
  private static final short[] PAIRS = new short[100];

  static {
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (short) ('0' + i / 10 | '0' + i % 10 << 8);
    }
  }

  private TimeText() {}

  /**
   * The text of a date, a time or both.
   *
   * @param date the date, or null
   * @param time the time, or null
   * @param offset the offset from UTC, or null
   * @param z whether an offset of zero is {@code Z}; if not, {@code +00:00}
   * @return the text
   */
  public static String of(LocalDate date, LocalTime time, ZoneOffset offset, boolean z) {
    byte[] text = new byte[LONGEST];
    int end = put(text, 0, date, time, offset, z);
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }

  /**
   * The text of a date and a time.
   *
   * @param epochSecond the seconds since 1970-01-01T00:00, of the years 0 to 9999
   * @param nano the nanoseconds beyond them, from 0 to 999,999,999
   * @return the text, without an offset
   */
  public static String of(long epochSecond, int nano) {
    byte[] text = new byte[LONGEST];
    int end = put(text, 0, epochSecond, nano);
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Whether a second since 1970 is of the years 0 to 9999. */
  static boolean hasFourDigits(long epochSecond) {
    return epochSecond >= FIRST_SECOND && epochSecond <= LAST_SECOND;
  }

  /** Writes a text, for which {@link #LONGEST} bytes are left; its end. */
  static int put(byte[] b, int at, LocalDate date, LocalTime time, ZoneOffset offset, boolean z) {
    int p = at;
    if (date != null) {
      p = put(b, p, date);
    }
    if (time != null) {
      if (date != null) {
        b[p++] = 'T';
      }
      p = put(b, p, time);
    }
    if (offset != null) {
      p = put(b, p, offset, z);
    }
    return p;
  }

  /**
   * Writes a date and a time of the years 0 to 9999; its end. Days are turned into dates as in
   * Cassio Neri and Lorenz Schneider, "Euclidean affine functions and their application to calendar
   * algorithms" (2022), with years that begin in March.
   */
  static int put(byte[] b, int at, long epochSecond, int nano) {
    int day = (int) Math.floorDiv(epochSecond, SECONDS_IN_DAY);
    int second = (int) (epochSecond - (long) day * SECONDS_IN_DAY);
    int quarters = 4 * (day + DAYS_TO_1970) + 3;
    int century = quarters / DAYS_IN_CENTURIES;
    int rest = quarters % DAYS_IN_CENTURIES | 3;
    long product = 2_939_745L * rest;
    int dayOfYear = (int) ((product & 0xFFFFFFFFL) / 2_939_745) >>> 2;
    int months = 2141 * dayOfYear + 197_913;
    int isNextYear = dayOfYear >= 306 ? 1 : 0;
    int year = 100 * century + (int) (product >>> 32) + isNextYear - YEARS_BEFORE_0;
    int month = (months >>> 16) - 12 * isNextYear;
    int p = put(b, at, year, month, (months & 0xFFFF) / 2141 + 1);
    b[p] = 'T';
    int minute = second / 60;
    int hour = minute / 60;
    return put(b, p + 1, hour, minute - hour * 60, second - minute * 60, nano);
  }

  private static int put(byte[] b, int at, LocalDate date) {
    int year = date.getYear();
    return year < 0 || year > 9999
        ? put(b, at, date.toString())
        : put(b, at, year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static int put(byte[] b, int at, int year, int month, int day) {
    int century = year / 100;
    long word =
        DATE | PAIRS[century] | PAIRS[year - century * 100] << 16 | (long) PAIRS[month] << 40;
    Words.set(b, at, word);
    two(b, at + 8, day);
    return at + 10;
  }

  private static int put(byte[] b, int at, LocalTime time) {
    return put(b, at, time.getHour(), time.getMinute(), time.getSecond(), time.getNano());
  }

  private static int put(byte[] b, int at, int hour, int minute, int second, int nano) {
    long word = TIME | PAIRS[hour] | (long) PAIRS[minute] << 24 | (long) PAIRS[second] << 48;
    Words.set(b, at, word);
    int end = at + 8;
    if (nano == 0) {
      return end;
    }
    int eight = nano / 10;
    b[end] = '.';
    Words.set(b, end + 1, Digits.toEightDigits(eight) | Digits.ASCII_ZEROS);
    b[end + 9] = (byte) ('0' + nano - eight * 10);
    return nano % 1000 != 0 ? end + 10 : nano % NANOS_IN_MILLI != 0 ? end + 7 : end + 4;
  }

  private static int put(byte[] b, int at, ZoneOffset offset, boolean z) {
    int seconds = offset.getTotalSeconds();
    if (seconds == 0 && z) {
      b[at] = 'Z';
      return at + 1;
    }
    int minutes = Math.abs(seconds) / 60;
    if (minutes * 60 != Math.abs(seconds)) {
      return put(b, at, offset.getId());
    }
    b[at] = (byte) (seconds < 0 ? '-' : '+');
    two(b, at + 1, minutes / 60);
    b[at + 3] = ':';
    two(b, at + 4, minutes % 60);
    return at + 6;
  }

  private static int put(byte[] b, int at, String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, b, at, bytes.length);
    return at + bytes.length;
  }

  private static void two(byte[] b, int at, int value) {
    int pair = PAIRS[value];
    b[at] = (byte) pair;
    b[at + 1] = (byte) (pair >> 8);
  }
}
