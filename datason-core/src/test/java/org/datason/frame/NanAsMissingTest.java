package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.datason.config.DatasonConfig;
import org.datason.frame.FieldType.Simple;
import org.datason.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NaN in documents for libraries to which it is a missing value. */
class NanAsMissingTest {

  private static final DatasonConfig CONFIG =
      DatasonConfig.defaults().toBuilder().acceptNonFinite(true).build();

  private static JsonReader reader(String json) {
    return new JsonReader(CONFIG, null, json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, NaN, 2] | int64[1, null, 2]",
        "[NaN, 0.5, NaN] | float64[null, 0.5, null]",
        "[\"a\", NaN, \"b\"] | text[a, null, b]",
        "[NaN, true] | boolean[null, true]",
        "[NaN, NaN] | mixed[null, null]",
        "[NaN, [1.5, NaN]] | list<float64>[null, [1.5, null]]",
        "[1, NaN, Infinity] | float64[1.0, null, Infinity]",
        "[-Infinity, NaN] | float64[-Infinity, null]",
        "[9007199254740993, Infinity] | mixed[9007199254740993, Infinity]",
        "[12345678901234567890123, -Infinity] | mixed[12345678901234567890123, -Infinity]",
        "[\"a\", Infinity] | mixed[a, Infinity]",
        "[[1], Infinity] | mixed[[1], Infinity]",
        "[123456789012345678901, NaN, 0.5] | decimal(22, 1)[123456789012345678901.0, null, 0.5]"
      })
  void isMissingInAnyColumn(String values, String column) {
    Frame frame = FrameCodec.readWithoutNan(reader("{\"c\":" + values + "}"));
    assertEquals(column, frame.column("c").toString());
    assertEquals(column, FrameCodec.readSeriesWithoutNan(reader(values)).column().toString());
  }

  @Test
  void isItselfElsewhere() {
    Column column = Column.wrap(new double[] {1, Double.NaN});
    assertEquals(column, FrameCodec.read(reader("{\"c\":[1.0,NaN]}")).column("c"));
    assertEquals(column, FrameCodec.readSeries(reader("[1.0,NaN]")).column());
  }

  @Test
  void isWhatTheSchemaSays() {
    String json =
        "{\"orient\":\"records\",\"__datason_schema__\":{\"fields\":[{\"name\":\"c\","
            + "\"type\":\"float64\",\"nonFinite\":[1]}],\"name\":\"t\",\"rows\":3},"
            + "\"data\":[{\"c\":1},{\"c\":null},{\"c\":null}]}";
    Frame frame = FrameCodec.readWithoutNan(reader(json));
    assertEquals(Column.of(Simple.FLOAT64, 1.0, Double.NaN, null), frame.column("c"));
    assertEquals("t", frame.name());
  }
}
