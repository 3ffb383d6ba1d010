package org.datason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Saving piece by piece. */
class Datason_saveTest {

  private final Datason datason = Datason.create();

  @TempDir private Path folder;

  @Test
  void valuesAreWrittenOneALine() throws IOException {
    Path file = folder.resolve("numbers.ndjson.gz");
    datason.savePieces(
        file,
        out -> {
          for (int i = 0; i < 3; i++) {
            out.writeValue(List.of(i));
            out.endLine();
          }
        });
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertEquals("[0]\n[1]\n[2]\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void nothingWrittenIsAnEmptyFile() throws IOException {
    Path file = folder.resolve("none.ndjson");
    datason.savePieces(file, out -> assertTrue(out.isEmpty()));
    assertEquals(0, Files.size(file));
  }

  @Test
  void anErrorLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("numbers.json");
    Files.writeString(file, "[1]");
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                datason.savePieces(
                    file,
                    out -> {
                      out.writeValue("x".repeat(100_000));
                      assertFalse(out.isEmpty());
                      throw new IllegalStateException("enough");
                    }));
    assertEquals("enough", e.getMessage());
    assertEquals("[1]", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread writer = new Thread(() -> datason.write(List.of(1, 2), pipe));
    writer.start();
    assertEquals("[1,2]", Files.readString(pipe));
    writer.join();
    assertTrue(Files.readAttributes(pipe, "isOther").containsValue(true));
  }
}
