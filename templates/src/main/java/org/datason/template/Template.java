package org.datason.template;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.DatasonConfig;
import org.datason.error.JsonSyntaxException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.Schema;
import org.datason.json.DocumentChunks;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.json.TypedInput;

/**
 * A known schema: what documents of one kind look like, and what they are read into. Where the
 * shape is known nothing is looked up, guessed or boxed: a template that is used much is compiled
 * to code of its own (see {@link Compilation}), which reads and writes nothing else.
 *
 * <p>Immutable and thread-safe; make one and keep it.
 *
 * <pre>{@code
 * record Run(UUID id, Instant started, double loss) {}
 *
 * Template<Run> template = Template.of(Run.class);
 * Run run = template.read(bytes);
 * byte[] same = template.toBytes(run);
 * List<Violation> wrong = template.validate(bytes); // all that is wrong, not the first alone
 *
 * try (Stream<Run> runs = template.stream(Path.of("runs.jsonl.gz"))) {
 *   runs.forEach(this::plot);
 * }
 *
 * Template<Frame> table = Template.of(Schema.of(new Field("loss", FieldType.Simple.FLOAT64)));
 * Frame losses = table.read(bytes); // records straight to columns
 * }</pre>
 *
 * <p>For a class, values are read and written as {@link Datason#fromJson(byte[], Class)} does, and
 * written without a hint; rules for its fields come on top ({@link TemplateBuilder#field}).
 *
 * <p>All methods that read throw {@link JsonSyntaxException} for what is not JSON, {@link
 * org.datason.error.MismatchException} for what is not as the template says, naming the field, what
 * was expected, what was found and where, and {@link org.datason.error.LimitException} beyond a
 * limit of the settings.
 *
 * @param <T> what documents are read into
 */
public final class Template<T> {

  /** After so many uses it is worth it to compile. */
  private static final int HOT = 500;

  /** So many bytes of a document are one more use. */
  private static final int USE = 512;

  private final Description description;
  private final Datason engine;
  private final Codec codec;
  private final int batchSize;
  private final Compilation compilation;
  private final boolean lenient;

  /** How often the interpreting twin was used, more or less. */
  private int uses;

  /** The compiled twin; null as long as there is none. */
  private volatile TypeHandler<Object> compiled;

  private volatile String listing = "";

  Template(
      Description description,
      Datason engine,
      Codec codec,
      int batchSize,
      Compilation compilation,
      boolean lenient) {
    this.description = description;
    this.engine = engine;
    this.codec = codec;
    this.batchSize = batchSize;
    this.compilation = compilation;
    this.lenient = lenient;
    if (compilation == Compilation.ON) {
      compile();
    }
  }

  // ---------------------------------------------------------------- templates

  /**
   * The template of a class: a record, a bean, or any type that {@link Datason} reads.
   *
   * @param type the class
   * @param <T> the type
   * @return the template
   * @throws org.datason.error.UnsupportedTypeException if its values could not be written or read
   *     without loss
   */
  public static <T> Template<T> of(Class<T> type) {
    return builder(type).build();
  }

  /**
   * The template of a generic type.
   *
   * @param type the type
   * @param <T> the type
   * @return the template
   */
  public static <T> Template<T> of(TypeRef<T> type) {
    return builder(type).build();
  }

  /**
   * The template of the records that a frame is read from: arrays of objects, or JSON Lines.
   *
   * @param schema the columns of the frame
   * @return the template
   */
  public static Template<Frame> of(Schema schema) {
    return builder(schema).build();
  }

  /**
   * The template of maps that are like an example: its keys are the fields, all of them required,
   * and its values tell their types. A null says nothing of the type.
   *
   * @param example the example; lists in it are like their items, maps like themselves
   * @return the template
   */
  public static Template<Map<String, Object>> ofExample(Map<String, ?> example) {
    Node node = ExampleDescriber.node(Objects.requireNonNull(example, "example"));
    return new TemplateBuilder<Map<String, Object>>(new Description(node, Map.of())).build();
  }

  /**
   * The template of what some documents have in common; see {@link TemplateInference} for more of
   * them than fit into memory, and {@link TemplateFile} to keep it.
   *
   * @param samples the documents, in UTF-8; at least one
   * @return the template, which reads each of them
   */
  public static Template<Object> infer(byte[]... samples) {
    TemplateInference inference = new TemplateInference();
    for (byte[] sample : samples) {
      inference.add(sample);
    }
    return inference.builder().build();
  }

  /**
   * The template of a description. Objects are read as maps, arrays as lists.
   *
   * @param root what a document is
   * @param definitions what is described under the names that a {@link Node.Ref} refers to
   * @return the template
   */
  public static Template<Object> of(Node root, Map<String, Node> definitions) {
    return builder(root, definitions).build();
  }

  /**
   * A builder of the template of a class.
   *
   * @param type the class
   * @param <T> the type
   * @return a new builder
   */
  public static <T> TemplateBuilder<T> builder(Class<T> type) {
    return new TemplateBuilder<>((Type) type);
  }

  /**
   * A builder of the template of a generic type.
   *
   * @param type the type
   * @param <T> the type
   * @return a new builder
   */
  public static <T> TemplateBuilder<T> builder(TypeRef<T> type) {
    return new TemplateBuilder<>(type.type());
  }

  /**
   * A builder of the template of a frame.
   *
   * @param schema the columns
   * @return a new builder
   */
  public static TemplateBuilder<Frame> builder(Schema schema) {
    return TemplateBuilder.ofFrame(
        new Description(new Node.Items(Columns.members(schema)), Map.of()));
  }

  /**
   * A builder of the template of maps and lists.
   *
   * @param root what a document is
   * @param definitions what is described under the names that a {@link Node.Ref} refers to
   * @return a new builder
   */
  public static TemplateBuilder<Object> builder(Node root, Map<String, Node> definitions) {
    return new TemplateBuilder<>(new Description(root, definitions));
  }

  /**
   * The same description for frames: records straight to columns. Values that no column type is
   * made for go to a mixed column.
   *
   * @return a builder of a template of frames
   * @throws IllegalStateException if this describes neither objects nor arrays of objects
   */
  public TemplateBuilder<Frame> toFrames() {
    Node root = description.resolve(description.root());
    Node record = root instanceof Node.Items items ? description.resolve(items.item()) : root;
    if (!(record instanceof Node.Members)) {
      throw new IllegalStateException("Only objects can be the rows of a frame");
    }
    return TemplateBuilder.ofFrame(
        new Description(new Node.Items(record), description.definitions()));
  }

  // ---------------------------------------------------------------- description

  /**
   * What a document is.
   *
   * @return the tree of nodes
   */
  public Node root() {
    return description.root();
  }

  /**
   * What is described under names, since the description contains itself.
   *
   * @return the nodes by the names that a {@link Node.Ref} refers to
   */
  public Map<String, Node> definitions() {
    return description.definitions();
  }

  // ---------------------------------------------------------------- reading

  /**
   * Reads a document.
   *
   * @param json the document, in UTF-8
   * @return the value, or null for {@code null}
   */
  public T read(byte[] json) {
    worked(json.length);
    return read(engine.reader(json));
  }

  /**
   * Reads a document that is a text.
   *
   * @param json the document
   * @return the value, or null for {@code null}
   */
  public T read(String json) {
    worked(json.length());
    return read(engine.reader(json));
  }

  /**
   * Reads a document from a stream up to its end; the stream stays open.
   *
   * @param json the document, in UTF-8
   * @return the value, or null for {@code null}
   */
  public T read(InputStream json) {
    return read(engine.reader(json));
  }

  /**
   * Reads a file; one whose name ends with {@code .gz} is decompressed.
   *
   * @param file the file
   * @return the value, or null for {@code null}
   */
  public T read(Path file) {
    InputStream in = Inputs.open(file);
    try {
      return read(in);
    } finally {
      Inputs.close(in);
    }
  }

  private T read(JsonReader in) {
    T value = readNext(in);
    in.end();
    return value;
  }

  /**
   * Reads an array of values, or JSON Lines.
   *
   * @param json the document, in UTF-8
   * @return the values, of frames one
   */
  public List<T> readAll(byte[] json) {
    return all(engine.reader(json));
  }

  /**
   * Reads an array of values, or JSON Lines, from a stream up to its end; the stream stays open.
   *
   * @param json the document, in UTF-8
   * @return the values, of frames one
   */
  public List<T> readAll(InputStream json) {
    return all(engine.reader(json));
  }

  /**
   * Reads a file with an array of values, or JSON Lines; one whose name ends with {@code .gz} is
   * decompressed.
   *
   * @param file the file
   * @return the values, of frames one
   */
  public List<T> readAll(Path file) {
    InputStream in = Inputs.open(file);
    try {
      return readAll(in);
    } finally {
      Inputs.close(in);
    }
  }

  private List<T> all(JsonReader in) {
    List<T> values = new ArrayList<>();
    iterator(in, Integer.MAX_VALUE).forEachRemaining(values::add);
    return values;
  }

  /**
   * Reads the value that comes next in a reader, which goes on behind it: for values inside others,
   * and for inputs of one's own.
   *
   * @param in the reader; its settings count
   * @return the value, or null for {@code null}
   */
  public T readNext(JsonReader in) {
    return cast(in.readValue(handler(in.config())));
  }

  // ---------------------------------------------------------------- streams

  /**
   * Reads an array of values, or JSON Lines, one by one as the stream that is returned asks for
   * them; of frames, one for each batch of rows. No more of the document is held than the value
   * that is being read.
   *
   * @param json the document, in UTF-8
   * @return the values; it stays open, and closing it closes the input
   */
  public Stream<T> stream(InputStream json) {
    return stream(engine.reader(json)).onClose(() -> Inputs.close(json));
  }

  /**
   * Reads a file with an array of values, or JSON Lines, one by one as the stream that is returned
   * asks for them; otherwise as {@link #stream(InputStream)}. A name that ends with {@code .gz} is
   * decompressed.
   *
   * @param file the file
   * @return the values; the file is open until the stream is closed
   */
  public Stream<T> stream(Path file) {
    return stream(Inputs.open(file));
  }

  /**
   * Reads an array of values, or JSON Lines, one by one as the stream that is returned asks for
   * them; otherwise as {@link #stream(InputStream)}.
   *
   * @param json the document, in UTF-8, which must not change while it is read
   * @return the values
   */
  public Stream<T> stream(byte[] json) {
    return stream(engine.reader(json));
  }

  private Stream<T> stream(JsonReader in) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(in, batchSize), Spliterator.ORDERED), false);
  }

  /**
   * Reads an array of values, or JSON Lines, one by one as they are asked for; otherwise as {@link
   * #stream(InputStream)}.
   *
   * @param json the document, in UTF-8; it is not closed
   * @return the values
   */
  public Iterator<T> iterator(InputStream json) {
    return iterator(engine.reader(json), batchSize);
  }

  /**
   * Reads an array of values, or JSON Lines, one by one as they are asked for; otherwise as {@link
   * #stream(InputStream)}.
   *
   * @param json the document, in UTF-8, which must not change while it is read
   * @return the values
   */
  public Iterator<T> iterator(byte[] json) {
    return iterator(engine.reader(json), batchSize);
  }

  @SuppressWarnings("unchecked")
  private Iterator<T> iterator(JsonReader in, int rows) {
    return (Iterator<T>)
        (codec instanceof RowsCodec frames
            ? new FrameIterator(frames, in, rows)
            : new RecordIterator(in, this::handler));
  }

  /**
   * Reads the rows of a frame template, an array of records or JSON Lines, in batches, by as many
   * threads as the setting {@code workers} says; otherwise as {@link Datason#batches(InputStream,
   * BatchOptions)}.
   *
   * <pre>{@code
   * try (FrameBatches batches = template.batches(in, BatchOptions.defaults())) {
   *   batches.stream().forEach(this::plot);
   * }
   * }</pre>
   *
   * @param json the document, in UTF-8; it is not closed
   * @param options how large the batches are; their types are those of the template
   * @return the batches, which the caller closes
   * @throws IllegalStateException if this is no template of frames
   */
  public FrameBatches batches(InputStream json, BatchOptions options) {
    return batches(json, options, () -> {});
  }

  /**
   * Reads the rows of a file in batches; otherwise as {@link #batches(InputStream, BatchOptions)}.
   * A name that ends with {@code .gz} is decompressed.
   *
   * @param file the file
   * @param options how large the batches are; their types are those of the template
   * @return the batches, which the caller closes; the file is open until then
   * @throws IllegalStateException if this is no template of frames
   */
  public FrameBatches batches(Path file, BatchOptions options) {
    rows();
    InputStream in = Inputs.open(file);
    return batches(in, options, () -> Inputs.close(in));
  }

  private FrameBatches batches(InputStream in, BatchOptions options, Runnable closing) {
    RowsCodec rows = rows();
    DatasonConfig config = engine.config();
    return new FrameBatches(
        new DocumentChunks(in, options.chunkSize(), config, engine.types()),
        () -> new BatchRows(new Rows(rows)),
        options.withSchema(rows.schema()),
        config,
        closing);
  }

  private RowsCodec rows() {
    if (codec instanceof RowsCodec rows) {
      return rows;
    }
    throw new IllegalStateException("Batches need a template of frames, as toFrames() makes them");
  }

  /**
   * A table of records by the value of one of their fields, to look them up in joins.
   *
   * @param field the name of the field, one of the record itself
   * @param records the records, as this template reads them; they are shared, not copied
   * @return the table
   * @throws IllegalArgumentException if there is no such field, or two records have one value in
   *     it, or one has none or is null
   * @throws IllegalStateException if this template reads no objects
   */
  public KeyedRecords<T> byKey(String field, Collection<? extends T> records) {
    Codec unwrapped = codec;
    while (unwrapped instanceof DeferredCodec deferred) {
      unwrapped = deferred.target();
    }
    if (!(unwrapped instanceof ObjectCodec object)) {
      throw new IllegalStateException("Only a template of objects has fields that can be keys");
    }
    int i = object.names().indexOf(field);
    if (i < 0) {
      throw new IllegalArgumentException("The template has no field '" + field + "'");
    }
    return KeyedRecords.of(records, field, record -> object.assembler().get(record, i));
  }

  // ---------------------------------------------------------------- validation

  /**
   * What of a document is not as the template says: all of it, up to 1,000 places. Where the
   * document is no JSON, that is the last one.
   *
   * @param json the document, in UTF-8
   * @return the places in their order; none if the document can be read
   * @throws org.datason.error.LimitException beyond a limit of the settings
   */
  public List<Violation> validate(byte[] json) {
    return validate(engine.reader(json));
  }

  private List<Violation> validate(JsonReader in) {
    List<Violation> found = new ArrayList<>();
    try {
      validateNext(in, found::add);
      in.end();
    } catch (JsonSyntaxException e) {
      found.add(Violation.of(e));
    }
    return List.copyOf(found);
  }

  /**
   * What of the value that comes next in a reader is not as the template says: all of it, up to
   * 1,000 places. The reader goes on behind the value.
   *
   * @param in the reader; its settings count
   * @param found is told of each place, in their order
   * @throws JsonSyntaxException where the value is no JSON, after the places before
   * @throws org.datason.error.LimitException beyond a limit of the settings
   */
  public void validateNext(JsonReader in, Consumer<Violation> found) {
    Violations violations = new Violations();
    try {
      if (in.isHintedNext()) {
        TypedInput.hold(in);
        codec.check(in, violations);
      } else {
        in.readValue(new Checking(codec, violations));
      }
    } finally {
      violations.list().forEach(found);
    }
  }

  /**
   * What of a document is not as the template says; otherwise as {@link #validate(byte[])}.
   *
   * @param json the document
   * @return the places in their order; none if the document can be read
   */
  public List<Violation> validate(String json) {
    return validate(engine.reader(json));
  }

  // ---------------------------------------------------------------- writing

  /**
   * Writes a value as JSON text, without a hint.
   *
   * @param value the value, or null
   * @return the text
   * @throws org.datason.error.UnsupportedTypeException if the template could not read it back
   */
  public String toJson(T value) {
    return written(value).toString();
  }

  /**
   * Writes a value as JSON in UTF-8, without a hint.
   *
   * @param value the value, or null
   * @return the bytes
   * @throws org.datason.error.UnsupportedTypeException if the template could not read it back
   */
  public byte[] toBytes(T value) {
    byte[] json = written(value).takeByteArray();
    worked(json.length);
    return json;
  }

  private JsonWriter written(T value) {
    JsonWriter out = engine.writer();
    write(value, out);
    return out;
  }

  /**
   * Writes a value as JSON in UTF-8 to a stream, without a hint. The stream is neither flushed nor
   * closed; after an error a part may have been written.
   *
   * @param value the value, or null
   * @param out the stream
   */
  public void write(T value, OutputStream out) {
    JsonWriter writer = engine.writer(out);
    write(value, writer);
    writer.flush();
  }

  /**
   * Writes a value as JSON in UTF-8 to a file, without a hint: the whole of it or, after an error,
   * what it held before. A name that ends with {@code .gz} is compressed.
   *
   * @param value the value, or null
   * @param file the file; its folder must exist
   */
  public void write(T value, Path file) {
    engine.savePieces(file, out -> write(value, out));
  }

  /**
   * Writes a value where a writer stands, without a hint: for values inside others.
   *
   * @param value the value, or null
   * @param out the writer; its settings count
   * @throws org.datason.error.UnsupportedTypeException if the template could not read it back
   */
  public void writeNext(T value, JsonWriter out) {
    write(value, out);
  }

  /**
   * Writes values as one array of JSON in UTF-8.
   *
   * @param values the values
   * @return the bytes
   */
  public byte[] allToBytes(Collection<? extends T> values) {
    JsonWriter out = engine.writer();
    writeAll(values, out);
    return out.takeByteArray();
  }

  /**
   * Writes values as one array of JSON in UTF-8 to a stream, which is neither flushed nor closed.
   *
   * @param values the values
   * @param out the stream
   */
  public void writeAll(Collection<? extends T> values, OutputStream out) {
    JsonWriter writer = engine.writer(out);
    writeAll(values, writer);
    writer.flush();
  }

  private void writeAll(Collection<? extends T> values, JsonWriter out) {
    GeneratedOutput.writeArray(out, values, value -> write(value, out));
  }

  private void write(Object value, JsonWriter out) {
    if (value == null || codec.takes(value)) {
      out.writeValue(value, handler(out.config()));
    } else {
      codec.writeValue(value, out);
    }
  }

  // ---------------------------------------------------------------- twins

  /** What reads and writes now: the compiled twin, once there is one. */
  private TypeHandler<Object> handler() {
    TypeHandler<Object> twin = compiled;
    return twin != null ? twin : interpreted();
  }

  /** The same for settings that need not be those that a compiled twin was made for. */
  private TypeHandler<Object> handler(DatasonConfig settings) {
    DatasonConfig own = engine.config();
    return settings == own || settings.equals(own) ? handler() : plain(codec);
  }

  /** Takes the size of a document into account, of which one can have many records. */
  private void worked(int bytes) {
    if (compiled == null) {
      uses = Math.min(HOT, uses + bytes / USE);
    }
  }

  private TypeHandler<Object> interpreted() {
    if (compilation == Compilation.AUTO && ++uses >= HOT) {
      compile();
      return compiled;
    }
    return plain(codec);
  }

  /** Compiles it, unless that was done. Threads that come at once may do it twice. */
  private void compile() {
    if (compiled == null) {
      if (Compiler.obstacle(engine.config()) == null && !lenient) {
        Compiler compiler = new Compiler(engine.config());
        Codec twin = compiler.compile(codec);
        listing = compiler.listing();
        compiled = plain(twin);
      } else {
        compiled = plain(codec);
      }
    }
  }

  /** The generated class of a whole value; null where there is none. */
  Class<?> generatedClass() {
    return compiled != null && compiled.getClass().isHidden() ? compiled.getClass() : null;
  }

  @SuppressWarnings("unchecked")
  private static TypeHandler<Object> plain(Codec codec) {
    return codec instanceof LeafCodec leaf
        ? leaf.handler()
        : (TypeHandler<Object>) codec.generated();
  }

  /**
   * How documents are read and written, in words much like Java's: the code that was generated for
   * each kind of object, or why there is none.
   *
   * @return many lines
   */
  public String explain() {
    if (compiled == null && compilation == Compilation.AUTO) {
      return "Interpreted; compiled after " + HOT + " uses";
    }
    String obstacle = lenient ? "it is lenient" : Compiler.obstacle(engine.config());
    if (compilation == Compilation.OFF || obstacle != null) {
      return "Interpreted: " + (obstacle == null ? "compilation is off" : obstacle);
    }
    return listing.isEmpty() ? "Interpreted: there is nothing that could be compiled" : listing;
  }

  @SuppressWarnings("unchecked")
  private T cast(Object value) {
    return (T) value; // by the codec, which is made for T
  }
}
