package org.datason.ml.nd4j;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.Pointer;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays of ND4J as tensors and back, bit by bit, whatever their layout: views, slices,
 * permutations, either order, any size.
 *
 * <pre>{@code
 * Tensor view = NdArrays.toTensor(weights.transpose()); // nothing is copied
 * INDArray copy = NdArrays.toNdArray(view);
 * Npz.write(NdArrays.toTensors(network.paramTable()), Path.of("model.npz"));
 * network.setParamTable(NdArrays.toNdArrays(Npz.read(Path.of("model.npz"))));
 * }</pre>
 *
 * <p>JSON needs none of this: {@code datason.toJson(array)} and {@code datason.fromJson(json,
 * INDArray.class)} work where ND4J is on the class path. Thread-safe, as far as nobody changes the
 * arrays meanwhile.
 */
public final class NdArrays {

  /** What ND4J has. */
  private static final int MOST_DIMENSIONS = 32;

  private NdArrays() {}

  // ---------------------------------------------------------------- to tensors

  /**
   * An array as a tensor. Its numbers are not copied: the memory stays ND4J's, whoever changes the
   * array changes the tensor, and the tensor and its views keep the array from being collected.
   * Whoever closes the array ends the life of the tensor too: to look at it then crashes the JVM.
   *
   * <p>Copied are texts, and what lives in a workspace, whose memory is used again after it.
   *
   * @param array the array; one without elements and dimensions, {@code Nd4j.empty()}, becomes a
   *     tensor of the shape (0)
   * @return the tensor
   * @throws UnsupportedTypeException if the array is closed or compressed
   */
  public static Tensor toTensor(INDArray array) {
    Tensor view = view(array);
    boolean lasting = array.isEmpty() || array.dataType() == DataType.UTF8 || !array.isAttached();
    return lasting ? view : NdMemory.copy(view);
  }

  /** An array as a tensor that is gone through at once: never a copy of numbers. */
  static Tensor view(INDArray array) {
    if (array.isCompressed()) {
      throw new UnsupportedTypeException(
          "An INDArray that is compressed has no elements to be seen; decompress it first, with"
              + " Nd4j.getCompressor().decompress(array)",
          null);
    }
    DType dtype = NdTypes.dtype(array.dataType());
    if (array.isEmpty()) {
      return Tensor.empty(dtype, array.rank() == 0 ? new long[] {0} : array.shape());
    }
    if (array.wasClosed()) {
      throw new UnsupportedTypeException(
          "An INDArray that was closed has no elements any more", null);
    }
    Nd4j.getExecutioner().commit();
    Nd4j.getAffinityManager().ensureLocation(array, AffinityManager.Location.HOST);
    Pointer base = array.data().pointer(); // of a view, that of the array it is a view of
    long[] shape = array.shape();
    long[] strides = array.stride();
    if (dtype == DType.TEXT) {
      return new NdTexts(base).tensor(shape, strides, array.offset());
    }
    long first = array.offset();
    long last = first;
    for (int i = 0; i < shape.length; i++) {
      long way = (shape[i] - 1) * strides[i];
      first += Math.min(way, 0);
      last += Math.max(way, 0);
    }
    return Tensor.of(
        NdMemory.segments(base, first, last + 1, dtype.byteSize()),
        dtype,
        ByteOrder.nativeOrder(),
        shape,
        strides,
        array.offset() - first,
        array);
  }

  /**
   * Arrays by their names, such as the parameters of a network, as tensors.
   *
   * @param arrays the arrays
   * @return a new map in the order of the other; {@link #toTensor} says whose memory it is
   * @throws UnsupportedTypeException if one is closed or compressed
   */
  public static Map<String, Tensor> toTensors(Map<String, INDArray> arrays) {
    return each(arrays, NdArrays::toTensor);
  }

  // ---------------------------------------------------------------- to arrays

  /**
   * A tensor as an array of its own, in row-major order, which belongs to no workspace.
   *
   * @param tensor the tensor
   * @return a new array
   * @throws UnsupportedTypeException if ND4J has no such array: of complex numbers, of more than 32
   *     dimensions, of texts with half a pair of surrogates; or if there is no backend of ND4J on
   *     the class path
   */
  public static INDArray toNdArray(Tensor tensor) {
    String obstacle = obstacle(tensor);
    if (obstacle != null) {
      throw new UnsupportedTypeException(obstacle, null);
    }
    try {
      return copy(tensor);
    } catch (LinkageError e) {
      throw withoutBackend(e);
    }
  }

  /** Why ND4J cannot hold a tensor; null if it can. */
  static String obstacle(Tensor tensor) {
    if (tensor.dtype().kind() == DType.Kind.COMPLEX) {
      return "ND4J has no arrays of "
          + tensor.dtype().numpyName()
          + "; read it as a Tensor, or keep the real and the imaginary parts apart";
    }
    if (tensor.rank() > MOST_DIMENSIONS) {
      return "ND4J has no arrays of "
          + tensor.rank()
          + " dimensions, but at most "
          + MOST_DIMENSIONS;
    }
    if (tensor.dtype() == DType.TEXT) {
      for (String text : tensor.toTextArray()) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
          return "ND4J has no text with half a pair of surrogates";
        }
      }
    }
    return null;
  }

  private static INDArray copy(Tensor tensor) {
    if (tensor.dtype() == DType.TEXT) {
      return NdTexts.array(tensor);
    }
    DataType type = NdTypes.dataType(tensor.dtype());
    if (tensor.size() == 0) {
      return Nd4j.create(type, tensor.shape());
    }
    INDArray array = Nd4j.createUninitializedDetached(type, 'c', tensor.shape());
    NdMemory.fill(tensor, array.data().pointer());
    Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
    return array;
  }

  /** The array without elements and dimensions, whose shape no tensor has. */
  static INDArray empty(DType dtype) {
    try {
      return Nd4j.empty(NdTypes.dataType(dtype));
    } catch (LinkageError e) {
      throw withoutBackend(e);
    }
  }

  private static UnsupportedTypeException withoutBackend(LinkageError e) {
    return new UnsupportedTypeException(
        "An INDArray needs a backend of ND4J, and none starts here; put nd4j-native and its"
            + " classifier for this system on the class path, or read a Tensor instead",
        null,
        e);
  }

  /**
   * Tensors by their names as arrays, such as the parameters of a network.
   *
   * @param tensors the tensors
   * @return a new map in the order of the other
   * @throws UnsupportedTypeException as with {@link #toNdArray}
   */
  public static Map<String, INDArray> toNdArrays(Map<String, Tensor> tensors) {
    return each(tensors, NdArrays::toNdArray);
  }

  private static <A, B> Map<String, B> each(Map<String, A> values, Function<A, B> change) {
    Map<String, B> changed = new LinkedHashMap<>();
    values.forEach((name, value) -> changed.put(name, change.apply(value)));
    return changed;
  }
}
