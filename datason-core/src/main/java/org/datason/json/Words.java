package org.datason.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time: the first byte in memory is the lowest of the long. */
final class Words {

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  static final long BLANKS = 0x2020202020202020L;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = 0x22 * ONES;
  private static final long BACKSLASHES = 0x5C * ONES;

  private static final long LOW_BITS = ~HIGHS;
  private static final long NEWLINES = '\n' * ONES;
  private static final long COMMAS = ',' * ONES;

  /** What brings a byte above '9' to the high bit. */
  private static final long ABOVE_NINE = (0x80 - '9' - 1) * ONES;

  private Words() {}

  static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static int getInt(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static void setInt(byte[] bytes, int at, int word) {
    INTS.set(bytes, at, word);
  }

  static void set(byte[] bytes, int at, long word) {
    LONGS.set(bytes, at, word);
  }

  /**
   * The high bit of each byte that ends a run of plain ASCII in a JSON string: a quote, a
   * backslash, a control character, or a byte beyond ASCII. Bits above the lowest one set may be
   * wrong (a borrow crosses into them), so only {@link #firstOf} may be asked of the result.
   */
  static long specials(long word) {
    // A byte beyond ASCII is special itself, so the subtractions need not be kept from marking it.
    return ((word ^ QUOTES) - ONES | (word ^ BACKSLASHES) - ONES | word - BLANKS | word) & HIGHS;
  }

  /**
   * Whether a byte is none of {@code ' '} to {@code '9'}, or a quote: false where eight bytes are
   * digits, signs, points, commas or blanks.
   */
  static boolean hasOtherThanNumbers(long word) {
    // What is not ASCII has the high bit itself, and without it no sum carries into the next byte.
    long quotes = word ^ QUOTES;
    return ((word | (word & LOW_BITS) + ABOVE_NINE | word - BLANKS | quotes - ONES) & HIGHS) != 0;
  }

  static boolean hasNewline(long word) {
    long others = word ^ NEWLINES;
    return (others - ONES & ~others & HIGHS) != 0;
  }

  /** The high bit of each byte that is a comma. */
  static long commas(long word) {
    long others = word ^ COMMAS;
    return ~((others & LOW_BITS) + LOW_BITS | others) & HIGHS;
  }

  /** The index (0 to 7) of the first byte marked by {@link #specials}; 8 if none is. */
  static int firstOf(long specials) {
    return Long.numberOfTrailingZeros(specials) >>> 3;
  }

  /** The lowest n bytes of a word, n from 1 to 8. */
  static long mask(int n) {
    return -1L >>> (64 - 8 * n);
  }

  /** Up to eight bytes as a word, zeros above. */
  static long partial(byte[] bytes, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 8 | bytes[i] & 0xFF;
    }
    return word;
  }

  /** How many newlines there are. */
  static int newlines(byte[] bytes) {
    int count = 0;
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long word = get(bytes, at) ^ NEWLINES; // a byte is zero where there is one
      long others = (word & LOW_BITS) + LOW_BITS | word; // no carry leaves a byte
      count += Long.BYTES - Long.bitCount(others & HIGHS);
    }
    for (; at < bytes.length; at++) {
      count += bytes[at] == '\n' ? 1 : 0;
    }
    return count;
  }
}
