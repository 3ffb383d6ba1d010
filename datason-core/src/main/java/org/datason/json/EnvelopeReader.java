package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.datason.config.UnknownHints;
import org.datason.error.DatasonException;

/**
 * Reads hinted values. In the usual order (type, our own members, value) the value is decoded while
 * the object is read; in any other order its members are found first.
 */
final class EnvelopeReader {

  private static final byte[] FIRST_NAME = "\"__datason_".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] TYPE_NAME =
      ('"' + Envelope.TYPE + '"').getBytes(StandardCharsets.US_ASCII);

  /** No text of ours is longer, were all of it escapes. */
  private static final int MOST_ESCAPED = 512;

  /** What {@link #inOrder} says of an envelope that is not in the usual order. */
  private static final Object OTHERWISE = new Object();

  private EnvelopeReader() {}

  /** The beginnings of members as our writer writes them, and Python without white space. */
  private static final byte[] TYPE_IS = ascii('"' + Envelope.TYPE + "\":\"");

  private static final byte[] JAVA_IS = ascii(",\"" + Envelope.JAVA + "\":\"");
  private static final byte[] EXACT_IS = ascii(",\"" + Envelope.EXACT + "\":");
  private static final byte[] VALUE_IS = ascii(",\"" + Envelope.VALUE + "\":");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the object at the position begins as an envelope does. */
  static boolean isAhead(JsonReader r) {
    if (r.types == null) {
      return false;
    }
    int start = r.pos;
    r.pos++;
    boolean found = false;
    if (r.next() == '"') {
      String escaped = escapedName(r, r.pos);
      found = stands(r, r.pos, FIRST_NAME) || escaped != null && Envelope.isMember(escaped);
    }
    r.pos = start;
    return found;
  }

  /** The text of the name at a place if it has escapes and may be one of ours; or null. */
  private static String escapedName(JsonReader r, int at) {
    int first = at + 1 < r.limit ? r.buf[at + 1] : 0;
    return first == '\\' || first == '_' ? escapedText(r, at) : null; // as hardly ever
  }

  /** The text of the string at a place if it has escapes and is not long; or null. */
  private static String escapedText(JsonReader r, int at) {
    int end = Math.min(r.limit, at + MOST_ESCAPED);
    boolean escapes = false;
    int p = at + 1;
    while (p < end && r.buf[p] != '"') {
      boolean escape = r.buf[p] == '\\';
      escapes |= escape;
      p += escape ? 2 : 1;
    }
    return escapes && p < end ? textAt(r, at) : null;
  }

  /** Whether the name whose opening quote stands at a place is that of a hint. */
  static boolean isTypeName(JsonReader r, int at) {
    return r.types != null
        && (stands(r, at, TYPE_NAME) || Envelope.TYPE.equals(escapedName(r, at)));
  }

  /** Whether the string at the position is a hint under which bare NaN tokens may stand. */
  static boolean isNumericHint(JsonReader r) {
    String escaped = escapedText(r, r.pos);
    int end = Math.min(r.limit, r.pos + 16); // more than a family has
    return Envelope.isNumeric(
        escaped != null ? escaped : StringParser.ascii(r.buf, r.pos + 1, end));
  }

  private static boolean stands(JsonReader r, int at, byte[] bytes) {
    int end = at + bytes.length;
    return end <= r.limit && Arrays.equals(r.buf, at, end, bytes, 0, bytes.length);
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
    TextRecognizer texts = r.texts;
    r.recognizeHere(null);
    r.setAfter(false);
    Object value = inOrder(r, wanted);
    if (value == OTHERWISE) {
      r.goBack(start);
      r.depth = depth;
      r.setAfter(false);
      value = outOfOrder(r, wanted, texts);
    }
    r.recognizeHere(texts);
    if (wanted != null && !wanted.type().isInstance(value)) {
      throw ReadErrors.mismatch(r, wanted.expected(), start, null);
    }
    return value;
  }

  /**
   * Whether the first name of an object, at the position, begins an envelope without white space.
   */
  static boolean isCompact(JsonReader r) {
    return r.hints && stands(r, r.pos, TYPE_IS);
  }

  /**
   * Reads on an object that has been entered and {@link #isCompact}: as an envelope of a known type
   * with nothing else in it, which needs no look at its names; otherwise by {@link #read}.
   *
   * @param start where the object begins
   */
  static Object readCompact(JsonReader r, Site site, int start) {
    int from = r.pos;
    r.pos += TYPE_IS.length - 1;
    Key hint = r.keys.read(r);
    Key java = null;
    if (stands(r, r.pos, JAVA_IS)) {
      r.pos += JAVA_IS.length - 1;
      java = r.keys.read(r);
    }
    boolean exact = stands(r, r.pos, EXACT_IS);
    if (exact || stands(r, r.pos, VALUE_IS)) {
      TypeHandler<?> handler = hint.handler(r.types, java);
      if (handler != null) {
        int to = r.pos + (exact ? EXACT_IS : VALUE_IS).length;
        PredictedHint read = new PredictedHint(r.buf, from, to, exact, handler, hint.isNumeric());
        site.hint = read;
        r.pos = from;
        return readPredicted(r, read, start);
      }
    }
    r.goBack(start);
    r.depth--;
    return read(r, null);
  }

  /**
   * Reads on an object that has been entered and begins as predicted.
   *
   * @param start where the object begins
   */
  static Object readPredicted(JsonReader r, PredictedHint hint, int start) {
    int depth = r.depth;
    r.pos += hint.length();
    r.setAfter(false);
    Object value = readHinted(hint.handler, hint.numeric, r);
    if (value != null && (!hint.exact || valueBehind(r)) && r.next() == '}') {
      r.pos++;
      r.depth--;
      return value;
    }
    r.depth = depth - 1; // a handler that declines may stop anywhere
    r.goBack(start);
    return read(r, null);
  }

  /** Passes over the value for others behind an exact one. */
  private static boolean valueBehind(JsonReader r) {
    if (!stands(r, r.pos, VALUE_IS)) {
      return false;
    }
    r.pos += VALUE_IS.length;
    r.setAfter(false);
    r.nonFinite++;
    r.skipValue();
    r.nonFinite--;
    return true;
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
      boolean isData = !exact && wanted == null && r.config().unknownHints() == UnknownHints.DATA;
      return isData ? unknownInOrder(r, hint, java) : OTHERWISE;
    }
    Object value = decode(r, handler, hint);
    if (value == null) {
      return OTHERWISE;
    }
    Set<String> names = null;
    while (r.hasNext()) {
      int nameAt = r.pos;
      name = r.readName();
      if (Envelope.isMember(name) && !(exact && name.equals(Envelope.VALUE))) {
        return OTHERWISE;
      }
      names = names == null ? new HashSet<>() : names;
      skip(r, name, nameAt, names);
    }
    r.endObject();
    return value;
  }

  /**
   * Reads on an envelope of an unknown type, which stands before its value, as data in one pass.
   */
  private static Object unknownInOrder(JsonReader r, String hint, String java) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(Envelope.TYPE, hint);
    if (java != null) {
      members.put(Envelope.JAVA, java);
    }
    int numeric = Envelope.isNumeric(hint) ? 1 : 0;
    r.nonFinite += numeric;
    String name = Envelope.VALUE;
    boolean more = true;
    while (more && !members.containsKey(name)) {
      members.put(name, r.readValue());
      more = r.hasNext();
      name = more ? r.readName() : name;
      if (more && Envelope.isMember(name)) {
        break;
      }
    }
    r.nonFinite -= numeric;
    if (more) {
      return OTHERWISE; // a member of ours comes late, or a name comes again
    }
    r.endObject();
    return r.types.unknown(members);
  }

  /** Finds all members, then decodes; or takes the object as data. */
  private static Object outOfOrder(JsonReader r, TypeHandler<?> wanted, TextRecognizer texts) {
    int start = r.pos;
    int depth = r.depth;
    String hint = null;
    String java = null;
    int exactAt = -1;
    int valueAt = -1;
    Set<String> names = new HashSet<>();
    r.beginObject();
    while (r.hasNext()) {
      int nameAt = r.pos;
      String name = r.readName();
      boolean text = r.beforeValue() == '"';
      int at = r.pos;
      skip(r, name, nameAt, names);
      if (name.equals(Envelope.TYPE)) {
        hint = text ? textAt(r, at) : null;
      } else if (name.equals(Envelope.JAVA)) {
        java = text ? textAt(r, at) : null;
      } else if (name.equals(Envelope.EXACT)) {
        exactAt = at;
      } else if (name.equals(Envelope.VALUE)) {
        valueAt = at;
      }
    }
    r.endObject();
    int end = r.pos;
    TypeHandler<?> handler = hint == null ? null : handler(r, hint, java, wanted);
    int from = exactAt >= 0 ? exactAt : valueAt;
    r.setAfter(false);
    if (handler != null && from >= 0) {
      r.goBack(from);
      r.depth = depth + 1;
      Object value = decode(r, handler, hint);
      r.depth = depth;
      r.pos = end;
      if (value != null) {
        r.setAfter(true);
        return value;
      }
      r.setAfter(false);
    }
    r.goBack(start);
    if (hint != null && !isPlain(r, wanted)) {
      if (r.config().unknownHints() == UnknownHints.REFUSE) {
        throw ReadErrors.unknownHint(r, hint, java, handler != null && from < 0);
      }
      return unknown(r, hint);
    }
    r.recognizeHere(texts);
    return wanted != null ? readBy(wanted, r) : TreeReader.members(r);
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
    return isPlain(r, wanted) ? null : r.types.forHint(hint, java);
  }

  /** Whether an object with somebody else's hint is a plain one here. */
  private static boolean isPlain(JsonReader r, TypeHandler<?> wanted) {
    return !r.hints && wanted.type().isAssignableFrom(LinkedHashMap.class);
  }

  private static Object decode(JsonReader r, TypeHandler<?> handler, String hint) {
    return readHinted(handler, Envelope.isNumeric(hint), r);
  }

  private static Object readHinted(TypeHandler<?> handler, boolean numeric, JsonReader r) {
    int hintedBefore = r.hintedAt;
    TextRecognizer texts = r.texts;
    r.hintedAt = r.depth;
    r.recognizeHere(null); // who writes hints means text where there is none
    r.nonFinite += numeric ? 1 : 0;
    Object value = readBy(handler, r);
    r.nonFinite -= numeric ? 1 : 0;
    r.hintedAt = hintedBefore;
    r.recognizeHere(texts);
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

  private static String textAt(JsonReader r, int at) {
    int end = r.pos;
    r.pos = at;
    String text = StringParser.read(r);
    r.pos = end;
    return text;
  }

  /** Passes over a member; the hint, which says whether bare NaN may stand in it, can follow. */
  private static void skip(JsonReader r, String name, int nameAt, Set<String> names) {
    if (r.refuseDuplicates && !names.add(name)) {
      throw ReadErrors.duplicate(r, name, nameAt);
    }
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
      throw ReadErrors.rejected(r, handler, at, e);
    }
  }
}
