package org.datason.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.datason.Datason;
import org.datason.ml.experiment.Damage;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Recovery;
import org.datason.ml.experiment.RunInfo;
import org.datason.ml.experiment.RunQuery;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The log that a command looks into, and which runs of it. */
final class LogOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "LOG", description = "The folder of the log.")
  private Path folder;

  @Option(names = "--tag", paramLabel = "TAG", description = "Only runs with this tag.")
  private List<String> tags = List.of();

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Only runs with this text in their names.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only runs that began then or later: 2024-06-15 or 2024-06-15T10:30:00Z.")
  private String from;

  @Option(names = "--before", paramLabel = "TIME", description = "Only runs that began earlier.")
  private String before;

  /** The log. */
  ExperimentLog open() {
    return open(folder);
  }

  /** The log in a folder, in which nothing is changed. */
  static ExperimentLog open(Path folder) {
    return ExperimentLog.builder(folder)
        .datason(Datason.create().with(c -> Settings.unlimited(c).exactNumbers(true)))
        .openReadOnly();
  }

  /** The runs that the options ask for, of those given or else of all. */
  List<RunInfo> select(ExperimentLog log, List<String> given) {
    List<RunInfo> found = log.find(query());
    if (given == null || given.isEmpty()) {
      return found;
    }
    List<RunInfo> runs = new ArrayList<>();
    for (String text : given) {
      runs.add(find(found, text));
    }
    return runs;
  }

  private RunQuery query() {
    RunQuery query = RunQuery.all();
    for (String tag : tags) {
      query = query.tag(tag);
    }
    if (name != null) {
      query = query.name(text -> text.contains(name));
    }
    if (from != null) {
      query = query.startedFrom(time("--from", from));
    }
    return before == null ? query : query.startedBefore(time("--before", before));
  }

  private Instant time(String option, String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Errors.usage(
          spec.commandLine(),
          option + " must be a time such as 2024-06-15 or 2024-06-15T10:30:00Z, not " + text);
    }
  }

  /** The run of an id, of the beginning of one, or of a name. */
  private RunInfo find(List<RunInfo> runs, String text) {
    String start = text.toLowerCase(Locale.ROOT);
    List<RunInfo> found =
        runs.stream()
            .filter(run -> run.id().toString().startsWith(start) || run.name().equals(text))
            .toList();
    if (found.size() != 1) {
      throw new Failure(
          folder
              + " has "
              + (found.isEmpty() ? "no run" : found.size() + " runs")
              + " whose id begins with or whose name is '"
              + text
              + "'"
              + (found.isEmpty() ? "" : "; give more of the id"),
          null);
    }
    return found.get(0);
  }

  /** Tells of what in the log is no run. */
  static void warn(ExperimentLog log, PrintWriter err) {
    for (Damage damage : log.damages()) {
      err.println("datason: " + Text.line(damage.toString()));
    }
    Recovery recovery = log.recovery();
    if (recovery != null && recovery.bytes() > 0) {
      err.println(
          "datason: "
              + Text.count(recovery.bytes(), "byte")
              + " at the end, from offset "
              + recovery.offset()
              + " on, are no whole run (one is being written, or was when its process ended)");
    }
    if (recovery != null && !recovery.missing().isEmpty()) {
      err.println(
          "datason: the log once had "
              + Text.count(recovery.missing().size(), "run")
              + " more: "
              + recovery.missing());
    }
  }
}
