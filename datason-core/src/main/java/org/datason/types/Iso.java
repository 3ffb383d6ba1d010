package org.datason.types;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.datason.json.TimeText;

/**
 * The parts of an ISO 8601 text: a date, a time, an offset from UTC and a time zone, each null
 * where it is missing. Only the usual forms are parsed, by hand; whatever else java.time
 * understands is left to its own parsers.
 */
record Iso(LocalDate date, LocalTime time, ZoneOffset offset, String zone) {

  private static final int NANOS_IN_MICRO = 1000;

  /** Whether Python has such a date: years 1 to 9999. */
  boolean isInPython() {
    return date == null || isInPython(date);
  }

  static boolean isInPython(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }

  /** Whether Python has such a time: no more than microseconds. */
  boolean isExactInPython() {
    return zone == null && (time == null || time.getNano() % NANOS_IN_MICRO == 0);
  }

  /** The exact text, {@code 2024-06-15T10:30:00.123456789+02:00[Europe/Berlin]}. */
  String text() {
    String text = TimeText.of(date, time, offset, true);
    return zone == null ? text : text + '[' + zone + ']';
  }

  /** The time for Python: microseconds at most. */
  LocalTime pythonTime() {
    int rest = time == null ? 0 : time.getNano() % NANOS_IN_MICRO;
    return rest == 0 ? time : time.minusNanos(rest);
  }

  /**
   * Parses a text in one of the usual forms.
   *
   * @return its parts, or null if it has another form
   * @throws java.time.DateTimeException if a part is out of its range
   */
  static Iso parse(String text) {
    return new Parser(text, false).parse();
  }

  /** Parses as {@link #parse} does, but gives null where a part is out of its range. */
  static Iso parseOrNull(String text) {
    return new Parser(text, true).parse();
  }

  /** One pass over a text; a digit that is missing makes {@link #whole} false. */
  private static final class Parser {

    private final String text;
    private final boolean quiet;
    private int at;
    private boolean whole = true;

    Parser(String text, boolean quiet) {
      this.text = text;
      this.quiet = quiet;
    }

    Iso parse() {
      LocalDate date = null;
      LocalTime time = null;
      ZoneOffset offset = null;
      String zone = null;
      boolean dated = peek(4) == '-';
      if (dated) {
        date = date();
      }
      if (!dated || whole && at < text.length()) {
        if (dated) {
          expect('T');
        }
        time = time();
        offset = whole ? offset() : null;
        zone = whole ? zone() : null;
      }
      return whole && at == text.length() ? new Iso(date, time, offset, zone) : null;
    }

    private LocalDate date() {
      int year = digits(2) * 100 + digits(2);
      expect('-');
      int month = digits(2);
      expect('-');
      int day = digits(2);
      whole &= !quiet || isDate(year, month, day);
      return whole ? LocalDate.of(year, month, day) : null;
    }

    private static boolean isDate(int year, int month, int day) {
      return month >= 1
          && month <= 12
          && day >= 1
          && (day <= 28 || day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year)));
    }

    private LocalTime time() {
      int hour = digits(2);
      expect(':');
      int minute = digits(2);
      int second = 0;
      int nano = 0;
      if (peek(0) == ':') {
        at++;
        second = digits(2);
        if (peek(0) == '.') {
          at++;
          nano = fraction();
        }
      }
      whole &= !quiet || hour < 24 && minute < 60 && second < 60;
      return whole ? LocalTime.of(hour, minute, second, nano) : null;
    }

    private int fraction() {
      int nano = 0;
      int n = 0;
      while (n < 9 && isDigit(peek(0))) {
        nano = nano * 10 + text.charAt(at++) - '0';
        n++;
      }
      whole &= n > 0;
      for (; n < 9; n++) {
        nano *= 10;
      }
      return nano;
    }

    private ZoneOffset offset() {
      int c = peek(0);
      if (c == 'Z') {
        at++;
        return ZoneOffset.UTC;
      }
      if (c != '+' && c != '-') {
        return null;
      }
      int start = at++;
      while (isDigit(peek(0)) || peek(0) == ':') {
        at++;
      }
      return quiet ? offsetOrNull(start) : ZoneOffset.of(text.substring(start, at));
    }

    /** Takes no hour of one digit, which a sign and a digit are too little for. */
    private ZoneOffset offsetOrNull(int start) {
      if (at - start >= 3 && at - start <= 9) {
        try {
          return ZoneOffset.of(text.substring(start, at));
        } catch (DateTimeException e) {
          // falls through
        }
      }
      whole = false;
      return null;
    }

    private String zone() {
      if (peek(0) != '[' || text.charAt(text.length() - 1) != ']') {
        return null;
      }
      String zone = text.substring(at + 1, text.length() - 1);
      at = text.length();
      return zone;
    }

    private int digits(int n) {
      int value = 0;
      for (int i = 0; i < n; i++) {
        int c = peek(0);
        if (!isDigit(c)) {
          whole = false;
          return 0;
        }
        value = value * 10 + c - '0';
        at++;
      }
      return value;
    }

    private void expect(char c) {
      whole &= peek(0) == c;
      at++;
    }

    private int peek(int ahead) {
      return at + ahead < text.length() ? text.charAt(at + ahead) : -1;
    }

    private static boolean isDigit(int c) {
      return c >= '0' && c <= '9';
    }
  }
}
