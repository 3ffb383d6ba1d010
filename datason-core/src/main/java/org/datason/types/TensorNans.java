package org.datason.types;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/** The NaNs of a tensor that have bits of their own, with the index of each. */
final class TensorNans {

  private static final String PREFIX = "NaN:";
  private static final int BLOCK = 8192;

  private TensorNans() {}

  /** The bytes of each number, of which a complex one is two. */
  static int width(DType dtype) {
    return dtype.kind() == DType.Kind.COMPLEX ? dtype.byteSize() / 2 : dtype.byteSize();
  }

  /** The bits that are a NaN where they are above those of an infinity; 0 if there are none. */
  private static long infinity(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x7C00;
      case BFLOAT16 -> 0x7F80;
      case FLOAT32, COMPLEX64 -> 0x7F80_0000;
      default -> 0x7FF0_0000_0000_0000L;
    };
  }

  /** The bits of the NaN that calculations give. */
  static long usual(DType dtype) {
    return switch (dtype) {
      case FLOAT16 -> 0x7E00;
      case BFLOAT16 -> 0x7FC0;
      case FLOAT32, COMPLEX64 -> 0x7FC0_0000;
      default -> 0x7FF8_0000_0000_0000L;
    };
  }

  private static boolean isNan(DType dtype, long bits) {
    long sign = 1L << 8 * width(dtype) - 1;
    return (bits & ~sign) > infinity(dtype);
  }

  static void write(Tensor tensor, JsonWriter out) {
    DType dtype = tensor.dtype();
    int width = width(dtype);
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    out.beginArray();
    long index = 0;
    for (long from = 0; from < tensor.size(); ) {
      from += tensor.copyTo(from, block.clear());
      block.flip();
      while (block.hasRemaining()) {
        long bits = get(block, width);
        if (isNan(dtype, bits) && bits != usual(dtype)) {
          out.beginArray();
          out.writeLong(index);
          String hex = Long.toHexString(bits);
          out.writeString(PREFIX + "0".repeat(2 * width - hex.length()) + hex);
          out.endArray();
        }
        index++;
      }
    }
    out.endArray();
  }

  private static long get(ByteBuffer block, int width) {
    return switch (width) {
      case 2 -> block.getShort() & 0xFFFF;
      case 4 -> block.getInt() & 0xFFFF_FFFFL;
      default -> block.getLong();
    };
  }

  /** Reads such NaNs into the little-endian bytes of the elements. */
  static void read(DType dtype, byte[] bytes, JsonReader in) {
    int width = bytes == null ? 0 : width(dtype);
    in.beginArray();
    while (in.hasNext()) {
      in.beginArray();
      long index = in.readLong();
      String text = in.readString();
      in.endArray();
      boolean floats = dtype.kind() == DType.Kind.FLOAT || dtype.kind() == DType.Kind.COMPLEX;
      if (!floats || !text.matches(PREFIX + "[0-9a-f]{" + 2 * width + "}")) {
        throw new IllegalArgumentException(text + " is no NaN of " + dtype.numpyName());
      }
      long bits = Long.parseUnsignedLong(text, PREFIX.length(), text.length(), 16);
      if (!isNan(dtype, bits) || index < 0 || index >= bytes.length / width) {
        throw new IllegalArgumentException(text + " is no NaN of it at the index " + index);
      }
      ByteBuffer at = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      switch (width) {
        case 2 -> at.putShort((int) index * 2, (short) bits);
        case 4 -> at.putInt((int) index * 4, (int) bits);
        default -> at.putLong((int) index * 8, bits);
      }
    }
    in.endArray();
  }
}
