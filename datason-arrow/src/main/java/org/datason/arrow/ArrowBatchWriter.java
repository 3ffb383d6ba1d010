package org.datason.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.datason.frame.Frame;

/** Writes frames as the record batches of one file or stream. Has no state. */
final class ArrowBatchWriter {

  /** So many rows make a batch, so that readers need little memory. */
  static final int ROWS = 1 << 17;

  private ArrowBatchWriter() {}

  /** The rows of a frame in parts that make good batches: at least one. */
  static Iterator<Frame> parts(Frame frame) {
    return new Iterator<>() {
      private int from;
      private boolean begun;

      @Override
      public boolean hasNext() {
        return !begun || from < frame.size();
      }

      @Override
      public Frame next() {
        int to = Math.min(frame.size(), from + ROWS);
        Frame part = frame.slice(from, to);
        from = to;
        begun = true;
        return part;
      }
    };
  }

  /**
   * Writes all frames.
   *
   * @param fields what decides the fields: the whole of a frame of which the first part is written;
   *     null for the first frame
   */
  static void write(
      Iterator<Frame> frames, Frame fields, boolean file, Compression compression, OutputStream out)
      throws IOException {
    ArrowMemory.check();
    if (!frames.hasNext()) {
      throw new IllegalArgumentException("There is no frame to write, and so no schema");
    }
    Frame first = frames.next();
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      ArrowTableWriter tables =
          new ArrowTableWriter(fields == null ? first : fields, allocator, file);
      EndlessChannel endless = new EndlessChannel(out);
      try (ArrowTable table = tables.table();
          ArrowWriter writer = writer(table, file, compression, endless)) {
        try {
          tables.write(first);
          writer.start();
          writer.writeBatch();
          while (frames.hasNext()) {
            tables.write(frames.next());
            writer.writeBatch();
          }
          writer.end();
        } catch (Throwable e) {
          endless.stop(); // closing the writer would put an end behind a part of the table
          throw e;
        }
      }
    }
  }

  private static ArrowWriter writer(
      ArrowTable table, boolean file, Compression compression, WritableByteChannel out) {
    VectorSchemaRoot root = table.root();
    DictionaryProvider dictionaries = table.dictionaries();
    IpcOption option = IpcOption.DEFAULT;
    Optional<Integer> level = Optional.empty();
    Codecs codecs = new Codecs(ContentLimit.none());
    return file
        ? new ArrowFileWriter(
            root, dictionaries, out, Map.of(), option, codecs, compression.type(), level)
        : new ArrowStreamWriter(root, dictionaries, out, option, codecs, compression.type(), level);
  }
}
