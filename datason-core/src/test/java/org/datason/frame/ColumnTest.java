package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTest {

  private static final Timestamp BERLIN = new Timestamp(Unit.NS, "Europe/Berlin");
  private static final Instant MOMENT = Instant.parse("2024-06-15T10:30:00.123456789Z");

  static Stream<Arguments> valuesOfAllTypes() {
    Schema point = Schema.of(new Field("x", Simple.INT8), new Field("y", Simple.TEXT));
    return Stream.of(
        values(Simple.BOOLEAN, true, false),
        values(Simple.INT8, (byte) -128, (byte) 127),
        values(Simple.INT16, (short) -32768, (short) 1),
        values(Simple.INT32, Integer.MIN_VALUE, 7),
        values(Simple.INT64, Long.MIN_VALUE, 9007199254740993L),
        values(Simple.UINT8, 0, 255),
        values(Simple.UINT16, 0, 65535),
        values(Simple.UINT32, 0L, 4294967295L),
        values(Simple.FLOAT16, 0.5f, -65504f, Float.NaN, Float.NEGATIVE_INFINITY, 0x1p-24f, -0f),
        values(Simple.FLOAT32, 0.1f, -0f, Float.NaN, Float.MAX_VALUE),
        values(Simple.FLOAT64, 0.1, -0.0, Double.NaN, Double.MIN_VALUE),
        values(new Decimal(10, 2), new BigDecimal("19.90"), new BigDecimal("-0.01")),
        values(new Decimal(30, 5), new BigDecimal("1234567890123456789012345.00001")),
        values(Simple.TEXT, "", "ada", "\uD83D\uDE00", "\uD800", "a\uDC00b\u00e9", "ada"),
        values(Simple.DATE, LocalDate.of(2024, 2, 29), LocalDate.of(-5, 1, 1)),
        values(Simple.TIME, LocalTime.MIN, LocalTime.MAX),
        values(new Timestamp(Unit.US, null), LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1000)),
        values(BERLIN, MOMENT.atZone(ZoneId.of("Europe/Berlin"))),
        values(Simple.DURATION, Duration.ofNanos(-1), Duration.ofDays(3)),
        values(
            Simple.UUID, new UUID(1, -1), UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2")),
        values(new Dictionary(Simple.TEXT, false), "b", "a", "b"),
        values(new Dictionary(Simple.INT64, true), 3L, 1L, 3L),
        values(new ListOf(Simple.INT64), List.of(1L, 2L), List.of(), Arrays.asList(null, 3L)),
        values(new Struct(point), Map.of("x", (byte) 1, "y", "z")),
        values(Simple.MIXED, "a", 1, 2L, List.of("x")));
  }

  private static Arguments values(FieldType type, Object... values) {
    return Arguments.of(type, values);
  }

  @ParameterizedTest
  @MethodSource("valuesOfAllTypes")
  void of_keepsValuesAndMissingOnes(FieldType type, Object[] values) {
    Object[] some = new Object[values.length * 2 + 1];
    for (int i = 0; i < values.length; i++) {
      some[2 * i + 1] = values[i];
    }
    Column column = Column.of(type, some);
    assertEquals(type, column.type());
    assertEquals(some.length, column.size());
    assertEquals(values.length + 1, column.missing());
    for (int i = 0; i < some.length; i++) {
      assertEquals(some[i], column.get(i));
      assertEquals(some[i] == null, column.isMissing(i));
    }
    assertEquals(column, Column.of(type, some));
    assertEquals(column.hashCode(), Column.of(type, some).hashCode());
    Column slice = column.slice(1, 2);
    assertEquals(Column.of(type, values[0]).get(0), slice.get(0));
    assertTrue(slice.sameValues(column.slice(1, 2)));
    assertNotEquals(column, column.slice(0, column.size() - 1));
    assertNotEquals(column, null);
  }

  @Test
  void binaryIsCopiedInAndOut() {
    byte[] bytes = {1, -1};
    Column column = Column.of(Simple.BINARY, bytes, null, new byte[0]);
    bytes[0] = 9;
    assertArrayEquals(new byte[] {1, -1}, (byte[]) column.get(0));
    assertArrayEquals(new byte[0], (byte[]) column.get(2));
    assertEquals(column, Column.of(Simple.BINARY, new byte[] {1, -1}, null, new byte[0]));
    assertNotEquals(column, Column.of(Simple.BINARY, new byte[] {1, -1}, null, new byte[1]));
  }

  @Test
  void wrap_readsTheArray() {
    assertTrue(Column.wrap(new boolean[] {true}).getBoolean(0));
    assertEquals(255, Column.wrap(Simple.UINT8, new byte[] {-1}).getLong(0));
    assertEquals(-1, Column.wrap(Simple.INT16, new short[] {-1}).getLong(0));
    assertEquals(1.0, Column.wrap(Simple.FLOAT16, new short[] {0x3C00}).getDouble(0));
    assertEquals(4294967295L, Column.wrap(Simple.UINT32, new int[] {-1}).getLong(0));
    assertEquals(LocalDate.EPOCH, Column.wrap(Simple.DATE, new int[1]).get(0));
    assertEquals(7, Column.wrap(Simple.INT64, new long[] {7}).getDouble(0));
    assertEquals(new UUID(1, 2), Column.wrap(Simple.UUID, new long[] {1, 2}).get(0));
    assertEquals(Duration.ofNanos(5), Column.wrap(Simple.DURATION, new long[] {5}).get(0));
    assertEquals(0.5f, Column.wrap(new float[] {0.5f}).get(0));
    assertEquals(
        LocalDateTime.of(1970, 1, 1, 0, 0, 1),
        Column.wrap(new Timestamp(Unit.S, null), new long[] {1}).get(0));
    Column some = Column.wrap(new double[] {1, 2, 3}).withValidity(new long[] {0b101});
    assertEquals(Column.of(Simple.FLOAT64, 1.0, null, 3.0), some);
    assertEquals("float64[1.0, null, 3.0]", some.toString());
    Column arrays = Column.of(Simple.MIXED, new int[] {1, 2}, new byte[] {1}, new String[] {"a"});
    assertEquals("mixed[[1, 2], AQ==, [a]]", arrays.toString());
  }

  @Test
  void wrap_ofAnotherType() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Column.wrap(Simple.INT64, new byte[] {1}));
    assertEquals("Expected one of [int8, uint8] for these values, not int64", e.getMessage());
  }

  @Test
  void withValidity_ofTooFewBits() {
    Column column = Column.wrap(new double[65]);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> column.withValidity(new long[1]));
    assertEquals("Expected 2 longs for 65 rows, not 1", e.getMessage());
    Column slice = column.slice(1, 2);
    e = assertThrows(IllegalArgumentException.class, () -> slice.withValidity(new long[1]));
    assertEquals("This is a slice or has missing values already", e.getMessage());
  }

  @Test
  void nanAndMissingAndEmptyAreThreeThings() {
    Column numbers = Column.of(Simple.FLOAT64, Double.NaN, null);
    assertFalse(numbers.isMissing(0));
    assertTrue(numbers.isMissing(1));
    assertNotEquals(
        Column.of(Simple.FLOAT64, Double.NaN),
        Column.of(Simple.FLOAT64, Double.longBitsToDouble(0x7ff8000000000001L)));
    assertNotEquals(Column.of(Simple.FLOAT64, 0.0), Column.of(Simple.FLOAT64, -0.0));
    Column texts = Column.of(Simple.TEXT, "", null);
    assertEquals("", texts.getText(0));
    assertNull(texts.get(1));
    NoSuchElementException e = assertThrows(NoSuchElementException.class, () -> texts.getText(1));
    assertEquals(
        "Row 1 is missing; ask isMissing(row), or get(row), which gives null for it",
        e.getMessage());
  }

  @Test
  void accessorsOfOtherTypes() {
    Column texts = Column.of(Simple.TEXT, "1");
    String found = " but found the String '1'; get(row) gives values of any type";
    assertUnsupported("Expected an integer" + found, () -> texts.getLong(0));
    assertUnsupported("Expected a number" + found, () -> texts.getDouble(0));
    assertUnsupported("Expected a boolean" + found, () -> texts.getBoolean(0));
    assertThrows(UnsupportedOperationException.class, texts::categories);
    Column longs = Column.of(Simple.INT64, 1L);
    assertUnsupported(
        "Expected a text but found the Long '1'; get(row) gives values of any type",
        () -> longs.getText(0));
    assertThrows(IndexOutOfBoundsException.class, () -> longs.get(1));
    assertThrows(IndexOutOfBoundsException.class, () -> longs.slice(0, 1).slice(1, 2).get(-1));
  }

  private static void assertUnsupported(String message, Executable access) {
    assertEquals(message, assertThrows(UnsupportedOperationException.class, access).getMessage());
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void of_wrongValue(FieldType type, Object value, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Column.of(type, value));
    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        Arguments.of(Simple.INT8, 128, "128 is out of the range of int8"),
        Arguments.of(Simple.UINT32, -1L, "-1 is out of the range of uint32"),
        Arguments.of(Simple.INT64, "1", "int64 takes an integer, not the String '1'"),
        Arguments.of(
            Simple.INT64,
            BigInteger.ONE.shiftLeft(63),
            "int64 takes an integer, not the BigInteger '9223372036854775808'"),
        Arguments.of(Simple.FLOAT64, "1", "float64 takes a number, not the String '1'"),
        Arguments.of(Simple.FLOAT32, 0.1, "0.1 is no float32"),
        Arguments.of(Simple.FLOAT16, 0.1f, "0.1 is no float16"),
        Arguments.of(Simple.FLOAT64, (1L << 53) + 1, "9007199254740993 is no float64"),
        Arguments.of(Simple.BOOLEAN, 1, "boolean takes a Boolean, not the Integer '1'"),
        Arguments.of(Simple.TEXT, 'c', "text takes a String, not the Character 'c'"),
        Arguments.of(Simple.UUID, "x", "uuid takes a UUID, not the String 'x'"),
        Arguments.of(new Decimal(3, 1), new BigDecimal("1.23"), "1.23 is no decimal(3, 1)"),
        Arguments.of(new Decimal(3, 1), new BigDecimal("123"), "123 is no decimal(3, 1)"),
        Arguments.of(Simple.DATE, LocalDate.MAX, "365241780471 is out of the range of date"),
        Arguments.of(Simple.TIME, 1, "time takes a LocalTime, not the Integer '1'"),
        Arguments.of(
            Simple.DURATION,
            Duration.ofSeconds(Long.MAX_VALUE),
            "PT2562047788015215H30M7S has more nanoseconds than a long"),
        Arguments.of(
            new Timestamp(Unit.MS, null),
            LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1000),
            "A fraction of 1000 nanoseconds is finer than timestamp[ms]"),
        Arguments.of(
            BERLIN,
            MOMENT.atZone(ZoneId.of("UTC")),
            "timestamp[ns, Europe/Berlin] takes an Instant or a ZonedDateTime in Europe/Berlin,"
                + " not the ZonedDateTime '2024-06-15T10:30:00.123456789Z[UTC]'"),
        Arguments.of(
            BERLIN,
            Instant.parse("2300-01-01T00:00:00Z"),
            "The time is out of the range of timestamp[ns, Europe/Berlin]"),
        Arguments.of(new ListOf(Simple.TEXT), "x", "list<text> takes a List, not the String 'x'"),
        Arguments.of(
            new Struct(Schema.of()),
            Map.of("a", 1),
            "The record has members beyond the fields : [a]"));
  }

  @Test
  void dictionary_keepsAllCategories() {
    Column categories = Column.of(Simple.TEXT, "low", "mid", "high");
    Column column = Column.dictionary(categories, true, "high", null, "low");
    assertEquals(new Dictionary(Simple.TEXT, true), column.type());
    assertEquals(categories, column.categories());
    assertEquals("high", column.getText(0));
    assertEquals(2, column.getLong(0));
    assertNotEquals(column, Column.of(column.type(), "high", null, "low"));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Column.dictionary(categories, true, "none"));
    assertEquals("'none' is none of the categories", e.getMessage());
    Column twice = Column.of(Simple.TEXT, "a", "a");
    e = assertThrows(IllegalArgumentException.class, () -> Column.dictionary(twice, false));
    assertEquals("The category 'a' stands twice", e.getMessage());
    Column missing = Column.of(Simple.TEXT, "a", null);
    e = assertThrows(IllegalArgumentException.class, () -> Column.dictionary(missing, false));
    assertEquals("A category cannot be missing", e.getMessage());
    Dictionary floats = new Dictionary(Simple.FLOAT64, false);
    e = assertThrows(IllegalArgumentException.class, () -> Column.of(floats, Double.NaN));
    assertEquals("NaN cannot be a category", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new Dictionary(Simple.MIXED, false));
    assertEquals("Categories cannot be mixed", e.getMessage());
  }

  @Test
  void textsThatRepeatAndSuchThatDoNot() {
    ColumnBuilder repeated = ColumnBuilder.of(Simple.TEXT);
    ColumnBuilder mixed = ColumnBuilder.of(Simple.TEXT);
    for (int i = 0; i < 3000; i++) {
      repeated.append("value " + i % 700);
      mixed.append(i < 1500 ? "same " + i % 10 : "value " + i);
    }
    Column first = repeated.build();
    Column second = mixed.build();
    for (int i = 0; i < 3000; i++) {
      assertEquals("value " + i % 700, first.getText(i));
      assertEquals(i < 1500 ? "same " + i % 10 : "value " + i, second.getText(i));
    }
  }

  @Test
  void appendsPrimitives() {
    ColumnBuilder longs = ColumnBuilder.of(Simple.INT16);
    ColumnBuilder doubles = ColumnBuilder.of(Simple.FLOAT32);
    for (int i = 0; i < 100; i++) {
      longs.appendLong(i);
      doubles.appendDouble(i / 2.0);
      if (i % 70 == 69) {
        longs.appendMissing();
        doubles.appendLong(i);
      }
    }
    assertEquals(101, longs.size());
    Column column = longs.build();
    assertEquals(1, column.missing());
    assertTrue(column.isMissing(70));
    assertEquals(99, column.getLong(100));
    assertEquals(0.5, doubles.build().getDouble(1));
    assertEquals(
        "70000 is out of the range of int16",
        assertThrows(
                IllegalArgumentException.class,
                () -> ColumnBuilder.of(Simple.INT16).appendLong(70000))
            .getMessage());
  }

  @Test
  void everyFloat16ComesBack() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      assertEquals((short) bits, HalfFloat.ofFloat(HalfFloat.toFloat((short) bits)));
    }
  }
}
