package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that are kept, written batch by batch; bodies that are kept, read with all types. */
class StoredTableTest {

  private static final DatasonHttp HTTP = DatasonHttp.create();

  private static Frame frame(double... x) {
    return Frame.builder().column("x", Column.wrap(x)).build();
  }

  private static String write(StoredTable table, String accept) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BodyForm form = HTTP.negotiate(table, accept, null);
    HTTP.write(table, form, (as, length) -> out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void jsonHasTheTypesAndEveryOpenedTableIsClosed() throws IOException {
    AtomicInteger open = new AtomicInteger();
    StoredTable table =
        () -> {
          open.incrementAndGet();
          return Stream.of(frame(0.5, Double.NaN), frame(2)).onClose(open::decrementAndGet);
        };
    assertEquals(
        frame(0.5, Double.NaN, 2), Datason.create().fromJson(write(table, "application/json")));
    assertEquals(
        "[{\"x\":0.5},{\"x\":null},{\"x\":2.0}]", write(table, "application/json;preset=api"));
    assertEquals("x\r\n0.5\r\nNaN\r\n2.0\r\n", write(table, "text/csv"));
    assertEquals(0, open.get());
  }

  @Test
  void labelsOfRowsAreKeptInJsonAlone() throws IOException {
    Frame labelled =
        Frame.builder()
            .column("x", Column.wrap(new double[] {1}))
            .index(new Series("k", Column.of(Simple.TEXT, "a")))
            .build();
    StoredTable table = () -> Stream.of(labelled);
    assertEquals(labelled, Datason.create().fromJson(write(table, "application/json")));
    assertEquals(
        406, assertThrows(HttpProblem.class, () -> write(table, "text/csv")).problem().status());
  }

  private static List<Frame> read(String body, String type) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    BodyForm form = HTTP.received(type, null);
    try (Stream<Frame> batches = HTTP.readTable(() -> new ByteArrayInputStream(bytes), form)) {
      return batches.toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "text/csv | `x\n1\n0.5\n`",
        "application/x-ndjson | `{\"x\":1}\n{\"x\":0.5}\n`",
        "application/json | `[{\"x\":1},{\"x\":0.5}]`",
        "application/json | `{\"x\":[1,0.5]}`"
      })
  void typesAreThoseOfAllRows(String type, String body) throws IOException {

    assertEquals(List.of(frame(1, 0.5)), read(body, type));
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, 'a,b\n', 'a: mixed, b: mixed'",
    "application/x-ndjson, '', ''",
    "application/json, '[]', ''"
  })
  void bodiesWithoutRowsTellTheirColumns(String type, String body, String schema)
      throws IOException {
    List<Frame> read = read(body, type);
    assertEquals(1, read.size());
    assertEquals(schema, read.get(0).schema().toString());
  }

  @Test
  void badBodiesAreProblems() {
    HttpProblem e =
        assertThrows(
            HttpProblem.class, () -> read("{\"x\":1}\n{\"x\":tru}", "application/x-ndjson"));
    assertEquals(400, e.problem().status());
    assertEquals("$.x", e.problem().location().path());
    assertEquals(
        400,
        assertThrows(HttpProblem.class, () -> read("a,b\n1\n", "text/csv")).problem().status());
  }
}
