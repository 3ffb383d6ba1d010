package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The beginnings of hinted values as bytes, each made once a writer: {@code
 * {"__datason_type__":"uuid.UUID","__datason_value__":}, or up to the exact text that comes before
 * the value.
 */
final class EnvelopePrefixes {

  /** What stands between an exact text and the value. */
  static final byte[] VALUE = bytes(member(new StringBuilder(","), Envelope.VALUE));

  private static final int FIRST_SIZE = 16;
  private static final int MOST = 256;

  private Entry[] entries = new Entry[FIRST_SIZE];
  private int count;

  /** A prefix; the bytes are null where they cannot be copied into any plain output. */
  private record Entry(String hint, String javaType, boolean exact, byte[] bytes) {

    boolean is(String otherHint, String otherJavaType, boolean isExact) {
      return exact == isExact
          && hint.equals(otherHint)
          && (javaType == otherJavaType || Objects.equals(javaType, otherJavaType));
    }
  }

  /**
   * The prefix of a hint.
   *
   * @param exact whether it ends before an exact text
   * @return its bytes; null if it is to be written in parts
   */
  byte[] of(String hint, String javaType, boolean exact) {
    int mask = entries.length - 1;
    int slot = hash(hint, javaType, exact) & mask;
    for (Entry entry; (entry = entries[slot]) != null; slot = slot + 1 & mask) {
      if (entry.is(hint, javaType, exact)) {
        return entry.bytes;
      }
    }
    return count == MOST ? null : add(hint, javaType, exact);
  }

  private byte[] add(String hint, String javaType, boolean exact) {
    boolean plain = isPlain(hint) && (javaType == null || isPlain(javaType));
    Entry entry = new Entry(hint, javaType, exact, plain ? prefix(hint, javaType, exact) : null);
    if (++count * 2 > entries.length) {
      Entry[] old = entries;
      entries = new Entry[old.length * 2];
      Arrays.stream(old).filter(Objects::nonNull).forEach(this::put);
    }
    put(entry);
    return entry.bytes;
  }

  private void put(Entry entry) {
    int mask = entries.length - 1;
    int slot = hash(entry.hint, entry.javaType, entry.exact) & mask;
    while (entries[slot] != null) {
      slot = slot + 1 & mask;
    }
    entries[slot] = entry;
  }

  private static int hash(String hint, String javaType, boolean exact) {
    int hash = hint.hashCode() * 31 + (javaType == null ? 0 : javaType.hashCode());
    return (exact ? ~hash : hash) * 0x9E3779B9 >>> 16;
  }

  private static byte[] prefix(String hint, String javaType, boolean exact) {
    StringBuilder text = new StringBuilder("{");
    member(text, Envelope.TYPE).append('"').append(hint).append("\",");
    if (javaType != null) {
      member(text, Envelope.JAVA).append('"').append(javaType).append("\",");
    }
    return bytes(member(text, exact ? Envelope.EXACT : Envelope.VALUE));
  }

  private static StringBuilder member(StringBuilder text, String name) {
    return text.append('"').append(name).append("\":");
  }

  private static byte[] bytes(StringBuilder text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
  }
}
