package org.datason.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.benchmarks.Documents;

/** The plain rows by Python's libraries, over the same documents as files. */
final class Python {

  private Python() {}

  /** Writes the documents into a folder and has Python measure; nothing where there is none. */
  static List<Measurement> measure(Path folder, boolean full)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> documents = new ArrayList<>(Documents.MADE);
    if (System.getProperty("datason.corpus") != null) {
      documents.addAll(Documents.FILES);
    }
    for (String document : documents) {
      Files.write(folder.resolve(document + ".json"), Documents.json(document));
    }
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3", "benchmarks/python.py", full ? "1.0" : "0.2", folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      System.out.println("  Python is left out: there is no python3");
      return List.of();
    }
    Object results = Datason.create().fromJson(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("benchmarks/python.py failed");
    }
    return ((List<?>) results).stream().map(r -> Measurement.of((Map<?, ?>) r)).toList();
  }
}
