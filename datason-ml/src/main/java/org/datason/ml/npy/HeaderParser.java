package org.datason.ml.npy;

import java.util.Arrays;
import org.datason.error.DatasonIOException;
import org.datason.tensor.Tensor;

/**
 * Reads a header's text, which is the literal of a Python dict: {@code {'descr': '<f8',
 * 'fortran_order': False, 'shape': (2, 3), }}. Nothing is evaluated. For one use.
 */
final class HeaderParser {

  private static final int MOST_DIGITS = 18;

  private final String text;
  private final NpyInput in;
  private int at;
  private String descr;
  private boolean structured;
  private Boolean fortran;
  private long[] shape;

  HeaderParser(String text, NpyInput in) {
    this.text = text;
    this.in = in;
  }

  NpyHeader header() {
    expect('{');
    while (!take('}')) {
      member();
      if (!take(',')) {
        expect('}');
        break;
      }
    }
    skipSpace();
    if (at < text.length()) {
      throw expected("the end of the header");
    }
    if (descr == null || fortran == null || shape == null) {
      String missing = descr == null ? "descr" : fortran == null ? "fortran_order" : "shape";
      throw in.error("its header has no '" + missing + "'");
    }
    if (structured) {
      throw NpyElement.structured(descr, in);
    }
    return header(NpyElement.of(descr, in));
  }

  private NpyHeader header(NpyElement element) {
    try {
      long size = Tensor.sizeOf(element.dtype(), shape);
      Math.multiplyExact(size, element.byteSize());
      return new NpyHeader(element, fortran, shape, size);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw in.error(
          "its header has the shape "
              + Arrays.toString(shape)
              + ", which has more elements than can be counted");
    }
  }

  private void member() {
    int start = at;
    String name = string();
    expect(':');
    skipSpace();
    boolean again;
    switch (name) {
      case "descr" -> {
        again = descr != null;
        structured = at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(');
        descr = structured ? nested() : string();
      }
      case "fortran_order" -> {
        again = fortran != null;
        fortran = bool();
      }
      case "shape" -> {
        again = shape != null;
        shape = tuple();
      }
      default ->
          throw in.error("its header has the member '" + name + "', which is none of a .npy");
    }
    if (again) {
      at = start;
      throw expected("another member than '" + name + "' again");
    }
  }

  private String string() {
    skipSpace();
    char quote = at < text.length() ? text.charAt(at) : 0;
    if (quote != '\'' && quote != '"') {
      throw expected("a text in quotes");
    }
    int start = at + 1;
    int end = text.indexOf(quote, start);
    if (end < 0 || text.substring(start, end).indexOf('\\') >= 0) {
      throw expected("a text without escapes");
    }
    at = end + 1;
    return text.substring(start, end);
  }

  private boolean bool() {
    for (String word : new String[] {"True", "False"}) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw expected("True or False");
  }

  private long[] tuple() {
    long[] lengths = new long[NpyHeader.MOST_DIMENSIONS];
    int n = 0;
    expect('(');
    while (!take(')')) {
      if (n == lengths.length) {
        throw expected("at most " + lengths.length + " dimensions");
      }
      lengths[n++] = integer();
      if (!take(',')) {
        if (n == 1) {
          throw expected("',', which the tuple of one item has,");
        }
        expect(')');
        break;
      }
    }
    return Arrays.copyOf(lengths, n);
  }

  private long integer() {
    skipSpace();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > MOST_DIGITS) {
      at = start;
      throw expected("a length of at most " + MOST_DIGITS + " digits");
    }
    long value = Long.parseLong(text, start, at, 10);
    if (at < text.length() && text.charAt(at) == 'L') {
      at++; // Python 2 wrote its long integers so
    }
    return value;
  }

  /** Passes over a list or tuple of any depth, and gives its text. */
  private String nested() {
    int start = at;
    int depth = 0;
    do {
      skipSpace();
      char c = at < text.length() ? text.charAt(at) : 0;
      switch (c) {
        case 0 -> throw expected("the end of a list");
        case '\'', '"' -> string();
        case '[', '(' -> {
          depth++;
          at++;
        }
        case ']', ')' -> {
          depth--;
          at++;
        }
        default -> at++;
      }
    } while (depth > 0);
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    skipSpace();
    boolean here = at < text.length() && text.charAt(at) == c;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char c) {
    if (!take(c)) {
      throw expected("'" + c + "'");
    }
  }

  private DatasonIOException expected(String what) {
    String found =
        at < text.length() ? text.substring(at, Math.min(at + 20, text.length())) : "its end";
    return in.error(
        "expected "
            + what
            + " at character "
            + at
            + " of the header but found "
            + (at < text.length() ? "'" + found.strip() + "'" : found));
  }
}
