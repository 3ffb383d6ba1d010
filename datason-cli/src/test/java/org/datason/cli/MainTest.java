package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @Test
  void withoutACommandTheUsageIsPrinted() {
    Run run = Run.of();
    assertEquals(0, run.code());
    assertEquals(run, Run.of("--help"));
    assertTrue(run.out().startsWith("Usage: datason [-hV] [--stacktrace] COMMAND\n"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "validate", "inspect", "explain", "convert", "runs"})
  void everyCommandHasHelpAndVersion(String command) {
    Run help = Run.of(command, "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().startsWith("Usage: datason " + command + " [-hV]"), help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    assertEquals(Run.of("--version"), Run.of(command, "--version"));
    assertEquals(0, Run.of(command, "--version").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "convrt|Unmatched argument at index 0: 'convrt'; did you mean convert?|datason",
        "validate|Missing required parameter: 'FILE'|datason validate",
        "convert a|Missing required parameter: 'OUT'|datason convert",
        "demo --seed 3|Unknown options: '--seed', '3'|datason demo",
        "inspect --depth x a|Invalid value for option '--depth': 'x' is not an int|datason inspect",
      })
  void wrongUsageIsOneLine(String line, String message, String command) {
    assertEquals(
        Run.failed(2, "datason: " + message + " (see '" + command + " --help')"),
        Run.of((Object[]) line.split(" ")));
  }

  @Test
  void theStackTraceIsShownOnDemand() {
    Run run = Run.on("[", "inspect", "-", "--stacktrace");
    assertEquals(1, run.code());
    String first = "datason: -:1:2: Expected a value but found the end of the input at $[0]\n";
    assertTrue(run.err().startsWith(first + "org.datason.cli.Failure: "), run.err());
    assertTrue(run.err().contains("\tat org.datason.cli.Inspect.call"), run.err());
    assertEquals(Run.failed(1, first.strip()), Run.on("[", "inspect", "-"));
  }

  @Test
  void faultsOfTheProgramAreOneLineToo() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("a\nfault");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StandardStreams streams =
        new StandardStreams(broken, OutputStream.nullOutputStream(), err, false);
    assertEquals(1, Main.run(streams, "validate", "-"));
    assertEquals(
        "datason: This is a fault of the program: java.lang.IllegalStateException: a\\u000afault"
            + " (--stacktrace shows where)\n",
        err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"convert - -", "validate -", "inspect -", "--help"})
  void aClosedPipeEndsTheRunQuietly(String line) {
    assertEquals(Run.quiet(), onOutput("Broken pipe", line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"convert - -", "validate -", "inspect -", "--help"})
  void aFullDiskIsAnError(String line) {
    assertEquals(
        Run.failed(1, "datason: Standard output cannot be written: No space left on device"),
        onOutput("No space left on device", line));
  }

  private static Run onOutput(String failure, String line) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    StandardStreams streams =
        new StandardStreams(new ByteArrayInputStream(new byte[] {'1'}), out, err, false);
    int code = Main.run(streams, line.split(" "));
    return new Run(code, "", err.toString(StandardCharsets.UTF_8));
  }
}
