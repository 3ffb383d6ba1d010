package org.datason.benchmarks.arrow;

/** What who reads by hand parses from the characters that Jackson gives. */
final class TextParsing {

  private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  private TextParsing() {}

  /** The microseconds since 1970 of a text like 2024-06-15T10:30:00.000123+00:00. */
  static long micros(char[] c, int at, int length) {
    int year = digits(c, at, 4);
    int month = digits(c, at + 5, 2);
    int day = digits(c, at + 8, 2);
    boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
    int before = year - 1;
    long days = 365L * before + before / 4 - before / 100 + before / 400 - 719_162;
    days += DAYS_BEFORE[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
    long seconds = days * 86_400 + digits(c, at + 11, 2) * 3600L;
    seconds += digits(c, at + 14, 2) * 60L + digits(c, at + 17, 2);
    long micros = 0;
    int p = at + 20;
    for (int i = 0; i < 6; i++) {
      boolean digit = p < at + length && c[p] >= '0' && c[p] <= '9' && c[at + 19] == '.';
      micros = micros * 10 + (digit ? c[p++] - '0' : 0);
    }
    return seconds * 1_000_000 + micros;
  }

  private static int digits(char[] c, int at, int n) {
    int value = 0;
    for (int i = at; i < at + n; i++) {
      value = value * 10 + c[i] - '0';
    }
    return value;
  }

  /** Sixteen digits of a UUID of 36 characters, the first ones or the last ones. */
  static long half(char[] c, int at, boolean first) {
    long value = 0;
    for (int i = first ? 0 : 19; i < (first ? 18 : 36); i++) {
      char digit = c[at + i];
      if (digit != '-') {
        value = value << 4 | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
      }
    }
    return value;
  }
}
