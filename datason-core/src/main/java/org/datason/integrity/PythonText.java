package org.datason.integrity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.error.IntegrityException;
import org.datason.json.NumberForms;

/**
 * The text that Python's {@code json.dumps(value, ensure_ascii=False)} makes of what {@code
 * json.loads} read: over it Python's datason hashes. Its later releases sort the members, leave out
 * blanks and take no NaN, which is the compact form.
 */
final class PythonText implements TokenSink {

  /*
   * Strings: only quotes, backslashes and the control characters below U+0020 are escaped. Floats:
   * as repr writes them. Members are sorted by the code points of their names, which is not the
   * order of String.compareTo.
   */

  private static final String SHORT_ESCAPES = "btn\0fr"; // U+0008 to U+000D; \v has none

  private final boolean compact;
  private final StringBuilder text = new StringBuilder();

  /** For each open object of the compact form: its members. For arrays, and otherwise: null. */
  private final List<List<Member>> open = new ArrayList<>();

  private boolean due;

  PythonText(boolean compact) {
    this.compact = compact;
  }

  /** The text in UTF-8, in which Python hashes it. */
  byte[] toBytes() {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(utf8.array(), utf8.limit());
    } catch (CharacterCodingException e) {
      throw new IntegrityException(
          "Python seals no text with a lone surrogate, but the payload has one", null, e);
    }
  }

  @Override
  public void beginObject() {
    begin('{', compact ? new ArrayList<>() : null);
  }

  @Override
  public void endObject() {
    List<Member> members = open.remove(open.size() - 1);
    if (members != null && members.size() > 1) {
      sort(members);
    }
    end('}');
  }

  @Override
  public void beginArray() {
    begin('[', null);
  }

  @Override
  public void endArray() {
    open.remove(open.size() - 1);
    end(']');
  }

  @Override
  public void name(String name) {
    separate();
    List<Member> members = open.get(open.size() - 1);
    if (members != null) {
      members.add(new Member(name.codePoints().toArray(), text.length()));
    }
    quote(name);
    text.append(compact ? ":" : ": ");
    due = false;
  }

  @Override
  public void string(String value) {
    separate();
    quote(value);
  }

  @Override
  public void number(String value) {
    separate();
    String number = WriterSink.isFinite(value) ? NumberForms.python(value) : value;
    if (compact && !WriterSink.isFinite(number)) {
      throw new IntegrityException(
          "Python seals no " + number + " in this version of its form, but the payload has one",
          null);
    }
    text.append(number);
  }

  @Override
  public void literal(Boolean value) {
    separate();
    text.append(value);
  }

  private void begin(char bracket, List<Member> members) {
    separate();
    open.add(members);
    text.append(bracket);
    due = false;
  }

  private void end(char bracket) {
    text.append(bracket);
    due = true;
  }

  /** Writes the comma where a value or name has come before. */
  private void separate() {
    if (due) {
      text.append(compact ? "," : ", ");
    }
    due = true;
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ') {
        text.append(c);
      } else if (c >= '\b' && c <= '\r' && c != '\u000B') {
        text.append('\\').append(SHORT_ESCAPES.charAt(c - '\b'));
      } else {
        text.append(String.format("\\u%04x", (int) c));
      }
    }
    text.append('"');
  }

  /** Brings the members at the end of the text into the order of their names. */
  private void sort(List<Member> members) {
    int n = members.size();
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Arrays.compare(members.get(a).points, members.get(b).points));
    int start = members.get(0).start;
    StringBuilder sorted = new StringBuilder();
    for (int i : order) {
      // A member ends before the comma of the next one.
      int end = i + 1 < n ? members.get(i + 1).start - 1 : text.length();
      sorted.append(sorted.isEmpty() ? "" : ",").append(text, members.get(i).start, end);
    }
    text.replace(start, text.length(), sorted.toString());
  }

  /**
   * A member that was written.
   *
   * @param points the code points of its name
   * @param start where it begins in the text
   */
  private record Member(int[] points, int start) {}
}
