package org.datason.benchmarks.schema;

import com.dslplatform.json.CompiledJson;
import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The made document: runs with values of rich types. */
@CompiledJson
@Json
public record Trials(List<Trial> trials) {

  /** So many runs, the same ones on every machine. */
  static Trials make(int count) {
    Random random = new Random(7);
    Trial.State[] states = Trial.State.values();
    List<Trial> trials = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Trial.Step> steps = new ArrayList<>();
      for (int step = 0; step < 3; step++) {
        steps.add(new Trial.Step(step, random.nextDouble(), random.nextDouble()));
      }
      trials.add(
          new Trial(
              new UUID(random.nextLong(), random.nextLong()),
              "trial-" + i,
              Instant.ofEpochSecond(1_700_000_000L + i * 61L, random.nextInt(1_000) * 1_000_000L),
              states[random.nextInt(states.length)],
              BigDecimal.valueOf(random.nextInt(10_000_000), 2),
              random.nextInt(500),
              random.nextDouble(),
              random.nextBoolean(),
              steps));
    }
    return new Trials(trials);
  }

  /** These runs with their metrics to 14 digits, which is as exact as one of the libraries is. */
  Trials rounded() {
    return new Trials(
        trials.stream()
            .map(
                t ->
                    new Trial(
                        t.id(),
                        t.name(),
                        t.started(),
                        t.state(),
                        t.cost(),
                        t.epoch(),
                        rounded(t.loss()),
                        t.best(),
                        t.steps().stream()
                            .map(
                                s ->
                                    new Trial.Step(
                                        s.step(), rounded(s.loss()), rounded(s.accuracy())))
                            .toList()))
            .toList());
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(14)).doubleValue();
  }
}
