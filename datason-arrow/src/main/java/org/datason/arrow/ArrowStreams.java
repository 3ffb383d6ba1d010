package org.datason.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.frame.Frame;

/**
 * Frames in streams of Arrow's IPC format: for pipes and sockets, where nothing can be looked up
 * behind. Has no state.
 *
 * <pre>{@code
 * ArrowStreams.write(out, frame, Compression.NONE);
 * try (ArrowBatches batches = ArrowStreams.batches(in)) {
 *   batches.stream().forEach(this::plot);
 * }
 * }</pre>
 *
 * <p>All methods throw a {@link DatasonIOException} if the stream cannot be read or written, and an
 * {@link IllegalStateException} if Java was started without the flag that Arrow needs.
 */
public final class ArrowStreams {

  private ArrowStreams() {}

  /**
   * Writes a frame, in batches of 131,072 rows.
   *
   * @param out the stream, which is flushed and stays open
   * @param frame the frame
   * @param compression how its buffers are compressed
   */
  public static void write(OutputStream out, Frame frame, Compression compression) {
    write(out, ArrowBatchWriter.parts(frame), frame, compression);
  }

  /**
   * Writes frames as the batches of one stream, each as it comes.
   *
   * @param out the stream, which is flushed and stays open
   * @param batches at least one, all of one schema; their categories may differ
   * @param compression how their buffers are compressed
   * @throws IllegalArgumentException if there is none, or they differ
   */
  public static void write(OutputStream out, Iterator<Frame> batches, Compression compression) {
    write(out, batches, null, compression);
  }

  private static void write(
      OutputStream out, Iterator<Frame> batches, Frame fields, Compression compression) {
    try {
      ArrowBatchWriter.write(batches, fields, false, compression, new OpenOutput(out));
      out.flush();
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }

  /**
   * Reads all batches of a stream.
   *
   * @param in the stream, which stays open
   * @return its rows
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   */
  public static Frame read(InputStream in) {
    return read(in, Long.MAX_VALUE);
  }

  /**
   * Reads all batches of a stream that somebody else has made, who could have a few bytes stand for
   * many.
   *
   * <pre>{@code
   * Frame frame = ArrowStreams.read(in, 1 << 30); // whatever its buffers say
   * }</pre>
   *
   * @param in the stream, which stays open
   * @param maxBytes how many bytes its compressed buffers may have together after decompression; of
   *     columns for which no bytes are sent (nulls, the places of lists of one size) each row
   *     counts by what it takes here
   * @return its rows
   * @throws LimitException if it has more
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   */
  public static Frame read(InputStream in, long maxBytes) {
    try (ArrowBatches batches = batches(new OpenInput(in), maxBytes)) {
      return batches.all();
    }
  }

  /**
   * Reads a stream batch by batch.
   *
   * @param in the stream, which is closed with the batches
   * @return its batches, which the caller closes
   */
  public static ArrowBatches batches(InputStream in) {
    return batches(in, Long.MAX_VALUE);
  }

  /**
   * Reads a stream batch by batch that somebody else has made.
   *
   * @param in the stream, which is closed with the batches
   * @param maxBytes as in {@link #read(InputStream, long)}, for all batches together
   * @return its batches, which the caller closes; they throw a {@link LimitException} beyond it
   */
  public static ArrowBatches batches(InputStream in, long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("maxBytes must be at least 0, not " + maxBytes);
    }
    ContentLimit limit = new ContentLimit(maxBytes);
    return new ArrowBatches(
        "The stream", allocator -> new StreamReader(in, allocator, limit), limit);
  }
}
