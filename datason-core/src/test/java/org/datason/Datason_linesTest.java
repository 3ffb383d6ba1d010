package org.datason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Datason_linesTest {

  record Point(int x, double y) {}

  private final Datason datason = Datason.create();

  @TempDir Path folder;

  @Test
  void valuesOfAllKindsComeBackInTheirOrder() {
    List<Object> values =
        Arrays.asList(
            1, "two\nlines", null, List.of(), Map.of("day", LocalDate.of(2024, 6, 15)), 2.5);
    for (String name : List.of("values.jsonl", "values.ndjson.gz")) {
      Path file = folder.resolve(name);
      datason.with(c -> c.indent(2)).saveLines(file, values.stream());
      try (Stream<Object> lines = datason.lines(file)) {
        assertEquals(values, lines.toList());
      }
    }
  }

  @Test
  void eachValueHasALineOfItsOwn() throws IOException {
    Path file = folder.resolve("points.jsonl");
    datason
        .with(c -> c.hints(false).indent(4))
        .saveLines(file, Stream.of(new Point(1, 2), new Point(3, 4)));
    assertEquals("{\"x\":1,\"y\":2.0}\n{\"x\":3,\"y\":4.0}\n", Files.readString(file));
    try (Stream<Point> lines = datason.lines(file, Point.class)) {
      assertEquals(List.of(new Point(1, 2), new Point(3, 4)), lines.toList());
    }
  }

  @Test
  void noValuesMakeAnEmptyFile() throws IOException {
    Path file = folder.resolve("none.jsonl");
    datason.saveLines(file, Stream.empty());
    assertEquals("", Files.readString(file));
    try (Stream<Object> lines = datason.lines(file)) {
      assertEquals(List.of(), lines.toList());
    }
  }

  @Test
  void blankLinesAndAMissingLastLineFeedAreAllowed() throws IOException {
    Path file = folder.resolve("blank.jsonl");
    Files.writeString(file, "\n1\r\n \t\n\n2");
    try (Stream<Object> lines = datason.lines(file)) {
      assertEquals(List.of(1, 2), lines.toList());
    }
  }

  @Test
  void manyLinesCrossTheWindowOfTheReader() {
    Path file = folder.resolve("many.jsonl.gz");
    List<Object> values =
        IntStream.range(0, 20_000)
            .<Object>mapToObj(i -> Map.of("i", i, "u", new UUID(i, i)))
            .toList();
    datason.saveLines(file, values.stream());
    try (Stream<Object> lines = datason.lines(file)) {
      assertEquals(values, lines.toList());
    }
  }

  @Test
  void valuesAreReadAsTheyAreAskedFor() throws IOException {
    Path file = folder.resolve("late.jsonl");
    Files.writeString(file, "1\n2\n[\n");
    try (Stream<Object> lines = datason.lines(file)) {
      assertEquals(List.of(1, 2), lines.limit(2).toList());
    }
  }

  @Test
  void errorsNameTheLineOfTheFile() throws IOException {
    assertError(
        "1\n{\"a\":[1,}\n",
        JsonSyntaxException.class,
        "Expected a value but found '}' at $.a[1] (line 2, column 9, offset 10)");
    assertError(
        "1\n2 3\n",
        JsonSyntaxException.class,
        "Expected the end of the line after a value but found '3' at $ (line 2, column 3, offset"
            + " 4)");
  }

  private void assertError(String text, Class<? extends DatasonException> type, String message)
      throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.writeString(file, text);
    try (Stream<Object> lines = datason.lines(file)) {
      assertEquals(message, assertThrows(type, lines::toList).getMessage());
    }
  }

  @Test
  void theLimitOfADocumentIsThatOfALine() {
    Path file = folder.resolve("long.jsonl");
    String half = "x".repeat(300_000);
    datason.saveLines(file, Stream.of(half, half, half));
    try (Stream<Object> lines = datason.with(c -> c.maxBytes(400_000)).lines(file)) {
      assertEquals(List.of(half, half, half), lines.toList());
    }
    try (Stream<Object> lines = datason.with(c -> c.maxBytes(100_000)).lines(file)) {
      assertEquals(
          "The document is larger than maxBytes = 100000; raise it if this is meant at $ (line 1,"
              + " column 1, offset 0)",
          assertThrows(LimitException.class, lines::toList).getMessage());
    }
  }

  @Test
  void aValueThatCannotBeWrittenLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("kept.jsonl");
    datason.saveLines(file, Stream.of("old"));
    boolean[] closed = new boolean[1];
    Stream<Object> values = Stream.<Object>of(1, new Thread()).onClose(() -> closed[0] = true);
    assertThrows(UnsupportedTypeException.class, () -> datason.saveLines(file, values));
    assertEquals("\"old\"\n", Files.readString(file));
    assertTrue(closed[0]);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aMissingFileIsReportedAtOnce() {
    Path file = folder.resolve("missing.jsonl");
    assertEquals(
        file + " cannot be read: there is no such file or folder",
        assertThrows(DatasonIOException.class, () -> datason.lines(file)).getMessage());
    assertFalse(Files.exists(file));
  }
}
