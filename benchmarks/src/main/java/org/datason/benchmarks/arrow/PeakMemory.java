package org.datason.benchmarks.arrow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.datason.Datason;
import org.datason.arrow.ArrowFrames;
import org.datason.arrow.ArrowJson;
import org.datason.arrow.ArrowMemory;
import org.datason.arrow.ArrowTable;
import org.datason.arrow.VectorBatches;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;

/**
 * The most memory that a JVM of its own takes to bring a file of JSON into vectors: streaming, each
 * batch given up before the next one is taken, or the whole at once. Where there is a /proc, it is
 * the largest resident size that is measured.
 */
final class PeakMemory {

  private PeakMemory() {}

  /** Prints what each way takes, in JVMs that may use as much of the heap as they like. */
  static void measure(JsonFiles files) throws IOException, InterruptedException {
    System.out.printf("%nPeak memory (MB), one array of %,d bytes%n", Files.size(files.array()));
    for (String way : List.of("stream", "whole")) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
        if (!flag.startsWith("-Xm")) {
          command.add(flag);
        }
      }
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(PeakMemory.class.getName(), way, files.array().toString()));
      Process child =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String printed = new String(child.getInputStream().readAllBytes());
      if (child.waitFor() != 0) {
        throw new IllegalStateException("The JVM for " + way + " failed");
      }
      System.out.printf("  %-34s %s", way, printed);
    }
  }

  /**
   * Runs in a JVM of its own.
   *
   * @param args the way and the file
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    Datason datason = Datason.create();
    long rows = 0;
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      if (args[0].equals("stream")) {
        BatchOptions options = BatchOptions.defaults();
        try (VectorBatches batches = ArrowJson.read(datason, file, options, allocator)) {
          while (batches.hasNext()) {
            try (ArrowTable batch = batches.next()) {
              rows += batch.root().getRowCount();
            }
          }
        }
      } else {
        Frame frame = datason.fromJson(Files.readAllBytes(file), Frame.class);
        try (ArrowTable table = ArrowFrames.toArrow(frame, allocator)) {
          rows += table.root().getRowCount();
        }
      }
    }
    System.out.printf("%,9.0f (%,d rows)%n", peak() / 1e6, rows);
  }

  private static double peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return 1024 * Double.parseDouble(line.replaceAll("[^0-9]", ""));
        }
      }
    }
    return Runtime.getRuntime().totalMemory();
  }
}
