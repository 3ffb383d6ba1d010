package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.datason.Datason;
import org.datason.arrow.ArrowStreams;
import org.datason.frame.Frame;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Run;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs of a log as clients see them. */
class ServiceRunsTest {

  private static final UUID FIRST = UUID.fromString("aaaaaaaa-0000-4000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("aaaabbbb-0000-4000-8000-000000000002");

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private Service service;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    service = Service.start(Service.Options.of(folder), errors::add);
    client = new Client(service);
  }

  @AfterEach
  void stop() {
    service.close();
    assertEquals("[]", errors.toString());
  }

  private static Run run(UUID id, String name, double rate) {
    return Run.builder(name)
        .id(id)
        .started(Instant.parse("2024-06-15T10:30:00Z"))
        .tag("iris")
        .tag(name)
        .parameter("rate", rate)
        .metric("loss", 0, 0.75)
        .metric("loss", 1, 0.5)
        .value("weights", Tensor.of(new double[10_000], 100, 100))
        .build();
  }

  private void append() {
    try (ExperimentLog log = ExperimentLog.open(folder.resolve("runs"))) {
      log.append(run(FIRST, "first", 0.5));
      log.append(run(SECOND, "second", 1));
    }
  }

  @Test
  void aLogThatIsNotThereHasNoRuns() throws Exception {
    assertEquals("[]", client.get("/runs", "application/json"));
    assertEquals(404, client.send("GET", "/runs/compare", null).statusCode());
    assertEquals(404, client.send("GET", "/runs/metrics", null).statusCode());
    assertEquals(404, client.send("GET", "/runs/aaaa", null).statusCode());
  }

  @Test
  void runsAreListedAndShown() throws Exception {
    append();
    String list =
        client.get("/runs", "application/json").replaceAll("\"bytes\":\\d+", "\"bytes\":N");
    assertEquals(
        "[{\"id\":\""
            + FIRST
            + "\",\"name\":\"first\",\"started\":\"2024-06-15T10:30:00Z\",\"tags\":[\"iris\","
            + "\"first\"],\"bytes\":N},{\"id\":\""
            + SECOND
            + "\",\"name\":\"second\",\"started\":\"2024-06-15T10:30:00Z\",\"tags\":[\"iris\","
            + "\"second\"],\"bytes\":N}]",
        list);
    for (String query :
        new String[] {"?tag=second", "?name=seco", "?run=aaaab", "?run=" + SECOND}) {
      String one = client.get("/runs" + query, "application/json");
      assertTrue(one.contains("second") && !one.contains("first"), query + ": " + one);
    }
    assertEquals("[]", client.get("/runs?tag=none", "application/json"));
    Object shown = Datason.create().fromJson(client.get("/runs/" + FIRST, "application/json"));
    assertEquals(run(FIRST, "first", 0.5), shown);
    assertEquals(shown, Datason.create().fromJson(client.get("/runs/AAAAaaaa", "*/*")));
    assertEquals(409, client.send("GET", "/runs/aaaa", null).statusCode());
    assertEquals(404, client.send("GET", "/runs/b", null).statusCode());
    assertEquals(
        406, client.send("GET", "/runs/" + FIRST, null, "Accept", "text/csv").statusCode());
  }

  @Test
  void runsAreTablesInEveryForm() throws Exception {
    append();
    HttpResponse<byte[]> answer =
        client.send(
            "GET",
            "/runs/compare?run=aaaab&run=aaaaa",
            null,
            "Accept",
            "application/vnd.apache.arrow.stream");
    Frame compared = ArrowStreams.read(new ByteArrayInputStream(answer.body()));
    try (ExperimentLog log = ExperimentLog.openReadOnly(folder.resolve("runs"))) {
      assertEquals(log.compare(List.of(log.runs().get(1), log.runs().get(0))), compared);
      Frame metrics = log.metrics(log.runs());
      assertEquals(
          metrics, Datason.create().fromJson(client.get("/runs/metrics", "application/json")));
      assertEquals(metrics.size() + 1L, client.get("/runs/metrics", "text/csv").lines().count());
    }
  }
}
