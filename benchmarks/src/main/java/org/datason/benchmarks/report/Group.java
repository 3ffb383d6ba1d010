package org.datason.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Rows about one subject, which are measured and shown together. */
enum Group {
  /** Trees of maps and lists. */
  PLAIN("Plain trees", "datason", 5, 150) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      // Quickly: those that have been the best at something.
      String libraries =
          full
              ? "DATASON,JACKSON,JACKSON3,GSON,FASTJSON2,DSL_JSON,AVAJE,FORY"
              : "DATASON,JACKSON,FASTJSON2,FORY";
      List<String> documents =
          Stream.concat(
                  corpus ? Stream.of("twitter", "citm_catalog", "canada") : Stream.of(),
                  Stream.of(
                      "records",
                      "ints",
                      "doubles",
                      "short-strings",
                      "long-strings",
                      "escaped",
                      "unicode",
                      "deep",
                      "wide",
                      "response",
                      "mixed"))
              .toList();
      String include = "benchmarks.PlainTreeBenchmark";
      List<Piece> pieces =
          new ArrayList<>(Piece.each(include, "document", documents, "library=" + libraries));
      if (Runtime.version().feature() >= 24) {
        Piece.each(include + ".read", "document", documents, "library=SIMDJSON").stream()
            .map(p -> new Piece(p.name() + "-simdjson", p.include(), p.params()))
            .forEach(pieces::add);
      }
      return pieces;
    }
  },

  /** Records of a known schema. */
  SCHEMA("Known schemas", "datason", 2, 30) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "schema.KnownSchemaBenchmark",
          "document",
          corpus ? List.of("trials", "tweets") : List.of("trials"));
    }
  },

  /** Tables beside libraries of tables. */
  TABLES("Tables", "datason records", 2, 15) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each("table.TableBenchmark", "rows", List.of(full ? "1000000" : "100000"));
    }
  },

  /** Our tables in their layouts. */
  FRAMES("Frames", "", 1, 12) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "benchmarks.FrameBenchmark",
          "form",
          List.of("RECORDS", "LIST", "SPLIT"),
          full ? "rows=1000000" : "rows=100000");
    }
  },

  /** Tables by several threads. */
  PARALLEL("Parallel work, beside one thread", "1 worker", 2, 25) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each("ParallelBenchmark", "rows", List.of(full ? "1000000" : "100000"));
    }
  },

  /** Tensors. */
  TENSORS("Tensors", "datason", 1, 6) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "benchmarks.TensorBenchmark", "size", List.of(full ? "10000000" : "1000000"));
    }
  },

  /** Arrow's vectors. */
  ARROW("Arrow", "datason", 1, 10),

  /** Values of rich types beside their texts. */
  RICH("Rich types, with hints beside as text", "text", 1, 30) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "RichTypesBenchmark",
          "values",
          full
              ? List.of(
                  "rows", "uuids", "instants", "dates", "decimals", "date-times", "offset-times")
              : List.of("rows", "decimals"));
    }
  },

  /** Recognition of texts. */
  RECOGNITION("Recognition, beside none", "off", 1, 25) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "RecognitionBenchmark",
          "strings",
          full
              ? List.of("words", "numbers", "uuids", "dates", "date-times")
              : List.of("words", "date-times"));
    }
  },

  /** Look-up of types. */
  LOOKUP("Type look-up, one object", "", 1, 10) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return List.of(new Piece("lookup", "TypeLookupBenchmark", Map.of()));
    }
  },

  /** Presets. */
  PRESETS("Presets, beside the defaults", "defaults", 1, 40) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "PresetBenchmark",
          "document",
          full ? List.of("records", "response", "mixed") : List.of("response"));
    }
  },

  /** Optimisations switched off. */
  ABLATION("Without an optimisation, beside with all", "nothing", 2, 45) {
    @Override
    List<Piece> pieces(boolean full, boolean corpus) {
      return Piece.each(
          "AblationBenchmark", "document", List.of("records", "response", "small", "table"));
    }
  },

  /** From the start of a JVM. */
  COLD("Cold start", "", 1, 1),

  /** The least heap. */
  MEMORY("The least heap that is enough", "whole", 1, 2),

  /** Python, whose rows stand with those of {@link #PLAIN}. */
  PYTHON("Python", "", 1, 3);

  private final String title;
  private final String reference;
  private final int minutes;
  private final int fullMinutes;

  Group(String title, String reference, int minutes, int fullMinutes) {
    this.title = title;
    this.reference = reference;
    this.minutes = minutes;
    this.fullMinutes = fullMinutes;
  }

  static Group named(String name) {
    try {
      return valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Expected some of "
              + List.of(values()).toString().toLowerCase(Locale.ROOT)
              + " but was "
              + name);
    }
  }

  /** What stands over its table. */
  String title() {
    return title;
  }

  /** Whether its contestants are rivals of {@code datason}, or ways of ours. */
  boolean hasRivals() {
    return reference.startsWith("datason");
  }

  /** The contestant that the others are compared with; empty if there is nothing to compare. */
  String reference() {
    return reference;
  }

  /** How long it takes on two quiet cores, about. */
  int minutes(boolean full) {
    return full ? fullMinutes : minutes;
  }

  /** What JMH measures; nothing for what is a program of its own. */
  List<Piece> pieces(boolean full, boolean corpus) {
    return List.of();
  }
}
