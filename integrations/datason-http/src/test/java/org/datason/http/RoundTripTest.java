package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values from the JDK's client to its server and back, by real connections. */
class RoundTripTest {

  private static final TypeRef<Stream<Frame>> BATCHES = new TypeRef<>() {};

  private final DatasonHttp http = DatasonHttp.create();
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served =
        new Served(
            http.routes()
                .post("/frame", request -> request.body(Frame.class))
                .post("/batches", request -> request.body(BATCHES)));
  }

  @AfterEach
  void stop() {
    served.close();
    assertEquals(List.of(), List.copyOf(served.errors));
  }

  private HttpRequest post(String path, HttpBody body, MediaType accept, ContentCoding coding) {
    return HttpRequest.newBuilder(served.uri(path))
        .headers(body.headers())
        .header("Accept", accept.toString())
        .header("Accept-Encoding", coding.token())
        .POST(body)
        .build();
  }

  private Frame sent(String path, Frame frame, MediaType type, ContentCoding coding, DatasonHttp by)
      throws Exception {
    HttpBody body = by.body(frame, new BodyForm(type, coding));
    HttpResponse<Frame> response =
        served.client.send(post(path, body, type, coding), by.bodyHandler(Frame.class));
    assertEquals(200, response.statusCode());
    assertEquals(
        type, MediaType.parse(response.headers().firstValue("Content-Type").get()).essence());
    return response.body();
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeIsTheSameInJsonAndArrow(ContentCoding coding) throws Exception {
    Frame frame = EveryType.labelled();
    assertEquals(frame, sent("/frame", frame, MediaType.JSON, coding, http));
    assertEquals(frame, sent("/frame", frame, MediaType.ARROW_STREAM, coding, http));
    assertEquals(frame, sent("/batches", frame, MediaType.ARROW_STREAM, coding, http));
  }
}
