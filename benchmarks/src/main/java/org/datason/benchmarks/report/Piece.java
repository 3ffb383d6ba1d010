package org.datason.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What JMH measures in one go and what has a file of results of its own: all contestants of a row
 * or two, one after the other, so that they find the machine in the same state.
 *
 * @param name of the file
 * @param include the benchmarks, as JMH's regular expression
 * @param params values for their parameters; the others have all of theirs
 */
record Piece(String name, String include, Map<String, List<String>> params) {

  /**
   * A piece of each value of a parameter.
   *
   * @param include the benchmarks
   * @param by the parameter
   * @param values its values
   * @param more for each piece, {@code name=value,value}
   */
  static List<Piece> each(String include, String by, List<String> values, String... more) {
    List<Piece> pieces = new ArrayList<>();
    for (String value : values) {
      Map<String, List<String>> params = new TreeMap<>();
      params.put(by, List.of(value));
      for (String param : more) {
        int equals = param.indexOf('=');
        params.put(param.substring(0, equals), List.of(param.substring(equals + 1).split(",")));
      }
      String name = include.replaceAll(".*\\.|Benchmark.*", "") + "-" + value;
      pieces.add(new Piece(name.toLowerCase(Locale.ROOT), include, params));
    }
    return pieces;
  }
}
