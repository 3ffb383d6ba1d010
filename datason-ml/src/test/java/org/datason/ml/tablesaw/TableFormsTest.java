package org.datason.ml.tablesaw;

import static org.datason.ml.tablesaw.SameCells.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.FrameForm;
import org.datason.config.Recognition;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.redaction.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How tables stand in documents, and which documents load as tables. */
class TableFormsTest {

  private static final Datason DATASON = Datason.create();

  private static Table runs() {
    return Table.create(
        "runs",
        LongColumn.create("id", 1, 2),
        DoubleColumn.create("loss", 0.5, Double.NaN),
        StringColumn.create("label", "a", "b"));
  }

  record Report(String title, Table table, Column<?> any, DoubleColumn losses) {}

  @Test
  void aTableIsAFrameOfPandasWithItsName() {
    assertEquals(
        "{\"__datason_type__\":\"pandas.DataFrame\","
            + "\"__datason_java__\":\"tech.tablesaw.api.Table\","
            + "\"__datason_value__\":{\"orient\":\"records\",\"__datason_schema__\":{\"fields\":["
            + "{\"name\":\"id\",\"type\":\"int64\"},{\"name\":\"loss\",\"type\":\"float64\"},"
            + "{\"name\":\"label\",\"type\":\"text\"}],\"name\":\"runs\",\"rows\":2},\"data\":["
            + "{\"id\":1,\"loss\":0.5,\"label\":\"a\"},{\"id\":2,\"loss\":null,\"label\":\"b\"}]}}",
        DATASON.toJson(runs()));
    assertEquals(
        "{\"__datason_type__\":\"pandas.Series\","
            + "\"__datason_java__\":\"tech.tablesaw.columns.Column\","
            + "\"__datason_value__\":{\"name\":\"at\",\"dtype\":\"object\","
            + "\"__datason_schema__\":{\"type\":\"timestamp[ms, UTC]\"},"
            + "\"data\":[\"2024-06-15T10:30:00.123+00:00\"]}}",
        DATASON.toJson(InstantColumn.create("at", Instant.parse("2024-06-15T10:30:00.123Z"))));
  }

  /** Objects in an object are taken for columns, which is why INDEX is left out. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INDEX")
  void withoutHintsTheTypesAreInferred(FrameForm form) {
    Datason plain = DATASON.with(c -> c.hints(false).frameForm(form));
    Table table = plain.fromJson(plain.toJson(runs()), Table.class);
    assertEquals(2, table.rowCount());
    boolean named = form != FrameForm.VALUES;
    Table expected = runs().setName(null);
    for (int i = 0; i < 3; i++) {
      Column<?> column = expected.column(i);
      assertSame(named ? column : column.setName(Integer.toString(i)), table.column(i));
    }
  }

  @Test
  void datesAreRecognisedWhereThatIsAsked() {
    String json = "[{\"day\":\"2024-06-15\"},{\"day\":null},{\"day\":\"2024-06-16\"}]";
    assertEquals(ColumnType.STRING, DATASON.fromJson(json, Table.class).column("day").type());
    Datason automatic = DATASON.with(c -> c.recognition(Recognition.AUTOMATIC));
    DateColumn days =
        assertInstanceOf(DateColumn.class, automatic.fromJson(json, Table.class).column("day"));
    assertEquals(LocalDate.of(2024, 6, 16), days.get(2));
    assertEquals(true, days.isMissing(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{\"id\":1,\"loss\":0.5,\"label\":\"a\"},"
            + "{\"id\":2,\"loss\":NaN,\"label\":\"b\"}],\"orient\":\"records\"}",
        "{\"data\":{\"index\":[0,1],\"columns\":[\"id\",\"loss\",\"label\"],"
            + "\"data\":[[1,0.5,\"a\"],[2,NaN,\"b\"]]},\"orient\":\"split\"}",
        "{\"data\":{\"id\":[1,2],\"loss\":[0.5,NaN],\"label\":[\"a\",\"b\"]},\"orient\":\"list\"}",
        "[{\"id\":1,\"loss\":0.5,\"label\":\"a\"},{\"id\":2,\"loss\":null,\"label\":\"b\"}]"
      })
  void pandasLoadsAsATableWhereOneIsAskedFor(String value) {
    String json = "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":" + value + "}";
    assertSame(runs().setName(null), DATASON.fromJson(json, Table.class));
    assertInstanceOf(Frame.class, DATASON.fromJson(json));
  }

  @Test
  void polarsLoadsAsATableWhereOneIsAskedFor() {
    String json =
        "{\"__datason_type__\":\"polars.DataFrame\",\"__datason_value__\":{"
            + "\"columns\":[\"id\",\"loss\",\"label\"],\"data\":{\"id\":[1,2],"
            + "\"loss\":[0.5,null],\"label\":[\"a\",\"b\"]},\"schema\":{\"id\":\"Int64\","
            + "\"loss\":\"Float64\",\"label\":\"String\"}}}";
    assertSame(runs().setName(null), DATASON.fromJson(json, Table.class));
    assertInstanceOf(Frame.class, DATASON.fromJson(json));
  }

  @Test
  void nanAmongTextsIsMissingAsInPandas() {
    String json =
        "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":"
            + "{\"data\":[{\"a\":\"x\"},{\"a\":NaN}],\"orient\":\"records\"}}";
    assertSame(StringColumn.create("a", "x", ""), DATASON.fromJson(json, Table.class).column("a"));
  }

  @Test
  void aSeriesLoadsAsAColumnWhereOneIsAskedFor() {
    String value = "{\"data\":[1,2],\"name\":\"id\",\"dtype\":\"int64\"}";
    for (String hint : List.of("pandas.Series", "polars.Series")) {
      String json = "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}";
      assertSame(LongColumn.create("id", 1, 2), DATASON.fromJson(json, Column.class));
      assertSame(LongColumn.create("id", 1, 2), DATASON.fromJson(json, LongColumn.class));
      assertInstanceOf(Series.class, DATASON.fromJson(json));
    }
    assertSame(LongColumn.create("", 1, 2), DATASON.fromJson("[1,2]", Column.class));
  }

  @Test
  void aFrameIsReadWhereOneIsAskedFor() {
    String json = DATASON.toJson(runs());
    assertEquals(Tables.toFrame(runs()), DATASON.fromJson(json, Frame.class));
    Column<?> column = runs().column("id");
    assertEquals(Tables.toSeries(column), DATASON.fromJson(DATASON.toJson(column), Series.class));
    Frame frame = Tables.toFrame(runs());
    assertSame(runs(), DATASON.fromJson(DATASON.toJson(frame), Table.class));
    assertEquals(frame, DATASON.fromJson(DATASON.toJson(frame)));
  }

  @Test
  void tablesAreMembersOfRecordsAndMaps() {
    Datason datason = Datason.builder().type(Report.class).build();
    Report report =
        new Report("r", runs(), runs().column("label"), (DoubleColumn) runs().column("loss"));
    Report same = assertInstanceOf(Report.class, datason.fromJson(datason.toJson(report)));
    assertSame(report.table, same.table);
    assertSame(report.any, same.any);
    assertSame(report.losses, same.losses);
    Map<?, ?> map = (Map<?, ?>) DATASON.fromJson(DATASON.toJson(Map.of("t", runs())));
    assertSame(runs(), (Table) map.get("t"));
  }

  @Test
  void anotherColumnThanDeclaredIsRefused() {
    assertEquals(
        "Expected a DoubleColumn but found an array (it is read as a LongColumn) at $ (line 1,"
            + " column 1, offset 0)",
        assertThrows(MismatchException.class, () -> DATASON.fromJson("[1,2]", DoubleColumn.class))
            .getMessage());
  }

  @Test
  void whatNoTableHoldsIsRefusedWithItsPlace() {
    assertEquals(
        "Expected a Table but found an array (Column 'a', row 0: an empty text is what Tablesaw has"
            + " for a missing value of STRING: make it missing, or use Tables with Loss.ACCEPT, which"
            + " makes it missing) at $.t (line 1, column 6, offset 5)",
        assertThrows(
                MismatchException.class,
                () ->
                    DATASON.fromJson(
                        "{\"t\":[{\"a\":\"\"}]}", new org.datason.TypeRef<Map<String, Table>>() {}))
            .getMessage());
  }

  @Test
  void aTableThatNoFrameHoldsIsRefused() {
    Table table = Table.create("t", LongColumn.create("a"), LongColumn.create("b"));
    table.longColumn("a").append(1L);
    assertEquals(
        "Column 'b' has 0 rows, not 1 at $.t",
        assertThrows(UnsupportedTypeException.class, () -> DATASON.toJson(Map.of("t", table)))
            .getMessage());
  }

  @Test
  void aRedactedTableLoadsAsAFrame() {
    Datason redacting =
        Datason.builder().redaction(Redaction.builder().fields("loss").build()).build();
    String json = redacting.toJson(runs());
    assertEquals(
        "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":{\"orient\":\"records\","
            + "\"data\":[{\"id\":1,\"loss\":\"[REDACTED]\",\"label\":\"a\"},"
            + "{\"id\":2,\"loss\":\"[REDACTED]\",\"label\":\"b\"}]}}",
        json);
    assertInstanceOf(Frame.class, DATASON.fromJson(json));
    Table table = DATASON.fromJson(json, Table.class);
    assertEquals("[REDACTED]", table.column("loss").get(0));
    assertInstanceOf(Series.class, DATASON.fromJson(redacting.toJson(runs().column("label"))));
  }

  @Test
  void thePythonPresetIsReadBack() {
    Datason python = Datason.builder().config(DatasonConfig.python()).build();
    assertSame(runs(), assertInstanceOf(Table.class, python.fromJson(python.toJson(runs()))));
  }
}
