package org.datason.benchmarks.track;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datason.benchmarks.rows.Row;
import org.datason.benchmarks.rows.Rows;

/**
 * One of the two that are compared: a class path, and how much to slow it down.
 *
 * @param classPath with the library and the benchmarks
 * @param slower 0, or by how much to slow it down to see whether that is noticed (0.1 is 10%)
 * @param memory what the JVM is told about its heap
 */
record Side(String classPath, double slower, List<String> memory) {

  /** A side whose time counts: every page of the heap is touched before. */
  static Side timed(String classPath, double slower) {
    return new Side(classPath, slower, List.of("-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
  }

  /** A side whose allocation alone counts, with a tenth of the values. */
  static Side counted(String classPath) {
    return new Side(classPath, 0, List.of("-Xmx512m", "-Ddatason.scale=0.1"));
  }

  /** Starts a process for a row. */
  Process start(Row row) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // The serial collector: its threads do not compete with what is measured, and its work is not
    // in the CPU time of the thread. The thread waits for its code to be compiled (-Xbatch), as two
    // runs of one program then come to the same machine code; else they are up to 10% apart.
    command.addAll(memory);
    command.addAll(List.of("-XX:+UseSerialGC", "-Xbatch"));
    command.addAll(Rows.jvmArgs(row));
    command.addAll(
        List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-Dslf4j.internal.verbosity=ERROR"));
    String corpus = System.getProperty("datason.corpus");
    if (corpus != null) {
      command.add("-Ddatason.corpus=" + corpus);
    }
    command.addAll(
        List.of("-cp", classPath, Worker.class.getName(), row.toString(), Double.toString(slower)));
    return new Process(
        this, new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** A process that measures a row. */
  static final class Process implements AutoCloseable {

    private final Side side;
    private final java.lang.Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Process(Side side, java.lang.Process process) {
      this.side = side;
      this.process = process;
      orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
      answers =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits until the row is set up. */
    void ready() throws IOException {
      answer();
    }

    /** Begins to measure for so many milliseconds. */
    void begin(int millis) {
      orders.println(millis * 1_000_000L);
    }

    /** Waits for what was begun. */
    Sample end() throws IOException {
      return Sample.parse(answer());
    }

    /** Measures for so many milliseconds. */
    Sample sample(int millis) throws IOException {
      begin(millis);
      return end();
    }

    private String answer() throws IOException {
      String line = answers.readLine();
      if (line == null) {
        throw new SideFailure(side, "its process ended");
      }
      if (line.startsWith("failed ")) {
        throw new SideFailure(side, line.substring(7));
      }
      return line;
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
