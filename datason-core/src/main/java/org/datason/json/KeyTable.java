package org.datason.json;

/**
 * The member names that one reader has met, found by their bytes, so that a name which comes again
 * costs no decoding and no new String. Bounded: names that find no place are made anew.
 */
final class KeyTable {

  private static final int SIZE = 1024;
  private static final int PROBES = 4;

  private Key[] table = new Key[64];
  private int count;
  private final boolean on;

  /**
   * A table without keys.
   *
   * @param on whether it keeps them; if not, each name is decoded anew
   */
  KeyTable(boolean on) {
    this.on = on;
  }

  /**
   * Reads the name whose opening quote stands at the reader's position, up to and with its closing
   * quote.
   */
  Key read(JsonReader r) {
    byte[] b = r.buf;
    int from = r.pos + 1;
    int to = from;
    int limit = r.limit;
    while (to + 8 <= limit) {
      long specials = Words.specials(Words.get(b, to));
      if (specials != 0) {
        to += Words.firstOf(specials);
        break;
      }
      to += 8;
    }
    while (to < limit && b[to] != '"' && b[to] != '\\' && b[to] >= ' ') {
      to++;
    }
    if (to < limit && b[to] == '"' && to - from <= r.maxStringLength) {
      r.pos = to + 1;
      return find(b, from, to, limit, null);
    }
    String text = StringParser.read(r);
    return find(r.buf, from, r.pos - 1, limit, text);
  }

  private Key find(byte[] b, int from, int to, int limit, String text) {
    int n = to - from;
    long head;
    long tail;
    if (n >= 8) {
      head = Words.get(b, from);
      tail = Words.get(b, to - 8);
    } else {
      // the closing quote at least follows, so a masked load is safe where eight bytes are left
      head =
          n == 0
              ? 0
              : from + 8 <= limit ? Words.get(b, from) & Words.mask(n) : Words.partial(b, from, to);
      tail = 0;
    }
    if (!on) {
      return make(b, from, to, head, tail, text);
    }
    int hash = hash(head, tail, n);
    Key[] keys = table;
    int mask = keys.length - 1;
    for (int i = 0; i < PROBES; i++) {
      Key key = keys[hash + i & mask];
      if (key == null) {
        return add(make(b, from, to, head, tail, text), hash + i & mask);
      }
      if (key.isName(b, from, to, head, tail)) {
        return key;
      }
    }
    Key made = make(b, from, to, head, tail, text);
    if (keys.length < SIZE) {
      grow();
    }
    return made;
  }

  private static Key make(byte[] b, int from, int to, long head, long tail, String text) {
    return new Key(text != null ? text : StringParser.ascii(b, from, to), b, from, to, head, tail);
  }

  private Key add(Key key, int slot) {
    table[slot] = key;
    if (++count * 2 > table.length && table.length < SIZE) {
      grow();
    }
    return key;
  }

  private void grow() {
    Key[] old = table;
    table = new Key[old.length * 2];
    count = 0;
    int mask = table.length - 1;
    for (Key key : old) {
      if (key != null) {
        int hash = hash(key.nameHead, key.nameTail, key.nameLength());
        for (int i = 0; i < PROBES; i++) {
          if (table[hash + i & mask] == null) {
            table[hash + i & mask] = key;
            count++;
            break;
          }
        }
      }
    }
  }

  private static int hash(long head, long tail, int n) {
    long h = (head ^ Long.rotateLeft(tail, 23) ^ n) * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 40);
  }
}
