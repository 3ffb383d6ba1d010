package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers of the JDK's server that have no body in the end. */
class AnswerTest {

  private static HttpResponse<String> get(Endpoint endpoint) throws Exception {
    try (Served served = new Served(DatasonHttp.create().routes().get("/", endpoint))) {
      return served.client.send(
          HttpRequest.newBuilder(served.uri("/")).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void whatHasNotChangedVariesAsItsTableDoes() throws Exception {
    HttpResponse<String> plain = get(request -> Response.of(304, null));
    assertEquals(304, plain.statusCode());
    assertEquals(List.of("Accept, Accept-Encoding"), plain.headers().allValues("Vary"));
    HttpResponse<String> own = get(request -> Response.of(304, null).header("Vary", "Origin"));
    assertEquals(List.of("Accept, Accept-Encoding", "Origin"), own.headers().allValues("Vary"));
  }

  @Test
  void aStreamThatCannotBeOpenedIsClosed() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    Stream<Integer> used = Stream.of(1).onClose(closed::incrementAndGet);
    used.iterator();
    assertEquals(500, get(request -> used).statusCode());
    assertEquals(1, closed.get());
  }
}
