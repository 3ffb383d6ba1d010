package org.datason.json;

import java.time.DateTimeException;
import java.util.Arrays;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;

/**
 * What generated readers of templates call, and nobody else should: it checks no more than such a
 * reader needs, whose value is in the buffer whole. The usual case is done here; whatever is
 * unusual is left to {@link Fallback}, the reader that the generated one stands for.
 */
public final class GeneratedInput {

  /*
   * Of JsonReader's state, the flag that a value was read last is not kept up between the calls
   * here: each one that leaves off for a method of JsonReader sets it first.
   */

  private GeneratedInput() {}

  /** The interpreting reader of an object, for all that is unusual about it. */
  public interface Fallback {

    /**
     * Reads the value of a member, in whatever form.
     *
     * @param in the reader, before the value
     * @param i the place of the member
     * @return the value
     */
    Object readField(JsonReader in, int i);

    /**
     * Names the member in an error about its value.
     *
     * @param i the place of the member
     * @param e the error
     * @return the error, to be thrown
     */
    MismatchException named(int i, MismatchException e);

    /**
     * Reads, passes over or refuses a member that is not known.
     *
     * @param in the reader, before the value
     */
    void unknown(JsonReader in);

    /**
     * Makes the value of an object some of whose members are missing.
     *
     * @param in the reader, behind the object
     * @param values the values that came, as the reader that this stands for keeps them
     * @return the value
     */
    Object finish(JsonReader in, Object[] values);

    /**
     * Says that a member came again.
     *
     * @param in the reader, before the value
     * @param i the place of the member
     */
    void repeated(JsonReader in, int i);
  }

  // ---------------------------------------------------------------- structure

  /**
   * Passes over a token of up to eight bytes, if it comes next.
   *
   * @param in the reader
   * @param word its bytes, the first one lowest
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long word, int n) {
    int p = in.pos;
    if (p + 8 > in.limit || (Words.get(in.buf, p) ^ word) << 64 - 8 * n != 0) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of nine to sixteen bytes, if it comes next.
   *
   * @param in the reader
   * @param head its first eight bytes, the first one lowest
   * @param tail its last eight bytes
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long head, long tail, int n) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + n > in.limit || Words.get(b, p) != head || Words.get(b, p + n - 8) != tail) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of 17 to 24 bytes, if it comes next.
   *
   * @param in the reader
   * @param head its first eight bytes, the first one lowest
   * @param middle the next eight bytes
   * @param tail its last eight bytes
   * @param n how many there are
   * @return whether it came
   */
  public static boolean token(JsonReader in, long head, long middle, long tail, int n) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + n > in.limit
        || Words.get(b, p) != head
        || Words.get(b, p + 8) != middle
        || Words.get(b, p + n - 8) != tail) {
      return false;
    }
    in.pos = p + n;
    return true;
  }

  /**
   * Passes over a token of any length, if it comes next.
   *
   * @param in the reader
   * @param token its bytes
   * @return whether it came
   */
  public static boolean token(JsonReader in, byte[] token) {
    int p = in.pos;
    int end = p + token.length;
    if (end > in.limit || !Arrays.equals(in.buf, p, end, token, 0, token.length)) {
      return false;
    }
    in.pos = end;
    return true;
  }

  /**
   * Goes into an object whose brace was passed over.
   *
   * @param in the reader
   */
  public static void enterObject(JsonReader in) {
    in.enterObject();
  }

  /**
   * Leaves an object, if its end comes next without a blank.
   *
   * @param in the reader, behind a value
   * @return whether it did
   */
  public static boolean endObject(JsonReader in) {
    int p = in.pos;
    if (p >= in.limit || in.buf[p] != '}') {
      return false;
    }
    in.pos = p + 1;
    in.depth--;
    in.setAfter(true);
    return true;
  }

  /**
   * Goes into an array, if one comes next.
   *
   * @param in the reader, before a value
   * @return whether one did
   */
  public static boolean beginArray(JsonReader in) {
    if (GeneratedScalars.first(in) != '[') {
      return false;
    }
    in.setAfter(false);
    in.beginArray();
    return true;
  }

  /**
   * Leaves an array that was begun, if it has no items.
   *
   * @param in the reader
   * @return whether it did
   */
  public static boolean endArray(JsonReader in) {
    int c = GeneratedScalars.first(in);
    if (c != ']') {
      if (c == '}') {
        throw in.syntax("']'", in.pos);
      }
      return false;
    }
    in.depth--;
    in.pos++;
    in.setAfter(true);
    return true;
  }

  /**
   * Goes behind the comma that follows an item, or leaves the array.
   *
   * @param in the reader, behind an item
   * @return whether another item comes
   */
  public static boolean nextItem(JsonReader in) {
    int c = GeneratedScalars.first(in);
    if (c == ',') {
      int next = in.nextItem();
      if (next == ']' || next == '}') {
        throw in.syntax("a value after the comma", in.pos);
      }
      return true;
    }
    if (c != ']') {
      throw in.syntax(c == '}' ? "']'" : "',' or the end of the array or object", in.pos);
    }
    in.depth--;
    in.pos++;
    in.setAfter(true);
    return false;
  }

  /**
   * Says that a member came again, whose name may have been passed over as a token.
   *
   * @param in the reader, before the value
   * @param names the names that are known
   * @param i the place of the name
   */
  public static void repeated(JsonReader in, KnownNames names, int i) {
    byte[] token = names.key(i).token;
    int at = in.pos - token.length;
    if (at >= 0 && Arrays.equals(in.buf, at, in.pos, token, 0, token.length)) {
      in.nameAt = at;
    }
    in.repeated(names.get(i));
  }

  // ---------------------------------------------------------------- other values

  /**
   * Reads a value by a handler, with all that can stand for it.
   *
   * @param in the reader, before a value
   * @param handler the handler
   * @return the value
   */
  public static Object readValue(JsonReader in, TypeHandler<?> handler) {
    in.setAfter(false);
    return in.readValue(handler);
  }

  /**
   * Reads an object by a generated reader; null and values with hints as {@link #readValue} does.
   *
   * @param in the reader, before a value
   * @param handler the handler
   * @return the value
   */
  public static Object readObject(JsonReader in, TypeHandler<?> handler) {
    int p = in.pos;
    byte[] b = in.buf;
    if (p + 3 >= in.limit || b[p] != '{' || b[p + 1] != '"' || b[p + 2] == '_') {
      return readValue(in, handler);
    }
    in.setAfter(false);
    try {
      return handler.read(in);
    } catch (DatasonException e) {
      throw e;
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw ReadErrors.rejected(in, handler, p, e);
    }
  }

  /**
   * Reads a value of any kind.
   *
   * @param in the reader, before a value
   * @return the value
   */
  public static Object readAny(JsonReader in) {
    in.setAfter(false);
    return in.readValue();
  }

  /**
   * Has the methods of the reader read the value that comes next.
   *
   * @param in the reader, before a value
   * @return the reader
   */
  public static JsonReader general(JsonReader in) {
    in.setAfter(false);
    return in;
  }
}
