package org.datason.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.FrameOrigin;
import org.datason.frame.Schema;
import org.datason.frame.Series;

/**
 * Frames as Arrow's record batches and back. A frame comes back bit by bit, its row labels,
 * categories and time zones included: what Arrow has no form for stands in the metadata of the
 * schema, and other readers of Arrow see an ordinary table. Has no state.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = ArrowMemory.newAllocator();
 *     ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
 *   Frame same = ArrowFrames.toFrame(table.root(), table.dictionaries());
 * }
 * }</pre>
 *
 * <p>Which column becomes which vector:
 *
 * <table>
 * <caption>Types</caption>
 * <tr><th>column</th><th>vector</th></tr>
 * <tr><td>BOOLEAN, integers, floating-point numbers</td><td>the same</td></tr>
 * <tr><td>TEXT</td><td>Utf8; Binary where a text has half of a surrogate pair</td></tr>
 * <tr><td>DATE, TIME, DURATION</td><td>Date(DAY), Time(NANOSECOND, 64), Duration(NANOSECOND)</td></tr>
 * <tr><td>timestamps</td><td>Timestamp of the same unit and zone</td></tr>
 * <tr><td>decimals</td><td>Decimal of 128 bits, of 256 from 39 digits on, Utf8 from 77 on</td></tr>
 * <tr><td>UUID</td><td>FixedSizeBinary(16), as the extension {@code arrow.uuid}</td></tr>
 * <tr><td>BINARY, lists, structs</td><td>Binary, List, Struct</td></tr>
 * <tr><td>dictionaries</td><td>Int(32) and a dictionary of the categories</td></tr>
 * <tr><td>MIXED</td><td>Utf8 of JSON, as the extension {@code arrow.json}</td></tr>
 * </table>
 *
 * <p>Every vector is copied, as whole arrays: Arrow's memory is outside of the heap and freed by
 * hand, a frame is neither. Who wants a frame over a file's own bytes takes {@code ArrowFiles.map}.
 */
public final class ArrowFrames {

  private ArrowFrames() {}

  /**
   * A frame as vectors.
   *
   * @param frame the frame
   * @param allocator where the memory comes from
   * @return the vectors and dictionaries, which the caller closes
   * @throws IllegalArgumentException if a column has more bytes of text than a vector holds (2 GiB)
   * @throws IllegalStateException if Java was started without the flag that Arrow needs
   */
  public static ArrowTable toArrow(Frame frame, BufferAllocator allocator) {
    ArrowMemory.check();
    ArrowTableWriter writer = new ArrowTableWriter(frame, allocator, true);
    try {
      writer.write(frame);
      return writer.table();
    } catch (RuntimeException | Error e) {
      writer.table().close();
      throw e;
    }
  }

  /**
   * The frame of vectors, ours or anybody's. Whole numbers without a sign of 64 bits become
   * decimals, times and durations count nanoseconds, large and view layouts are as their plain
   * ones, maps become lists of structs.
   *
   * @param root the columns, which stay the caller's
   * @param dictionaries the dictionaries that they refer to; null if there are none
   * @return the frame, which shares nothing with the vectors
   * @throws IllegalArgumentException if a column is of a type that frames do not have (a union, an
   *     interval, run ends), holds what its type in a frame cannot, or two have one name
   */
  public static Frame toFrame(VectorSchemaRoot root, DictionaryProvider dictionaries) {
    return toFrame(root, dictionaries, ContentLimit.none());
  }

  static Frame toFrame(VectorSchemaRoot root, DictionaryProvider dictionaries, ContentLimit limit) {
    VectorReader reader = new VectorReader(dictionaries, limit);
    List<FieldVector> vectors = new ArrayList<>(root.getFieldVectors());
    Map<String, String> told = root.getSchema().getCustomMetadata();
    Map<String, String> metadata = told == null ? Map.of() : told;
    FrameBuilder builder = Frame.builder().name(Names.decode(metadata.get(ArrowTableWriter.NAME)));
    if (metadata.containsKey(ArrowTableWriter.INDEX)) {
      int at = index(metadata.get(ArrowTableWriter.INDEX), vectors.size());
      Column labels = read(reader, vectors.remove(at), root.getRowCount());
      builder.index(new Series(Names.decode(metadata.get(ArrowTableWriter.INDEX_NAME)), labels));
    }
    for (FieldVector vector : vectors) {
      builder.column(Names.of(vector.getField()), read(reader, vector, root.getRowCount()));
    }
    boolean polars = "polars".equals(metadata.get(ArrowTableWriter.ORIGIN));
    return builder.build().withOrigin(polars ? FrameOrigin.POLARS : FrameOrigin.PANDAS);
  }

  /**
   * The columns that a schema of Arrow's is to a frame, to read JSON by ({@code
   * BatchOptions.withSchema}). The vectors made of such a frame are of the types above: large and
   * view layouts become plain ones, times and durations count nanoseconds.
   *
   * @param schema the schema
   * @param dictionaries the dictionaries that it refers to, which tell the types of categories;
   *     null if there are none
   * @return the columns
   * @throws IllegalArgumentException if a column is of a type that frames do not have
   */
  public static Schema schema(
      org.apache.arrow.vector.types.pojo.Schema schema, DictionaryProvider dictionaries) {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorSchemaRoot root = VectorSchemaRoot.create(schema, allocator)) {
      return toFrame(root, dictionaries).schema();
    }
  }

  private static int index(String number, int columns) {
    if (!number.matches("\\d{1,9}") || Integer.parseInt(number) >= columns) {
      throw new IllegalArgumentException(
          "The metadata " + ArrowTableWriter.INDEX + " is '" + number + "', which is no column");
    }
    return Integer.parseInt(number);
  }

  private static Column read(VectorReader reader, FieldVector vector, int rows) {
    try {
      return reader.read(vector, rows);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Column '" + vector.getName() + "': " + e.getMessage(), e);
    }
  }
}
