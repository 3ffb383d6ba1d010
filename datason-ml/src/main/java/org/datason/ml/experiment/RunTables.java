package org.datason.ml.experiment;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;

/** Runs as tables. */
final class RunTables {

  private static final FieldType TIME = new FieldType.Timestamp(FieldType.Unit.NS, "UTC");

  private static final Schema METRICS =
      Schema.of(
          new Field("run", FieldType.Simple.UUID),
          new Field("metric", new FieldType.Dictionary(FieldType.Simple.TEXT, false)),
          new Field("step", FieldType.Simple.INT64),
          new Field("value", FieldType.Simple.FLOAT64),
          new Field("time", TIME));

  private RunTables() {}

  /** A row for each value of each metric. */
  static Frame metrics(Iterable<RunCodec.Outline> runs) {
    FrameBuilder frame = Frame.builder(METRICS);
    for (RunCodec.Outline run : runs) {
      for (Map.Entry<String, Metric> metric : run.metrics().entrySet()) {
        long[] steps = metric.getValue().steps();
        double[] values = metric.getValue().values();
        List<Instant> times = metric.getValue().times();
        for (int i = 0; i < steps.length; i++) {
          frame.column(0).append(run.id());
          frame.column(1).append(metric.getKey());
          frame.column(2).appendLong(steps[i]);
          frame.column(3).appendDouble(values[i]);
          frame.column(4).append(times.isEmpty() ? null : times.get(i));
        }
      }
    }
    return frame.build();
  }

  /** A row for each run. */
  static Frame comparison(List<RunCodec.Outline> runs) {
    FrameBuilder frame = Frame.builder();
    frame.column("run", column(FieldType.Simple.UUID, runs.stream().map(RunCodec.Outline::id)));
    frame.column("name", column(FieldType.Simple.TEXT, runs.stream().map(RunCodec.Outline::name)));
    frame.column("started", column(TIME, runs.stream().map(RunCodec.Outline::started)));
    Set<String> parameters = new LinkedHashSet<>();
    Set<String> metrics = new TreeSet<>();
    for (RunCodec.Outline run : runs) {
      parameters.addAll(run.parameters().keySet());
      metrics.addAll(run.metrics().keySet());
    }
    for (String key : parameters) {
      Object[] values = runs.stream().map(run -> run.parameters().get(key)).toArray();
      frame.column("params." + key, ParameterColumn.of(values));
    }
    for (String key : metrics) {
      frame.column("metrics." + key, column(runs, key, Metric::last));
      if (!metrics.contains(key + ".min")) {
        frame.column("metrics." + key + ".min", column(runs, key, Metric::min));
      }
      if (!metrics.contains(key + ".max")) {
        frame.column("metrics." + key + ".max", column(runs, key, Metric::max));
      }
    }
    return frame.build();
  }

  /** A number of a metric, missing where a run has none. */
  private static Column column(
      List<RunCodec.Outline> runs, String key, ToDoubleFunction<Metric> number) {
    ColumnBuilder column = ColumnBuilder.of(FieldType.Simple.FLOAT64);
    for (RunCodec.Outline run : runs) {
      Metric metric = run.metrics().get(key);
      column.append(metric == null ? null : number.applyAsDouble(metric));
    }
    return column.build();
  }

  private static Column column(FieldType type, Stream<?> values) {
    return Column.of(type, values.toArray());
  }
}
