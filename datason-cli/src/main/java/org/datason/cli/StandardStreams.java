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
 */
record StandardStreams(InputStream in, OutputStream out, OutputStream err, boolean terminal) {

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
