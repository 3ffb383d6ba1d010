package org.datason.ml.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

class NpzTest {

  @TempDir private Path folder;

  private static Map<String, Tensor> random(Random random) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (DType dtype : DType.values()) {
      tensors.put(dtype + " \u00e9/" + random.nextInt(), RandomTensors.of(dtype, random));
    }
    return tensors;
  }

  private static void assertSame(Map<String, Tensor> expected, Map<String, Tensor> actual) {
    assertEquals(expected, actual);
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
  }

  @Test
  void survives() {
    Path file = folder.resolve("a.npz");
    for (int seed = 0; seed < 50; seed++) {
      Map<String, Tensor> tensors = random(new Random(seed));
      Npz.write(tensors, file);
      assertSame(tensors, Npz.read(file));
      Npz.writeCompressed(tensors, file);
      assertSame(tensors, Npz.read(file));
    }
    Npz.write(Map.of(), file);
    assertEquals(Map.of(), Npz.read(file));
    Map<String, Tensor> odd = Map.of("", Tensor.scalar(1), "x.npy", Tensor.scalar(2));
    Npz.write(odd, file);
    assertEquals(odd, Npz.read(file));
  }

  @Test
  void sameArraysGiveTheSameBytes() throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.write(random(new Random(1)), file);
    byte[] first = Files.readAllBytes(file);
    Npz.write(random(new Random(1)), file);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void compressionSavesSpace() throws IOException {
    Path file = folder.resolve("a.npz");
    Map<String, Tensor> zeros = Map.of("zeros", Tensor.of(new double[100_000], 100_000));
    Npz.write(zeros, file);
    assertTrue(Files.size(file) > 800_000);
    Npz.writeCompressed(zeros, file);
    assertTrue(Files.size(file) < 2_000);
  }

  @Test
  void bombs() {
    Path file = folder.resolve("a.npz");
    Tensor zeros = Tensor.of(new double[10_000], 10_000);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("a", zeros);
    tensors.put("b", zeros);
    Npz.writeCompressed(tensors, file);
    assertSame(tensors, Npz.read(file, 2 * 80_128));
    assertEquals(
        file
            + " has more than 160255 bytes when decompressed; give Npz.read a greater limit if it"
            + " is to be trusted",
        assertThrows(LimitException.class, () -> Npz.read(file, 2 * 80_128 - 1)).getMessage());
    Npz.write(tensors, file);
    assertSame(tensors, Npz.read(file, 0));
  }

  @Test
  void entriesThatShareTheirBytes() throws IOException {
    Path file = folder.resolve("a.npz");
    Tensor zeros = Tensor.of(new double[10_000], 10_000);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("a", zeros);
    tensors.put("b", zeros);
    Npz.write(tensors, file);
    byte[] all = Files.readAllBytes(file);
    // The first entry alone, and a directory in which the second one stands where the first does.
    int entry = 30 + 5 + 80_128;
    int directory = 2 * entry;
    byte[] shared = new byte[all.length - entry];
    System.arraycopy(all, 0, shared, 0, entry);
    System.arraycopy(all, directory, shared, entry, all.length - directory);
    ByteBuffer b = ByteBuffer.wrap(shared).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(entry + 46 + 5 + 42, 0);
    b.putInt(shared.length - 22 + 16, entry);
    Files.write(file, shared);
    assertEquals(
        file + " cannot be read: its entries have more bytes than it has",
        assertThrows(DatasonIOException.class, () -> Npz.read(file)).getMessage());
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("made.npz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private static void assertBroken(Path file, String message) {
    assertEquals(
        file + message, assertThrows(DatasonIOException.class, () -> Npz.read(file)).getMessage());
  }

  @Test
  void otherEntries() throws IOException {
    assertBroken(
        zip(Map.of("readme.txt", new byte[] {1})),
        " cannot be read: its entry 'readme.txt' is no .npy");
    assertBroken(
        zip(Map.of("a.npy", new byte[] {1})),
        " (entry 'a.npy') cannot be read: it ends at offset 1, within the magic bytes");
    byte[] more = Samples.file(Samples.header("'|i1'", "(1,)"), 1, 2);
    assertBroken(
        zip(Map.of("a.npy", more)),
        " (entry 'a.npy') cannot be read: expected its end behind the array, at offset 69, but"
            + " there is more; arrays that follow one another can be read from a stream");
    Path pickled = zip(Map.of("a.npy", Samples.file(Samples.header("'|O'", "(1,)"))));
    assertEquals(
        pickled
            + " (entry 'a.npy') holds Python objects, which are pickled, and pickles are never"
            + " loaded; save an array of numbers or texts",
        assertThrows(UnsupportedTypeException.class, () -> Npz.read(pickled)).getMessage());
  }

  @Test
  void entriesOfOneName() throws IOException {
    byte[] array = Samples.file(Samples.header("'|i1'", "(1,)"), 1);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.npy", array);
    entries.put("b.npy", array);
    Path file = zip(entries);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length - 5; i++) {
      if (bytes[i] == 'b' && bytes[i + 1] == '.' && bytes[i + 2] == 'n') {
        bytes[i] = 'a';
      }
    }
    Files.write(file, bytes);
    assertBroken(file, " cannot be read: it has the entry 'a.npy' twice");
  }

  @Test
  void damage() throws IOException {
    Path file = folder.resolve("a.npz");
    assertBroken(file, " cannot be read: there is no such file or folder");
    Npz.write(Map.of("a", Tensor.of(new int[100], 100)), file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[200]++;
    Files.write(file, bytes);
    assertBroken(
        file,
        " (entry 'a.npy') cannot be read: its checksum is not that of its bytes, so they are"
            + " damaged");
    Files.write(file, java.util.Arrays.copyOf(bytes, 400));
    assertBroken(file, " cannot be read: zip END header not found");
    Npz.writeCompressed(Map.of("a", Tensor.of(new int[100], 100)), file);
    bytes = Files.readAllBytes(file);
    bytes[35] = -1;
    Files.write(file, bytes);
    assertBroken(file, " (entry 'a.npy') cannot be read: invalid block type");
  }

  @Test
  void otherFileSystems() throws IOException {
    Path file = folder.resolve("a.zip");
    Npz.write(Map.of(), file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      assertBroken(
          zip.getPath("/b.npz"),
          " cannot be read: it is in a file system of its own; copy it to a disk");
    }
  }

  @Test
  void namesThatAZipHasNot() throws IOException {
    Path file = folder.resolve("a.npz");
    assertEquals(
        "The name of an array has half a pair of surrogates, which a zip has not",
        assertThrows(
                UnsupportedTypeException.class,
                () -> Npz.write(Map.of("\ud83d", Tensor.scalar(1)), file))
            .getMessage());
    assertEquals(
        "The name of an array has 65002 bytes, where readers of zips take at most 65000",
        assertThrows(
                UnsupportedTypeException.class,
                () -> Npz.write(Map.of("\u00e9".repeat(32499), Tensor.scalar(1)), file))
            .getMessage());
    String longest = "\u00e9".repeat(32498);
    Npz.write(Map.of(longest, Tensor.scalar(1)), file);
    assertEquals(Map.of(longest, Tensor.scalar(1)), Npz.read(file));
  }

  @Test
  void aNameThatIsNoUtf8IsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.npz");
    Npz.write(Map.of("ab", Tensor.scalar(1)), file);
    byte[] bytes = Files.readAllBytes(file);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    for (int at : new int[] {latin.indexOf("ab.npy"), latin.lastIndexOf("ab.npy")}) {
      bytes[at] = (byte) 0xE9;
    }
    Files.write(file, bytes);
    DatasonIOException e = assertThrows(DatasonIOException.class, () -> Npz.read(file));
    assertTrue(e.getMessage().startsWith(file + " cannot be read: "), e.getMessage());
  }

  @Property(tries = 300)
  void damagedFilesGiveErrorsOfOurs(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path file = Files.createTempFile("datason", ".npz");
    Map<String, Tensor> tensors = random(random);
    new ArrayList<>(tensors.keySet()).stream().skip(3).forEach(tensors::remove);
    if (random.nextBoolean()) {
      Npz.write(tensors, file);
    } else {
      Npz.writeCompressed(tensors, file);
    }
    byte[] bytes = Files.readAllBytes(file);
    int end = random.nextBoolean() ? 250 : bytes.length; // the directory, or all
    for (int i = 0; i <= random.nextInt(3); i++) {
      bytes[bytes.length - 1 - random.nextInt(Math.min(end, bytes.length))] =
          (byte) random.nextInt();
    }
    Files.write(file, bytes);
    try {
      Npz.read(file).toString();
    } catch (DatasonException e) {
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    } finally {
      Files.delete(file);
    }
  }
}
