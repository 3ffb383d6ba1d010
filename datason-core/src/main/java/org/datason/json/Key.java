package org.datason.json;

import java.util.Arrays;

/** A member name with the bytes that stand for it: {@code "name":}, quotes and colon included. */
final class Key {

  final String text;

  /** {@code "name":} as it stood in the document. */
  final byte[] token;

  /** Whether the token can be copied into any output: ASCII without escapes. */
  final boolean plain;

  /** The first and the last eight bytes of the token; of a shorter one, all of it. */
  final long head;

  final long tail;

  /** The same of the name alone, for {@link KeyTable}. */
  final long nameHead;

  final long nameTail;

  private final long mask;

  /** As the text of a hint: the handler that it and the Java type beside it led to last. */
  private TypeHandler<?> handler;

  private Key javaType;
  private boolean numeric;

  Key(String text, byte[] bytes, int from, int to, long nameHead, long nameTail) {
    this.text = text;
    this.nameHead = nameHead;
    this.nameTail = nameTail;
    int n = to - from;
    token = new byte[n + 3];
    token[0] = '"';
    System.arraycopy(bytes, from, token, 1, n);
    token[n + 1] = '"';
    token[n + 2] = ':';
    plain = isPlain();
    int length = token.length;
    mask = Words.mask(Math.min(length, 8));
    head = length < 8 ? Words.partial(token, 0, length) : Words.get(token, 0);
    tail = length < 8 ? head : Words.get(token, length - 8);
  }

  /** As the text of a hint: its handler, or null if it is unknown. */
  TypeHandler<?> handler(TypeResolver types, Key javaType) {
    if (handler == null || this.javaType != javaType) {
      handler = types.forHint(text, javaType == null ? null : javaType.text);
      this.javaType = javaType;
      numeric = Envelope.isNumeric(text);
    }
    return handler;
  }

  /** As the text of a hint whose handler was asked for: whether bare NaN may stand inside. */
  boolean isNumeric() {
    return numeric;
  }

  private boolean isPlain() {
    for (byte b : token) {
      if (b < ' ' || b == '\\') {
        return false;
      }
    }
    return true;
  }

  int nameLength() {
    return token.length - 3;
  }

  /** Whether the token stands at a place. */
  boolean stands(byte[] b, int at, int limit) {
    int n = token.length;
    if (at + n > limit || at + 8 > limit) {
      return false; // a miss by the end of the input is looked up like any other
    }
    if (n <= 8) {
      return (Words.get(b, at) & mask) == head;
    }
    if (Words.get(b, at) != head || Words.get(b, at + n - 8) != tail) {
      return false;
    }
    return n <= 16 || Arrays.equals(b, at + 8, at + n - 8, token, 8, n - 8);
  }

  /** Whether the name stands between two places, given its first and last words. */
  boolean isName(byte[] b, int from, int to, long head, long tail) {
    return nameHead == head
        && nameTail == tail
        && token.length - 3 == to - from
        && (to - from <= 16 || Arrays.equals(b, from + 8, to - 8, token, 9, token.length - 10));
  }
}
