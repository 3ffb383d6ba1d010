package org.datason.json;

/**
 * Passes over an array or object of any depth without recursion, checking everything that {@link
 * TreeReader} would check but the repetition of names.
 */
final class TreeSkipper {

  private TreeSkipper() {}

  /** Skips the array or object whose bracket stands at the position. */
  static void skip(JsonReader r) {
    int outside = r.depth;
    long[] objects = new long[(outside >>> 6) + 2]; // grows with the depth that is met
    int c = r.next();
    for (; ; ) {
      // c begins a value
      boolean closed = false;
      if (c == '{' || c == '[') {
        r.enter();
        int level = r.depth;
        if (level >>> 6 >= objects.length) {
          objects = java.util.Arrays.copyOf(objects, objects.length * 2);
        }
        boolean object = c == '{';
        if (object) {
          objects[level >>> 6] |= 1L << level;
        } else {
          objects[level >>> 6] &= ~(1L << level);
        }
        r.pos++;
        c = r.next();
        if (c == (object ? '}' : ']')) {
          closed = true;
        } else {
          c = object ? name(r, c, "a member name or '}'") : c;
          continue;
        }
      } else {
        if (c < 0) {
          throw r.syntax("a value", r.pos);
        }
        r.fillScalar();
        r.skipScalar(c);
        c = r.next();
      }
      // a value has ended, or (closed) its closing bracket stands here
      for (; ; ) {
        boolean object = (objects[r.depth >>> 6] & 1L << r.depth) != 0;
        if (closed || c == (object ? '}' : ']')) {
          closed = false;
          r.pos++;
          if (--r.depth == outside) {
            return;
          }
          c = r.next();
        } else if (c == ',') {
          r.pos++;
          c = r.next();
          if (object) {
            c = name(r, c, "a member name after the comma");
          } else if (c == ']') {
            throw r.syntax("a value after the comma", r.pos);
          }
          break;
        } else {
          throw r.syntax(object ? "',' or '}'" : "',' or ']'", r.pos);
        }
      }
    }
  }

  /** Skips a name and its colon; the first byte of the value, or -1. */
  private static int name(JsonReader r, int c, String expected) {
    if (c != '"') {
      throw r.syntax(expected, r.pos);
    }
    r.fillScalar();
    StringParser.skip(r);
    if (r.next() != ':') {
      throw r.syntax("':' after the member name", r.pos);
    }
    r.pos++;
    return r.next();
  }
}
