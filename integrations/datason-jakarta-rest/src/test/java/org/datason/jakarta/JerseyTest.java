package org.datason.jakarta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
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
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

/** Resources in Jersey on Tomcat, on loopback. */
class JerseyTest {

  /** A value with what plain JSON has no form for. */
  public record Run(UUID id, Instant started, BigDecimal rate) {}

  /** The resources. */
  @Path("/")
  public static class Resources {

    static volatile CountDownLatch closed = new CountDownLatch(1);

    @POST
    @Path("frame")
    public Frame frame(Frame frame) {
      return frame;
    }

    @POST
    @Path("table")
    public Table table(Table table) {
      return table;
    }

    @POST
    @Path("tensor")
    public Tensor tensor(Tensor tensor) {
      return tensor;
    }

    @POST
    @Path("run")
    public Run run(Run run) {
      return run;
    }

    @POST
    @Path("run-list")
    public List<Run> runs(List<Run> runs) {
      return runs;
    }

    @POST
    @Path("batches")
    public Stream<Frame> batches(Stream<Frame> batches) {
      return batches.onClose(closed::countDown);
    }

    @POST
    @Path("first")
    public void first(Stream<Frame> batches) {
      batches.onClose(closed::countDown).findFirst().get();
    }

    static volatile Iterator<Frame> iterator;

    @POST
    @Path("iterator")
    public void iterator(Iterator<Frame> batches) {
      iterator = batches;
      batches.next();
    }

    @GET
    @Path("fails")
    public Stream<Frame> fails() {
      return batches()
          .peek(
              batch -> {
                if (batch.column("x").get(0).equals(50.0)) {
                  throw new IllegalStateException("secret");
                }
              })
          .onClose(closed::countDown);
    }

    @GET
    @Path("varies")
    public Response varies() {
      Frame rows = Frame.builder().column("n", Column.of(Simple.INT64, 1L)).build();
      return Response.ok(rows).header("Vary", "Cookie").build();
    }

    @GET
    @Path("endless")
    public Stream<Frame> endless() {
      return batches().onClose(closed::countDown);
    }

    @GET
    @Path("text")
    public String text() {
      return "[1]";
    }

    static Stream<Frame> batches() {
      return IntStream.range(0, 1_000_000)
          .mapToObj(
              i -> {
                double[] numbers = new double[1_000];
                numbers[0] = i;
                return Frame.builder().column("x", Column.wrap(numbers)).build();
              });
    }
  }

  /** Tells of the errors that are meant, as both servers do. */
  private static final Handler[] LOG = Logger.getLogger("").getHandlers();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final DatasonHttp HTTP = DatasonHttp.create();
  private static final Tomcat TOMCAT = new Tomcat();

  @BeforeAll
  static void start(@TempDir java.nio.file.Path folder) throws LifecycleException {
    Arrays.stream(LOG).forEach(handler -> handler.setLevel(Level.OFF));
    TOMCAT.setBaseDir(folder.toString());
    TOMCAT.setHostname("127.0.0.1");
    TOMCAT.setPort(0);
    Context context = TOMCAT.addContext("", null);
    Tomcat.addServlet(
        context,
        "jersey",
        new ServletContainer(new ResourceConfig(Resources.class, RunsResource.class)));
    context.addServletMappingDecoded("/*", "jersey");
    TOMCAT.getConnector();
    TOMCAT.start();
  }

  @AfterAll
  static void stop() throws LifecycleException {
    TOMCAT.stop();
    TOMCAT.destroy();
    Arrays.stream(LOG).forEach(handler -> handler.setLevel(Level.INFO));
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort() + path);
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

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)).headers(headers);
    return CLIENT.send(request.build(), BodyHandlers.ofString());
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
  void resourcesTakeAndReturnWhatTheRegistryKnows(ContentCoding coding) throws Exception {
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
        post("/run-list", List.of(run), json, HTTP.bodyHandler(new TypeRef<List<Run>>() {}))
            .body());
    Frame rows = Frame.builder().column("n", Column.of(Simple.INT64, 1L, 2L)).build();
    Table same = post("/table", Tables.toTable(rows), json, HTTP.bodyHandler(Table.class)).body();
    assertEquals(rows.column("n"), Tables.toFrame(same).column("n"));
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
    HttpRequest text = HttpRequest.newBuilder(uri("/text")).build();
    assertEquals("[1]", CLIENT.send(text, BodyHandlers.ofString()).body());
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
    assertEquals(400, post("/first", "[{]", "Content-Type", "application/json").statusCode());
  }

  @ParameterizedTest
  @EnumSource
  void tablesOfAnySizePassInBatches(ContentCoding coding) throws Exception {
    for (MediaType type :
        List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.CSV, MediaType.NDJSON)) {
      Resources.closed = new CountDownLatch(1);
      Stream<Frame> batches = Resources.batches().limit(50);
      Frame frame =
          post("/batches", batches, new BodyForm(type, coding), HTTP.bodyHandler(Frame.class))
              .body();
      assertEquals(50_000, frame.size(), type.toString());
      Resources.closed.await();
    }
    Resources.closed = new CountDownLatch(1);
    Stream<Frame> three = Resources.batches().limit(3);
    BodyForm arrow = new BodyForm(MediaType.ARROW_STREAM, coding);
    assertEquals(204, post("/first", three, arrow, BodyHandlers.discarding()).statusCode());
    Resources.closed.await();
  }

  @Test
  void batchesOfAnIteratorAreClosedAfterTheAnswer() throws Exception {
    Stream<Frame> three = Resources.batches().limit(3);
    BodyForm arrow = BodyForm.of(MediaType.ARROW_STREAM);
    assertEquals(204, post("/iterator", three, arrow, BodyHandlers.discarding()).statusCode());
    assertEquals(
        "The batches of The stream are closed",
        assertThrows(IllegalStateException.class, () -> Resources.iterator.hasNext()).getMessage());
  }

  @Test
  void anErrorHalfWayIsSeen() throws Exception {
    for (MediaType type :
        List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.CSV, MediaType.NDJSON)) {
      Resources.closed = new CountDownLatch(1);
      HttpRequest request =
          HttpRequest.newBuilder(uri("/fails")).header("Accept", type.toString()).build();
      assertThrows(IOException.class, () -> CLIENT.send(request, HTTP.bodyHandler(Frame.class)));
      Resources.closed.await();
    }
  }

  @Test
  void whatAnAnswerVariesWithIsAddedTo() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/varies")).build();
    HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
    assertEquals(
        "Cookie, Accept, Accept-Encoding",
        String.join(", ", response.headers().allValues("Vary")).replace(",A", ", A"));
  }

  @Test
  void aClientThatGoesAwayClosesTheSource() throws Exception {
    Resources.closed = new CountDownLatch(1);
    HttpRequest request =
        HttpRequest.newBuilder(uri("/endless")).headers(HTTP.acceptHeaders(Frame.class)).build();
    try (Stream<Frame> batches =
        CLIENT.send(request, HTTP.bodyHandler(new TypeRef<Stream<Frame>>() {})).body()) {
      assertFalse(batches.limit(1).toList().isEmpty());
    }
    Resources.closed.await();
  }

  @Test
  void clientsOfJakartaRestHaveTheProviders() {
    try (Client client = ClientBuilder.newBuilder().register(new DatasonFeature()).build()) {
      String arrow = MediaType.ARROW_STREAM.toString();
      Frame same =
          client
              .target(uri("/frame"))
              .request(arrow)
              .post(Entity.entity(frame(), arrow), Frame.class);
      assertEquals(frame(), same);
      try (Stream<Frame> batches =
          client
              .target(uri("/batches"))
              .request(arrow)
              .post(Entity.entity(frame(), arrow), new GenericType<Stream<Frame>>() {})) {
        assertEquals(List.of(frame()), batches.toList());
      }
    }
  }

  @Test
  void theExampleOfThePageWorksAsItStandsThere() throws Exception {
    HttpBody body = HTTP.body(frame(), MediaType.ARROW_STREAM);
    HttpRequest put =
        HttpRequest.newBuilder(uri("/runs")).headers(body.headers()).PUT(body).build();
    assertEquals(204, CLIENT.send(put, BodyHandlers.discarding()).statusCode());
    HttpRequest get = HttpRequest.newBuilder(uri("/runs")).build();
    assertEquals(frame(), CLIENT.send(get, HTTP.bodyHandler(Frame.class)).body());
    BodyForm json = BodyForm.of(MediaType.JSON);
    assertEquals(
        "{\"rows\":2}", post("/runs/count", frame(), json, BodyHandlers.ofString()).body());
    String source =
        Files.readString(
            java.nio.file.Path.of("src/test/java/org/datason/jakarta/RunsResource.java"));
    String page = Files.readString(java.nio.file.Path.of("../../docs/rest.md"));
    assertTrue(page.contains(source.substring(source.indexOf("@Path(")).strip()));
  }
}
