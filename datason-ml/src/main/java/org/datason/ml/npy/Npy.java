package org.datason.ml.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;

/**
 * NumPy's files of one array, {@code .npy}, read and written as a {@link Tensor}, bit by bit.
 *
 * <pre>{@code
 * Npy.write(weights, Path.of("weights.npy")); // in Python: np.load("weights.npy")
 * Tensor same = Npy.read(Path.of("weights.npy"));
 * Tensor large = Npy.map(Path.of("embeddings.npy")); // at once, whatever its size
 * }</pre>
 *
 * <p>Read are the versions 1.0, 2.0 and 3.0 of the format, both orders of elements, both byte
 * orders, and any size. The dtypes are those of a tensor:
 *
 * <ul>
 *   <li>Of texts there are two. {@code <U5} holds any; {@code S5} holds bytes, which are read where
 *       they are ASCII. Texts are written as {@code <U}, as wide as the longest one or as the dtype
 *       that they were read with (unless that is more than 16 times as wide, and a million
 *       characters in all).
 *   <li>NumPy has no bfloat16. It is written as {@code <V2}, two bytes of no type, as NumPy itself
 *       does with JAX's arrays, and such bytes are read as bfloat16: in Python {@code
 *       np.load(file).view(ml_dtypes.bfloat16)}.
 *   <li>Records, Python objects (which are pickled), dates and anything else are refused with an
 *       {@link UnsupportedTypeException}.
 * </ul>
 *
 * <p>Written are files of version 1.0 in little-endian byte order, in Fortran's order of elements
 * where that is how the tensor lies in memory: what NumPy itself writes of such an array.
 */
public final class Npy {

  private Npy() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the tensor, in memory of its own
   * @throws DatasonIOException if the file cannot be read, is no such file, is cut off or goes on
   *     behind the array
   * @throws UnsupportedTypeException if it holds what a tensor cannot
   * @throws LimitException if its header or the texts in it are beyond all measure
   */
  public static Tensor read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      InputStream stream = new BufferedInputStream(Channels.newInputStream(channel));
      NpyInput in = new NpyInput(file.toString(), stream, sizeOf(channel));
      Tensor tensor = read(in);
      in.end();
      return tensor;
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  /** The size of a file; of a pipe or a device, which has none, a negative number. */
  private static long sizeOf(FileChannel channel) throws IOException {
    long size = channel.size();
    return size == 0 ? NpyInput.UNKNOWN : size;
  }

  /**
   * Reads an array from a stream, and nothing behind it, so that several that follow one another
   * can be read one by one.
   *
   * @param in the stream; it is not closed
   * @return the tensor, in memory of its own
   * @throws DatasonIOException if the stream fails, holds something else or ends too soon
   * @throws UnsupportedTypeException if it holds what a tensor cannot
   * @throws LimitException if its header or the texts in it are beyond all measure
   */
  public static Tensor read(InputStream in) {
    return read(new NpyInput("The input", in, NpyInput.UNKNOWN));
  }

  static Tensor read(NpyInput in) {
    NpyHeader header = NpyHeader.read(in);
    if (header.dtype() == DType.TEXT) {
      return NpyTexts.read(header, in);
    }
    return header.tensor(in.readSegments(header.byteSize()));
  }

  /**
   * Maps a file into memory: nothing of it is copied, and what is never looked at is never read.
   * Texts are the exception, they are read at once.
   *
   * <p>The file must stay as it is for as long as the tensor is used. Whoever writes to it changes
   * the tensor; if it is cut off, looking at what is missing throws an {@link InternalError}. The
   * memory is unmapped some time after the tensor and all views of it are gone.
   *
   * @param file the file
   * @return the tensor, a view of the file
   * @throws DatasonIOException as with {@link #read(Path)}
   * @throws UnsupportedTypeException if it holds what a tensor cannot
   * @throws LimitException if its header or the texts in it are beyond all measure
   */
  public static Tensor map(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      InputStream stream = new BufferedInputStream(Channels.newInputStream(channel));
      NpyInput in = new NpyInput(file.toString(), stream, sizeOf(channel));
      NpyHeader header = NpyHeader.read(in);
      if (header.dtype() != DType.TEXT) {
        return header.tensor(in.map(channel, header.byteSize()));
      }
      Tensor texts = NpyTexts.read(header, in);
      in.end();
      return texts;
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  /**
   * Writes a file, whole or not at all.
   *
   * @param tensor the tensor
   * @param file the file; its folder must exist
   * @throws DatasonIOException if the file cannot be written
   * @throws UnsupportedTypeException if NumPy cannot hold the tensor: it has more than 64
   *     dimensions, or a text that ends with the character 0
   */
  public static void write(Tensor tensor, Path file) {
    AtomicFile.save(file, out -> NpyOutput.write(tensor, out));
  }

  /**
   * Writes an array to a stream.
   *
   * @param tensor the tensor
   * @param out the stream; it is flushed, but not closed
   * @throws DatasonIOException if the stream fails
   * @throws UnsupportedTypeException as with {@link #write(Tensor, Path)}
   */
  public static void write(Tensor tensor, OutputStream out) {
    try {
      NpyOutput.write(tensor, out);
      out.flush();
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }
}
