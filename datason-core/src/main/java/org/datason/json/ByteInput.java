package org.datason.json;

/**
 * The bytes that a reader reads: a document in memory, or the window on a stream, which is filled
 * up to the end of what is about to be read.
 */
abstract class ByteInput {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  byte[] buf;
  int pos;
  int limit;

  /** What fills the buffer from a stream; null with a document in memory. */
  InputWindow window;

  /** What came before a part of a document in memory; null for nothing. */
  PathScanner before;

  private final int first;

  ByteInput(byte[] bytes, int from, int to) {
    buf = bytes;
    first = from;
    pos = from;
    limit = to;
  }

  /** Passes over white space; the byte that follows, or -1 at the end. */
  int next() {
    int p = pos;
    int end = limit;
    byte[] b = buf;
    while (p < end) {
      int c = b[p];
      if (c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        pos = p;
        return c & 0xFF;
      }
      if (c == '\n') {
        while (p + 9 <= end && Words.get(b, p + 1) == Words.BLANKS) {
          p += 8;
        }
      }
      p++;
    }
    pos = p;
    return window == null ? -1 : nextFromStream();
  }

  private int nextFromStream() {
    while (window.more()) {
      for (; pos < limit; pos++) {
        int c = buf[pos];
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
          return c & 0xFF;
        }
      }
    }
    return -1;
  }

  /** Gets more bytes of a stream; false at its end. */
  final boolean more() {
    return window != null && window.more();
  }

  /** With a stream: has the window hold the string, number or literal that comes next. */
  final void fillToken() {
    if (window != null) {
      window.fillToken();
    }
  }

  /** With a stream: has the window hold the value that comes next, which begins so. */
  final void fillValue(int c) {
    if (window != null) {
      if (c == '{' || c == '[') {
        window.fillTree();
      } else {
        window.fillToken();
      }
    }
  }

  /**
   * Fills the window for a scalar that is to be skipped; of a very long string, for its beginning.
   */
  void fillScalar() {
    if (window != null) {
      window.fillToSkip();
    }
  }

  /** Whether a string that is being skipped may go on beyond what the window holds. */
  boolean mayBeMore(int checked) {
    return window != null && window.mayBeMore(checked);
  }

  /** Gets more of a string that has been checked up to a place, which becomes the position. */
  void moreInString(int checked) {
    pos = checked;
    window.more();
  }

  boolean isInfinity() {
    return pos + 1 < limit && buf[pos + 1] == 'I';
  }

  /** A scanner of all that came before the buffer. */
  PathScanner scanner() {
    if (window != null) {
      return new PathScanner(window.discarded());
    }
    return before == null ? new PathScanner() : new PathScanner(before);
  }

  int firstByte() {
    return window == null ? first : 0;
  }

  /** Whether a byte order mark stands at the position; may move the window. */
  boolean hasBom() {
    for (int i = 0; i < BOM.length; i++) {
      if (pos + i == limit && !more() || buf[pos + i] != BOM[i]) {
        return false;
      }
    }
    return true;
  }
}
