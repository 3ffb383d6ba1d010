package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java of its own with the classes of the tests, whose errors come with its output. */
public final class ChildJava {

  private ChildJava() {}

  /**
   * Starts one.
   *
   * @param flags of Java, such as how much memory it has
   * @param main the class to run
   * @param arguments what it is given
   * @return the process
   */
  public static Process start(List<String> flags, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-Dslf4j.internal.verbosity=ERROR",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
