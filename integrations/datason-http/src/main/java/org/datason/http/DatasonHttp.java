package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.datason.frame.Schema;

/**
 * Writes and reads the bodies of HTTP: a table in any of the forms that a client asks for, a tensor
 * or any other value as JSON. It holds what servers and clients of all kinds share: media types,
 * negotiation, compression, limits and errors. Immutable and thread-safe; make one and keep it.
 *
 * <pre>{@code
 * DatasonHttp http = DatasonHttp.create();
 *
 * HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 8080), 0);
 * server.createContext("/", http.routes()
 *     .get("/runs", request -> runs)                       // a Frame, as Accept asks for it
 *     .put("/runs", request -> store(request.body(Frame.class))));
 *
 * HttpClient client = HttpClient.newHttpClient();
 * HttpRequest get = HttpRequest.newBuilder(uri).headers(http.acceptHeaders(Frame.class)).build();
 * Frame runs = client.send(get, http.bodyHandler(Frame.class)).body();
 * }</pre>
 *
 * <table>
 * <caption>The forms of bodies</caption>
 * <tr><th>media type</th><th>holds</th><th>needs</th></tr>
 * <tr><td>{@code application/json}</td><td>any value, as what it was; with {@code preset=api} as
 * plain JSON; a {@code Stream}, {@code Iterator} or {@code Publisher} as an array, of batches of a
 * table as the array of its rows</td><td></td></tr>
 * <tr><td>{@code application/x-ndjson}</td><td>tables row by row, and what comes value by
 * value</td><td></td></tr>
 * <tr><td>{@code application/vnd.apache.arrow.stream}</td><td>tables, also in batches, each value
 * and type as it was</td><td>{@code datason-arrow}</td></tr>
 * <tr><td>{@code text/csv}</td><td>tables, also in batches, without their types</td><td>{@code
 * datason-ml}</td></tr>
 * </table>
 *
 * <p>Rows that are written without their types (those in batches, lines and CSV) are read into
 * inferred types, or into those of {@link #withSchema}. Labels of rows are refused there.
 */
public final class DatasonHttp {

  private final HttpSettings settings;

  /** In the order of preference where a client has none. */
  private final List<BodyFormat> formats;

  private DatasonHttp(HttpSettings settings, List<BodyFormat> formats) {
    this.settings = settings;
    this.formats = formats;
  }

  /**
   * Bodies by the default settings, in all forms whose libraries are on the class path.
   *
   * @return a new instance
   */
  public static DatasonHttp create() {
    return builder().build();
  }

  /**
   * A builder for other settings.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The same with the types of a table's columns, for bodies that do not tell them: lines, arrays
   * of rows that are read in batches, and CSV.
   *
   * @param schema the columns
   * @return another instance; this one stays as it is
   */
  public DatasonHttp withSchema(Schema schema) {
    BatchOptions batches = settings.batches().withSchema(Objects.requireNonNull(schema, "schema"));
    return new DatasonHttp(settings.with(batches), formats);
  }

  /**
   * What writes and reads JSON.
   *
   * @return the instance that this was built with
   */
  public Datason datason() {
    return settings.datason();
  }

  // ---------------------------------------------------------------- media types

  /**
   * The media types that values of a type can be written as.
   *
   * @param type a class, or a generic type such as that of {@code Stream<Frame>}
   * @return in the order of preference, JSON first
   */
  public List<MediaType> writable(Type type) {
    BodyType body = BodyType.of(type);
    return formats.stream().filter(f -> f.writes(body)).map(BodyFormat::mediaType).toList();
  }

  /**
   * The media types that a type can be read from.
   *
   * @param type a class, or a generic type such as that of {@code Stream<Frame>}
   * @return in the order of preference, JSON first
   */
  public List<MediaType> readable(Type type) {
    BodyType body = BodyType.of(type);
    return formats.stream().filter(f -> f.reads(body)).map(BodyFormat::mediaType).toList();
  }

  /**
   * Whether values of a type can be written as a media type, by handlers that are known.
   *
   * @param type a class, or a generic type
   * @param mediaType with any parameters; null for any of those that there are
   * @return false also where it would be refused by {@link #datason()}
   */
  public boolean writes(Type type, MediaType mediaType) {
    BodyType body = BodyType.of(type);
    return writable(type).stream().anyMatch(m -> mediaType == null || mediaType.includes(m))
        && (!body.isPlain() || datason().types().writes(body.raw()));
  }

  /**
   * Whether a type can be read from bodies of a media type, by handlers that are known.
   *
   * @param type a class, or a generic type
   * @param mediaType with any parameters; null for any of those that there are
   * @return false also where it would be refused by {@link #datason()}
   */
  public boolean reads(Type type, MediaType mediaType) {
    BodyType body = BodyType.of(type);
    BodyFormat format = mediaType == null ? formats.get(0) : Negotiation.format(formats, mediaType);
    if (format == null || !format.reads(body)) {
      return false;
    }
    try {
      return datason().types().forType(body.isLazy() ? body.item() : type) != null;
    } catch (UnsupportedTypeException e) {
      return false;
    }
  }

  /**
   * The form in which a value is sent to a client, by what its headers accept. The one with the
   * highest quality value counts, of several the first in the order of {@link #writable}. Of the
   * ranges that fit a form those count that name its subtype, before those that name its type, and
   * of them the one with the highest quality value. Parameters that are not known are passed over;
   * a range whose known parameter has a value that is not known fits nothing.
   *
   * @param value what is to be sent: a value; a {@code Stream}, {@code Iterator} or {@code
   *     Publisher}, which is not consumed; or the type of one
   * @param accept the header {@code Accept}, several of them joined by commas; null for none
   * @param acceptEncoding the header {@code Accept-Encoding}; null for none
   * @return the form
   * @throws HttpProblem 406 if there is none that the client accepts, 400 if a header is malformed
   */
  public BodyForm negotiate(Object value, String accept, String acceptEncoding) {
    BodyType type = value instanceof Type t ? BodyType.of(t) : BodyType.ofValue(value);
    return Negotiation.of(formats, settings, type, accept, acceptEncoding);
  }

  /**
   * The form of a body that came.
   *
   * @param contentType the header {@code Content-Type}; null for none, which is JSON
   * @param contentEncoding the header {@code Content-Encoding}; null for none
   * @return the form
   * @throws HttpProblem 415 if a body of it cannot be read here, 400 if the header is malformed
   */
  public BodyForm received(String contentType, String contentEncoding) {
    return Negotiation.received(formats, contentType, contentEncoding);
  }

  // ---------------------------------------------------------------- bodies

  /**
   * Reads a body.
   *
   * @param body its bytes; closed when they are read, or with the {@code Stream} or {@code
   *     Iterator} that reads them bit by bit
   * @param form its form, as {@link #received} tells it
   * @param type what to read: a {@code Frame}, a record, {@code Stream<Frame>} for a table of any
   *     size in batches, {@code Stream<Run>} for values one by one; {@code Object} for what the
   *     body says. A {@code Stream}, and an {@code Iterator} that is {@code AutoCloseable}, is to
   *     be closed; its methods throw the same errors
   * @return the value, or null for {@code null}
   * @throws HttpProblem 400 if the body is not what its headers say or does not fit the type, 413
   *     beyond a limit, 415 if the form does not hold the type
   * @throws org.datason.error.DatasonIOException if the stream fails
   */
  public Object read(InputStream body, BodyForm form, Type type) {
    return read(body, form, type, false);
  }

  /**
   * Reads a body.
   *
   * @param ofAnswer whether a client got it
   */
  Object read(InputStream body, BodyForm form, Type type, boolean ofAnswer) {
    BodyType target = BodyType.of(type);
    BodyFormat format = Negotiation.format(formats, form.mediaType());
    if (format == null || !format.reads(target)) {
      throw Negotiation.unsupported(formats, form.mediaType(), target);
    }
    BodyInput input = BodyInput.open(body, form.coding(), settings, ofAnswer);
    try {
      Object value =
          format.read(
              input, form.mediaType(), TextParameters.charset(form.mediaType()), target, settings);
      return value instanceof BodyItems items ? items.as(target.raw()) : value;
    } catch (IOException | RuntimeException e) {
      throw input.closedAfter(e);
    }
  }

  /**
   * Reads a table of any size in batches of the same columns. Where the body does not tell their
   * types, and {@link #withSchema} has not, they are inferred from all rows, for which the body is
   * read twice.
   *
   * @param body a body that has been kept
   * @param form its form, as {@link #received} tells it
   * @return one batch or more, of one schema; to be closed. Its methods throw the same errors
   * @throws HttpProblem as {@link #read(InputStream, BodyForm, Type)} does
   * @throws IOException if the body cannot be opened
   */
  @SuppressWarnings("unchecked")
  public Stream<Frame> readTable(StoredBody body, BodyForm form) throws IOException {
    Type batches = new TypeRef<Stream<Frame>>() {}.type();
    Schema schema = settings.batches().schema();
    if (schema == null) {
      schema = schema(body, form, BodyType.of(batches));
    }
    DatasonHttp typed = schema == null ? this : withSchema(schema);
    return (Stream<Frame>) typed.read(body.open(), form, batches);
  }

  private Schema schema(StoredBody body, BodyForm form, BodyType target) throws IOException {
    BodyFormat format = Negotiation.format(formats, form.mediaType());
    if (format == null || !format.reads(target)) {
      throw Negotiation.unsupported(formats, form.mediaType(), target);
    }
    try (BodyInput input = BodyInput.open(body.open(), form.coding(), settings, false)) {
      try {
        Charset charset = TextParameters.charset(form.mediaType());
        return format.schema(input, form.mediaType(), charset, settings);
      } catch (IOException | RuntimeException e) {
        throw input.translated(e);
      }
    }
  }

  /**
   * Writes a body.
   *
   * @param value the value, or null; a {@code Stream}, {@code Iterator} or {@code Publisher} is
   *     taken item by item as the output takes them, and closed whatever happens
   * @param form the form, as {@link #negotiate} chose it
   * @param output is opened with the first bytes. After an error it is not closed; a transport that
   *     was opened has to be cut off, so that the other side sees that the body has no end
   * @throws HttpProblem 406 if the form does not hold the value
   * @throws IOException if the output fails
   */
  public void write(Object value, BodyForm form, BodyOutput output) throws IOException {
    write(value, form, false, output);
  }

  /**
   * Writes a body.
   *
   * @param fixed whether even a short one has the form that is given
   */
  void write(Object value, BodyForm form, boolean fixed, BodyOutput output) throws IOException {
    Object items = Items.of(value);
    BodySink sink = new BodySink(form, fixed, output);
    try {
      write(items, form.mediaType(), sink);
      if (items instanceof Items lazy) {
        lazy.close(); // before the end is sent: an error would be one of the body
      }
      sink.finish();
    } catch (Throwable e) {
      sink.abort();
      close(items, e);
      if (sink.failure() != null) {
        throw sink.failure();
      }
      throw unchecked(e);
    }
  }

  private void write(Object value, MediaType type, BodySink sink) throws IOException {
    BodyFormat format = Negotiation.format(formats, type);
    BodyType kind = BodyType.ofValue(value);
    if (format == null || !format.writes(kind)) {
      throw Negotiation.notAcceptable(formats, kind);
    }
    try {
      format.write(value, type, settings, sink);
    } catch (UnsupportedTypeException e) {
      if (format instanceof JsonFormat) {
        throw e; // which no other form would hold either
      }
      throw new HttpProblem(Problem.of(406, Problems.detail(e, null)), e);
    }
  }

  static void close(Object items, Throwable e) {
    if (items instanceof Items lazy) {
      try {
        lazy.close();
      } catch (RuntimeException closing) {
        e.addSuppressed(closing);
      }
    }
  }

  private static RuntimeException unchecked(Throwable e) throws IOException {
    if (e instanceof Error error) {
      throw error;
    }
    if (e instanceof IOException io) {
      throw io;
    }
    return e instanceof RuntimeException known ? known : new IllegalStateException(e);
  }

  // ---------------------------------------------------------------- the JDK's server and client

  /**
   * Routes for the JDK's built-in server, to which endpoints are added.
   *
   * @return no routes
   */
  public Routes routes() {
    return Routes.none(this);
  }

  /**
   * A body for the JDK's client.
   *
   * @param value the value, as in {@link #write}
   * @param type the media type to send it as
   * @return the body, which knows its headers
   * @throws HttpProblem 406 if values like it are not written as that
   */
  public HttpBody body(Object value, MediaType type) {
    return body(value, BodyForm.of(type));
  }

  /**
   * A compressed body for the JDK's client.
   *
   * @param value the value, as in {@link #write}
   * @param form the media type to send it as, and how to compress it
   * @return the body, which knows its headers
   * @throws HttpProblem 406 if values like it are not written as that
   */
  public HttpBody body(Object value, BodyForm form) {
    return new HttpBody(this, value, form);
  }

  /**
   * What reads the body of an answer to the JDK's client, on a thread of its own as the bytes come.
   *
   * @param type what to read, as in {@link #read(InputStream, BodyForm, Type)}
   * @param <T> the type
   * @return the handler. For a status from 400 on, and for a body that cannot be read, {@code send}
   *     throws an {@link IOException} whose cause is the {@link HttpProblem}; an answer without a
   *     body is null
   */
  public <T> BodyHandler<T> bodyHandler(Class<T> type) {
    return new AnswerHandler<>(this, type);
  }

  /**
   * What reads the body of an answer to the JDK's client, for generic types such as {@code
   * Stream<Frame>}; otherwise as {@link #bodyHandler(Class)}.
   *
   * @param type what to read
   * @param <T> the type
   * @return the handler
   */
  public <T> BodyHandler<T> bodyHandler(TypeRef<T> type) {
    return new AnswerHandler<>(this, type.type());
  }

  /**
   * The headers of a request that asks for a type in the forms that are read here, Arrow's first
   * for tables, and for compression.
   *
   * @param type what will be read
   * @return names and values by turns, for {@code HttpRequest.Builder.headers}
   */
  public String[] acceptHeaders(Type type) {
    List<String> types = new ArrayList<>();
    List<MediaType> forms = new ArrayList<>(readable(type));
    if (!BodyType.of(type).isAny() && forms.remove(MediaType.ARROW_STREAM)) {
      forms.add(0, MediaType.ARROW_STREAM);
    }
    for (int i = 0; i < forms.size(); i++) {
      types.add(forms.get(i) + (i == 0 ? "" : ";q=0." + (10 - i)));
    }
    return new String[] {
      "Accept", String.join(", ", types), "Accept-Encoding", ContentCoding.acceptable()
    };
  }

  /** The media types of a list of forms, for messages. */
  static String listed(List<BodyFormat> formats) {
    return formats.stream().map(f -> f.mediaType().toString()).collect(Collectors.joining(", "));
  }

  /** Collects settings for a {@link DatasonHttp}; not thread-safe. */
  public static final class Builder {

    private static final long BODY = 1L << 28;
    private static final long CONTENT = 1L << 30;

    private HttpSettings settings =
        new HttpSettings(Datason.create(), false, BODY, CONTENT, true, BatchOptions.defaults());

    private Builder() {}

    /**
     * What writes and reads JSON, with its settings, types and redaction.
     *
     * @param datason instead of one with default settings
     * @return this
     */
    public Builder datason(Datason datason) {
      settings = settings.with(Objects.requireNonNull(datason, "datason"));
      return this;
    }

    /**
     * Whether JSON is plain where the media type has no parameter {@code preset}; by default it has
     * hints. Values are written in the forms of the preset {@link
     * org.datason.config.DatasonConfig#api}; limits, and what is accepted, stay those of {@link
     * #datason}. Where that writes no hints, it is plain already and nothing of it changes.
     *
     * @param plain whether it is
     * @return this
     */
    public Builder api(boolean plain) {
      settings = settings.withApi(plain);
      return this;
    }

    /**
     * How many bytes a body may have as it is sent; 268,435,456 (256 MiB) by default.
     *
     * @param bytes at least 1
     * @return this
     */
    public Builder maxBodyBytes(long bytes) {
      settings = settings.withLimits(positive("maxBodyBytes", bytes), settings.maxContentBytes());
      return this;
    }

    /**
     * How many bytes a body may have after decompression, and one that is not compressed at all;
     * 1,073,741,824 (1 GiB) by default. The compressed buffers of Arrow's streams have as many
     * again at most.
     *
     * @param bytes at least 1
     * @return this
     */
    public Builder maxContentBytes(long bytes) {
      settings = settings.withLimits(settings.maxBodyBytes(), positive("maxContentBytes", bytes));
      return this;
    }

    /**
     * Whether what is sent is compressed where the client accepts that; by default it is.
     *
     * @param compresses whether it is
     * @return this
     */
    public Builder compression(boolean compresses) {
      settings = settings.withCompression(compresses);
      return this;
    }

    /**
     * How tables in lines and in arrays of rows are read in batches.
     *
     * @param options how large the batches are, and of which types
     * @return this
     */
    public Builder batches(BatchOptions options) {
      settings = settings.with(Objects.requireNonNull(options, "options"));
      return this;
    }

    private static long positive(String name, long value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be at least 1, not " + value);
      }
      return value;
    }

    /**
     * Makes the instance.
     *
     * @return a new instance
     */
    public DatasonHttp build() {
      List<BodyFormat> formats = new ArrayList<>();
      formats.add(new JsonFormat());
      if (ArrowFormat.isAvailable()) {
        formats.add(new ArrowFormat());
      }
      formats.add(new LinesFormat());
      if (CsvFormat.isAvailable()) {
        formats.add(new CsvFormat());
      }
      return new DatasonHttp(settings, List.copyOf(formats));
    }
  }
}
