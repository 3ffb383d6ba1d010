package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.config.NonFiniteForm;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.FieldType.Simple;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with their types, read and written batch by batch. */
class FrameRowsTest {

  private static final Datason DATASON = Datason.create();
  private static final FrameForm[] BY_ROWS = {FrameForm.RECORDS, FrameForm.SPLIT, FrameForm.VALUES};

  private static Frame read(String json, int size) {
    ByteArrayInputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    try {
      assertTrue(FrameRows.areAhead(in), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonReader reader = DATASON.with(c -> c.acceptNonFinite(true)).reader(in);
    FrameRows rows = new FrameRows(reader, size);
    List<Frame> batches = new ArrayList<>();
    rows.forEachRemaining(batches::add);
    batches.forEach(batch -> assertEquals(rows.schema(), batch.schema()));
    return batches.isEmpty() ? rows.empty() : Frame.concat(batches);
  }

  @Property(tries = 300)
  void rowsComeBackBitByBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame();
    Random random = new Random(seed);
    FrameForm form = BY_ROWS[random.nextInt(3)];
    NonFiniteForm nonFinite = random.nextBoolean() ? NonFiniteForm.HINTED : NonFiniteForm.NULL;
    Datason datason = DATASON.with(c -> c.frameForm(form).nonFiniteForm(nonFinite));
    String json = datason.with(c -> c.indent(random.nextInt(3))).toJson(frame);
    assertEquals(frame, read(json, 1 + random.nextInt(500)), json);
  }

  @Property(tries = 300)
  void batchesAreWrittenAsTheWhole(@ForAll long seed, @ForAll boolean hints) {
    Frame labelled = new Frames(seed).frame();
    FrameBuilder builder = Frame.builder().name(labelled.name());
    for (int i = 0; i < labelled.schema().size(); i++) {
      builder.column(labelled.schema().field(i).name(), labelled.column(i));
    }
    Frame frame = builder.build();
    Random random = new Random(seed);
    FrameForm form =
        new FrameForm[] {FrameForm.LIST, BY_ROWS[0], BY_ROWS[1], BY_ROWS[2]}[random.nextInt(4)];
    Datason datason =
        DATASON.with(
            c ->
                c.frameForm(form)
                    .hints(hints)
                    .nonFiniteForm(
                        random.nextBoolean() ? NonFiniteForm.NULL : NonFiniteForm.HINTED));
    int cut = random.nextInt(frame.size() + 1);
    List<Frame> parts = List.of(frame.slice(0, cut), frame.slice(cut, frame.size()));
    String whole;
    try {
      whole = datason.toJson(frame);
    } catch (DatasonException e) {
      assertThrows(e.getClass(), () -> write(parts, datason)); // such as half a surrogate pair
      return;
    }
    assertEquals(whole, write(parts, datason));
  }

  private static String write(List<Frame> parts, Datason datason) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter writer = datason.writer(out);
    FrameCodec.writeHinted(parts::stream, writer);
    writer.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void categoriesOfAllBatchesAreWritten() {
    FieldType type = new FieldType.Dictionary(Simple.TEXT, false);
    Frame first = Frame.builder().column("d", Column.of(type, "a", "b")).build();
    Frame second = Frame.builder().column("d", Column.of(type, "c", "a")).build();
    Frame both = Frame.builder().column("d", Column.of(type, "a", "b", "c", "a")).build();
    assertEquals(both, DATASON.fromJson(write(List.of(first, second), DATASON)));
  }

  @Test
  void everyBatchIsClosed() {
    Frame frame = Frame.builder().column("a", Column.of(Simple.INT64, 1L)).build();
    int[] opened = new int[2];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameCodec.writeHinted(
        () -> {
          opened[0]++;
          return Stream.of(frame).onClose(() -> opened[1]++);
        },
        DATASON.writer(out));
    assertEquals(2, opened[0]);
    assertEquals(2, opened[1]);
  }

  @Test
  void whatCannotBeWrittenByBatchesIsRefused() {
    Frame frame = Frame.builder().column("a", Column.of(Simple.INT64, 1L)).build();
    Frame labelled =
        Frame.builder()
            .column("a", frame.column(0))
            .index(new Series("k", Column.of(Simple.TEXT, "x")))
            .build();
    Frame other = Frame.builder().column("b", Column.of(Simple.INT64, 1L)).build();
    assertEquals(
        "A table with labels of its rows is not written batch by batch; write it as a whole",
        assertThrows(UnsupportedTypeException.class, () -> write(List.of(labelled), DATASON))
            .getMessage());
    assertEquals(
        "The batches differ: expected the columns a: int64 but found b: int64",
        assertThrows(IllegalArgumentException.class, () -> write(List.of(frame, other), DATASON))
            .getMessage());
    assertEquals(
        "There is no batch, which would tell the columns",
        assertThrows(IllegalArgumentException.class, () -> write(List.of(), DATASON)).getMessage());
    Datason dict = DATASON.with(c -> c.frameForm(FrameForm.DICT));
    assertEquals(
        "The layout dict is not written batch by batch; records, split, list and values are",
        assertThrows(UnsupportedTypeException.class, () -> write(List.of(frame), dict))
            .getMessage());
  }

  private static final String BEGIN =
      "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":{\"orient\":\"%s\","
          + "\"__datason_schema__\":{\"fields\":[{\"name\":\"a\",\"type\":\"int8\"}],\"rows\":2},";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "records | \"data\":[{\"a\":1},{\"a\":300}]}} | Expected a Frame but found an object"
            + " ('a': 300 is out of the range of int8) at $.__datason_value__.data[1] (line 1,"
            + " column 166, offset 165)",
        "records | \"data\":[{\"a\":1}]}} | Expected another row (the schema tells 2, and 1 came)"
            + " but found '}' at $.__datason_value__.data (line 1, column 166, offset 165)",
        "values | \"data\":[[1],[2],[3]]}} | Expected the end of the rows (the schema tells 2) but"
            + " found ']' at $.__datason_value__.data[2] (line 1, column 168, offset 167)",
        "values | \"data\":[[1],[2,3]]}} | Expected a Frame but found an array (row 1 has more"
            + " values than 1) at $.__datason_value__.data[1] (line 1, column 161, offset 160)",
        "records | \"more\":1}} | Expected the member data of a table with its types but found 1"
            + " at $.__datason_value__.more (line 1, column 157, offset 156)",
        "records | \"data\":[{\"a\":1},{\"a\":2}],\"more\":1}} | Expected no member behind the"
            + " rows but found \"more\" at $.__datason_value__ (line 1, column 175, offset 174)",
        "records | \"data\":[{\"a\":1},{\"a\":2}]}} x | Expected the end of the document but"
            + " found 'x' at $ (line 1, column 177, offset 176)",
        "split | \"data\":{\"columns\":[\"b\"],\"data\":[]}}} | Expected a Frame but found an array"
            + " (the schema has other names than the table) at $.__datason_value__.data.columns"
            + " (line 1, column 166, offset 165)",
      })
  void brokenTablesAreErrorsWithTheirPlace(String orient, String rest, String message) {
    String json = String.format(BEGIN, orient) + rest;
    DatasonException e = assertThrows(DatasonException.class, () -> read(json, 1));
    assertEquals(message, e.getMessage());
  }

  @Test
  void otherDocumentsAreToldApart() throws IOException {
    for (String json :
        List.of(
            "",
            "[]",
            "[{\"a\":1}]",
            "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":{\"data\":[]}}",
            "{\"__datason_type__\":\"set\",\"__datason_value__\":[]}")) {
      assertFalse(
          FrameRows.areAhead(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
          json);
    }
    assertEquals(
        "Expected an object but found 1 at $ (line 1, column 1, offset 0)",
        assertThrows(
                MismatchException.class,
                () -> new FrameRows(DATASON.reader("1".getBytes(StandardCharsets.UTF_8))))
            .getMessage());
  }
}
