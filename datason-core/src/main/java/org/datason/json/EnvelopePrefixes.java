package org.datason.json;

import java.nio.charset.StandardCharsets;

/**
 * The beginnings of hinted values as bytes, each made once a writer: {@code
 * "__datason_type__":"uuid.UUID","__datason_value__":}.
 */
final class EnvelopePrefixes {

  private static final int SIZE = 16;

  private final String[] hints = new String[SIZE];
  private final String[] javaTypes = new String[SIZE];
  private final byte[][] prefixes = new byte[SIZE][];

  /** The prefix of a hint, if it can be written as it is in any plain output; or null. */
  byte[] of(String hint, String javaType) {
    int slot = (hint.hashCode() ^ (javaType == null ? 0 : javaType.hashCode())) & SIZE - 1;
    if (hint.equals(hints[slot]) && java.util.Objects.equals(javaType, javaTypes[slot])) {
      return prefixes[slot];
    }
    StringBuilder text = new StringBuilder();
    member(text, Envelope.TYPE).append('"').append(hint).append("\",");
    if (javaType != null) {
      member(text, Envelope.JAVA).append('"').append(javaType).append("\",");
    }
    member(text, Envelope.VALUE);
    byte[] prefix =
        isPlain(hint) && (javaType == null || isPlain(javaType))
            ? text.toString().getBytes(StandardCharsets.US_ASCII)
            : null;
    hints[slot] = hint;
    javaTypes[slot] = javaType;
    prefixes[slot] = prefix;
    return prefix;
  }

  private static StringBuilder member(StringBuilder text, String name) {
    return text.append('"').append(name).append("\":");
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
  }
}
