package org.datason.types;

import java.math.BigInteger;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;

/** Integers of each width. Plain, the smallest of Integer, Long and BigInteger comes back. */
final class Integers {

  private static final String HINT = "numpy.integer";
  private static final String FAMILY = "numpy.int";

  private Integers() {}

  static final class OfByte extends NumberHandler<Byte> {

    OfByte() {
      super(Byte.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Byte value) {
      return true;
    }

    @Override
    public void write(Byte value, JsonWriter out) {
      out.writeInt(value);
    }

    @Override
    public Byte read(JsonReader in) {
      int value = in.readInt();
      if (value != (byte) value) {
        throw new IllegalArgumentException("a byte is from -128 to 127");
      }
      return (byte) value;
    }
  }

  static final class OfShort extends NumberHandler<Short> {

    OfShort() {
      super(Short.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Short value) {
      return true;
    }

    @Override
    public void write(Short value, JsonWriter out) {
      out.writeInt(value);
    }

    @Override
    public Short read(JsonReader in) {
      return toShort(in.readInt());
    }
  }

  static short toShort(int value) {
    if (value != (short) value) {
      throw new IllegalArgumentException("a short is from -32768 to 32767, not " + value);
    }
    return (short) value;
  }

  static final class OfInt extends NumberHandler<Integer> {

    OfInt() {
      super(Integer.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Integer value) {
      return false;
    }

    @Override
    public void write(Integer value, JsonWriter out) {
      out.writeInt(value);
    }

    @Override
    public Integer read(JsonReader in) {
      return in.readInt();
    }
  }

  static final class OfLong extends NumberHandler<Long> {

    OfLong() {
      super(Long.class, HINT, FAMILY);
    }

    @Override
    boolean isChangedWhenPlain(Long value) {
      return value == value.intValue();
    }

    @Override
    public void write(Long value, JsonWriter out) {
      out.writeLong(value);
    }

    @Override
    public Long read(JsonReader in) {
      return in.readLong();
    }
  }

  static final class OfBig extends NumberHandler<BigInteger> {

    OfBig() {
      super(BigInteger.class, "java.math.BigInteger", FAMILY);
    }

    /** The hint says enough. */
    @Override
    public String javaType() {
      return null;
    }

    @Override
    boolean isChangedWhenPlain(BigInteger value) {
      return value.bitLength() < Long.SIZE;
    }

    @Override
    public void write(BigInteger value, JsonWriter out) {
      out.writeBigInteger(value);
    }

    @Override
    void writeExactly(BigInteger value, JsonWriter out) {
      String text = out.checkNumberLength(value.toString());
      out.beginEnvelope(hint(), javaType());
      out.writeString(text);
      out.endEnvelope();
    }

    @Override
    public BigInteger read(JsonReader in) {
      return in.peek() == JsonToken.STRING
          ? new BigInteger(in.readNumberString())
          : in.readBigInteger();
    }
  }
}
