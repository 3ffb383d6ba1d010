package org.datason.benchmarks.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationCheckTest {

  @Test
  void growthOverOnePercentIsTold() {
    Map<String, Double> expected = Map.of("A.read", 100_000.0, "A.write", 50.0);
    assertEquals(
        List.of(), AllocationCheck.grown(expected, Map.of("A.read", 101_000.0, "A.write", 100.0)));
    assertEquals(
        List.of("A.read allocates 105,000 bytes, which were 100,000 before (+5.0%)"),
        AllocationCheck.grown(expected, Map.of("A.read", 105_000.0, "A.write", 10.0)));
  }

  @Test
  void theBaselineIsKeptByJdk(@TempDir Path folder) throws Exception {
    AllocationBaseline baseline = new AllocationBaseline(folder.resolve("baseline.json"));
    assertEquals(Map.of(), baseline.of(17));
    baseline.record(17, Map.of("A.read", 100.4));
    baseline.record(25, Map.of("A.read", 90.0));
    baseline.record(25, Map.of("A.read", 80.0));
    assertEquals(Map.of("A.read", 100.0), baseline.of(17));
    assertEquals(Map.of("A.read", 80.0), baseline.of(25));
  }
}
