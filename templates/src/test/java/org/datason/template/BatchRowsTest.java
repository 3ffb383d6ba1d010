package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.frame.BatchOptions;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBatches;
import org.datason.frame.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a template of frames in batches, by several threads. */
class BatchRowsTest {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("id", FieldType.Simple.INT64),
          new Field("loss", FieldType.Simple.FLOAT64),
          new Field("tag", FieldType.Simple.TEXT));

  private static Template<Frame> template(int workers) {
    return Template.builder(SCHEMA)
        .datason(Datason.create().with(c -> c.workers(workers)))
        .field("loss", field -> field.withDefault(0.5))
        .field("tag", field -> field.withAliases("label").withNullable(true))
        .build();
  }

  private static byte[] rows(Random random, boolean lines) {
    StringBuilder json = new StringBuilder(lines ? "" : "[");
    for (int i = 0; i < 30; i++) {
      json.append(i == 0 ? "" : lines ? "\n" : ",").append("{\"id\":").append(i);
      json.append(random.nextInt(4) == 0 ? "" : ",\"loss\":" + random.nextInt(9) + ".25");
      json.append(random.nextBoolean() ? ",\"label\":\"},{[\\n\"}" : ",\"tag\":null}");
    }
    return json.append(lines ? "\n" : "]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object batches(int workers, byte[] json, int size) {
    BatchOptions options = BatchOptions.defaults().withChunkSize(size);
    try (FrameBatches batches =
        template(workers).batches(new ByteArrayInputStream(json), options)) {
      return batches.all();
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  /** One record after the other, without batches. */
  private static Object one(byte[] json) {
    List<Frame> frames = new ArrayList<>();
    try {
      template(1).iterator(json).forEachRemaining(frames::add);
      return Frame.concat(frames);
    } catch (DatasonException e) {
      return e.getClass() + e.getMessage();
    }
  }

  @Property(tries = 200)
  void threadsAndChunksDoNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int size,
      @ForAll boolean lines,
      @ForAll boolean damaged) {
    Random random = new Random(seed);
    byte[] json = rows(random, lines);
    if (damaged) {
      json[json.length / 2 + random.nextInt(json.length / 2 - 3)] =
          (byte) "{}[],:\"\\1n x".charAt(random.nextInt(12));
    }
    Object expected = batches(1, json, 1 << 20);
    assertEquals(expected, batches(1, json, size));
    assertEquals(expected, batches(3, json, size));
    if (!damaged) {
      assertEquals(one(json), expected);
    }
  }

  @Test
  void whatDoesNotFitIsTheSameErrorAsWithoutBatches() {
    String row = "{\"id\":1,\"tag\":null},";
    for (String wrong : List.of("{\"id\":\"x\"}", "{\"id\":1,\"id\":2}", "5", "{\"no\":1}")) {
      byte[] json = ("[" + row.repeat(20) + wrong + "]").getBytes(StandardCharsets.UTF_8);
      assertEquals(one(json), batches(3, json, 50), wrong);
    }
  }

  @Test
  void filesAreRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.jsonl");
    Files.write(file, rows(new Random(1), true));
    try (FrameBatches batches = template(2).batches(file, BatchOptions.defaults())) {
      assertEquals(30, batches.all().size());
    }
  }

  @Test
  void otherTemplatesHaveNoBatches(@TempDir Path folder) {
    assertEquals(
        "Batches need a template of frames, as toFrames() makes them",
        assertThrows(
                IllegalStateException.class,
                () -> Template.of(Integer.class).batches(folder, BatchOptions.defaults()))
            .getMessage());
  }
}
