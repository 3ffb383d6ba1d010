package org.datason.frame;

/**
 * ISO 8601 in its most usual form, {@code 2024-06-15T10:30:00.123456}, between numbers and bytes.
 * Days are turned into dates by the algorithm of Howard Hinnant ("chrono-Compatible Low-Level Date
 * Algorithms", 2013).
 */
final class TimeText {

  /** What {@link #day} says of other texts. */
  static final long NONE = Long.MIN_VALUE;

  static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final int MOST = DATE_LENGTH + 1 + TIME_LENGTH + 10 + 6;

  /** The days from 0001-01-01 to 9999-12-31 have texts. */
  private static final long FIRST_DAY = -719_162;

  private static final long LAST_DAY = 2_932_896;
  private static final long NANOS = 1_000_000_000;
  private static final byte[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private TimeText() {}

  static boolean hasText(long day) {
    return day >= FIRST_DAY && day <= LAST_DAY;
  }

  // ---------------------------------------------------------------- to bytes

  /** The bytes of a text, of which the last one tells the length. */
  static byte[] buffer() {
    return new byte[MOST];
  }

  /** Writes a date of the years 1 to 9999; the end. */
  static int putDay(byte[] b, int at, long day) {
    int shifted = (int) day + 719_468;
    int era = shifted / 146_097;
    int dayOfEra = shifted - era * 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shiftedMonth = (5 * dayOfYear + 2) / 153;
    int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    two(b, at, year / 100);
    two(b, at + 2, year % 100);
    b[at + 4] = '-';
    two(b, at + 5, month);
    b[at + 7] = '-';
    two(b, at + 8, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1);
    return at + DATE_LENGTH;
  }

  /** Writes a time of day with no, three, six or nine digits of the second's fraction; the end. */
  static int putTime(byte[] b, int at, long nanoOfDay) {
    int second = (int) (nanoOfDay / NANOS);
    int nano = (int) (nanoOfDay % NANOS);
    two(b, at, second / 3600);
    b[at + 2] = ':';
    two(b, at + 3, second / 60 % 60);
    b[at + 5] = ':';
    two(b, at + 6, second % 60);
    int end = at + TIME_LENGTH;
    if (nano == 0) {
      return end;
    }
    b[end] = '.';
    int digits = nano % 1_000_000 == 0 ? 3 : nano % 1000 == 0 ? 6 : 9;
    int fraction = digits == 3 ? nano / 1_000_000 : digits == 6 ? nano / 1000 : nano;
    for (int i = end + digits; i > end; i--) {
      b[i] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    return end + 1 + digits;
  }

  /** Writes {@code +00:00}, which all versions of Python read; the end. */
  static int putUtc(byte[] b, int at) {
    b[at] = '+';
    two(b, at + 1, 0);
    b[at + 3] = ':';
    two(b, at + 4, 0);
    return at + 6;
  }

  private static void two(byte[] b, int at, int value) {
    b[at] = (byte) ('0' + value / 10);
    b[at + 1] = (byte) ('0' + value % 10);
  }

  // ---------------------------------------------------------------- from bytes

  /** The day of the date that the bytes begin with, or NONE. */
  static long day(byte[] b, int from, int to) {
    if (to - from < DATE_LENGTH || b[from + 4] != '-' || b[from + 7] != '-') {
      return NONE;
    }
    int century = number(b, from);
    int rest = number(b, from + 2);
    int month = number(b, from + 5);
    int day = number(b, from + 8);
    int year = century * 100 + rest;
    if ((century | rest | month | day) < 0 || year == 0 || month < 1 || month > 12 || day < 1) {
      return NONE;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day > (month == 2 && !leap ? 28 : DAYS[month - 1])) {
      return NONE;
    }
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /**
   * The nanosecond of the day that the bytes are, {@code HH:mm:ss} with up to nine digits; or -1.
   */
  static long time(byte[] b, int from, int to) {
    if (to - from < TIME_LENGTH || b[from + 2] != ':' || b[from + 5] != ':') {
      return -1;
    }
    int hour = number(b, from);
    int minute = number(b, from + 3);
    int second = number(b, from + 6);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return -1;
    }
    int p = from + TIME_LENGTH;
    long nano = 0;
    if (p < to) {
      int digits = to - p - 1;
      if (b[p] != '.' || digits < 1 || digits > 9) {
        return -1;
      }
      while (++p < to) {
        int d = b[p] - '0';
        if (d < 0 || d > 9) {
          return -1;
        }
        nano = nano * 10 + d;
      }
      for (; digits < 9; digits++) {
        nano *= 10;
      }
    }
    return (hour * 3600L + minute * 60 + second) * NANOS + nano;
  }

  /** Where an offset of zero begins that the bytes end with, or else -1. */
  static int utcEnd(byte[] b, int from, int to) {
    if (to > from && b[to - 1] == 'Z') {
      return to - 1;
    }
    int at = to - 6;
    boolean utc =
        at > from
            && b[at] == '+'
            && b[at + 3] == ':'
            && number(b, at + 1) == 0
            && number(b, at + 4) == 0;
    return utc ? at : -1;
  }

  /** A number of two digits, or -1. */
  private static int number(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
