package org.datason.cli;

import java.util.Locale;

/** Texts as a terminal can show them. */
final class Text {

  private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB", "EB"};

  private Text() {}

  /** A text on one line: what could end the line or steer the terminal is escaped. */
  static String line(String text) {
    StringBuilder line = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isShown(c)) {
        if (line == null) {
          line = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        line.append(String.format("\\u%04x", (int) c));
      } else if (line != null) {
        line.append(c);
      }
    }
    return line == null ? text : line.toString();
  }

  private static boolean isShown(char c) {
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT: // among them the marks that turn the direction of writing
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return false;
      default:
        return true;
    }
  }

  /** A text in quotes as JSON has it, cut to a width. */
  static String quoted(String text, int width) {
    String escaped =
        cut(text, width)
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return '"' + line(escaped) + '"';
  }

  /** A text cut to a width on the terminal. */
  static String cut(String text, int width) {
    if (text.length() * 2 <= width) {
      return text;
    }
    int used = 0;
    int end = 0; // of what fits with the mark of the cut behind it
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (used < width) {
        end = i;
      }
      used += width(c);
      if (used > width) {
        return text.substring(0, end) + "…";
      }
      i += Character.charCount(c);
    }
    return text;
  }

  /** A text filled up with blanks to a width on the terminal. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The columns that a text takes on a terminal. */
  static int width(String text) {
    return text.codePoints().map(Text::width).sum();
  }

  /** Two columns for what is wide by Unicode's East Asian Width (annex 11), in broad ranges. */
  private static int width(int c) {
    boolean wide =
        c >= 0x1100
            && (c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }

  /** A number of bytes: {@code 67.1 KB}, in powers of 1000. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    double size = bytes;
    int unit = 0;
    while (size >= 999.95) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }

  /** A number with its noun: {@code 1 level}, {@code 3 levels}. */
  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
