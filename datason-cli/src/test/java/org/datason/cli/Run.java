package org.datason.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What one run of the command did.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int code, String out, String err) {

  static Run of(Object... args) {
    return on("", args);
  }

  /** Runs the command with a text as its standard input. */
  static Run on(String input, Object... args) {
    return on(input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Run on(byte[] input, Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] line = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      line[i] = args[i].toString();
    }
    int code =
        Main.run(new StandardStreams(new ByteArrayInputStream(input), out, err, false), line);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A run that did well and said nothing. */
  static Run quiet() {
    return good("");
  }

  /** A run that did well. */
  static Run good(String out) {
    return new Run(0, out, "");
  }

  /** A run that ended with an error. */
  static Run failed(int code, String err) {
    return new Run(code, "", err + "\n");
  }
}
