package org.datason.ml.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.error.DatasonIOException;

/**
 * The bytes of an array, and how many of them have been read. Memory grows with what is there,
 * whatever the header says. For one use.
 */
final class NpyInput {

  /** The length of an input that is not known before its end. */
  static final long UNKNOWN = -1;

  /** The size of all segments but the last: a multiple of the size of any element. */
  private static final int SEGMENT = 1 << 30;

  private static final int FIRST_LENGTH = 1 << 20;

  private final String name;
  private final InputStream in;
  private final long length;
  private final int segment;
  private long offset;

  /**
   * An input.
   *
   * @param name what errors call it
   * @param length how many bytes there are, or {@link #UNKNOWN}
   */
  NpyInput(String name, InputStream in, long length) {
    this(name, in, length, SEGMENT);
  }

  /** An input that is read in segments of some other size. */
  NpyInput(String name, InputStream in, long length, int segment) {
    this.name = name;
    this.in = in;
    this.length = length;
    this.segment = segment;
  }

  String name() {
    return name;
  }

  long offset() {
    return offset;
  }

  /** An error with the name of the input before it. */
  DatasonIOException error(String message) {
    return new DatasonIOException(name + " cannot be read: " + message, null);
  }

  /** Reads so many bytes. */
  byte[] read(int n, String what) {
    byte[] bytes = new byte[Math.min(n, FIRST_LENGTH)];
    int at = 0;
    while (true) {
      at += fill(bytes, at, what);
      if (at == n) {
        return bytes;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(n, 2L * at));
    }
  }

  /** Reads as many bytes as there is room for; not all at once, which a channel would buffer. */
  private int fill(byte[] bytes, int from, String what) {
    try {
      int at = from;
      while (at < bytes.length) {
        int wanted = Math.min(bytes.length - at, FIRST_LENGTH);
        int n = in.readNBytes(bytes, at, wanted);
        offset += n;
        at += n;
        if (n < wanted) {
          throw error("it ends at offset " + offset + ", within " + what);
        }
      }
      return at - from;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private DatasonIOException failed(IOException e) {
    String message = name + " cannot be read: " + DatasonIOException.reason(e);
    return new DatasonIOException(message, null, e);
  }

  /** Makes sure that there are so many bytes, where that is known already. */
  void require(long bytes) {
    if (length != UNKNOWN && length - offset < bytes) {
      throw error(
          "its elements have "
              + bytes
              + " bytes by the header, but "
              + (length - offset)
              + " follow from offset "
              + offset
              + " on");
    }
  }

  /** Reads so many bytes, in buffers of one size but for the last. */
  List<ByteBuffer> readSegments(long bytes) {
    require(bytes);
    List<ByteBuffer> segments = new ArrayList<>();
    for (long left = bytes; left > 0; left -= segment) {
      int n = (int) Math.min(left, segment);
      byte[] block;
      if (length == UNKNOWN) {
        block = read(n, "the elements");
      } else {
        block = new byte[n];
        fill(block, 0, "the elements");
      }
      segments.add(ByteBuffer.wrap(block));
    }
    return segments;
  }

  /** Maps the rest of a file, which must be so many bytes. */
  List<ByteBuffer> map(FileChannel channel, long bytes) throws IOException {
    if (length == UNKNOWN) {
      throw error("it is no file that can be mapped into memory");
    }
    require(bytes);
    if (length - offset != bytes) {
      throw goesOn(offset + bytes);
    }
    List<ByteBuffer> segments = new ArrayList<>();
    for (long done = 0; done < bytes; done += segment) {
      long n = Math.min(bytes - done, segment);
      segments.add(channel.map(FileChannel.MapMode.READ_ONLY, offset + done, n));
    }
    return segments;
  }

  /** Makes sure that nothing follows. */
  void end() {
    try {
      if (in.read() >= 0) {
        throw goesOn(offset);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private DatasonIOException goesOn(long end) {
    return error(
        "expected its end behind the array, at offset "
            + end
            + ", but there is more; arrays that follow one another can be read from a stream");
  }
}
