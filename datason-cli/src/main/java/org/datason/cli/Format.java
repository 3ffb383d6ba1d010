package org.datason.cli;

import java.nio.file.Path;

/** How values stand in a file: one as a whole, or one a line. */
enum Format {
  /** One JSON document. */
  JSON,
  /** JSON Lines: a value on each line that is not blank. */
  NDJSON;

  /** The name that stands for standard input or output. */
  static final String STANDARD = "-";

  /** The format that a name tells; JSON where it tells none. */
  static Format of(String name) {
    String plain = isGzip(name) ? name.substring(0, name.length() - ".gz".length()) : name;
    return plain.endsWith(".ndjson") || plain.endsWith(".jsonl") ? NDJSON : JSON;
  }

  /** The format that was asked for, or else the one that the name tells. */
  static Format of(String name, Format asked) {
    return asked != null ? asked : of(name);
  }

  static boolean isGzip(String name) {
    return name.endsWith(".gz");
  }

  static boolean isStandard(String name) {
    return name.equals(STANDARD);
  }

  /** A file's name without its folders. */
  static String shortName(String name) {
    Path last = Path.of(name).getFileName();
    return last == null ? name : last.toString();
  }
}
