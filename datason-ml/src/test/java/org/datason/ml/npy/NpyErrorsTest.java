package org.datason.ml.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.datason.ml.RandomTensors;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no array, is hostile, or is none that a tensor can hold. */
class NpyErrorsTest {

  @TempDir private Path folder;

  private static void assertFails(
      Class<? extends DatasonException> type, String message, byte[] file) {
    InputStream in = new ByteArrayInputStream(file);
    assertEquals(message, assertThrows(type, () -> Npy.read(in)).getMessage());
  }

  private static void assertBroken(String message, byte[] file) {
    assertFails(DatasonIOException.class, "The input cannot be read: " + message, file);
  }

  private static void assertBrokenHeader(String message, String header) {
    assertBroken(message, Samples.file(header));
  }

  private static void assertUnsupported(String message, String descr) {
    byte[] file = Samples.file(Samples.header(descr, "(1,)"));
    assertFails(UnsupportedTypeException.class, "The input holds " + message, file);
  }

  @Test
  void otherFiles() {
    assertBroken("it ends at offset 3, within the magic bytes", new byte[] {1, 2, 3});
    assertBroken(
        "expected the bytes 93 4e 55 4d 50 59 of a .npy at offset 0 but found 7b 22 61 22 3a 20",
        "{\"a\": 1}".getBytes(StandardCharsets.US_ASCII));
    assertBroken("it is a zip, as .npz is; read it with Npz", new byte[] {'P', 'K', 3, 4, 5, 6});
    byte[] later = Samples.file("");
    later[6] = 4;
    assertBroken("expected the version 1.0, 2.0 or 3.0 of the format but found 4.0", later);
  }

  @Test
  void truncatedFiles() {
    byte[] file = Samples.file(Samples.header("'<i4'", "(2,)"), 1, 0, 0, 0, 2, 0, 0);
    assertBroken("it ends at offset 75, within the elements", file);
    assertBroken("it ends at offset 7, within the version", Arrays.copyOf(file, 7));
    assertBroken("it ends at offset 9, within the length of the header", Arrays.copyOf(file, 9));
    assertBroken("it ends at offset 30, within the header", Arrays.copyOf(file, 30));
  }

  @Test
  void sizesAreCheckedBeforeMemoryIsTaken() throws IOException {
    Path file = folder.resolve("a.npy");
    Files.write(file, Samples.file(Samples.header("'<i4'", "(1000000000000,)"), 1, 0, 0, 0));
    String message =
        file
            + " cannot be read: its elements have 4000000000000 bytes by the header, but 4 follow"
            + " from offset 80 on";
    assertEquals(
        message, assertThrows(DatasonIOException.class, () -> Npy.read(file)).getMessage());
    assertEquals(message, assertThrows(DatasonIOException.class, () -> Npy.map(file)).getMessage());
    byte[] stream = Samples.file(Samples.header("'<i4'", "(1000000000000,)"), 1, 0, 0, 0);
    assertBroken("it ends at offset 84, within the elements", stream);
  }

  @Test
  void bytesBehindTheArray() throws IOException {
    Path file = folder.resolve("a.npy");
    for (String descr : new String[] {"'|i1'", "'|S1'"}) {
      byte[] bytes = Samples.file(Samples.header(descr, "(1,)"), 65, 66);
      Files.write(file, bytes);
      String message =
          file
              + " cannot be read: expected its end behind the array, at offset "
              + (bytes.length - 1)
              + ", but there is more; arrays that follow one another can be read from a stream";
      assertEquals(
          message, assertThrows(DatasonIOException.class, () -> Npy.read(file)).getMessage());
      assertEquals(
          message, assertThrows(DatasonIOException.class, () -> Npy.map(file)).getMessage());
    }
  }

  @Test
  void missingFiles() {
    Path file = folder.resolve("none.npy");
    String message = file + " cannot be read: there is no such file or folder";
    assertEquals(
        message, assertThrows(DatasonIOException.class, () -> Npy.read(file)).getMessage());
    assertEquals(message, assertThrows(DatasonIOException.class, () -> Npy.map(file)).getMessage());
  }

  @Test
  void failingStreams() {
    InputStream in =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the line is down");
          }
        };
    assertEquals(
        "The input cannot be read: the line is down",
        assertThrows(DatasonIOException.class, () -> Npy.read(in)).getMessage());
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    assertEquals(
        "The output failed: the disk is full",
        assertThrows(DatasonIOException.class, () -> Npy.write(Tensor.scalar(1), out))
            .getMessage());
  }

  @Test
  void dtypesThatATensorHasNot() {
    assertUnsupported(
        "Python objects, which are pickled, and pickles are never loaded; save an array of"
            + " numbers or texts",
        "'|O'");
    assertUnsupported(
        "records ([('a', '<f4'), ('b', [('c', '|O')], (2,))]), which a tensor has not; save each"
            + " field as an array of its own",
        "[('a', '<f4'), ('b', [('c', '|O')], (2,))]");
    assertUnsupported(
        "records (('<f4', (3,))), which a tensor has not; save each field as an array of its own",
        "('<f4', (3,))");
    for (String name :
        List.of("<M8[ns]", "<m8[s]", "<f16", "<c32", "|V3", "", "<f3", "|b2", ">>")) {
      assertUnsupported(
          "elements of the dtype '"
              + name
              + "', which a tensor has not; convert them in Python before they are saved",
          "'" + name + "'");
    }
  }

  @Test
  void headersThatAreNone() {
    assertBrokenHeader("expected '{' at character 0 of the header but found its end", "");
    assertBrokenHeader(
        "expected '{' at character 0 of the header but found '__import__(\"os\").sys'",
        "__import__(\"os\").system(\"x\")");
    assertBrokenHeader("its header has no 'descr'", "{}");
    assertBrokenHeader("its header has no 'fortran_order'", "{'descr': '<f4'}");
    assertBrokenHeader("its header has no 'shape'", "{'descr': '<f4', 'fortran_order': False, }");
    assertBrokenHeader("its header has the member 'x', which is none of a .npy", "{'x': 1}");
    assertBrokenHeader(
        "expected another member than 'descr' again at character 16 of the header but found"
            + " ''descr': '<f8'}'",
        "{'descr':'<f4', 'descr': '<f8'}");
    assertBrokenHeader("expected ':' at character 8 of the header but found '1}'", "{'shape'1}");
    assertBrokenHeader(
        "expected a text in quotes at character 1 of the header but found '[]: 1}'", "{[]: 1}");
    assertBrokenHeader(
        "expected a text without escapes at character 10 of the header but found ''\\x3cf4'}'",
        "{'descr': '\\x3cf4'}");
    assertBrokenHeader(
        "expected a text without escapes at character 10 of the header but found ''<f4'",
        "{'descr': '<f4");
    assertBrokenHeader(
        "expected True or False at character 18 of the header but found '1}'",
        "{'fortran_order': 1}");
    assertBrokenHeader(
        "expected the end of the header at character 2 of the header but found 'x'", "{}x");
    assertBrokenHeader(
        "expected '}' at character 15 of the header but found ''shape': (1,)}'",
        "{'descr':'<f4' 'shape': (1,)}");
    assertBrokenHeader(
        "expected the end of a list at character 19 of the header but found its end",
        "{'descr': [[[('a'," + " ");
  }

  @Test
  void shapesThatAreNone() {
    assertBrokenHeader(
        "expected '(' at character 50 of the header but found '[1], }'",
        Samples.header("'<f4'", "[1]").strip());
    assertBrokenHeader(
        "expected a length of at most 18 digits at character 51 of the header but found '-1,), }'",
        Samples.header("'<f4'", "(-1,)").strip());
    assertBrokenHeader(
        "expected a length of at most 18 digits at character 51 of the header but found"
            + " '1000000000000000000,'",
        Samples.header("'<f4'", "(1000000000000000000,)"));
    assertBrokenHeader(
        "expected ',', which the tuple of one item has, at character 52 of the header but found"
            + " '), }'",
        Samples.header("'<f4'", "(1)").strip());
    assertBrokenHeader(
        "its header has the shape [100000000000, 100000000000], which has more elements than can"
            + " be counted",
        Samples.header("'<f4'", "(100000000000, 100000000000)"));
    assertBrokenHeader(
        "its header has the shape [100000000000000000], which has more elements than can be"
            + " counted",
        Samples.header("'<U999'", "(100000000000000000,)"));
    assertBrokenHeader(
        "expected at most 64 dimensions at character 179 of the header but found '1,), }'",
        Samples.header("'<f4'", "(" + "1,".repeat(65) + ")").strip().replace("1,1", "1,1"));
  }

  @Test
  void sizesBeyondAllMeasure() {
    byte[] file = Samples.file(2, "{}");
    file[8] = 1;
    file[10] = 1;
    assertFails(
        LimitException.class,
        "The input has a header of 65537 bytes, where that of a tensor has at most 65536",
        file);
    file[11] = -1;
    assertFails(
        LimitException.class,
        "The input has a header of 4278255617 bytes, where that of a tensor has at most 65536",
        file);
    assertFails(
        LimitException.class,
        "The input has 1000001 texts of 0 bytes, more than an array can hold",
        Samples.file(Samples.header("'<U0'", "(1000001,)")));
    assertFails(
        LimitException.class,
        "The input has 1 texts of 3999999996 bytes, more than an array can hold",
        Samples.file(Samples.header("'<U999999999'", "(1,)")));
  }

  @Test
  void textsThatAreNone() {
    assertBroken(
        "expected a character that Java has at offset 72 but found U+110000",
        Samples.file(Samples.header("'<U2'", "(1,)"), 65, 0, 0, 0, 0, 0, 0x11, 0));
    assertBroken(
        "expected a character that Java has at offset 72 but found U+DE00 behind the other half of"
            + " a pair",
        Samples.file(Samples.header("'<U2'", "(1,)"), 0x3D, 0xD8, 0, 0, 0, 0xDE, 0, 0));
    assertFails(
        UnsupportedTypeException.class,
        "The input holds bytes that are no ASCII, at offset 69; say in Python what text they are"
            + " before they are saved: np.char.decode(array, 'utf-8')",
        Samples.file(Samples.header("'|S2'", "(1,)"), 65, 0xE9));
  }

  @Test
  void tensorsThatNumPyHasNot() throws IOException {
    Path file = folder.resolve("a.npy");
    Tensor ends = Tensor.of(new String[] {"", "a\0"}, 2);
    assertEquals(
        "The text 1 of the tensor ends with the character 0, which NumPy takes for its padding",
        assertThrows(UnsupportedTypeException.class, () -> Npy.write(ends, file)).getMessage());
    Tensor deep = Tensor.of(new int[] {1}, Arrays.stream(new long[65]).map(i -> 1).toArray());
    assertEquals(
        "The tensor has 65 dimensions, where NumPy has at most 64",
        assertThrows(UnsupportedTypeException.class, () -> Npy.write(deep, file)).getMessage());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Property(tries = 2000)
  void damagedFilesGiveErrorsOfOurs(@ForAll DType dtype, @ForAll long seed) {
    Random random = new Random(seed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(RandomTensors.of(dtype, random), out);
    byte[] file = out.toByteArray();
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(file.length, 80) : file.length);
      file[at] =
          (byte)
              (random.nextBoolean()
                  ? random.nextInt()
                  : "0123456789(),'{}".charAt(random.nextInt(16)));
    }
    if (random.nextInt(4) == 0) {
      file = Arrays.copyOf(file, random.nextInt(file.length));
    }
    InputStream in = new ByteArrayInputStream(file);
    try {
      Npy.read(in).toString();
    } catch (DatasonException e) {
      assertEquals(true, e.getMessage().startsWith("The input "), e.getMessage());
    }
  }
}
