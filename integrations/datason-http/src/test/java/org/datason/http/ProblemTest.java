package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.datason.TypeRef;
import org.datason.arrow.ArrowStreams;
import org.datason.arrow.Compression;
import org.datason.error.Location;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that cannot be answered as they ask, and what their senders are told. */
class ProblemTest {

  /** A record that takes not all values. */
  record Rate(double value, String unit) {

    Rate {
      if (value < 0) {
        throw new IllegalArgumentException("value must not be negative");
      }
      if (value > 1) {
        unit.length(); // an error of the program, as it is null
      }
    }
  }

  /** Another record. */
  record Run(String name, Rate rate) {}

  private final DatasonHttp http =
      DatasonHttp.builder().maxBodyBytes(10_000).maxContentBytes(20_000).build();
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served =
        new Served(
            http.routes()
                .get("/tables/{name}", request -> Map.of("name", request.variable("name")))
                .get("/tables/all", request -> request.query("q"))
                .put("/tables/{name}", request -> Response.of(201, null).header("Location", "/x"))
                .post("/frame", request -> request.body(Frame.class).size())
                .post("/batches", request -> size(request.body(new TypeRef<>() {})))
                .post("/any", request -> request.body(Object.class))
                .post("/run", request -> request.body(Run.class))
                .post("/tensor", request -> request.body(Tensor.class))
                .post("/unreadable", request -> request.body(Thread.class))
                .get(
                    "/own",
                    request -> {
                      throw new HttpProblem(409, "Somebody else has it");
                    })
                .get(
                    "/fault",
                    request -> {
                      throw new IllegalStateException("secret");
                    })
                .get("/unwritable", request -> new Thread())
                .get("/upstream", request -> upstream())
                .get("/varies", request -> Response.of(200, List.of(1)).header("vary", "Cookie"))
                .get("/fixed", request -> Response.of(200, List.of(1)).as(MediaType.NDJSON)));
  }

  private static long size(Stream<Frame> batches) {
    return batches.mapToLong(Frame::size).sum();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(served.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return served.client.send(
        request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(served.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return served.client.send(
        request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static void assertProblem(String expected, HttpResponse<String> response) {
    assertEquals(expected, response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(null));
    int from = expected.indexOf("\"status\":") + 9;
    assertEquals(Integer.parseInt(expected.substring(from, from + 3)), response.statusCode());
  }

  // ---------------------------------------------------------------- methods and paths

  @Test
  void pathsHaveVariablesAndQueries() throws Exception {
    assertEquals("{\"name\":\"a b/\u00e9+\"}", send("GET", "/tables/a%20b%2F%C3%A9+").body());
    assertEquals("[\"1 2\",\"\"]", send("GET", "/tables/all?q=1+2&p=3&q").body());
  }

  @Test
  void headHasTheHeadersOfGet() throws Exception {
    HttpResponse<String> head = send("HEAD", "/tables/x", "Accept", "application/json;preset=api");
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(
        "application/json;preset=api", head.headers().firstValue("Content-Type").orElse(null));
    assertEquals("Accept, Accept-Encoding", head.headers().firstValue("Vary").orElse(null));
    assertEquals(404, send("HEAD", "/nothing").statusCode());
    assertEquals(500, send("HEAD", "/fault").statusCode());
    assertEquals(200, send("GET", "/tables/x").statusCode()); // on the same connection
  }

  @Test
  void optionsTellsTheMethods() throws Exception {
    HttpResponse<String> options = send("OPTIONS", "/tables/x");
    assertEquals(204, options.statusCode());
    assertEquals("GET, HEAD, OPTIONS, PUT", options.headers().firstValue("Allow").orElse(null));
  }

  @Test
  void otherMethodsAndPathsAreProblems() throws Exception {
    HttpResponse<String> post = send("DELETE", "/tables/x");
    assertProblem(
        "{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"Expected one of the methods"
            + " GET, HEAD, OPTIONS, PUT\"}",
        post);
    assertEquals("GET, HEAD, OPTIONS, PUT", post.headers().firstValue("Allow").orElse(null));
    assertProblem(
        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is nothing at /tables/\"}",
        send("GET", "/tables/"));
  }

  @Test
  void anAnswerWithoutABodyHasNone() throws Exception {
    HttpResponse<String> put = send("PUT", "/tables/x");
    assertEquals(201, put.statusCode());
    assertEquals("/x", put.headers().firstValue("Location").orElse(null));
    assertEquals("", put.body());
    assertEquals(204, post("/any", "null").statusCode());
  }

  // ---------------------------------------------------------------- bad bodies

  private static String bad(String detail) {
    return "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"" + detail + "\"}";
  }

  private static String bad(String detail, String path, long offset, long line, long column) {
    return "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\""
        + detail
        + "\",\"path\":\""
        + path
        + "\",\"offset\":"
        + offset
        + ",\"line\":"
        + line
        + ",\"column\":"
        + column
        + "}";
  }

  @Test
  void syntaxErrorsTellTheirPlace() throws Exception {
    assertProblem(
        bad("Expected a value but found ','", "$.runs[1]", 13, 2, 12),
        post("/any", "{\n\"runs\": [1,,2]}"));
    assertProblem(
        bad("Expected a value but found the end of the input", "$", 0, 1, 1), post("/any", ""));
    assertProblem(
        bad("Expected well-formed UTF-8 but found the byte 0xFF", "$", 1, 1, 2),
        post("/any", new byte[] {'"', (byte) 0xff, '"'}));
    assertProblem(
        bad("Expected a value but found '}'", "$[1].a", 14, 1, 15),
        post("/batches", "[{\"a\":1},{\"a\":}]"));
    assertProblem(
        bad(
            "Expected ',' or the end of the array or object but found the end of the input",
            "$[1]",
            16,
            1,
            17),
        post("/batches", "[{\"a\":1},{\"a\":2}"));
    assertProblem(
        bad("Expected a value but found '}'", "$.a", 13, 2, 6),
        post("/frame", "{\"a\":1}\n{\"a\":}\n", "Content-Type", "application/x-ndjson"));
  }

  @Test
  void valuesOfAnotherTypeTellWhatWasExpected() throws Exception {
    assertProblem(
        bad("Expected a double but found \\\"x\\\"", "$.rate.value", 19, 1, 20),
        post("/run", "{\"rate\": {\"value\": \"x\"}}"));
    assertProblem(
        bad(
            "Expected a table but found an object (a table has arrays or objects as its columns, or"
                + " the members of one of its layouts)",
            "$",
            0,
            1,
            1),
        post("/frame", "{\"a\": 1}"));
    assertProblem(
        bad(
            "Expected a tensor but found an array (lists as a tensor must be of one length and hold"
                + " numbers, booleans or texts alone)",
            "$",
            0,
            1,
            1),
        post("/tensor", "[[1, 2], [3]]"));
    assertProblem(
        bad("Expected an object for a row but found 1", "$", 0, 1, 1),
        post("/frame", "1\n2\n", "Content-Type", "application/x-ndjson"));
    assertProblem(
        bad("Expected 2 fields but found 1 in the input, line 3"),
        post("/frame", "a,b\n1,2\n3", "Content-Type", "text/csv"));
    assertProblem(
        bad("Expected 2 fields but found 1 in the input, line 3"),
        post("/batches", "a,b\n1,2\n3", "Content-Type", "text/csv"));
  }

  @Test
  void errorsOfConstructorsTellWhatTheySayOfTheValue() throws Exception {
    assertProblem(
        bad(
            "Expected another value but found an object (value must not be negative)",
            "$.rate",
            9,
            1,
            10),
        post("/run", "{\"rate\": {\"value\": -1}}"));
    assertProblem(
        bad("Expected another value but found an object", "$.rate", 9, 1, 10),
        post("/run", "{\"rate\": {\"value\": 2}}"));
    assertProblem(
        bad("Expected another value but found an object", "$", 0, 1, 1),
        post("/run", "{\"__datason_type__\":\"x.Y\",\"__datason_value__\":1}"));
    assertEquals(List.of(), List.copyOf(served.errors));
  }

  @Test
  void whatIsNotArrowIsTold() throws Exception {
    String arrow = "application/vnd.apache.arrow.stream";
    assertProblem(
        bad("The stream cannot be read as Arrow: a message has metadata of 1869771361 bytes"),
        post("/frame", "arrow", "Content-Type", arrow));
    assertProblem(
        bad("The stream cannot be read as Arrow: it does not begin with a schema"),
        post("/batches", "", "Content-Type", arrow));
    ByteArrayOutputStream half = new ByteArrayOutputStream();
    ArrowStreams.write(half, EveryType.labelled(), Compression.NONE);
    assertProblem(
        bad("The stream cannot be read as Arrow: it ends within a batch"),
        post("/batches", Arrays.copyOf(half.toByteArray(), 4000), "Content-Type", arrow));
  }

  // ---------------------------------------------------------------- encodings and limits

  @Test
  void bodiesThatAreNotCompressedAsTheySayAreTold() throws Exception {
    String detail = "Expected a body that is compressed by %s but found another, or a part of one";
    assertProblem(
        bad(String.format(detail, "gzip")), post("/any", "[1]", "Content-Encoding", "gzip"));
    assertProblem(
        bad(String.format(detail, "zstd")), post("/any", "[1]", "Content-Encoding", "zstd"));
    byte[] zip = gzip("[1, 2, 3]");
    assertEquals("[1,2,3]", post("/any", zip, "Content-Encoding", "gzip").body());
    assertProblem(
        bad(String.format(detail, "gzip")),
        post("/any", Arrays.copyOf(zip, zip.length - 9), "Content-Encoding", "gzip"));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void textOfOtherCharsetsIsRead() throws Exception {
    String text = "{\"a\":\"caf\u00e9 \uD83D\uDE00\"}";
    for (String charset : List.of("utf-16", "UTF-16BE", "utf-32le", "utf-8")) {
      byte[] body = text.getBytes(Charset.forName(charset));
      String type = "application/json; charset=" + charset;
      assertEquals(text, post("/any", body, "Content-Type", type).body(), charset);
    }
    byte[] long16 =
        ("[\"" + "\uD83D\uDE00".repeat(2_400) + "\"]").getBytes(StandardCharsets.UTF_16LE);
    assertEquals(
        "[\"" + "\uD83D\uDE00".repeat(2_400) + "\"]",
        post("/any", long16, "Content-Type", "application/json; charset=utf-16le").body());
    assertProblem(
        bad("Expected text in UTF-16LE but found bytes that are none"),
        post(
            "/any",
            new byte[] {'[', 0, 0, 0, (byte) 0xd8},
            "Content-Type",
            "application/json;charset=utf-16le"));
    assertEquals(
        "1",
        post(
                "/frame",
                "a\r\ncaf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1),
                "Content-Type",
                "text/csv;charset=iso-8859-1")
            .body());
  }

  private static String tooLarge(String detail) {
    return "{\"title\":\"Content Too Large\",\"status\":413,\"detail\":\"" + detail + "\"}";
  }

  @Test
  void largeBodiesAre413() throws Exception {
    String most = "[" + " ".repeat(9_998) + "]";
    assertEquals("[]", post("/any", most).body());
    for (String path : List.of("/any", "/frame", "/batches")) {
      assertProblem(
          tooLarge("The body, as it was sent, is larger than 10000 bytes"), post(path, most + " "));
      assertProblem(
          tooLarge("The body, decompressed, is larger than 20000 bytes"),
          post(path, gzip("[" + " ".repeat(20_000) + "]"), "Content-Encoding", "gzip"));
    }
    assertProblem(
        tooLarge("The body, as it was sent, is larger than 10000 bytes"),
        post("/any", "x".repeat(8_000_000)));
    assertProblem(
        tooLarge("The body, as it was sent, is larger than 10000 bytes"),
        post("/frame", "a\r\n" + "x\r\n".repeat(10_000), "Content-Type", "text/csv"));
    HttpResponse<String> deep = post("/any", "[".repeat(600));
    assertEquals(413, deep.statusCode());
  }

  @Test
  void arrowIsLimitedByWhatItsBuffersHold() throws Exception {
    String[] arrow = {"Content-Type", "application/vnd.apache.arrow.stream"};
    String detail = "Expected content of at most 20000 bytes, decompressed, but found more";
    for (Compression compression : List.of(Compression.ZSTD, Compression.LZ4)) {
      for (String path : List.of("/frame", "/batches")) {
        assertEquals("2400", post(path, zeros(2_400, compression, 1), arrow).body());
        assertProblem(tooLarge(detail), post(path, zeros(2_600, compression, 1), arrow));
        assertProblem(tooLarge(detail), post(path, zeros(1_300, compression, 2), arrow));
      }
    }
    byte[] nothing = nothing(3_000);
    for (String path : List.of("/frame", "/batches")) {
      assertEquals("2000", post(path, nothing(2_000), arrow).body());
      assertProblem(tooLarge(detail), post(path, nothing, arrow));
    }
  }

  /** Batches of one column of zeros. */
  private static byte[] zeros(int rows, Compression compression, int batches) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Frame frame = Frame.builder().column("x", Column.wrap(new double[rows])).build();
    ArrowStreams.write(out, Collections.nCopies(batches, frame).iterator(), compression);
    return out.toByteArray();
  }

  /** A column of Arrow's type Null, which has no buffers. */
  private static byte[] nothing(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NullVector vector = new NullVector("x", rows);
        VectorSchemaRoot root = VectorSchemaRoot.of(vector);
        ArrowStreamWriter writer = new ArrowStreamWriter(root, null, out)) {
      root.setRowCount(rows);
      writer.writeBatch();
      writer.end();
    }
    return out.toByteArray();
  }

  @Test
  void bodiesThatAreNotCompressedHaveTheSmallerLimit() throws Exception {
    DatasonHttp small = DatasonHttp.builder().maxContentBytes(5).build();
    HttpProblem problem =
        assertThrows(
            HttpProblem.class,
            () ->
                small.read(
                    new ByteArrayInputStream("[1, 2]".getBytes(StandardCharsets.US_ASCII)),
                    BodyForm.of(MediaType.JSON),
                    Object.class));
    assertEquals(
        "413 Content Too Large: The body, as it was sent, is larger than 5 bytes",
        problem.getMessage());
  }

  // ---------------------------------------------------------------- errors of the server

  @Test
  void problemsOfEndpointsAreToldAndErrorsAreNot() throws Exception {
    assertProblem(
        "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"Somebody else has it\"}",
        send("GET", "/own"));
    assertEquals(List.of(), List.copyOf(served.errors));
    String fault = "{\"title\":\"Internal Server Error\",\"status\":500}";
    assertProblem(fault, send("GET", "/fault"));
    assertEquals("secret", served.errors.remove().getMessage());
    assertProblem(fault, send("GET", "/unwritable"));
    assertInstanceOf(UnsupportedTypeException.class, served.errors.remove());
    assertProblem(fault, post("/unreadable", "{}"));
    assertInstanceOf(UnsupportedTypeException.class, served.errors.remove());
  }

  @Test
  void clientsGetTheProblem() throws Exception {
    HttpRequest own = HttpRequest.newBuilder(served.uri("/own")).build();
    IOException e =
        assertThrows(
            IOException.class, () -> served.client.send(own, http.bodyHandler(Frame.class)));
    HttpProblem problem = assertInstanceOf(HttpProblem.class, e.getCause());
    assertEquals(Problem.of(409, "Somebody else has it"), problem.problem());
    HttpBody body = http.body(Map.of("rate", List.of()), MediaType.JSON);
    HttpRequest run =
        HttpRequest.newBuilder(served.uri("/run")).headers(body.headers()).POST(body).build();
    HttpProblem second =
        assertInstanceOf(
            HttpProblem.class,
            assertThrows(
                    IOException.class, () -> served.client.send(run, http.bodyHandler(Run.class)))
                .getCause());
    assertEquals(new Location("$.rate", 8, 1, 9), second.problem().location());
    assertEquals(
        "400 Bad Request: Expected an object but found an array at $.rate (line 1, column 9, offset"
            + " 8)",
        second.getMessage());
  }

  private List<Run> upstream() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(served.uri("/tables/all?q=x")).build();
    TypeRef<Stream<Run>> runs = new TypeRef<>() {};
    try (Stream<Run> read = served.client.send(request, http.bodyHandler(runs)).body()) {
      return read.toList();
    }
  }

  @Test
  void anAnswerOfAnotherServerThatCannotBeReadIsNoProblemOfTheRequest() throws Exception {
    assertProblem("{\"title\":\"Internal Server Error\",\"status\":500}", send("GET", "/upstream"));
    assertEquals(1, served.errors.size());
    assertEquals(
        400, assertInstanceOf(HttpProblem.class, served.errors.remove()).problem().status());
  }

  @Test
  void whatAnAnswerVariesWithIsAddedTo() throws Exception {
    for (String method : List.of("GET", "HEAD")) {
      assertEquals(
          List.of("Accept, Accept-Encoding", "Cookie"),
          send(method, "/varies").headers().allValues("Vary"));
    }
  }

  @Test
  void answersHaveTheFormThatIsFixed() throws Exception {
    HttpResponse<String> fixed = send("GET", "/fixed", "Accept", "text/csv");
    assertEquals("1\n", fixed.body());
    assertEquals("application/x-ndjson", fixed.headers().firstValue("Content-Type").orElse(null));
    assertEquals(406, send("GET", "/tables/x", "Accept", "text/csv").statusCode());
  }
}
