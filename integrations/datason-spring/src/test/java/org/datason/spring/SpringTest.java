package org.datason.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.http.BodyForm;
import org.datason.http.ContentCoding;
import org.datason.http.DatasonHttp;
import org.datason.http.HttpBody;
import org.datason.http.MediaType;
import org.datason.ml.tablesaw.Tables;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.RestClient;
import tech.tablesaw.api.Table;

/** A Boot application with embedded Tomcat, on loopback. */
class SpringTest {

  /** A value with what plain JSON has no form for. */
  record Run(UUID id, Instant started, BigDecimal rate) {}

  /** A message that has come. */
  record ArrowMessage(byte[] bytes) implements HttpInputMessage {

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.CONTENT_TYPE, "application/vnd.apache.arrow.stream");
      return headers;
    }
  }

  /** The application. */
  @SpringBootApplication
  @RestController
  static class Application {

    static volatile CountDownLatch closed = new CountDownLatch(1);

    @PostMapping("/frame")
    Frame frame(@RequestBody Frame frame) {
      return frame;
    }

    @PostMapping("/table")
    Table table(@RequestBody Table table) {
      return table;
    }

    @PostMapping("/tensor")
    Tensor tensor(@RequestBody Tensor tensor) {
      return tensor;
    }

    @PostMapping("/array")
    INDArray array(@RequestBody INDArray array) {
      return array.mul(2);
    }

    @PostMapping("/run")
    Run run(@RequestBody Run run) {
      return run;
    }

    @PostMapping("/runs")
    List<Run> runs(@RequestBody List<Run> runs) {
      return runs;
    }

    @PostMapping("/batches")
    Stream<Frame> batches(@RequestBody Stream<Frame> batches) {
      return batches.onClose(closed::countDown);
    }

    @PostMapping("/first")
    Frame first(@RequestBody Stream<Frame> batches) {
      return batches.onClose(closed::countDown).findFirst().get();
    }

    static final List<Iterator<Frame>> ITERATORS = new CopyOnWriteArrayList<>();

    @PostMapping("/iterator")
    void iterator(@RequestBody Iterator<Frame> batches) {
      batches.next();
      ITERATORS.add(batches);
      ITERATORS.add(another());
    }

    /** A body of another message, as a client within the request gets it. */
    @SuppressWarnings("unchecked")
    private static Iterator<Frame> another() {
      try {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HTTP.write(SpringTest.frame(), BodyForm.of(MediaType.ARROW_STREAM), (form, length) -> out);
        ArrowMessage message = new ArrowMessage(out.toByteArray());
        return (Iterator<Frame>)
            new DatasonHttpMessageConverter(HTTP)
                .read(new TypeRef<Iterator<Frame>>() {}.type(), null, message);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @GetMapping("/fails")
    Stream<Frame> fails() {
      return batches()
          .peek(
              batch -> {
                if (batch.column("x").get(0).equals(50.0)) {
                  throw new IllegalStateException("secret");
                }
              })
          .onClose(closed::countDown);
    }

    @GetMapping("/fails-later")
    CompletableFuture<Stream<Frame>> failsLater() {
      return CompletableFuture.supplyAsync(this::fails);
    }

    @GetMapping("/upstream")
    Run upstream() {
      return RestClient.builder()
          .messageConverters(all -> all.add(0, new DatasonHttpMessageConverter(HTTP)))
          .build()
          .get()
          .uri(uri("/text"))
          .header("Accept", "application/json")
          .retrieve()
          .body(Run.class);
    }

    @GetMapping("/missing")
    ResponseEntity<Frame> missing() {
      return ResponseEntity.notFound().build();
    }

    @GetMapping("/varies")
    ResponseEntity<Frame> varies() {
      return ResponseEntity.ok().header("Vary", "Cookie").body(SpringTest.frame());
    }

    @GetMapping("/endless")
    Stream<Frame> endless() {
      return batches().onClose(closed::countDown);
    }

    @GetMapping("/text")
    String text() {
      return "[1]";
    }

    private static Stream<Frame> batches() {
      return IntStream.range(0, 1_000_000)
          .mapToObj(
              i -> {
                double[] numbers = new double[1_000];
                numbers[0] = i;
                return Frame.builder().column("x", Column.wrap(numbers)).build();
              });
    }
  }

  /** Makes an answer of everything, as many applications do. */
  @RestControllerAdvice
  static class CatchAll {

    @ExceptionHandler
    Map<String, String> answer(IllegalStateException e) {
      return Map.of("message", "something failed");
    }
  }

  private static ServletWebServerApplicationContext server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final DatasonHttp HTTP = DatasonHttp.create();

  @BeforeAll
  static void start() {
    SpringApplication application = new SpringApplication(Application.class, CatchAll.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "spring.main.banner-mode", "off",
            "logging.level.root", "off",
            "datason.http.max-body", "10MB"));
    server = (ServletWebServerApplicationContext) application.run();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path);
  }

  private static <T> HttpResponse<T> post(
      String path, Object value, BodyForm form, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    HttpBody body = HTTP.body(value, form);
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .headers(body.headers())
            .header("Accept", form.mediaType().toString())
            .header("Accept-Encoding", form.coding().token())
            .POST(body)
            .build();
    return CLIENT.send(request, handler);
  }

  private static Frame frame() {
    return Frame.builder()
        .column("id", Column.of(Simple.UUID, new UUID(1, 2), null))
        .column("x", Column.of(Simple.FLOAT64, 0.5, Double.NaN))
        .column("n", Column.of(Simple.INT8, (byte) 1, null))
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void controllersTakeAndReturnWhatTheRegistryKnows(ContentCoding coding) throws Exception {
    for (MediaType type : List.of(MediaType.JSON, MediaType.ARROW_STREAM)) {
      BodyForm form = new BodyForm(type, coding);
      HttpResponse<Frame> response = post("/frame", frame(), form, HTTP.bodyHandler(Frame.class));
      assertEquals(frame(), response.body());
      assertEquals(type.toString(), response.headers().firstValue("Content-Type").get());
      assertEquals("Accept, Accept-Encoding", response.headers().firstValue("Vary").get());
    }
    BodyForm json = new BodyForm(MediaType.JSON, coding);
    Tensor tensor = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).transpose();
    assertEquals(tensor, post("/tensor", tensor, json, HTTP.bodyHandler(Tensor.class)).body());
    Run run = new Run(new UUID(1, 2), Instant.ofEpochSecond(1, 5), new BigDecimal("0.10"));
    assertEquals(run, post("/run", run, json, HTTP.bodyHandler(Run.class)).body());
    assertEquals(
        List.of(run),
        post("/runs", List.of(run), json, HTTP.bodyHandler(new TypeRef<List<Run>>() {})).body());
  }

  @Test
  void arraysOfNd4jAndTablesOfTablesawNeedNothingMore() throws Exception {
    BodyForm json = BodyForm.of(MediaType.JSON);
    INDArray array = Nd4j.create(new double[] {1, 2, 3, 4}, new long[] {2, 2});
    INDArray twice = post("/array", array, json, HTTP.bodyHandler(INDArray.class)).body();
    assertEquals(array.mul(2), twice);
    for (MediaType type :
        List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.CSV, MediaType.NDJSON)) {
      Frame rows = Frame.builder().column("n", Column.of(Simple.INT64, 1L, 2L)).build();
      Table table = Tables.toTable(rows);
      Table same = post("/table", table, BodyForm.of(type), HTTP.bodyHandler(Table.class)).body();
      assertEquals(rows.column("n"), Tables.toFrame(same).column("n"));
    }
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).headers(headers);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void negotiationIsThatOfAccept() throws Exception {
    String json = "[{\"a\":1}]";
    String type = "application/json";
    assertEquals(
        "a\r\n1\r\n", post("/frame", json, "Content-Type", type, "Accept", "text/*").body());
    assertEquals(
        "1\r\n",
        post("/frame", json, "Content-Type", type, "Accept", "text/csv;header=absent").body());
    HttpResponse<String> plain =
        post("/frame", json, "Content-Type", type, "Accept", "application/json;preset=api");
    assertEquals(json, plain.body());
    assertEquals("application/json;preset=api", plain.headers().firstValue("Content-Type").get());
    assertEquals(
        "application/x-ndjson",
        post(
                "/frame",
                json,
                "Content-Type",
                type,
                "Accept",
                "application/json;q=0.5, application/x-ndjson")
            .headers()
            .firstValue("Content-Type")
            .get());
    assertEquals(
        406, post("/frame", json, "Content-Type", type, "Accept", "image/png").statusCode());
    assertEquals(415, post("/frame", json, "Content-Type", "image/png").statusCode());
    assertEquals(
        415,
        post("/tensor", json, "Content-Type", "application/vnd.apache.arrow.stream").statusCode());
  }

  @Test
  void badBodiesAreProblems() throws Exception {
    HttpResponse<String> response = post("/run", "{\"id\":5}", "Content-Type", "application/json");
    assertEquals(400, response.statusCode());
    assertEquals("application/problem+json", response.headers().firstValue("Content-Type").get());
    assertEquals(
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Expected a string but found 5\","
            + "\"path\":\"$.id\",\"offset\":6,\"line\":1,\"column\":7}",
        response.body());
    HttpResponse<String> half =
        post("/batches", "[{\"a\":1},{]", "Content-Type", "application/json");
    assertEquals(400, half.statusCode());
    assertEquals(
        "{\"title\":\"Content Too Large\",\"status\":413,\"detail\":\"The body, as it was sent, is"
            + " larger than 10485760 bytes\"}",
        post("/frame", "[" + " ".repeat(10 << 20) + "]", "Content-Type", "application/json")
            .body());
  }

  @Test
  void textsAreLeftToSpring() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/text")).header("Accept", "application/json").build();
    assertEquals("[1]", CLIENT.send(request, BodyHandlers.ofString()).body());
  }

  @ParameterizedTest
  @EnumSource
  void tablesOfAnySizePassInBatches(ContentCoding coding) throws Exception {
    for (MediaType type :
        List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.CSV, MediaType.NDJSON)) {
      Application.closed = new CountDownLatch(1);
      Stream<Frame> batches = Application.batches().limit(50);
      Frame frame =
          post("/batches", batches, new BodyForm(type, coding), HTTP.bodyHandler(Frame.class))
              .body();
      assertEquals(50_000, frame.size(), type.toString());
      Application.closed.await();
    }
    Application.closed = new CountDownLatch(1);
    assertEquals(
        1_000,
        post(
                "/first",
                Application.batches().limit(3),
                BodyForm.of(MediaType.ARROW_STREAM),
                HTTP.bodyHandler(Frame.class))
            .body()
            .size());
    Application.closed.await();
  }

  @Test
  void anErrorHalfWayIsSeenThoughAHandlerMakesAnAnswerOfIt() throws Exception {
    for (String path : List.of("/fails", "/fails-later")) {
      for (MediaType type : List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.CSV)) {
        Application.closed = new CountDownLatch(1);
        HttpRequest request =
            HttpRequest.newBuilder(uri(path)).header("Accept", type.toString()).build();
        assertThrows(IOException.class, () -> CLIENT.send(request, BodyHandlers.ofString()), path);
        Application.closed.await();
      }
    }
  }

  @Test
  void allBatchesOfIteratorsAreClosedAfterTheAnswer() throws Exception {
    Application.ITERATORS.clear();
    Stream<Frame> three = Application.batches().limit(3);
    BodyForm arrow = BodyForm.of(MediaType.ARROW_STREAM);
    assertEquals(200, post("/iterator", three, arrow, BodyHandlers.discarding()).statusCode());
    assertEquals(2, Application.ITERATORS.size());
    for (Iterator<Frame> batches : Application.ITERATORS) {
      assertEquals(
          "The batches of The stream are closed",
          assertThrows(IllegalStateException.class, batches::hasNext).getMessage());
    }
  }

  @Test
  void anAnswerOfAnotherServerThatCannotBeReadIsNoProblemOfTheRequest() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/upstream")).build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals("{\"title\":\"Internal Server Error\",\"status\":500}", response.body());
    assertEquals(500, response.statusCode());
  }

  @Test
  void anAnswerWithoutABodyHasNoCoding() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/missing")).header("Accept-Encoding", "gzip").build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(404, response.statusCode());
    assertEquals("", response.body());
    assertEquals(List.of(), response.headers().allValues("Content-Encoding"));
    assertEquals(List.of(), response.headers().allValues("Vary"));
  }

  @Test
  void whatAnAnswerVariesWithIsAddedTo() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/varies")).build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(
        "Cookie, Accept, Accept-Encoding", String.join(", ", response.headers().allValues("Vary")));
  }

  @Test
  void aClientThatGoesAwayClosesTheSource() throws Exception {
    Application.closed = new CountDownLatch(1);
    HttpRequest request =
        HttpRequest.newBuilder(uri("/endless")).headers(HTTP.acceptHeaders(Frame.class)).build();
    try (Stream<Frame> batches =
        CLIENT.send(request, HTTP.bodyHandler(new TypeRef<Stream<Frame>>() {})).body()) {
      assertFalse(batches.limit(1).toList().isEmpty());
    }
    Application.closed.await();
  }

  @Test
  void clientsOfSpringHaveTheConverter() {
    RestClient client =
        RestClient.builder()
            .messageConverters(all -> all.add(0, new DatasonHttpMessageConverter(HTTP)))
            .build();
    Frame same =
        client
            .post()
            .uri(uri("/frame"))
            .contentType(
                org.springframework.http.MediaType.parseMediaType(
                    "application/vnd.apache.arrow.stream"))
            .accept(
                org.springframework.http.MediaType.parseMediaType(
                    "application/vnd.apache.arrow.stream"))
            .body(frame())
            .retrieve()
            .body(Frame.class);
    assertEquals(frame(), same);
  }

  @Test
  void theExampleOfThePageWorksAsItStandsThere() throws Exception {
    HttpBody body = HTTP.body(frame(), MediaType.ARROW_STREAM);
    HttpRequest put =
        HttpRequest.newBuilder(uri("/runs")).headers(body.headers()).PUT(body).build();
    assertEquals(200, CLIENT.send(put, BodyHandlers.discarding()).statusCode());
    HttpRequest get = HttpRequest.newBuilder(uri("/runs")).build();
    assertEquals(frame(), CLIENT.send(get, HTTP.bodyHandler(Frame.class)).body());
    BodyForm json = BodyForm.of(MediaType.JSON);
    assertEquals("{\"rows\":2}", post("/count", frame(), json, BodyHandlers.ofString()).body());
    String source =
        Files.readString(Path.of("src/test/java/org/datason/spring/RunsController.java"));
    String page = Files.readString(Path.of("../../docs/rest.md"));
    assertTrue(page.contains(source.substring(source.indexOf("@RestController")).strip()));
  }
}
