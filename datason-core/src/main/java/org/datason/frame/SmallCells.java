package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.datason.config.DecimalForm;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/** Cells of the types whose code is short. */
final class SmallCells {

  private SmallCells() {}

  static final class Booleans extends Cells {

    private final boolean[] values;

    Booleans(boolean[] values) {
      this.values = values;
    }

    @Override
    long memory() {
      return values.length;
    }

    @Override
    Object array() {
      return values;
    }

    @Override
    Cells withArray(Object other) {
      return new Booleans((boolean[]) other);
    }

    @Override
    int size() {
      return values.length;
    }

    @Override
    boolean getBoolean(int i) {
      return values[i];
    }

    @Override
    Object get(int i) {
      return values[i];
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeBoolean(values[i]);
    }

    @Override
    void text(int i, TextBytes out) {
      out.append(values[i] ? "true" : "false");
    }

    @Override
    boolean same(int i, Cells other, int j) {
      return values[i] == other.getBoolean(j);
    }

    @Override
    int hash(int i) {
      return Boolean.hashCode(values[i]);
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      for (int i = from; i < to; i += Byte.SIZE) {
        int bits = 0;
        for (int j = i; j < Math.min(to, i + Byte.SIZE); j++) {
          bits |= values[j] ? 1 << j - i : 0;
        }
        target.put((byte) bits);
      }
    }
  }

  /** UUIDs: two longs each, the most significant first. */
  static final class Uuids extends Cells {

    private final long[] halves;

    Uuids(long[] halves) {
      this.halves = halves;
    }

    @Override
    long memory() {
      return 8L * halves.length;
    }

    @Override
    Object array() {
      return halves;
    }

    @Override
    Cells withArray(Object other) {
      return new Uuids((long[]) other);
    }

    @Override
    int size() {
      return halves.length / 2;
    }

    @Override
    Object get(int i) {
      return new UUID(halves[2 * i], halves[2 * i + 1]);
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeUuid(halves[2 * i], halves[2 * i + 1]);
    }

    @Override
    void text(int i, TextBytes out) {
      out.appendUuid(halves[2 * i], halves[2 * i + 1]);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      long[] its = ((Uuids) other).halves;
      return halves[2 * i] == its[2 * j] && halves[2 * i + 1] == its[2 * j + 1];
    }

    @Override
    int hash(int i) {
      return get(i).hashCode();
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asLongBuffer().put(halves, 2 * from, 2 * (to - from));
      target.position(target.position() + (to - from) * 2 * Long.BYTES);
    }
  }

  /** Byte strings, one behind the other. */
  static final class Binaries extends Cells {

    private final byte[] data;
    private final int[] ends;

    Binaries(byte[] data, int[] ends) {
      this.data = data;
      this.ends = ends;
    }

    private int start(int i) {
      return i == 0 ? 0 : ends[i - 1];
    }

    @Override
    long memory() {
      return data.length + 4L * ends.length;
    }

    @Override
    int size() {
      return ends.length;
    }

    @Override
    Object get(int i) {
      return Arrays.copyOfRange(data, start(i), ends[i]);
    }

    @Override
    void write(int i, JsonWriter out) {
      out.writeBytes(data, start(i), ends[i]);
    }

    @Override
    void text(int i, TextBytes out) {
      byte[] text = Base64.getEncoder().encode((byte[]) get(i));
      out.append(text, 0, text.length);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      Binaries that = (Binaries) other;
      return Arrays.equals(data, start(i), ends[i], that.data, that.start(j), that.ends[j]);
    }

    @Override
    int hash(int i) {
      return Arrays.hashCode((byte[]) get(i));
    }

    @Override
    ByteStrings byteStrings() {
      return new ByteStrings(data, ends, null);
    }
  }

  /** Decimals of one scale, whose digits fit a long. */
  static final class LongDecimals extends Cells {

    private final long[] unscaled;
    private final int scale;

    LongDecimals(long[] unscaled, int scale) {
      this.unscaled = unscaled;
      this.scale = scale;
    }

    @Override
    long memory() {
      return 8L * unscaled.length;
    }

    @Override
    Object array() {
      return unscaled;
    }

    @Override
    Cells withArray(Object other) {
      return new LongDecimals((long[]) other, scale);
    }

    @Override
    int size() {
      return unscaled.length;
    }

    @Override
    Object get(int i) {
      return BigDecimal.valueOf(unscaled[i], scale);
    }

    @Override
    void write(int i, JsonWriter out) {
      writeDecimal(BigDecimal.valueOf(unscaled[i], scale), out);
    }

    @Override
    void text(int i, TextBytes out) {
      Decimals.text(BigDecimal.valueOf(unscaled[i], scale), out);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      return unscaled[i] == ((LongDecimals) other).unscaled[j];
    }

    @Override
    int hash(int i) {
      return Long.hashCode(unscaled[i]);
    }

    @Override
    void copyValues(int from, int to, ByteBuffer target) {
      target.asLongBuffer().put(unscaled, from, to - from);
      target.position(target.position() + (to - from) * Long.BYTES);
    }
  }

  /** Decimals of one scale, of any size. */
  static final class BigDecimals extends Cells {

    private final BigInteger[] unscaled;
    private final int scale;

    BigDecimals(BigInteger[] unscaled, int scale) {
      this.unscaled = unscaled;
      this.scale = scale;
    }

    @Override
    long memory() {
      long bytes = 0;
      for (BigInteger value : unscaled) {
        bytes += 8 + value.bitLength() / 8;
      }
      return bytes;
    }

    @Override
    Object array() {
      return unscaled;
    }

    @Override
    Cells withArray(Object other) {
      return new BigDecimals((BigInteger[]) other, scale);
    }

    @Override
    int size() {
      return unscaled.length;
    }

    @Override
    Object get(int i) {
      return new BigDecimal(unscaled[i], scale);
    }

    @Override
    void write(int i, JsonWriter out) {
      writeDecimal(new BigDecimal(unscaled[i], scale), out);
    }

    @Override
    void text(int i, TextBytes out) {
      Decimals.text(new BigDecimal(unscaled[i], scale), out);
    }

    @Override
    boolean same(int i, Cells other, int j) {
      return unscaled[i].equals(((BigDecimals) other).unscaled[j]);
    }

    @Override
    int hash(int i) {
      return unscaled[i].hashCode();
    }
  }

  /** A decimal without a fraction is a number, as any integer; others are by default texts. */
  private static void writeDecimal(BigDecimal value, JsonWriter out) {
    DecimalForm form = out.config().decimalForm();
    boolean integer = value.scale() == 0 && form == DecimalForm.HINTED && !out.config().canonical();
    if (integer || form == DecimalForm.NUMBER) {
      out.writeBigDecimal(value);
    } else {
      out.writeString(value.toString());
    }
  }
}
