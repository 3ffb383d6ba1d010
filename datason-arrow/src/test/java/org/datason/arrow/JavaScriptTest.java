package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        .column("big", Column.of(new Decimal(90, 1), new java.math.BigDecimal("12.5"), null))
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
}
