package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A fixed set of texts, found by the bytes that stand for them in a document without making a
 * {@code String}: the constants of an enum, say. Immutable and thread-safe.
 *
 * <pre>{@code
 * TextTable colors = TextTable.of(List.of("red", "green"));
 * int color = in.tryText(colors); // 1 for "green", -1 for any other value
 * }</pre>
 */
public final class TextTable {

  private final byte[][] texts;

  /** The number of the text plus one at each place of the hash table, or 0. */
  private final int[] slots;

  private TextTable(List<String> given) {
    int size = Integer.highestOneBit(Math.max(4, given.size() * 2)) * 2;
    texts = new byte[given.size()][];
    slots = new int[size];
    for (int i = 0; i < texts.length; i++) {
      byte[] text = given.get(i).getBytes(StandardCharsets.UTF_8);
      texts[i] = text;
      if (find(text, 0, text.length) < 0
          && given.get(i).equals(new String(text, StandardCharsets.UTF_8))) {
        int slot = hash(text, 0, text.length) & size - 1;
        while (slots[slot] != 0) {
          slot = slot + 1 & size - 1;
        }
        slots[slot] = i + 1;
      }
    }
  }

  /**
   * A table.
   *
   * @param texts the texts; of equal ones the first counts
   * @return the table
   */
  public static TextTable of(List<String> texts) {
    return new TextTable(texts);
  }

  /** The number of the text in some bytes, or -1. */
  int find(byte[] b, int from, int to) {
    int mask = slots.length - 1;
    for (int slot = hash(b, from, to) & mask; slots[slot] != 0; slot = slot + 1 & mask) {
      byte[] text = texts[slots[slot] - 1];
      if (Arrays.equals(text, 0, text.length, b, from, to)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  /** Takes the length, the first, the middle and the last bytes. */
  private static int hash(byte[] b, int from, int to) {
    int n = to - from;
    long word;
    if (n >= 8) {
      word = Words.get(b, from) ^ Long.rotateLeft(Words.get(b, to - 8), 23);
      word ^= Words.get(b, from + (n - 8 >>> 1)) * 31;
    } else {
      word = Words.partial(b, from, to);
    }
    long hash = (word ^ n) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 40);
  }
}
