package org.datason.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The documents of the plain rows: made ones, the same on every machine, and the three usual corpus
 * files from the folder that the property {@code datason.corpus} names.
 */
public final class Documents {

  /** The made documents. */
  public static final List<String> MADE =
      List.of(
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
          "mixed");

  /** The files, without {@code .json}. */
  public static final List<String> FILES = List.of("twitter", "citm_catalog", "canada");

  private Documents() {}

  /** The JSON of a document. */
  public static byte[] json(String name) {
    if (FILES.contains(name)) {
      String folder = System.getProperty("datason.corpus");
      if (folder == null) {
        throw new IllegalStateException("-Ddatason.corpus=FOLDER must name the folder of " + name);
      }
      try {
        return Files.readAllBytes(Path.of(folder, name + ".json"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Library.JACKSON.write(made(name));
  }

  private static Object made(String name) {
    Random random = new Random(42);
    switch (name) {
      case "records":
        return list(10_000, i -> MadeRows.small(random, i));
      case "ints":
        return list(100_000, i -> random.nextInt());
      case "doubles":
        return list(100_000, i -> random.nextDouble());
      case "short-strings":
        return list(100_000, i -> text(random, 4 + random.nextInt(12), 'a', 26));
      case "long-strings":
        return list(1_000, i -> text(random, 2_000, ' ', 94).replace('\\', '/'));
      case "unicode":
        return list(10_000, i -> text(random, 40, '\u3041', 80) + "\n\u00e9\t\"");
      case "escaped":
        return list(10_000, i -> MadeRows.escaped(random));
      case "deep":
        return list(2_000, i -> MadeRows.nested(random, 19));
      case "response":
        return MadeRows.response(random, scaled(2_000));
      case "mixed":
        return list(20_000, i -> MadeRows.mixed(random, i));
      case "wide":
        Map<String, Object> wide = new LinkedHashMap<>();
        for (int i = 0; i < scaled(100_000); i++) {
          wide.put("key_" + i, i);
        }
        return wide;
      default:
        throw new IllegalArgumentException("no document is called " + name);
    }
  }

  /** So many, or fewer where the property {@code datason.scale} says so: 0.01 of them, say. */
  public static int scaled(int count) {
    double scale = Double.parseDouble(System.getProperty("datason.scale", "1"));
    return Math.max(1, (int) (count * scale));
  }

  private static List<Object> list(int n, IntFunction<Object> item) {
    return IntStream.range(0, scaled(n))
        .mapToObj(item)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  static String text(Random random, int length, int first, int range) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (first + random.nextInt(range)));
    }
    return text.toString();
  }
}
