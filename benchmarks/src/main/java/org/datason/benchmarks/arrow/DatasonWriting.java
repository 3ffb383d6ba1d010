package org.datason.benchmarks.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.datason.Datason;
import org.datason.arrow.ArrowJson;
import org.datason.arrow.ArrowTable;
import org.datason.arrow.JsonLayout;

/**
 * Ours, from vectors to JSON Lines.
 *
 * @param threads how many workers it has
 * @param files the table
 * @param table its vectors
 */
record DatasonWriting(int threads, JsonFiles files, ArrowTable table) implements Task {

  @Override
  public String name() {
    return "Datason";
  }

  private Path target() {
    return files.folder().resolve("datason.jsonl");
  }

  @Override
  public void run() throws IOException {
    Datason datason = Datason.create().with(c -> c.workers(threads));
    try (OutputStream out = Files.newOutputStream(target())) {
      ArrowJson.write(datason, table.root(), table.dictionaries(), JsonLayout.LINES, out);
    }
  }

  @Override
  public void check() throws IOException {
    run();
    files.checkLines(target());
  }
}
