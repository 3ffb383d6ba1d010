package org.datason.json;

import org.datason.error.MismatchException;

/**
 * Reads objects whose members are known beforehand: for readers that are made, and code that is
 * generated, for one type. All of it is for handlers, which have the whole of their value at hand:
 * a reader is given on to them by {@link JsonReader#readValue(TypeHandler)}.
 *
 * <pre>{@code
 * int i = TypedInput.firstMember(in, names);
 * while (i != TypedInput.END) {
 *   switch (i) {
 *     case 0 -> id = in.readLong();
 *     case 1 -> name = in.readString();
 *     default -> in.skipValue(); // UNKNOWN
 *   }
 *   i = TypedInput.nextMember(in, names, i + 1);
 * }
 * }</pre>
 */
public final class TypedInput {

  /** In place of a member: the object has ended. */
  public static final int END = -1;

  /** In place of a member: one whose name is not known. */
  public static final int UNKNOWN = -2;

  private TypedInput() {}

  // ---------------------------------------------------------------- members, in any order

  /**
   * Goes into the object that comes next, and reads the name of its first member, whose value comes
   * next then; or leaves the object if it is empty.
   *
   * @param in the reader
   * @param names the names that are known
   * @return the place of the name, {@link #UNKNOWN} or {@link #END}
   */
  public static int firstMember(JsonReader in, KnownNames names) {
    in.beginObject();
    int c = in.next();
    if (c == '}') {
      return leave(in);
    }
    return name(in, names, c, 0);
  }

  /**
   * Reads the name of the member that follows a value, whose value comes next then; or leaves the
   * object at its end.
   *
   * @param in the reader
   * @param names the names that are known
   * @param expected the place of the name that is likely to come, which may be any number
   * @return the place of the name, {@link #UNKNOWN} or {@link #END}
   */
  public static int nextMember(JsonReader in, KnownNames names, int expected) {
    int c = in.next();
    if (c == '}') {
      return leave(in);
    }
    if (c != ',') {
      throw in.syntax("',' or the end of the array or object", in.pos);
    }
    c = in.nextItem();
    if (c == '}') {
      throw in.syntax("a value after the comma", in.pos);
    }
    return name(in, names, c, expected);
  }

  private static int leave(JsonReader in) {
    in.depth--;
    in.pos++;
    in.setAfter(true);
    return END;
  }

  private static int name(JsonReader in, KnownNames names, int c, int expected) {
    if (c != '"') {
      throw in.syntax("a member name", in.pos);
    }
    in.nameAt = in.pos;
    in.setAfter(false);
    Key key = expected < 0 ? null : names.key(expected);
    if (key != null && key.stands(in.buf, in.pos, in.limit)) {
      in.pos += key.token.length;
      if (in.places) {
        in.recognizeMember(key.text);
      }
      return expected;
    }
    byte[] b = in.buf;
    int from = in.pos + 1;
    int to = StringParser.plainEnd(b, from, in.limit);
    int number;
    if (to < in.limit && b[to] == '"' && to - from <= in.maxStringLength) {
      number = names.find(b, from, to, in.limit);
      in.pos = to + 1;
    } else {
      number = names.indexOf(StringParser.read(in));
    }
    if (in.next() != ':') {
      throw in.syntax("':' after the member name", in.pos);
    }
    in.pos++;
    if (in.places) {
      in.recognizeMember(lastName(in));
    }
    return number < 0 ? UNKNOWN : number;
  }

  /**
   * The text of the name that was read last, where it is not a known one.
   *
   * @param in the reader, before the value
   * @return the name
   */
  public static String lastName(JsonReader in) {
    int end = in.pos;
    in.pos = in.nameAt;
    String name = StringParser.read(in);
    in.pos = end;
    return name;
  }

  /**
   * Reads an object or array that is one of many on the same level, of which nothing else is read
   * but whole ones: with a stream this takes less than {@link JsonReader#readValue(TypeHandler)}.
   *
   * @param in the reader, before a value
   * @param handler the handler
   * @param <T> the type
   * @return the value
   */
  public static <T> T readRecord(JsonReader in, TypeHandler<T> handler) {
    if (in.window != null) {
      int c = in.beforeValue();
      if (c == '{' || c == '[') {
        return in.readRecord(handler);
      }
    }
    return in.readValue(handler);
  }

  /**
   * Has the whole of the value that comes next at hand, as a handler has it that reads it.
   *
   * @param in the reader, before a value
   */
  public static void hold(JsonReader in) {
    in.fillValue(in.beforeValue());
  }

  /**
   * The place of the value that comes next.
   *
   * @param in the reader
   * @return its place, for {@link #rejected}, as long as a handler reads what is around it
   */
  public static int place(JsonReader in) {
    in.beforeValue();
    return in.pos;
  }

  /**
   * The error about a value that a handler does not take, as {@link JsonReader#readValue} reports
   * it.
   *
   * @param in the reader
   * @param handler the handler
   * @param place where the value begins, from {@link #place}
   * @param cause what the handler says
   * @return the error, to be thrown
   */
  public static MismatchException rejected(
      JsonReader in, TypeHandler<?> handler, int place, RuntimeException cause) {
    return ReadErrors.rejected(in, handler, place, cause);
  }

  /**
   * The error about a value that is not as it is expected.
   *
   * @param in the reader
   * @param expected what was expected, with its article
   * @param place where the value begins, from {@link #place}
   * @return the error, to be thrown
   */
  public static MismatchException mismatch(JsonReader in, String expected, int place) {
    return in.mismatch(expected, place);
  }

  /**
   * Looks at a member of the object that comes next without reading the object.
   *
   * @param in the reader, before an object
   * @param name the name of the member
   * @return its value, if that is a text; null if there is no such member or object
   */
  public static String peekMember(JsonReader in, String name) {
    if (in.beforeValue() != '{') {
      return null;
    }
    int start = in.pos;
    int depth = in.depth;
    String text = null;
    in.beginObject();
    while (text == null && in.hasNext()) {
      boolean found = in.readName().equals(name);
      if (found && in.peek() == JsonToken.STRING) {
        text = in.readString();
      } else {
        in.skipValue();
      }
    }
    in.goBack(start);
    in.depth = depth;
    in.setAfter(false);
    return text;
  }
}
