package org.datason.benchmarks.arrow;

/** What who writes by hand prints into bytes, for Jackson to copy. */
final class TextPrinting {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final String UTC = "+00:00";

  private TextPrinting() {}

  /**
   * Prints microseconds since 1970, as 2024-06-15T10:30:00.000123+00:00; how many bytes that takes.
   */
  static int micros(long micros, byte[] b) {
    long days = Math.floorDiv(micros, 86_400_000_000L);
    long rest = Math.floorMod(micros, 86_400_000_000L);
    // Howard Hinnant's civil_from_days
    long z = days + 719_468;
    long era = Math.floorDiv(z, 146_097);
    int doe = (int) (z - era * 146_097);
    int yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int day = doy - (153 * mp + 2) / 5 + 1;
    int month = mp < 10 ? mp + 3 : mp - 9;
    int year = (int) (yoe + era * 400) + (month <= 2 ? 1 : 0);
    int seconds = (int) (rest / 1_000_000);
    digits(b, 0, 4, year);
    b[4] = '-';
    digits(b, 5, 2, month);
    b[7] = '-';
    digits(b, 8, 2, day);
    b[10] = 'T';
    digits(b, 11, 2, seconds / 3600);
    b[13] = ':';
    digits(b, 14, 2, seconds / 60 % 60);
    b[16] = ':';
    digits(b, 17, 2, seconds % 60);
    b[19] = '.';
    digits(b, 20, 6, (int) (rest % 1_000_000));
    for (int i = 0; i < UTC.length(); i++) {
      b[26 + i] = (byte) UTC.charAt(i);
    }
    return 26 + UTC.length();
  }

  private static void digits(byte[] b, int at, int n, int value) {
    int rest = value;
    for (int i = at + n - 1; i >= at; i--) {
      b[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Prints a UUID; how many bytes that takes. */
  static int uuid(long high, long low, byte[] b) {
    int at = 0;
    for (int i = 0; i < 32; i++) {
      if (i == 8 || i == 12 || i == 16 || i == 20) {
        b[at++] = '-';
      }
      long half = i < 16 ? high : low;
      b[at++] = HEX[(int) (half >>> 60 - 4 * (i & 15)) & 15];
    }
    return at;
  }
}
