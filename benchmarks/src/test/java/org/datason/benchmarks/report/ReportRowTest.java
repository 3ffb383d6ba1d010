package org.datason.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows say, from the measurements to the documents. */
class ReportRowTest {

  private static Measurement took(String contestant, double nanos, double bytes) {
    return new Measurement("read ints", contestant, nanos, Double.NaN, bytes);
  }

  private static final List<Measurement> RIVALS =
      List.of(
          took("datason", 1_000, 500),
          took("jackson", 2_500, 800),
          took("fastjson2", 1_500, 400),
          took("avaje", 100, 900),
          took("python orjson", 200, Double.NaN),
          took("datason interpreted", 900, 100));

  @Test
  void theBestRivalIsInAJvmAndExact() {
    ReportRow row = ReportRow.of(Group.PLAIN, "read ints", RIVALS);
    assertEquals("fastjson2", row.bestRival().orElseThrow().contestant());
    assertEquals(1.5, row.ratio().orElseThrow());
    assertEquals(0.8, row.allocationRatio().orElseThrow());
  }

  @Test
  void aRowThatOursWasNotMeasuredForHasNoRatio() {
    ReportRow row = ReportRow.of(Group.PLAIN, "read ints", RIVALS.subList(1, 3));
    assertEquals(Optional.empty(), row.ratio());
  }

  @Test
  void waysOfOursStandBesideTheReference() {
    ReportRow row =
        ReportRow.of(Group.RICH, "read", List.of(took("hints", 1_500, 1), took("text", 1_000, 1)));
    assertEquals(Optional.empty(), row.ratio());
    assertEquals("1.50 us (0.67)", Figures.cell(row, "hints"));
    assertEquals("1.00 us", Figures.cell(row, "text"));
    assertEquals(List.of("text", "hints"), Figures.contestants(Group.RICH, List.of(row)));
  }

  @Test
  void figuresHaveThreeDigits() {
    assertEquals("3.93 ns", Figures.amount(Group.PLAIN, 3.9312));
    assertEquals("48.0 ms", Figures.amount(Group.PLAIN, 48e6));
    assertEquals("1,234".replace(",", "") + " s", Figures.amount(Group.PLAIN, 1.234e12));
    assertEquals("34.6 MB", Figures.amount(Group.MEMORY, 34.6e6));
  }

  @Test
  void theMeanIsGeometric() {
    List<ReportRow> rows = new ArrayList<>();
    for (double theirs : new double[] {500, 2_000}) {
      List<Measurement> both = List.of(took("datason", 1_000, 1), took("jackson", theirs, 1));
      rows.add(ReportRow.of(Group.PLAIN, "read " + theirs, both));
    }
    assertEquals(1, Figures.mean(rows).orElseThrow(), 1e-12);
    assertTrue(Figures.mean(List.of()).isEmpty());
  }

  @Test
  void theDocumentHasTheTablesAndTheNotes(@TempDir Path folder) throws Exception {
    Results results = results(folder);
    Notes notes = Notes.of("# Head\n\n## intro\nRead *this*.\n\n## plain\nBehind, as\n\n### so\n");
    String document = MarkdownReport.of(List.of(results), notes);
    assertTrue(document.contains("\nRead *this*.\n"), document);
    assertTrue(
        document.contains(
            """
            | row | datason | jackson | fastjson2 | avaje | datason interpreted | python orjson \
            | ours / best rival | best rival | allocated | least rival / ours |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | read ints | 1.00 us | 2.50 us | 1.50 us | ~100 ns | 900 ns | 200 ns | 1.50 \
            | fastjson2 | 500 B | 0.80 |

            Geometric mean of ours / best rival: **1.50**.

            Behind, as

            ### so
            """),
        document);
  }

  @Test
  void thePageNeedsNothingElse(@TempDir Path folder) throws Exception {
    Results results = results(folder);
    History history = new History(folder.resolve("history"));
    history.add(results);
    String page = HtmlReport.of(List.of(results), history.entries());
    assertTrue(page.contains("<polyline"), page);
    assertTrue(page.contains("<span class=\"ahead\">1.50</span>"), page);
    assertTrue(
        !page.contains("src=") && !page.contains("href=") && !page.contains("<script"), page);
  }

  @Test
  void theTableIsPrinted(@TempDir Path folder) throws Exception {
    String text = TextReport.of(results(folder));
    assertTrue(text.contains("geometric mean of ours / best rival: 1.50"), text);
  }

  /** Results of a JVM, those of Python in a file of their own. */
  private static Results results(Path folder) throws Exception {
    Results results = new Results(folder.resolve("jdk17"));
    results.writeMachine(
        Map.of("java", "17", "jvm", "A VM", "date", "2026-11-20", "commit", "abc"));
    List<Measurement> plain = new ArrayList<>(RIVALS);
    Measurement python = plain.remove(4);
    results.write(Group.PLAIN, "plain-ints", plain);
    results.write(Group.PYTHON, "python", List.of(python));
    return new Results(Results.in(folder).get(0).folder());
  }
}
