package org.datason.tensor;

/**
 * The type of a tensor's elements: numpy's, and the {@code bfloat16} of machine learning.
 *
 * <pre>{@code
 * DType.UINT8.byteSize(); // 1
 * DType.of("float32"); // FLOAT32
 * DType.of("<f4"); // FLOAT32
 * DType.of("object"); // null
 * }</pre>
 */
public enum DType {
  /** True or false, a byte each. */
  BOOL("bool", Kind.BOOL, 1),
  /** Integers from -128 to 127. */
  INT8("int8", Kind.SIGNED, 1),
  /** Integers from -32768 to 32767. */
  INT16("int16", Kind.SIGNED, 2),
  /** Integers that a Java int holds. */
  INT32("int32", Kind.SIGNED, 4),
  /** Integers that a Java long holds. */
  INT64("int64", Kind.SIGNED, 8),
  /** Integers from 0 to 255. */
  UINT8("uint8", Kind.UNSIGNED, 1),
  /** Integers from 0 to 65535. */
  UINT16("uint16", Kind.UNSIGNED, 2),
  /** Integers from 0 to 2<sup>32</sup>-1. */
  UINT32("uint32", Kind.UNSIGNED, 4),
  /** Integers from 0 to 2<sup>64</sup>-1. */
  UINT64("uint64", Kind.UNSIGNED, 8),
  /** Numbers of IEEE 754's binary16; see {@link Float16}. */
  FLOAT16("float16", Kind.FLOAT, 2),
  /** The upper half of a float: its range with 8 bits of precision; see {@link BFloat16}. */
  BFLOAT16("bfloat16", Kind.FLOAT, 2),
  /** Numbers as a Java float. */
  FLOAT32("float32", Kind.FLOAT, 4),
  /** Numbers as a Java double. */
  FLOAT64("float64", Kind.FLOAT, 8),
  /** Complex numbers of two floats, the real part first. */
  COMPLEX64("complex64", Kind.COMPLEX, 8),
  /** Complex numbers of two doubles, the real part first. */
  COMPLEX128("complex128", Kind.COMPLEX, 16),
  /** Texts of any length. */
  TEXT("str", Kind.TEXT, 0);

  /** What the elements of a type are. */
  public enum Kind {
    /** True or false. */
    BOOL,
    /** Integers with a sign. */
    SIGNED,
    /** Integers from 0 on. */
    UNSIGNED,
    /** Floating-point numbers. */
    FLOAT,
    /** Complex numbers. */
    COMPLEX,
    /** Texts. */
    TEXT
  }

  private final String numpyName;
  private final Kind kind;
  private final int byteSize;

  DType(String numpyName, Kind kind, int byteSize) {
    this.numpyName = numpyName;
    this.kind = kind;
    this.byteSize = byteSize;
  }

  /**
   * The name that numpy has for it (and torch, TensorFlow and JAX): {@code float64}.
   *
   * @return the name; {@code str} for texts, which numpy calls {@code <U5} by their length
   */
  public String numpyName() {
    return numpyName;
  }

  /**
   * What the elements are.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The bytes of one element.
   *
   * @return from 1 to 16; 0 for texts, which have no fixed size
   */
  public int byteSize() {
    return byteSize;
  }

  /** The numbers that one element is made of: a complex one is two. */
  int parts() {
    return kind == Kind.COMPLEX ? 2 : 1;
  }

  /** The bytes of one of an element's numbers. */
  int width() {
    return byteSize / parts();
  }

  /**
   * The type of a name: {@code float32}, numpy's short form {@code <f4} in any byte order, {@code
   * <U5}, or torch's {@code torch.float32}.
   *
   * @param name the name
   * @return the type, or null if it is none of these ({@code object} and {@code datetime64[ns]},
   *     say)
   */
  public static DType of(String name) {
    String plain = name.startsWith("torch.") ? name.substring("torch.".length()) : name;
    for (DType type : values()) {
      if (type.numpyName.equals(plain)) {
        return type;
      }
    }
    boolean ordered = !name.isEmpty() && "<>=|".indexOf(name.charAt(0)) >= 0;
    return ordered ? ofCode(name.substring(1)) : null;
  }

  private static DType ofCode(String code) {
    if (code.matches("U\\d{1,9}")) {
      return TEXT;
    }
    return switch (code) {
      case "b1" -> BOOL;
      case "i1" -> INT8;
      case "i2" -> INT16;
      case "i4" -> INT32;
      case "i8" -> INT64;
      case "u1" -> UINT8;
      case "u2" -> UINT16;
      case "u4" -> UINT32;
      case "u8" -> UINT64;
      case "f2" -> FLOAT16;
      case "f4" -> FLOAT32;
      case "f8" -> FLOAT64;
      case "c8" -> COMPLEX64;
      case "c16" -> COMPLEX128;
      default -> null;
    };
  }
}
