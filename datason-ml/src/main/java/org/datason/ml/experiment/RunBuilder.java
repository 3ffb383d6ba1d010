package org.datason.ml.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Collects what a {@link Run} is made of, while it goes on. Not thread-safe. */
public final class RunBuilder {

  private final String name;
  private UUID id = UUID.randomUUID();
  private Instant started = Instant.now();
  private Instant ended;
  private final Set<String> tags = new LinkedHashSet<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Series> metrics = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  RunBuilder(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * Sets the id.
   *
   * @param unique an id that no other run has; a random one unless set
   * @return this
   */
  public RunBuilder id(UUID unique) {
    id = unique;
    return this;
  }

  /**
   * Sets the beginning.
   *
   * @param time when the run began; when the builder was made unless set
   * @return this
   */
  public RunBuilder started(Instant time) {
    started = time;
    return this;
  }

  /**
   * Sets the end.
   *
   * @param time when the run ended, or null
   * @return this
   */
  public RunBuilder ended(Instant time) {
    ended = time;
    return this;
  }

  /**
   * Adds a word to find the run by.
   *
   * @param tag the word
   * @return this
   */
  public RunBuilder tag(String tag) {
    tags.add(tag);
    return this;
  }

  /**
   * Sets what went in.
   *
   * @param key its name
   * @param value anything that can be written as JSON, or null
   * @return this
   */
  public RunBuilder parameter(String key, Object value) {
    parameters.put(Objects.requireNonNull(key, "key"), value);
    return this;
  }

  /**
   * Adds a value of a metric.
   *
   * @param key its name
   * @param step the step it was measured at
   * @param value the value
   * @return this
   */
  public RunBuilder metric(String key, long step, double value) {
    return metric(key, step, value, null);
  }

  /**
   * Adds a value of a metric.
   *
   * @param key its name
   * @param step the step it was measured at
   * @param value the value
   * @param time when it was measured, or null
   * @return this
   */
  public RunBuilder metric(String key, long step, double value, Instant time) {
    metrics
        .computeIfAbsent(Objects.requireNonNull(key, "key"), k -> new Series())
        .add(step, value, time);
    return this;
  }

  /**
   * Adds all values of a metric.
   *
   * @param key its name
   * @param metric the values
   * @return this
   */
  public RunBuilder metric(String key, Metric metric) {
    long[] steps = metric.steps();
    double[] numbers = metric.values();
    for (int i = 0; i < steps.length; i++) {
      metric(key, steps[i], numbers[i], metric.times().isEmpty() ? null : metric.times().get(i));
    }
    return this;
  }

  /**
   * Sets what came out.
   *
   * @param key its name
   * @param value anything that can be written as JSON, or null
   * @return this
   */
  public RunBuilder value(String key, Object value) {
    values.put(Objects.requireNonNull(key, "key"), value);
    return this;
  }

  /**
   * The run as it is by now; the builder can be used on.
   *
   * @return the run
   */
  public Run build() {
    Map<String, Metric> measured = new LinkedHashMap<>();
    metrics.forEach((key, series) -> measured.put(key, series.metric()));
    return new Run(id, name, started, ended, tags, parameters, measured, values);
  }

  /** A metric that grows. */
  private static final class Series {

    private long[] steps = new long[8];
    private double[] values = new double[8];
    private final List<Instant> times = new ArrayList<>();
    private boolean timed;

    void add(long step, double value, Instant time) {
      int n = times.size();
      if (n == steps.length) {
        steps = Arrays.copyOf(steps, 2 * n);
        values = Arrays.copyOf(values, 2 * n);
      }
      steps[n] = step;
      values[n] = value;
      times.add(time);
      timed |= time != null;
    }

    Metric metric() {
      int n = times.size();
      return new Metric(
          Arrays.copyOf(steps, n), Arrays.copyOf(values, n), timed ? times : List.of());
    }
  }
}
