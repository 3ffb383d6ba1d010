package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.frame.Series;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of ours in the JavaScript Arrow library, and its files here. Skipped where there is no Node
 * or the library cannot be had; {@code npm ci} gets it, into the build's folder.
 */
class JavaScriptTest {

  private static final Path FOLDER = Path.of("target", "js").toAbsolutePath();

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Path sources = Path.of("src", "test", "js");
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "interop.mjs")) {
      Files.write(FOLDER.resolve(file), Files.readAllBytes(sources.resolve(file)));
    }
    if (Files.exists(FOLDER.resolve("node_modules/apache-arrow/package.json"))) {
      return;
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      String printed = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (npm.waitFor() != 0) {
        abort("Skipped: npm cannot get the JavaScript Arrow library: " + printed);
      }
    } catch (IOException e) {
      abort("Skipped: there is no npm: " + e.getMessage());
    }
  }

  private static String node(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("node", "interop.mjs"));
    command.addAll(List.of(arguments));
    Process node =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start();
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, node.waitFor(), printed);
    return printed;
  }

  private static Frame everyType() {
    Schema point = Schema.of(new Field("x", Simple.INT32), new Field("y", Simple.TEXT));
    Map<String, Object> second = new HashMap<>();
    second.put("x", 2);
    second.put("y", null);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    return Frame.builder()
        .column("bool", Column.of(Simple.BOOLEAN, true, null))
        .column("int8", Column.of(Simple.INT8, (byte) -1, null))
        .column("uint32", Column.of(Simple.UINT32, 4_294_967_295L, null))
        .column("int64", Column.of(Simple.INT64, Long.MAX_VALUE, null))
        .column("float16", Column.of(Simple.FLOAT16, 0.5f, null))
        .column("float64", Column.of(Simple.FLOAT64, 0.1, null))
        .column("text", Column.of(Simple.TEXT, "caf\u00e9 \uD83D\uDE00", null))
        .column("uuid", Column.of(Simple.UUID, new UUID(0x0123456789abcdefL, -2), null))
        .column("bytes", Column.of(Simple.BINARY, new byte[] {1, -1}, null))
        .column("mixed", Column.of(Simple.MIXED, List.of(1, "x"), null))
        .column(
            "local",
            Column.of(new Timestamp(Unit.MS, null), LocalDateTime.of(1970, 1, 1, 0, 0, 1), null))
        .column(
            "zoned",
            Column.of(
                new Timestamp(Unit.MS, "Europe/Berlin"),
                ZonedDateTime.of(2024, 6, 15, 12, 30, 0, 0, berlin),
                null))
        .column("big", Column.of(new Decimal(90, 1), new BigDecimal("12.5"), null))
        .column(
            "category",
            Column.dictionary(Column.of(Simple.TEXT, "low", "high"), true, "high", null))
        .column("list", Column.of(new ListOf(Simple.INT32), List.of(1, 2), null))
        .column("struct", Column.of(new Struct(point), Map.of("x", 1, "y", "z"), second))
        .index(new Series("key", Column.of(Simple.TEXT, "first", "second")))
        .build();
  }

  @Test
  void everyTypeIsReadThere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ours.arrow");
    ArrowFiles.write(file, everyType(), Compression.NONE);
    assertEquals(
        """
        2 rows, 1 batches
        bool Bool [true,null]
        int8 Int8 [-1,null]
        uint32 Uint32 [4294967295,null]
        int64 Int64 ["9223372036854775807",null]
        float16 Float16 [0.5,null]
        float64 Float64 [0.1,null]
        text Utf8 ["caf\u00e9 \uD83D\uDE00",null]
        uuid FixedSizeBinary[16] ["0123456789abcdeffffffffffffffffe",null]
        bytes Binary ["01ff",null]
        mixed Utf8 ["[1,\\"x\\"]",null]
        local Timestamp<MILLISECOND> [1000,null]
        zoned Timestamp<MILLISECOND, Europe/Berlin> [1718447400000,null]
        big Utf8 ["12.5",null]
        category Dictionary<Int32, Utf8> ["high",null]
        list List<Int32> [[1,2],null]
        struct Struct<{x:Int32, y:Utf8}> [{"x":1,"y":"z"},{"x":2,"y":null}]
        __index_level_0__ Utf8 ["first","second"]
        """,
        node("read", file.toString()));
  }

  @Test
  void streamsOfManyBatchesAreReadThere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ours.arrows");
    List<Frame> batches = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      batches.add(Frame.builder().column("n", Column.wrap(new double[] {i, i + 0.5})).build());
    }
    try (var out = Files.newOutputStream(file)) {
      ArrowStreams.write(out, batches.iterator(), Compression.NONE);
    }
    assertEquals(
        "6 rows, 3 batches\nn Float64 [0,0.5,1,1.5,2,2.5]\n", node("read", file.toString()));
  }

  @Test
  void filesFromThereAreReadHere(@TempDir Path folder) throws Exception {
    Schema struct = Schema.of(new Field("p", Simple.INT32), new Field("q", Simple.TEXT));
    Map<String, Object> none = new HashMap<>();
    none.put("p", null);
    none.put("q", "w");
    Frame expected =
        Frame.builder()
            .column("i", Column.of(Simple.INT32, 1, null, -3))
            .column("l", Column.of(Simple.INT64, 1L, 2L, null))
            .column("u", Column.of(Simple.UINT8, 1, 255, null))
            .column("d", Column.of(Simple.FLOAT64, 0.5, null, Double.NaN))
            .column("t", Column.of(Simple.TEXT, "a", null, "caf\u00e9 \uD83D\uDE00"))
            .column("b", Column.of(Simple.BOOLEAN, true, false, null))
            .column("c", Column.dictionary(Column.of(Simple.TEXT, "x", "y"), false, "x", "y", "x"))
            .column(
                "m",
                Column.of(
                    new Timestamp(Unit.MS, null),
                    LocalDateTime.of(1970, 1, 1, 0, 0),
                    null,
                    LocalDateTime.of(1970, 1, 1, 0, 0, 1, 500_000_000)))
            .column("a", Column.of(new ListOf(Simple.INT32), List.of(1, 2), List.of(), null))
            .column(
                "s",
                Column.of(
                    new Struct(struct), Map.of("p", 1, "q", "z"), none, Map.of("p", 3, "q", "v")))
            .column("v", Column.of(Simple.BINARY, new byte[] {1, 2}, new byte[0], null))
            .build();
    for (String form : List.of("file", "stream")) {
      Path file = folder.resolve("theirs." + form);
      node("write", file.toString(), form);
      assertEquals(expected, ArrowFiles.read(file), form);
    }
  }

  @Test
  void theOtherTypesAreReadThere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ours.arrow");
    Frame frame =
        Frame.builder()
            .column("int16", Column.of(Simple.INT16, (short) -1, null))
            .column("int32", Column.of(Simple.INT32, 1 << 30, null))
            .column("uint8", Column.of(Simple.UINT8, 255, null))
            .column("uint16", Column.of(Simple.UINT16, 65535, null))
            .column("float32", Column.of(Simple.FLOAT32, 0.25f, null))
            .column("date", Column.of(Simple.DATE, LocalDate.of(2026, 11, 20), null))
            .column("time", Column.of(Simple.TIME, LocalTime.of(1, 2, 3, 4), null))
            .column("took", Column.of(Simple.DURATION, Duration.ofNanos(90_061), null))
            .column(
                "s",
                Column.of(new Timestamp(Unit.S, null), LocalDateTime.of(1970, 1, 2, 0, 0), null))
            .column(
                "us",
                Column.of(new Timestamp(Unit.US, null), LocalDateTime.of(1970, 1, 2, 0, 0), null))
            .column(
                "ns", Column.of(new Timestamp(Unit.NS, "UTC"), Instant.ofEpochSecond(1, 1), null))
            .column("price", Column.of(new Decimal(10, 2), new BigDecimal("12.50"), null))
            .build();
    ArrowFiles.write(file, frame, Compression.NONE);
    assertEquals(
        """
        2 rows, 1 batches
        int16 Int16 [-1,null]
        int32 Int32 [1073741824,null]
        uint8 Uint8 [255,null]
        uint16 Uint16 [65535,null]
        float32 Float32 [0.25,null]
        date Date32<DAY> [1795132800000,null]
        time Time64<NANOSECOND> ["3723000000004",null]
        took Duration<NANOSECOND> ["90061",null]
        s Timestamp<SECOND> [86400000,null]
        us Timestamp<MICROSECOND> [86400000,null]
        ns Timestamp<NANOSECOND, UTC> [1000.000001,null]
        price Decimal[10e+2] [[1250,0,0,0],null]
        """,
        node("read", file.toString()));
  }

  @Test
  void theOtherTypesFromThereAreReadHere(@TempDir Path folder) throws Exception {
    Frame expected =
        Frame.builder()
            .column("i8", Column.of(Simple.INT8, (byte) -128, null))
            .column("i16", Column.of(Simple.INT16, Short.MIN_VALUE, null))
            .column("u16", Column.of(Simple.UINT16, 65535, null))
            .column("u32", Column.of(Simple.UINT32, 4_294_967_295L, null))
            .column(
                "u64", Column.of(new Decimal(20, 0), new BigDecimal("18446744073709551615"), null))
            .column("f32", Column.of(Simple.FLOAT32, 0.25f, null))
            .column("day", Column.of(Simple.DATE, LocalDate.of(2026, 11, 20), null))
            .column("ms", Column.of(Simple.TIME, LocalTime.of(1, 2, 3, 4_000_000), null))
            .column("ns", Column.of(Simple.TIME, LocalTime.of(1, 2, 3, 4_000_005), null))
            .column("took", Column.of(Simple.DURATION, Duration.ofSeconds(90_061), null))
            .column(
                "at",
                Column.of(
                    new Timestamp(Unit.NS, "UTC"), Instant.ofEpochSecond(1, 500_000_000), null))
            .column("dec", Column.of(new Decimal(10, 2), new BigDecimal("12.50"), null))
            .column("four", Column.of(Simple.BINARY, new byte[] {1, 2, 3, 4}, null))
            .column("pair", Column.of(new ListOf(Simple.INT16), List.of(1, 2), null))
            .column("large", Column.of(Simple.TEXT, "caf\u00e9", null))
            .column("none", Column.of(Simple.MIXED, null, null))
            .build();
    for (String form : List.of("file", "stream")) {
      Path file = folder.resolve("more." + form);
      node("more", file.toString(), form);
      assertEquals(expected, ArrowFiles.read(file), form);
    }
  }

  @Test
  void tensorsAreReadThere(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tensor.arrow");
    Tensor tensor = Tensor.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 2, 2).transpose();
    writeTensor(tensor, file);
    assertEquals(
        """
        tensor FixedSizeList[4]<Float64>
        arrow.fixed_shape_tensor
        {"shape":[2,2]}
        [[1,5,3,7],[2,6,4,8]]
        """,
        node("tensors", file.toString()));
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowFileReader reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
      reader.loadNextBatch();
      assertEquals(tensor, ArrowTensors.toTensor(reader.getVectorSchemaRoot()));
    }
  }

  private static void writeTensor(Tensor tensor, Path file) throws IOException {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowTable table = ArrowTensors.toArrow(tensor, allocator);
        FileChannel out =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ArrowFileWriter writer = new ArrowFileWriter(table.root(), table.dictionaries(), out)) {
      writer.writeBatch();
    }
  }

  @Test
  void tensorsFromThereAreReadHere(@TempDir Path folder) throws Exception {
    Tensor expected = Tensor.of(new float[] {1.5f, 2, 3, 4, 5, -0.5f}, 2, 3);
    Path file = folder.resolve("theirs.arrow");
    node("tensor", file.toString(), "file");
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ArrowFileReader reader = new ArrowFileReader(FileChannel.open(file), allocator)) {
      reader.loadNextBatch();
      assertEquals(expected, ArrowTensors.toTensor(reader.getVectorSchemaRoot()));
      assertEquals(expected, ArrowTensors.view(reader.getVectorSchemaRoot()));
    }
  }
}
