package org.datason.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** How values stand in a file: as JSON, one as a whole or one a line, or as a table or array. */
enum Format {
  /** One JSON document. */
  JSON,
  /** JSON Lines: a value on each line that is not blank. */
  NDJSON,
  /** A table, comma-separated or, by the name's end, tab-separated. */
  CSV,
  /** An array of NumPy. */
  NPY,
  /** Arrays of NumPy with names. */
  NPZ,
  /** A file of Arrow's. */
  ARROW,
  /** A stream of Arrow's. */
  ARROWS;

  /** The name that stands for standard input or output. */
  static final String STANDARD = "-";

  /** The format that a name tells; JSON where it tells none. */
  static Format of(String name) {
    String plain = plain(name);
    String end = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (end) {
      case "ndjson", "jsonl" -> NDJSON;
      case "csv", "tsv" -> CSV;
      case "npy" -> NPY;
      case "npz" -> NPZ;
      case "arrow", "feather" -> ARROW;
      case "arrows" -> ARROWS;
      default -> JSON;
    };
  }

  /** A name without the end that tells of compression. */
  static String plain(String name) {
    return isGzip(name) ? name.substring(0, name.length() - ".gz".length()) : name;
  }

  /**
   * The format of JSON that was asked for or that the name tells.
   *
   * @throws IOException if it is another one; the message does not name the file
   */
  static Format ofJson(String name, Format asked) throws IOException {
    Format format = of(name, asked);
    if (!format.isJson()) {
      throw new IOException("it is no JSON by its name; inspect and convert take " + format);
    }
    return format;
  }

  boolean isJson() {
    return this == JSON || this == NDJSON;
  }

  /** Whether it is NumPy's. */
  boolean isArray() {
    return this == NPY || this == NPZ;
  }

  boolean isArrow() {
    return this == ARROW || this == ARROWS;
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
