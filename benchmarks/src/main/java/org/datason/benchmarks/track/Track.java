package org.datason.benchmarks.track;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.datason.benchmarks.rows.Row;
import org.datason.benchmarks.rows.Rows;
import org.datason.benchmarks.track.Comparison.Verdict;

/**
 * Measures a change and its base in turns and prints a table; started by {@code benchmarks/track}.
 * Each row has a process for either side in each fork: both warm up, then they take turns for a
 * number of rounds. Rows that look slower get more forks before they are called so.
 */
public final class Track {

  private static final int WARM_UP_MILLIS = 1_500;
  private static final int ROUNDS = 30;
  private static final int ROUND_MILLIS = 20;
  private static final int FORKS = 3;
  private static final int MOST_FORKS = 9;

  private final Side base;
  private final Side change;

  private Track(Side base, Side change) {
    this.base = base;
    this.change = change;
  }

  /**
   * Compares, and exits with 1 if a row is slower or allocates more.
   *
   * @param args the class path of the base, that of the change, the file with the rows, a regular
   *     expression for some of them, and by how many percent to slow the change down
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    double slower = Double.parseDouble(args[4]) / 100;
    Track track = new Track(Side.timed(args[0], 0), Side.timed(args[1], slower));
    Pattern wanted = Pattern.compile(args[3]);
    boolean corpus = System.getProperty("datason.corpus") != null;
    List<Comparison> rows = new ArrayList<>();
    for (Row row : Rows.select(Files.readAllLines(Path.of(args[2])))) {
      if (wanted.matcher(row.toString()).find() && (corpus || !row.needsCorpus())) {
        rows.add(new Comparison(row));
      }
    }
    if (rows.isEmpty()) {
      System.err.println("No tracked row has something of " + args[3] + " in its name.");
      System.exit(2);
    }
    System.exit(track.run(rows) ? 0 : 1);
  }

  private boolean run(List<Comparison> rows) throws IOException {
    List<String> errors = new ArrayList<>();
    boolean good = true;
    System.out.printf("%s%n", TrackTable.HEADER);
    for (Comparison row : rows) {
      try {
        measure(row);
        System.out.println(TrackTable.line(row));
        Verdict verdict = row.verdict();
        good &= verdict != Verdict.SLOWER && verdict != Verdict.ALLOCATES;
      } catch (SideFailure e) {
        // A row that the base cannot do is a new one; what the change cannot do is broken.
        boolean broken = e.side() == change;
        errors.add((broken ? "broken: " : "new: ") + row.row() + ": " + e.getMessage());
        good &= !broken;
      }
    }
    errors.forEach(System.out::println);
    System.out.println(TrackTable.summary(rows));
    return good;
  }

  /** Forks until it is clear whether the row is worse, or there were enough. */
  private void measure(Comparison row) throws IOException {
    int forks = FORKS;
    while (row.forks() < forks) {
      fork(row);
      if (row.forks() == forks) {
        forks +=
            switch (row.verdict()) {
              case SAME, FASTER -> 0;
              // Chance has to give the same answer twice.
              case SLOWER, ALLOCATES -> forks == FORKS ? FORKS : 0;
              case UNCLEAR -> forks < MOST_FORKS ? FORKS : 0;
            };
      }
    }
  }

  private void fork(Comparison row) throws IOException {
    try (Side.Process a = base.start(row.row());
        Side.Process b = change.start(row.row())) {
      a.ready();
      b.ready();
      a.begin(WARM_UP_MILLIS);
      b.begin(WARM_UP_MILLIS);
      a.end();
      b.end();
      Sample[] before = new Sample[ROUNDS];
      Sample[] after = new Sample[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        // Whoever comes second may find another clock speed: they change places.
        if (round % 2 == 0) {
          before[round] = a.sample(ROUND_MILLIS);
          after[round] = b.sample(ROUND_MILLIS);
        } else {
          after[round] = b.sample(ROUND_MILLIS);
          before[round] = a.sample(ROUND_MILLIS);
        }
      }
      row.add(before, after);
    }
  }
}
