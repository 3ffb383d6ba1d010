package org.datason.json;

/**
 * The beginning of the hinted value that was read last at a place, up to its value, with its
 * handler: where the next one begins with the same bytes, no name is looked at and nothing looked
 * up.
 */
final class PredictedHint {

  /** The bytes in words of eight, the last of which begins where eight are left. */
  private final long[] words;

  private final int length;

  /** Whether an exact text comes first and the value for others behind it. */
  final boolean exact;

  final TypeHandler<?> handler;

  /** Whether bare NaN may stand inside. */
  final boolean numeric;

  PredictedHint(
      byte[] b, int from, int to, boolean exact, TypeHandler<?> handler, boolean numeric) {
    length = to - from; // with the names of two members at least
    words = new long[(length + 7) / 8];
    for (int i = 0; i < words.length; i++) {
      words[i] = Words.get(b, Math.min(from + 8 * i, to - 8));
    }
    this.exact = exact;
    this.handler = handler;
    this.numeric = numeric;
  }

  /** Whether the same bytes stand at a place. */
  boolean stands(byte[] b, int at, int limit) {
    if (at + length > limit) {
      return false;
    }
    long[] w = words;
    int last = w.length - 1;
    long differences = Words.get(b, at + length - 8) ^ w[last];
    for (int i = 0; i < last; i++) {
      differences |= Words.get(b, at + 8 * i) ^ w[i];
    }
    return differences == 0;
  }

  int length() {
    return length;
  }
}
