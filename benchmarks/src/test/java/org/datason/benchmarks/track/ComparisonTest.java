package org.datason.benchmarks.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.datason.benchmarks.rows.Row;
import org.datason.benchmarks.track.Comparison.Verdict;
import org.junit.jupiter.api.Test;

/** The decision, on made samples, of which it is known how far they are apart. */
class ComparisonTest {

  private static final int ROUNDS = 30;

  private final Random random = new Random(7);
  private final Comparison row = new Comparison(new Row("ABenchmark", "read", new TreeMap<>()));

  /** Forks whose rounds vary by so much, with a change that takes so many times as long. */
  private void forks(int count, double slower, double noise, DoubleSupplier ofFork) {
    for (int fork = 0; fork < count; fork++) {
      double factor = slower * ofFork.getAsDouble();
      Sample[] before = new Sample[ROUNDS];
      Sample[] after = new Sample[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        before[i] = new Sample(1_000 * (1 + noise * Math.abs(random.nextGaussian())), 5_000);
        after[i] =
            new Sample(1_000 * factor * (1 + noise * Math.abs(random.nextGaussian())), 5_000);
      }
      row.add(before, after);
    }
  }

  @Test
  void nothingChanged() {
    forks(3, 1, 0.03, () -> 1);
    assertEquals(Verdict.SAME, row.verdict());
  }

  @Test
  void nothingChangedOnABusyMachine() {
    // Each round of either side can take up to three times as long as it should.
    forks(3, 1, 0.6, () -> 1);
    assertTrue(row.verdict() != Verdict.SLOWER, () -> row.time().toString());
  }

  @Test
  void slowerByTenPercent() {
    forks(3, 1.1, 0.03, () -> 1);
    assertEquals(Verdict.SLOWER, row.verdict());
    assertEquals(1.1, row.time().ratio(), 0.02);
    assertEquals(1_100, row.changeNanos(), 10);
  }

  @Test
  void slowerByFourPercentIsLetThrough() {
    forks(9, 1.04, 0.03, () -> 1);
    assertEquals(Verdict.SAME, row.verdict());
  }

  @Test
  void fasterByTenPercent() {
    forks(3, 0.9, 0.03, () -> 1);
    assertEquals(Verdict.FASTER, row.verdict());
  }

  @Test
  void oneForkOfThreeThatIsSlowIsNotEnough() {
    double[] factors = {1, 1.4, 1};
    int[] next = {0};
    forks(3, 1, 0.03, () -> factors[next[0]++]);
    assertEquals(Verdict.UNCLEAR, row.verdict());
  }

  @Test
  void allocationOverOnePercentFails() {
    assertAllocation(Verdict.SAME, 100_000, 101_064);
    assertAllocation(Verdict.ALLOCATES, 100_000, 101_065);
  }

  @Test
  void allocationOfAFewWordsMoreIsNoGrowth() {
    assertAllocation(Verdict.SAME, 0, 64);
    assertAllocation(Verdict.ALLOCATES, 0, 65);
  }

  private static void assertAllocation(Verdict expected, double before, double after) {
    Comparison row = new Comparison(new Row("ABenchmark", "read", new TreeMap<>()));
    row.add(
        new Sample[] {new Sample(10, before), new Sample(10, before + 5_000)},
        new Sample[] {new Sample(10, after + 9_000), new Sample(10, after)});
    assertEquals(expected, row.verdict());
  }

  @Test
  void theTableTellsWhatWasMeasured() {
    Sample[] before = {new Sample(1_000, 4_096), new Sample(1_000, 4_096)};
    Sample[] after = {new Sample(1_250, 4_096), new Sample(1_250, 4_096)};
    row.add(before, after);
    assertEquals(
        "ABenchmark.read 1,000 1,250 1.250 [1.250, 1.250] 4,096 4,096 1 slower",
        TrackTable.line(row).replaceAll(" +", " "));
    assertEquals(
        "1 rows, 1 slower; geometric mean of the times 1.250", TrackTable.summary(List.of(row)));
  }
}
