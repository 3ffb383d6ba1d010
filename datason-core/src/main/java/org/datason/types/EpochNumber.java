package org.datason.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.datason.json.JsonReader;

/** Numbers that stand for a moment or a length of time, in seconds with a fraction. */
final class EpochNumber {

  /** What is greater is in milliseconds: Python datason's rule. */
  private static final BigDecimal GREATEST_SECONDS = BigDecimal.valueOf(4_102_444_800L);

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  /** More digits before the point than any time has. */
  private static final int MOST_DIGITS = 20;

  private EpochNumber() {}

  /** Reads a moment: seconds since 1970, or milliseconds where they would be beyond 2100. */
  static Instant read(JsonReader in) {
    return moment(in.readBigDecimal());
  }

  /** The moment of seconds since 1970, or of milliseconds where they would be beyond 2100. */
  static Instant moment(BigDecimal number) {
    return moment(number, number.abs().compareTo(GREATEST_SECONDS) > 0);
  }

  /** The moment of seconds or milliseconds since 1970. */
  static Instant moment(BigDecimal number, boolean millis) {
    checkLength(number, MOST_DIGITS + 3);
    BigInteger[] parts = secondsAndNanos(millis ? number.movePointLeft(3) : number);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValue());
  }

  /**
   * Whole seconds, rounded down, and the nanoseconds beyond them. A fraction of a nanosecond is an
   * error of the binary number it came from, and is rounded.
   */
  static BigInteger[] secondsAndNanos(BigDecimal seconds) {
    long digits = checkLength(seconds, MOST_DIGITS);
    if (seconds.signum() == 0 || digits < -MOST_DIGITS) {
      return new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
    }
    BigInteger nanos = seconds.setScale(9, RoundingMode.HALF_EVEN).unscaledValue();
    BigInteger rest = nanos.mod(NANOS);
    return new BigInteger[] {nanos.subtract(rest).divide(NANOS), rest};
  }

  /**
   * The digits before the point. To be called before a number gets another scale: 1E+999999999
   * would take a gigabyte of digits.
   */
  private static long checkLength(BigDecimal number, int most) {
    long digits = (long) number.precision() - number.scale();
    if (number.signum() != 0 && digits > most) {
      throw new DateTimeException("no time is so long");
    }
    return digits;
  }
}
