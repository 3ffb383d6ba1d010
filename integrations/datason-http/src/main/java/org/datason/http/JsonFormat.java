package org.datason.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
import org.datason.frame.FrameRows;
import org.datason.frame.Schema;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** {@code application/json}: any value. What comes bit by bit is an array; batches are its rows. */
final class JsonFormat implements BodyFormat {

  /** A document of so many bytes is read from memory, a longer one bit by bit. */
  private static final int IN_MEMORY = 8 << 20;

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
  }

  @Override
  public boolean writes(BodyType type) {
    return true;
  }

  @Override
  public boolean reads(BodyType type) {
    return true;
  }

  @Override
  public MediaType offered(MediaType asked) {
    return TextParameters.offered(
        mediaType(), asked, HttpSettings.PRESET, HttpSettings.API, HttpSettings.DEFAULT);
  }

  // ---------------------------------------------------------------- writing

  @Override
  public void write(Object value, MediaType type, HttpSettings settings, OutputStream out)
      throws IOException {
    if (!(value instanceof Items items)) {
      settings.datasonOf(type).with(c -> c.maxBytes(Long.MAX_VALUE)).write(value, out);
      return;
    }
    if (items.table() != null && settings.datasonOf(type).config().hints()) {
      write(items.table(), settings.datasonOf(type), out);
      return;
    }
    JsonWriter json = settings.rowsOf(type).writer(out);
    json.beginArray();
    if (items.itemType() == Frame.class) {
      Iterator<Frame> batches = items.frames(JsonFormat::unlabelled);
      batches.forEachRemaining(batch -> FrameCodec.writeRows(batch, json, false));
    } else {
      items.forEachRemaining(json::writeValue);
    }
    json.endArray();
    json.flush();
    out.flush();
  }

  /** Writes a table with its types batch by batch; with labels of its rows as a whole. */
  private static void write(StoredTable table, Datason datason, OutputStream out)
      throws IOException {
    JsonWriter json = datason.with(c -> c.maxBytes(Long.MAX_VALUE)).writer(out);
    Frame first;
    try (Stream<Frame> batches = table.batches()) {
      first = batches.findFirst().orElse(null);
    }
    if (first != null && first.index() != null) {
      try (Stream<Frame> batches = table.batches()) {
        json.writeValue(Frame.concat(batches.toList()));
      }
    } else {
      FrameCodec.writeHinted(table::batches, json);
    }
    json.flush();
    out.flush();
  }

  /** A table that has no labels, which rows do not hold. */
  static Frame unlabelled(Frame frame) {
    if (frame.index() != null) {
      throw new HttpProblem(
          406,
          "The table has labels of its rows, which rows in batches, lines and CSV do not hold");
    }
    return frame;
  }

  // ---------------------------------------------------------------- reading

  @Override
  public Object read(
      BodyInput body, MediaType type, Charset charset, BodyType target, HttpSettings settings)
      throws IOException {
    Datason datason = settings.datasonOf(type);
    InputStream in = Utf8Input.of(body.stream(), charset);
    if (!target.isLazy()) {
      try (body) {
        return value(in, datason, target.type());
      }
    }
    return target.isBatches()
        ? batches(in, body, datason, settings)
        : items(in, body, datason, target.item());
  }

  private static Object value(InputStream in, Datason datason, Type type) throws IOException {
    byte[] begin = in.readNBytes(IN_MEMORY);
    JsonReader json =
        begin.length < IN_MEMORY
            ? datason.reader(begin)
            : datason.reader(new SequenceInputStream(new ByteArrayInputStream(begin), in));
    Object value = value(json, datason, type);
    json.end();
    return value;
  }

  private static Object value(JsonReader json, Datason datason, Type type) {
    return type == Object.class ? json.readValue() : json.readValue(handler(datason, type));
  }

  @SuppressWarnings("unchecked")
  private static TypeHandler<Object> handler(Datason datason, Type type) {
    return (TypeHandler<Object>) datason.types().forType(type);
  }

  /** An array of rows bit by bit; a table with its types, or in another layout, as one batch. */
  static Object batches(InputStream in, BodyInput body, Datason datason, HttpSettings settings)
      throws IOException {
    BufferedInputStream input = new BufferedInputStream(in, FrameRows.LOOK);
    if (FrameRows.areAhead(input)) {
      FrameRows rows = new FrameRows(datason.with(c -> c.acceptNonFinite(true)).reader(input));
      return new BodyItems(new Batches(rows, rows::empty), () -> {}, body);
    }
    if (!isArray(input)) {
      Frame whole = (Frame) value(input, datason, Frame.class);
      return new BodyItems(List.of(whole).iterator(), () -> {}, body);
    }
    FrameBatches batches = datason.batches(input, settings.batches());
    return new BodyItems(new Batches(batches, batches::all), batches, body);
  }

  /** Whether an array comes; blanks before it are passed over. */
  private static boolean isArray(BufferedInputStream in) throws IOException {
    int first;
    do {
      in.mark(1);
      first = in.read();
    } while (first == ' ' || first == '\n' || first == '\r' || first == '\t');
    if (first >= 0) {
      in.reset();
    }
    return first == '[';
  }

  @Override
  public Schema schema(BodyInput body, MediaType type, Charset charset, HttpSettings settings)
      throws IOException {
    BufferedInputStream in =
        new BufferedInputStream(Utf8Input.of(body.stream(), charset), FrameRows.LOOK);
    return isArray(in) ? schema(in, settings.datasonOf(type), settings) : null;
  }

  /** The columns that hold all rows. */
  static Schema schema(InputStream in, Datason datason, HttpSettings settings) {
    try (FrameBatches batches = datason.batches(in, settings.batches())) {
      batches.forEachRemaining(batch -> {});
      return batches.schema();
    }
  }

  private static Object items(InputStream in, BodyInput body, Datason datason, Type item) {
    JsonReader json = datason.reader(in);
    json.beginArray();
    Iterator<Object> items =
        new Iterator<>() {
          private boolean ended;

          @Override
          public boolean hasNext() {
            if (!ended && !json.hasNext()) {
              ended = true;
              json.endArray();
              json.end();
            }
            return !ended;
          }

          @Override
          public Object next() {
            return value(json, datason, item);
          }
        };
    return new BodyItems(items, () -> {}, body);
  }
}
