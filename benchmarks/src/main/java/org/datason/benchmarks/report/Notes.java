package org.datason.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is written by hand and stands in the document after each making: a file in which the heading
 * {@code ## plain} begins the text for the group of that name, {@code ## intro} that for the top
 * and {@code ## end} that for the bottom.
 *
 * @param texts by heading
 */
record Notes(Map<String, String> texts) {

  static Notes of(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String section : file.split("(?m)^## ")) {
      int end = section.indexOf('\n');
      if (end > 0 && !section.startsWith("#")) {
        texts.put(section.substring(0, end).strip(), section.substring(end).strip());
      }
    }
    return new Notes(texts);
  }

  /** The text under a heading; empty if there is none. */
  String get(String heading) {
    return texts.getOrDefault(heading, "");
  }
}
