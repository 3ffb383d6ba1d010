package org.datason.json;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Map;
import org.datason.error.DatasonException;

/**
 * Reads hinted values. In the usual order (type, our own members, value) the value is decoded while
 * the object is read; in any other order its members are found first.
 */
final class EnvelopeReader {

  private static final byte[] FIRST_NAME = {'"', '_', '_', 'd', 'a', 't', 'a', 's', 'o', 'n', '_'};

  /** What {@link #inOrder} says of an envelope that is not in the usual order. */
  private static final Object OTHERWISE = new Object();

  private EnvelopeReader() {}

  /** Whether the object at the position begins as an envelope does. */
  static boolean isAhead(JsonReader r) {
    if (r.types == null) {
      return false;
    }
    int start = r.pos;
    r.pos++;
    boolean found = false;
    if (r.next() == '"') {
      int end = r.pos + FIRST_NAME.length;
      found = end <= r.limit && Arrays.equals(r.buf, r.pos, end, FIRST_NAME, 0, FIRST_NAME.length);
    }
    r.pos = start;
    return found;
  }

  /**
   * Reads the envelope at the position.
   *
   * @param wanted the handler of the type that is asked for, or null for any
   * @return the value, which is of the type asked for
   */
  static Object read(JsonReader r, TypeHandler<?> wanted) {
    int start = r.pos;
    int depth = r.depth;
    r.setAfter(false);
    Object value = inOrder(r, wanted);
    if (value == OTHERWISE) {
      r.goBack(start);
      r.depth = depth;
      r.setAfter(false);
      value = outOfOrder(r, wanted);
    }
    if (wanted != null && !wanted.type().isInstance(value)) {
      throw ReadErrors.mismatch(r, ReadErrors.article(wanted.type()), start, null);
    }
    return value;
  }

  private static Object inOrder(JsonReader r, TypeHandler<?> wanted) {
    r.beginObject();
    if (!r.hasNext() || !r.readName().equals(Envelope.TYPE) || r.peek() != JsonToken.STRING) {
      return OTHERWISE;
    }
    String hint = r.readString();
    String name = r.hasNext() ? r.readName() : "";
    String java = null;
    if (name.equals(Envelope.JAVA) && r.peek() == JsonToken.STRING) {
      java = r.readString();
      name = r.hasNext() ? r.readName() : "";
    }
    boolean exact = name.equals(Envelope.EXACT);
    if (!exact && !name.equals(Envelope.VALUE)) {
      return OTHERWISE;
    }
    TypeHandler<?> handler = handler(r, hint, java, wanted);
    if (handler == null) {
      return OTHERWISE;
    }
    Object value = decode(r, handler, hint);
    while (r.hasNext()) {
      name = r.readName();
      if (Envelope.isMember(name) && !(exact && name.equals(Envelope.VALUE))) {
        return OTHERWISE;
      }
      skip(r);
    }
    r.endObject();
    return value;
  }

  /** Finds all members, then decodes; or takes the object as data. */
  private static Object outOfOrder(JsonReader r, TypeHandler<?> wanted) {
    int start = r.pos;
    int depth = r.depth;
    String hint = null;
    String java = null;
    int exactAt = -1;
    int valueAt = -1;
    r.beginObject();
    r.nonFinite++; // the hint, which says whether they may stand here, can follow
    while (r.hasNext()) {
      String name = r.readName();
      JsonToken token = r.peek();
      int at = r.pos;
      if (name.equals(Envelope.TYPE)) {
        hint = token == JsonToken.STRING ? r.readString() : null;
      } else if (name.equals(Envelope.JAVA)) {
        java = token == JsonToken.STRING ? r.readString() : null;
      } else if (name.equals(Envelope.EXACT)) {
        exactAt = at;
      } else if (name.equals(Envelope.VALUE)) {
        valueAt = at;
      }
      if (r.pos == at) {
        r.skipValue();
      }
    }
    r.nonFinite--;
    r.endObject();
    int end = r.pos;
    TypeHandler<?> handler = hint == null ? null : handler(r, hint, java, wanted);
    int from = exactAt >= 0 ? exactAt : valueAt;
    r.setAfter(false);
    if (handler == null || from < 0) {
      r.goBack(start);
      if (hint != null) {
        return unknown(r, hint);
      }
      return wanted != null ? readBy(wanted, r) : TreeReader.members(r);
    }
    r.goBack(from);
    r.depth = depth + 1;
    Object value = decode(r, handler, hint);
    r.depth = depth;
    r.pos = end;
    r.setAfter(true);
    return value;
  }

  private static TypeHandler<?> handler(
      JsonReader r, String hint, String java, TypeHandler<?> wanted) {
    if (wanted != null) {
      if (hint.equals(wanted.hint()) && (java == null || java.equals(wanted.javaType()))) {
        return wanted;
      }
      TypeHandler<?> subtype = wanted.subtype(hint, java);
      if (subtype != null) {
        return subtype;
      }
    }
    return r.types.forHint(hint, java);
  }

  private static Object decode(JsonReader r, TypeHandler<?> handler, String hint) {
    if (!Envelope.isNumeric(hint)) {
      return readBy(handler, r);
    }
    r.nonFinite++;
    Object value = readBy(handler, r);
    r.nonFinite--;
    return value;
  }

  /** Reads an envelope as data; its type is unknown. */
  private static Object unknown(JsonReader r, String hint) {
    boolean numeric = Envelope.isNumeric(hint);
    r.nonFinite += numeric ? 1 : 0;
    Map<String, Object> members = TreeReader.members(r);
    r.nonFinite -= numeric ? 1 : 0;
    return r.types.unknown(members);
  }

  /** Passes over a value, which can be one with bare NaN tokens in it. */
  private static void skip(JsonReader r) {
    r.nonFinite++;
    r.skipValue();
    r.nonFinite--;
  }

  /** Reads by a handler, whose complaints get a place. */
  static <T> T readBy(TypeHandler<T> handler, JsonReader r) {
    r.beforeValue();
    int at = r.pos;
    try {
      return handler.read(r);
    } catch (DatasonException e) {
      throw e;
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | IndexOutOfBoundsException e) {
      throw ReadErrors.rejected(r, handler.type(), at, e);
    }
  }
}
