package org.datason;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.datason.error.DatasonIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void savesAllThatIsWritten() throws IOException {
    Path file = folder.resolve("a.bin");
    AtomicFile.save(file, out -> out.write(new byte[] {1, 2, 3}, 1, 2));
    assertArrayEquals(new byte[] {2, 3}, Files.readAllBytes(file));
    AtomicFile.save(
        file,
        out -> {
          out.write(7);
          out.close();
          out.write(8);
        });
    assertArrayEquals(new byte[] {7, 8}, Files.readAllBytes(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void leavesTheFileAsItWasWhereTheContentFails() throws IOException {
    Path file = folder.resolve("a.bin");
    Files.write(file, new byte[] {1});
    DatasonIOException e =
        assertThrows(
            DatasonIOException.class,
            () ->
                AtomicFile.save(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("the source broke");
                    }));
    assertEquals(file + " cannot be written: the source broke", e.getMessage());
    assertInstanceOf(IOException.class, e.getCause());
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFile.save(
                file,
                out -> {
                  throw new IllegalStateException();
                }));
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void saysWhereItCannotBeWritten() {
    Path file = folder.resolve("none").resolve("a.bin");
    assertEquals(
        file + " cannot be written: there is no such file or folder",
        assertThrows(DatasonIOException.class, () -> AtomicFile.save(file, out -> out.write(1)))
            .getMessage());
    assertEquals(
        folder + " cannot be written: it is a folder",
        assertThrows(DatasonIOException.class, () -> AtomicFile.save(folder, out -> out.write(1)))
            .getMessage());
  }

  @Test
  void saysThatTheThreadWasInterrupted() {
    Path file = folder.resolve("a.json");
    Thread.currentThread().interrupt();
    DatasonIOException e =
        assertThrows(
            DatasonIOException.class, () -> Datason.create().save(file, "x".repeat(200_000)));
    assertTrue(Thread.interrupted());
    assertEquals(file + " cannot be written: the thread was interrupted", e.getMessage());
  }

  @Test
  void keepsTheErrorOfWhatElseFails() {
    Path source = folder.resolve("none");
    DatasonIOException e =
        assertThrows(
            DatasonIOException.class,
            () ->
                AtomicFile.save(
                    folder.resolve("a.json"),
                    out -> out.write(Datason.create().load(source).hashCode())));
    assertEquals(source + " cannot be read: there is no such file or folder", e.getMessage());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
