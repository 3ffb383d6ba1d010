package org.datason.frame;

import java.util.Arrays;
import org.datason.json.JsonReader;
import org.datason.json.TextBytes;

/** Gathers texts; as long as many are repeated, each is kept once. */
final class TextBuilder extends ColumnBuilder {

  /** So many different texts must have come before it can show that they do not repeat. */
  private static final int TRIAL = 512;

  /** A text is looked for in so many places; texts that need more are kept as if all differed. */
  private static final int PROBES = 64;

  private final TextBytes data = new TextBytes();
  private int[] ends = new int[16];
  private int entries;
  private int[] codes = new int[16];
  private int[] slots = new int[64];

  /** Whether a text had to be given up looking for, as too many have its place. */
  private boolean crowded;

  TextBuilder() {
    super(FieldType.Simple.TEXT);
  }

  /** A builder for more texts like those of another one, which shows whether they repeat. */
  TextBuilder(TextBuilder like) {
    this();
    if (like.slots == null) {
      slots = null;
      codes = null;
    }
  }

  @Override
  void reserve(int n) {
    if (slots == null) {
      ends = new int[Math.max(n, ends.length)];
    } else {
      codes = new int[Math.max(n, codes.length)];
    }
  }

  @Override
  void put(Object value) {
    if (!(value instanceof String text)) {
      throw mismatch("a String", value);
    }
    int start = data.length();
    data.append(text);
    added(start);
  }

  @Override
  void putMissing() {
    added(data.length());
  }

  @Override
  void parse(byte[] text, int from, int to) {
    int start = data.length();
    data.append(text, from, to);
    added(start);
  }

  @Override
  void read(JsonReader in) {
    int start = data.length();
    in.readText(data);
    added(start);
  }

  /** Takes the bytes from a place on as the text of the next row. */
  private void added(int start) {
    if (slots == null) {
      entry();
      return;
    }
    int row = size();
    if (row == codes.length) {
      codes = Arrays.copyOf(codes, longer(row));
    }
    codes[row] = code(start);
    if (crowded || entries >= TRIAL && entries > row / 2) {
      unshare(row + 1);
    }
  }

  private int entry() {
    if (entries == ends.length) {
      ends = Arrays.copyOf(ends, longer(entries));
    }
    ends[entries] = data.length();
    return entries++;
  }

  private int code(int start) {
    byte[] b = data.bytes();
    int end = data.length();
    int mask = slots.length - 1;
    int slot = hash(b, start, end) & mask;
    for (int probes = 0; slots[slot] != 0; probes++) {
      if (probes == PROBES) {
        crowded = true;
        return entry();
      }
      int code = slots[slot] - 1;
      int from = code == 0 ? 0 : ends[code - 1];
      if (Arrays.equals(b, from, ends[code], b, start, end)) {
        data.setLength(start);
        return code;
      }
      slot = slot + 1 & mask;
    }
    int code = entry();
    slots[slot] = code + 1;
    if (entries * 2 > slots.length) {
      rehash();
    }
    return code;
  }

  private void rehash() {
    slots = new int[slots.length * 4];
    int mask = slots.length - 1;
    int start = 0;
    for (int code = 0; code < entries; code++) {
      int slot = hash(data.bytes(), start, ends[code]) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = code + 1;
      start = ends[code];
    }
  }

  static int hash(byte[] b, int from, int to) {
    int h = to - from;
    for (int i = from; i < to; i++) {
      h = h * 0x9E3779B1 + b[i];
    }
    h *= 0x9E3779B9;
    return h ^ h >>> 15;
  }

  /** Gives each of the rows so far a text of its own. */
  private void unshare(int rows) {
    if (entries < rows) {
      byte[] old = Arrays.copyOf(data.bytes(), data.length());
      int[] oldEnds = ends;
      data.setLength(0);
      ends = new int[longer(rows)];
      entries = 0;
      for (int i = 0; i < rows; i++) {
        int code = codes[i];
        data.append(old, code == 0 ? 0 : oldEnds[code - 1], oldEnds[code]);
        entry();
      }
    }
    slots = null;
    codes = null;
  }

  @Override
  Cells cells() {
    return new TextCells(
        Arrays.copyOf(data.bytes(), data.length()),
        Arrays.copyOf(ends, entries),
        codes == null ? null : Arrays.copyOf(codes, size()));
  }
}
