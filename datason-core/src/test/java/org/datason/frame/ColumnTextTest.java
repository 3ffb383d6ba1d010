package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.json.NumberText;
import org.datason.json.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of values: written, read back, and read in other spellings. */
class ColumnTextTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Object parse(String type, String text) {
    ColumnBuilder builder = ColumnBuilder.of(FieldType.named(type));
    byte[] b = bytes("<" + text + ">");
    builder.appendText(b, 1, b.length - 1);
    return builder.build().get(0);
  }

  private static String text(FieldType type, Object value) {
    TextBytes out = new TextBytes();
    Column.of(type, value).appendText(0, out);
    return TextBytes.decode(out.bytes(), 0, out.length());
  }

  @Property(tries = 500)
  void everyValueComesBackBitByBit(@ForAll long seed) {
    Frames frames = new Frames(seed);
    FieldType type = frames.type(0);
    if (type == Simple.MIXED || type instanceof ListOf || type instanceof Struct) {
      return; // these have no text
    }
    Column column = frames.column(type, (int) (seed & 63));
    ColumnBuilder builder = ColumnBuilder.like(column);
    TextBytes text = new TextBytes();
    for (int i = 0; i < column.size(); i++) {
      int from = text.length();
      if (column.isMissing(i)) {
        builder.appendMissing();
      } else {
        column.appendText(i, text);
        builder.appendText(text.bytes(), from, text.length());
      }
    }
    assertEquals(column, builder.build());
  }

  @Property(tries = 200)
  void whatIsLikeAColumnTakesItsValues(@ForAll long seed) {
    Frames frames = new Frames(seed);
    Column column = frames.column(frames.type(2), 20);
    ColumnBuilder builder = ColumnBuilder.like(column);
    for (int i = 0; i < column.size(); i++) {
      builder.append(column.get(i));
    }
    assertEquals(column, builder.build());
  }

  @Test
  void textsOfTheTypes() {
    assertEquals("true", text(Simple.BOOLEAN, true));
    assertEquals("4294967295", text(Simple.UINT32, 4294967295L));
    assertEquals("0.1", text(Simple.FLOAT32, 0.1f));
    assertEquals("1e-7", text(Simple.FLOAT64, 1e-7));
    assertEquals(
        "NaN:7ff8000000000001", text(Simple.FLOAT64, Double.longBitsToDouble(0x7ff8000000000001L)));
    assertEquals("0.0000001", text(new Decimal(9, 7), new BigDecimal("1E-7")));
    assertEquals("1200", text(new Decimal(5, -2), new BigDecimal("1.2E+3")));
    assertEquals("1E+900", text(new Decimal(5, -900), new BigDecimal("1E+900")));
    assertEquals("0001-01-01", text(Simple.DATE, LocalDate.of(1, 1, 1)));
    assertEquals("2932897", text(Simple.DATE, LocalDate.of(10_000, 1, 1)));
    assertEquals("PT1H0.5S", text(Simple.DURATION, Duration.ofMillis(3_600_500)));
    Timestamp berlin = new Timestamp(Unit.MS, "Europe/Berlin");
    assertEquals(
        "2024-06-15T08:30:00+00:00",
        text(
            berlin,
            LocalDateTime.of(2024, 6, 15, 10, 30).atZone(java.time.ZoneId.of("Europe/Berlin"))));
    assertEquals("AQI=", text(Simple.BINARY, new byte[] {1, 2}));
    assertEquals("1.5", text(new Dictionary(Simple.FLOAT64, false), 1.5));
    assertThrows(UnsupportedOperationException.class, () -> text(Simple.MIXED, 1));
    assertThrows(
        UnsupportedOperationException.class,
        () -> ColumnBuilder.of(new ListOf(Simple.INT8)).appendText(bytes("1"), 0, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, TRUE, true",
    "boolean, False, false",
    "int8, +007, 7",
    "int8, -128, -128",
    "int64, -9223372036854775808, -9223372036854775808",
    "int64, +9223372036854775807, 9223372036854775807",
    "float64, 1, 1.0",
    "float64, +5, 5.0",
    "float64, 007.50, 7.5",
    "float64, .5, 0.5",
    "float64, -5., -5.0",
    "float64, 1E-05, 1.0E-5",
    "float64, inf, Infinity",
    "float64, +inf, Infinity",
    "float64, nan, NaN",
    "float32, 0.1, 0.1",
    "float32, .1, 0.1",
    "float16, 0.5, 0.5",
    "'decimal(5, 2)', 12.5, 12.50",
    "'decimal(25, 2)', +1e3, 1000.00",
    "date, 2024-02-29, 2024-02-29",
    "date, 2932897, +10000-01-01",
    "'timestamp[s]', 2024-06-15 10:30:00, 2024-06-15T10:30",
    "'timestamp[ms, UTC]', 2024-06-15T10:30:00+02:00, 2024-06-15T08:30Z[UTC]",
    "time, 10:30:00.5, 10:30:00.500",
    "uuid, 7D444840-9DC0-11D1-B245-5FFDCE74FAD2, 7d444840-9dc0-11d1-b245-5ffdce74fad2",
    "text, '', ''",
  })
  void usualSpellingsAreRead(String type, String text, String value) {
    assertEquals(value, parse(type, text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "boolean, 1, '''1'' is no boolean'",
    "boolean, tRUE, '''tRUE'' is no boolean'",
    "int8, 128, 128 is out of the range of int8",
    "uint8, -1, -1 is out of the range of uint8",
    "int64, 9223372036854775808, 9223372036854775808 is out of the range of int64",
    "int64, -9223372036854775809, -9223372036854775809 is out of the range of int64",
    "int64, 99999999999999999999, 99999999999999999999 is out of the range of int64",
    "int32, 1.0, '''1.0'' is no int32'",
    "int32, -, '''-'' is no int32'",
    "int32, '', ''''' is no int32'",
    "float64, 1e400, '''1e400'' is no float64'",
    "float64, '1,5', '''1,5'' is no float64'",
    "float64, 0x1p3, '''0x1p3'' is no float64'",
    "float64, 1d, '''1d'' is no float64'",
    "float64, e5, '''e5'' is no float64'",
    "float64, 1e, '''1e'' is no float64'",
    "float64, ., '''.'' is no float64'",
    "float32, 1e39, '''1e39'' is no float32'",
    "float16, 0.1, 0.1 is no float16",
    "'decimal(3, 2)', 12.50, '12.50 is no decimal(3, 2)'",
    "'decimal(3, 2)', 1.255, '1.255 is no decimal(3, 2)'",
    "'decimal(3, 2)', x, '''x'' is no decimal(3, 2)'",
    "date, 2024, '''2024'' is no date'",
    "date, 2024-02-30, '''2024-02-30'' is no date'",
    "'timestamp[s]', 1718447400, '''1718447400'' is no timestamp[s]'",
    "time, 25:00, '''25:00'' is no time'",
    "duration, 5s, '''5s'' is no duration'",
    "uuid, 7d44, '''7d44'' is no UUID'",
    "binary, '*', '''*'' is no base64'",
  })
  void otherTextsAreRefused(String type, String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> parse(type, text)).getMessage());
  }

  @Test
  void categoriesThatAreGivenStay() {
    Column few = Column.dictionary(Column.of(Simple.TEXT, "b", "a"), true, "a");
    ColumnBuilder builder = ColumnBuilder.like(few);
    builder.appendText(bytes("b"), 0, 1);
    assertEquals(0, builder.build().getLong(0));
    assertEquals(
        "'c' is none of the categories",
        assertThrows(IllegalArgumentException.class, () -> ColumnBuilder.like(few).append("c"))
            .getMessage());
    Column lists = Column.of(new ListOf(new Dictionary(Simple.TEXT, false)), List.of("x", "y"));
    Column structs =
        Column.of(new Struct(Schema.of(new Field("f", lists.type()))), Map.of("f", List.of("z")));
    assertEquals(lists.slice(0, 0), ColumnBuilder.like(lists).build());
    assertEquals(structs.slice(0, 0), ColumnBuilder.like(structs).build());
  }

  @Property
  void numbersAreSpelledAsTheyAreWritten(@ForAll double value) {
    byte[] text = bytes(written(value));
    assertEquals(Double.isFinite(value), NumberText.kind(text, 0, text.length) != null);
    if (Double.isFinite(value)) {
      assertEquals(
          true,
          NumberText.isShortest(text, 0, text.length),
          () -> new String(text, StandardCharsets.UTF_8));
      byte[] longer = bytes(written(value).replaceFirst("(e|$)", "0$1"));
      assertFalse(NumberText.isShortest(longer, 0, longer.length));
      assertEquals(value, NumberText.toDouble(text, 0, text.length));
    }
  }

  private static String written(double value) {
    TextBytes text = new TextBytes();
    text.appendDouble(value);
    return TextBytes.decode(text.bytes(), 0, text.length());
  }
}
