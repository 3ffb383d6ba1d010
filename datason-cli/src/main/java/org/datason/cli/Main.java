package org.datason.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code datason} command: prints its usage when no subcommand is given. */
@Command(
    name = "datason",
    description = "Turns data-science objects into JSON and back.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is well", "1:the data is bad, or cannot be read", "2:wrong usage"})
public final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean stacktrace;

  private Main() {}

  /**
   * Runs the command and ends the JVM with its exit code: 0 for success, 1 for bad data, 2 for
   * wrong usage.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    System.setProperty("slf4j.internal.verbosity", "ERROR"); // Arrow's log goes nowhere
    StandardStreams streams =
        new StandardStreams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            StandardStreams.onTerminal());
    System.exit(run(streams, args));
  }

  /** Runs a command line on streams, which are flushed but stay open. */
  static int run(StandardStreams given, String... args) {
    PipeOutput pipe = new PipeOutput(given.out());
    StandardStreams streams = new StandardStreams(given.in(), pipe, given.err(), given.terminal());
    Main main = new Main();
    PrintWriter out = new PrintWriter(new OutputStreamWriter(pipe, StandardCharsets.UTF_8));
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(streams.err(), StandardCharsets.UTF_8), true);
    CommandLine line =
        new CommandLine(main)
            .addSubcommand(new Demo())
            .addSubcommand(new Validate(streams))
            .addSubcommand(new Inspect(streams))
            .addSubcommand(new Head(streams))
            .addSubcommand(new Columns(streams))
            .addSubcommand(new Explain(streams))
            .addSubcommand(new Convert(streams))
            .addSubcommand(Templates.command(streams))
            .addSubcommand(new Hash(streams))
            .addSubcommand(new Sign(streams))
            .addSubcommand(new Verify(streams))
            .addSubcommand(new Runs())
            .addSubcommand(new Serve())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler((e, a) -> Errors.usage(e, err))
            .setExecutionExceptionHandler((e, c, r) -> Errors.report(e, err, main.stacktrace));
    int code;
    try {
      code = line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      code = Errors.report(e, err, main.stacktrace);
    }
    out.flush();
    PipeOutput.Failed failure = pipe.failure();
    if (failure == null) {
      return code;
    }
    return failure.isClosedPipe() ? 0 : Errors.report(failure, err, main.stacktrace);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** The version that the build put into the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"datason " + (version == null ? "(not run from a jar)" : version)};
    }
  }
}
