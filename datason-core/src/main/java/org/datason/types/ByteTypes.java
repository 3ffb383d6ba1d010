package org.datason.types;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Types that are bytes, by the setting {@code bytesForm}. */
final class ByteTypes {

  private ByteTypes() {}

  static final class OfBytes implements TypeHandler<byte[]> {

    @Override
    public Class<byte[]> type() {
      return byte[].class;
    }

    @Override
    public String hint() {
      return "bytes";
    }

    @Override
    public void write(byte[] value, JsonWriter out) {
      out.writeBytes(value, 0, value.length);
    }

    @Override
    public byte[] read(JsonReader in) {
      return in.readBytes();
    }
  }

  /**
   * The bytes that remain in a buffer, whose position stays where it is. They load as a heap buffer
   * in big-endian order; whether the buffer was direct or read-only is not kept.
   */
  static final class OfBuffer implements TypeHandler<ByteBuffer> {

    @Override
    public Class<ByteBuffer> type() {
      return ByteBuffer.class;
    }

    @Override
    public String hint() {
      return "bytearray";
    }

    @Override
    public boolean handles(Class<?> type) {
      return ByteBuffer.class.isAssignableFrom(type);
    }

    @Override
    public void write(ByteBuffer value, JsonWriter out) {
      if (value.hasArray()) {
        int from = value.arrayOffset() + value.position();
        out.writeBytes(value.array(), from, from + value.remaining());
      } else {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        out.writeBytes(bytes, 0, bytes.length);
      }
    }

    @Override
    public ByteBuffer read(JsonReader in) {
      return ByteBuffer.wrap(in.readBytes());
    }
  }

  /** Bit 0 is the lowest bit of the first byte. */
  static final class OfBits implements TypeHandler<BitSet> {

    @Override
    public Class<BitSet> type() {
      return BitSet.class;
    }

    @Override
    public String hint() {
      return "java.util.BitSet";
    }

    @Override
    public void write(BitSet value, JsonWriter out) {
      byte[] bytes = value.toByteArray();
      out.writeBytes(bytes, 0, bytes.length);
    }

    @Override
    public BitSet read(JsonReader in) {
      return BitSet.valueOf(in.readBytes());
    }
  }
}
