package org.datason.ml.tablesaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What becomes of each type, and of values that one side has and the other has not. */
class TablesTest {

  private static tech.tablesaw.columns.Column<?> convert(FieldType type, Object... values) {
    return Tables.toColumn(new Series("c", Column.of(type, values)));
  }

  private static tech.tablesaw.columns.Column<?> accept(FieldType type, Object... values) {
    return Tables.toColumn(new Series("c", Column.of(type, values)), Loss.ACCEPT);
  }

  private static String refusal(FieldType type, Object... values) {
    return assertThrows(IllegalArgumentException.class, () -> convert(type, values)).getMessage();
  }

  // ---------------------------------------------------------------- from Tablesaw

  @Test
  void everyTypeOfTablesawHasOneOfAFrame() {
    StringBuilder types = new StringBuilder();
    for (ColumnType type : SampleTables.TYPES) {
      Series series = Tables.toSeries(type.create("c").appendMissing());
      types.append(type.name()).append(' ').append(series).append('\n');
    }
    assertEquals(
        """
        BOOLEAN c: boolean[null]
        SHORT c: int16[null]
        INTEGER c: int32[null]
        LONG c: int64[null]
        FLOAT c: float32[null]
        DOUBLE c: float64[null]
        STRING c: text[null]
        LOCAL_DATE c: date[null]
        LOCAL_TIME c: time[null]
        LOCAL_DATE_TIME c: timestamp[ms][null]
        INSTANT c: timestamp[ms, UTC][null]
        """,
        types.toString());
  }

  @Test
  void whatIsMissingToTablesawIsMissing() {
    DoubleColumn doubles =
        DoubleColumn.create("d", Double.longBitsToDouble(0x7ff8000000000123L), 1);
    assertEquals("d: float64[null, 1.0]", Tables.toSeries(doubles).toString());
    StringColumn texts = StringColumn.create("s", "", "a", null);
    assertEquals("s: text[null, a, null]", Tables.toSeries(texts).toString());
    IntColumn ints = IntColumn.create("i", Integer.MIN_VALUE, 1);
    assertEquals("i: int32[null, 1]", Tables.toSeries(ints).toString());
    BooleanColumn booleans = BooleanColumn.create("b", new Boolean[] {true, null, false});
    assertEquals("b: boolean[true, null, false]", Tables.toSeries(booleans).toString());
  }

  @Test
  void emptyTablesKeepTheirColumnsAndNames() {
    Frame none = Tables.toFrame(Table.create("none"));
    assertEquals(Frame.builder().name("none").build(), none);
    assertEquals("none", Tables.toTable(none).name());
    assertNull(Tables.toFrame(Table.create()).name());
    Frame rowless = Tables.toFrame(Table.create("t", LongColumn.create("a")));
    assertEquals("a: int64", rowless.schema().toString());
    assertEquals(ColumnType.LONG, Tables.toTable(rowless).column("a").type());
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    Table table = Table.create("t", LongColumn.create("a"), LongColumn.create("b"));
    table.longColumn("a").append(1L);
    assertEquals(
        "Column 'b' has 0 rows, not 1",
        assertThrows(IllegalArgumentException.class, () -> Tables.toFrame(table)).getMessage());
  }

  // ---------------------------------------------------------------- types

  @Test
  void narrowerTypesAreWidened() {
    assertEquals("SHORT[-128, null]", shown(convert(Simple.INT8, -128, null)));
    assertEquals("SHORT[255]", shown(convert(Simple.UINT8, 255)));
    assertEquals("INTEGER[65535]", shown(convert(Simple.UINT16, 65535)));
    assertEquals("LONG[4294967295]", shown(convert(Simple.UINT32, 4294967295L)));
    assertEquals("FLOAT[0.5, null]", shown(convert(Simple.FLOAT16, 0.5f, null)));
  }

  @Test
  void anIntegerThatIsTablesawsMissingValueWidensTheColumn() {
    assertEquals("INTEGER[1, null, -32768]", shown(convert(Simple.INT16, 1, null, -32768)));
    assertEquals("SHORT[1, null, -32767]", shown(convert(Simple.INT16, 1, null, -32767)));
    assertEquals("LONG[null, -2147483648]", shown(convert(Simple.INT32, null, -2147483648)));
    assertEquals(
        "Column 'c', row 1: -9223372036854775808 is what Tablesaw has for a missing value of LONG:"
            + " make it missing, or use Tables with Loss.ACCEPT, which makes it missing",
        refusal(Simple.INT64, 1L, Long.MIN_VALUE));
    assertEquals("LONG[1, null]", shown(accept(Simple.INT64, 1L, Long.MIN_VALUE)));
  }

  @Test
  void nanIsNotTakenForMissingInSilence() {
    assertEquals(
        "Column 'c', row 1: NaN is what Tablesaw has for a missing value of DOUBLE:"
            + " make it missing, or use Tables with Loss.ACCEPT, which makes it missing",
        refusal(Simple.FLOAT64, null, Double.NaN));
    assertEquals(
        "Column 'c', row 0: NaN is what Tablesaw has for a missing value of FLOAT:"
            + " make it missing, or use Tables with Loss.ACCEPT, which makes it missing",
        refusal(Simple.FLOAT32, Float.NaN));
    assertEquals("DOUBLE[1.0, null]", shown(accept(Simple.FLOAT64, 1.0, Double.NaN)));
    assertEquals("FLOAT[null]", shown(accept(Simple.FLOAT16, Float.NaN)));
    assertEquals("DOUBLE[-0.0, Infinity]", shown(convert(Simple.FLOAT64, -0.0, 1 / 0.0)));
  }

  @Test
  void anEmptyTextIsNotTakenForMissingInSilence() {
    assertEquals(
        "Column 'c', row 1: an empty text is what Tablesaw has for a missing value of STRING:"
            + " make it missing, or use Tables with Loss.ACCEPT, which makes it missing",
        refusal(Simple.TEXT, "a", ""));
    assertEquals("STRING[a, null]", shown(accept(Simple.TEXT, "a", "")));
  }

  @Test
  void dictionariesAreTheirValues() {
    Column texts = Column.of(Simple.TEXT, "low", "high", "unused");
    Column plain = Column.dictionary(texts, false, "high", null, "low");
    assertEquals("STRING[high, null, low]", shown(Tables.toColumn(new Series("c", plain))));
    Column days = Column.of(Simple.DATE, LocalDate.EPOCH);
    Column dates = Column.dictionary(days, false, LocalDate.EPOCH, null);
    assertEquals("LOCAL_DATE[1970-01-01, null]", shown(Tables.toColumn(new Series("c", dates))));
    Series ordered = new Series("c", Column.dictionary(texts, true, "high"));
    assertEquals(
        "Column 'c' has categories in an order, which no column of Tablesaw keeps: make it an"
            + " unordered dictionary or use Tables with Loss.ACCEPT, which takes the values alone",
        assertThrows(IllegalArgumentException.class, () -> Tables.toColumn(ordered)).getMessage());
    assertEquals("STRING[high]", shown(Tables.toColumn(ordered, Loss.ACCEPT)));
  }

  @Test
  void timesAreOfWholeMilliseconds() {
    LocalTime time = LocalTime.of(23, 59, 59, 999_000_000);
    assertEquals("LOCAL_TIME[23:59:59.999]", shown(convert(Simple.TIME, time)));
    assertEquals(
        "Column 'c', row 0: 23:59:59.999000001 has parts of a millisecond, which Tablesaw does not"
            + " keep: round it or use Tables with Loss.ACCEPT, which cuts them off",
        refusal(Simple.TIME, time.plusNanos(1)));
    assertEquals("LOCAL_TIME[23:59:59.999]", shown(accept(Simple.TIME, time.plusNanos(1))));
    LocalDateTime before = LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000);
    assertEquals(
        "Column 'c', row 1: 1969-12-31T23:59:59.999999 has parts of a millisecond, which Tablesaw"
            + " does not keep: round it or use Tables with Loss.ACCEPT, which cuts them off",
        refusal(new Timestamp(Unit.US, null), null, before));
    assertEquals(
        "LOCAL_DATE_TIME[1969-12-31T23:59:59.999]",
        shown(accept(new Timestamp(Unit.US, null), before)));
    LocalDateTime seconds = LocalDateTime.of(32767, 12, 31, 23, 59, 59);
    assertEquals(
        "LOCAL_DATE_TIME[+32767-12-31T23:59:59, null]",
        shown(convert(new Timestamp(Unit.S, null), seconds, null)));
  }

  @Test
  void yearsHaveSixteenBits() {
    LocalDate first = LocalDate.of(-32768, 1, 1);
    LocalDate last = LocalDate.of(32767, 12, 31);
    assertEquals(
        "LOCAL_DATE[-32768-01-01, +32767-12-31]", shown(convert(Simple.DATE, first, last)));
    String beyond =
        "Column 'c', row 1: %s is beyond the years -32768 to 32767, which Tablesaw has: make it"
            + " missing or the column text";
    assertEquals(beyond.formatted("+32768-01-01"), refusal(Simple.DATE, last, last.plusDays(1)));
    assertEquals(beyond.formatted("-32769-12-31"), refusal(Simple.DATE, first, first.minusDays(1)));
    LocalDateTime late = last.plusDays(1).atStartOfDay();
    for (Unit unit : List.of(Unit.S, Unit.MS, Unit.US)) {
      assertEquals(
          beyond.formatted("+32768-01-01T00:00"), refusal(new Timestamp(unit, null), null, late));
    }
    assertEquals(
        beyond.formatted("+32768-01-01"),
        assertThrows(
                IllegalArgumentException.class, () -> accept(Simple.DATE, last, last.plusDays(1)))
            .getMessage());
  }

  @ParameterizedTest
  @CsvSource({"UTC", "Z", "Etc/UTC", "GMT"})
  void momentsInUtcAreInstants(String zone) {
    Instant moment = Instant.parse("2024-06-15T10:30:00.123Z");
    FieldType type = new Timestamp(Unit.NS, zone);
    assertEquals(
        "INSTANT[2024-06-15T10:30:00.123Z, null]", shown(convert(type, zoned(moment, zone), null)));
  }

  @Test
  void aZoneIsNotLostInSilence() {
    Instant moment = Instant.parse("2024-06-15T10:30:00Z");
    FieldType type = new Timestamp(Unit.US, "Europe/Berlin");
    Object value = zoned(moment, "Europe/Berlin");
    assertEquals(
        "Column 'c' is timestamp[us, Europe/Berlin], and an INSTANT of Tablesaw has no zone but UTC:"
            + " make it timestamp[us, UTC] or use Tables with Loss.ACCEPT, which keeps the moments",
        refusal(type, value));
    assertEquals("INSTANT[2024-06-15T10:30:00Z]", shown(accept(type, value)));
  }

  private static Object zoned(Instant moment, String zone) {
    return moment.atZone(java.time.ZoneId.of(zone));
  }

  @Test
  void uuidsAreTexts() {
    assertEquals(
        "STRING[00000000-0000-0001-0000-000000000002, null]",
        shown(convert(Simple.UUID, new UUID(1, 2), null)));
  }

  @Test
  void whatTablesawHasNoColumnForIsRefused() {
    String json =
        "Column 'c' is %s, which no column of Tablesaw holds: make it text or use Tables with"
            + " Loss.ACCEPT, which takes texts as they are and other values as JSON";
    assertEquals(json.formatted("mixed"), refusal(Simple.MIXED, "a", 1));
    assertEquals(json.formatted("list<int64>"), refusal(new ListOf(Simple.INT64), List.of(1L)));
    FieldType struct = new Struct(Schema.of(new Field("x", Simple.INT64)));
    assertEquals(json.formatted("struct<x: int64>"), refusal(struct, Map.of("x", 1L)));
    String text =
        "Column 'c' is %s, which no column of Tablesaw holds: make it text or use Tables with"
            + " Loss.ACCEPT, which takes the values as text";
    assertEquals(text.formatted("duration"), refusal(Simple.DURATION, Duration.ZERO));
    assertEquals(text.formatted("binary"), refusal(Simple.BINARY, new byte[1]));
    assertEquals(
        "Column 'c' is decimal(3, 1), which no column of Tablesaw holds: make it float64 or text,"
            + " or use Tables with Loss.ACCEPT, which takes the nearest doubles",
        refusal(new Decimal(3, 1), new BigDecimal("0.1")));
  }

  @Test
  void whatTablesawHasNoColumnForIsTextOrNumbersWhereAccepted() {
    assertEquals(
        "STRING[a, 300, true, [1,\"x\"], 00000000-0000-0001-0000-000000000002, null, null]",
        shown(accept(Simple.MIXED, "a", 300, true, List.of(1, "x"), new UUID(1, 2), null, "")));
    assertEquals(
        "STRING[[1,null]]",
        shown(accept(new ListOf(Simple.INT64), java.util.Arrays.asList(1L, null))));
    FieldType struct = new Struct(Schema.of(new Field("x", Simple.INT64)));
    assertEquals("STRING[{\"x\":1}]", shown(accept(struct, Map.of("x", 1L))));
    assertEquals(
        "STRING[PT1.5S, null]", shown(accept(Simple.DURATION, Duration.ofMillis(1500), null)));
    assertEquals("STRING[AQI=]", shown(accept(Simple.BINARY, new byte[] {1, 2})));
    assertEquals(
        "DOUBLE[0.1, null]", shown(accept(new Decimal(3, 1), new BigDecimal("0.1"), null)));
  }

  @Test
  void aColumnOfNothingIsOneOfTexts() {
    assertEquals("STRING[null, null]", shown(convert(Simple.MIXED, null, null)));
    assertEquals("STRING[]", shown(convert(Simple.MIXED)));
  }

  // ---------------------------------------------------------------- names and labels

  @Test
  void namesThatDifferInCaseOnlyAreRefused() {
    Column one = Column.of(Simple.BOOLEAN, true);
    Frame frame = Frame.builder().column("Loss", one).column("x", one).column("loss", one).build();
    for (Loss loss : Loss.values()) {
      assertEquals(
          "The names of the columns 'Loss' and 'loss' are one to Tablesaw, which ignores case:"
              + " rename one of them",
          assertThrows(IllegalArgumentException.class, () -> Tables.toTable(frame, loss))
              .getMessage());
    }
  }

  @Test
  void namesThatTablesawWouldCutAreRefused() {
    Frame frame = Frame.builder().column(" a ", Column.of(Simple.BOOLEAN, true)).build();
    assertEquals(
        "The name of the column ' a ' begins or ends with white space, which Tablesaw cuts off:"
            + " rename it or convert with Loss.ACCEPT",
        assertThrows(IllegalArgumentException.class, () -> Tables.toTable(frame)).getMessage());
    assertEquals(List.of("a"), Tables.toTable(frame, Loss.ACCEPT).columnNames());
  }

  @Test
  void labelsOfRowsAreRefusedOrAColumn() {
    Column labels = Column.of(Simple.TEXT, "p", "q");
    Column values = Column.of(Simple.BOOLEAN, true, false);
    Frame frame = Frame.builder().column("a", values).index(new Series(null, labels)).build();
    assertEquals(
        "The frame has labels of its rows, which a Table has no place for: convert it with"
            + " Loss.ACCEPT to have them as the first column",
        assertThrows(IllegalArgumentException.class, () -> Tables.toTable(frame)).getMessage());
    Table table = Tables.toTable(frame, Loss.ACCEPT);
    assertEquals(List.of("index", "a"), table.columnNames());
    assertEquals("STRING[p, q]", shown(table.column(0)));
    Frame named = Frame.builder().column("a", values).index(new Series("key", labels)).build();
    assertEquals(List.of("key", "a"), Tables.toTable(named, Loss.ACCEPT).columnNames());
  }

  @Test
  void rowsWithoutColumnsAreRefused() {
    Frame frame = org.datason.Datason.create().fromJson("[{},{}]", Frame.class);
    assertEquals(2, frame.size());
    assertEquals(
        "The frame has 2 rows without columns, which a Table cannot have",
        assertThrows(IllegalArgumentException.class, () -> Tables.toTable(frame)).getMessage());
  }

  @Test
  void aSeriesWithoutANameIsAColumnWithAnEmptyOne() {
    Series series = new Series(null, Column.of(Simple.BOOLEAN, true));
    assertEquals("", Tables.toColumn(series).name());
    assertEquals(series, Tables.toSeries(Tables.toColumn(series)));
    assertTrue(Tables.toColumn(series) instanceof BooleanColumn);
  }

  /** The type and the values; null for a missing one. */
  private static String shown(tech.tablesaw.columns.Column<?> column) {
    StringBuilder text = new StringBuilder(column.type().name()).append('[');
    for (int i = 0; i < column.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(column.isMissing(i) ? "null" : column.get(i));
    }
    return text.append(']').toString();
  }
}
