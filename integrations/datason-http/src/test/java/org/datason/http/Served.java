package org.datason.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Routes on a real server on loopback, with a client. */
final class Served implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService executor = Executors.newCachedThreadPool();
  final HttpClient client = HttpClient.newHttpClient();

  /** What clients were not told of. */
  final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();

  Served(Routes routes) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", routes.onError((request, error) -> errors.add(error)));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  /** Waits until nothing is being answered any more; nothing is answered then. */
  void drain() throws InterruptedException {
    executor.shutdown();
    executor.awaitTermination(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
