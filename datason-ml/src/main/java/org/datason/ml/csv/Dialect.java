package org.datason.ml.csv;

/**
 * The characters that structure a file: ASCII, all different, and no ends of lines.
 *
 * @param comment what begins a line that is a comment; 0 for none
 */
record Dialect(char delimiter, char quote, char comment) {

  static final Dialect DEFAULT = new Dialect(',', '"', '\0');

  Dialect {
    check("delimiter", delimiter);
    check("quote", quote);
    if (comment != 0) {
      check("comment", comment);
    }
    if (delimiter == quote || delimiter == comment || quote == comment) {
      throw new IllegalArgumentException(
          "The delimiter, the quote and the comment must differ; they are "
              + shown(delimiter)
              + ", "
              + shown(quote)
              + (comment == 0 ? "" : ", " + shown(comment)));
    }
  }

  private static void check(String name, char c) {
    if (c >= 0x80 || c == '\n' || c == '\r' || c == 0) {
      throw new IllegalArgumentException(
          "The " + name + " must be an ASCII character other than NUL, CR and LF, not " + shown(c));
    }
  }

  /** A character as messages show it. */
  static String shown(char c) {
    return c > ' ' && c != 0x7F ? "'" + c + "'" : String.format("U+%04X", (int) c);
  }
}
