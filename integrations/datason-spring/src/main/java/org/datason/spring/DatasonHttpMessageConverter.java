package org.datason.spring;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.BaseStream;
import org.datason.http.BodyForm;
import org.datason.http.ContentCoding;
import org.datason.http.DatasonHttp;
import org.datason.http.HttpProblem;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StreamUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Bodies by Datason: of controllers, and of {@code RestClient} and {@code RestTemplate}.
 * Thread-safe.
 *
 * <pre>{@code
 * @GetMapping("/runs")
 * Frame runs() { ... }                                   // JSON, Arrow, JSON Lines or CSV, by Accept
 *
 * @PostMapping("/runs")
 * Summary add(@RequestBody Stream<Frame> batches) { ... } // of any size, closed after the request
 *
 * RestClient client = RestClient.builder()
 *     .messageConverters(all -> all.add(0, new DatasonHttpMessageConverter(DatasonHttp.create())))
 *     .build();
 * }</pre>
 *
 * <p>It leaves texts, bytes, resources and Spring's own types to the other converters, and so it
 * does with classes that Datason cannot write or read without loss.
 *
 * <p>A {@code Stream} or {@code Iterator} of a request's body is closed when the thread that
 * answers first lets go of the request. A controller that answers later, on another thread, reads
 * it before it returns, or takes the table as a whole.
 */
public final class DatasonHttpMessageConverter implements GenericHttpMessageConverter<Object> {

  private final DatasonHttp http;

  /**
   * A converter.
   *
   * @param http writes and reads the bodies
   */
  public DatasonHttpMessageConverter(DatasonHttp http) {
    this.http = http;
  }

  private static boolean isOthers(Type type) {
    return type instanceof Class<?> c
        && (CharSequence.class.isAssignableFrom(c)
            || c == byte[].class
            || InputStreamSource.class.isAssignableFrom(c)
            || c.getName().startsWith("org.springframework."));
  }

  private static org.datason.http.MediaType ours(MediaType type) {
    return type == null ? null : org.datason.http.MediaType.parse(type.toString());
  }

  private static List<MediaType> theirs(List<org.datason.http.MediaType> types) {
    return types.stream().map(type -> MediaType.parseMediaType(type.toString())).toList();
  }

  // ---------------------------------------------------------------- what it takes

  @Override
  public boolean canRead(Type type, Class<?> context, MediaType mediaType) {
    return !isOthers(type) && http.reads(type, ours(mediaType));
  }

  @Override
  public boolean canWrite(Type type, Class<?> value, MediaType mediaType) {
    boolean generic = type != null && !(type instanceof Class<?>);
    return !isOthers(value) && http.writes(generic ? type : value, ours(mediaType));
  }

  @Override
  public boolean canRead(Class<?> type, MediaType mediaType) {
    return canRead(type, null, mediaType);
  }

  @Override
  public boolean canWrite(Class<?> type, MediaType mediaType) {
    return canWrite(null, type, mediaType);
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return theirs(http.readable(Object.class));
  }

  @Override
  public List<MediaType> getSupportedMediaTypes(Class<?> type) {
    return isOthers(type) ? List.of() : theirs(http.writable(type));
  }

  // ---------------------------------------------------------------- reading

  @Override
  public Object read(Type type, Class<?> context, HttpInputMessage message) throws IOException {
    HttpHeaders headers = message.getHeaders();
    try {
      BodyForm form =
          http.received(
              headers.getFirst(HttpHeaders.CONTENT_TYPE),
              headers.getFirst(HttpHeaders.CONTENT_ENCODING));
      Object value = http.read(StreamUtils.nonClosing(message.getBody()), form, type);
      closeAfterRequest(value);
      return value;
    } catch (HttpProblem e) {
      throw new HttpMessageNotReadableException(e.getMessage(), e, message);
    }
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    return read(type, null, message);
  }

  /** Sees that what reads the body bit by bit is closed, whatever the controller does with it. */
  private static void closeAfterRequest(Object value) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    boolean lazy = value instanceof BaseStream || value instanceof Iterator;
    if (request != null && lazy && value instanceof AutoCloseable body) {
      request.registerDestructionCallback(
          DatasonHttpMessageConverter.class.getName() + ".body." + UUID.randomUUID(),
          () -> close(body),
          RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static void close(AutoCloseable body) {
    try {
      body.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The body cannot be closed", e);
    }
  }

  // ---------------------------------------------------------------- writing

  @Override
  public void write(Object value, Type type, MediaType mediaType, HttpOutputMessage message)
      throws IOException {
    HttpHeaders headers = message.getHeaders();
    String accept = mediaType == null ? null : mediaType.toString();
    String coding = headers.getFirst(HttpHeaders.CONTENT_ENCODING); // as ResponseCoding has set it
    boolean lazy = type != null && !(type instanceof Class<?>);
    BodyForm form = http.negotiate(lazy ? type : value, accept, coding);
    boolean[] opened = new boolean[1];
    try {
      http.write(
          value,
          form,
          (as, length) -> {
            opened[0] = true;
            return opened(as, length, message);
          });
    } catch (IOException | RuntimeException | Error e) {
      if (opened[0]) {
        CutOffFilter.remember(e);
      }
      throw e;
    }
  }

  private static OutputStream opened(BodyForm form, long length, HttpOutputMessage message)
      throws IOException {
    HttpHeaders headers = message.getHeaders();
    headers.setContentType(MediaType.parseMediaType(form.mediaType().toString()));
    headers.remove(HttpHeaders.CONTENT_ENCODING);
    if (form.coding() != ContentCoding.IDENTITY) {
      headers.set(HttpHeaders.CONTENT_ENCODING, form.coding().token());
    }
    if (length >= 0) {
      headers.setContentLength(length);
    }
    return StreamUtils.nonClosing(message.getBody());
  }

  @Override
  public void write(Object value, MediaType mediaType, HttpOutputMessage message)
      throws IOException {
    write(value, null, mediaType, message);
  }
}
