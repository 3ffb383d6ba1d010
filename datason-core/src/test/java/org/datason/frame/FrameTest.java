package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.FieldType.Simple;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Schema SCHEMA =
      Schema.of(
          new Field("id", Simple.INT64),
          new Field("name", Simple.TEXT),
          new Field("loss", Simple.FLOAT64));

  private static FrameBuilder runs() {
    return Frame.builder(SCHEMA)
        .row(1L, "ada", 0.75)
        .row(20L, null, Double.NaN)
        .row(300L, "", null);
  }

  @Test
  void givesColumnsAndRows() {
    Frame frame = runs().build();
    assertEquals(3, frame.size());
    assertEquals(SCHEMA, frame.schema());
    assertNull(frame.index());
    assertEquals(Column.of(Simple.INT64, 1L, 20L, 300L), frame.column("id"));
    assertSame(frame.column(1), frame.column("name"));
    assertEquals(List.of(frame.column(0), frame.column(1), frame.column(2)), frame.columns());
    Row row = frame.row(0);
    assertEquals(1, row.getLong(0));
    assertEquals("ada", row.getText(1));
    assertEquals(0.75, row.getDouble(2));
    assertEquals("{id=1, name=ada, loss=0.75}", row.toString());
    assertTrue(row.moveTo(2).isMissing(2));
    assertEquals("", row.get(1));
    assertEquals(2, row.number());
    assertThrows(IndexOutOfBoundsException.class, () -> row.moveTo(3));
    Frame flags = Frame.builder().column("on", Column.wrap(new boolean[] {true})).build();
    assertTrue(flags.row(0).getBoolean(0));
  }

  @Test
  void slice_isAFrameOfItsOwn() {
    Series labels = new Series("key", Column.of(Simple.TEXT, "a", "b", "c"));
    Frame frame = runs().index(labels).build();
    Frame slice = frame.slice(1, 3);
    assertEquals(2, slice.size());
    assertEquals(20, slice.column(0).getLong(0));
    assertEquals("b", slice.index().column().getText(0));
    Frame same =
        Frame.builder(SCHEMA)
            .row(20L, null, Double.NaN)
            .row(300L, "", null)
            .index(new Series("key", Column.of(Simple.TEXT, "b", "c")))
            .build();
    assertEquals(same, slice);
    assertEquals(same.hashCode(), slice.hashCode());
    assertNotEquals(frame, slice);
    assertEquals(0, frame.slice(3, 3).size());
    assertEquals("key: text[b, c]", slice.index().toString());
  }

  @Test
  void toString_isATable() {
    assertEquals(
        """
           id  name     loss
        int64  text  float64
            1  ada      0.75
           20  -         NaN
          300              -
        3 rows, 3 columns""",
        runs().build().toString());
    Frame labelled =
        runs().index(new Series(null, Column.of(Simple.TEXT, "a", "b\n", "c"))).build();
    assertEquals(
        """
                 id  name     loss
        text  int64  text  float64
        a         1  ada      0.75
        b        20  -         NaN
        c       300              -
        3 rows, 3 columns""",
        labelled.toString());
  }

  @Test
  void toString_tellsMissingValuesFromTexts() {
    Frame frame =
        Frame.builder()
            .column("t", Column.of(FieldType.Simple.TEXT, "-", null, "\"-\"", "", "a-"))
            .build();
    assertEquals("t\ntext\n\"-\"\n-\n\"\"-\"\"\n\na-\n5 rows, 1 column", frame.toString());
  }

  @Test
  void labelsOfBytesAreTheirText() {
    Column bytes = Column.of(FieldType.Simple.BINARY, new byte[] {1}, new byte[] {2, 3});
    Frame frame =
        Frame.builder()
            .column("n", Column.wrap(FieldType.Simple.INT64, new long[] {5, 6}))
            .index(new Series(null, bytes))
            .build();
    assertEquals(
        "{\"AQ==\":{\"n\":5},\"AgM=\":{\"n\":6}}",
        Datason.create().with(c -> c.hints(false).frameForm(FrameForm.INDEX)).toJson(frame));
  }

  @Test
  void toString_ofALargeTable() {
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < 25; i++) {
      builder.column("c" + i, Column.wrap(new double[12]));
    }
    String text = builder.build().toString();
    assertEquals(13, text.lines().count());
    assertTrue(text.endsWith("\n12 rows, 25 columns (20 shown)"), text);
    assertEquals("0 rows, 0 columns", Frame.builder().build().toString());
    Column longText = Column.of(Simple.TEXT, "x".repeat(40));
    assertEquals(
        "t\ntext\n" + "x".repeat(29) + "...\n1 row, 1 column",
        Frame.builder().column("t", longText).build().toString());
  }

  @Test
  void build_refusesWhatIsNoTable() {
    FrameBuilder builder =
        Frame.builder()
            .column("a", Column.wrap(new double[1]))
            .column("b", Column.wrap(new double[2]));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals("Column 'b' has 2 rows, not 1", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Frame.builder(SCHEMA).row(1L));
    assertEquals("Expected 3 values a row, not 1", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Frame.builder(SCHEMA).row(1L, 2L, 0.5));
    assertEquals("Column 'name': text takes a String, not the Long '2'", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> runs().build().column("x"));
    assertEquals(
        "There is no column 'x'; there are id: int64, name: text, loss: float64", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> builder.column(0));
    assertEquals("The column 'a' was given whole", e.getMessage());
  }

  @Test
  void categoriesOfPartsArePutTogether() {
    Column low = Column.dictionary(Column.of(Simple.TEXT, "a", "b"), false, "b", null, "a");
    Column high = Column.dictionary(Column.of(Simple.TEXT, "c", "b"), false, "b", "c");
    Frame all =
        Frame.concat(
            List.of(
                Frame.builder().column("k", low).build(),
                Frame.builder().column("k", high).build().slice(0, 2)));
    Column categories = Column.of(Simple.TEXT, "a", "b", "c");
    assertEquals(Column.dictionary(categories, false, "b", null, "a", "b", "c"), all.column("k"));
    assertEquals(categories, all.column("k").categories());
  }

  @Test
  void orderedCategoriesOfPartsHaveToBeTheSame() {
    Frame one =
        Frame.builder()
            .column("k", Column.dictionary(Column.of(Simple.TEXT, "a", "b"), true, "b"))
            .build();
    Frame other =
        Frame.builder()
            .column("k", Column.dictionary(Column.of(Simple.TEXT, "b", "a"), true, "b"))
            .build();
    assertEquals(
        "Column 'k': the categories differ, and they are ordered",
        assertThrows(IllegalArgumentException.class, () -> Frame.concat(List.of(one, other)))
            .getMessage());
  }
}
