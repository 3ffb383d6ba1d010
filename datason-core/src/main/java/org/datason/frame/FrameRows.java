package org.datason.frame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * The rows of a table that a document holds together with its types, as {@link
 * FrameCodec#writeHinted(Frame, JsonWriter)} writes it in the layouts records, split and values: in
 * batches, in their order. One batch, the labels of all rows and the categories are held. Not
 * thread-safe.
 *
 * <pre>{@code
 * BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), FrameRows.LOOK);
 * if (FrameRows.areAhead(in)) {
 *   new FrameRows(datason.reader(in)).forEachRemaining(batch -> plot(batch));
 * }
 * }</pre>
 *
 * <p>Errors are those of the reader, an {@link org.datason.error.MismatchException} for what is no
 * such table; after one there are no more batches. The end of the document is checked with the last
 * batch.
 */
public final class FrameRows implements Iterator<Frame> {

  /** So many bytes at the beginning of a document tell whether it holds such a table. */
  public static final int LOOK = 1 << 12;

  /** So many bytes of JSON make a batch, or a row more. */
  private static final int BATCH = 1 << 20;

  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\s*\\{\\s*\"__datason_type__\"\\s*:\\s*\"pandas\\.DataFrame\"\\s*,"
              + "\\s*\"__datason_value__\"\\s*:\\s*\\{\\s*\"orient\"\\s*:\\s*"
              + "\"(?:records|split|values)\"\\s*,\\s*\"__datason_schema__\"\\s*:");

  private final JsonReader in;
  private final int size;
  private final List<Column> labels = new ArrayList<>();
  private String orient;
  private TableSpec spec;
  private Schema schema;

  /** The batch to come, or all rows where they are told in another order. */
  private Frame next;

  /** Whether the reader stands among rows. */
  private boolean inRows;

  private List<ColumnBuilder> builders;
  private Records records;
  private int batchRows;
  private int batchBytes;
  private int rows;

  /**
   * Begins to read a document.
   *
   * @param in before such a table as {@link #areAhead} tells; where it holds bare NaN, the setting
   *     {@code acceptNonFinite} must be on
   * @throws org.datason.error.MismatchException if it is none
   */
  public FrameRows(JsonReader in) {
    this(in, BATCH);
  }

  /**
   * Begins to read a document.
   *
   * @param size so many bytes of JSON make a batch, or a row more
   */
  FrameRows(JsonReader in, int size) {
    this.in = in;
    this.size = size;
    begin();
  }

  /**
   * Whether a document begins as such a table does. Others, which tell their types behind the rows
   * or not at all, have to be read whole.
   *
   * @param in a stream that supports {@code mark}, which stands where it stood
   * @return whether it does
   * @throws IOException if the stream fails
   */
  public static boolean areAhead(InputStream in) throws IOException {
    in.mark(LOOK);
    byte[] bytes = in.readNBytes(LOOK);
    in.reset();
    return BEGINNING.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).lookingAt();
  }

  /**
   * The columns of all batches.
   *
   * @return their names and types
   */
  public Schema schema() {
    return schema;
  }

  /**
   * A frame without rows that has the columns, and the labels if there are any.
   *
   * @return the frame
   */
  public Frame empty() {
    List<Column> columns = new ArrayList<>();
    spec.fields().forEach(field -> columns.add(field.newBuilder().build()));
    return new Frame(spec.tableName(), schema, columns, labels(0, 0), 0);
  }

  // ---------------------------------------------------------------- up to the rows

  private void begin() {
    in.beginObject();
    expect(Envelope.TYPE);
    part(reader -> reader.readString());
    expect(Envelope.VALUE);
    in.beginObject();
    expect("orient");
    part(reader -> orient = reader.readString());
    expect(SchemaWriter.MEMBER);
    part(reader -> spec = TableSpec.read(reader));
    schema = ColumnSpec.schema(spec.fields());
    if (spec.index() != null && spec.index().values() != null) {
      labels.add(spec.index().values());
    }
    expect("data");
    boolean apart = orient.equals("split");
    if (spec.fields().stream().anyMatch(ColumnSpec::namesParts)) {
      part(reader -> next = new TableReader(reader, spec, null).read(orient));
      finish();
      return;
    }
    if (apart) {
      beginSplit();
    } else {
      in.beginArray();
      inRows = true;
    }
    newBatch();
  }

  private void beginSplit() {
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "index" -> part(this::readLabels);
        case "columns" -> part(this::readNames);
        case "data" -> {
          in.beginArray();
          inRows = true;
          return;
        }
        default -> throw in.mismatch("the members index, columns and data of a split table");
      }
    }
    throw in.mismatch("the rows of a split table");
  }

  private void readLabels(JsonReader reader) {
    if (spec.index() == null) {
      reader.skipValue(); // the numbers of the rows
      return;
    }
    reader.beginArray();
    spec.index().builder().appendAllFrom(reader);
    reader.endArray();
    labels.add(spec.index().finish());
  }

  private void readNames(JsonReader reader) {
    List<String> names = new ArrayList<>();
    TableReader.readTexts(reader, names);
    if (!names.equals(schema.fields().stream().map(Field::name).toList())) {
      throw new IllegalArgumentException("the schema has other names than the table");
    }
  }

  private void expect(String member) {
    if (!in.hasNext() || !in.readName().equals(member)) {
      throw in.mismatch("the member " + member + " of a table with its types");
    }
  }

  /** Reads a value that is at hand as a whole. */
  private void part(Consumer<JsonReader> read) {
    in.readValue(new Part(read));
  }

  /** What reads a part of the table. */
  private record Part(Consumer<JsonReader> reading) implements TypeHandler<Frame> {

    @Override
    public Class<Frame> type() {
      return Frame.class;
    }

    @Override
    public String hint() {
      return "";
    }

    @Override
    public void write(Frame value, JsonWriter out) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public Frame read(JsonReader in) {
      reading.accept(in);
      return null;
    }
  }

  // ---------------------------------------------------------------- rows

  private void newBatch() {
    builders = new ArrayList<>();
    spec.fields().forEach(field -> builders.add(field.newBuilder()));
    records = new Records(schema, builders, null);
    records.countFrom(rows);
    batchRows = 0;
    batchBytes = 0;
  }

  @Override
  public boolean hasNext() {
    if (next == null && inRows) {
      boolean more = false;
      try {
        more = in.hasNext();
        for (; more && batchBytes < size; more = in.hasNext()) {
          in.readValue(row);
        }
        next = batch();
        if (!more) {
          in.endArray();
          end();
        }
      } finally {
        inRows = more;
      }
    }
    return next != null;
  }

  private final TypeHandler<Frame> row = new Part(this::readRow);

  private void readRow(JsonReader reader) {
    int ahead = reader.bytesAhead();
    if (orient.equals("records")) {
      TableReader.expect(reader, JsonToken.BEGIN_OBJECT);
      records.read(reader);
    } else {
      readValues(reader);
    }
    batchRows++;
    batchBytes += ahead - reader.bytesAhead();
  }

  private void readValues(JsonReader reader) {
    int i = 0;
    reader.beginArray();
    for (; reader.hasNext(); i++) {
      if (i == builders.size()) {
        throw new IllegalArgumentException(
            "row " + (rows + batchRows) + " has more values than " + i);
      }
      builders.get(i).appendFrom(reader);
    }
    reader.endArray();
    if (i < builders.size()) {
      throw new IllegalArgumentException(
          "row " + (rows + batchRows) + " has " + i + " values, not " + builders.size());
    }
  }

  /** The rows since the last batch; null if there are none. */
  private Frame batch() {
    if (batchRows == 0) {
      return null;
    }
    if (rows + (long) batchRows > spec.rows()) {
      throw in.mismatch("the end of the rows (the schema tells " + spec.rows() + ")");
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < builders.size(); i++) {
      columns.add(spec.fields().get(i).finish(builders.get(i), rows, batchRows));
    }
    Frame frame =
        new Frame(spec.tableName(), schema, columns, labels(rows, rows + batchRows), batchRows);
    rows += batchRows;
    newBatch();
    return frame;
  }

  private Series labels(int from, int to) {
    if (spec.index() == null) {
      return null;
    }
    if (labels.isEmpty() || labels.get(0).size() < to) {
      throw in.mismatch("a label for each row");
    }
    return new Series(spec.index().name(), labels.get(0).slice(from, to));
  }

  // ---------------------------------------------------------------- behind the rows

  private void end() {
    if (orient.equals("split")) {
      while (in.hasNext()) {
        if (!in.readName().equals("index") || spec.index() != null) {
          throw in.mismatch("no member behind the rows of a split table");
        }
        in.skipValue();
      }
      in.endObject();
    }
    if (rows != spec.rows()) {
      throw in.mismatch(
          "another row (the schema tells " + spec.rows() + ", and " + rows + " came)");
    }
    finish();
  }

  private void finish() {
    if (in.hasNext()) {
      throw in.mismatch("no member behind the rows");
    }
    in.endObject();
    while (in.hasNext()) {
      in.readName();
      in.skipValue(); // such as a name of the Java type
    }
    in.endObject();
    in.end();
  }

  /**
   * The next batch.
   *
   * @return one row or more
   */
  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more batches");
    }
    Frame frame = next;
    next = null;
    return frame;
  }
}
