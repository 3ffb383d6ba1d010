package org.datason.ml.experiment;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One run of an experiment: what went in, what was measured, and whatever came out. Immutable as
 * far as its values are, which are not copied.
 *
 * <pre>{@code
 * Run run = Run.builder("baseline")
 *     .tag("iris")
 *     .parameter("learningRate", 0.01)
 *     .metric("loss", 0, 0.75)
 *     .metric("loss", 1, 0.5)
 *     .value("confusion", ConfusionMatrix.of(actual, predicted))
 *     .value("model", ModelArtifact.of("iris", "1", "").withTensor("weights", weights))
 *     .build();
 * }</pre>
 *
 * @param id what tells the run from all others
 * @param name what it is called; need not be unique
 * @param started when it began
 * @param ended when it ended, or null if that is not known
 * @param tags words to find it by; unmodifiable
 * @param parameters what went in: numbers, texts, or anything else that can be written as JSON;
 *     unmodifiable, in the order of their setting
 * @param metrics what was measured, by name; unmodifiable
 * @param values whatever came out: frames, tensors, models, results, objects of one's own;
 *     unmodifiable
 */
public record Run(
    UUID id,
    String name,
    Instant started,
    Instant ended,
    Set<String> tags,
    Map<String, Object> parameters,
    Map<String, Metric> metrics,
    Map<String, Object> values) {

  /**
   * Takes copies of the set and the maps; null counts as empty.
   *
   * @param id see the component
   * @param name see the component
   * @param started see the component
   * @param ended see the component
   * @param tags see the component
   * @param parameters see the component
   * @param metrics see the component
   * @param values see the component
   */
  public Run {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(started, "started");
    tags = tags == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    parameters = copy(parameters);
    metrics = copy(metrics);
    values = copy(values);
    tags.forEach(tag -> Objects.requireNonNull(tag, "a tag"));
    metrics.forEach((key, metric) -> Objects.requireNonNull(metric, () -> "the metric " + key));
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /**
   * A builder of a run that begins now and has an id of its own.
   *
   * @param name what the run is called
   * @return a new builder
   */
  public static RunBuilder builder(String name) {
    return new RunBuilder(name);
  }

  /**
   * A run that is one object, whatever it is.
   *
   * <pre>{@code
   * log.append(Run.of("sweep 7", result)); // load(id).values().get("value")
   * }</pre>
   *
   * @param name what the run is called
   * @param value anything that can be written as JSON, or null
   * @return the run, which begins now and has the object as its value {@code value}
   */
  public static Run of(String name, Object value) {
    return builder(name).value("value", value).build();
  }
}
