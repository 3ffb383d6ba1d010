package org.datason.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;
import org.datason.TypeRef;

/**
 * A request to the JDK's server, as an {@link Endpoint} gets it. Not thread-safe.
 *
 * <pre>{@code
 * Frame runs = request.body(Frame.class);                            // in any form
 * Stream<Frame> batches = request.body(new TypeRef<Stream<Frame>>() {}); // of any size
 * String name = request.variable("name");                            // of the path /runs/{name}
 * }</pre>
 */
public final class Request {

  private final DatasonHttp http;
  private final HttpExchange exchange;
  private final Map<String, String> variables;
  private final List<Runnable> opened = new ArrayList<>();
  private final List<Unclosed> bodies = new ArrayList<>();

  Request(DatasonHttp http, HttpExchange exchange, Map<String, String> variables) {
    this.http = http;
    this.exchange = exchange;
    this.variables = variables;
  }

  /**
   * The method.
   *
   * @return such as {@code GET}; for {@code HEAD} too, if it is answered as {@code GET} is
   */
  public String method() {
    return exchange.getRequestMethod();
  }

  /**
   * The address that is asked for.
   *
   * @return path and query as they were sent
   */
  public URI uri() {
    return exchange.getRequestURI();
  }

  /**
   * What stands in the path for a variable of the route.
   *
   * @param name the variable's name
   * @return one segment of the path, decoded
   * @throws IllegalArgumentException if the route has no such variable
   */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Expected one of the route's variables, " + variables.keySet() + ", not '" + name + "'");
    }
    return value;
  }

  /**
   * The values of a parameter of the query, decoded.
   *
   * @param name the parameter's name
   * @return its values in their order; none if it is not there
   */
  public List<String> query(String name) {
    String query = uri().getRawQuery();
    return query == null
        ? List.of()
        : Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> decoded(pair[0]).equals(name))
            .map(pair -> pair.length == 1 ? "" : decoded(pair[1]))
            .toList();
  }

  /** Decodes what the server has found to be a URI. */
  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * A header.
   *
   * @param name its name
   * @return its value, several of them joined by commas; null if it is not there
   */
  public String header(String name) {
    List<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? null : String.join(", ", values);
  }

  /**
   * Reads the body, in the form that the request's headers tell.
   *
   * @param type the class
   * @param <T> the type
   * @return the value
   * @throws HttpProblem as {@link DatasonHttp#read(java.io.InputStream, BodyForm, Type)} does
   */
  public <T> T body(Class<T> type) {
    return read(type);
  }

  /**
   * Reads the body as a generic type, such as {@code Stream<Frame>}; otherwise as {@link
   * #body(Class)}. A stream is closed after the answer, at the latest.
   *
   * @param type the type
   * @param <T> the type
   * @return the value
   * @throws HttpProblem as {@link DatasonHttp#read(java.io.InputStream, BodyForm, Type)} does
   */
  public <T> T body(TypeRef<T> type) {
    return read(type.type());
  }

  /**
   * The form of the body, as the request's headers tell it.
   *
   * @return the form
   * @throws HttpProblem 415 if a body of it cannot be read here, 400 if a header is malformed
   */
  public BodyForm bodyForm() {
    return http.received(header("Content-Type"), header("Content-Encoding"));
  }

  /**
   * The bytes of the body as they come, for who keeps them to read them later ({@link
   * DatasonHttp#readTable}). No limit is put on them, and nothing is decompressed.
   *
   * @return the stream, which need not be closed
   */
  public InputStream bodyStream() {
    Unclosed body = new Unclosed(exchange.getRequestBody());
    bodies.add(body);
    return body;
  }

  @SuppressWarnings("unchecked")
  private <T> T read(Type type) {
    BodyForm form = bodyForm();
    T value = (T) http.read(bodyStream(), form, type);
    if (value instanceof BaseStream<?, ?> stream) {
      opened.add(stream::close);
    } else if (value instanceof BodyItems items) {
      opened.add(items::close);
    }
    return value;
  }

  /** Whether an error is that this request's body cannot be received. */
  boolean isCutOff(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      for (Unclosed body : bodies) {
        if (body.failure == cause) {
          return true;
        }
      }
    }
    return false;
  }

  /** The body, of which the server closes the stream: what is left of it may have to be taken. */
  private static final class Unclosed extends FilterInputStream {

    private IOException failure;

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void close() {}
  }

  /** Closes what reads the body. */
  void close() {
    opened.forEach(Runnable::run);
  }
}
