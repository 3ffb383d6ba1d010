package org.datason.json;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.datason.config.Coercion;
import org.datason.config.DatasonConfig;
import org.datason.config.Decimals;
import org.datason.config.DuplicateKeys;
import org.datason.config.NonFiniteForm;
import org.datason.config.Recognition;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;

/**
 * Reads JSON from UTF-8 bytes, value by value. A handler gets one that stands before a value and
 * reads exactly that value with it. Not thread-safe; the one who made it owns it.
 *
 * <pre>{@code
 * in.beginObject();
 * while (in.hasNext()) {
 *   switch (in.readName()) {
 *     case "dtype" -> dtype = in.readString();
 *     case "shape" -> {
 *       in.beginArray();
 *       while (in.hasNext()) {
 *         shape.add(in.readInt());
 *       }
 *       in.endArray();
 *     }
 *     default -> in.skipValue();
 *   }
 * }
 * in.endObject();
 * }</pre>
 *
 * <p>Every method throws {@link JsonSyntaxException} where the text is not JSON, {@link
 * MismatchException} where the value is not of the kind asked for, and {@link LimitException} where
 * a limit of the settings is hit; each names the path, line, column and offset.
 */
public final class JsonReader extends ByteInput {

  /*
   * All work is done on one array. With a document in memory that is the document; with a stream it
   * is a window, and whatever needs a whole string, number or subtree has the window filled up to
   * its end first (InputWindow). What fills it may move all places: StringParser.skip, TreeSkipper
   * and this class take buf, pos and limit anew after it; nothing else meets a window that moves.
   */

  final TypeResolver types;

  /** Whether hinted values are read as their types where no type is declared. */
  final boolean hints;

  final Decimals decimals;
  final boolean refuseDuplicates;
  final boolean predictShapes;
  final int maxDepth;
  final int maxStringLength;
  final int maxNumberLength;
  final int maxItems;
  final int maxMembers;

  private final DatasonConfig config;
  private Set<Coercion> coercions;
  private boolean emptyIsNull;

  /**
   * Whether a mismatch only means that another form is tried, so that its place is not looked for.
   */
  boolean trying;

  /** The depth at which the value of a hint is being read; -1 outside of hinted values. */
  int hintedAt = -1;

  /** Above zero where the bare tokens NaN and Infinity are read. */
  int nonFinite;

  /** Whether null stands for NaN where a double is asked for, as the settings write it. */
  final boolean nullIsNan;

  int depth;

  /** Room for decoding text with escapes, and text of Latin-1. */
  byte[] latin = NO_BYTES;

  /** Room for decoding text beyond Latin-1. */
  char[] chars = NO_CHARS;

  /** Room for the items of the arrays that are being read. */
  Object[] items = NO_ITEMS;

  int itemCount;

  /**
   * The number of steps in the trees of shapes: bounded, since hostile input can make them many.
   */
  int shapeNodes;

  static final int MAX_SHAPE_NODES = 1 << 14;

  final KeyTable keys;
  final ShapeNode document = new Site().items();

  private static final byte[] NO_BYTES = {};
  private static final char[] NO_CHARS = {};
  private static final Object[] NO_ITEMS = {};

  /** So many times the length of the document may be read again. */
  private static final long MOST_READINGS = 32;

  private long reread;

  /** What passes over arrays and objects; null before the first. */
  private TreeSkipper skipper;

  /**
   * For each open container that is read item by item: how many items may yet come to an array, and
   * how many members (negated) to an object.
   */
  private int[] left = new int[16];

  /** Whether a value was read last, so that a comma or an end comes next. */
  private boolean after;

  /** Whether this reads a part of what another reader reads. */
  boolean isPart;

  /** Where the name that {@link #readName} read last begins. */
  int nameAt;

  /** Recognises text at the place that is being read; null for none. */
  TextRecognizer texts;

  /** Whether that differs from place to place. */
  boolean places;

  /** With places: for each depth, what recognises the value that comes next there. */
  private TextRecognizer[] trail;

  /** What the texts of times are parsed into. */
  private final TimeParts time = new TimeParts();

  /** What the digits of decimals are parsed into. */
  final ShortDecimal decimal = new ShortDecimal();

  /**
   * A reader of a document in memory.
   *
   * @param config the settings
   * @param types finds the handlers of hinted values; null reads them as plain objects
   * @param bytes the document; it must not change while it is read
   * @param from its first byte
   * @param to after its last byte
   */
  public JsonReader(DatasonConfig config, TypeResolver types, byte[] bytes, int from, int to) {
    this(config, types, bytes, from, to, null);
  }

  /**
   * A reader of a document that is a text. A lone surrogate in it, which UTF-8 could not hold
   * either, is refused; as an escape it is read.
   *
   * @param config the settings
   * @param types finds the handlers of hinted values; null reads them as plain objects
   * @param text the document
   */
  public JsonReader(DatasonConfig config, TypeResolver types, String text) {
    this(config, types, DocumentText.encode(text));
  }

  private JsonReader(DatasonConfig config, TypeResolver types, byte[] bytes) {
    this(config, types, bytes, 0, bytes.length, null);
  }

  /**
   * A reader of a stream, of which it holds no more at a time than the value that is being read.
   *
   * @param config the settings
   * @param types finds the handlers of hinted values; null reads them as plain objects
   * @param in the stream; it is not closed
   */
  public JsonReader(DatasonConfig config, TypeResolver types, InputStream in) {
    this(config, types, new byte[InputWindow.SIZE], 0, 0, in);
  }

  private JsonReader(
      DatasonConfig config, TypeResolver types, byte[] bytes, int from, int to, InputStream in) {
    super(bytes, from, to);
    this.types = types;
    this.config = config;
    coercions = config.coercions();
    emptyIsNull = coercions.contains(Coercion.EMPTY_TO_NULL);
    hints = types != null && config.recognition() != Recognition.OFF;
    decimals = config.decimals();
    refuseDuplicates = config.duplicateKeys() == DuplicateKeys.REFUSE;
    predictShapes = config.predictShapes();
    maxDepth = config.maxDepth();
    maxStringLength = config.maxStringLength();
    maxNumberLength = config.maxNumberLength();
    maxItems = config.maxItems();
    maxMembers = config.maxMembers();
    keys = new KeyTable(config.internNames());
    NonFiniteForm form = config.nonFiniteForm();
    nonFinite = config.acceptNonFinite() || form == NonFiniteForm.BARE_TOKEN ? 1 : 0;
    nullIsNan = form == NonFiniteForm.NULL;
    if (in != null) {
      window = new InputWindow(this, in, config.maxBytes());
    } else if (to - from > config.maxBytes()) {
      throw new LimitException(
          "The document has " + (to - from) + " bytes, more than maxBytes = " + config.maxBytes(),
          null);
    }
  }

  /**
   * Has text recognised where no type is declared: what {@link #readValue()} reads outside of
   * hinted values. To be called before anything is read.
   *
   * @param recognizer recognises the texts of the document; null, as at first, leaves text as it is
   * @return this
   */
  public JsonReader recognizing(TextRecognizer recognizer) {
    texts = recognizer;
    places = recognizer != null && recognizer.hasPlaces();
    trail = places ? new TextRecognizer[] {recognizer} : null;
    return this;
  }

  // ---------------------------------------------------------------- structure

  /**
   * What stands next; a comma before it is passed over.
   *
   * @return the kind of the next token
   */
  public JsonToken peek() {
    int c = next();
    if (after && depth > 0 && c == ',') {
      c = nextItem();
      if (c == ']' || c == '}') {
        throw syntax("a value after the comma", pos);
      }
    }
    switch (c) {
      case '{':
        return JsonToken.BEGIN_OBJECT;
      case '[':
        return JsonToken.BEGIN_ARRAY;
      case '}':
        return JsonToken.END_OBJECT;
      case ']':
        return JsonToken.END_ARRAY;
      case '"':
        return JsonToken.STRING;
      case 't':
      case 'f':
        return JsonToken.BOOLEAN;
      case 'n':
        return JsonToken.NULL;
      case -1:
        return JsonToken.END;
      default:
        if (c == '-' || c >= '0' && c <= '9' || nonFinite > 0 && (c == 'N' || c == 'I')) {
          return JsonToken.NUMBER;
        }
        fillToken();
        throw ReadErrors.noValue(this);
    }
  }

  /**
   * Whether an object comes next that begins as a hinted value does: with one of the members of
   * {@link Envelope}. A comma before it is passed over.
   *
   * @return whether {@link #readValue} may give a value of a hinted type
   */
  public boolean isHintedNext() {
    if (peek() != JsonToken.BEGIN_OBJECT) {
      return false;
    }
    if (window != null) {
      window.fillFirstName();
    }
    return hints && EnvelopeReader.isAhead(this);
  }

  /** Goes into the object that comes next. */
  public void beginObject() {
    if (beforeValue() != '{') {
      throw otherThan("an object");
    }
    begin(-maxMembers);
  }

  /** Goes into the array that comes next. */
  public void beginArray() {
    if (beforeValue() != '[') {
      throw otherThan("an array");
    }
    begin(maxItems);
    if (places) {
      TextRecognizer array = trail(depth - 1);
      recognizeHere(array == null ? null : array.items());
    }
  }

  /**
   * Whether the array or object has another item or member; at the top, whether another value
   * follows on a later line (JSON Lines).
   *
   * @return false at its end
   */
  public boolean hasNext() {
    if (depth == 0) {
      return hasNextLine();
    }
    int c = next();
    if (c == ']' || c == '}') {
      return false;
    }
    if (after) {
      if (c != ',') {
        throw syntax("',' or the end of the array or object", pos);
      }
      c = nextItem();
      if (c == ']' || c == '}') {
        throw syntax("a value after the comma", pos);
      }
    }
    if (c < 0) {
      throw syntax("a value", pos);
    }
    return true;
  }

  private boolean hasNextLine() {
    boolean sameLine = after;
    for (; ; ) {
      if (pos == limit && !more()) {
        return false;
      }
      int c = buf[pos];
      if (c == '\n') {
        sameLine = false;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        break;
      }
      pos++;
    }
    if (sameLine) {
      throw syntax("the end of the line after a value", pos);
    }
    after = false;
    if (window != null) {
      window.nextDocument();
    }
    return true;
  }

  /** Leaves an object at its end. */
  public void endObject() {
    if (next() != '}') {
      throw syntax("'}'", pos);
    }
    leave();
  }

  /** Leaves an array at its end. */
  public void endArray() {
    if (next() != ']') {
      throw syntax("']'", pos);
    }
    leave();
  }

  private void leave() {
    if (depth == 0) {
      throw syntax("a value", pos);
    }
    depth--;
    pos++;
    after = true;
  }

  /**
   * Reads the name of the next member; its value comes next.
   *
   * @return the name
   */
  public String readName() {
    if (beforeValue() != '"') {
      throw syntax("a member name", pos);
    }
    fillToken();
    nameAt = pos;
    String name = keys.read(this).text;
    if (next() != ':') {
      throw syntax("':' after the member name", pos);
    }
    pos++;
    after = false;
    if (places) {
      recognizeMember(name);
    }
    return name;
  }

  /** Sets what recognises the value of the member whose name was read. */
  void recognizeMember(String name) {
    TextRecognizer object = trail(depth - 1);
    recognizeHere(object == null ? null : object.member(name));
  }

  /**
   * Reads the name of the next member as its number, which needs no text where it is the expected
   * one; its value comes next. A name that is new is added.
   *
   * @param names the names that are known
   * @param expected the number of the name that is likely to come
   * @return the number of the name
   */
  public int readName(MemberNames names, int expected) {
    if (beforeValue() != '"') {
      throw syntax("a member name", pos);
    }
    Key key = names.key(expected);
    if (key != null && key.stands(buf, pos, limit)) {
      nameAt = pos;
      pos += key.token.length;
      after = false;
      if (places) {
        recognizeMember(key.text);
      }
      return expected;
    }
    return otherName(names);
  }

  private int otherName(MemberNames names) {
    fillToken();
    nameAt = pos;
    Key key = keys.read(this);
    if (next() != ':') {
      throw syntax("':' after the member name", pos);
    }
    pos++;
    after = false;
    if (places) {
      recognizeMember(key.text);
    }
    return names.add(key);
  }

  /** Makes sure that nothing but white space follows the value that was read. */
  public void end() {
    if (next() >= 0) {
      throw syntax("the end of the document", pos);
    }
  }

  // ---------------------------------------------------------------- values

  /**
   * Reads a string.
   *
   * @return the text
   */
  public String readString() {
    if (beforeValue() != '"') {
      throw otherThan("a string");
    }
    fillToken();
    String text = StringParser.read(this);
    after = true;
    return text;
  }

  /**
   * Reads a string; or a number as its text, digit by digit, where {@link Coercion#NUMBER_TO_TEXT}
   * is on.
   *
   * @return the text
   */
  public String readText() {
    int c = beforeValue();
    boolean number = c == '-' || c >= '0' && c <= '9';
    return number && coerces(Coercion.NUMBER_TO_TEXT) ? readNumberText() : readString();
  }

  /**
   * Reads a string into bytes, without making a {@code String} of it where it is plain.
   *
   * @param out what to append it to
   */
  public void readText(TextBytes out) {
    if (beforeValue() != '"') {
      throw otherThan("a string");
    }
    fillToken();
    StringParser.read(this, out);
    after = true;
  }

  /**
   * What the number that comes next needs to be held by.
   *
   * @return its kind
   */
  public NumberKind peekNumber() {
    if (peek() != JsonToken.NUMBER) {
      throw otherThan("a number");
    }
    fillToken();
    return NumberKind.at(this);
  }

  /**
   * Reads the beginning of a string and passes over the rest, which is checked but not held: for a
   * look at a document with strings of any length.
   *
   * @param most how many characters to return at most, up to 65,536
   * @return the whole text if it is not longer, or else its beginning
   * @throws IllegalArgumentException if {@code most} is out of range
   */
  public String readStringStart(int most) {
    if (most < 0 || most > 1 << 16) {
      throw new IllegalArgumentException("most must be from 0 to 65536, not " + most);
    }
    if (beforeValue() != '"') {
      throw mismatch("a string", pos);
    }
    fillScalar();
    String start = StringParser.start(this, most);
    StringParser.skip(this);
    after = true;
    return start;
  }

  /**
   * Reads an integer that fits an int.
   *
   * @return the integer
   */
  public int readInt() {
    boolean number = isNumberNext();
    int at = pos;
    long value =
        number ? NumberParser.readLong(this, "an int") : Coercions.textToLong(this, "an int");
    if (value != (int) value) {
      throw mismatch("an int", at);
    }
    after = true;
    return (int) value;
  }

  /**
   * Reads an integer that fits a long.
   *
   * @return the integer
   */
  public long readLong() {
    long value =
        isNumberNext()
            ? NumberParser.readLong(this, "a long")
            : Coercions.textToLong(this, "a long");
    after = true;
    return value;
  }

  /**
   * Reads a number as the nearest double; or one of the texts of {@link NonFinite}, or, where they
   * are accepted, a bare {@code NaN} or {@code Infinity}.
   *
   * @return the double
   */
  public double readDouble() {
    int c = beforeValue();
    fillToken();
    int at = pos;
    double value;
    if (c == '-' && !isInfinity() || c >= '0' && c <= '9') {
      value = NumberParser.readDouble(this);
    } else if (c == '"') {
      String text = StringParser.read(this);
      Double named = NonFinite.toDouble(text);
      value = named == null ? Coercions.toDouble(this, text, at) : named;
    } else {
      value = Literals.nonFinite(this, c, "a double");
    }
    after = true;
    return value;
  }

  /**
   * Reads a number as the nearest float, rounded once; or what {@link #readDouble} reads beside
   * numbers.
   *
   * @return the float
   */
  public float readFloat() {
    int c = beforeValue();
    fillToken();
    int at = pos;
    float value;
    if (c == '-' && !isInfinity() || c >= '0' && c <= '9') {
      value = NumberParser.readFloat(this);
    } else if (c == '"') {
      String text = StringParser.read(this);
      Float named = NonFinite.toFloat(text);
      value = named == null ? Coercions.toFloat(this, text, at) : named;
    } else {
      value = (float) Literals.nonFinite(this, c, "a float");
    }
    after = true;
    return value;
  }

  /**
   * Reads numbers that come next in the array that was begun, as {@link #readDouble} would one by
   * one: faster, but only behind an item and up to one that is not a plain number (null, a text, a
   * number between blanks), which {@link #hasNext} and {@link #readDouble} go on with.
   *
   * @param values where to
   * @param from the index of the first
   * @param to after the last index that may be taken
   * @return how many were read; 0 does not mean that the array ends
   */
  public int readDoubles(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    return NumberItemsReader.read(this, values, from, to);
  }

  /**
   * Reads numbers that come next in the array that was begun, as {@link #readFloat} would one by
   * one: faster, but only behind an item and up to one that is not a plain number (null, a text, a
   * number between blanks), which {@link #hasNext} and {@link #readFloat} go on with.
   *
   * @param values where to
   * @param from the index of the first
   * @param to after the last index that may be taken
   * @return how many were read; 0 does not mean that the array ends
   */
  public int readFloats(float[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    return NumberItemsReader.read(this, values, from, to);
  }

  /**
   * Reads numbers that come next in the array that was begun, as {@link #readLong} would one by
   * one: faster, but only behind an item and up to one that is not a plain number (null, a text, a
   * number between blanks), which {@link #hasNext} and {@link #readLong} go on with.
   *
   * @param values where to
   * @param from the index of the first
   * @param to after the last index that may be taken
   * @return how many were read; 0 does not mean that the array ends
   */
  public int readLongs(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    return NumberItemsReader.read(this, values, from, to);
  }

  /**
   * Reads numbers that come next in the array that was begun, as {@link #readInt} would one by one:
   * faster, but only behind an item and up to one that is not a plain number (null, a text, a
   * number between blanks), which {@link #hasNext} and {@link #readInt} go on with.
   *
   * @param values where to
   * @param from the index of the first
   * @param to after the last index that may be taken
   * @return how many were read; 0 does not mean that the array ends
   */
  public int readInts(int[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    return NumberItemsReader.read(this, values, from, to);
  }

  /**
   * Reads an integer of any size.
   *
   * @return the integer
   */
  public BigInteger readBigInteger() {
    BigInteger value =
        isNumberNext() ? NumberParser.readBigInteger(this) : Coercions.textToBigInteger(this);
    after = true;
    return value;
  }

  /**
   * Reads a number with all its digits and its scale.
   *
   * @return the number
   */
  public BigDecimal readBigDecimal() {
    BigDecimal value =
        isNumberNext() ? NumberParser.readBigDecimal(this) : Coercions.textToBigDecimal(this);
    after = true;
    return value;
  }

  /**
   * Reads a boolean.
   *
   * @return the boolean
   */
  public boolean readBoolean() {
    int c = beforeValue();
    fillToken();
    boolean value = c == 't';
    if (value || c == 'f') {
      Literals.read(this, value ? "true" : "false");
    } else {
      value = Coercions.textToBoolean(this);
    }
    after = true;
    return value;
  }

  /**
   * Reads {@code null}, if it comes next.
   *
   * @return whether it did; if not, nothing was read
   */
  public boolean tryNull() {
    if (beforeValue() != 'n') {
      return false;
    }
    fillToken();
    Literals.read(this, "null");
    after = true;
    return true;
  }

  /**
   * Reads a string that is a UUID of 36 characters, without making a {@code String} of it.
   *
   * @return the UUID; null if another value comes next, or one with escapes: nothing was read then
   */
  public UUID tryUuid() {
    int from = uuidNext();
    return from < 0 ? null : new UUID(UuidText.high(buf, from), UuidText.low(buf, from));
  }

  /**
   * Reads a string that is a UUID of 36 characters into two longs.
   *
   * @param halves where they go, the most significant first
   * @param at the place of the first one
   * @return whether a UUID came next, without escapes; if not, nothing was read
   */
  public boolean tryUuid(long[] halves, int at) {
    int from = uuidNext();
    if (from < 0) {
      return false;
    }
    halves[at] = UuidText.high(buf, from);
    halves[at + 1] = UuidText.low(buf, from);
    return true;
  }

  /** Where the UUID begins that comes next, which is passed over; or -1. */
  private int uuidNext() {
    int from = textNext();
    int to = from + UuidText.LENGTH;
    boolean found =
        from > 0
            && to < limit
            && buf[to] == '"'
            && UuidText.LENGTH <= maxStringLength
            && UuidText.hasForm(buf, from)
            && UuidText.isHex(buf, from);
    if (!found) {
      return -1;
    }
    textRead(to);
    return from;
  }

  /**
   * Reads a string that is a date, a time or both in the usual form of ISO 8601, without making a
   * {@code String} of it.
   *
   * @param form what it has to tell
   * @return its numbers, which the next call overwrites; null if another value comes next, or one
   *     of another form, out of range or with escapes: nothing was read then
   */
  public TimeParts tryTime(TimeForm form) {
    int from = textNext();
    if (from < 0) {
      return null;
    }
    int to = time.parse(buf, from, limit, form, (byte) 'T');
    if (to < 0 || to == limit || buf[to] != '"' || to - from > maxStringLength) {
      return null;
    }
    textRead(to);
    return time;
  }

  /**
   * Reads a string that is a decimal of up to 18 digits without an exponent, with all its digits
   * and its scale, without making a {@code String} of it.
   *
   * @return the decimal; null if another value comes next: nothing was read then
   */
  public BigDecimal tryDecimalText() {
    int from = textNext();
    if (from < 0) {
      return null;
    }
    int to = decimal.parse(buf, from, limit);
    if (to < 0
        || to == limit
        || buf[to] != '"'
        || to - from > Math.min(maxNumberLength, maxStringLength)) {
      return null;
    }
    textRead(to);
    return decimal.value();
  }

  /**
   * Reads a string that is one of some texts, without making a {@code String} of it.
   *
   * @param texts the texts
   * @return the number of the text; -1 if another value comes next, or one with escapes: nothing
   *     was read then
   */
  public int tryText(TextTable texts) {
    int from = textNext();
    if (from < 0) {
      return -1;
    }
    int to = StringParser.plainEnd(buf, from, limit);
    while (to < limit && buf[to] < 0) { // no escape, and compared as a whole
      to = StringParser.plainEnd(buf, to + 1, limit);
    }
    if (to == limit || buf[to] != '"' || to - from > maxStringLength) {
      return -1;
    }
    int number = texts.find(buf, from, to);
    if (number >= 0) {
      textRead(to);
    }
    return number;
  }

  /** Where the text of the string begins that comes next; -1 if it is no string. */
  private int textNext() {
    if (beforeValue() != '"') {
      return -1;
    }
    fillToken();
    return pos + 1;
  }

  /** Goes behind the string whose closing quote stands at a place. */
  private void textRead(int quote) {
    pos = quote + 1;
    after = true;
  }

  /**
   * Reads a text in base64 (RFC 4648, with or without padding).
   *
   * @return the bytes
   */
  public byte[] readBase64() {
    return readBase64(-1);
  }

  /**
   * Reads a text in base64 that is likely to have a certain length: faster than {@link
   * #readBase64()} if it has, and the same if it has not.
   *
   * @param likely how many bytes are expected
   * @return the bytes, however many there are
   */
  public byte[] readBase64(long likely) {
    if (beforeValue() != '"') {
      throw otherThan("a text in base64");
    }
    fillToken();
    byte[] bytes = Base64Text.read(this, likely);
    after = true;
    return bytes;
  }

  /**
   * Reads bytes in any of the forms that {@link JsonWriter#writeBytes} gives them, whatever the
   * settings.
   *
   * @return the bytes
   */
  public byte[] readBytes() {
    int c = beforeValue();
    if (c == '[') {
      return readByteArray();
    }
    if (c != '"') {
      throw otherThan("bytes as a text or an array");
    }
    fillToken();
    if (!ByteText.isHexNext(this)) {
      return readBase64();
    }
    int at = pos;
    String text = StringParser.read(this);
    after = true;
    try {
      return ByteText.ofHex(text);
    } catch (IllegalArgumentException e) {
      throw mismatch("two hexadecimal digits a byte after hex:", at);
    }
  }

  private byte[] readByteArray() {
    byte[] bytes = new byte[16];
    int n = 0;
    beginArray();
    while (hasNext()) {
      int value = readInt();
      if (value != (byte) value) {
        throw new IllegalArgumentException(value + " is no byte, from -128 to 127");
      }
      bytes = n == bytes.length ? Arrays.copyOf(bytes, n * 2) : bytes;
      bytes[n++] = (byte) value;
    }
    endArray();
    return Arrays.copyOf(bytes, n);
  }

  /**
   * Reads any value: a hinted one as its type, unless the settings say otherwise; text that is
   * {@linkplain #recognizing recognised} as what it stands for; otherwise a {@code Map}, {@code
   * List}, {@code String}, {@code Boolean}, null, or a number as {@code Integer}, {@code Long},
   * {@code BigInteger} or {@code Double}, the smallest that holds it.
   *
   * @return the value
   */
  public Object readValue() {
    int c = beforeValue();
    fillValue(c);
    if (places) {
      texts = trail(depth);
    }
    try {
      Object value = TreeReader.read(this, document);
      after = true;
      return value;
    } catch (StackOverflowError e) {
      throw ReadErrors.tooDeepForTheStack(e);
    }
  }

  /**
   * Reads a value by a handler: with or without the handler's hint, or with another hint whose
   * value is an instance of the handler's type.
   *
   * @param handler the handler
   * @param <T> the type
   * @return the value; what {@link TypeHandler#nullValue} gives for {@code null}
   */
  public <T> T readValue(TypeHandler<T> handler) {
    int c = beforeValue();
    fillValue(c);
    if (c == 'n') {
      tryNull();
      return handler.nullValue();
    }
    try {
      if (emptyIsNull && c == '"' && pos + 1 < limit && buf[pos + 1] == '"') {
        return Coercions.readEmpty(this, handler);
      }
      if (c == '{' && EnvelopeReader.isAhead(this)) {
        if (places) {
          texts = trail(depth);
        }
        Object value = EnvelopeReader.read(this, handler);
        after = true;
        return handlerType(handler, value);
      }
      return EnvelopeReader.readBy(handler, this);
    } catch (StackOverflowError e) {
      throw ReadErrors.tooDeepForTheStack(e);
    }
  }

  /**
   * Reads a record of a stream. What is in the window is taken for all of it, where that is likely;
   * should the window end before the record does, or anything else be wrong, it is read anew, once
   * its end has been looked for.
   */
  <T> T readRecord(TypeHandler<T> handler) {
    int start = pos;
    if (!window.likelyHoldsRecord() || window.isWhole(start)) {
      window.fillRecord();
      return readValue(handler);
    }
    int level = depth;
    int itemsThen = itemCount;
    int hintedThen = hintedAt;
    int nonFiniteThen = nonFinite;
    TextRecognizer textsThen = texts;
    int end = start;
    window.hold();
    try {
      T value = readValue(handler);
      end = pos;
      return value;
    } catch (RuntimeException e) {
      // an error can leave all of these as they were where it occurred
      hintedAt = hintedThen;
      nonFinite = nonFiniteThen;
      itemCount = itemsThen;
      texts = textsThen;
      pos = start;
      depth = level;
      after = false;
    } finally {
      window.release(start, end);
    }
    window.fillRecord();
    return readValue(handler);
  }

  @SuppressWarnings("unchecked")
  private static <T> T handlerType(TypeHandler<T> handler, Object value) {
    return (T) value; // EnvelopeReader has checked it
  }

  /**
   * Passes over a value of any kind, checking that it is JSON and within the limits, but for the
   * range of its numbers.
   */
  public void skipValue() {
    int c = beforeValue();
    if (c == '{' || c == '[') {
      skipper().skip(true);
    } else {
      fillScalar();
      Literals.skipScalar(this, c);
    }
    after = true;
  }

  /**
   * Passes over a value that can be read only when what stands behind it is known.
   *
   * @return its place, for {@link #readLater}
   * @throws IllegalStateException outside of a value that a handler reads
   */
  public int skipToReadLater() {
    beforeValue();
    int place = pos;
    if (window != null && !window.isWhole(pos)) {
      throw new IllegalStateException("Only a value that a handler reads can be read in parts");
    }
    nonFinite++; // may stand in it, as is seen when it is read
    skipValue();
    nonFinite--;
    return place;
  }

  /**
   * Reads a value that was passed over, and goes on where this reader stands.
   *
   * @param place what {@link #skipToReadLater} returned, in the same object
   * @param reading reads the value, wholly or not
   * @param <T> the type of the result
   * @return what it gives
   */
  public <T> T readLater(int place, Function<JsonReader, T> reading) {
    int end = pos;
    int level = depth;
    boolean afterThen = after;
    int hintedThen = hintedAt;
    int nonFiniteThen = nonFinite;
    TextRecognizer textsThen = texts;
    goBack(place);
    after = false;
    try {
      return reading.apply(this);
    } finally {
      hintedAt = hintedThen; // an error can leave all of these as they were where it occurred
      nonFinite = nonFiniteThen;
      texts = textsThen;
      pos = end;
      depth = level;
      after = afterThen;
    }
  }

  /**
   * Reads a number as it is written: the text of the document, digit by digit; or, where they are
   * accepted, a bare {@code NaN} or {@code Infinity}.
   *
   * @return the text
   */
  public String readNumberText() {
    int c = beforeValue();
    if (c != '-' && (c < '0' || c > '9') && !(nonFinite > 0 && (c == 'N' || c == 'I'))) {
      throw mismatch("a number", pos);
    }
    fillToken();
    int start = pos;
    Literals.skipScalar(this, c);
    after = true;
    return StringParser.ascii(buf, start, pos);
  }

  // ---------------------------------------------------------------- settings

  /**
   * The settings by which this reads.
   *
   * @return the settings
   */
  public DatasonConfig config() {
    return config;
  }

  /**
   * Whether a value may have another form than its type asks for. The {@code read} methods of this
   * class obey by themselves; handlers ask where they take more forms.
   *
   * @param coercion the other form
   * @return whether to read it
   */
  public boolean coerces(Coercion coercion) {
    return coercions.contains(coercion) || coercion == Coercion.EPOCH_TO_TIME && hintedAt == depth;
  }

  /**
   * Reads with other coercions than those of the settings.
   *
   * @param others the forms that a value may have beside the one its type asks for
   * @param reading reads what is to be read so
   * @param <T> the type of the result
   * @return what it gives
   */
  public <T> T coercing(Set<Coercion> others, Function<JsonReader, T> reading) {
    Set<Coercion> before = coercions;
    setCoercions(others);
    try {
      return reading.apply(this);
    } finally {
      setCoercions(before);
    }
  }

  private void setCoercions(Set<Coercion> set) {
    coercions = set;
    emptyIsNull = set.contains(Coercion.EMPTY_TO_NULL);
  }

  /**
   * Whether the value that a handler is about to read stands under a hint. To be asked first of
   * all, before anything is read.
   *
   * @return false where only the type asked for says what it is
   */
  public boolean isUnderHint() {
    return hintedAt == depth;
  }

  /**
   * How many bytes are at hand from the position on: of a value that a handler reads all, with a
   * document in memory also what follows it. So many bounds what a document can ask for.
   *
   * @return 0 or more
   */
  public int bytesAhead() {
    return limit - pos;
  }

  // ---------------------------------------------------------------- another order

  /**
   * Reads a value that was skipped, by what keeps its result itself.
   *
   * @param place what {@link #skipToReadLater} returned, in the same object
   * @param reading reads the value, wholly or not
   */
  public void readLater(int place, Runnable reading) {
    readLater(
        place,
        in -> {
          reading.run();
          return null;
        });
  }

  /**
   * Reads a string whose text is a number: one beyond {@code maxNumberLength} is refused, as a
   * number is, since it costs more than its length to turn into one.
   *
   * @return the text, which need not be a number
   */
  public String readNumberString() {
    beforeValue();
    int at = pos;
    String text = readString();
    checkNumberLength(text, at);
    return text;
  }

  /** Refuses the text of a number that is too long. */
  private void checkNumberLength(String text, int at) {
    if (text.length() > maxNumberLength) {
      pos = at;
      throw tooLong("number", "maxNumberLength", maxNumberLength);
    }
  }

  // ---------------------------------------------------------------- errors

  /**
   * An error about the value that was asked for at the current position.
   *
   * @param expected what was expected, with its article: {@code an int}
   * @return the error, to be thrown
   */
  public MismatchException mismatch(String expected) {
    if (next() >= 0) {
      fillToken();
    }
    return mismatch(expected, pos);
  }

  /**
   * Says that the object had a member of this name before. To be called between {@link #readName}
   * and the value, by handlers that keep track.
   *
   * @param name the name that was read last
   * @throws JsonSyntaxException if the settings refuse a repeated member
   */
  public void repeated(String name) {
    if (refuseDuplicates) {
      throw ReadErrors.duplicate(this, name, Math.max(firstByte(), nameAt));
    }
  }

  /** The error where another value than the expected one stands at the position, or none at all. */
  DatasonException otherThan(String expected) {
    fillToken();
    return ReadErrors.noValue(buf[pos]) ? ReadErrors.noValue(this) : mismatch(expected, pos);
  }

  JsonSyntaxException syntax(String expected, int at) {
    return ReadErrors.syntax(this, expected, at);
  }

  MismatchException mismatch(String expected, int at) {
    return ReadErrors.mismatch(this, expected, at, null);
  }

  LimitException tooLong(String what, String setting, int max) {
    return ReadErrors.tooLong(this, what, setting, max);
  }

  // ---------------------------------------------------------------- for the engine

  /**
   * A reader of items of the array that is being read, from one on, for another thread.
   *
   * @param most how many items there may be
   */
  JsonReader itemsFrom(int place, int most) {
    JsonReader items = new JsonReader(config, types, buf, firstByte(), limit);
    items.pos = place;
    items.depth = depth;
    items.hintedAt = hintedAt;
    items.nonFinite = nonFinite;
    items.setCoercions(coercions);
    items.left = new int[Math.max(16, depth + 1)];
    items.left[depth] = most;
    items.texts = texts;
    items.places = places;
    items.trail = places ? trail.clone() : null;
    return items;
  }

  /** Whether another line has a value, which must not go on beyond it. */
  boolean hasNextWholeLine(int end) {
    limit = end;
    boolean more = hasNext();
    int p = pos;
    while (p + Long.BYTES <= end && !Words.hasNewline(Words.get(buf, p))) {
      p += Long.BYTES;
    }
    while (p < end && buf[p] != '\n') {
      p++;
    }
    limit = p;
    return more;
  }

  /** Takes the position to be behind the bracket that begins an array. */
  void insideArray() {
    left[depth] = maxItems;
    if (next() == ',') {
      throw syntax("a value", pos);
    }
  }

  /** Has some items of the array that is being read count as read; a comma was the last byte. */
  void passed(long items) {
    int c = next();
    if (c == ']' || c == '}') {
      throw syntax("a value after the comma", pos);
    }
    left[depth] = (int) Math.max(0, maxItems - items);
    if (left[depth] == 0) {
      throw ReadErrors.tooManyItems(this);
    }
    if (c < 0 || c == ',') {
      throw syntax("a value", pos);
    }
  }

  /** Whether only one byte is left, and which. */
  boolean isAtLastByte(char c) {
    return next() == c && pos == limit - 1;
  }

  /** Goes behind the last item of the array that is being read, which others have read. */
  void passedItems(int end) {
    pos = end;
    after = true;
  }

  /** Sets what recognises the value that comes next. */
  void recognizeHere(TextRecognizer recognizer) {
    texts = recognizer;
    if (places) {
      if (depth >= trail.length) {
        trail = Arrays.copyOf(trail, depth * 2);
      }
      trail[depth] = recognizer;
    }
  }

  private TextRecognizer trail(int at) {
    return at >= 0 && at < trail.length ? trail[at] : null;
  }

  /** Goes to the next value, over a comma where one is due; its first byte, or -1 at the end. */
  int beforeValue() {
    int c = next();
    if (after) {
      if (depth == 0) {
        throw syntax("the end of the document", pos);
      }
      if (c != ',') {
        throw syntax("','", pos);
      }
      c = nextItem();
    }
    if (c < 0) {
      throw syntax("a value", pos);
    }
    return c;
  }

  /** Goes to the next value, which is in the buffer then, and says whether it is a number. */
  private boolean isNumberNext() {
    int c = beforeValue();
    fillToken();
    return c == '-' || c >= '0' && c <= '9';
  }

  /**
   * Goes to the number that comes next if it stands, whole, right behind the comma behind an item,
   * where there may be another item. If not, nothing changes.
   */
  boolean isNumberBehindComma() {
    int p = pos;
    if (!after || limit - p < 3 || buf[p] != ',' || left[depth] <= 1) {
      return false;
    }
    int c = buf[++p];
    if (c == ' ') {
      c = buf[++p]; // as Python puts it
    }
    if (c > '9' || c < '0' && (c != '-' || p + 1 == limit || buf[p + 1] > '9')) {
      return false;
    }
    if (window != null && limit - p < window.enough()) {
      return false;
    }
    pos = p;
    left[depth]--;
    after = false;
    return true;
  }

  private void begin(int most) {
    enter(most);
    pos++;
    after = false;
  }

  /**
   * How many items may yet come to the array or object that is being read; 0 in what is skipped.
   */
  int itemsLeft() {
    return depth < left.length ? left[depth] : 0;
  }

  /** Goes into an object whose first byte was passed over. */
  void enterObject() {
    enter(-maxMembers);
  }

  private void enter(int most) {
    enter();
    if (depth >= left.length) {
      left = Arrays.copyOf(left, depth * 2);
    }
    left[depth] = most;
  }

  /** Goes over the comma at the position; the byte that follows, or -1 at the end. */
  int nextItem() {
    pos++;
    after = false;
    int n = left[depth];
    left[depth] = n > 0 ? n - 1 : n + 1; // before the window moves on, which counts by it
    int c = next();
    if (n == 1 && c != ']' || n == -1 && c != '}') {
      throw n > 0 ? ReadErrors.tooManyItems(this) : ReadErrors.tooManyMembers(this);
    }
    return c;
  }

  void enter() {
    if (++depth > maxDepth) {
      throw ReadErrors.tooDeep(this);
    }
  }

  /**
   * Goes back to a place, since a hint stands behind what it is for. Nested in one another, such
   * objects would be read twice as often at each level, which no honest document comes near.
   */
  void goBack(int to) {
    reread += pos - to;
    pos = to;
    long read = window == null ? limit - firstByte() : window.total();
    if (reread > MOST_READINGS * (read + InputWindow.SIZE)) {
      throw new LimitException(
          "Too many hinted values in one another whose first member is not " + Envelope.TYPE,
          ReadErrors.locate(this, to));
    }
  }

  TreeSkipper skipper() {
    if (skipper == null) {
      skipper = new TreeSkipper(this);
    }
    return skipper;
  }

  void setAfter(boolean value) {
    after = value;
  }
}
