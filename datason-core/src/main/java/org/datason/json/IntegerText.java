package org.datason.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writer of {@code int} and {@code long} as decimal text.
 *
 * <p>The digits are made eight at a time (see {@link Digits}); the leading zeros of the first group
 * are shifted out of its word, so that neither a loop nor a digit count depends on the value.
 * Numbers below 1000 come out of a table with their length.
 *
 * <p>The caller ensures room for the longest text, whatever the value: the bytes between the
 * returned position and that bound may be overwritten.
 */
final class IntegerText {

  /** Room that writing an {@code int} needs: the length of {@code -2147483648}. */
  static final int MAX_INT_LENGTH = 11;

  /** Room that writing a {@code long} needs: the length of {@code -9223372036854775808}. */
  static final int MAX_LONG_LENGTH = 20;

  private static final int EIGHT_DIGITS = 100_000_000;
  private static final long HALF_OF_SIXTEEN_DIGITS = 5_000_000_000_000_000L;

  /** Numbers below this are in the table. */
  private static final int SMALL = 1000;

  /**
   * The text of each small number in the three lower bytes, first digit lowest, then its length.
   */
  private static final int[] SMALL_TEXTS = new int[SMALL];

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static {
    for (int i = 0; i < SMALL; i++) {
      int digits = '0' + i / 100 | '0' + i / 10 % 10 << 8 | '0' + i % 10 << 16;
      int length = i < 10 ? 1 : i < 100 ? 2 : 3;
      SMALL_TEXTS[i] = digits >>> (24 - 8 * length) | length << 24;
    }
  }

  private IntegerText() {}

  /** Writes the value and returns the position after its last digit. */
  static int write(byte[] buf, int pos, int value) {
    int sign = value >>> 31;
    buf[pos] = '-';
    pos += sign;
    int magnitude = (value ^ -sign) + sign;
    if (magnitude >= 0 && magnitude < SMALL) {
      return writeSmall(buf, pos, magnitude);
    }
    if (Integer.compareUnsigned(magnitude, EIGHT_DIGITS) < 0) {
      return writeTrimmed(buf, pos, magnitude);
    }
    int top = Integer.divideUnsigned(magnitude, EIGHT_DIGITS);
    pos = writeSmall(buf, pos, top);
    return writeEight(buf, pos, magnitude - top * EIGHT_DIGITS);
  }

  /** Writes the value and returns the position after its last digit. */
  static int write(byte[] buf, int pos, long value) {
    int sign = (int) (value >>> 63);
    buf[pos] = '-';
    pos += sign;
    // Unsigned from here on, for the sake of 2^63; its half compares and divides as signed.
    long magnitude = (value ^ -sign) + sign;
    long half = magnitude >>> 1;
    if (half < SMALL / 2) {
      return writeSmall(buf, pos, (int) magnitude);
    }
    if (half < EIGHT_DIGITS / 2) {
      return writeTrimmed(buf, pos, (int) magnitude);
    }
    if (half >= HALF_OF_SIXTEEN_DIGITS) {
      long top = half / HALF_OF_SIXTEEN_DIGITS;
      pos = writeSmall(buf, pos, (int) top);
      magnitude -= top * (2 * HALF_OF_SIXTEEN_DIGITS);
      int high = (int) (magnitude / EIGHT_DIGITS);
      pos = writeEight(buf, pos, high);
      return writeEight(buf, pos, (int) (magnitude - (long) high * EIGHT_DIGITS));
    }
    int high = (int) (magnitude / EIGHT_DIGITS);
    pos = writeTrimmed(buf, pos, high);
    return writeEight(buf, pos, (int) (magnitude - (long) high * EIGHT_DIGITS));
  }

  /** Writes a number from 0 to 999, for which four bytes of room are enough. */
  static int writeSmall(byte[] buf, int pos, int value) {
    int text = SMALL_TEXTS[value];
    INT.set(buf, pos, text);
    return pos + (text >>> 24);
  }

  /** Writes a number from 1 to 99999999 without leading zeros. */
  private static int writeTrimmed(byte[] buf, int pos, int value) {
    long digits = Digits.toEightDigits(value);
    int leadingZeros = Long.numberOfTrailingZeros(digits) >>> 3;
    Words.set(buf, pos, (digits | Digits.ASCII_ZEROS) >>> (leadingZeros << 3));
    return pos + 8 - leadingZeros;
  }

  private static int writeEight(byte[] buf, int pos, int value) {
    Words.set(buf, pos, Digits.toEightDigits(value) | Digits.ASCII_ZEROS);
    return pos + 8;
  }
}
