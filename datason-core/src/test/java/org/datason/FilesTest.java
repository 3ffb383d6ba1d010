package org.datason;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.datason.error.DatasonIOException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are written whole or not at all, and read as what they hold. */
class FilesTest {

  private static final Datason DATASON = Datason.create();
  private static final List<Object> VALUE = List.of(1, "é", Map.of("a", List.of()));

  @TempDir private Path folder;

  @AfterEach
  void noStrayFileIsLeft() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".tmp")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.json.gz", "é 日本.json", "no extension", ".hidden"})
  void whatIsSavedIsLoaded(String name) {
    Path file = folder.resolve(FileNames.possible(name));
    DATASON.save(file, VALUE);
    assertEquals(VALUE, DATASON.load(file));
    assertEquals(VALUE, DATASON.load(file, List.class));
    assertEquals(VALUE, DATASON.load(file, new TypeRef<List<Object>>() {}));
    DATASON.save(file, (Object) null);
    assertEquals(null, DATASON.load(file));
  }

  @Test
  void nameSaysWhetherToCompress() throws IOException {
    Path gzip = folder.resolve("a.json.gz");
    DATASON.save(gzip, VALUE);
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
      assertArrayEquals(DATASON.toBytes(VALUE), in.readAllBytes());
    }
    Path plain = folder.resolve("a.json");
    DATASON.save(plain, VALUE);
    assertArrayEquals(DATASON.toBytes(VALUE), Files.readAllBytes(plain));
    // write and fromJson take a file as it is
    DATASON.write(VALUE, gzip);
    assertArrayEquals(DATASON.toBytes(VALUE), Files.readAllBytes(gzip));
    assertEquals(VALUE, DATASON.fromJson(gzip));
    assertEquals(VALUE, DATASON.fromJson(gzip, List.class));
    assertEquals(VALUE, DATASON.fromJson(gzip, new TypeRef<List<Object>>() {}));
  }

  @Test
  void relativePathIsResolved() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path relative = here.relativize(folder.toRealPath()).resolve("a.json");
    DATASON.save(relative, VALUE);
    assertEquals(VALUE, DATASON.load(folder.resolve("a.json")));
  }

  // ---------------------------------------------------------------- whole or not at all

  @ParameterizedTest
  @ValueSource(strings = {"a.json", "a.json.gz"})
  void valueThatCannotBeWrittenLeavesTheFileAsItWas(String name) throws IOException {
    Path file = folder.resolve(name);
    List<Object> bad = new ArrayList<>(List.of("x".repeat(200_000), new Thread()));
    assertThrows(UnsupportedTypeException.class, () -> DATASON.save(file, bad));
    assertThrows(UnsupportedTypeException.class, () -> DATASON.write(bad, file));
    assertTrue(Files.notExists(file));
    DATASON.save(file, VALUE);
    byte[] before = Files.readAllBytes(file);
    assertThrows(UnsupportedTypeException.class, () -> DATASON.save(file, bad));
    assertThrows(UnsupportedTypeException.class, () -> DATASON.write(bad, file));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void missingFolderIsNamed() {
    Path file = folder.resolve("none").resolve("a.json");
    for (DatasonIOException e :
        List.of(
            assertThrows(DatasonIOException.class, () -> DATASON.save(file, 1)),
            assertThrows(DatasonIOException.class, () -> DATASON.write(1, file)))) {
      assertEquals(file + " cannot be written: there is no such file or folder", e.getMessage());
      assertInstanceOf(NoSuchFileException.class, e.getCause());
    }
  }

  @Test
  void missingFileIsNamed() {
    for (String name : List.of("none.json", "none.json.gz")) {
      Path file = folder.resolve(name);
      for (DatasonIOException e :
          List.of(
              assertThrows(DatasonIOException.class, () -> DATASON.load(file)),
              assertThrows(DatasonIOException.class, () -> DATASON.load(file, List.class)),
              assertThrows(DatasonIOException.class, () -> DATASON.fromJson(file)))) {
        assertEquals(file + " cannot be read: there is no such file or folder", e.getMessage());
        assertInstanceOf(NoSuchFileException.class, e.getCause());
      }
    }
  }

  @Test
  void folderIsNoFile() {
    assertEquals(
        folder + " cannot be written: it is a folder",
        assertThrows(DatasonIOException.class, () -> DATASON.save(folder, 1)).getMessage());
    assertEquals(
        folder + " cannot be written: it is a folder",
        assertThrows(DatasonIOException.class, () -> DATASON.write(1, folder)).getMessage());
    Path root = folder.getRoot();
    assertEquals(
        root + " cannot be written: it is a folder",
        assertThrows(DatasonIOException.class, () -> DATASON.save(root, 1)).getMessage());
    DatasonIOException e = assertThrows(DatasonIOException.class, () -> DATASON.load(folder));
    assertTrue(e.getMessage().startsWith(folder + " cannot be read: "), e.getMessage());
  }

  @Test
  void fileIsNoFolder() {
    Path file = folder.resolve("a.json");
    DATASON.save(file, 1);
    Path inside = file.resolve("b.json");
    DatasonIOException e = assertThrows(DatasonIOException.class, () -> DATASON.save(inside, 1));
    assertTrue(e.getMessage().startsWith(inside + " cannot be written: "), e.getMessage());
    assertInstanceOf(FileSystemException.class, e.getCause());
    assertEquals(1, DATASON.load(file));
  }

  // ---------------------------------------------------------------- compressed files

  @Test
  void truncatedGzipIsNamed() throws IOException {
    Path file = folder.resolve("a.json.gz");
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      list.add(i * 7919L);
    }
    DATASON.save(file, list);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      DatasonIOException e = assertThrows(DatasonIOException.class, () -> DATASON.load(file));
      assertTrue(e.getMessage().startsWith(file + " cannot be read: "), e.getMessage());
      assertInstanceOf(EOFException.class, e.getCause());
    }
  }

  @Test
  void damagedGzipIsNamed() throws IOException {
    Path file = folder.resolve("a.json.gz");
    DATASON.save(file, "some text that is long enough to be compressed, compressed, compressed");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 6] ^= 1; // the checksum
    Files.write(file, bytes);
    assertEquals(
        file + " cannot be read: Corrupt GZIP trailer",
        assertThrows(DatasonIOException.class, () -> DATASON.load(file)).getMessage());
    Files.writeString(file, "[1]");
    assertEquals(
        file + " cannot be read: Not in GZIP format",
        assertThrows(DatasonIOException.class, () -> DATASON.load(file)).getMessage());
  }

  @Test
  void bombIsStoppedByTheLimitOfDecompressedBytes() throws IOException {
    Path file = folder.resolve("bomb.json.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 20; i++) {
        out.write(blanks);
      }
      out.write('1');
    }
    assertTrue(Files.size(file) < 100_000);
    int size = (20 << 20) + 1;
    assertEquals(1, DATASON.with(c -> c.maxBytes(size)).load(file));
    LimitException e =
        assertThrows(
            LimitException.class, () -> DATASON.with(c -> c.maxBytes(size - 1)).load(file));
    assertEquals(
        file
            + ", decompressed, is larger than maxBytes = "
            + (size - 1)
            + "; raise it, or read it as a stream",
        e.getMessage());
  }

  @Test
  void emptyFileIsNoJson() throws IOException {
    Path file = folder.resolve("empty.json");
    Files.createFile(file);
    assertEquals(
        "Expected a value but found the end of the input at $ (line 1, column 1, offset 0)",
        assertThrows(JsonSyntaxException.class, () -> DATASON.load(file)).getMessage());
  }

  // ---------------------------------------------------------------- what a file has besides

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void permissionsAreKept() throws IOException {
    Path file = folder.resolve("secret.json");
    DATASON.save(file, 1);
    for (String permissions : List.of("rw-------", "rw-r-----", "rwxrwxrwx", "rw-rw-r--")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      DATASON.save(file, 2);
      assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals(2, DATASON.load(file));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linkLeadsToTheFileThatIsWritten() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("a.json");
    Path link = folder.resolve("link.json");
    DATASON.save(real, 1);
    Files.createSymbolicLink(link, real);
    DATASON.save(link, 2);
    DATASON.write(3, link);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(3, DATASON.load(real));
    assertEquals(3, DATASON.load(link));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void fileIsReplacedRatherThanOverwritten() throws IOException {
    Path file = folder.resolve("a.json");
    Path other = folder.resolve("other.json");
    DATASON.save(file, 1);
    Files.createLink(other, file); // one who still has the old file sees it whole
    DATASON.save(file, 2);
    assertEquals(1, DATASON.load(other));
    assertEquals(2, DATASON.load(file));
    assertNotEquals(Files.getAttribute(file, "unix:ino"), Files.getAttribute(other, "unix:ino"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsNamed() throws IOException {
    Path full = Path.of("/dev/full");
    Path gzip = Files.createSymbolicLink(folder.resolve("a.json.gz"), full);
    String reason = " cannot be written: No space left on device";
    assertEquals(
        full + reason,
        assertThrows(DatasonIOException.class, () -> DATASON.write(1, full)).getMessage());
    assertEquals(
        gzip + reason,
        assertThrows(DatasonIOException.class, () -> DATASON.save(gzip, "x")).getMessage());
    Files.delete(gzip);
    assertEquals(
        full + reason,
        assertThrows(DatasonIOException.class, () -> DATASON.write("x".repeat(200_000), full))
            .getMessage());
  }

  // ---------------------------------------------------------------- streams

  @Test
  void streamsStayOpen() {
    boolean[] closed = new boolean[2];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    DATASON.write(VALUE, out);
    ByteArrayInputStream in =
        new ByteArrayInputStream(out.toByteArray()) {
          @Override
          public void close() {
            closed[1] = true;
          }
        };
    assertEquals(VALUE, DATASON.fromJson(in));
    assertArrayEquals(new boolean[2], closed);
    assertEquals(out.toString(StandardCharsets.UTF_8), DATASON.toJson(VALUE));
  }
}
