package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values from the JDK's client to its server and back, by real connections. */
class RoundTripTest {

  /** A value with what plain JSON has no form for. */
  record Run(UUID id, Instant started, BigDecimal rate, double[] losses, Tensor weights) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Run run
          && id.equals(run.id)
          && started.equals(run.started)
          && rate.equals(run.rate)
          && Arrays.equals(losses, run.losses)
          && weights.equals(run.weights);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  private static final TypeRef<Stream<Frame>> BATCHES = new TypeRef<>() {};
  private static final TypeRef<Stream<Run>> RUNS = new TypeRef<>() {};

  private static final Run RUN =
      new Run(
          new UUID(1, 2),
          Instant.ofEpochSecond(1, 123_456_789),
          new BigDecimal("0.0010"),
          new double[] {0.5, Double.NaN, -0.0},
          Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));

  private final DatasonHttp http = DatasonHttp.create();
  private final DatasonHttp typed = http.withSchema(EveryType.unlabelled().schema());
  private Served served;
  private Served servedTyped;

  @BeforeEach
  void serve() throws IOException {
    served = new Served(routes(http));
    servedTyped = new Served(routes(typed));
  }

  private static Routes routes(DatasonHttp by) {
    return by.routes()
        .post("/frame", request -> request.body(Frame.class))
        .post("/batches", request -> request.body(BATCHES))
        .post("/tensor", request -> request.body(Tensor.class))
        .post("/run", request -> request.body(Run.class))
        .post("/runs", request -> request.body(RUNS))
        .post("/any", request -> request.body(Object.class));
  }

  @AfterEach
  void stop() {
    served.close();
    servedTyped.close();
    assertEquals(List.of(), List.copyOf(served.errors));
    assertEquals(List.of(), List.copyOf(servedTyped.errors));
  }

  private HttpRequest post(
      DatasonHttp by, String path, HttpBody body, MediaType accept, ContentCoding coding) {
    return HttpRequest.newBuilder((by == typed ? servedTyped : served).uri(path))
        .headers(body.headers())
        .header("Accept", accept.toString())
        .header("Accept-Encoding", coding.token())
        .POST(body)
        .build();
  }

  private Object sent(
      String path, Object value, MediaType type, ContentCoding coding, DatasonHttp by)
      throws Exception {
    return sent(path, value, type, coding, by, value.getClass());
  }

  private <T> T sent(
      String path,
      Object value,
      MediaType type,
      ContentCoding coding,
      DatasonHttp by,
      Class<T> answer)
      throws Exception {
    HttpBody body = by.body(value, new BodyForm(type, coding));
    HttpResponse<T> response =
        served.client.send(post(by, path, body, type, coding), by.bodyHandler(answer));
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

  @ParameterizedTest
  @EnumSource
  void typesThatAreGivenAreThoseOfLinesAndCsv(ContentCoding coding) throws Exception {
    Frame frame = EveryType.unlabelled();
    assertEquals(frame, sent("/frame", frame, MediaType.NDJSON, coding, typed));
    assertEquals(frame, sent("/batches", frame, MediaType.NDJSON, coding, typed));
    assertEquals(frame, sent("/frame", frame, MediaType.CSV, coding, typed));
    assertEquals(frame, sent("/batches", frame, MediaType.CSV, coding, typed));
  }

  @ParameterizedTest
  @EnumSource
  void tensorsRecordsAndMapsAreTheSameInJson(ContentCoding coding) throws Exception {
    Tensor tensor = Tensor.of(new double[] {0.5, Double.NaN, -0.0, 4}, 2, 2).transpose();
    assertEquals(tensor, sent("/tensor", tensor, MediaType.JSON, coding, http));
    assertEquals(RUN, sent("/run", RUN, MediaType.JSON, coding, http));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("when", LocalDate.of(2024, 6, 15));
    map.put("table", EveryType.labelled());
    map.put("none", null);
    assertEquals(map, sent("/any", map, MediaType.JSON, coding, http, Object.class));
  }

  @Test
  void valuesThatComeOneByOneAreArraysOrLines() throws Exception {
    for (MediaType type : List.of(MediaType.JSON, MediaType.NDJSON)) {
      HttpBody body = http.body(Stream.generate(() -> RUN).limit(1000), type);
      HttpRequest request = post(http, "/runs", body, type, ContentCoding.IDENTITY);
      try (Stream<Run> runs = served.client.send(request, http.bodyHandler(RUNS)).body()) {
        assertEquals(Collections.nCopies(1000, RUN), runs.toList());
      }
    }
  }

  @Test
  void plainJsonIsAskedForByTheMediaType() throws Exception {
    Frame frame =
        Frame.builder()
            .column("x", Column.of(Simple.FLOAT64, 0.5, Double.NaN))
            .column("id", Column.of(Simple.UUID, new UUID(1, 2), null))
            .build();
    MediaType plain = MediaType.JSON.with("preset", "api");
    HttpBody body = http.body(frame, MediaType.JSON);
    HttpRequest request = post(http, "/frame", body, plain, ContentCoding.IDENTITY);
    HttpResponse<String> response = served.client.send(request, BodyHandlers.ofString());
    assertEquals(
        "application/json;preset=api", response.headers().firstValue("Content-Type").get());
    assertEquals(
        "[{\"id\":\"00000000-0000-0001-0000-000000000002\",\"x\":0.5},{\"id\":null,\"x\":null}]",
        response.body());
  }

  @Test
  void configuredPlainJsonIsTheDefault() throws Exception {
    DatasonHttp plain = DatasonHttp.builder().api(true).build();
    try (Served server = new Served(plain.routes().get("/", request -> Map.of("u", RUN.id())))) {
      HttpRequest any = HttpRequest.newBuilder(server.uri("/")).build();
      assertEquals(
          "{\"u\":\"00000000-0000-0001-0000-000000000002\"}",
          server.client.send(any, BodyHandlers.ofString()).body());
      HttpRequest hinted =
          HttpRequest.newBuilder(server.uri("/"))
              .header("Accept", "application/json; preset=default")
              .build();
      assertEquals(
          Map.of("u", RUN.id()), server.client.send(hinted, http.bodyHandler(Object.class)).body());
    }
  }
}
