package org.datason.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.datason.Datason;
import org.datason.http.HttpProblem;
import org.datason.http.MediaType;
import org.datason.http.Request;
import org.datason.http.Response;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.RunInfo;
import org.datason.ml.experiment.RunQuery;

/**
 * The requests for the runs of an experiment log, in which nothing is changed: others may append to
 * it meanwhile. Thread-safe.
 */
final class Runs {

  private final Path folder;
  private final Datason datason;

  /**
   * Requests for a log.
   *
   * @param folder of the log, which need not be there yet
   * @param datason reads runs
   */
  Runs(Path folder, Datason datason) {
    this.folder = folder;
    this.datason = datason;
  }

  /** What is done with the log, and the runs that the request selects. */
  private Object with(Request request, BiFunction<ExperimentLog, List<RunInfo>, Object> use) {
    if (!Files.exists(folder.resolve("runs.jsonl"))) {
      return use.apply(null, List.of());
    }
    try (ExperimentLog log = ExperimentLog.builder(folder).datason(datason).openReadOnly()) {
      RunQuery query = RunQuery.all();
      for (String tag : request.query("tag")) {
        query = query.tag(tag);
      }
      for (String text : request.query("name")) {
        query = query.name(name -> name.contains(text));
      }
      List<RunInfo> found = log.find(query);
      List<String> asked = request.query("run");
      if (asked.isEmpty()) {
        return use.apply(log, found);
      }
      return use.apply(log, asked.stream().map(id -> one(found, id)).toList());
    }
  }

  /** The run of an id or the beginning of one. */
  private static RunInfo one(List<RunInfo> runs, String id) {
    String start = id.toLowerCase(Locale.ROOT);
    List<RunInfo> found =
        runs.stream().filter(run -> run.id().toString().startsWith(start)).toList();
    if (found.size() != 1) {
      throw new HttpProblem(
          found.isEmpty() ? 404 : 409,
          found.isEmpty()
              ? "There is no run whose id is or begins with '" + id + "'"
              : "There are " + found.size() + " runs whose ids begin with '" + id + "'");
    }
    return found.get(0);
  }

  /** The runs, the oldest first. */
  Object list(Request request) {
    return with(
        request,
        (log, runs) -> {
          List<Map<String, Object>> all = new ArrayList<>();
          for (RunInfo run : runs) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", run.id().toString());
            members.put("name", run.name());
            members.put("started", run.started().toString());
            members.put("tags", List.copyOf(run.tags()));
            members.put("bytes", run.length());
            all.add(members);
          }
          return Response.of(200, all).as(MediaType.JSON);
        });
  }

  /** One run with all that it holds. */
  Object show(Request request) {
    return with(
        request,
        (log, runs) -> {
          RunInfo run = one(runs, request.variable("id"));
          return Response.of(200, log.load(run.id()));
        });
  }

  /** Parameters and metrics, a row for each run. */
  Object compare(Request request) {
    return with(request, (log, runs) -> log == null ? none() : log.compare(runs));
  }

  /** All values of all metrics, a row for each. */
  Object metrics(Request request) {
    return with(request, (log, runs) -> log == null ? none() : log.metrics(runs));
  }

  private static Object none() {
    throw new HttpProblem(404, "There are no runs");
  }
}
