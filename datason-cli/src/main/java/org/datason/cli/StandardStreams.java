package org.datason.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a command reads from and writes to beside files.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person looks at standard error
 * @param progress whether to tell how far a run has come even where nobody looks
 */
record StandardStreams(
    InputStream in, OutputStream out, OutputStream err, boolean terminal, boolean progress) {

  StandardStreams(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    this(in, out, err, terminal, false);
  }

  /** The same streams, where progress is asked for. */
  StandardStreams withProgress() {
    return new StandardStreams(in, out, err, terminal, true);
  }

  /** Whether the JVM's own streams belong to a terminal. */
  static boolean onTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console even without a terminal, and a method to ask it.
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
