package org.datason.ml.tablesaw;

import static org.datason.ml.tablesaw.SameCells.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.config.NonFiniteForm;
import org.datason.frame.Frame;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Any table and any column comes back, cell by cell. */
class TableRoundTripTest {

  private static final Datason DATASON = Datason.create();

  @Property
  void aTableThroughAFrame(@ForAll long seed) {
    Table table = new SampleTables(seed).table();
    Frame frame = Tables.toFrame(table);
    assertSame(table, Tables.toTable(frame));
    assertEquals(frame, Tables.toFrame(Tables.toTable(frame)));
  }

  @Property(tries = 300)
  void aTableThroughJson(@ForAll long seed, @ForAll FrameForm form, @ForAll boolean sorted) {
    Table table = new SampleTables(seed).table();
    Datason datason = DATASON.with(c -> c.frameForm(form).sortKeys(sorted));
    String json = datason.toJson(table);
    assertSame(table, datason.fromJson(json, Table.class));
    assertSame(table, assertInstanceOf(Table.class, DATASON.fromJson(json)));
    assertEquals(Tables.toFrame(table), DATASON.fromJson(json, Frame.class));
    List<?> list = (List<?>) DATASON.fromJson(datason.toJson(List.of(table, 1)));
    assertSame(table, assertInstanceOf(Table.class, list.get(0)));
  }

  @Property(tries = 100)
  void aTableThroughJsonWithBareTokens(@ForAll long seed, @ForAll FrameForm form) {
    Table table = new SampleTables(seed).table();
    Datason datason = DATASON.with(c -> c.frameForm(form).nonFiniteForm(NonFiniteForm.BARE_TOKEN));
    assertSame(table, datason.fromJson(datason.toJson(table), Table.class));
  }

  @Property(tries = 300)
  void aColumnThroughJson(@ForAll long seed) {
    for (ColumnType type : SampleTables.TYPES) {
      Column<?> column = new SampleTables(seed).column(type, seed % 2 == 0 ? "c" : "", 20);
      String json = DATASON.toJson(column);
      assertSame(column, assertInstanceOf(Column.class, DATASON.fromJson(json)));
      assertSame(column, DATASON.fromJson(json, Column.class));
      assertSame(column, DATASON.fromJson(json, column.getClass()));
    }
  }
}
