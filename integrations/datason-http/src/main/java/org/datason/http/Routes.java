package org.datason.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Endpoints by method and path: a handler for the JDK's built-in server. Immutable and thread-safe;
 * each method that adds something gives another one.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 8080), 0);
 * server.setExecutor(Executors.newFixedThreadPool(16));
 * server.createContext("/", DatasonHttp.create().routes()
 *     .get("/tables/{name}", request -> tables.get(request.variable("name")))
 *     .put("/tables/{name}", request -> {
 *       tables.put(request.variable("name"), request.body(Frame.class));
 *       return null;                                             // 204
 *     })
 *     .onError((request, error) -> logger.log(ERROR, request.uri(), error)));
 * server.start();
 * }</pre>
 *
 * <p>{@code HEAD} is answered by the headers of {@code GET}, {@code OPTIONS} by the methods that
 * there are, other methods by 405, other paths by 404. Errors are answered by {@code
 * application/problem+json}: an {@link HttpProblem} by its own, any other one by 500 without a word
 * about it. One that comes after the first 64 KiB of an answer cuts the connection off.
 */
public final class Routes implements HttpHandler {

  private final DatasonHttp http;
  private final List<Route> routes;
  private final BiConsumer<Request, Throwable> onError;

  private Routes(DatasonHttp http, List<Route> routes, BiConsumer<Request, Throwable> onError) {
    this.http = http;
    this.routes = routes;
    this.onError = onError;
  }

  static Routes none(DatasonHttp http) {
    return new Routes(http, List.of(), (request, error) -> {});
  }

  /**
   * Adds an endpoint.
   *
   * @param method such as {@code PATCH}
   * @param path the whole path, such as {@code /tables/{name}}: a segment in braces is a variable,
   *     which takes any one segment that is not empty
   * @param endpoint answers the requests
   * @return other routes; these stay as they are
   */
  public Routes route(String method, String path, Endpoint endpoint) {
    List<Route> more = new ArrayList<>(routes);
    more.add(Route.of(method, path, Objects.requireNonNull(endpoint, "endpoint")));
    return new Routes(http, List.copyOf(more), onError);
  }

  /**
   * Adds an endpoint for {@code GET} and {@code HEAD}.
   *
   * @param path as in {@link #route}
   * @param endpoint answers the requests
   * @return other routes
   */
  public Routes get(String path, Endpoint endpoint) {
    return route("GET", path, endpoint);
  }

  /**
   * Adds an endpoint for {@code PUT}.
   *
   * @param path as in {@link #route}
   * @param endpoint answers the requests
   * @return other routes
   */
  public Routes put(String path, Endpoint endpoint) {
    return route("PUT", path, endpoint);
  }

  /**
   * Adds an endpoint for {@code POST}.
   *
   * @param path as in {@link #route}
   * @param endpoint answers the requests
   * @return other routes
   */
  public Routes post(String path, Endpoint endpoint) {
    return route("POST", path, endpoint);
  }

  /**
   * Adds an endpoint for {@code DELETE}.
   *
   * @param path as in {@link #route}
   * @param endpoint answers the requests
   * @return other routes
   */
  public Routes delete(String path, Endpoint endpoint) {
    return route("DELETE", path, endpoint);
  }

  /**
   * Tells of errors that the client is not told of: those that are answered by 500, and those that
   * cut an answer off. A client that goes away is none.
   *
   * @param listener gets the request and the error, before that is answered; on the request's
   *     thread
   * @return other routes
   */
  public Routes onError(BiConsumer<Request, Throwable> listener) {
    return new Routes(http, routes, Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Answer answer = new Answer(http, exchange);
    Request request = new Request(http, exchange, Map.of());
    try {
      Map<String, Route> found = new LinkedHashMap<>();
      Path path = Path.of(exchange.getRequestURI());
      routes.stream().filter(path::matches).forEach(route -> path.best(found, route));
      Route route = found.get(answer.method());
      if (route != null) {
        request = new Request(http, exchange, path.variables(route));
        answer.send(route.endpoint().handle(request));
      } else if (found.isEmpty()) {
        throw new HttpProblem(404, "There is nothing at " + exchange.getRequestURI().getPath());
      } else {
        allowed(new TreeSet<>(found.keySet()), answer);
      }
    } catch (Throwable e) {
      try {
        if (answer.isUntold(e, request)) {
          onError.accept(request, e);
        }
      } finally {
        answer.fail(e, request);
      }
    } finally {
      answer.end(request);
    }
  }

  private static void allowed(TreeSet<String> methods, Answer answer) throws IOException {
    methods.add("OPTIONS");
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    String allowed = String.join(", ", methods);
    if (answer.method().equals("OPTIONS")) {
      answer.send(Response.of(204, null).header("Allow", allowed));
      return;
    }
    answer.header("Allow", allowed);
    throw new HttpProblem(405, "Expected one of the methods " + allowed);
  }
}
