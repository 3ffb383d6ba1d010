package org.datason.json;

import java.util.Arrays;

/**
 * Passes over an array or object of any depth without recursion, checking everything that {@link
 * TreeReader} would check but the repetition of names and the range of numbers.
 */
final class TreeSkipper {

  private final JsonReader r;

  /** A bit for each open container: whether it is an object. */
  private long[] objects = new long[1];

  /** For each open container: how many items or members may yet come. */
  private int[] left = new int[16];

  /** The depth of the outermost open object with a hint that lets NaN stand inside, or 0. */
  private int numericDepth;

  TreeSkipper(JsonReader r) {
    this.r = r;
  }

  /**
   * Skips the array or object whose bracket stands at the position.
   *
   * @param limited whether items and members are counted; not where they are read afterwards
   */
  void skip(boolean limited) {
    int outside = r.depth;
    numericDepth = 0;
    int c = r.next();
    for (; ; ) {
      // c begins a value
      if (c == '{' || c == '[') {
        open(c == '{');
        c = r.next();
        if (c != (inObject() ? '}' : ']')) {
          c = inObject() ? name(c, "a member name or '}'") : c;
          continue;
        }
      } else {
        if (c < 0) {
          throw r.syntax("a value", r.pos);
        }
        r.fillScalar();
        Literals.skipScalar(r, c);
        c = r.next();
      }
      // a value has ended, or the bracket that ends an empty container stands here
      while (c == (inObject() ? '}' : ']')) {
        close();
        if (r.depth == outside) {
          return;
        }
        c = r.next();
      }
      if (c != ',') {
        throw r.syntax(inObject() ? "',' or '}'" : "',' or ']'", r.pos);
      }
      r.pos++;
      c = r.next();
      if (limited && --left[r.depth] <= 0 && c != (inObject() ? '}' : ']')) {
        throw inObject() ? ReadErrors.tooManyMembers(r) : ReadErrors.tooManyItems(r);
      }
      if (inObject()) {
        c = name(c, "a member name");
      } else if (c == ']') {
        throw r.syntax("a value after the comma", r.pos);
      }
    }
  }

  private void open(boolean object) {
    r.enter();
    if (r.depth >= left.length) {
      left = Arrays.copyOf(left, r.depth * 2);
    }
    left[r.depth] = object ? r.maxMembers : r.maxItems;
    int word = r.depth >>> 6;
    if (word >= objects.length) {
      objects = Arrays.copyOf(objects, word * 2);
    }
    long bit = 1L << r.depth;
    objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
    r.pos++;
  }

  private void close() {
    if (r.depth == numericDepth) {
      numericDepth = 0;
      r.nonFinite--;
    }
    r.pos++;
    r.depth--;
  }

  private boolean inObject() {
    return (objects[r.depth >>> 6] & 1L << r.depth) != 0;
  }

  /** Skips a name and its colon; the first byte of the value, or -1. */
  private int name(int c, String expected) {
    if (c != '"') {
      throw r.syntax(expected, r.pos);
    }
    r.fillScalar();
    boolean isHint = EnvelopeReader.isTypeName(r, r.pos);
    StringParser.skip(r);
    if (r.next() != ':') {
      throw r.syntax("':' after the member name", r.pos);
    }
    r.pos++;
    int first = r.next();
    if (isHint && first == '"' && numericDepth == 0) {
      r.fillScalar();
      if (EnvelopeReader.isNumericHint(r)) {
        numericDepth = r.depth;
        r.nonFinite++;
      }
    }
    return first;
  }
}
