package org.datason.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.Frame;

/** The example of the JDK's server and client in docs/rest.md. */
final class JdkExample {

  private final DatasonHttp http = DatasonHttp.create();
  private final Map<String, Frame> tables = new ConcurrentHashMap<>();

  HttpServer serve(int port) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.setExecutor(Executors.newFixedThreadPool(16)); // one request has one thread
    server.createContext(
        "/",
        http.routes()
            .get("/tables/{name}", request -> table(request.variable("name")))
            .put(
                "/tables/{name}",
                request -> {
                  tables.put(request.variable("name"), request.body(Frame.class));
                  return null; // 204
                })
            .post(
                "/count",
                request -> {
                  Stream<Frame> batches = request.body(new TypeRef<Stream<Frame>>() {});
                  return Map.of("rows", batches.mapToLong(Frame::size).sum()); // of any size
                })
            .onError((request, error) -> log(request.uri(), error)));
    server.start();
    return server;
  }

  private Frame table(String name) {
    Frame table = tables.get(name);
    if (table == null) {
      throw new HttpProblem(404, "There is no table '" + name + "'");
    }
    return table;
  }

  Frame sendAndGet(URI uri, Frame frame) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpBody body = http.body(frame, MediaType.ARROW_STREAM); // written while it is sent
    HttpRequest put = HttpRequest.newBuilder(uri).headers(body.headers()).PUT(body).build();
    client.send(put, http.bodyHandler(Void.class));

    HttpRequest get = HttpRequest.newBuilder(uri).headers(http.acceptHeaders(Frame.class)).build();
    return client.send(get, http.bodyHandler(Frame.class)).body();
  }

  private static void log(URI uri, Throwable error) {
    throw new IllegalStateException(uri.toString(), error);
  }
}
