package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.error.DatasonIOException;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.Frames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and streams of Arrow's format, written and read. */
class ArrowFilesTest {

  private static Frame numbers(int from, int to) {
    long[] values = new long[to - from];
    Arrays.setAll(values, i -> from + i);
    return Frame.builder().column("n", Column.wrap(Simple.INT64, values)).build();
  }

  private static byte[] stream(List<Frame> frames, Compression compression) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArrowStreams.write(out, frames.iterator(), compression);
    return out.toByteArray();
  }

  @Property(tries = 150)
  void everyFormKeepsEveryBit(@ForAll long seed, @ForAll Compression compression)
      throws IOException {
    Frame frame = new Frames(seed).frame();
    Path file = Files.createTempFile("frame", ".arrow");
    try {
      ArrowFiles.write(file, frame, compression);
      assertEquals(frame, ArrowFiles.read(file));
      try (ArrowBatches batches = ArrowFiles.map(file)) {
        assertEquals(frame, batches.all());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ArrowStreams.write(out, frame, compression);
      assertEquals(frame, ArrowStreams.read(new ByteArrayInputStream(out.toByteArray())));
      Files.write(file, out.toByteArray());
      assertEquals(frame, ArrowFiles.read(file));
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 150)
  void partsOfAFrameAreBatches(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    List<Frame> parts = new ArrayList<>();
    for (int from = 0; from < frame.size() || from == 0; from += 7) {
      parts.add(frame.slice(from, Math.min(frame.size(), from + 7)));
    }
    assertEquals(frame, Frame.concat(parts));
    byte[] stream;
    try {
      stream = stream(parts, Compression.NONE);
    } catch (IllegalArgumentException e) { // which only the whole frame could have told
      assertTrue(e.getMessage().contains("half of a surrogate pair"), e.getMessage());
      return;
    }
    assertEquals(frame, ArrowStreams.read(new ByteArrayInputStream(stream)));
  }

  @Test
  void largeFramesAreSeveralBatches(@TempDir Path folder) {
    Frame frame = numbers(0, 300_000);
    Path file = folder.resolve("n.arrow");
    ArrowFiles.write(file, frame, Compression.LZ4);
    try (ArrowBatches batches = ArrowFiles.batches(file)) {
      assertEquals(numbers(0, 131_072), batches.next());
      assertEquals(List.of(131_072, 37_856), batches.stream().map(Frame::size).toList());
    }
    assertEquals(frame, ArrowFiles.read(file));
  }

  @Test
  void batchesEndAndClose(@TempDir Path folder) {
    Path file = folder.resolve("n.arrow");
    ArrowFiles.write(file, List.of(numbers(0, 2), numbers(2, 3)).iterator(), Compression.NONE);
    ArrowBatches batches = ArrowFiles.map(file);
    assertTrue(batches.hasNext());
    assertTrue(batches.hasNext());
    assertEquals(numbers(0, 2), batches.next());
    assertEquals(numbers(2, 3), batches.next());
    assertFalse(batches.hasNext());
    assertEquals(
        file + " has no more batches",
        assertThrows(NoSuchElementException.class, batches::next).getMessage());
    batches.close();
    batches.close();
    assertEquals(
        "The batches of " + file + " are closed",
        assertThrows(IllegalStateException.class, batches::hasNext).getMessage());
  }

  @Test
  void compressionCompresses() {
    Frame frame = numbers(0, 100_000);
    int plain = stream(List.of(frame), Compression.NONE).length;
    assertTrue(plain > 800_000, "" + plain);
    for (Compression compression : List.of(Compression.ZSTD, Compression.LZ4)) {
      byte[] bytes = stream(List.of(frame), compression);
      assertTrue(bytes.length < plain / 2, compression + " " + bytes.length);
      assertEquals(frame, ArrowStreams.read(new ByteArrayInputStream(bytes)));
    }
  }

  @Test
  void batchesThatDifferAreRefusedAndLeaveTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("n.arrow");
    Files.writeString(file, "before");
    Frame other = Frame.builder().column("n", Column.of(Simple.TEXT, "a")).build();
    assertEquals(
        "Expected a batch like the first one, of n: int64, not of n: text",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ArrowFiles.write(
                        file, List.of(numbers(0, 2), other).iterator(), Compression.NONE))
            .getMessage());
    assertEquals(
        "There is no frame to write, and so no schema",
        assertThrows(
                IllegalArgumentException.class,
                () -> ArrowFiles.write(file, List.<Frame>of().iterator(), Compression.NONE))
            .getMessage());
    assertEquals("before", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  private static Frame category(String... values) {
    Column categories = Column.of(Simple.TEXT, (Object[]) values);
    return Frame.builder()
        .column("c", Column.dictionary(categories, false, (Object[]) values))
        .build();
  }

  @Test
  void categoriesMayDifferInStreamsAlone(@TempDir Path folder) {
    List<Frame> frames = List.of(category("a"), category("b", "c"));
    byte[] bytes = stream(frames, Compression.NONE);
    try (ArrowBatches batches = ArrowStreams.batches(new ByteArrayInputStream(bytes))) {
      assertEquals(frames, batches.stream().toList());
    }
    assertEquals(
        "The batches of a file share their categories, and these differ; write a stream",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    ArrowFiles.write(
                        folder.resolve("c.arrow"), frames.iterator(), Compression.NONE))
            .getMessage());
  }

  @Test
  void damagedFilesAreRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("n.arrow");
    ArrowFiles.write(file, numbers(0, 1000), Compression.ZSTD);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {bytes.length - 1, bytes.length / 2, 9, 7}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThrows(DatasonIOException.class, () -> ArrowFiles.read(file));
      assertThrows(DatasonIOException.class, () -> ArrowFiles.map(file).close());
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(
        file
            + " cannot be read as Arrow: it does not end as a file of Arrow's does; it may be cut"
            + " off",
        assertThrows(DatasonIOException.class, () -> ArrowFiles.map(file)).getMessage());
    Files.writeString(file, "{\"no\": \"Arrow\"}");
    assertThrows(DatasonIOException.class, () -> ArrowFiles.read(file));
    assertEquals(
        file + " cannot be read as Arrow: it does not begin as a file of Arrow's does",
        assertThrows(DatasonIOException.class, () -> ArrowFiles.map(file)).getMessage());
    Path none = folder.resolve("none.arrow");
    assertThrows(DatasonIOException.class, () -> ArrowFiles.read(none));
  }

  @Property(tries = 200)
  void changedBytesNeverLeaveMemoryBehind(@ForAll int at, @ForAll byte to) {
    byte[] bytes = stream(List.of(numbers(0, 100)), Compression.LZ4);
    bytes[Math.floorMod(at, bytes.length)] = to;
    try {
      ArrowStreams.read(new ByteArrayInputStream(bytes)); // closes its allocator, which checks
    } catch (DatasonIOException | IllegalArgumentException e) {
      assertFalse(String.valueOf(e.getMessage()).contains("leak"), e.getMessage());
    }
  }

  @Test
  void largeBatchesOfStreamsAreReadBitByBit() {
    Frame frame = numbers(0, 5_000_000); // 40 MB, of which a reader takes 16 at first
    byte[] bytes = stream(List.of(frame), Compression.NONE);
    assertEquals(frame, ArrowStreams.read(new ByteArrayInputStream(bytes)));
    byte[] cut = Arrays.copyOf(bytes, 20_000_000);
    assertEquals(
        "The stream cannot be read as Arrow: it ends within a batch",
        assertThrows(
                DatasonIOException.class, () -> ArrowStreams.read(new ByteArrayInputStream(cut)))
            .getMessage());
  }

  @Test
  void dependentBlocksOfLz4AreRead() {
    // "abcdabcd..." in two blocks, the second of which refers to the first: a literal run of 8,
    // then a match of 8 bytes from 8 before; the last literals as the format asks
    byte[] frame = {
      0x04,
      0x22,
      0x4D,
      0x18,
      0x40,
      0x40,
      (byte) 0xC0,
      9,
      0,
      0,
      0,
      (byte) 0x80,
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
      'g',
      'h',
      9,
      0,
      0,
      0,
      0x04,
      8,
      0,
      0x50,
      'v',
      'w',
      'x',
      'y',
      'z',
      0,
      0,
      0,
      0
    };
    byte[] out = new byte[21];
    Lz4Frame.decompress(frame, out);
    assertArrayEquals(
        "abcdefghabcdefghvwxyz".getBytes(java.nio.charset.StandardCharsets.US_ASCII), out);
    frame[25] = 9; // before the beginning
    assertEquals(
        "A frame of LZ4 is damaged",
        assertThrows(IllegalArgumentException.class, () -> Lz4Frame.decompress(frame, out))
            .getMessage());
  }

  @Test
  void aStreamWhoseBatchesFailHasNoEnd() {
    Frame frame = Frame.builder().column("x", Column.wrap(new double[] {1})).build();
    Frame other = Frame.builder().column("y", Column.wrap(new double[] {1})).build();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ArrowStreams.write(whole, List.of(frame).iterator(), Compression.NONE);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    assertThrows(
        IllegalArgumentException.class,
        () -> ArrowStreams.write(part, List.of(frame, other).iterator(), Compression.NONE));
    byte[] withoutEnd = Arrays.copyOf(whole.toByteArray(), whole.size() - 8);
    assertArrayEquals(withoutEnd, part.toByteArray());
  }
}
