package org.datason.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The answer to one request of the JDK's server. Not thread-safe. */
final class Answer {

  /** So much of a body that nobody has read is taken, so that its sender gets to see the answer. */
  private static final long DRAINED = 16 << 20;

  private final DatasonHttp http;
  private final HttpExchange exchange;
  private final boolean head;
  private boolean begun;

  /** What an answer that has begun, or that nobody waits for, was cut off by. */
  private Throwable cut;

  Answer(DatasonHttp http, HttpExchange exchange) {
    this.http = http;
    this.exchange = exchange;
    head = exchange.getRequestMethod().equals("HEAD");
  }

  /** The method whose endpoint answers. */
  String method() {
    return head ? "GET" : exchange.getRequestMethod();
  }

  void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  /**
   * A header that the endpoint gives: in place of ours, but added to what the answer varies with.
   */
  private void ownHeader(String name, String value) {
    if (name.equalsIgnoreCase("Vary")) {
      exchange.getResponseHeaders().add(name, value);
    } else {
      header(name, value);
    }
  }

  private String requestHeader(String name) {
    List<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? null : String.join(", ", values);
  }

  void send(Object result) throws IOException {
    Response response =
        result instanceof Response r ? r : Response.of(result == null ? 204 : 200, result);
    if (response.body() == null) {
      if (response.status() == 304) { // which has the headers that 200 would have had
        header("Vary", "Accept, Accept-Encoding");
      }
      response.headers().forEach(this::ownHeader);
      begin(response.status(), -1);
      return;
    }
    Object value = Items.of(response.body());
    boolean sent = false;
    try {
      BodyForm form = form(response, value);
      response.headers().forEach(this::ownHeader);
      if (head) {
        headers(form);
        begin(response.status(), -1);
        return;
      }
      sent = true;
      http.write(value, form, (as, length) -> open(response.status(), as, length));
    } finally {
      if (!sent && value instanceof Items items) {
        items.close();
      }
    }
  }

  private BodyForm form(Response response, Object value) {
    header("Vary", "Accept, Accept-Encoding");
    String accept =
        response.mediaType() == null ? requestHeader("Accept") : response.mediaType().toString();
    return http.negotiate(value, accept, requestHeader("Accept-Encoding"));
  }

  private void headers(BodyForm form) {
    header("Content-Type", form.mediaType().toString());
    if (form.coding() != ContentCoding.IDENTITY) {
      header("Content-Encoding", form.coding().token());
    }
  }

  private OutputStream open(int status, BodyForm form, long length) throws IOException {
    headers(form);
    begin(status, length == 0 ? -1 : Math.max(0, length));
    return length == 0 ? OutputStream.nullOutputStream() : exchange.getResponseBody();
  }

  private void begin(int status, long length) throws IOException {
    begun = true;
    try {
      exchange.sendResponseHeaders(status, length);
    } catch (IOException e) {
      cut = e;
      throw e;
    }
  }

  /** Whether an error means that the client is not there any more. */
  private boolean isGone(Throwable e, Request request) {
    return e instanceof IOException && begun || request.isCutOff(e);
  }

  /** The problem that the client is told; null if it is not told what went wrong. */
  private static Problem told(Throwable e) {
    return e instanceof HttpProblem known && !known.isOfAnswer() ? known.problem() : null;
  }

  /** Whether an error is one that the client is not told of, though it is there. */
  boolean isUntold(Throwable e, Request request) {
    return !isGone(e, request) && (begun || told(e) == null);
  }

  /** Answers by the problem that an error is, or cuts the answer off. */
  void fail(Throwable e, Request request) {
    if (begun || isGone(e, request)) {
      cut = e;
      return;
    }
    Problem problem = told(e) == null ? Problem.of(500, null) : told(e);
    try {
      drain();
      byte[] body = problem.toBytes();
      header("Content-Type", MediaType.PROBLEM.toString());
      if (problem.status() == 415) {
        header("Accept-Encoding", ContentCoding.acceptable());
      }
      exchange.getResponseHeaders().remove("Content-Encoding");
      begin(problem.status(), head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().close();
      }
    } catch (IOException | RuntimeException closing) {
      cut = closing;
    }
  }

  private void drain() throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] block = new byte[1 << 16];
    long left = DRAINED;
    for (int n = in.read(block); n >= 0 && left > 0; n = in.read(block)) {
      left -= n;
    }
  }

  /**
   * Ends the exchange. An answer that was cut off ends with the connection: the server closes it
   * for an exception, and writes the end of the body otherwise.
   */
  void end(Request request) throws IOException {
    try {
      request.close();
    } catch (RuntimeException e) {
      cut = cut == null ? e : cut;
    }
    if (cut == null) {
      exchange.close();
    }
    if (cut != null) {
      throw new IOException("The answer was cut off", cut);
    }
  }
}
