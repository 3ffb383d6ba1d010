package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that come bit by bit, both ways, with other sides that are slow or go away. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StreamingTest {

  private static final TypeRef<Stream<Frame>> BATCHES = new TypeRef<>() {};
  private static final TypeRef<Iterator<Frame>> ITERATOR = new TypeRef<>() {};

  /** What sockets and readers on both sides hold: batches of 8 KB as numbers. */
  private static final int HELD = 8_000;

  private final DatasonHttp http =
      DatasonHttp.builder()
          .maxBodyBytes(Long.MAX_VALUE)
          .maxContentBytes(Long.MAX_VALUE)
          .batches(BatchOptions.defaults().withChunkSize(1 << 16))
          .build();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private CountedBatches source;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    source = new CountedBatches(100_000);
    served =
        new Served(
            http.routes()
                .get("/stream", request -> source.stream())
                .get("/iterator", request -> source)
                .get("/publisher", request -> source.publisher(executor))
                .get("/short", request -> source.stream().limit(3))
                .get("/none", request -> source.stream().limit(0))
                .get("/fails", request -> source.failingAt(20).stream())
                .get("/fails-at-once", request -> source.failingAt(0).stream())
                .post("/first", request -> request.body(BATCHES).findFirst().get().size())
                .post("/echo", request -> request.body(ITERATOR))
                .post("/list", request -> request.body(List.class))
                .post("/rows", request -> request.body(BATCHES).mapToLong(Frame::size).sum()));
  }

  @AfterEach
  void stop() {
    served.close();
    executor.shutdownNow();
  }

  static List<MediaType> forms() {
    return List.of(MediaType.JSON, MediaType.NDJSON, MediaType.ARROW_STREAM, MediaType.CSV);
  }

  private HttpRequest get(String path, MediaType type, ContentCoding coding) {
    return HttpRequest.newBuilder(served.uri(path))
        .header("Accept", type.toString())
        .header("Accept-Encoding", coding.token())
        .build();
  }

  // ---------------------------------------------------------------- answers

  @ParameterizedTest
  @MethodSource("forms")
  void aClientThatGoesAwayStopsAndClosesTheSource(MediaType type) throws Exception {
    for (String path : List.of("/stream", "/iterator", "/publisher")) {
      source = new CountedBatches(100_000);
      try (Socket socket = new Socket("localhost", served.port())) {
        String request =
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + type + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertEquals(100_000, socket.getInputStream().readNBytes(100_000).length);
      }
      source.awaitClosed();
      assertTrue(source.taken() < HELD, path + ": " + source.taken());
    }
    assertEquals(List.of(), List.copyOf(served.errors));
  }

  @ParameterizedTest
  @EnumSource
  void aTableThatIsTakenInBatchesIsClosedByItsReader(ContentCoding coding) throws Exception {
    for (MediaType type : forms()) {
      source = new CountedBatches(100_000);
      HttpResponse<Stream<Frame>> response =
          served.client.send(get("/stream", type, coding), http.bodyHandler(BATCHES));
      try (Stream<Frame> batches = response.body()) {
        assertTrue(batches.mapToInt(Frame::size).limit(2).sum() > 0);
      }
      source.awaitClosed();
      // What compresses well fits a socket more often.
      int held = coding == ContentCoding.IDENTITY ? HELD : 100_000;
      assertTrue(source.taken() < held, type + ": " + source.taken());
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void shortStreamsAreWhole(MediaType type) throws Exception {
    Frame frame =
        served
            .client
            .send(get("/short", type, ContentCoding.IDENTITY), http.bodyHandler(Frame.class))
            .body();
    assertEquals(3 * CountedBatches.ROWS, frame.size());
    source.awaitClosed();
    source = new CountedBatches(1);
    Frame none =
        served
            .client
            .send(get("/none", type, ContentCoding.IDENTITY), http.bodyHandler(Frame.class))
            .body();
    assertEquals(0, none == null ? 0 : none.size());
    source.awaitClosed();
  }

  // ---------------------------------------------------------------- errors half way

  @ParameterizedTest
  @EnumSource
  void anErrorHalfWayCutsTheAnswerOff(ContentCoding coding) throws Exception {
    for (MediaType type : forms()) {
      source = new CountedBatches(100_000);
      IOException e =
          assertThrows(
              IOException.class,
              () -> served.client.send(get("/fails", type, coding), http.bodyHandler(Frame.class)));
      assertFalse(e.getCause() instanceof HttpProblem, String.valueOf(e.getCause()));
      source.awaitClosed();
      assertEquals("The source failed", served.errors.remove().getMessage());
    }
  }

  @Test
  void anAnswerThatIsCutOffHasNoEnd() throws Exception {
    try (Socket socket = new Socket("localhost", served.port())) {
      String request = "GET /fails HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.substring(0, 200));
      assertFalse(answer.endsWith("\r\n0\r\n\r\n"));
    }
  }

  @Test
  void anErrorBeforeTheFirstBytesIsAStatus() throws Exception {
    IOException e =
        assertThrows(
            IOException.class,
            () ->
                served.client.send(
                    get("/fails-at-once", MediaType.JSON, ContentCoding.GZIP),
                    http.bodyHandler(Frame.class)));
    assertEquals(
        new Problem(500, "Internal Server Error", null, null),
        assertInstanceOf(HttpProblem.class, e.getCause()).problem());
    source.awaitClosed();
  }

  // ---------------------------------------------------------------- requests

  private HttpRequest post(String path, HttpBody body) {
    return HttpRequest.newBuilder(served.uri(path)).headers(body.headers()).POST(body).build();
  }

  @ParameterizedTest
  @EnumSource
  void tablesOfAnySizeAreSentInBatches(ContentCoding coding) throws Exception {
    for (MediaType type : forms()) {
      source = new CountedBatches(50);
      HttpBody body = http.body(source.stream(), new BodyForm(type, coding));
      assertEquals(
          50 * CountedBatches.ROWS,
          served.client.send(post("/rows", body), http.bodyHandler(Integer.class)).body());
      source.awaitClosed();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatComesIsSentBackAsItComes(MediaType type) throws Exception {
    source = new CountedBatches(30);
    HttpBody body = http.body(source.stream(), type);
    HttpRequest request =
        HttpRequest.newBuilder(served.uri("/echo"))
            .headers(body.headers())
            .headers(http.acceptHeaders(Frame.class))
            .POST(body)
            .build();
    Frame frame = served.client.send(request, http.bodyHandler(Frame.class)).body();
    assertEquals(30 * CountedBatches.ROWS, frame.size());
    source.awaitClosed();
  }

  @Test
  void aServerThatHasEnoughStopsTheClient() throws Exception {
    HttpBody body = http.body(source.stream(), MediaType.ARROW_STREAM);
    try {
      assertEquals(
          CountedBatches.ROWS,
          served.client.send(post("/first", body), http.bodyHandler(Integer.class)).body());
    } catch (IOException e) {
      // The server may close the connection before the client has read the answer.
      assertFalse(e.getCause() instanceof HttpProblem, String.valueOf(e.getCause()));
    }
    source.awaitClosed();
    assertTrue(source.taken() < HELD, "taken: " + source.taken());
  }

  @ParameterizedTest
  @EnumSource
  void anErrorHalfWayCutsTheRequestOff(ContentCoding coding) {
    source.failingAt(20);
    HttpBody body = http.body(source.stream(), new BodyForm(MediaType.CSV, coding));
    IOException e =
        assertThrows(
            IOException.class,
            () -> served.client.send(post("/rows", body), http.bodyHandler(Integer.class)));
    assertFalse(e.getCause() instanceof HttpProblem, String.valueOf(e.getCause()));
    source.awaitClosed();
  }

  @Test
  void aStreamIsSentOnce() throws Exception {
    HttpBody body = http.body(Stream.of(1, 2), MediaType.NDJSON);
    assertEquals(
        "[1,2]",
        served.client.send(post("/list", body), HttpResponse.BodyHandlers.ofString()).body());
    IOException e =
        assertThrows(
            IOException.class,
            () -> served.client.send(post("/list", body), http.bodyHandler(List.class)));
    assertEquals(
        "A body of values that come one by one can be sent once; make another one",
        e.getCause().getMessage());
  }
}
