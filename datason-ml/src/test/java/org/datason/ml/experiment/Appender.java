package org.datason.ml.experiment;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datason.Datason;

/** A process that appends one run after the other until it is killed, and prints each number. */
final class Appender {

  private Appender() {}

  /**
   * Appends {@link Runs#mixed} from a number on.
   *
   * @param args the folder; the number is read from the standard input
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    byte[] line = new byte[20];
    // Waits here, started already, until it is its turn.
    int length = System.in.read(line);
    int from = Integer.parseInt(new String(line, 0, Math.max(length, 0)).trim());
    try (ExperimentLog log = ExperimentLog.builder(Path.of(args[0])).inlineBytes(2000).open()) {
      for (int n = from; ; n++) {
        log.append(Runs.mixed(n));
        out.println(n);
        out.flush();
      }
    }
  }

  /** Starts a process. */
  static Process start(Path folder) throws IOException {
    return start(folder, ProcessBuilder.Redirect.INHERIT);
  }

  /** Starts a process whose errors go somewhere. */
  static Process start(Path folder, ProcessBuilder.Redirect errors) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"));
    List<String> path = new ArrayList<>();
    for (Class<?> type : List.of(Datason.class, ExperimentLog.class, Appender.class)) {
      path.add(Path.of(location(type)).toString());
    }
    command.add(String.join(System.getProperty("path.separator"), path));
    command.add(Appender.class.getName());
    command.add(folder.toString());
    return new ProcessBuilder(command).redirectError(errors).start();
  }

  private static java.net.URI location(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
