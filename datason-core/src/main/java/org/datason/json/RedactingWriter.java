package org.datason.json;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.datason.config.BytesForm;
import org.datason.config.DatasonConfig;

/**
 * A writer that asks a {@link Redactor} before anything reaches the buffer. Where a value is
 * replaced, what a handler writes of it goes nowhere. A hint is held back until its value has been
 * looked at, as a text that had something replaced is no longer of that type.
 */
final class RedactingWriter extends JsonWriter {

  private final Redactor redactor;
  private final double smallestNumber;
  private final Place place = new Place();
  private final MutedValue muted = new MutedValue();

  /** Whether the place of the next value has been looked at. */
  private boolean claimed;

  /** The envelope that is held back, if its hint is not null. */
  private String hint;

  private String javaType;
  private String exact;

  RedactingWriter(DatasonConfig config, TypeResolver types, OutputStream sink, Redactor redactor) {
    super(config, types, sink, null, true);
    this.redactor = redactor;
    this.smallestNumber = redactor.smallestNumber();
  }

  // ---------------------------------------------------------------- places

  /** Takes the place of the next value; false if the value must not be written. */
  private boolean mayWrite() {
    if (muted.isOpen()) {
      muted.value();
      return false;
    }
    if (claimed || hint != null) {
      claimed = false;
      return true;
    }
    place.next();
    String replacement = redactor.replaceValue(place);
    if (replacement != null) {
      super.writeString(replacement);
    }
    return replacement == null;
  }

  /** The same for a value that is not a text or number: its envelope is written. */
  private boolean mayWriteAsIs() {
    boolean may = mayWrite();
    if (may) {
      release();
    }
    return may;
  }

  /** Writes the envelope that was held back. */
  private void release() {
    if (hint != null) {
      super.beginObject();
      member(Envelope.TYPE, hint);
      member(Envelope.JAVA, javaType);
      member(Envelope.EXACT, exact);
      super.writeName(Envelope.VALUE);
      place.beginEnvelope();
      hint = null;
    }
  }

  private void member(String name, String text) {
    if (text != null) {
      super.writeName(name);
      super.writeString(text);
    }
  }

  /** Writes a text in place of the next value, without the envelope that was held back. */
  private void replace(String text) {
    String unique = place.isKey() ? place.unique(text) : text;
    super.writeString(unique);
    if (hint != null) {
      hint = null;
      muted.begin(true); // to the end of the envelope
    }
  }

  // ---------------------------------------------------------------- structure

  @Override
  public void beginObject() {
    if (mayWriteAsIs()) {
      super.beginObject();
      place.beginObject();
    } else {
      muted.begin(true);
    }
  }

  @Override
  public void endObject() {
    if (muted.isOpen()) {
      muted.end(true);
    } else {
      release();
      super.endObject();
      place.end();
    }
  }

  @Override
  public void beginArray() {
    if (mayWriteAsIs()) {
      super.beginArray();
      place.beginArray();
    } else {
      muted.begin(false);
    }
  }

  @Override
  public void beginPair(Object key) {
    if (!muted.isOpen() && hint == null) {
      place.pairsFollow();
    }
    if (mayWriteAsIs()) {
      super.beginArray();
      place.beginPair(PlainKeys.textOf(key));
    } else {
      muted.begin(false);
    }
  }

  @Override
  public void endArray() {
    if (muted.isOpen()) {
      muted.end(false);
    } else {
      release();
      super.endArray();
      place.end();
    }
  }

  @Override
  public void writeName(String name) {
    if (muted.isOpen()) {
      muted.name();
      return;
    }
    release();
    if (hints && place.isOfEnvelope(name)) {
      super.writeName(name);
      place.member(null);
    } else {
      if (place.size() > 0) {
        place.member(null);
      }
      String clean = redactor.replaceText(name, place);
      boolean marked = place.size() > 0 && redactor.isMarked(clean);
      super.writeName(marked ? place.unique(clean) : clean);
      place.member(name);
    }
  }

  @Override
  public void writeName(MemberNames names, int i) {
    writeName(names.get(i));
  }

  @Override
  public void beginEnvelope(String hint, String javaType) {
    beginEnvelope(hint, javaType, null);
  }

  @Override
  public void beginEnvelope(String hint, String javaType, String exact) {
    boolean may = mayWriteAsIs();
    if (may && exact != null) {
      String clean = redactor.replaceText(exact, place);
      may = clean.equals(exact);
      if (!may) {
        replace(clean);
      }
    }
    if (may) {
      this.hint = hint;
      this.javaType = javaType;
      this.exact = exact;
    } else {
      muted.begin(true);
      muted.name();
    }
  }

  // ---------------------------------------------------------------- values

  @Override
  public void writeNull() {
    if (mayWriteAsIs()) {
      super.writeNull();
    }
  }

  @Override
  public void writeBoolean(boolean value) {
    if (mayWriteAsIs()) {
      super.writeBoolean(value);
    }
  }

  @Override
  public void writeInt(int value) {
    if (mayWrite() && !isReplaced(value)) {
      release();
      super.writeInt(value);
    }
  }

  @Override
  public void writeLong(long value) {
    if (mayWrite() && !isReplaced(value)) {
      release();
      super.writeLong(value);
    }
  }

  @Override
  public void writeDouble(double value) {
    if (mayWrite() && !isReplaced(value)) {
      release();
      super.writeDouble(value);
    }
  }

  @Override
  public void writeFloat(float value) {
    if (mayWrite() && !isReplaced((double) value)) {
      release();
      super.writeFloat(value);
    }
  }

  @Override
  public void writeDoubles(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    for (int i = from; i < to; i++) {
      writeDouble(values[i]);
    }
  }

  @Override
  public void writeFloats(float[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    for (int i = from; i < to; i++) {
      writeFloat(values[i]);
    }
  }

  @Override
  public void writeLongs(long[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    for (int i = from; i < to; i++) {
      writeLong(values[i]);
    }
  }

  @Override
  public void writeInts(int[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    for (int i = from; i < to; i++) {
      writeInt(values[i]);
    }
  }

  @Override
  public void writeBigInteger(BigInteger value) {
    if (mayWrite() && !isReplaced(value)) {
      release();
      super.writeBigInteger(value);
    }
  }

  @Override
  public void writeBigDecimal(BigDecimal value) {
    if (mayWrite() && !isReplaced(value)) {
      release();
      super.writeBigDecimal(value);
    }
  }

  @Override
  public void writeNumberText(String text) {
    if (!NumberText.isNumber(text)) {
      super.writeNumberText(text); // refuses it
    }
    if (mayWrite() && !isReplaced(WholeNumbers.digitsOf(text))) {
      release();
      super.writeNumberText(text);
    }
  }

  @Override
  public void writeString(String value) {
    if (!mayWrite()) {
      return;
    }
    String clean = redactor.replaceText(value, place);
    if (!clean.equals(value) || place.isKey() && redactor.isMarked(clean)) {
      replace(clean);
    } else {
      release();
      super.writeString(value);
    }
  }

  @Override
  public void writeText(byte[] text, int from, int to) {
    writeString(TextBytes.decode(text, from, to));
  }

  @Override
  public void writeUuid(long high, long low) {
    writeString(UuidText.of(high, low));
  }

  @Override
  public void writeTime(LocalDate date, LocalTime time, ZoneOffset offset, boolean z) {
    writeString(TimeText.of(date, time, offset, z));
  }

  @Override
  public void writeTime(long epochSecond, int nano, String offset) {
    writeString(TimeText.of(epochSecond, nano) + offset);
  }

  @Override
  public boolean redacts() {
    return true;
  }

  @Override
  public void writeBase64(byte[] bytes, int from, int to) {
    if (mayWriteAsIs()) {
      claimed = true;
      super.writeBase64(bytes, from, to);
    }
  }

  @Override
  public void writeBase64(long length, Consumer<ByteBuffer> source) {
    if (mayWriteAsIs()) {
      super.writeBase64(length, source);
    }
  }

  /** Bytes are not looked into, in any form. */
  @Override
  public void writeBytes(byte[] bytes, int from, int to) {
    if (mayWriteAsIs()) {
      if (config().bytesForm() == BytesForm.HEX) {
        super.writeString(ByteText.hex(bytes, from, to));
      } else {
        claimed = true;
        super.writeBytes(bytes, from, to);
      }
    }
  }

  /** Replaces a number, if it has to be. */
  private boolean isReplaced(Number number) {
    return Math.abs(number.doubleValue()) >= smallestNumber
        && isReplaced(WholeNumbers.digitsOf(number));
  }

  private boolean isReplaced(String digits) {
    String replacement = digits == null ? null : redactor.replaceNumber(digits, place);
    if (replacement != null) {
      replace(replacement);
    }
    return replacement != null;
  }

  // ---------------------------------------------------------------- values of any kind

  @Override
  public void writeValue(Object value) {
    if (!inside) {
      super.writeValue(value);
    } else if (value instanceof String text) {
      writeString(text);
    } else if (mayWrite() && !(value instanceof Number number && isReplaced(number))) {
      release();
      claimed = true;
      super.writeValue(value);
      claimed = false;
    }
  }

  @Override
  public <T> void writeValue(T value, TypeHandler<T> handler) {
    if (!inside || value == null) {
      super.writeValue(value, handler);
    } else if (mayWrite() && !(value instanceof Number number && isReplaced(number))) {
      claimed = true;
      super.writeValue(value, handler);
      claimed = false;
    }
  }

  @Override
  public void writeMap(Map<?, ?> map) {
    if (!inside) {
      super.writeMap(map);
    } else if (mayWriteAsIs()) {
      claimed = true;
      super.writeMap(map);
      claimed = false;
    }
  }

  @Override
  public void writeList(Collection<?> items) {
    if (!inside) {
      super.writeList(items);
    } else if (mayWriteAsIs()) {
      claimed = true;
      super.writeList(items);
      claimed = false;
    }
  }

  @Override
  String shown(String text) {
    return redactor.replaceText(text, null);
  }
}
