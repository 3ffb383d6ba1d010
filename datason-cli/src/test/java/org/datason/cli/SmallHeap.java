package org.datason.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Converts a table of a size from form to form, in a Java of its own that has little memory. */
final class SmallHeap {

  private static final String[] STEPS = {
    "a.csv a.ndjson",
    "a.ndjson a.arrow",
    "a.arrow typed.json",
    "typed.json b.arrows --compression zstd",
    "b.arrows split.json --orient split",
    "b.arrows columns.json --orient list",
    "typed.json records.json --orient records --no-hints",
    "records.json c.csv.gz",
    "c.csv.gz d.csv",
  };

  private SmallHeap() {}

  /**
   * Writes a table, converts it, and prints an error if there is one.
   *
   * @param args the folder and how many bytes the table has
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    write(folder.resolve("a.csv"), Long.parseLong(args[1]));
    for (String step : STEPS) {
      String[] line = ("convert " + step).split(" ");
      line[1] = folder.resolve(line[1]).toString();
      line[2] = folder.resolve(line[2]).toString();
      StandardStreams streams =
          new StandardStreams(
              InputStream.nullInputStream(), OutputStream.nullOutputStream(), System.out, false);
      if (Main.run(streams, line) != 0) {
        System.out.println(step);
        return;
      }
    }
    boolean same = Files.mismatch(folder.resolve("a.csv"), folder.resolve("d.csv")) < 0;
    System.out.print(same ? "same" : "other");
  }

  private static void write(Path file, long bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write("id,loss,name,started,ok\n".getBytes(StandardCharsets.US_ASCII));
      long written = 0;
      for (int i = 0; written < bytes; i++) {
        String row =
            i
                + (i % 7 == 0 ? "," : "," + i / 8.0)
                + (i % 1000 == 999 ? ",\"a, b\"" : ",run " + i)
                + ",2024-06-15T10:30:"
                + (10 + i % 50)
                + (i % 2 == 0 ? ",true\n" : ",false\n");
        out.write(row.getBytes(StandardCharsets.US_ASCII));
        written += row.length();
      }
    }
  }
}
