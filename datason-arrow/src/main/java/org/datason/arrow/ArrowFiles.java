package org.datason.arrow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;

/**
 * Frames in files of Arrow's IPC format, which any Arrow library reads. What is written is there as
 * a whole or not at all, and comes back bit by bit. Has no state.
 *
 * <pre>{@code
 * ArrowFiles.write(Path.of("runs.arrow"), frame, Compression.ZSTD);
 * Frame same = ArrowFiles.read(Path.of("runs.arrow"));
 * }</pre>
 *
 * <p>All methods throw a {@link DatasonIOException} if the file cannot be read or written, and an
 * {@link IllegalStateException} if Java was started without the flag that Arrow needs.
 */
public final class ArrowFiles {

  static final byte[] MAGIC = {'A', 'R', 'R', 'O', 'W', '1'};

  private ArrowFiles() {}

  /**
   * Writes a frame, in batches of 131,072 rows.
   *
   * @param file the file; its folder must exist
   * @param frame the frame
   * @param compression how its buffers are compressed
   */
  public static void write(Path file, Frame frame, Compression compression) {
    AtomicFile.save(
        file,
        out ->
            ArrowBatchWriter.write(ArrowBatchWriter.parts(frame), frame, true, compression, out));
  }

  /**
   * Writes frames as the batches of one file, none of which is held longer than it takes.
   *
   * @param file the file; its folder must exist
   * @param batches at least one, all of one schema and with the same categories
   * @param compression how their buffers are compressed
   * @throws IllegalArgumentException if there is none, or they differ
   */
  public static void write(Path file, Iterator<Frame> batches, Compression compression) {
    AtomicFile.save(file, out -> ArrowBatchWriter.write(batches, null, true, compression, out));
  }

  /**
   * Reads all batches of a file, or of a stream that was saved as one.
   *
   * @param file the file
   * @return its rows
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   */
  public static Frame read(Path file) {
    try (ArrowBatches batches = batches(file)) {
      return batches.all();
    }
  }

  /**
   * Opens a file, or a stream that was saved as one, to read it batch by batch.
   *
   * @param file the file
   * @return its batches, which the caller closes
   */
  public static ArrowBatches batches(Path file) {
    return new ArrowBatches(
        file.toString(),
        allocator -> {
          if (isStream(file)) {
            InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            return new StreamReader(in, allocator, ContentLimit.none());
          }
          FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
          return new ArrowFileReader(channel, allocator, new Codecs(ContentLimit.none()));
        });
  }

  /**
   * Opens a file to read it batch by batch through the system's memory mapping: Arrow's vectors are
   * the file's own pages, so that of a file without compression nothing is copied but the columns
   * of the batch that is asked for. The file must not change meanwhile.
   *
   * <pre>{@code
   * try (ArrowBatches batches = ArrowFiles.map(Path.of("runs.arrow"))) {
   *   Frame first = batches.next();
   * }
   * }</pre>
   *
   * @param file the file; a stream that was saved as one cannot be mapped
   * @return its batches, which the caller closes
   */
  public static ArrowBatches map(Path file) {
    return new ArrowBatches(
        file.toString(),
        allocator -> {
          if (isStream(file)) {
            throw new IOException("it does not begin as a file of Arrow's does");
          }
          return new MappedFileReader(file, allocator);
        });
  }

  /**
   * What is in a file, or in a stream that was saved as one, beside its rows. Of a file the rows
   * are not read, of a stream one batch at a time.
   *
   * @param file the file
   * @return its schema, batches and metadata
   */
  public static ArrowDescription describe(Path file) {
    try {
      if (isStream(file)) {
        try (ArrowBatches batches = batches(file)) {
          List<Long> rows = new ArrayList<>();
          while (batches.loadsNext()) {
            rows.add((long) batches.root().getRowCount());
          }
          return describe(true, batches.root().getSchema(), rows, batches.dictionaries());
        }
      }
      try (BufferAllocator allocator = ArrowMemory.newAllocator();
          MappedFileReader reader = new MappedFileReader(file, allocator)) {
        return describe(false, reader.schema(), reader.batchRows(), reader.dictionaries());
      }
    } catch (IOException | RuntimeException e) {
      throw ArrowBatches.failed(file.toString(), e);
    }
  }

  private static ArrowDescription describe(
      boolean stream, Schema schema, List<Long> rows, int dictionaries) {
    List<String> fields = new ArrayList<>();
    for (Field field : schema.getFields()) {
      fields.add(Names.of(field) + ": " + type(field));
    }
    Map<String, String> told = schema.getCustomMetadata();
    return new ArrowDescription(stream, fields, told == null ? Map.of() : told, rows, dictionaries);
  }

  private static String type(Field field) {
    StringBuilder type = new StringBuilder(field.getType().toString());
    if (!field.getChildren().isEmpty()) {
      type.append('<');
      for (int i = 0; i < field.getChildren().size(); i++) {
        Field child = field.getChildren().get(i);
        type.append(i == 0 ? "" : ", ").append(child.getName()).append(": ").append(type(child));
      }
      type.append('>');
    }
    String extension = field.getMetadata().get(ArrowFields.EXTENSION);
    type.append(field.getDictionary() == null ? "" : ", as a dictionary");
    return type.append(extension == null ? "" : ", as " + extension).toString();
  }

  /** Whether a file does not begin as the file format does. */
  static boolean isStream(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return !Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }
}
