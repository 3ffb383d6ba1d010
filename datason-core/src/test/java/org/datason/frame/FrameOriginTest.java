package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.FrameForm;
import org.datason.frame.FieldType.Simple;
import org.datason.redaction.Redaction;
import org.datason.types.Hinted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames and series of polars are written back as such, with all that ours have. */
class FrameOriginTest {

  private static final Datason DATASON = Datason.create();

  private static String hinted(String hint, String value) {
    return "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + value + "}";
  }

  private static final String OF_PYTHON =
      hinted(
          "polars.DataFrame",
          "{\"columns\":[\"id\",\"t\"],\"data\":{\"id\":[1,2],\"t\":[\"2024-06-15T10:30:00\",null]},"
              + "\"schema\":{\"id\":\"UInt64\",\"t\":\"Datetime(time_unit='us', time_zone=None)\"}}");

  // ---------------------------------------------------------------- frames

  @Test
  void aFrameOfPolarsIsWrittenBackAsSuch() {
    Frame frame = (Frame) DATASON.fromJson(OF_PYTHON);
    assertEquals(FrameOrigin.POLARS, frame.origin());
    String json = DATASON.toJson(frame);
    assertEquals(
        hinted(
            "polars.DataFrame",
            "{\"columns\":[\"id\",\"t\"],\"schema\":{\"id\":\"UInt64\",\"t\":\"Datetime(time_unit='us',"
                + " time_zone=None)\"},\"__datason_schema__\":{\"fields\":[{\"name\":\"id\",\"type\":"
                + "\"int64\"},{\"name\":\"t\",\"type\":\"timestamp[us]\"}],\"rows\":2},\"data\":{"
                + "\"id\":[1,2],\"t\":[\"2024-06-15T10:30:00\",null]}}"),
        json);
    Frame same = (Frame) DATASON.fromJson(json);
    assertEquals(frame, same);
    assertEquals(json, DATASON.toJson(same));
    assertEquals(FrameOrigin.POLARS, frame.slice(0, 1).origin());
    assertEquals("UInt64", frame.slice(0, 1).dtype(0));
  }

  @Property(tries = 150)
  void polarsKeepsEveryBit(@ForAll long seed) {
    Frame frame = new Frames(seed).frame().withOrigin(FrameOrigin.POLARS);
    for (Datason datason :
        List.of(
            DATASON,
            DATASON.with(c -> c.sortKeys(true).frameForm(FrameForm.SPLIT)),
            DATASON.with(c -> c.indent(1).frameForm(FrameForm.INDEX)))) {
      String json = datason.toJson(frame);
      Frame same = (Frame) DATASON.fromJson(json);
      assertEquals(frame, same, json);
      assertEquals(
          frame.index() == null ? FrameOrigin.POLARS : FrameOrigin.PANDAS, same.origin(), json);
      assertEquals(frame, DATASON.fromJson(json, Frame.class));
    }
  }

  @Test
  void originsAreNoPartOfTheValue() {
    Frame pandas = Frame.builder().column("a", Column.of(Simple.INT8, (byte) 1)).build();
    Frame polars = pandas.withOrigin(FrameOrigin.POLARS);
    assertEquals(pandas, polars);
    assertEquals(pandas.hashCode(), polars.hashCode());
    assertSame(polars, polars.withOrigin(FrameOrigin.POLARS));
    assertEquals(FrameOrigin.PANDAS, polars.withOrigin(FrameOrigin.PANDAS).origin());
  }

  @Test
  void aDeclaredFrameKeepsItsOrigin() {
    List<Frame> frames = List.of((Frame) DATASON.fromJson(OF_PYTHON));
    TypeRef<List<Frame>> type = new TypeRef<>() {};
    List<Frame> same = DATASON.fromJson(DATASON.toJson(frames), type);
    assertEquals(FrameOrigin.POLARS, same.get(0).origin());
  }

  @Test
  void withoutHintsThereIsOnlyTheLayout() {
    Frame frame = (Frame) DATASON.fromJson(OF_PYTHON);
    assertEquals(
        "[{\"id\":1,\"t\":\"2024-06-15T10:30:00\"},{\"id\":2,\"t\":null}]",
        DATASON.with(c -> c.hints(false)).toJson(frame));
  }

  @Test
  void redactedAndLabelledFramesAreOfPandas() {
    Frame frame = (Frame) DATASON.fromJson(OF_PYTHON);
    assertEquals(
        hinted(
            "pandas.DataFrame",
            "{\"orient\":\"records\",\"data\":[{\"id\":\"[REDACTED]\",\"t\":\"2024-06-15T10:30:00\"},"
                + "{\"id\":\"[REDACTED]\",\"t\":null}]}"),
        DATASON.with(Redaction.builder().fields("id").build()).toJson(frame));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"columns\":[\"a\"],\"data\":{\"a\":[1]},\"schema\":{\"b\":\"Int64\"}}",
        "{\"columns\":[],\"data\":{\"a\":[1]},\"schema\":{\"a\":\"Int64\"}}",
        "{\"columns\":[\"a\"],\"data\":{\"a\":[1]},\"schema\":{\"a\":\"Int64\"},\"more\":1}",
        "{\"columns\":[\"a\"],\"data\":{\"a\":[-1]},\"schema\":{\"a\":\"UInt8\"}}",
        "{\"columns\":[\"a\"],\"schema\":{\"a\":\"Int64\"}}"
      })
  void whatIsNoTableOfPolarsStaysAsItIs(String value) {
    String json = hinted("polars.DataFrame", value);
    assertInstanceOf(Hinted.class, DATASON.fromJson(json));
    assertEquals(json, DATASON.toJson(DATASON.fromJson(json)));
  }

  @Test
  void everyTypeHasANameInPolars() {
    Map<String, String> names =
        Map.of(
            "boolean", "Boolean",
            "uint32", "UInt32",
            "float16", "Float32",
            "uuid", "String",
            "decimal(5, 2)", "Decimal(precision=5, scale=2)",
            "timestamp[s]", "Datetime(time_unit='ms', time_zone=None)",
            "timestamp[ns, Europe/Berlin]", "Datetime(time_unit='ns', time_zone='Europe/Berlin')",
            "duration", "Duration(time_unit='ns')",
            "mixed", "Object",
            "binary", "Binary");
    names.forEach(
        (type, name) ->
            assertEquals(name, PolarsTypes.name(Column.of(FieldType.named(type))), type));
    Schema schema = Schema.of(new Field("it's", new FieldType.ListOf(Simple.TEXT)));
    assertEquals(
        "Struct({'it\\'s': List(String)})",
        PolarsTypes.name(Column.of(new FieldType.Struct(schema))));
    assertEquals(
        "Categorical", PolarsTypes.name(Column.of(new FieldType.Dictionary(Simple.TEXT, false))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pandas", "polars"})
  void whatWouldLoadAsAnotherLibrarysIsAFrameWhereOneIsAskedFor(String library) {
    FrameOrigin origin = FrameOrigin.valueOf(library.toUpperCase(Locale.ROOT));
    Frame frame =
        Frame.builder().column("a", Column.of(Simple.INT8, (byte) 1)).build().withOrigin(origin);
    Series series = new Series("a", frame.column(0)).withOrigin(origin);
    String java = "\",\"__datason_java__\":\"com.acme.Table\",\"__datason_value__\"";
    String json = DATASON.toJson(frame).replace("\",\"__datason_value__\"", java);
    assertEquals(frame, DATASON.fromJson(json, Frame.class));
    assertEquals(origin, DATASON.fromJson(json, Frame.class).origin());
    json = DATASON.toJson(series).replace("\",\"__datason_value__\"", java);
    assertEquals(series, DATASON.fromJson(json, Series.class));
    assertEquals(origin, DATASON.fromJson(json, Series.class).origin());
  }

  // ---------------------------------------------------------------- series

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "polars.Series | Int16 | int16",
        "polars.Series | UInt64 | int64",
        "polars.Series | Object | int64",
        "pandas.Series | uint64 | int64",
        "pandas.Series | Int8 | int8"
      })
  void aSeriesIsWrittenBackAsWhatItWas(String hint, String dtype, String type) {
    String value = "{\"name\":\"s\",\"data\":[1,2],\"dtype\":\"" + dtype + "\"}";
    Series series = (Series) DATASON.fromJson(hinted(hint, value));
    assertEquals(
        hint.startsWith("polars") ? FrameOrigin.POLARS : FrameOrigin.PANDAS, series.origin());
    String json = DATASON.toJson(series);
    assertEquals(
        hinted(
            hint,
            "{\"name\":\"s\",\"dtype\":\""
                + dtype
                + "\",\"__datason_schema__\":{\"type\":\""
                + type
                + "\"},\"data\":[1,2]}"),
        json);
    assertEquals(series, DATASON.fromJson(json));
    assertEquals(json, DATASON.toJson(DATASON.fromJson(json)));
    TypeRef<List<Series>> list = new TypeRef<>() {};
    assertEquals(
        series.origin(), DATASON.fromJson(DATASON.toJson(List.of(series)), list).get(0).origin());
  }

  @Test
  void aSeriesCanBecomeOneOfPolars() {
    Series series = new Series(null, Column.of(Simple.TEXT, "a", null));
    Series polars = series.withOrigin(FrameOrigin.POLARS);
    assertEquals(series, polars);
    assertEquals(series.hashCode(), polars.hashCode());
    assertEquals(
        hinted(
            "polars.Series",
            "{\"name\":null,\"dtype\":\"String\",\"__datason_schema__\":{\"type\":\"text\"},"
                + "\"data\":[\"a\",null]}"),
        DATASON.toJson(polars));
    assertEquals("[\"a\",null]", DATASON.with(c -> c.hints(false)).toJson(polars));
  }
}
