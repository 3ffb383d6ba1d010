package org.datason.ml.experiment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * Which runs to find; all conditions must hold. Immutable and thread-safe.
 *
 * <pre>{@code
 * List<RunInfo> good = log.find(
 *     RunQuery.all()
 *         .tag("iris")
 *         .startedFrom(Instant.parse("2024-06-01T00:00:00Z"))
 *         .parameter("learningRate", 0.01)
 *         .metric("accuracy", last -> last > 0.9));
 * }</pre>
 */
public final class RunQuery {

  private static final RunQuery ALL = new RunQuery(info -> true, null);

  private final Predicate<RunInfo> known;

  /** What needs the run to be read; null if nothing does. */
  private final Predicate<RunCodec.Outline> read;

  private RunQuery(Predicate<RunInfo> known, Predicate<RunCodec.Outline> read) {
    this.known = known;
    this.read = read;
  }

  /**
   * All runs.
   *
   * @return the query without a condition
   */
  public static RunQuery all() {
    return ALL;
  }

  private RunQuery and(Predicate<RunInfo> more) {
    return new RunQuery(known.and(more), read);
  }

  private RunQuery andRead(Predicate<RunCodec.Outline> more) {
    return new RunQuery(known, read == null ? more : read.and(more));
  }

  /**
   * Only runs with a tag.
   *
   * @param tag the tag
   * @return another query
   */
  public RunQuery tag(String tag) {
    Objects.requireNonNull(tag, "tag");
    return and(run -> run.tags().contains(tag));
  }

  /**
   * Only runs with some name.
   *
   * @param condition what the name must be
   * @return another query
   */
  public RunQuery name(Predicate<String> condition) {
    Objects.requireNonNull(condition, "condition");
    return and(run -> condition.test(run.name()));
  }

  /**
   * Only runs that began then or later.
   *
   * @param time the time
   * @return another query
   */
  public RunQuery startedFrom(Instant time) {
    Objects.requireNonNull(time, "time");
    return and(run -> !run.started().isBefore(time));
  }

  /**
   * Only runs that began earlier.
   *
   * @param time the time
   * @return another query
   */
  public RunQuery startedBefore(Instant time) {
    Objects.requireNonNull(time, "time");
    return and(run -> run.started().isBefore(time));
  }

  /**
   * Only runs with a parameter of a value; numbers are equal if they are the same number, of
   * whatever type.
   *
   * @param key its name
   * @param value the value, or null
   * @return another query
   */
  public RunQuery parameter(String key, Object value) {
    return parameter(key, other -> same(value, other));
  }

  /**
   * Only runs with some value of a parameter.
   *
   * @param key its name
   * @param condition what its value must be
   * @return another query
   */
  public RunQuery parameter(String key, Predicate<Object> condition) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(condition, "condition");
    return andRead(
        run -> run.parameters().containsKey(key) && condition.test(run.parameters().get(key)));
  }

  /**
   * Only runs with some last value of a metric.
   *
   * @param key its name
   * @param condition what its last value must be
   * @return another query
   */
  public RunQuery metric(String key, DoublePredicate condition) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(condition, "condition");
    return andRead(
        run -> run.metrics().containsKey(key) && condition.test(run.metrics().get(key).last()));
  }

  boolean isOf(RunInfo run) {
    return known.test(run);
  }

  boolean mustRead() {
    return read != null;
  }

  boolean isOf(RunCodec.Outline run) {
    return read.test(run);
  }

  private static boolean same(Object a, Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      BigDecimal left = decimal(x);
      BigDecimal right = decimal(y);
      return left == null || right == null ? x.equals(y) : left.compareTo(right) == 0;
    }
    return Objects.deepEquals(a, b);
  }

  /** The number; null for NaN and the infinities, and for what is no decimal. */
  private static BigDecimal decimal(Number number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
