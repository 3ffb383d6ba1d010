package org.datason.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.datason.tensor.DType.Kind;

/**
 * An array of any number of dimensions whose elements have one {@link DType}: a view of memory that
 * somebody owns, by an offset and a stride for each dimension. Nothing is copied when a tensor is
 * made of an array or a buffer, or when it is sliced or transposed.
 *
 * <pre>{@code
 * Tensor a = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
 * a.getDouble(1, 0); // 4.0
 * a.transpose().shape(); // [3, 2]
 * a.slice(1, 0, 2).toDoubleArray(); // [1.0, 2.0, 4.0, 5.0]
 * Tensor pixels = Tensor.of(new byte[] {-1, 0}, 2).view(DType.UINT8);
 * pixels.getLong(0); // 255
 * }</pre>
 *
 * <p>The view is immutable; the memory is not copied, so whoever changes it changes the tensor. As
 * long as nobody does, a tensor is thread-safe. Lengths, strides and offsets count elements, not
 * bytes; a shape without dimensions has one element.
 *
 * <p>Equality is that of dtype, shape and the bits of each element: NaN equals a NaN with the same
 * bits, and -0.0 is not 0.0. Strides, byte order and origin do not count.
 */
public final class Tensor {

  private final DType dtype;
  private final long[] shape;
  private final long[] strides;
  private final long offset;
  private final long size;
  private final Cells cells;
  private final Origin origin;

  private Tensor(DType dtype, long[] shape, long[] strides, long offset, Cells c, Origin origin) {
    this.dtype = dtype;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.cells = c;
    this.origin = origin;
    size = Shapes.size(shape, dtype.byteSize());
    Shapes.checkWithin(shape, strides, offset, c.count() / dtype.parts());
  }

  private static Tensor over(Cells cells, DType dtype, long[] shape) {
    long count = cells.count() / dtype.parts();
    if (Shapes.size(shape, dtype.byteSize()) != count) {
      throw new IllegalArgumentException(
          "The shape " + Arrays.toString(shape) + " does not have " + count + " elements");
    }
    long[] own = shape.clone();
    return new Tensor(dtype, own, Shapes.rowMajor(own), 0, cells, Origin.NUMPY);
  }

  // ---------------------------------------------------------------- made of arrays

  /**
   * A tensor over an array, in row-major order.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#BOOL}
   * @throws IllegalArgumentException if the shape has not as many elements as the array; so with
   *     all the methods of this name
   */
  public static Tensor of(boolean[] values, long... shape) {
    return over(new ArrayCells.OfBooleans(values), DType.BOOL, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#INT8}, which {@link #view} makes one of {@link DType#UINT8}
   */
  public static Tensor of(byte[] values, long... shape) {
    return over(buffer(values, DType.INT8), DType.INT8, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#INT16}, which {@link #view} makes one of {@link
   *     DType#FLOAT16}, {@link DType#BFLOAT16} or {@link DType#UINT16}
   */
  public static Tensor of(short[] values, long... shape) {
    return over(new ArrayCells.OfShorts(values), DType.INT16, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#INT32}
   */
  public static Tensor of(int[] values, long... shape) {
    return over(new ArrayCells.OfInts(values), DType.INT32, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#INT64}
   */
  public static Tensor of(long[] values, long... shape) {
    return over(new ArrayCells.OfLongs(values), DType.INT64, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#FLOAT32}
   */
  public static Tensor of(float[] values, long... shape) {
    return over(new ArrayCells.OfFloats(values), DType.FLOAT32, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#FLOAT64}
   */
  public static Tensor of(double[] values, long... shape) {
    return over(new ArrayCells.OfDoubles(values), DType.FLOAT64, shape);
  }

  /**
   * A tensor over an array; see {@link #of(boolean[], long...)}.
   *
   * @param values the elements, none of them null; the array is not copied
   * @param shape the length of each dimension
   * @return a tensor of {@link DType#TEXT}
   */
  public static Tensor of(String[] values, long... shape) {
    for (String value : values) {
      Objects.requireNonNull(value, "a text of a tensor cannot be null");
    }
    return over(new ArrayCells.OfTexts(values), DType.TEXT, shape);
  }

  /**
   * A tensor of complex numbers over an array that holds the real and the imaginary part of each.
   *
   * @param parts the parts; the array is not copied
   * @param shape the length of each dimension; it has half as many elements as the array
   * @return a tensor of {@link DType#COMPLEX64}
   */
  public static Tensor ofComplex(float[] parts, long... shape) {
    return over(new ArrayCells.OfFloats(even(parts.length, parts)), DType.COMPLEX64, shape);
  }

  /**
   * A tensor of complex numbers over an array that holds the real and the imaginary part of each.
   *
   * @param parts the parts; the array is not copied
   * @param shape the length of each dimension; it has half as many elements as the array
   * @return a tensor of {@link DType#COMPLEX128}
   */
  public static Tensor ofComplex(double[] parts, long... shape) {
    return over(new ArrayCells.OfDoubles(even(parts.length, parts)), DType.COMPLEX128, shape);
  }

  private static <A> A even(int length, A parts) {
    if (length % 2 != 0) {
      throw new IllegalArgumentException("Expected pairs of parts but found " + length + " parts");
    }
    return parts;
  }

  private static Cells buffer(byte[] values, DType dtype) {
    return new BufferCells(List.of(ByteBuffer.wrap(values)), dtype, ByteOrder.nativeOrder(), null);
  }

  /**
   * A tensor without dimensions.
   *
   * @param value its element
   * @return a tensor of {@link DType#FLOAT64}
   */
  public static Tensor scalar(double value) {
    return of(new double[] {value});
  }

  /**
   * A tensor without dimensions.
   *
   * @param value its element
   * @return a tensor of {@link DType#INT64}
   */
  public static Tensor scalar(long value) {
    return of(new long[] {value});
  }

  /**
   * A tensor without elements.
   *
   * @param dtype the type of elements that it would have
   * @param shape the length of each dimension, at least one of them 0
   * @return the tensor
   * @throws IllegalArgumentException if the shape has elements
   */
  public static Tensor empty(DType dtype, long... shape) {
    Cells none = dtype == DType.TEXT ? new ArrayCells.OfTexts(new String[0]) : buffer(NONE, dtype);
    return over(none, dtype, shape);
  }

  private static final byte[] NONE = {};

  // ---------------------------------------------------------------- made of buffers

  /**
   * A tensor over a buffer, in row-major order.
   *
   * @param bytes the elements from its position to its limit, in its byte order; not copied
   * @param dtype their type, not {@link DType#TEXT}; of booleans each byte but 0 is true
   * @param shape the length of each dimension
   * @return the tensor
   * @throws IllegalArgumentException if the shape has not as many elements as the buffer
   */
  public static Tensor of(ByteBuffer bytes, DType dtype, long... shape) {
    return over(new BufferCells(List.of(bytes), numeric(dtype), bytes.order(), null), dtype, shape);
  }

  /**
   * A tensor over memory of any size and layout.
   *
   * @param segments the memory in order, each buffer from its position to its limit; all but the
   *     last of one size, a multiple of an element's; not copied
   * @param dtype the type of the elements, not {@link DType#TEXT}
   * @param order the byte order of the elements
   * @param shape the length of each dimension
   * @param strides how many elements lie between one and the next of each dimension; negative to go
   *     backwards, 0 to repeat
   * @param offset the index of the first element
   * @return the tensor
   * @throws IllegalArgumentException if an element would lie outside of the memory
   */
  public static Tensor of(
      List<ByteBuffer> segments,
      DType dtype,
      ByteOrder order,
      long[] shape,
      long[] strides,
      long offset) {
    return of(segments, dtype, order, shape, strides, offset, null);
  }

  /**
   * A tensor over memory that its buffers do not keep: that of a native library, which frees it
   * with an object of its own.
   *
   * @param segments the memory in order; see {@link #of(List, DType, ByteOrder, long[], long[],
   *     long)}
   * @param dtype the type of the elements, not {@link DType#TEXT}
   * @param order the byte order of the elements
   * @param shape the length of each dimension
   * @param strides how many elements lie between one and the next of each dimension
   * @param offset the index of the first element
   * @param owner the object that the tensor and all views of it keep from being collected; null for
   *     none
   * @return the tensor
   * @throws IllegalArgumentException if an element would lie outside of the memory
   */
  public static Tensor of(
      List<ByteBuffer> segments,
      DType dtype,
      ByteOrder order,
      long[] shape,
      long[] strides,
      long offset,
      Object owner) {
    Cells cells = new BufferCells(segments, numeric(dtype), order, owner);
    return new Tensor(dtype, shape.clone(), strides.clone(), offset, cells, Origin.NUMPY);
  }

  private static DType numeric(DType dtype) {
    if (dtype == DType.TEXT) {
      throw new IllegalArgumentException("Texts are not kept in buffers; use an array of them");
    }
    return dtype;
  }

  // ---------------------------------------------------------------- what it is

  /**
   * The type of the elements.
   *
   * @return the type
   */
  public DType dtype() {
    return dtype;
  }

  /**
   * The length of each dimension.
   *
   * @return a copy
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * The number of dimensions.
   *
   * @return 0 for a scalar
   */
  public int rank() {
    return shape.length;
  }

  /**
   * The number of elements that a tensor of a shape has; allocates nothing.
   *
   * @param dtype the type of the elements
   * @param shape the length of each dimension
   * @return at least 0
   * @throws IllegalArgumentException if a length is negative, or if the elements or their bytes are
   *     too many to be counted by a long
   */
  public static long sizeOf(DType dtype, long... shape) {
    return Shapes.size(shape, dtype.byteSize());
  }

  /**
   * The number of elements.
   *
   * @return at least 0
   */
  public long size() {
    return size;
  }

  /**
   * How many elements of memory lie between an element and the next of each dimension.
   *
   * @return a copy
   */
  public long[] strides() {
    return strides.clone();
  }

  /**
   * Whether the elements follow one another in memory in row-major order.
   *
   * @return whether they do
   */
  public boolean isContiguous() {
    return Shapes.isRowMajor(shape, strides);
  }

  /**
   * What the tensor is to Python.
   *
   * @return {@link Origin#NUMPY} unless it was loaded or set as something else
   */
  public Origin origin() {
    return origin;
  }

  /**
   * The same elements as something else to Python.
   *
   * @param other what it is
   * @return a view of the same memory
   */
  public Tensor withOrigin(Origin other) {
    return new Tensor(dtype, shape, strides, offset, cells, other);
  }

  // ---------------------------------------------------------------- elements

  /**
   * An element as a double: of {@link DType#BOOL} 1 for true, of integers the nearest double
   * (beyond 2<sup>53</sup> not always the same number), unsigned ones taken as such.
   *
   * @param index its index in each dimension
   * @return the number
   * @throws IllegalStateException if the elements are complex or texts
   * @throws IndexOutOfBoundsException if there is no such element; so with all access
   */
  public double getDouble(long... index) {
    return Elements.toDouble(dtype, cells.bits(at(index)));
  }

  /**
   * An element as a long, exactly: of {@link DType#BOOL} 1 for true. Of {@link DType#UINT64} the 64
   * bits, which {@link Long#toUnsignedString(long)} and its like take as unsigned.
   *
   * @param index its index in each dimension
   * @return the integer
   * @throws IllegalStateException if the elements are no integers
   */
  public long getLong(long... index) {
    return Elements.toLong(dtype, cells.bits(at(index)));
  }

  /**
   * A boolean element.
   *
   * @param index its index in each dimension
   * @return the boolean
   * @throws IllegalStateException if the elements are not of {@link DType#BOOL}
   */
  public boolean getBoolean(long... index) {
    Elements.require(dtype, Kind.BOOL);
    return cells.bits(at(index)) != 0;
  }

  /**
   * The real part of a complex element.
   *
   * @param index its index in each dimension
   * @return the real part
   * @throws IllegalStateException if the elements are not complex
   */
  public double getReal(long... index) {
    Elements.require(dtype, Kind.COMPLEX);
    return Elements.toPart(dtype, cells.bits(2 * at(index)));
  }

  /**
   * The imaginary part of a complex element.
   *
   * @param index its index in each dimension
   * @return the imaginary part
   * @throws IllegalStateException if the elements are not complex
   */
  public double getImaginary(long... index) {
    Elements.require(dtype, Kind.COMPLEX);
    return Elements.toPart(dtype, cells.bits(2 * at(index) + 1));
  }

  /**
   * A text element.
   *
   * @param index its index in each dimension
   * @return the text
   * @throws IllegalStateException if the elements are no texts
   */
  public String getText(long... index) {
    Elements.require(dtype, Kind.TEXT);
    return cells.text(at(index));
  }

  private long at(long[] index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(
          "Expected " + shape.length + " indices, one a dimension, but found " + index.length);
    }
    long at = offset;
    for (int i = 0; i < index.length; i++) {
      at += Objects.checkIndex(index[i], shape[i]) * strides[i];
    }
    return at;
  }

  /**
   * Copies elements in row-major order, bit by bit, in the byte order of the target: the way to go
   * through many elements, block by block, whatever the layout.
   *
   * <pre>{@code
   * ByteBuffer block = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
   * for (long i = 0; i < tensor.size(); ) {
   *   i += tensor.copyTo(i, block.clear());
   *   channel.write(block.flip());
   * }
   * }</pre>
   *
   * @param from the first element, counted in row-major order
   * @param target where to; as many elements are copied as there are and as it has room for
   * @return how many
   * @throws IllegalStateException if the elements are texts
   */
  public long copyTo(long from, ByteBuffer target) {
    if (dtype == DType.TEXT) {
      throw new IllegalStateException("Texts have no bytes to copy; use toTextArray");
    }
    Objects.checkFromToIndex(from, size, size);
    long n = Math.min(size - from, target.remaining() / dtype.byteSize());
    if (n > 0) {
      walk(from).copy(cells, dtype, target, n);
    }
    return n;
  }

  /** A walk over the elements, of which there are some. */
  Walk walk(long from) {
    return new Walk(shape, strides, offset, from);
  }

  Cells cells() {
    return cells;
  }

  /**
   * All elements in row-major order, as {@link #getDouble} gives them; of complex ones both parts.
   *
   * @return a new array
   * @throws IllegalStateException if the elements are texts, or too many for an array
   */
  public double[] toDoubleArray() {
    return Elements.doubles(this);
  }

  /**
   * All elements in row-major order as floats; of complex ones both parts.
   *
   * @return a new array
   * @throws IllegalStateException if a float does not hold every value of the dtype, or if there
   *     are too many for an array
   */
  public float[] toFloatArray() {
    return Elements.floats(this);
  }

  /**
   * All elements in row-major order, as {@link #getLong} gives them.
   *
   * @return a new array
   * @throws IllegalStateException if the elements are no integers, or too many for an array
   */
  public long[] toLongArray() {
    return Elements.longs(this);
  }

  /**
   * All elements in row-major order as ints.
   *
   * @return a new array
   * @throws IllegalStateException if the elements are no integers, an int does not hold every value
   *     of the dtype, or there are too many for an array
   */
  public int[] toIntArray() {
    return Elements.ints(this);
  }

  /**
   * All booleans in row-major order.
   *
   * @return a new array
   * @throws IllegalStateException if the elements are no booleans, or too many for an array
   */
  public boolean[] toBooleanArray() {
    return Elements.booleans(this);
  }

  /**
   * All texts in row-major order.
   *
   * @return a new array
   * @throws IllegalStateException if the elements are no texts
   */
  public String[] toTextArray() {
    return Elements.texts(this);
  }

  // ---------------------------------------------------------------- views

  /**
   * The same elements, in row-major order, in another shape: a view if they are contiguous, or else
   * a copy.
   *
   * @param other the length of each dimension
   * @return the tensor
   * @throws IllegalArgumentException if that shape has another number of elements
   */
  public Tensor reshape(long... other) {
    if (Shapes.size(other, dtype.byteSize()) != size) {
      throw new IllegalArgumentException(
          "The shape " + Arrays.toString(other) + " does not have " + size + " elements");
    }
    Tensor t = contiguous();
    long[] own = other.clone();
    return new Tensor(dtype, own, Shapes.rowMajor(own), t.offset, t.cells, origin);
  }

  /**
   * A view with the dimensions in reverse order: of a matrix the transposed one.
   *
   * @return the view
   */
  public Tensor transpose() {
    int[] axes = new int[rank()];
    Arrays.setAll(axes, i -> axes.length - 1 - i);
    return permute(axes);
  }

  /**
   * A view with the dimensions in another order.
   *
   * @param axes the dimension of this tensor that each one of the view is; all, each once
   * @return the view
   * @throws IllegalArgumentException if it is no permutation
   */
  public Tensor permute(int... axes) {
    int[] sorted = axes.clone();
    Arrays.sort(sorted);
    long[] newShape = new long[rank()];
    long[] newStrides = new long[rank()];
    for (int i = 0; i < Math.max(rank(), axes.length); i++) {
      if (axes.length != rank() || sorted[i] != i) {
        throw new IllegalArgumentException(
            "Expected each dimension from 0 to "
                + (rank() - 1)
                + " once but found "
                + Arrays.toString(axes));
      }
      newShape[i] = shape[axes[i]];
      newStrides[i] = strides[axes[i]];
    }
    return new Tensor(dtype, newShape, newStrides, offset, cells, origin);
  }

  /**
   * A view of a range of one dimension.
   *
   * @param axis the dimension
   * @param from its first index
   * @param to after its last index
   * @return the view
   * @throws IndexOutOfBoundsException if there is no such dimension or range
   */
  public Tensor slice(int axis, long from, long to) {
    Objects.checkFromToIndex(from, to, shape[Objects.checkIndex(axis, rank())]);
    return view(axis, from, to - from, 1);
  }

  /**
   * A view of every so many indices of one dimension, as numpy's {@code [::step]}.
   *
   * @param axis the dimension
   * @param step the distance of two indices; below 0 to begin with the last and go backwards
   * @return the view
   * @throws IllegalArgumentException if the step is 0
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  public Tensor every(int axis, long step) {
    long n = shape[Objects.checkIndex(axis, rank())];
    if (step == 0 || step == Long.MIN_VALUE) {
      throw new IllegalArgumentException("Expected a step other than 0 but found " + step);
    }
    long distance = Math.min(Math.abs(step), Math.max(n, 1));
    long count = n == 0 ? 0 : (n - 1) / distance + 1;
    return view(axis, step < 0 && n > 0 ? n - 1 : 0, count, step < 0 ? -distance : distance);
  }

  private Tensor view(int axis, long from, long count, long step) {
    long[] newShape = shape.clone();
    long[] newStrides = strides.clone();
    newShape[axis] = count;
    newStrides[axis] = strides[axis] * step;
    long first = offset + (count == 0 ? 0 : from * strides[axis]);
    return new Tensor(dtype, newShape, newStrides, first, cells, origin);
  }

  /**
   * A view of one index of a dimension, which the view no longer has.
   *
   * @param axis the dimension
   * @param index the index in it
   * @return the view
   * @throws IndexOutOfBoundsException if there is no such dimension or index
   */
  public Tensor select(int axis, long index) {
    Objects.checkIndex(index, shape[Objects.checkIndex(axis, rank())]);
    long[] newShape = without(shape, axis);
    long first = offset + index * strides[axis];
    return new Tensor(dtype, newShape, without(strides, axis), first, cells, origin);
  }

  private static long[] without(long[] array, int index) {
    long[] shorter = Arrays.copyOf(array, array.length - 1);
    System.arraycopy(array, index + 1, shorter, index, shorter.length - index);
    return shorter;
  }

  /**
   * A view of the same bytes as elements of another type of the same size: numpy's {@code
   * view(dtype)}.
   *
   * @param other the type
   * @return the view
   * @throws IllegalArgumentException if its elements have another size or number of parts, or one
   *     of the types is that of texts or booleans
   */
  public Tensor view(DType other) {
    boolean special = other != dtype && (isSpecial(other) || isSpecial(dtype));
    if (special || other.width() != dtype.width() || other.parts() != dtype.parts()) {
      throw new IllegalArgumentException(
          "Elements of " + dtype.numpyName() + " are no " + other.numpyName() + " by their bytes");
    }
    return new Tensor(other, shape, strides, offset, cells, origin);
  }

  private static boolean isSpecial(DType type) {
    return type == DType.BOOL || type == DType.TEXT;
  }

  /**
   * The same elements in row-major order without gaps: this tensor if it is so, or else a copy.
   *
   * @return the tensor
   */
  public Tensor contiguous() {
    return isContiguous() ? this : Elements.copy(this);
  }

  // ---------------------------------------------------------------- as a value

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && dtype == that.dtype
        && Arrays.equals(shape, that.shape)
        && Elements.equal(this, that);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * dtype.hashCode() + Arrays.hashCode(shape)) + Elements.hash(this);
  }

  /**
   * The elements as numpy shows them, beyond a thousand only those at the edges: {@code
   * array([[1.0, 2.0], [3.0, 4.0]], shape=(2, 2), dtype=float64)}.
   */
  @Override
  public String toString() {
    return TensorText.of(this);
  }
}
