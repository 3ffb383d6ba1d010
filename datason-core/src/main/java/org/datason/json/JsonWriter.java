package org.datason.json;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.datason.config.DatasonConfig;
import org.datason.config.KeyForm;
import org.datason.config.NonFiniteForm;
import org.datason.config.UnknownTypes;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.error.Location;
import org.datason.error.UnsupportedTypeException;

/**
 * Writes JSON as UTF-8 bytes, into memory or to a stream. A handler gets one and writes exactly one
 * value with it; commas, indentation, the order of members and escapes are the writer's. Not
 * thread-safe; the one who made it owns it.
 *
 * <pre>{@code
 * out.beginObject();
 * out.writeName("dtype");
 * out.writeString("float64");
 * out.writeName("shape");
 * out.beginArray();
 * out.writeInt(2);
 * out.writeInt(3);
 * out.endArray();
 * out.endObject(); // {"dtype":"float64","shape":[2,3]}
 * }</pre>
 *
 * <p>Calls in an order that would not give JSON (a value in an object without a name, an end
 * without a beginning) throw {@link IllegalStateException}.
 */
public sealed class JsonWriter extends ByteOutput permits CycleFinder, Explainer, RedactingWriter {

  /*
   * Whether a comma is due is seen from the byte before, which is '{', '[' or ':' (followed by a
   * blank when indenting) exactly where none is. So no state is kept beside the kind of each open
   * container. The path of an error is found by scanning what was written, so it costs nothing
   * before there is one.
   */

  private static final byte OBJECT = 1;
  private static final byte ARRAY = 2;

  /** Whether maps and lists can be written in one pass without indentation or sorting. */
  final boolean plain;

  /** Whether the items of an array are put there without blanks, and nobody looks at each. */
  private final boolean numbersAtOnce;

  final boolean hints;
  final boolean exactNumbers;
  final boolean asciiOnly;
  final boolean canonical;
  final TypeResolver types;
  final NonFiniteForm nonFiniteForm;
  final KeyForm keyForm;
  final UnknownTypes unknownTypes;
  final int maxItems;
  final int maxMembers;
  final int maxStringLength;

  /** From this length on texts are written as long ones; no shorter one is beyond the limit. */
  final int longText;

  /** Whether some members or items are left out, by the settings. */
  final boolean omits;

  /** Whether NaN and the infinities are bare tokens where no hint is understood. */
  boolean bareNonFinite;

  private final DatasonConfig config;
  private final int indent;
  private final int maxDepth;
  private final int maxNumberLength;
  private final MemberSorter sorter;

  /** Whether the keys of each map are looked at before it is written, as some were found mixed. */
  boolean keysFirst;

  /** Whether a value is being written; what is asked for now is a part of it. */
  boolean inside;

  /** The class whose handler was looked up last, and the handler. */
  Class<?> lastClass;

  TypeHandler<?> lastHandler;

  /** Whether this writes a part of what another writer writes. */
  private boolean isPart;

  private byte[] kinds = new byte[16];

  /** For each open container that is written item by item: how many it has. */
  private int[] counts = new int[16];

  private int depth;
  private final EnvelopePrefixes prefixes;

  /** What writes long texts; null before the first. */
  private LongText longTexts;

  /**
   * A writer into memory.
   *
   * @param config the settings
   * @param types finds the handlers of values
   */
  public JsonWriter(DatasonConfig config, TypeResolver types) {
    this(config, types, null, null, false);
  }

  /**
   * A writer to a stream. Nothing reaches the stream before 64 KiB are together or {@link #flush}
   * is called; the stream is neither flushed nor closed.
   *
   * @param config the settings
   * @param types finds the handlers of values
   * @param sink where the bytes go; null keeps them in memory
   */
  public JsonWriter(DatasonConfig config, TypeResolver types, OutputStream sink) {
    this(config, types, sink, null, false);
  }

  /**
   * A writer into memory, with the buffer that another one left.
   *
   * @param config the settings
   * @param types finds the handlers of values
   * @param spare where the buffer comes from, and where {@link #takeByteArray} leaves it
   */
  public JsonWriter(DatasonConfig config, TypeResolver types, SpareBuffer spare) {
    this(config, types, null, spare, false);
  }

  /** A writer; one that is called for each part of a value looks at them all. */
  JsonWriter(
      DatasonConfig config,
      TypeResolver types,
      OutputStream sink,
      SpareBuffer spare,
      boolean callsForParts) {
    super(sink, spare, config.maxBytes());
    this.config = config;
    this.types = types;
    indent = config.indent();
    maxDepth = config.maxDepth();
    hints = config.hints();
    exactNumbers = config.exactNumbers();
    asciiOnly = config.asciiOnly();
    canonical = config.canonical();
    boolean sorted = config.sortKeys() || canonical;
    sorter = sorted ? new MemberSorter() : null;
    nonFiniteForm = config.nonFiniteForm();
    keyForm = config.keyForm();
    unknownTypes = config.unknownTypes();
    omits =
        config.omitNulls()
            || nonFiniteForm == NonFiniteForm.DROP
            || unknownTypes == UnknownTypes.SKIP;
    maxItems = config.maxItems();
    maxMembers = config.maxMembers();
    maxStringLength = config.maxStringLength();
    longText = Math.min(StringText.LONG, maxStringLength / StringText.WIDEST + 1);
    maxNumberLength = config.maxNumberLength();
    plain = !sorted && indent == 0 && !omits && !callsForParts;
    numbersAtOnce = indent == 0 && !canonical && !callsForParts;
    prefixes = plain ? new EnvelopePrefixes() : null;
    keysFirst = sink != null; // what has reached the stream cannot be taken back
  }

  /**
   * A writer that replaces what may not be written before it reaches the buffer.
   *
   * @param config the settings
   * @param types finds the handlers of values
   * @param sink where the bytes go; null keeps them in memory
   * @param redactor says what is replaced; the writer's own
   * @return a new writer
   */
  public static JsonWriter redacting(
      DatasonConfig config, TypeResolver types, OutputStream sink, Redactor redactor) {
    return new RedactingWriter(config, types, sink, redactor);
  }

  // ---------------------------------------------------------------- structure

  /** Begins an object. */
  public void beginObject() {
    beforeValue();
    begin(OBJECT);
  }

  /** Ends the object begun last. */
  public void endObject() {
    if (depth == 0 || kinds[depth] != OBJECT || awaitsValue()) {
      throw new IllegalStateException("no object to end here" + misplaced());
    }
    if (sorter != null) {
      sorter.end(this);
      pins--;
    }
    end('}');
  }

  /** Begins an array. */
  public void beginArray() {
    beforeValue();
    begin(ARRAY);
  }

  /**
   * Begins an entry of a map that is written as an array of pairs: an array, of which the key comes
   * next, then the value, then its {@linkplain #endArray end}. To redaction the key is the name of
   * the value.
   *
   * @param key the key
   */
  public void beginPair(Object key) {
    beginArray();
  }

  /** Ends the array begun last. */
  public void endArray() {
    if (depth == 0 || kinds[depth] != ARRAY) {
      throw new IllegalStateException("no array to end here" + misplaced());
    }
    end(']');
  }

  /**
   * Writes the name of an object's member; its value comes next.
   *
   * @param name the name
   */
  public void writeName(String name) {
    if (depth == 0 || kinds[depth] != OBJECT || awaitsValue()) {
      throw new IllegalStateException("no place for the name '" + name + "'" + misplaced());
    }
    if (last() != '{') {
      put(',');
    }
    if (++counts[depth] > maxMembers) {
      throw WriteErrors.tooManyMembers(this, depth - 1);
    }
    if (sorter != null) {
      sorter.member(name, pos);
    }
    newLine(depth);
    StringText.write(this, name);
    put(':');
    if (indent > 0) {
      put(' ');
    }
  }

  /**
   * Writes the name of an object's member, copied where its bytes are plain; its value comes next.
   *
   * @param names the names of such objects
   * @param i the number of the name
   */
  public void writeName(MemberNames names, int i) {
    Key key = names.key(i);
    if (!plain || !key.plain || asciiOnly || kinds[depth] != OBJECT || awaitsValue()) {
      writeName(key.text);
      return;
    }
    ensure(1);
    if (last() != '{') {
      buf[pos++] = ',';
    }
    if (++counts[depth] > maxMembers) {
      throw WriteErrors.tooManyMembers(this, depth - 1);
    }
    putToken(key);
  }

  /**
   * Begins a value with a hint: what is written up to {@link #endEnvelope} is the hinted value.
   *
   * @param hint the name of its type
   * @param javaType what tells it from other Java types with that hint, or null
   */
  public void beginEnvelope(String hint, String javaType) {
    beginEnvelope(hint, javaType, null);
  }

  /**
   * Begins a value with a hint whose form for others loses something: Java reads {@code exact} in
   * its place.
   *
   * @param hint the name of its type
   * @param javaType what tells it from other Java types with that hint, or null
   * @param exact the text that Java reads instead of the value, or null
   */
  public void beginEnvelope(String hint, String javaType, String exact) {
    byte[] prefix = plain ? prefixes.of(hint, javaType, exact != null) : null;
    if (prefix != null) {
      beforeValue();
      enter(OBJECT);
      putBytes(prefix, prefix.length);
      if (exact != null) {
        writeString(exact);
        putBytes(EnvelopePrefixes.VALUE, EnvelopePrefixes.VALUE.length);
      }
      return;
    }
    beginObject();
    writeName(Envelope.TYPE);
    writeString(hint);
    if (javaType != null) {
      writeName(Envelope.JAVA);
      writeString(javaType);
    }
    if (exact != null) {
      writeName(Envelope.EXACT);
      writeString(exact);
    }
    writeName(Envelope.VALUE);
  }

  /** Ends a value with a hint. */
  public void endEnvelope() {
    endObject();
  }

  // ---------------------------------------------------------------- values

  /** Writes {@code null}. */
  public void writeNull() {
    beforeValue();
    putNull();
  }

  /**
   * Writes a boolean.
   *
   * @param value the value
   */
  public void writeBoolean(boolean value) {
    beforeValue();
    putBoolean(value);
  }

  /**
   * Writes an integer.
   *
   * @param value the value
   */
  public void writeInt(int value) {
    beforeValue();
    putInt(value);
  }

  /**
   * Writes an integer.
   *
   * @param value the value
   */
  public void writeLong(long value) {
    beforeValue();
    putLong(value);
  }

  /**
   * Writes the shortest number that reads back as the same double; NaN and the infinities, which
   * JSON does not have, by the setting {@code nonFiniteForm}: unless it is set as the texts {@code
   * "NaN"}, {@code "Infinity"} and {@code "-Infinity"} (see {@link NonFinite}).
   *
   * @param value the value
   */
  public void writeDouble(double value) {
    beforeValue();
    putDouble(value);
  }

  /**
   * Writes the shortest number that reads back as the same float; NaN and the infinities as {@link
   * #writeDouble} does.
   *
   * @param value the value
   */
  public void writeFloat(float value) {
    beforeValue();
    putFloat(value);
  }

  /**
   * Writes items of the array begun last, as {@link #writeDouble} would one by one.
   *
   * @param values the items
   * @param from the first
   * @param to after the last
   */
  public void writeDoubles(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    NumberItemsWriter.write(this, values, from, to);
  }

  /**
   * Writes items of the array begun last, as {@link #writeFloat} would one by one.
   *
   * @param values the items
   * @param from the first
   * @param to after the last
   */
  public void writeFloats(float[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    NumberItemsWriter.write(this, values, from, to);
  }

  /**
   * Writes items of the array begun last, as {@link #writeLong} would one by one.
   *
   * @param values the items
   * @param from the first
   * @param to after the last
   */
  public void writeLongs(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    NumberItemsWriter.write(this, values, from, to);
  }

  /**
   * Writes items of the array begun last, as {@link #writeInt} would one by one.
   *
   * @param values the items
   * @param from the first
   * @param to after the last
   */
  public void writeInts(int[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    NumberItemsWriter.write(this, values, from, to);
  }

  /**
   * Writes items of the array begun last, members of the object begun last, or outside of both
   * lines, by what writes any range of them. Where their JSON is as large as the setting {@code
   * parallelFrom} says, the ranges are shared by as many threads as {@code workers} says, and what
   * they write is put together in order: the bytes and errors are those of one thread.
   *
   * <pre>{@code
   * out.beginArray();
   * out.writeRanges(rows.size(), (part, from, to) -> {
   *   for (long i = from; i < to; i++) {
   *     part.writeValue(rows.get((int) i));
   *   }
   * });
   * out.endArray();
   * }</pre>
   *
   * @param count how many there are
   * @param range writes them; after an error it can be asked for a range a second time
   */
  public void writeRanges(long count, WrittenRange range) {
    new RangesWriter(this, count, range).write();
  }

  /**
   * Writes items, members or lines as {@link #writeRanges} does, of which nobody knows beforehand
   * how many there are: piece by piece, as they come. No more than twice as many pieces as there
   * are workers are held at a time.
   *
   * @param pieces each writes some of them, with the writer that it is given, and after an error a
   *     second time; only this thread asks for the next
   */
  public void writePieces(Iterator<? extends Consumer<JsonWriter>> pieces) {
    RangesWriter.write(this, pieces);
  }

  /**
   * Writes an integer of any size.
   *
   * @param value the value, not null
   */
  public void writeBigInteger(BigInteger value) {
    beforeValue();
    if (canonical) {
      CanonicalNumbers.write(this, value);
    } else if (value.bitLength() < Long.SIZE) {
      putLong(value.longValue());
    } else {
      putNumber(value.toString());
    }
  }

  /**
   * Writes a decimal as a number with all its digits.
   *
   * @param value the value, not null
   */
  public void writeBigDecimal(BigDecimal value) {
    beforeValue();
    if (canonical) {
      CanonicalNumbers.write(this, value);
    } else {
      putNumber(value.toString());
    }
  }

  /**
   * Writes a number as the text it has already, such as {@link JsonReader#readNumberText} gives: no
   * digit is changed, whatever its size. In the canonical form it becomes the double that it stands
   * for, and is refused if none has the same digits.
   *
   * @param text a number as JSON writes it
   * @throws IllegalArgumentException if the text is not a number of JSON
   */
  public void writeNumberText(String text) {
    if (!NumberText.isNumber(text)) {
      throw new IllegalArgumentException("Expected a number of JSON but found '" + text + "'");
    }
    beforeValue();
    if (canonical) {
      CanonicalNumbers.write(this, text);
    } else {
      putNumber(text);
    }
  }

  /**
   * Writes text.
   *
   * @param value the text, not null
   */
  public void writeString(String value) {
    beforeValue();
    StringText.write(this, value);
  }

  /**
   * Writes a text that is given as bytes.
   *
   * @param text the bytes, as in {@link TextBytes}
   * @param from the first
   * @param to after the last
   */
  public void writeText(byte[] text, int from, int to) {
    beforeValue();
    StringText.write(this, text, from, to);
  }

  /**
   * Writes a UUID as its text of 36 characters.
   *
   * @param high its most significant half
   * @param low its least significant half
   */
  public void writeUuid(long high, long low) {
    if (UuidText.LENGTH > maxStringLength) {
      writeString(UuidText.of(high, low));
      return;
    }
    beforeValue();
    ensure(UuidText.LENGTH + 2);
    UuidText.put(buf, pos + 1, high, low);
    putQuotes(pos + 1 + UuidText.LENGTH);
  }

  /**
   * Writes a date, a time or both as text in ISO 8601.
   *
   * @param date the date, or null
   * @param time the time, or null; seconds are always written, and no, three, six or nine digits of
   *     their fraction
   * @param offset the offset from UTC, or null
   * @param z whether an offset of zero is {@code Z}; if not, {@code +00:00}, which every version of
   *     Python reads
   */
  public void writeTime(LocalDate date, LocalTime time, ZoneOffset offset, boolean z) {
    if (TimeText.LONGEST > maxStringLength) {
      writeString(TimeText.of(date, time, offset, z));
      return;
    }
    beforeValue();
    ensure(TimeText.LONGEST + 2);
    putQuotes(TimeText.put(buf, pos + 1, date, time, offset, z));
  }

  /**
   * Writes a date and a time as text in ISO 8601, without making an object for it.
   *
   * @param epochSecond the seconds since 1970-01-01T00:00, of the years 0 to 9999
   * @param nano the nanoseconds beyond them, from 0 to 999,999,999
   * @param offset what follows them: {@code Z}, {@code +00:00} or, for a local time, nothing
   * @throws IllegalArgumentException if the year or the nanoseconds are out of range
   */
  public void writeTime(long epochSecond, int nano, String offset) {
    if (!TimeText.hasFourDigits(epochSecond) || nano < 0 || nano > 999_999_999) {
      throw new IllegalArgumentException(
          "Expected a time of the years 0 to 9999 but found the second "
              + epochSecond
              + " and the nanosecond "
              + nano);
    }
    if (TimeText.LONGEST > maxStringLength) {
      writeString(TimeText.of(epochSecond, nano) + offset);
      return;
    }
    beforeValue();
    ensure(TimeText.LONGEST + offset.length());
    int end = TimeText.put(buf, pos + 1, epochSecond, nano);
    for (int i = 0; i < offset.length(); i++) {
      buf[end++] = (byte) offset.charAt(i);
    }
    putQuotes(end);
  }

  /** Puts quotes around a text that was put behind the next byte. */
  private void putQuotes(int end) {
    buf[pos] = '"';
    buf[end] = '"';
    pos = end + 1;
  }

  /**
   * Writes bytes as a text in base64 (RFC 4648, with padding).
   *
   * @param bytes the bytes
   * @param from the first
   * @param to after the last
   */
  public void writeBase64(byte[] bytes, int from, int to) {
    ByteBuffer rest = ByteBuffer.wrap(bytes, from, to - from);
    writeBase64(
        rest.remaining(),
        block -> {
          block.put(block.position(), rest, rest.position(), block.remaining());
          rest.position(rest.position() + block.remaining());
        });
  }

  /**
   * Writes bytes as a text in base64 (RFC 4648, with padding) that are made while it is written.
   *
   * @param length how many bytes there are
   * @param source fills the buffers that it is given, one after the other, to their limit; all but
   *     the last take a multiple of 48 bytes
   */
  public void writeBase64(long length, Consumer<ByteBuffer> source) {
    beforeValue();
    checkLength((length + 2) / 3 * 4);
    Base64Text.write(this, length, source);
  }

  /**
   * Writes bytes by the setting {@code bytesForm}: as a text in base64 (the default), as a text of
   * hexadecimal digits after {@code hex:}, or as an array of numbers from -128 to 127.
   *
   * @param bytes the bytes
   * @param from the first
   * @param to after the last
   */
  public void writeBytes(byte[] bytes, int from, int to) {
    switch (config.bytesForm()) {
      case HEX -> writeString(ByteText.hex(bytes, from, to));
      case ARRAY -> {
        beginArray();
        for (int i = from; i < to; i++) {
          writeInt(bytes[i]);
        }
        endArray();
      }
      default -> writeBase64(bytes, from, to);
    }
  }

  /**
   * Writes any value, with its hint where JSON alone would lose its type.
   *
   * @param value the value; null is written as {@code null}
   * @throws UnsupportedTypeException if no handler writes its class, or if it contains itself; the
   *     message shows where the cycle begins and ends
   */
  public void writeValue(Object value) {
    if (inside) {
      beforeValue();
      TreeWriter.write(this, value);
    } else {
      writeWhole(out -> out.writeValue(value));
    }
  }

  /**
   * Writes a map: as an object, or where a key is not a text (or is {@code __datason_type__}) as a
   * hinted list of pairs. Its values are written by {@link #writeValue(Object)}.
   *
   * @param map the map, not null
   */
  public void writeMap(Map<?, ?> map) {
    if (inside) {
      beforeValue();
      TreeWriter.writeMap(this, map);
    } else {
      writeWhole(out -> out.writeMap(map));
    }
  }

  /**
   * Writes a collection as an array, without a hint; each item by {@link #writeValue(Object)}.
   *
   * @param items the items, not null
   */
  public void writeList(Collection<?> items) {
    if (inside) {
      beforeValue();
      TreeWriter.writeList(this, items);
    } else {
      writeWhole(out -> out.writeList(items));
    }
  }

  /**
   * Writes a value by a handler, without a hint: for places whose type the reader knows.
   *
   * @param value the value; null is written as {@code null}
   * @param handler the handler of its type
   * @param <T> the type
   */
  public <T> void writeValue(T value, TypeHandler<T> handler) {
    if (value == null) {
      writeNull();
    } else if (inside) {
      handler.write(value, this);
    } else {
      writeWhole(out -> out.writeValue(value, handler));
    }
  }

  /** Writes a value that is no part of another one; if it is too deep, says why. */
  private void writeWhole(Consumer<JsonWriter> value) {
    int level = depth;
    inside = true;
    try {
      value.accept(this);
    } catch (LimitException e) {
      throw depth == maxDepth ? explain(value, level, e) : e;
    } catch (StackOverflowError e) {
      throw explain(value, level, WriteErrors.tooDeepForTheStack(e));
    } finally {
      inside = false;
    }
  }

  private DatasonException explain(Consumer<JsonWriter> value, int level, LimitException error) {
    String place = path().pathOfNext(true, level);
    DatasonException cycle = new CycleFinder(config, types, place, this::shown).find(value);
    return cycle == null ? error : cycle;
  }

  // ---------------------------------------------------------------- result

  /**
   * The settings, for handlers with more than one form.
   *
   * @return the settings
   */
  public DatasonConfig config() {
    return config;
  }

  /**
   * Whether {@link #isLeftOut} and {@link #isSkipped} need be asked at all.
   *
   * @return false by default
   */
  public boolean leavesOut() {
    return omits;
  }

  /**
   * Whether the settings leave out a member with this value: null with {@code omitNulls}, NaN or an
   * infinity with {@link NonFiniteForm#DROP}, and with {@link UnknownTypes#SKIP} a value that no
   * handler writes. To be asked before {@link #writeName}, by handlers whose reading takes a
   * missing member for null.
   *
   * @param value the value of the member
   * @return whether to write neither its name nor the value
   */
  public boolean isLeftOut(Object value) {
    if (!omits || bareNonFinite) {
      return false;
    }
    if (value == null) {
      return config.omitNulls();
    }
    return nonFiniteForm == NonFiniteForm.DROP && NonFinite.is(value) || isSkipped(value);
  }

  /**
   * Whether the settings leave out an item with this value: with {@link UnknownTypes#SKIP} one that
   * no handler writes.
   *
   * @param item the item
   * @return whether not to write it
   */
  public boolean isSkipped(Object item) {
    return unknownTypes == UnknownTypes.SKIP && item != null && !types.writes(item.getClass());
  }

  /**
   * Whether values are written with hints, by the settings.
   *
   * @return false where plain JSON is wanted
   */
  public boolean hints() {
    return hints;
  }

  /**
   * Whether what may not be written is replaced, by the names of the members that hold it.
   *
   * @return false by default
   */
  public boolean redacts() {
    return false;
  }

  /**
   * Whether numbers are written with hints where they would come back in another width.
   *
   * @return false by default
   */
  public boolean exactNumbers() {
    return exactNumbers;
  }

  /**
   * Sets whether {@link #writeValue(Object)} writes NaN and the infinities as the bare tokens
   * {@code NaN}, {@code Infinity} and {@code -Infinity}, which Python writes and expects inside
   * numeric data, where it understands no hints. JSON proper does not have them, so this is only
   * for data that came with them; the canonical form never has them.
   *
   * @param bare whether to
   * @return what was set before, to be set again
   */
  public boolean bareNonFinite(boolean bare) {
    boolean before = bareNonFinite;
    bareNonFinite = bare && !canonical;
    return before;
  }

  /**
   * Refuses the text of a number that no reader with these settings would take, before it is
   * written as a string.
   *
   * @param number the text
   * @return the text
   * @throws LimitException if it is longer than {@code maxNumberLength}
   */
  public String checkNumberLength(String number) {
    if (number.length() > maxNumberLength) {
      throw WriteErrors.tooLong(this, "number", "maxNumberLength", maxNumberLength);
    }
    return number;
  }

  /**
   * Whether nothing was written yet.
   *
   * @return false from the first value on
   */
  public boolean isEmpty() {
    return last() == 0;
  }

  /**
   * What was written into memory.
   *
   * @return a copy
   * @throws IllegalStateException if this writes to a stream
   */
  public byte[] toByteArray() {
    complete();
    return bytes();
  }

  /**
   * What was written into memory, taken out of the writer, which is empty from then on: it saves
   * the copy where a long text in base64 ends the document, and leaves the buffer to the next
   * writer where there is a {@link SpareBuffer}.
   *
   * @return the bytes, the caller's own
   * @throws IllegalStateException if this writes to a stream
   */
  public byte[] takeByteArray() {
    complete();
    return takeBytes();
  }

  /**
   * What was written into memory, as text; with a stream, what has not reached it yet.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text();
  }

  /**
   * Hands what was written to the stream. The stream itself is not flushed.
   *
   * @throws DatasonIOException if the stream fails
   */
  public void flush() {
    complete();
    drain();
  }

  /**
   * Writes a line feed after a whole value, so that another one can follow: JSON Lines.
   *
   * @throws IllegalStateException inside a value
   */
  public void endLine() {
    complete();
    put('\n');
    countLine();
  }

  /**
   * An error about the value that is being written, with its path.
   *
   * @param message what is wrong and what to do
   * @return the error, to be thrown
   */
  public UnsupportedTypeException unsupported(String message) {
    return new UnsupportedTypeException(message, location());
  }

  // ---------------------------------------------------------------- for the engine

  /** Where the next value goes. */
  Location location() {
    return Location.ofPath(path().pathOfNext(true));
  }

  /** A text of the value as it may be shown in an error. */
  String shown(String text) {
    return text;
  }

  /** What leads to where the next value goes. */
  final PathScanner path() {
    PathScanner scanner = scanned();
    if (depth > 0 && kinds[depth] == ARRAY && "[, \n".indexOf(last()) < 0) {
      scanner.scan(new byte[] {','}, 0, 1); // the comma before the next item is still to come
    }
    return scanner;
  }

  LongText longTexts() {
    if (longTexts == null) {
      longTexts = new LongText();
    }
    return longTexts;
  }

  int depth() {
    return depth;
  }

  /** Whether other threads can write parts of what is open. */
  boolean sharesWork() {
    boolean inObject = depth > 0 && kinds[depth] == OBJECT;
    return !isPart && getClass() == JsonWriter.class && !(sorter != null && inObject);
  }

  /**
   * A writer into memory of what comes next in the container that is open, or outside of any.
   *
   * @param size room that is made at first
   */
  JsonWriter part(int size) {
    JsonWriter part = new JsonWriter(config, types);
    part.isPart = true;
    part.inside = inside;
    part.bareNonFinite = bareNonFinite;
    part.kinds = kinds.clone();
    part.counts = new int[counts.length];
    part.depth = depth;
    part.buf = new byte[size];
    if (depth > 0) {
      part.put(kinds[depth] == OBJECT ? '{' : '[');
    }
    return part;
  }

  /**
   * Takes what a part has written, and which is this writer's from then on.
   *
   * @return false if a limit hinders it, so that this writer has to write it and say so
   */
  boolean take(JsonWriter part) {
    if (!hasRoomFor(part.position())) {
      return false;
    }
    if (depth == 0) {
      take(part, false, false, 0);
      return true;
    }
    if (part.position() == 1) {
      return true;
    }
    boolean inArray = kinds[depth] == ARRAY;
    boolean first = last() == '[' || last() == '{';
    int commas = part.counts[depth] + (inArray && !first ? 1 : 0);
    if ((long) counts[depth] + commas > (inArray ? maxItems - 1 : maxMembers)) {
      return false;
    }
    counts[depth] += commas;
    take(part, true, !first, commas);
    return true;
  }

  /** Takes back all that was written into memory since a position. */
  void rewind(long position, int depthThen) {
    rewind(position);
    depth = depthThen;
  }

  void beginPlainObject() {
    begin(OBJECT);
  }

  void endPlainObject() {
    depth--;
    put('}');
  }

  void beginPlainArray() {
    begin(ARRAY);
  }

  void endPlainArray() {
    depth--;
    put(']');
  }

  /**
   * Makes room for numbers, each with a comma before it, behind an item of the array that was
   * begun.
   *
   * @param most how many
   * @param length the room that one needs
   * @return how many may be put there; 0 if the next item has to be written by itself
   */
  int itemsAtOnce(int most, int length) {
    if (!numbersAtOnce || depth == 0 || kinds[depth] != ARRAY || last() == '[') {
      return 0;
    }
    int n = Math.min(most, maxItems - 1 - counts[depth]);
    if (n > 0) {
      ensure(n * length);
    }
    return n;
  }

  /** Takes items for written that were put into the buffer, each with its comma. */
  void itemsWritten(int n, int end) {
    counts[depth] += n;
    pos = end;
  }

  private void begin(byte kind) {
    enter(kind);
    if (kind == OBJECT && sorter != null) {
      sorter.begin();
      pins++;
    }
    put(kind == OBJECT ? '{' : '[');
  }

  /** Begins an object whose brace is written with the name of its first member. */
  void enterPlainObject() {
    enter(OBJECT);
  }

  private void enter(byte kind) {
    if (depth == maxDepth) {
      throw WriteErrors.tooDeep(this, maxDepth);
    }
    if (++depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, depth * 2);
      counts = Arrays.copyOf(counts, depth * 2);
    }
    kinds[depth] = kind;
    counts[depth] = 0;
  }

  private void end(char bracket) {
    int before = last();
    depth--;
    if (before != '{' && before != '[') {
      newLine(depth);
    }
    put(bracket);
  }

  private void newLine(int level) {
    if (indent > 0) {
      int spaces = level * indent;
      ensure(spaces + 1);
      buf[pos++] = '\n';
      Arrays.fill(buf, pos, pos + spaces, (byte) ' ');
      pos += spaces;
    }
  }

  /** Makes the place of a value: writes the comma that is due. */
  void beforeValue() {
    if (depth == 0) {
      if (last() != 0 && last() != '\n') {
        throw new IllegalStateException("one value was written already" + misplaced());
      }
    } else if (kinds[depth] == ARRAY) {
      int last = last();
      if (last == ',' || indent > 0 && last == ' ') {
        return; // the place was made already
      }
      if (last != '[') {
        put(',');
        if (++counts[depth] >= maxItems) { // the first item has no comma
          throw WriteErrors.tooManyItems(this, depth - 1);
        }
      }
      newLine(depth);
    } else if (!awaitsValue()) {
      throw new IllegalStateException("a name must come before a value in an object" + misplaced());
    }
  }

  private boolean awaitsValue() {
    int last = last();
    return last == ':' || indent > 0 && last == ' ';
  }

  private String misplaced() {
    return " (at " + location() + "); a handler must write exactly one value";
  }

  private void complete() {
    if (depth != 0 || last() == 0) {
      throw new IllegalStateException("the value is not complete" + misplaced());
    }
    checkSize();
  }

  // ---------------------------------------------------------------- bytes

  void putInt(int value) {
    ensure(11);
    pos = IntegerText.write(buf, pos, value);
  }

  void putLong(long value) {
    if (canonical) {
      CanonicalNumbers.write(this, value);
      return;
    }
    ensure(20);
    pos = IntegerText.write(buf, pos, value);
  }

  void putDouble(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      NonFinite.write(this, value, NonFinite.toText(value));
      return;
    }
    ensure(DoubleText.MAX_LENGTH);
    pos =
        canonical ? DoubleText.writeCanonical(buf, pos, value) : DoubleText.write(buf, pos, value);
  }

  void putFloat(float value) {
    if (Float.isNaN(value) || Float.isInfinite(value)) {
      NonFinite.write(this, value, NonFinite.toText(value));
      return;
    }
    ensure(DoubleText.MAX_LENGTH);
    if (canonical) {
      CanonicalNumbers.write(this, value);
    } else {
      pos = FloatText.write(buf, pos, value);
    }
  }

  private void putNumber(String text) {
    putAscii(checkNumberLength(text));
  }

  /** Refuses a text that is too long; its length in bytes. */
  void checkLength(long length) {
    if (length > maxStringLength) {
      throw WriteErrors.tooLong(this, "string", "maxStringLength", maxStringLength);
    }
  }
}
