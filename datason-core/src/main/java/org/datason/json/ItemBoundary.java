package org.datason.json;

import java.util.Arrays;
import org.datason.error.DatasonException;

/**
 * What stands between two items of an array of like ones, by which another item is found further
 * on: the end of the one, the comma with its blanks, and the beginning of the other. Where that
 * stands within a text, or deeper, what is found is no item. Immutable.
 */
final class ItemBoundary {

  /** It is no longer. */
  private static final int LONGEST = 512;

  /** So many items are looked at for two of one kind. */
  private static final int MOST = 32;

  private final byte[] bytes;

  /** Where in them the next item begins. */
  private final int lead;

  private ItemBoundary(byte[] bytes, int lead) {
    this.bytes = bytes;
    this.lead = lead;
  }

  /** The boundary in an array, before an item of which a reader stands; null if there is none. */
  static ItemBoundary of(JsonReader in) {
    JsonReader probe = in.itemsFrom(in.pos, in.itemsLeft());
    try {
      for (int i = 0; i < MOST; i++) {
        int start = probe.pos;
        probe.skipValue();
        int end = probe.pos;
        if (!probe.hasNext()) {
          return null;
        }
        if (kind(in.buf[start]) == kind(in.buf[probe.pos])) {
          return between(in.buf, end, probe);
        }
      }
    } catch (DatasonException e) {
      return null; // whoever reads the array will say so
    }
    return null;
  }

  /** A letter for what begins with a byte. */
  private static char kind(byte first) {
    return first == '{' || first == '[' || first == '"' ? (char) first : '0';
  }

  private static ItemBoundary between(byte[] b, int end, JsonReader probe) {
    int start = probe.pos;
    int from = end;
    int to = start;
    switch (kind(b[start])) {
      case '{' -> {
        from = end - 1;
        probe.beginObject();
        if (!probe.hasNext()) {
          return null;
        }
        probe.readName();
        to = probe.pos;
      }
      case '[' -> {
        while (b[from - 1] == ']') {
          from--;
        }
        while (b[to] == '[') {
          to++;
        }
      }
      case '"' -> {
        from = end - 1;
        to = start + 1;
      }
      default -> {} // a comma and blanks alone
    }
    boolean tooLong = to - from > LONGEST;
    return tooLong ? null : new ItemBoundary(Arrays.copyOfRange(b, from, to), start - from);
  }

  /** Where the next item begins whose boundary begins in a range; -1 if there is none. */
  int find(byte[] b, int from, int to) {
    byte first = bytes[0];
    for (int i = from; i <= to - bytes.length; i++) {
      if (b[i] == first
          && Arrays.equals(b, i, i + bytes.length, bytes, 0, bytes.length)
          && !(first == '"' && b[i - 1] == '\\')) {
        return i + lead;
      }
    }
    return -1;
  }
}
