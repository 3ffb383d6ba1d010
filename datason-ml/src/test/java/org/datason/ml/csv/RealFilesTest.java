package org.datason.ml.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as they are found, from the folder that the property {@code datason.data} names, or else
 * {@code shared/data} beside the project.
 */
class RealFilesTest {

  private static final Datason DATASON = Datason.create();

  @TempDir private Path folder;

  private static Path file(String name) {
    String given = System.getProperty("datason.data");
    Path data = given == null ? Path.of("../../shared/data") : Path.of(given);
    assumeTrue(Files.exists(data.resolve(name)), () -> data.toAbsolutePath() + " holds no " + name);
    return data.resolve(name);
  }

  /** From CSV through JSON in each layout to CSV. */
  private Path through(Frame frame) {
    for (FrameForm form : FrameForm.values()) {
      Datason datason = DATASON.with(c -> c.frameForm(form));
      assertEquals(frame, DATASON.fromJson(datason.toJson(frame)));
    }
    Path copy = folder.resolve("copy.csv");
    Csv.write(DATASON.fromJson(DATASON.toJson(frame), Frame.class), copy);
    assertEquals(frame, Csv.reader().like(frame).read(copy));
    return copy;
  }

  @Test
  void weather() throws IOException {
    Path file = file("seattle-weather.csv");
    Frame frame = Csv.read(file);
    assertEquals(1461, frame.size());
    assertEquals(
        "date: date, precipitation: float64, temp_max: float64, temp_min: float64, wind: float64,"
            + " weather: text",
        frame.schema().toString());
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(through(frame)));
  }

  /** Prices such as 111 stand among others with a fraction there. */
  @Test
  void stocks() throws IOException {
    Path file = file("stocks.csv");
    Frame frame = Csv.read(file);
    assertEquals(560, frame.size());
    assertEquals("symbol: text, date: text, price: float64", frame.schema().toString());
    List<String> expected = Files.readAllLines(file).stream().map(RealFilesTest::point).toList();
    assertEquals(expected, Files.readAllLines(through(frame)));
    Frame texts = Csv.reader().type("price", org.datason.frame.FieldType.Simple.TEXT).read(file);
    assertEquals(Files.readAllLines(file), Files.readAllLines(through(texts)));
  }

  private static String point(String line) {
    return line.replaceFirst(",(\\d+)$", ",$1.0");
  }
}
