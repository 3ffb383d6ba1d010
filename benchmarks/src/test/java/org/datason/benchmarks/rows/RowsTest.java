package org.datason.benchmarks.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final String INTS = "PlainTreeBenchmark.read document=ints library=DATASON";

  @Test
  void aRowIsItsText() {
    Row row = Row.parse("schema.KnownSchemaBenchmark.read document=trials library=FORY");
    assertEquals("schema.KnownSchemaBenchmark", row.benchmark());
    assertEquals("read", row.method());
    assertEquals(Map.of("document", "trials", "library", "FORY"), row.params());
    assertEquals("schema.KnownSchemaBenchmark.read document=trials library=FORY", row.toString());
  }

  @Test
  void aSelectionNamesMethodsAndValues() {
    List<Row> rows =
        Rows.select(
            List.of("# ours", "", "PlainTreeBenchmark.read library=DATASON document=ints,wide"));
    assertEquals(
        List.of(INTS, "PlainTreeBenchmark.read document=wide library=DATASON"),
        rows.stream().map(Row::toString).toList());
  }

  @Test
  void valuesNeedNotBeDeclared() {
    assertEquals(
        List.of("FrameBenchmark.infer form=LIST rows=17 workers=1"),
        Rows.select(List.of("^FrameBenchmark.infer rows=17 form=LIST")).stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void parametersOfEnumsHaveAllConstants() {
    List<Row> rows = Rows.select(List.of("KnownSchemaBenchmark.read document=trials"));
    assertTrue(
        rows.contains(Row.parse("schema.KnownSchemaBenchmark.read document=trials library=AVAJE")));
  }

  @Test
  void aLineThatMeansNothingIsRefused() {
    assertEquals(
        "No benchmark is meant by: NoBenchmark x=1",
        assertThrows(IllegalArgumentException.class, () -> Rows.select(List.of("NoBenchmark x=1")))
            .getMessage());
    assertEquals(
        "PlainTreeBenchmark.read has no parameter size",
        assertThrows(
                IllegalArgumentException.class,
                () -> Rows.select(List.of("PlainTreeBenchmark.read size=1")))
            .getMessage());
    assertEquals(
        "Expected name=value but was size in: PlainTreeBenchmark size",
        assertThrows(
                IllegalArgumentException.class,
                () -> Rows.select(List.of("PlainTreeBenchmark size")))
            .getMessage());
  }

  @Test
  void filesOfTheCorpusAreKnown() {
    assertFalse(Row.parse(INTS).needsCorpus());
    assertTrue(Row.parse(INTS).with(Map.of("document", "twitter")).needsCorpus());
  }

  @Test
  void anOperationIsSetUpAndCalled() throws Throwable {
    Row row = Row.parse("FrameBenchmark.write form=LIST rows=3 workers=1");
    try (Operation operation = new Operation(row)) {
      String json = new String((byte[]) operation.call(), StandardCharsets.UTF_8);
      assertTrue(json.contains("\"id\":[0,7919,15838]"), json);
      assertEquals(1, operation.perCall());
    }
  }

  @Test
  void anOperationThatCannotBeSetUpThrowsWhatTheBenchmarkThrew() {
    Row row = Row.parse(INTS).with(Map.of("document", "nothing"));
    assertEquals(
        "no document is called nothing",
        assertThrows(IllegalArgumentException.class, () -> new Operation(row)).getMessage());
  }
}
