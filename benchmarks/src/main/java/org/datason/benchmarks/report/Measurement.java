package org.datason.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one contestant took for a row.
 *
 * @param row what was done, such as {@code read records}
 * @param contestant who did it, such as {@code datason}
 * @param nanos an operation; for rows about memory, bytes
 * @param error half of the interval in which that lies with a probability of 99.9%, or NaN
 * @param bytes allocated by an operation, or NaN
 */
record Measurement(String row, String contestant, double nanos, double error, double bytes) {

  static Measurement of(Map<?, ?> members) {
    return new Measurement(
        (String) members.get("row"),
        (String) members.get("contestant"),
        number(members.get("nanos")),
        number(members.get("error")),
        number(members.get("bytes")));
  }

  /** The number, or NaN for none. */
  static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** As members of JSON. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("row", row);
    map.put("contestant", contestant);
    map.put("nanos", nanos);
    if (!Double.isNaN(error)) {
      map.put("error", error);
    }
    if (!Double.isNaN(bytes)) {
      map.put("bytes", bytes);
    }
    return map;
  }
}
