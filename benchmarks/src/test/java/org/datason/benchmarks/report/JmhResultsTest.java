package org.datason.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.datason.Datason;
import org.junit.jupiter.api.Test;

class JmhResultsTest {

  private static Measurement of(String benchmark, String params) {
    return of(benchmark, params, "us/op");
  }

  private static Measurement of(String benchmark, String params, String unit) {
    String json =
        """
        [{"benchmark": "org.datason.benchmarks.%s", "params": {%s},
          "primaryMetric": {"score": 1.5, "scoreError": "NaN", "scoreUnit": "%s"},
          "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 4096.25}}}]"""
            .formatted(benchmark, params, unit);
    return JmhResults.of(Datason.create().fromJson(json)).get(0);
  }

  @Test
  void aLibraryIsTheContestantAndTheRestIsTheRow() {
    assertEquals(
        new Measurement("read short-strings", "fastjson2", 1_500, Double.NaN, 4096.25),
        of(
            "PlainTreeBenchmark.read",
            "\"library\": \"FASTJSON2\", \"document\": \"short-strings\""));
  }

  @Test
  void unitsBecomeNanoseconds() {
    assertEquals(1.5, of("ABenchmark.find", "", "ns/op").nanos());
    assertEquals(1_500_000, of("ABenchmark.find", "", "ms/op").nanos());
    assertEquals(
        "org.datason.benchmarks.ABenchmark.find is measured in ops/s, not in time/op",
        assertThrows(IllegalArgumentException.class, () -> of("ABenchmark.find", "", "ops/s"))
            .getMessage());
  }

  @Test
  void aBenchmarkThatIsNotKnownHasRowsOfOurs() {
    Measurement measurement = of("more.NewBenchmark.writeAll", "\"size\": \"1000000\"");
    assertEquals("write all 1,000,000", measurement.row());
    assertEquals("datason", measurement.contestant());
  }

  @Test
  void waysOfOurs() {
    assertEquals(
        "hints",
        of("RichTypesBenchmark.read", "\"as\": \"hints\", \"values\": \"rows\"").contestant());
    assertEquals("1 worker", of("ParallelBenchmark.read", "\"workers\": \"1\"").contestant());
    assertEquals("2 workers", of("ParallelBenchmark.read", "\"workers\": \"2\"").contestant());
    assertEquals(
        "tablesaw by datason",
        of("table.TableBenchmark.read", "\"way\": \"DATASON_TABLESAW_RECORDS\"")
            .contestant()
            .replace(" records", ""));
  }

  @Test
  void methodsOfRivals() {
    Measurement rival = of("TensorBenchmark.jacksonReadList", "\"size\": \"1000\"");
    Measurement ours = of("TensorBenchmark.readList", "\"size\": \"1000\"");
    assertEquals("jackson", rival.contestant());
    assertEquals(List.of("datason", "read list 1,000"), List.of(ours.contestant(), rival.row()));
    assertEquals(ours.row(), rival.row());
  }
}
