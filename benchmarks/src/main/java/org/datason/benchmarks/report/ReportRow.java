package org.datason.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the report.
 *
 * @param group the group
 * @param name what was done
 * @param measurements by contestant, in the order in which they were measured
 */
record ReportRow(Group group, String name, Map<String, Measurement> measurements) {

  /** Rivals whose results are not exact, however they are set: shown, but not counted. */
  private static final Set<String> INEXACT = Set.of("avaje");

  /** Shown beside, but no JSON library of this JVM, or no library at all. */
  private static final Set<String> OUTSIDE =
      Set.of("copy of the array", "python json", "python orjson", "python msgspec");

  static ReportRow of(Group group, String name, List<Measurement> measurements) {
    Map<String, Measurement> byContestant = new LinkedHashMap<>();
    measurements.forEach(m -> byContestant.put(m.contestant(), m));
    return new ReportRow(group, name, byContestant);
  }

  /** Whether the results of a contestant are not exact. */
  static boolean isInexact(String contestant) {
    return INEXACT.contains(contestant);
  }

  /** Ours, if it was measured; where ways of ours are compared, the one the others stand beside. */
  Optional<Measurement> ours() {
    String name = measurements.containsKey(group.reference()) ? group.reference() : "datason";
    return Optional.ofNullable(measurements.get(name));
  }

  /** The fastest rival in a JVM whose results are exact. */
  Optional<Measurement> bestRival() {
    if (!group.hasRivals()) {
      return Optional.empty();
    }
    return measurements.values().stream()
        .filter(m -> !m.contestant().contains("datason"))
        .filter(m -> !INEXACT.contains(m.contestant()) && !OUTSIDE.contains(m.contestant()))
        .min((a, b) -> Double.compare(a.nanos(), b.nanos()));
  }

  /** The speed of ours over that of the best rival: more than 1 is ahead. */
  Optional<Double> ratio() {
    return ours().flatMap(ours -> bestRival().map(best -> best.nanos() / ours.nanos()));
  }

  /** The least that a rival allocates over what ours does: less than 1 is more than it. */
  Optional<Double> allocationRatio() {
    return ours()
        .filter(ours -> group.hasRivals() && !Double.isNaN(ours.bytes()))
        .flatMap(
            ours ->
                measurements.values().stream()
                    .filter(m -> !m.contestant().contains("datason") && !Double.isNaN(m.bytes()))
                    .filter(m -> !OUTSIDE.contains(m.contestant()))
                    .map(m -> m.bytes() / ours.bytes())
                    .min(Double::compare));
  }

  /** The speed of a contestant over that of the reference, where ways of ours are compared. */
  Optional<Double> besideReference(String contestant) {
    Measurement reference = measurements.get(group.reference());
    Measurement other = measurements.get(contestant);
    if (group.hasRivals() || reference == null || other == null || other == reference) {
      return Optional.empty();
    }
    return Optional.of(reference.nanos() / other.nanos());
  }
}
