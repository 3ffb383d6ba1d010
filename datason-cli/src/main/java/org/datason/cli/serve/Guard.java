package org.datason.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.datason.http.MediaType;
import org.datason.http.Problem;

/**
 * What every request passes: it is counted, so that a service knows whether to wait for the last
 * one, and at a service for this machine alone it must be addressed to this machine. A page of
 * another site, whose name was made to lead here, is so kept from reading tables with its visitor's
 * browser.
 */
final class Guard implements HttpHandler {

  private final HttpHandler handler;

  /** How this machine may be called, in small letters; null at a service for others too. */
  private final Set<String> hosts;

  private int running;
  private boolean closed;

  /**
   * What requests pass.
   *
   * @param handler answers those that may pass
   * @param address where the service listens
   */
  Guard(HttpHandler handler, InetAddress address) {
    this.handler = handler;
    hosts =
        address.isLoopbackAddress()
            ? new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", HostName.of(address)))
            : null;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean begun = begin();
    try {
      if (!begun) {
        exchange.getResponseHeaders().set("Connection", "close");
        refuse(exchange, 503, "The service is about to end");
      } else if (!admits(exchange.getRequestHeaders().getFirst("Host"))) {
        refuse(exchange, 403, "Expected a Host of this machine, as the service is for it alone");
      } else {
        handler.handle(exchange);
      }
    } finally {
      end(begun);
    }
  }

  /** Whether a request may pass that has such a header {@code Host}, or null. */
  boolean admits(String host) {
    return hosts == null
        || host == null
        || hosts.contains(host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT));
  }

  private static void refuse(HttpExchange exchange, int status, String detail) throws IOException {
    byte[] body = Problem.of(status, detail).toBytes();
    exchange.getResponseHeaders().set("Content-Type", MediaType.PROBLEM.toString());
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private synchronized boolean begin() {
    running += closed ? 0 : 1;
    return !closed;
  }

  private synchronized void end(boolean begun) {
    running -= begun ? 1 : 0;
    notifyAll();
  }

  /** Lets no more requests pass, and waits up to so many milliseconds for those that did. */
  synchronized void close(long patience) {
    closed = true;
    long until = System.nanoTime() + patience * 1_000_000;
    try {
      for (long left = patience; running > 0 && left > 0; ) {
        wait(left);
        left = (until - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
