package org.datason.json;

import java.nio.charset.StandardCharsets;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.Location;
import org.datason.error.MismatchException;

/** Makes the errors of a {@link JsonReader}: what was expected, what was found, and where. */
final class ReadErrors {

  private static final int PREVIEW = 24;
  private static final int REASON = 400;

  private ReadErrors() {}

  static JsonSyntaxException syntax(JsonReader r, String expected, int at) {
    boolean here = at == r.pos;
    String found =
        here && r.hasBom()
            ? "a byte order mark; remove its three bytes EF BB BF"
            : byteAt(r, here ? r.pos : at);
    return new JsonSyntaxException(
        "Expected " + expected + " but found " + found, locate(r, here ? r.pos : at));
  }

  /** Whether a byte begins no value of any kind. */
  static boolean noValue(int c) {
    return "{[\"tfn-0123456789".indexOf(c) < 0;
  }

  /** The error where no value begins at the position, whose token is in the buffer. */
  static JsonSyntaxException noValue(JsonReader r) {
    String word = token(r, r.pos);
    if (word.equals("NaN") || word.equals("Infinity") || word.equals("-Infinity")) {
      return new JsonSyntaxException(
          "Expected a value but found "
              + word
              + ", which JSON does not have; set acceptNonFinite to read it",
          locate(r, r.pos));
    }
    return word.startsWith("-") ? syntax(r, "a digit", r.pos + 1) : syntax(r, "a value", r.pos);
  }

  static MismatchException mismatch(JsonReader r, String expected, int at, Throwable cause) {
    return new MismatchException(contrast(expected, valueAt(r, at)), locate(r, at), cause);
  }

  private static String contrast(String expected, String found) {
    return found.equals(expected)
        ? "Expected " + expected + " that fits but found another one"
        : "Expected " + expected + " but found " + found;
  }

  /** An error of a handler, whose message says what was wrong with the value. */
  static MismatchException rejected(
      JsonReader r, TypeHandler<?> handler, int at, RuntimeException cause) {
    return new MismatchException(
        contrast(handler.expected(), valueAt(r, at)) + because(cause), locate(r, at), cause);
  }

  /** An error about a row of a table, whose message says what was wrong with it. */
  static MismatchException rejectedRow(JsonReader r, int at, RuntimeException cause) {
    return new MismatchException(
        "Expected a row of the table but found " + valueAt(r, at) + because(cause),
        locate(r, at),
        cause);
  }

  /** What an exception says, on one line and not much longer than one. */
  private static String because(RuntimeException cause) {
    if (cause.getMessage() == null) {
      return "";
    }
    String reason = cause.getMessage().lines().findFirst().orElse("");
    return " (" + (reason.length() > REASON ? reason.substring(0, REASON) + "..." : reason) + ")";
  }

  /** An error about a hint that says nothing here. */
  static MismatchException unknownHint(JsonReader r, String hint, String java, boolean known) {
    String name = '"' + hint + '"' + (java == null ? "" : " with the Java type \"" + java + '"');
    return new MismatchException(
        known
            ? "Expected a " + Envelope.VALUE + " beside the type hint " + name + " but found none"
            : "Expected a known type hint but found "
                + name
                + "; register its type or a handler with the builder, or set unknownHints to DATA",
        locate(r, r.pos),
        null);
  }

  /** An error about a word that is none of JSON's: {@code tru}. */
  static JsonSyntaxException literal(JsonReader r, String expected) {
    return new JsonSyntaxException(
        "Expected " + expected + " but found " + token(r, r.pos), locate(r, r.pos));
  }

  static JsonSyntaxException duplicate(JsonReader r, String name, int at) {
    return new JsonSyntaxException(
        "Expected each member once but found \"" + name + "\" again", locate(r, at));
  }

  static LimitException tooLong(JsonReader r, String what, String setting, int max) {
    return new LimitException(
        "A " + what + " is longer than " + setting + " = " + max + "; raise it if this is meant",
        locate(r, r.pos));
  }

  static LimitException tooDeep(JsonReader r) {
    return new LimitException(
        "More than "
            + r.maxDepth
            + " arrays and objects in one another; raise maxDepth if this is meant",
        locate(r, r.pos));
  }

  static LimitException tooManyItems(JsonReader r) {
    return new LimitException(
        "More than maxItems = " + r.maxItems + " items in one array; raise it if this is meant",
        locate(r, r.pos));
  }

  static LimitException tooManyMembers(JsonReader r) {
    return new LimitException(
        "More than maxMembers = "
            + r.maxMembers
            + " members in one object; raise it if this is meant",
        locate(r, r.pos));
  }

  static LimitException tooDeepForTheStack(StackOverflowError cause) {
    return new LimitException(
        "The value is nested too deep to be read on this thread's stack; lower maxDepth, or use a"
            + " thread with a larger stack",
        null,
        cause);
  }

  static Location locate(JsonReader r, int at) {
    if (r.trying) {
      return null; // nobody will see it
    }
    PathScanner scanner = r.scanner();
    scanner.scan(r.buf, r.firstByte(), Math.min(at, r.limit));
    return scanner.location();
  }

  private static String byteAt(JsonReader r, int at) {
    if (at >= r.limit) {
      return "the end of the input";
    }
    int c = r.buf[at] & 0xFF;
    if (c >= ' ' && c < 0x7F) {
      return "'" + (char) c + "'";
    }
    return c < 0x80 ? String.format("U+%04X", c) : String.format("the byte 0x%02X", c);
  }

  /**
   * A short form of the value at a place: a string with its quotes, {@code an object}, a number.
   */
  private static String valueAt(JsonReader r, int at) {
    if (at >= r.limit) {
      return "the end of the input";
    }
    switch (r.buf[at]) {
      case '{':
        return "an object";
      case '[':
        return "an array";
      case '"':
        return string(r, at);
      default:
        return token(r, at);
    }
  }

  private static String string(JsonReader r, int at) {
    int end = at + 1;
    while (end < r.limit && r.buf[end] != '"' && end - at <= PREVIEW) {
      end += r.buf[end] == '\\' ? 2 : 1;
    }
    end = Math.min(end, r.limit);
    boolean whole = end < r.limit && r.buf[end] == '"';
    return preview(r, at, end) + (whole ? "\"" : "...\"");
  }

  private static String token(JsonReader r, int at) {
    int end = at;
    while (end - at < PREVIEW && isInWord(r, end)) {
      end++;
    }
    return end == at ? byteAt(r, at) : preview(r, at, end) + (isInWord(r, end) ? "..." : "");
  }

  /** Whether a word goes on at a place. */
  static boolean isInWord(JsonReader r, int at) {
    return at < r.limit && " \t\r\n,]}:\"".indexOf(r.buf[at]) < 0;
  }

  private static String preview(JsonReader r, int from, int to) {
    int end = to;
    while (end > from && end < r.limit && r.buf[end] < -64) {
      end--; // not through the middle of a character
    }
    return new String(r.buf, from, end - from, StandardCharsets.UTF_8);
  }
}
