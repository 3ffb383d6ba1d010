package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.datason.Datason;
import org.datason.config.BytesForm;
import org.datason.config.DatasonConfigBuilder;
import org.datason.config.DateForm;
import org.datason.config.DecimalForm;
import org.datason.config.FrameForm;
import org.datason.config.NonFiniteForm;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Column;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.frame.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings in the cells of tables: without hints they hold; with hints nothing is lost. */
class FrameCellFormsTest {

  private static final Datason DATASON = Datason.create();
  private static final LocalDateTime TIME = LocalDateTime.parse("2024-06-15T10:30:00.250");

  private static String plain(Frame frame, UnaryOperator<DatasonConfigBuilder> change) {
    return DATASON.with(c -> change.apply(c.hints(false))).toJson(frame);
  }

  private static Frame one(Column column) {
    return Frame.builder().column("c", column).build();
  }

  private static void assertKept(Frame frame, UnaryOperator<DatasonConfigBuilder> change) {
    for (FrameForm form : FrameForm.values()) {
      String json = DATASON.with(c -> change.apply(c.frameForm(form))).toJson(frame);
      assertEquals(frame, DATASON.fromJson(json), json);
    }
  }

  // ---------------------------------------------------------------- dateForm

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epoch-seconds | S | 1718447400",
        "epoch-seconds | MS | 1718447400.25",
        "epoch-seconds | NS | 1718447400.25",
        "epoch-millis | S | 1718447400000",
        "epoch-millis | MS | 1718447400250",
        "epoch-millis | US | 1718447400250",
        "pattern:dd.MM.uuuu HH:mm | US | \"15.06.2024 10:30\"",
      })
  void timestampsHaveTheFormThatIsSet(String form, Unit unit, String cell) {
    LocalDateTime time = unit == Unit.S ? TIME.withNano(0) : TIME;
    DateForm dates =
        form.startsWith("pattern:")
            ? DateForm.pattern(form.substring("pattern:".length()))
            : form.equals("epoch-seconds") ? DateForm.EPOCH_SECONDS : DateForm.EPOCH_MILLIS;
    Frame local = one(Column.of(new Timestamp(unit, null), time, null));
    Frame zoned =
        one(Column.of(new Timestamp(unit, "UTC"), time.toInstant(java.time.ZoneOffset.UTC), null));
    for (Frame frame : List.of(local, zoned)) {
      assertEquals(
          "{\"c\":[" + cell + ",null]}",
          plain(frame, c -> c.frameForm(FrameForm.LIST).dateForm(dates)));
      assertKept(frame, c -> c.dateForm(dates));
    }
    Map<String, Object> scalar = Map.of("c", time);
    assertEquals(
        "{\"c\":" + cell + "}", DATASON.with(c -> c.hints(false).dateForm(dates)).toJson(scalar));
  }

  @Test
  void formsOfTimestampsAtTheEdges() {
    Column column =
        Column.wrap(new Timestamp(Unit.NS, "Europe/Berlin"), new long[] {-1, 0, Long.MIN_VALUE});
    assertEquals(
        "[[-1E-9],[0],[-9223372036.854775808]]",
        plain(one(column), c -> c.frameForm(FrameForm.VALUES).dateForm(DateForm.EPOCH_SECONDS)));
    assertEquals(
        "[[-0.000001],[0],[-9223372036854.775808]]",
        plain(one(column), c -> c.frameForm(FrameForm.VALUES).dateForm(DateForm.EPOCH_MILLIS)));
    Column seconds = Column.wrap(new Timestamp(Unit.S, null), new long[] {Long.MAX_VALUE / 10});
    assertEquals(
        "[[922337203685477580000]]",
        plain(one(seconds), c -> c.frameForm(FrameForm.VALUES).dateForm(DateForm.EPOCH_MILLIS)));
    assertEquals(
        "[[\"01:00 Europe/Berlin\"]]",
        plain(
            one(column.slice(1, 2)),
            c -> c.frameForm(FrameForm.VALUES).dateForm(DateForm.pattern("HH:mm VV"))));
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class,
            () ->
                plain(
                    one(Column.of(new Timestamp(Unit.US, null), TIME)),
                    c -> c.dateForm(DateForm.pattern("HH:mm xxx"))));
    assertEquals(
        "The dateForm pattern:HH:mm xxx does not fit 2024-06-15T10:30:00.250 (Unsupported field:"
            + " OffsetSeconds); set another dateForm at $[0].c",
        e.getMessage());
  }

  @Test
  void datesAloneAreIsoInEveryForm() {
    Frame frame = one(Column.of(Simple.DATE, LocalDate.parse("2024-06-15")));
    assertEquals("[{\"c\":\"2024-06-15\"}]", plain(frame, c -> c.dateForm(DateForm.EPOCH_SECONDS)));
  }

  // ---------------------------------------------------------------- bytes, decimals, UUIDs

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"BASE64 | \"AP8=\"", "HEX | \"hex:00ff\"", "ARRAY | [0,-1]"})
  void bytesHaveTheFormThatIsSet(BytesForm form, String cell) {
    Frame frame = one(Column.of(Simple.BINARY, new byte[] {0, -1}, null, new byte[0]));
    String json = plain(frame, c -> c.frameForm(FrameForm.LIST).bytesForm(form));
    assertEquals(cell, json.substring("{\"c\":[".length(), json.indexOf(",null")));
    assertKept(frame, c -> c.bytesForm(form));
  }

  @ParameterizedTest
  @EnumSource(DecimalForm.class)
  void decimalsHaveTheFormThatIsSet(DecimalForm form) {
    Frame frame =
        Frame.builder()
            .column("p", Column.of(new FieldType.Decimal(5, 2), new BigDecimal("1.50")))
            .column("n", Column.of(new FieldType.Decimal(20, 0), new BigDecimal("-12")))
            .column("u", Column.of(Simple.UUID, new UUID(0, 1)))
            .build();
    String p = form == DecimalForm.NUMBER ? "1.50" : "\"1.50\"";
    String n = form == DecimalForm.TEXT ? "\"-12\"" : "-12";
    String u = "\"00000000-0000-0000-0000-000000000001\"";
    assertEquals(
        "[[" + p + "," + n + "," + u + "]]",
        plain(frame, c -> c.frameForm(FrameForm.VALUES).decimalForm(form)));
    assertKept(frame, c -> c.decimalForm(form));
  }

  // ---------------------------------------------------------------- omitted members

  private static Frame sparse() {
    Schema inner = Schema.of(new Field("x", Simple.INT64), new Field("y", Simple.TEXT));
    Map<String, Object> record = new HashMap<>();
    record.put("x", null);
    record.put("y", "z");
    return Frame.builder()
        .column("a", Column.of(Simple.INT64, 1L, null))
        .column("b", Column.wrap(new double[] {Double.NaN, 0.5}))
        .column("s", Column.of(new FieldType.Struct(inner), record, null))
        .column("m", Column.of(Simple.MIXED, "text", null))
        .build();
  }

  @Test
  void nullsAreLeftOutOfRowsThatAreObjects() {
    Frame frame = sparse();
    assertEquals(
        "[{\"a\":1,\"b\":\"NaN\",\"s\":{\"y\":\"z\"},\"m\":\"text\"},{\"b\":0.5}]",
        plain(frame, c -> c.omitNulls(true)));
    assertEquals(
        "[{\"a\":1,\"b\":null,\"s\":{\"y\":\"z\"},\"m\":\"text\"},{\"b\":0.5}]",
        plain(frame, c -> c.omitNulls(true).nonFiniteForm(NonFiniteForm.NULL)));
    assertEquals(
        "[{\"a\":1,\"s\":{\"x\":null,\"y\":\"z\"},\"m\":\"text\"},{\"a\":null,\"b\":0.5,\"s\":null,"
            + "\"m\":null}]",
        plain(frame, c -> c.nonFiniteForm(NonFiniteForm.DROP)));
    assertEquals(
        "{\"0\":{\"a\":1,\"b\":\"NaN\",\"s\":{\"y\":\"z\"},\"m\":\"text\"},\"1\":{\"b\":0.5}}",
        plain(frame, c -> c.omitNulls(true).frameForm(FrameForm.INDEX)));
    assertEquals(
        "{\"index\":1,\"b\":0.5}]}",
        plain(frame, c -> c.omitNulls(true).frameForm(FrameForm.TABLE)).replaceFirst(".*},", ""));
    assertEquals(
        "{\"a\":[1,null],\"b\":[\"NaN\",0.5],\"s\":[{\"y\":\"z\"},null],\"m\":[\"text\",null]}",
        plain(frame, c -> c.omitNulls(true).frameForm(FrameForm.LIST)));
    assertKept(frame, c -> c.omitNulls(true));
    assertKept(frame, c -> c.nonFiniteForm(NonFiniteForm.DROP));
  }

  // ---------------------------------------------------------------- unsigned integers

  private static Object load(String hint, String value) {
    return DATASON.fromJson(
        "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pandas.Series | uint64 | [1,2] | int64[1, 2]",
        "pandas.Series | uint64 | [1,18446744073709551615] | decimal(20, 0)[1, 18446744073709551615]",
        "pandas.Series | UInt64 | [null,9223372036854775808] | decimal(20, 0)[null, 9223372036854775808]",
        "polars.Series | UInt64 | [9223372036854775808,0] | decimal(20, 0)[9223372036854775808, 0]"
      })
  void unsignedLongsAreKept(String hint, String dtype, String data, String shown) {
    String value = "{\"name\":null,\"dtype\":\"" + dtype + "\",\"data\":" + data + "}";
    Series series = (Series) load(hint, value);
    assertEquals(shown, series.column().toString());
    String json = DATASON.toJson(series);
    assertEquals(series, DATASON.fromJson(json));
    assertEquals("\"data\":" + data + "}}", json.substring(json.indexOf("\"data\"")));
    if (shown.startsWith("decimal") && hint.startsWith("pandas")) {
      assertEquals(
          "\"dtype\":\"" + dtype,
          json.substring(json.indexOf("\"dtype"), json.indexOf("\",\"__datason_s")));
    }
  }

  @Test
  void unsignedLongsOfFramesAreKept() {
    String records = "[{\"a\":18446744073709551615,\"b\":1},{\"a\":-7,\"b\":2}]";
    Frame frame =
        (Frame) load("pandas.DataFrame", "{\"data\":" + records + ",\"orient\":\"records\"}");
    assertEquals("a: decimal(20, 0), b: int64", frame.schema().toString());
    assertEquals(records, plain(frame, c -> c));
    assertEquals(frame, DATASON.fromJson(DATASON.toJson(frame)));
    Frame polars =
        (Frame)
            load(
                "polars.DataFrame",
                "{\"columns\":[\"a\"],\"data\":{\"a\":[9223372036854775808,null]},\"schema\":"
                    + "{\"a\":\"UInt64\"}}");
    assertEquals("a: decimal(20, 0)", polars.schema().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"a\":18446744073709551616}]",
        "[{\"a\":18446744073709551615},{\"a\":0.5}]",
        "[{\"a\":0.5},{\"a\":18446744073709551615}]",
        "[{\"a\":-9223372036854775809}]"
      })
  void whatWouldNotBeWrittenAsItStandsIsNoTable(String records) {
    assertInstanceOf(
        Hinted.class,
        load("pandas.DataFrame", "{\"data\":" + records + ",\"orient\":\"records\"}"));
  }

  @Test
  void instantsAreTimestampsWithAZone() {
    Frame frame =
        one(Column.of(new Timestamp(Unit.MS, "UTC"), Instant.parse("2024-06-15T10:30:00Z")));
    assertEquals("[{\"c\":1718447400}]", plain(frame, c -> c.dateForm(DateForm.EPOCH_SECONDS)));
  }
}
