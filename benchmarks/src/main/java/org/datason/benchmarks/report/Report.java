package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes of all results that there are the table that is printed, a page with plots, the document
 * for the repository and a file of history; started by {@code benchmarks/run}.
 */
public final class Report {

  private Report() {}

  /**
   * Makes them.
   *
   * @param args the folder of the results, that of the history, the notes written by hand, and the
   *     document; and {@code --record} to add to the history
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    List<Results> all = Results.in(folder);
    History history = new History(Path.of(args[1]));
    for (Results results : all) {
      System.out.print(TextReport.of(results));
      if (args.length > 4 && args[4].equals("--record")) {
        history.add(results);
      }
    }
    Path page = folder.resolve("report.html");
    Files.writeString(page, HtmlReport.of(all, history.entries()));
    Files.writeString(
        Path.of(args[3]), MarkdownReport.of(all, Notes.of(Files.readString(Path.of(args[2])))));
    System.out.printf("%nWritten: %s, %s%n", page, args[3]);
  }
}
