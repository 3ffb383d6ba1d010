package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.datason.Datason;
import org.datason.arrow.ArrowFiles;
import org.datason.arrow.ArrowStreams;
import org.datason.arrow.Compression;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as its clients see it. */
class ServiceTest {

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String ARROW = "application/vnd.apache.arrow.stream";
  private static final String CSV = "text/csv";
  private static final String ROWS = "id,t,x\r\n1,a,0.5\r\n2,,2.0\r\n";

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private Service service;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    Service.Options usual = Service.Options.of(folder);
    service =
        Service.start(
            new Service.Options(folder, usual.log(), usual.address(), 100_000), errors::add);
    client = new Client(service);
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    assertEquals(List.of(), List.copyOf(errors));
    try (Stream<Path> left = Files.list(folder.resolve("passing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private static Frame table() {
    return Frame.builder()
        .column("id", Column.of(Simple.INT64, 1L, 2L))
        .column("t", Column.of(Simple.TEXT, "a", null))
        .column("x", Column.of(Simple.FLOAT64, 0.5, 2.0))
        .build();
  }

  private static byte[] arrow(Frame frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArrowStreams.write(out, frame, Compression.NONE);
    return out.toByteArray();
  }

  private Frame getArrow(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send("GET", path, null, "Accept", ARROW);
    assertEquals(200, answer.statusCode(), Client.text(answer));
    return ArrowStreams.read(new ByteArrayInputStream(answer.body()));
  }

  // ---------------------------------------------------------------- tables

  @ParameterizedTest
  @ValueSource(strings = {JSON, LINES, ARROW, CSV})
  void aTableInAnyFormIsGivenInEveryOther(String type) throws Exception {
    byte[] body =
        switch (type) {
          case JSON -> Datason.create().toBytes(table());
          case ARROW -> arrow(table());
          case CSV -> ROWS.getBytes(StandardCharsets.UTF_8);
          default ->
              "{\"id\":1,\"t\":\"a\",\"x\":0.5}\n{\"id\":2,\"x\":2}\n"
                  .getBytes(StandardCharsets.UTF_8);
        };
    HttpResponse<byte[]> put = client.send("PUT", "/frames/t", body, "Content-Type", type);
    assertEquals(201, put.statusCode(), Client.text(put));
    assertEquals("/frames/t", put.headers().firstValue("Location").orElseThrow());
    assertEquals(table(), getArrow("/frames/t"));
    assertEquals(table(), Datason.create().fromJson(client.get("/frames/t", JSON)));
    assertEquals(ROWS, client.get("/frames/t", CSV));
    assertEquals(
        "{\"id\":1,\"t\":\"a\",\"x\":0.5}\n{\"id\":2,\"t\":null,\"x\":2.0}\n",
        client.get("/frames/t", LINES));
    assertEquals(
        "[{\"id\":1,\"t\":\"a\",\"x\":0.5},{\"id\":2,\"t\":null,\"x\":2.0}]",
        client.get("/frames/t", JSON + ";preset=api"));
    assertEquals(table(), ArrowFiles.read(folder.resolve("frames/t.arrow")));
    assertEquals(200, client.put("/frames/t", CSV, "a\n1\n"));
    assertEquals("a\r\n1\r\n", client.get("/frames/t", CSV));
  }

  @Test
  void tablesAreListedAndDeleted() throws Exception {
    assertEquals("[]", client.get("/frames", JSON));
    assertEquals(201, client.put("/frames/b.2", CSV, "x\n1\n"));
    assertEquals(201, client.put("/frames/a", CSV, ROWS));
    String list = client.get("/frames", "*/*");
    assertEquals(
        "[{\"name\":\"a\",\"rows\":2,\"columns\":[{\"name\":\"id\",\"type\":\"int64\"},"
            + "{\"name\":\"t\",\"type\":\"text\"},{\"name\":\"x\",\"type\":\"float64\"}],"
            + "\"bytes\":N,\"modified\":\"T\",\"version\":\"V\"},"
            + "{\"name\":\"b.2\",\"rows\":1,\"columns\":[{\"name\":\"x\",\"type\":\"int64\"}],"
            + "\"bytes\":N,\"modified\":\"T\",\"version\":\"V\"}]",
        list.replaceAll("\"bytes\":\\d+", "\"bytes\":N")
            .replaceAll("\"modified\":\"[^\"]+", "\"modified\":\"T")
            .replaceAll("\"version\":\"[^\"]+", "\"version\":\"V"));
    String one = client.get("/frames/a/schema", JSON);
    assertTrue(list.contains(one), one);
    assertEquals(204, client.send("DELETE", "/frames/a", null).statusCode());
    assertEquals(404, client.send("DELETE", "/frames/a", null).statusCode());
    assertEquals(404, client.send("GET", "/frames/a", null).statusCode());
    assertEquals(404, client.send("GET", "/frames/a/schema", null).statusCode());
    assertEquals(200, client.send("GET", "/frames/b.2/schema", null).statusCode());
  }

  @Test
  void aFileThatIsNoTableIsListedAsSuch() throws Exception {
    Files.writeString(folder.resolve("frames/odd.arrow"), "no table");
    assertTrue(client.get("/frames", JSON).contains("it cannot be read as a table"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..%2fx", "%2e%2e", ".hidden", "-x", "a%20b", "a%00", "%C3%A4", "a%5Cb", "a:b"})
  void otherNamesAreRefused(String name) throws Exception {
    for (String method : new String[] {"GET", "DELETE"}) {
      assertEquals(400, client.send(method, "/frames/" + name, null).statusCode(), name);
    }
    assertEquals(400, client.put("/frames/" + name, CSV, "a\n1\n"));
    String long101 = "a".repeat(101);
    assertEquals(400, client.put("/frames/" + long101, CSV, "a\n1\n"));
    assertEquals(201, client.put("/frames/" + "a".repeat(100), CSV, "a\n1\n"));
  }

  @Test
  void typesAreInferredFromAllRows() throws Exception {
    String rows = "{\"x\":1}\n".repeat(10_000) + "{\"x\":0.5,\"late\":true}\n";
    assertEquals(201, client.put("/frames/t", LINES, rows));
    assertEquals("x: float64, late: boolean", getArrow("/frames/t").schema().toString());
    assertEquals(200, client.put("/frames/t", CSV, "x\n" + "1\n".repeat(10_000) + "0.5\n"));
    assertEquals("x: float64", getArrow("/frames/t").schema().toString());
  }

  @Test
  void emptyTablesKeepTheirColumns() throws Exception {
    Frame empty = table().slice(0, 0);
    assertEquals(
        201, client.send("PUT", "/frames/t", arrow(empty), "Content-Type", ARROW).statusCode());
    assertEquals(empty, getArrow("/frames/t"));
    assertEquals(empty, Datason.create().fromJson(client.get("/frames/t", JSON)));
    assertEquals("id,t,x\r\n", client.get("/frames/t", CSV));
    assertEquals("", client.get("/frames/t", LINES));
  }

  // ---------------------------------------------------------------- errors

  @Test
  void badBodiesAreTold() throws Exception {
    assertEquals(201, client.put("/frames/t", CSV, ROWS));
    HttpResponse<byte[]> bad =
        client.send(
            "PUT",
            "/frames/t",
            "[{\"a\":1},\n{\"a\":tru}]".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            JSON);
    assertEquals(400, bad.statusCode());
    assertEquals(
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Expected true but found tru\","
            + "\"path\":\"$[1].a\",\"offset\":15,\"line\":2,\"column\":6}",
        Client.text(bad));
    assertEquals(400, client.put("/frames/t", CSV, "a,b\n1\n"));
    assertEquals(400, client.put("/frames/t", JSON, ""));
    assertEquals(400, client.put("/frames/t", ARROW, "no stream"));
    assertEquals(415, client.put("/frames/t", "text/html", "<p>"));
    assertEquals(415, client.put("/frames/t", "application/octet-stream", "x"));
    assertEquals(406, client.send("GET", "/frames/t", null, "Accept", "image/png").statusCode());
    assertEquals(405, client.send("POST", "/frames/t", null).statusCode());
    assertEquals(404, client.send("GET", "/nothing", null).statusCode());
    assertEquals(ROWS, client.get("/frames/t", CSV));
  }

  @Test
  void largeBodiesAreRefused() throws Exception {
    String large = "x\n" + "1\n".repeat(60_000);
    assertEquals(413, client.put("/frames/t", CSV, large));
    String chunked =
        client.raw(
            "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + Integer.toHexString(large.length())
                + "\r\n"
                + large
                + "\r\n0\r\n\r\n");
    assertTrue(chunked.startsWith("HTTP/1.1 413 "), chunked);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zip)) {
      gzip.write(("x\n" + "1\n".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(
        413,
        client
            .send(
                "PUT",
                "/frames/t",
                zip.toByteArray(),
                "Content-Type",
                CSV,
                "Content-Encoding",
                "gzip")
            .statusCode());
    assertEquals("[]", client.get("/frames", JSON));
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, 'a,b\n1,2\n'",
    "application/x-ndjson, '{\"a\":1}\n'",
    "application/json, '[{\"a\":1}]'"
  })
  void aBodyThatEndsTooEarlyIsNotStored(String type, String part) throws Exception {
    client.raw(
        "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + type
            + "\r\nContent-Length: 5000\r\n\r\n"
            + part);
    client.raw(
        "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + type
            + "\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(part.length())
            + "\r\n"
            + part
            + "\r\n");
    assertEquals("[]", client.get("/frames", JSON));
  }

  @Test
  void aStreamOfArrowThatEndsTooEarlyIsNotStored() throws Exception {
    byte[] whole = arrow(table());
    String half = new String(whole, 0, whole.length - 60, StandardCharsets.ISO_8859_1);
    client.raw(
        "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + ARROW
            + "\r\nContent-Length: "
            + whole.length
            + "\r\n\r\n"
            + half);
    assertEquals("[]", client.get("/frames", JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /frames HTTP/9.9\r\n\r\n",
        "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        "GET /frames/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\r\n\r\n"
      })
  void malformedRequestsHarmNobody(String request) throws Exception {
    client.raw(request);
    assertEquals("[]", client.get("/frames", JSON));
  }

  @Test
  void requestsForOtherHostsAreRefused() throws Exception {
    String answer =
        client.raw("GET /frames HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
    assertTrue(answer.endsWith("as the service is for it alone\"}"), answer);
    assertTrue(
        client
            .raw("GET /frames HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n")
            .startsWith("HTTP/1.1 200 "));
  }

  // ---------------------------------------------------------------- conditions

  @Test
  void aClientIsNotSentWhatItHas() throws Exception {
    client.put("/frames/t", CSV, ROWS);
    HttpResponse<byte[]> first = client.send("GET", "/frames/t", null, "Accept", CSV);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<byte[]> again =
          client.send(method, "/frames/t", null, "Accept", CSV, "If-None-Match", "\"x\", W/" + tag);
      assertEquals(304, again.statusCode());
      assertEquals(tag, again.headers().firstValue("ETag").orElseThrow());
      assertEquals(List.of("Accept, Accept-Encoding"), again.headers().allValues("Vary"));
    }
    HttpResponse<byte[]> other =
        client.send("GET", "/frames/t", null, "Accept", JSON, "If-None-Match", tag);
    assertEquals(200, other.statusCode());
    HttpResponse<byte[]> head = client.send("HEAD", "/frames/t", null, "Accept", CSV);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(tag, head.headers().firstValue("ETag").orElseThrow());
    assertEquals("text/csv;charset=utf-8", head.headers().firstValue("Content-Type").orElseThrow());
    client.put("/frames/t", CSV, ROWS);
    assertEquals(
        200,
        client.send("GET", "/frames/t", null, "Accept", CSV, "If-None-Match", tag).statusCode());
  }

  private int putIf(String header, String tag, String body) throws Exception {
    return client
        .send(
            "PUT",
            "/frames/t",
            body.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            CSV,
            header,
            tag)
        .statusCode();
  }

  @Test
  void aTableIsReplacedOnCondition() throws Exception {
    assertEquals(412, putIf("If-Match", "*", "a\n1\n"));
    assertEquals(201, putIf("If-None-Match", "*", "a\n1\n"));
    assertEquals(412, putIf("If-None-Match", "*", "a\n2\n"));
    String tag = client.send("HEAD", "/frames/t", null).headers().firstValue("ETag").orElseThrow();
    assertEquals(412, putIf("If-Match", "\"1-2\"", "a\n2\n"));
    assertEquals(200, putIf("If-Match", tag, "a\n3\n"));
    assertEquals(412, putIf("If-Match", tag, "a\n4\n"));
    assertEquals("a\r\n3\r\n", client.get("/frames/t", CSV));
    assertEquals(412, client.send("DELETE", "/frames/t", null, "If-Match", tag).statusCode());
    assertEquals(204, client.send("DELETE", "/frames/t", null, "If-Match", "*").statusCode());
  }

  /** Of those that replace the same version one alone does. */
  @Test
  void noUpdateIsLost() throws Exception {
    client.put("/frames/t", CSV, "a\n0\n");
    String tag = client.send("HEAD", "/frames/t", null).headers().firstValue("ETag").orElseThrow();
    List<Integer> codes = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String body = "a\n" + i + "\n";
      Thread thread =
          new Thread(
              () -> {
                try {
                  codes.add(putIf("If-Match", tag, body));
                } catch (Exception e) {
                  errors.add(e.toString());
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    codes.sort(null);
    assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), codes);
  }

  // ---------------------------------------------------------------- the service

  @Test
  void theDescriptionHasWhatThereIs() throws Exception {
    Set<String> described = new TreeSet<>();
    Object document = Datason.create().fromJson(client.get("/openapi.json", JSON));
    assertEquals("3.1.0", Client.map(document).get("openapi"));
    Client.map(Client.map(document).get("paths"))
        .forEach(
            (path, methods) ->
                Client.map(methods)
                    .keySet()
                    .forEach(method -> described.add((method + " " + path).toLowerCase())));
    described.removeIf(line -> line.startsWith("parameters "));
    Set<String> there = new TreeSet<>();
    service
        .operations()
        .forEach(
            operation -> there.add((operation.method() + " " + operation.path()).toLowerCase()));
    assertEquals(there, described);
  }

  @Test
  void everyPathOfTheIndexIsThere() throws Exception {
    Object index = Datason.create().fromJson(client.get("/", JSON));
    assertEquals(3, Client.map(index).size());
    for (Object path : Client.map(index).values()) {
      assertEquals(200, client.send("GET", path.toString(), null).statusCode());
    }
  }

  @Test
  void aFolderIsServedOnce() {
    IOException e =
        assertThrows(
            IOException.class, () -> Service.start(Service.Options.of(folder), errors::add));
    assertEquals(folder + " is served by another process", e.getMessage());
  }

  @Test
  void whatIsStoredOutlivesTheService() throws Exception {
    client.put("/frames/t", CSV, ROWS);
    Files.writeString(folder.resolve("frames/.t.arrow.123.tmp"), "half");
    Files.writeString(folder.resolve("passing/rest"), "rest");
    service.close();
    service = Service.start(Service.Options.of(folder), errors::add);
    client = new Client(service);
    assertEquals(ROWS, client.get("/frames/t", CSV));
    try (Stream<Path> files = Files.list(folder.resolve("frames"))) {
      assertEquals(List.of(folder.resolve("frames/t.arrow")), files.toList());
    }
  }
}
