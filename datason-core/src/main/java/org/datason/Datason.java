package org.datason;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.datason.config.DatasonConfig;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.Recognition;
import org.datason.error.LimitException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.FrameCodec;
import org.datason.frame.HintedTable;
import org.datason.json.DocumentChunks;
import org.datason.json.Explanation;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.SpareBuffer;
import org.datason.json.TypeHandler;
import org.datason.recognition.Recognizers;
import org.datason.redaction.Redaction;
import org.datason.types.TypeRegistry;

/**
 * Writes objects as JSON and reads them back as what they were. Values that JSON has no form for (a
 * UUID, a date, a decimal) carry a type hint, in the envelope that Python's datason uses.
 *
 * <p>Immutable and thread-safe; make one and keep it. Deriving another one by {@link #with} is
 * cheap.
 *
 * <pre>{@code
 * Datason datason = Datason.create();
 *
 * Map<String, Object> run = new LinkedHashMap<>();
 * run.put("id", UUID.randomUUID());
 * run.put("started", Instant.now());
 * run.put("loss", 0.25);
 *
 * String json = datason.toJson(run);
 * Object same = datason.fromJson(json); // equal to run
 *
 * datason.save(Path.of("run.json.gz"), run);
 * Object again = datason.load(Path.of("run.json.gz"));
 * }</pre>
 *
 * <p>All methods that read throw {@link org.datason.error.JsonSyntaxException} for what is not
 * JSON, {@link org.datason.error.MismatchException} for a value of another kind than was asked for,
 * and {@link LimitException} beyond a limit of the settings. All that write throw {@link
 * org.datason.error.UnsupportedTypeException} for a value that could not be read back as it is. A
 * file or stream that fails gives a {@link org.datason.error.DatasonIOException}.
 */
public final class Datason {

  private final DatasonConfig config;
  private final TypeRegistry types;

  /** Null for the default ones, which are not loaded before they are needed. */
  private final Recognizers recognizers;

  /** What is replaced on writing, or null. */
  private final Redaction redaction;

  /** The buffer of the last document; null where that is turned off. */
  private final SpareBuffer spare;

  private Datason(
      DatasonConfig config, TypeRegistry types, Recognizers recognizers, Redaction redaction) {
    this.config = config;
    this.types = types;
    this.recognizers = recognizers;
    this.redaction = redaction;
    spare = config.reuseBuffers() ? new SpareBuffer() : null;
  }

  /**
   * A Datason with the default settings and the built-in types.
   *
   * @return a new instance
   */
  public static Datason create() {
    return builder().build();
  }

  /**
   * A builder for other settings and more types.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The same types with other settings.
   *
   * <pre>{@code
   * datason.with(c -> c.indent(2).sortKeys(true)).toJson(run)
   * }</pre>
   *
   * @param change what to change in the settings
   * @return another instance; this one stays as it is
   * @throws IllegalArgumentException if the settings contradict each other
   */
  public Datason with(UnaryOperator<DatasonConfigBuilder> change) {
    return new Datason(change.apply(config.toBuilder()).build(), types, recognizers, redaction);
  }

  /**
   * The same types and settings with another redaction, or with its summary:
   *
   * <pre>{@code
   * RedactionSummary summary = new RedactionSummary();
   * datason.with(redaction.withSummary(summary)).save(file, users);
   * }</pre>
   *
   * @param redaction what is replaced on writing
   * @return another instance; this one stays as it is
   */
  public Datason with(Redaction redaction) {
    return new Datason(config, types, recognizers, Objects.requireNonNull(redaction, "redaction"));
  }

  /**
   * The same settings and types with one more type:
   *
   * <pre>{@code
   * datason.with(new MoneyHandler()).toJson(price)
   * }</pre>
   *
   * @param handler its handler, which is asked before all others
   * @return another instance; this one stays as it is
   */
  public Datason with(TypeHandler<?> handler) {
    return new Datason(config, types.with(handler), recognizers, redaction);
  }

  /**
   * The settings.
   *
   * @return the settings
   */
  public DatasonConfig config() {
    return config;
  }

  /**
   * The types: what finds the handler of a class, a hint or a declared type.
   *
   * @return the types
   */
  public TypeRegistry types() {
    return types;
  }

  // ---------------------------------------------------------------- writing

  /**
   * Writes a value as JSON text.
   *
   * @param value the value, or null
   * @return the text
   */
  public String toJson(Object value) {
    return written(value).toString();
  }

  /**
   * Writes a value as JSON in UTF-8.
   *
   * @param value the value, or null
   * @return the bytes
   */
  public byte[] toBytes(Object value) {
    return written(value).takeByteArray();
  }

  /**
   * Writes a value as JSON in UTF-8 to a stream, which is flushed and stays open. A value that
   * cannot be written leaves the stream as it was if its JSON stays under 64 KiB; of a larger one a
   * part may have been written, which the error thrown is the only sign of.
   *
   * @param value the value, or null
   * @param out the stream
   */
  public void write(Object value, OutputStream out) {
    write(value, writer(Objects.requireNonNull(out, "out")));
    Documents.flush(out);
  }

  /**
   * Writes a value as JSON in UTF-8 to a channel in blocking mode, which stays open; otherwise as
   * {@link #write(Object, OutputStream)}.
   *
   * @param value the value, or null
   * @param out the channel
   */
  public void write(Object value, WritableByteChannel out) {
    write(value, Channels.newOutputStream(Objects.requireNonNull(out, "out")));
  }

  /**
   * Writes a value as JSON in UTF-8 to a file, which holds the whole of it or, after an error, what
   * it held before.
   *
   * @param value the value, or null
   * @param file the file; its folder must exist
   */
  public void write(Object value, Path file) {
    AtomicFile.write(file, false, out -> write(value, writer(out)));
  }

  /**
   * Saves a value for good: like {@link #write(Object, Path)}, compressed by gzip if the name ends
   * with {@code .gz}, and on disk, not only in the system's cache, when this returns.
   *
   * @param file the file; its folder must exist
   * @param value the value, or null
   */
  public void save(Path file, Object value) {
    Documents.save(file, out -> write(value, writer(out)));
  }

  /**
   * Saves JSON that is made piece by piece; otherwise as {@link #save(Path, Object)}. An error
   * thrown by the content leaves the file as it was.
   *
   * <pre>{@code
   * datason.savePieces(Path.of("runs.ndjson.gz"), out -> {
   *   for (Run run : runs) {
   *     out.writeValue(run);
   *     out.endLine();
   *   }
   * });
   * }</pre>
   *
   * @param file the file; its folder must exist
   * @param content writes whole values, or nothing
   */
  public void savePieces(Path file, Consumer<JsonWriter> content) {
    Documents.save(
        file,
        stream -> {
          JsonWriter out = writer(stream);
          content.accept(out);
          if (!out.isEmpty()) {
            out.flush();
          }
        });
  }

  /**
   * Saves values as JSON Lines: each on a line of its own, whatever {@code indent} says. Otherwise
   * as {@link #save(Path, Object)}; an error thrown by the stream leaves the file as it was.
   *
   * <pre>{@code
   * datason.saveLines(Path.of("runs.jsonl.gz"), runs.stream());
   * }</pre>
   *
   * @param file the file; its folder must exist
   * @param values the values, taken in their order; the stream is closed
   */
  public void saveLines(Path file, Stream<?> values) {
    try (values) {
      with(c -> c.indent(0))
          .savePieces(
              file,
              out ->
                  values.forEachOrdered(
                      value -> {
                        out.writeValue(value);
                        out.endLine();
                      }));
    }
  }

  /**
   * Saves the rows of a table that need not fit the memory: as one array if the name ends with
   * {@code .json} or {@code .json.gz}, else as JSON Lines. The work is shared by as many threads as
   * the setting {@code workers} says. Otherwise as {@link #save(Path, Object)}; types are not
   * written.
   *
   * <pre>{@code
   * try (FrameBatches batches = datason.batches(in, BatchOptions.defaults())) {
   *   datason.saveBatches(Path.of("runs.jsonl.gz"), batches.stream().map(this::cleaned));
   * }
   * }</pre>
   *
   * @param file the file; its folder must exist
   * @param batches the rows, taken in their order; the stream is closed
   */
  public void saveBatches(Path file, Stream<Frame> batches) {
    Path name = Objects.requireNonNull(file, "file").getFileName();
    boolean array = name != null && name.toString().matches("(?i).*\\.json(\\.gz)?");
    try (batches) {
      Datason datason = array ? this : with(c -> c.indent(0));
      datason.savePieces(
          file,
          out -> {
            if (array) {
              out.beginArray();
            }
            FrameCodec.writeRows(batches.iterator(), out, !array);
            if (array) {
              out.endArray();
            }
          });
    }
  }

  /**
   * The same, in other threads: {@link Async} has what takes long for whole documents.
   *
   * @param executor runs it
   * @return the forms that give a {@link java.util.concurrent.CompletableFuture}
   */
  public Async async(Executor executor) {
    return new Async(this, executor);
  }

  private JsonWriter written(Object value) {
    JsonWriter out = newWriter(null);
    write(value, out);
    return out;
  }

  private static void write(Object value, JsonWriter out) {
    out.writeValue(value);
    out.flush();
  }

  /**
   * How a value would be written and why: the handler, hint and form of each part of it. Never
   * throws for a value that cannot be written, but says what hinders it and what to do. Shown are
   * names and types, no values; what a redaction replaces is shown as it would be without.
   *
   * <pre>{@code
   * System.out.println(datason.explain(run));
   * }</pre>
   *
   * @param value the value, or null
   * @return a tree of its parts; its {@code toString()} is a table
   */
  public Explanation explain(Object value) {
    return Explanation.of(value, config, types);
  }

  /**
   * The size of a value's JSON. It is exact, not a guess: the value is written to nowhere and its
   * bytes are counted, which takes as long as writing it but no more than 64 KiB of memory.
   *
   * @param value the value, or null
   * @return the number of bytes of {@link #toBytes}, which can be more than an array holds
   * @throws org.datason.error.UnsupportedTypeException if it cannot be written
   */
  public long estimate(Object value) {
    ByteCounter counter = new ByteCounter();
    write(value, writer(counter));
    return counter.count();
  }

  /**
   * A writer that hands its JSON to a stream bit by bit: for output that is made piece by piece,
   * and for JSON Lines ({@link JsonWriter#endLine}).
   *
   * @param out the stream; the writer neither flushes nor closes it
   * @return a new writer
   */
  public JsonWriter writer(OutputStream out) {
    return newWriter(Objects.requireNonNull(out, "out"));
  }

  /**
   * A writer into memory.
   *
   * @return a new writer
   */
  public JsonWriter writer() {
    return newWriter(null);
  }

  private JsonWriter newWriter(OutputStream out) {
    if (redaction != null) {
      return JsonWriter.redacting(config, types, out, redaction.redactor());
    }
    return out == null && spare != null
        ? new JsonWriter(config, types, spare)
        : new JsonWriter(config, types, out);
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads JSON text into what it says: hinted values as their types, objects as maps that keep
   * their order, arrays as lists, integers as the smallest of Integer, Long and BigInteger, other
   * numbers as Double.
   *
   * @param json the text
   * @return the value, or null for {@code null}
   */
  public Object fromJson(String json) {
    return read(reader(json), null);
  }

  /**
   * Reads JSON in UTF-8; otherwise as {@link #fromJson(String)}.
   *
   * @param json the bytes
   * @return the value, or null for {@code null}
   */
  public Object fromJson(byte[] json) {
    return read(reader(json), null);
  }

  /**
   * Reads JSON in UTF-8 from a buffer's position to its limit, neither of which changes; otherwise
   * as {@link #fromJson(String)}.
   *
   * @param json the buffer
   * @return the value, or null for {@code null}
   */
  public Object fromJson(ByteBuffer json) {
    return read(reader(json), null);
  }

  /**
   * Reads JSON in UTF-8 from a stream up to its end; the stream stays open. Otherwise as {@link
   * #fromJson(String)}.
   *
   * @param json the stream
   * @return the value, or null for {@code null}
   */
  public Object fromJson(InputStream json) {
    return read(reader(Documents.bytes(json, config)), null);
  }

  /**
   * Reads a file of JSON in UTF-8; otherwise as {@link #fromJson(String)}.
   *
   * @param file the file
   * @return the value, or null for {@code null}
   */
  public Object fromJson(Path file) {
    return read(reader(Documents.bytes(file, config)), null);
  }

  /**
   * Reads JSON text as a value of one type.
   *
   * @param json the text
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(String json, Class<T> type) {
    return read(reader(json), handler(type));
  }

  /**
   * Reads JSON in UTF-8 as a value of one type.
   *
   * @param json the bytes
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(byte[] json, Class<T> type) {
    return read(reader(json), handler(type));
  }

  /**
   * Reads JSON in UTF-8 from a buffer's position to its limit, neither of which changes, as a value
   * of one type.
   *
   * @param json the buffer
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(ByteBuffer json, Class<T> type) {
    return read(reader(json), handler(type));
  }

  /**
   * Reads JSON in UTF-8 from a stream, which stays open, as a value of one type.
   *
   * @param json the stream
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(InputStream json, Class<T> type) {
    return read(reader(Documents.bytes(json, config)), handler(type));
  }

  /**
   * Reads a file of JSON in UTF-8 as a value of one type.
   *
   * @param file the file
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(Path file, Class<T> type) {
    return read(reader(Documents.bytes(file, config)), handler(type));
  }

  /**
   * Reads JSON text as a value of one generic type.
   *
   * @param json the text
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(String json, TypeRef<T> type) {
    return read(reader(json), handler(type.type()));
  }

  /**
   * Reads JSON in UTF-8 as a value of one generic type.
   *
   * @param json the bytes
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(byte[] json, TypeRef<T> type) {
    return read(reader(json), handler(type.type()));
  }

  /**
   * Reads JSON in UTF-8 from a buffer's position to its limit, neither of which changes, as a value
   * of one generic type.
   *
   * @param json the buffer
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(ByteBuffer json, TypeRef<T> type) {
    return read(reader(json), handler(type.type()));
  }

  /**
   * Reads JSON in UTF-8 from a stream, which stays open, as a value of one generic type.
   *
   * @param json the stream
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(InputStream json, TypeRef<T> type) {
    return read(reader(Documents.bytes(json, config)), handler(type.type()));
  }

  /**
   * Reads a file of JSON in UTF-8 as a value of one generic type.
   *
   * @param file the file
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T fromJson(Path file, TypeRef<T> type) {
    return read(reader(Documents.bytes(file, config)), handler(type.type()));
  }

  /**
   * Loads what {@link #save} wrote; a name that ends with {@code .gz} is decompressed.
   *
   * @param file the file
   * @return the value, or null for {@code null}
   */
  public Object load(Path file) {
    return read(reader(Documents.load(file, config)), null);
  }

  /**
   * Loads what {@link #save} wrote, as a value of one type.
   *
   * @param file the file
   * @param type the class
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T load(Path file, Class<T> type) {
    return read(reader(Documents.load(file, config)), handler(type));
  }

  /**
   * Loads what {@link #save} wrote, as a value of one generic type.
   *
   * @param file the file
   * @param type the type
   * @param <T> the type
   * @return the value, or null for {@code null}
   */
  public <T> T load(Path file, TypeRef<T> type) {
    return read(reader(Documents.load(file, config)), handler(type.type()));
  }

  /**
   * Reads a JSON Lines file value by value, as the stream that is returned asks for them: one JSON
   * value a line, blank lines passed over. A name that ends with {@code .gz} is decompressed. Each
   * value is a document of its own to the limits; an error names the line and offset in the file.
   *
   * <pre>{@code
   * try (Stream<Object> runs = datason.lines(Path.of("runs.jsonl.gz"))) {
   *   runs.forEach(this::plot);
   * }
   * }</pre>
   *
   * @param file the file
   * @return the values; the file is open until the stream is closed
   */
  public Stream<Object> lines(Path file) {
    InputStream in = Documents.open(file);
    return JsonLines.stream(in, reader(in), JsonReader::readValue);
  }

  /**
   * Reads a JSON Lines file value by value, each as one type; otherwise as {@link #lines(Path)}.
   *
   * @param file the file
   * @param type the class
   * @param <T> the type
   * @return the values; the file is open until the stream is closed
   */
  public <T> Stream<T> lines(Path file, Class<T> type) {
    TypeHandler<T> handler = handler(type);
    InputStream input = Documents.open(file);
    return JsonLines.stream(input, reader(input), in -> in.readValue(handler));
  }

  /**
   * Reads a table of any size in batches of rows: JSON Lines, or one array of objects. The work is
   * shared by as many threads as the setting {@code workers} says. A name that ends with {@code
   * .gz} is decompressed. A table with a type hint, as {@link #toBytes} writes it, is read by one
   * thread: as records, split or values batch by batch, in other layouts as a whole before the
   * first batch.
   *
   * <pre>{@code
   * try (FrameBatches batches = datason.batches(Path.of("runs.jsonl"), BatchOptions.defaults())) {
   *   batches.forEachRemaining(batch -> plot(batch));
   * }
   * }</pre>
   *
   * @param file the file
   * @param options how large the batches are, and of which types
   * @return the batches, which the caller closes; the file is open until then
   */
  public FrameBatches batches(Path file, BatchOptions options) {
    return batches(Documents.open(file), options, true);
  }

  /**
   * Reads a table from a stream in batches of rows; otherwise as {@link #batches(Path,
   * BatchOptions)}.
   *
   * @param in the stream, which stays open
   * @param options how large the batches are, and of which types
   * @return the batches, which the caller closes
   */
  public FrameBatches batches(InputStream in, BatchOptions options) {
    return batches(Objects.requireNonNull(in, "in"), options, false);
  }

  private FrameBatches batches(InputStream source, BatchOptions options, boolean owned) {
    Runnable closing = owned ? () -> Documents.close(source) : () -> {};
    HintedStart in = new HintedStart(source);
    DocumentChunks chunks = new DocumentChunks(in, options.chunkSize(), config, types);
    return new FrameBatches(
        () -> in.isHinted() ? table(in) : null, chunks, options, config, closing);
  }

  private HintedTable table(HintedStart in) {
    return in.isRowByRow()
        ? HintedTable.rowByRow(with(c -> c.acceptNonFinite(true)).reader(in), in::count)
        : HintedTable.whole(() -> fromJson(in, Frame.class), in::count);
  }

  /**
   * A reader that takes a stream value by value and holds no more of it than it must: for documents
   * larger than the memory, and for JSON Lines ({@link JsonReader#hasNext}).
   *
   * @param in the stream; the reader does not close it
   * @return a new reader
   */
  public JsonReader reader(InputStream in) {
    return recognizing(new JsonReader(config, types, Objects.requireNonNull(in, "in")));
  }

  /**
   * A reader of a document in memory, value by value.
   *
   * @param json the document, in UTF-8, which must not change while it is read
   * @return a new reader
   */
  public JsonReader reader(byte[] json) {
    Objects.requireNonNull(json, "json");
    return reader(json, 0, json.length);
  }

  /**
   * A reader of a document that is a text, value by value.
   *
   * @param json the document
   * @return a new reader
   */
  public JsonReader reader(String json) {
    return recognizing(new JsonReader(config, types, Objects.requireNonNull(json, "json")));
  }

  private JsonReader reader(byte[] json, int from, int to) {
    return recognizing(new JsonReader(config, types, json, from, to));
  }

  private JsonReader recognizing(JsonReader in) {
    if (config.recognition() != Recognition.AUTOMATIC) {
      return in;
    }
    Recognizers list = recognizers == null ? Recognizers.defaults() : recognizers;
    return in.recognizing(list.forReader());
  }

  private JsonReader reader(ByteBuffer json) {
    if (json.hasArray()) {
      int from = json.arrayOffset() + json.position();
      return reader(json.array(), from, from + json.remaining());
    }
    byte[] bytes = new byte[json.remaining()];
    json.duplicate().get(bytes);
    return reader(bytes);
  }

  @SuppressWarnings("unchecked")
  private <T> TypeHandler<T> handler(Type type) {
    TypeHandler<T> handler = (TypeHandler<T>) types.forType(Objects.requireNonNull(type, "type"));
    return type instanceof Class<?> c && c.isPrimitive()
        ? new PrimitiveTarget<>(handler, c)
        : handler;
  }

  /** Reads a whole document: by a handler, or as what it says. */
  @SuppressWarnings("unchecked")
  private static <T> T read(JsonReader in, TypeHandler<T> handler) {
    T value = handler == null ? (T) in.readValue() : in.readValue(handler);
    in.end();
    return value;
  }

  /** Collects settings and types for a {@link Datason}; not thread-safe. */
  public static final class Builder {

    private DatasonConfig config = DatasonConfig.defaults();
    private Redaction redaction;
    private final List<TypeHandler<?>> handlers = new ArrayList<>();
    private final Map<String, Class<?>> names = new LinkedHashMap<>();
    private Recognizers recognizers;

    private Builder() {}

    /**
     * Takes other settings than the defaults.
     *
     * @param settings the settings
     * @return this
     */
    public Builder config(DatasonConfig settings) {
      config = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Replaces what must not be written.
     *
     * @param rules what to replace
     * @return this
     */
    public Builder redaction(Redaction rules) {
      redaction = Objects.requireNonNull(rules, "rules");
      return this;
    }

    /**
     * Adds a type by its handler. Handlers are asked in the order in which they were added, before
     * those found by {@link java.util.ServiceLoader} and the built-in ones.
     *
     * @param handler the handler
     * @return this
     */
    public Builder handler(TypeHandler<?> handler) {
      handlers.add(Objects.requireNonNull(handler, "handler"));
      return this;
    }

    /**
     * Lets a record, bean or enum be loaded by its hint, which is the name of the class. Give it a
     * name of its own ({@link #type(String, Class)}) where documents should outlive the class's
     * name.
     *
     * @param type the class
     * @return this
     */
    public Builder type(Class<?> type) {
      return type(type.getName(), type);
    }

    /**
     * Lets a record, bean or enum be written and loaded under a hint of one's choice.
     *
     * @param hint the hint
     * @param type the class
     * @return this
     * @throws IllegalArgumentException if the hint stands for another class already
     */
    public Builder type(String hint, Class<?> type) {
      Objects.requireNonNull(type, "type");
      Class<?> before = names.putIfAbsent(Objects.requireNonNull(hint, "hint"), type);
      if (before != null && before != type) {
        throw new IllegalArgumentException(
            "The hint '" + hint + "' stands for " + before.getName() + " already");
      }
      return this;
    }

    /**
     * Takes other recognisers than the default ones. They count where the setting {@code
     * recognition} is {@link Recognition#AUTOMATIC}.
     *
     * @param list the recognisers of text without hints
     * @return this
     */
    public Builder recognizers(Recognizers list) {
      recognizers = Objects.requireNonNull(list, "list");
      return this;
    }

    /**
     * Makes the instance.
     *
     * @return a new Datason
     * @throws org.datason.error.UnsupportedTypeException if a registered class cannot be written
     *     without loss; it says why and what to do
     */
    public Datason build() {
      TypeRegistry types = new TypeRegistry(handlers, names);
      types.checkRegistered();
      return new Datason(config, types, recognizers, redaction);
    }
  }
}
