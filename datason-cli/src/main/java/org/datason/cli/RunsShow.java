package org.datason.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.ml.experiment.ExperimentLog;
import org.datason.ml.experiment.Metric;
import org.datason.ml.experiment.Run;
import org.datason.tensor.Tensor;
import org.datason.types.Hinted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one run of a log. */
@Command(
    name = "show",
    description = {
      "Shows a run of a log: its parameters, metrics and what came out of it.",
      "It alone is read; large tensors are not."
    })
final class RunsShow implements Callable<Integer> {

  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  @Mixin private LogOptions options;

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "The run: its id, the beginning of that, or its name.")
  private String run;

  @Option(names = "--json", description = "Print all of it as JSON, tensors included.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (ExperimentLog log = options.open()) {
      Run found = log.load(options.select(log, List.of(run)).get(0).id());
      if (json) {
        Datason datason = Datason.create().with(c -> Settings.unlimited(c).indent(2));
        out.println(datason.toJson(found));
      } else {
        print(found, out);
      }
    }
    return 0;
  }

  private static void print(Run run, PrintWriter out) {
    List<List<String>> head = new ArrayList<>();
    head.add(List.of("id", run.id().toString()));
    head.add(List.of("name", run.name()));
    head.add(List.of("started", run.started().toString()));
    if (run.ended() != null) {
      head.add(List.of("ended", run.ended().toString()));
    }
    if (!run.tags().isEmpty()) {
      head.add(List.of("tags", String.join(", ", run.tags())));
    }
    TextTable.print(head, out);
    part("parameters", run.parameters(), out);
    if (!run.metrics().isEmpty()) {
      out.println("metrics");
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("", "", "last", "min", "max", "values"));
      run.metrics().forEach((key, metric) -> rows.add(row(key, metric)));
      TextTable.print(rows, out);
    }
    part("values", run.values(), out);
  }

  private static List<String> row(String key, Metric metric) {
    return List.of(
        "",
        key,
        Double.toString(metric.last()),
        Double.toString(metric.min()),
        Double.toString(metric.max()),
        Integer.toString(metric.size()));
  }

  private static void part(String title, Map<String, Object> members, PrintWriter out) {
    if (members.isEmpty()) {
      return;
    }
    out.println(title);
    int width = members.keySet().stream().mapToInt(k -> Text.width(Text.line(k))).max().orElse(0);
    members.forEach(
        (key, value) ->
            out.println(
                "  "
                    + Text.pad(Text.line(key), width)
                    + "  "
                    + Text.cut(Text.line(summary(value)), WIDTH)));
  }

  /** What a value is, in a few words where it is large. */
  private static String summary(Object value) {
    if (value instanceof Tensor tensor) {
      return "tensor " + tensor.dtype().numpyName() + " " + Arrays.toString(tensor.shape());
    }
    if (value instanceof Frame frame) {
      return "table of " + Text.count(frame.size(), "row") + ": " + frame.schema();
    }
    if (value instanceof Map<?, ?> map) {
      return "map of " + Text.count(map.size(), "member") + " " + map.keySet();
    }
    if (value instanceof byte[] bytes) {
      return Text.bytes(bytes.length);
    }
    if (value instanceof Hinted hinted) {
      return "a " + hinted.hint();
    }
    if (value instanceof Collection<?> items && items.size() > 10) {
      return "list of " + items.size();
    }
    if (value != null && value.getClass().isRecord()) {
      return value.getClass().getSimpleName();
    }
    if (value != null && value.getClass().isArray()) {
      return value.getClass().getSimpleName() + " of " + java.lang.reflect.Array.getLength(value);
    }
    return String.valueOf(value);
  }
}
