package org.datason.benchmarks.schema;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One of the records of the made document: a training run with values of rich types. */
@CompiledJson
@Json
public record Trial(
    UUID id,
    String name,
    Instant started,
    State state,
    BigDecimal cost,
    int epoch,
    double loss,
    boolean best,
    List<Step> steps) {

  /** How a run ended. */
  public enum State {
    /** It waits. */
    QUEUED,
    /** It is under way. */
    RUNNING,
    /** It ended well. */
    FINISHED,
    /** It ended with an error. */
    FAILED
  }

  /** The metrics of a step of a run. */
  @CompiledJson
  @Json
  public record Step(int step, double loss, double accuracy) {}
}
