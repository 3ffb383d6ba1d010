package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.Decimals;
import org.datason.config.FrameForm;
import org.datason.config.Recognition;
import org.datason.error.MismatchException;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.redaction.Redaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of tables, and what plain JSON and Python's documents are read as. */
class FrameFormsTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason PLAIN = DATASON.with(c -> c.hints(false));

  private static final Frame TABLE =
      Frame.builder()
          .column("a", Column.of(Simple.INT64, 1L, null))
          .column("b", Column.of(Simple.TEXT, "x", ""))
          .build();

  private static String hinted(String hint, String value) {
    return "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RECORDS | [{\"a\":1,\"b\":\"x\"},{\"a\":null,\"b\":\"\"}]",
        "SPLIT | {\"index\":[0,1],\"columns\":[\"a\",\"b\"],\"data\":[[1,\"x\"],[null,\"\"]]}",
        "LIST | {\"a\":[1,null],\"b\":[\"x\",\"\"]}",
        "DICT | {\"a\":{\"0\":1,\"1\":null},\"b\":{\"0\":\"x\",\"1\":\"\"}}",
        "TABLE | {\"schema\":{\"fields\":[{\"name\":\"index\",\"type\":\"integer\"},"
            + "{\"name\":\"a\",\"type\":\"integer\"},{\"name\":\"b\",\"type\":\"string\"}],"
            + "\"primaryKey\":[\"index\"],\"pandas_version\":\"1.4.0\"},\"data\":"
            + "[{\"index\":0,\"a\":1,\"b\":\"x\"},{\"index\":1,\"a\":null,\"b\":\"\"}]}"
      })
  void withoutHintsOnlyTheLayoutIsWritten(FrameForm form, String json) {
    assertEquals(json, PLAIN.with(c -> c.frameForm(form)).toJson(TABLE));
    assertEquals(TABLE, PLAIN.fromJson(json, Frame.class));
    String value = "{\"data\":" + json + ",\"orient\":\"" + form.name().toLowerCase() + "\"}";
    assertEquals(TABLE, DATASON.fromJson(hinted("pandas.DataFrame", value)));
  }

  @Test
  void layoutsWithoutNames() {
    String json = "[[1,\"x\"],[null,\"\"]]";
    assertEquals(json, PLAIN.with(c -> c.frameForm(FrameForm.VALUES)).toJson(TABLE));
    Frame numbered = PLAIN.fromJson(json, Frame.class);
    assertEquals("0: int64, 1: text", numbered.schema().toString());
    assertEquals(TABLE.columns(), numbered.columns());
    json = "{\"0\":{\"a\":1,\"b\":\"x\"},\"1\":{\"a\":null,\"b\":\"\"}}";
    assertEquals(json, PLAIN.with(c -> c.frameForm(FrameForm.INDEX)).toJson(TABLE));
    String value = "{\"data\":" + json + ",\"orient\":\"index\"}";
    assertEquals(TABLE, DATASON.fromJson(hinted("pandas.DataFrame", value)));
  }

  @Test
  void withHintsTheTypesStandBeforeTheData() {
    assertEquals(
        hinted(
            "pandas.DataFrame",
            "{\"orient\":\"records\",\"__datason_schema__\":{\"fields\":[{\"name\":\"a\",\"type\":"
                + "\"int64\"},{\"name\":\"b\",\"type\":\"text\"}],\"rows\":2},"
                + "\"data\":[{\"a\":1,\"b\":\"x\"},{\"a\":null,\"b\":\"\"}]}"),
        DATASON.toJson(TABLE));
  }

  @Test
  void cellsArePlainJson() {
    Frame frame =
        Frame.builder()
            .column("id", Column.of(Simple.UUID, new UUID(1, 2)))
            .column("price", Column.of(new FieldType.Decimal(5, 2), new BigDecimal("1.50")))
            .column(
                "at",
                Column.of(
                    new Timestamp(Unit.NS, null),
                    LocalDateTime.parse("2024-06-15T10:30:00.123456789")))
            .column("x", Column.of(Simple.FLOAT64, Double.NaN))
            .column("y", Column.of(Simple.FLOAT32, 0.1f))
            .column("kind", Column.of(new FieldType.Dictionary(Simple.TEXT, true), "low"))
            .index(new Series("key", Column.of(Simple.TEXT, "r1")))
            .build();
    String data =
        "[[\"00000000-0000-0001-0000-000000000002\",\"1.50\",\"2024-06-15T10:30:00.123456789\","
            + "null,0.1,\"low\"]]";
    String json = DATASON.with(c -> c.frameForm(FrameForm.SPLIT)).toJson(frame);
    assertEquals(
        hinted(
            "pandas.DataFrame",
            "{\"orient\":\"split\",\"__datason_schema__\":{\"fields\":[{\"name\":\"id\",\"type\":"
                + "\"uuid\"},{\"name\":\"price\",\"type\":\"decimal(5, 2)\"},{\"name\":\"at\","
                + "\"type\":\"timestamp[ns]\"},{\"name\":\"x\",\"type\":\"float64\",\"nonFinite\":"
                + "[0]},{\"name\":\"y\",\"type\":\"float32\"},{\"name\":\"kind\",\"type\":"
                + "\"dictionary\",\"ordered\":true,\"categories\":{\"type\":\"text\",\"values\":"
                + "[\"low\"]}}],\"index\":{\"name\":\"key\",\"type\":\"text\"},\"rows\":1},"
                + "\"data\":{\"index\":[\"r1\"],\"columns\":[\"id\",\"price\",\"at\",\"x\",\"y\","
                + "\"kind\"],\"data\":"
                + data
                + "}}"),
        json);
    assertEquals(frame, DATASON.fromJson(json));
    Datason python = Datason.builder().config(DatasonConfig.python()).build();
    assertEquals(
        data.replace("null", "NaN"),
        python.with(c -> c.hints(false).frameForm(FrameForm.VALUES)).toJson(frame));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,null,2] | int64",
        "[9007199254740993] | int64",
        "[1,2.5] | float64",
        "[0.1,1] | float64",
        "[9007199254740993,0.5] | decimal(17, 1)",
        "[0.5,9007199254740993] | decimal(17, 1)",
        "[9223372036854775808] | decimal(19, 0)",
        "[0.12345678901234567890,1] | decimal(21, 20)",
        "[1e400] | decimal(401, 0)",
        "[true,null] | boolean",
        "[\"a\"] | text",
        "[null] | mixed",
        "[1,\"a\"] | mixed",
        "[true,1] | mixed",
        "[[1],[2.5,null]] | list<float64>",
        "[{\"x\":1},{\"y\":\"a\"}] | struct<x: int64, y: text>",
        "[[{\"x\":[true]}]] | list<struct<x: list<boolean>>>",
        "[\"2024-06-15\"] | text"
      })
  void typesAreInferredAndWiden(String values, String type) {
    Frame frame = DATASON.fromJson("{\"c\":" + values + "}", Frame.class);
    assertEquals("c: " + type, frame.schema().toString());
    String records = values.replaceFirst("\\[", "[{\"c\":").replaceFirst("\\]$", "}]");
    if (frame.size() == 1) {
      assertEquals(frame, DATASON.fromJson(records, Frame.class));
    }
    assertEquals(frame, DATASON.fromJson(DATASON.toJson(frame)));
  }

  @Test
  void noDigitIsLost() {
    Frame frame =
        DATASON.fromJson("{\"c\":[9007199254740993,0.25,3],\"d\":[1,\"x\",2.5]}", Frame.class);
    assertEquals(new BigDecimal("9007199254740993.00"), frame.column("c").get(0));
    assertEquals(List.of(1, "x", 2.5), List.of(values(frame.column("d"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678901234567890123", "0.12345678901234567890", "1e400"})
  void longNumbersAmongTextsStayAsTheyAre(String number) {
    String json = hinted("pandas.DataFrame", "[{\"a\":\"x\"},{\"a\":" + number + "}]");
    Object value = DATASON.with(c -> c.decimals(Decimals.BIG_DECIMAL)).fromJson(json);
    assertEquals(number.contains(".") || number.contains("e"), value instanceof Hinted);
    String plain = "[{\"a\":\"x\"},{\"a\":" + number + "}]";
    Object last = DATASON.fromJson(plain, Frame.class).column("a").get(1);
    assertEquals(0, new BigDecimal(number).compareTo(new BigDecimal(last.toString())));
  }

  private static Object[] values(Column column) {
    Object[] values = new Object[column.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.get(i);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"2024-06-15\",null,\"1999-12-31\"] | date",
        "[\"2024-06-15T10:30:00\",\"2024-06-15T10:30:00.25\"] | timestamp[us]",
        "[\"2024-06-15T10:30:00\",\"2024-06-15T10:30:00.123456789\"] | timestamp[ns]",
        "[\"2024-06-15T10:30:00Z\",\"2024-06-15T10:30:00+00:00\"] | timestamp[us, UTC]",
        "[\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"] | uuid",
        "[\"2024-06-15\",\"2024-02-30\"] | text",
        "[\"2024-06-15\",\"2024-06-15T10:30:00\"] | text",
        "[\"7d444840-9dc0-11d1-b245-5ffdce74fadx\"] | text",
        "[\"12\"] | text"
      })
  void textsAreRecognisedByTheWholeColumn(String values, String type) {
    Datason automatic = DATASON.with(c -> c.recognition(Recognition.AUTOMATIC));
    Frame frame = automatic.fromJson("{\"c\":" + values + "}", Frame.class);
    assertEquals("c: " + type, frame.schema().toString());
    assertEquals(type, automatic.fromJson(values, Series.class).column().type().toString());
    assertEquals("c: text", DATASON.fromJson("{\"c\":" + values + "}", Frame.class).schema() + "");
    assertEquals(frame, automatic.fromJson(automatic.toJson(frame)));
  }

  @Test
  void recordsThatHaveNothingInCommonAreNoTable() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 2000; i++) {
      json.append(i == 0 ? "" : ",").append("{\"m").append(i).append("\":1}");
    }
    json.append(']');
    MismatchException e =
        assertThrows(MismatchException.class, () -> DATASON.fromJson(json + "", Frame.class));
    assertEquals(
        "Expected a Frame but found an array (The records differ so much that a table of them"
            + " would be almost empty) at $ (line 1, column 1, offset 0)",
        e.getMessage());
    assertInstanceOf(Hinted.class, DATASON.fromJson(hinted("pandas.DataFrame", json.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":[1,2],\"b\":[1]}", "{\"a\":{\"0\":1,\"1\":2},\"b\":{\"0\":1}}"})
  void columnsOfDifferentLengthsAreNoTable(String json) {
    MismatchException e =
        assertThrows(MismatchException.class, () -> DATASON.fromJson(json, Frame.class));
    assertEquals(
        "Expected a Frame but found an object (the column 'b' has another number of rows than"
            + " those before it: 1, not 2) at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void aMemberThatComesTwiceIsNoTable() {
    MismatchException e =
        assertThrows(
            MismatchException.class, () -> DATASON.fromJson("[{\"a\":1,\"a\":2}]", Frame.class));
    assertEquals(
        "Expected a Frame but found an array (Row 0 has the member 'a' twice) at $ (line 1,"
            + " column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void redactedTablesAreRecordsWithoutTypes() {
    Frame frame =
        Frame.builder()
            .column("user", Column.of(new FieldType.Dictionary(Simple.TEXT, false), "ada", "bob"))
            .column("password", Column.of(Simple.INT64, 12L, 34L))
            .build();
    Datason redacting =
        DATASON
            .with(c -> c.frameForm(FrameForm.SPLIT))
            .with(Redaction.builder().fields("password").build());
    assertEquals(
        hinted(
            "pandas.DataFrame",
            "{\"orient\":\"records\",\"data\":[{\"user\":\"ada\",\"password\":\"[REDACTED]\"},"
                + "{\"user\":\"bob\",\"password\":\"[REDACTED]\"}]}"),
        redacting.toJson(frame));
  }

  @Test
  void recordsMayDiffer() {
    Frame frame =
        DATASON.fromJson("[{\"a\":1},{\"b\":true,\"a\":2},{},{\"c\":\"x\"}]", Frame.class);
    Frame expected =
        Frame.builder()
            .column("a", Column.of(Simple.INT64, 1L, 2L, null, null))
            .column("b", Column.of(Simple.BOOLEAN, null, true, null, null))
            .column("c", Column.of(Simple.TEXT, null, null, null, "x"))
            .build();
    assertEquals(expected, frame);
    assertEquals(0, DATASON.fromJson("[]", Frame.class).size());
    assertEquals(0, DATASON.fromJson("{}", Frame.class).schema().size());
  }

  @Test
  void labelsAreKept() {
    Frame frame =
        DATASON.fromJson(
            "{\"columns\":[\"a\"],\"data\":[[1],[2]],\"index\":[\"r\",\"s\"]}", Frame.class);
    assertEquals(new Series(null, Column.of(Simple.TEXT, "r", "s")), frame.index());
    assertEquals(frame, DATASON.fromJson("{\"a\":{\"r\":1,\"s\":2}}", Frame.class));
    String table =
        "{\"schema\":{\"fields\":[{\"name\":\"index\",\"type\":\"string\"},{\"name\":\"a\","
            + "\"type\":\"integer\"},{\"name\":\"t\",\"type\":\"datetime\"}],\"primaryKey\":"
            + "[\"index\"],\"pandas_version\":\"1.4.0\"},\"data\":[{\"index\":\"r\",\"a\":1,"
            + "\"t\":\"2024-06-15T10:30:00.000\"},{\"index\":\"s\",\"a\":2,\"t\":null}]}";
    Frame typed = DATASON.fromJson(table, Frame.class);
    assertEquals(frame.index(), typed.index());
    assertEquals("a: int64, t: timestamp[ns]", typed.schema().toString());
  }

  @Test
  void polarsIsRead() {
    String value =
        "{\"columns\":[\"id\",\"x\",\"t\"],\"data\":{\"id\":[1,2],\"x\":[0.5,null],\"t\":"
            + "[\"2024-06-15T10:30:00\",null]},\"schema\":{\"id\":\"UInt8\",\"x\":\"Float32\","
            + "\"t\":\"Datetime(time_unit='us', time_zone=None)\"}}";
    Frame frame = (Frame) DATASON.fromJson(hinted("polars.DataFrame", value));
    assertEquals("id: uint8, x: float32, t: timestamp[us]", frame.schema().toString());
    assertEquals(LocalDateTime.parse("2024-06-15T10:30"), frame.column("t").get(0));
    assertEquals(frame, DATASON.fromJson(DATASON.toJson(frame)));
    String series = "{\"name\":\"s\",\"data\":[1,null],\"dtype\":\"Int16\"}";
    assertEquals(
        new Series("s", Column.of(Simple.INT16, (short) 1, null)),
        DATASON.fromJson(hinted("polars.Series", series)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"data\":[1,2],\"name\":\"n\",\"dtype\":\"int64\"} | n: int64[1, 2]",
        "{\"data\":[1.5,NaN],\"name\":null,\"dtype\":\"float64\"} | float64[1.5, NaN]",
        "{\"data\":[1,2],\"name\":null,\"dtype\":\"float32\"} | float32[1.0, 2.0]",
        "{\"data\":[\"a\",\"b\",\"a\"],\"name\":null,\"dtype\":\"category\"}"
            + " | dictionary<text>[a, b, a]",
        "{\"data\":[true],\"name\":null,\"dtype\":\"bool\"} | boolean[true]",
        "{\"data\":[\"2024-06-15T10:30:00\"],\"name\":null,\"dtype\":\"datetime64[ns]\"}"
            + " | timestamp[ns][2024-06-15T10:30]"
      })
  void pandasSeriesAreRead(String value, String shown) {
    Series series = (Series) DATASON.fromJson(hinted("pandas.Series", value));
    assertEquals(shown, series.toString());
    assertEquals(series, DATASON.fromJson(DATASON.toJson(series)));
  }

  @Test
  void theOldDialectIsRead() {
    String cell = hinted("uuid.UUID", "\"00000000-0000-0001-0000-000000000002\"");
    Frame frame = (Frame) DATASON.fromJson(hinted("pandas.DataFrame", "[{\"id\":" + cell + "}]"));
    assertEquals(Column.of(Simple.UUID, new UUID(1, 2)), frame.column("id"));
    String split = "{\"index\":[0],\"columns\":[\"a\"],\"data\":[[NaN]]}";
    frame = (Frame) DATASON.fromJson(hinted("pandas.DataFrame", split));
    assertEquals(Column.wrap(new double[] {Double.NaN}), frame.column("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"_series_name\":\"s\",\"0\":1,\"1\":null} | s: int64[1, null]",
        "{\"_series_name\":null,\"0\":NaN} | float64[NaN]",
        "{\"_series_name\":\"c\",\"0\":\"b\",\"1\":\"a\",\"_dtype\":\"category\",\"_categories\":"
            + "[\"a\",\"b\",\"z\"],\"_ordered\":true} | c: dictionary<text, ordered>[b, a]"
      })
  void seriesOfTheOldDialectAreRead(String value, String shown) {
    Series series = (Series) DATASON.fromJson(hinted("pandas.Series", value));
    assertEquals(shown, series.toString());
    assertEquals(series, DATASON.fromJson(DATASON.toJson(series)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_series_name\":\"s\",\"x\":1}",
        "{\"_series_name\":\"s\",\"0\":1,\"_dtype\":\"odd\"}",
        "{\"_series_name\":\"s\",\"0\":1,\"_dtype\":\"category\"}",
        "{\"_series_name\":\"s\",\"0\":\"q\",\"_dtype\":\"category\",\"_categories\":[\"a\"]}",
        "{\"data\":[1],\"name\":\"n\",\"dtype\":\"complex128\"}",
        "{\"data\":[300],\"name\":\"n\",\"dtype\":\"int8\"}",
        "{\"data\":[1],\"name\":7,\"dtype\":\"int64\"}",
        "{\"data\":[1],\"name\":\"n\",\"dtype\":\"bool\"}",
        "{\"name\":\"n\",\"dtype\":\"int64\"}"
      })
  void whatIsNoSeriesStaysAsItIs(String value) {
    String json = hinted("pandas.Series", value);
    assertInstanceOf(Hinted.class, DATASON.fromJson(json));
    assertEquals(json, DATASON.toJson(DATASON.fromJson(json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[{\"a\":1}],\"orient\":\"sideways\"}",
        "{\"data\":[{\"a\":1}],\"orient\":\"records\",\"more\":1}",
        "{\"data\":[{\"a\":123456789012345678901234567890}],\"orient\":\"records\"}",
        "{\"data\":{\"columns\":[0,1],\"index\":[0],\"data\":[[1,2]]},\"orient\":\"split\"}",
        "{\"data\":{\"columns\":[\"a\",\"a\"],\"index\":[0],\"data\":[[1,2]]},\"orient\":\"split\"}",
        "{\"data\":[[1],[1,2]],\"orient\":\"values\"}",
        "{\"data\":[{\"a\":{\"x\":1}},{\"a\":2}],\"orient\":\"records\"}",
        "{\"data\":{\"a\":[1],\"b\":[1,2]},\"orient\":\"list\"}",
        "{\"data\":{\"a\":{\"0\":1},\"b\":{\"1\":1}},\"orient\":\"dict\"}",
        "{\"x\":1}",
        "5",
        "\"text\""
      })
  void whatIsNoTableStaysAsItIs(String value) {
    String frame = hinted("pandas.DataFrame", value);
    String list = "[" + frame + ",{\"a\":[" + frame + "]}]";
    assertInstanceOf(Hinted.class, DATASON.fromJson(frame));
    assertEquals(frame, DATASON.toJson(DATASON.fromJson(frame)));
    assertEquals(list, DATASON.toJson(DATASON.fromJson(list)));
    assertThrows(MismatchException.class, () -> DATASON.fromJson(frame, Frame.class));
    assertEquals(DATASON.fromJson(frame), DATASON.fromJson(frame, Hinted.class));
    String series = hinted("pandas.Series", value);
    assertEquals(series, DATASON.toJson(DATASON.fromJson(series)));
  }

  @Test
  void theReasonIsTold() {
    MismatchException e =
        assertThrows(
            MismatchException.class, () -> DATASON.fromJson("{\"a\":[1],\"b\":2}", Frame.class));
    assertEquals(
        "Expected a Frame but found an object (a table has arrays or objects as its columns, or"
            + " the members of one of its layouts) at $ (line 1, column 1, offset 0)",
        e.getMessage());
    e = assertThrows(MismatchException.class, () -> DATASON.fromJson("5", Frame.class));
    assertEquals(
        "Expected a table as an array or object but found 5 at $ (line 1, column 1, offset 0)",
        e.getMessage());
    String json = DATASON.toJson(TABLE).replace("\"a\":1,", "\"a\":1.5,");
    e = assertThrows(MismatchException.class, () -> DATASON.fromJson(json));
    assertEquals("Expected a long but found 1.5", e.getMessage().replaceFirst(" at .*", ""));
    String odd = DATASON.toJson(TABLE).replace("int64", "int8").replace("\"a\":1,", "\"a\":300,");
    e = assertThrows(MismatchException.class, () -> DATASON.fromJson(odd));
    assertEquals(
        "Expected a Frame but found an object ('a': 300 is out of the range of int8) at"
            + " $.__datason_value__ (line 1, column 60, offset 59)",
        e.getMessage());
  }
}
