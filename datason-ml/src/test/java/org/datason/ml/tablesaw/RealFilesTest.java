package org.datason.ml.tablesaw;

import static org.datason.ml.tablesaw.SameCells.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * CSV and JSON files through Table, JSON and Table again, in each layout: two of this project and
 * all in the folder that the property {@code datason.data} names, by default {@code shared/data}
 * beside the project.
 */
class RealFilesTest {

  private static final Datason DATASON = Datason.create();

  @ParameterizedTest
  @ValueSource(strings = {"runs.csv", "sensors.json"})
  void ownFiles(String name) throws URISyntaxException, IOException {
    URL url = RealFilesTest.class.getResource(name);
    check(Path.of(url.toURI()));
  }

  @Test
  void filesOfTheDataFolder() throws IOException {
    Path folder = Path.of(System.getProperty("datason.data", "../../shared/data"));
    assumeTrue(Files.isDirectory(folder), "there is no folder " + folder.toAbsolutePath());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables = files.filter(RealFilesTest::isTable).sorted().toList();
      assertNotEquals(List.of(), tables);
      for (Path file : tables) {
        check(file);
      }
    }
  }

  private static boolean isTable(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".json");
  }

  private static void check(Path file) throws IOException {
    Table table = read(file);
    assertNotEquals(0, table.rowCount());
    for (FrameForm form : FrameForm.values()) {
      Datason datason = DATASON.with(c -> c.frameForm(form));
      byte[] json = datason.toBytes(table);
      assertSame(table, datason.fromJson(json, Table.class));
      assertSame(table, assertInstanceOf(Table.class, datason.fromJson(json)));
    }
    assertEquals(Tables.toFrame(table), Tables.toFrame(table.copy()));
  }

  /** A JSON file may hold columns of numbers and texts, which Tablesaw holds as text alone. */
  private static Table read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".json")) {
      Frame frame = DATASON.fromJson(Files.readAllBytes(file), Frame.class);
      return Tables.toTable(frame, Loss.ACCEPT).setName(name);
    }
    return Table.read()
        .csv(CsvReadOptions.builder(file.toFile()).tableName(name).locale(Locale.ENGLISH));
  }
}
