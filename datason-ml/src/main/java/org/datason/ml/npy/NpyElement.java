package org.datason.ml.npy;

import java.nio.ByteOrder;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;

/**
 * How an element stands in a file.
 *
 * @param dtype what it is
 * @param order the order of its bytes
 * @param byteSize how many bytes it has
 * @param unicode whether it is a text of code points, four bytes each, rather than of bytes
 */
record NpyElement(DType dtype, ByteOrder order, long byteSize, boolean unicode) {

  private static final String UNTYPED_PAIR = "V2";

  /**
   * The element of a NumPy dtype.
   *
   * @param name the short form of the dtype, such as {@code <f8}
   * @param in what errors tell of
   */
  static NpyElement of(String name, NpyInput in) {
    boolean ordered = !name.isEmpty() && "<>=|".indexOf(name.charAt(0)) >= 0;
    String code = ordered ? name.substring(1) : name;
    ByteOrder order =
        switch (ordered ? name.charAt(0) : '=') {
          case '<' -> ByteOrder.LITTLE_ENDIAN;
          case '>' -> ByteOrder.BIG_ENDIAN;
          default -> ByteOrder.nativeOrder();
        };
    if (code.equals(UNTYPED_PAIR)) {
      return new NpyElement(DType.BFLOAT16, ByteOrder.LITTLE_ENDIAN, 2, false);
    }
    if (code.matches("[US][0-9]{1,9}")) {
      boolean unicode = code.charAt(0) == 'U';
      long characters = Long.parseLong(code.substring(1));
      return new NpyElement(DType.TEXT, order, unicode ? 4 * characters : characters, unicode);
    }
    DType dtype = DType.of("<" + code);
    if (dtype == null) {
      throw unsupported(name, in);
    }
    return new NpyElement(dtype, order, dtype.byteSize(), false);
  }

  private static UnsupportedTypeException unsupported(String name, NpyInput in) {
    boolean objects = name.startsWith("|O") || name.startsWith("O");
    return new UnsupportedTypeException(
        in.name()
            + (objects
                ? " holds Python objects, which are pickled, and pickles are never loaded; save"
                    + " an array of numbers or texts"
                : " holds elements of the dtype '"
                    + name
                    + "', which a tensor has not; convert them in Python before they are saved"),
        null);
  }

  /** The error of a dtype that has fields. */
  static UnsupportedTypeException structured(String description, NpyInput in) {
    return new UnsupportedTypeException(
        in.name()
            + " holds records ("
            + (description.length() > 100 ? description.substring(0, 100) + "..." : description)
            + "), which a tensor has not; save each field as an array of its own",
        null);
  }

  /** The dtype by which numbers are written. */
  static String nameOf(DType dtype) {
    return switch (dtype) {
      case BOOL -> "|b1";
      case INT8 -> "|i1";
      case INT16 -> "<i2";
      case INT32 -> "<i4";
      case INT64 -> "<i8";
      case UINT8 -> "|u1";
      case UINT16 -> "<u2";
      case UINT32 -> "<u4";
      case UINT64 -> "<u8";
      case FLOAT16 -> "<f2";
      case BFLOAT16 -> "<" + UNTYPED_PAIR;
      case FLOAT32 -> "<f4";
      case FLOAT64 -> "<f8";
      case COMPLEX64 -> "<c8";
      case COMPLEX128 -> "<c16";
      case TEXT -> throw new IllegalArgumentException("texts have widths");
    };
  }
}
