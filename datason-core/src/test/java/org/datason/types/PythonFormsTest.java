package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Python's datason writes, in both dialects, and what it loads as. */
class PythonFormsTest {

  @Test
  void scalars() {
    assertLoads(
        UUID.fromString("12345678-1234-5678-1234-567812345678"),
        "uuid.UUID",
        "\"12345678-1234-5678-1234-567812345678\"");
    assertLoads(new BigDecimal("19.990"), "decimal.Decimal", "\"19.990\"");
    assertLoads(new BigDecimal("1E+5"), "decimal.Decimal", "\"1E+5\"");
    assertLoads(new BigDecimal("0.5"), "decimal.Decimal", "0.5");
    assertLoads(new Complex(1, 2), "complex", "[1.0, 2.0]");
    assertLoads(new Complex(Double.NaN, -2), "complex", "[NaN, -2]");
    assertLoads(new Complex(1, 2), "complex", "{\"real\": 1.0, \"imag\": 2.0}");
    assertLoads(Path.of("/tmp/x"), "pathlib.Path", "\"/tmp/x\"");
    assertLoads(ByteBuffer.wrap(new byte[] {1, 2}), "bytearray", "\"AQI=\"");
    assertArrayEquals(new byte[] {1, 2}, (byte[]) load("bytes", "\"AQI=\""));
  }

  @Test
  void datetimes() {
    LocalDateTime naive = LocalDateTime.of(2024, 6, 15, 10, 30, 0, 123_456_000);
    assertLoads(naive, "datetime", "\"2024-06-15T10:30:00.123456\"");
    assertLoads(naive.withNano(0), "datetime", "\"2024-06-15T10:30:00\"");
    assertLoads(naive.atOffset(ZoneOffset.UTC), "datetime", "\"2024-06-15T10:30:00.123456+00:00\"");
    assertLoads(naive.atOffset(ZoneOffset.UTC), "datetime", "\"2024-06-15T10:30:00.123456Z\"");
    assertLoads(
        naive.atOffset(ZoneOffset.ofHoursMinutes(-5, -30)),
        "datetime",
        "\"2024-06-15T10:30:00.123456-05:30\"");
    assertLoads(
        naive.atOffset(ZoneOffset.ofHoursMinutesSeconds(5, 30, 10)),
        "datetime",
        "\"2024-06-15T10:30:00.123456+05:30:10\"");
  }

  @Test
  void datetimesAsNumbers() {
    OffsetDateTime expected = OffsetDateTime.of(2024, 6, 15, 10, 30, 0, 0, ZoneOffset.UTC);
    assertLoads(expected, "datetime", "1718447400");
    assertLoads(expected, "datetime", "1718447400.0");
    assertLoads(expected.withNano(123_456_000), "datetime", "1718447400.123456");
    assertLoads(expected.withNano(123_000_000), "datetime", "1718447400123.0");
    assertLoads(
        OffsetDateTime.of(1969, 12, 31, 23, 59, 58, 500_000_000, ZoneOffset.UTC),
        "datetime",
        "-1.5");
    assertLoads(
        OffsetDateTime.of(2100, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), "datetime", "4102444800");
    assertLoads(
        OffsetDateTime.of(1970, 2, 17, 11, 34, 4, 801_000_000, ZoneOffset.UTC),
        "datetime",
        "4102444801");
  }

  @Test
  void datesAndTimes() {
    assertLoads(LocalDate.of(2024, 6, 15), "date", "\"2024-06-15\"");
    assertLoads(LocalTime.of(10, 30, 1, 5000), "time", "\"10:30:01.000005\"");
    assertLoads(OffsetTime.of(10, 30, 1, 0, ZoneOffset.ofHours(-2)), "time", "\"10:30:01-02:00\"");
    assertLoads(Duration.ofSeconds(86402, 3000), "timedelta", "86402.000003");
    assertLoads(Duration.ofSeconds(5), "timedelta", "5");
    assertLoads(Duration.ofNanos(1000), "timedelta", "1e-06");
    assertLoads(Duration.ofNanos(300_000_000), "timedelta", "0.30000000000000004");
    assertLoads(Duration.ZERO, "timedelta", "1e-999999999");
    assertLoads(Duration.ofDays(-1), "timedelta", "-86400.0");
  }

  @Test
  void typedDatetimes() {
    String aware = hinted("datetime", "\"2024-06-15T12:30:00+02:00\"");
    Instant instant = Instant.parse("2024-06-15T10:30:00Z");
    assertEquals(instant, typed(aware, Instant.class));
    assertEquals(Date.from(instant), typed(aware, Date.class));
    assertEquals(instant, typed("\"2024-06-15T12:30+02:00\"", Instant.class));
    assertEquals(instant, typed("\"2024-06-15T10:30:00.000Z\"", Instant.class));
    assertEquals(instant, typed("1718447400", Instant.class));
    assertEquals(
        OffsetDateTime.parse("2024-06-15T12:30:00+02:00"), typed(aware, OffsetDateTime.class));
    assertEquals(
        ZonedDateTime.parse("2024-06-15T12:30:00+02:00"), typed(aware, ZonedDateTime.class));
    assertEquals(
        ZonedDateTime.parse("2024-06-15T10:30:00Z"), typed("1718447400", ZonedDateTime.class));
    assertEquals(instant.atOffset(ZoneOffset.UTC), typed("1718447400", OffsetDateTime.class));
    String pandas = hinted("pandas.Timestamp", "\"2024-06-15T10:30:00.123456789\"");
    assertEquals(
        LocalDateTime.parse("2024-06-15T10:30:00.123456789"), typed(pandas, LocalDateTime.class));
    assertEquals(Duration.ofMillis(1500), typed(hinted("pandas.Timedelta", "1.5"), Duration.class));
    assertEquals(Duration.ofMillis(1500), typed("\"PT1.5S\"", Duration.class));
    assertEquals(LocalDate.of(12345, 1, 2), typed("\"+12345-01-02\"", LocalDate.class));
    assertEquals(LocalTime.of(10, 30), typed("\"10:30\"", LocalTime.class));
  }

  @Test
  void aDatetimeOfAnotherJavaType() {
    String zoned =
        RoundTrip.DATASON.toJson(ZonedDateTime.parse("2024-06-15T12:30:00+02:00[Europe/Berlin]"));
    assertEquals(Instant.parse("2024-06-15T10:30:00Z"), typed(zoned, Instant.class));
    assertEquals(
        OffsetDateTime.parse("2024-06-15T12:30:00+02:00"), typed(zoned, OffsetDateTime.class));
    String instant = RoundTrip.DATASON.toJson(Instant.parse("2024-06-15T10:30:00.000000001Z"));
    assertEquals(
        OffsetDateTime.parse("2024-06-15T10:30:00.000000001Z"),
        typed(instant, OffsetDateTime.class));
  }

  @Test
  void numpyScalarsWhereANumberIsAskedFor() {
    assertEquals(5, typed(hinted("numpy.integer", "5"), Integer.class));
    assertEquals(5L, typed(hinted("numpy.int64", "5"), Long.class));
    assertEquals((byte) 5, typed(hinted("numpy.int8", "5"), Byte.class));
    assertEquals(BigInteger.TWO, typed(hinted("numpy.integer", "2"), BigInteger.class));
    assertEquals(0.5, typed(hinted("numpy.floating", "0.5"), Double.class));
    assertEquals(0.5f, typed(hinted("numpy.float32", "0.5"), Float.class));
    assertEquals(Double.NaN, typed(hinted("numpy.float64", "NaN"), Double.class));
    assertEquals(true, typed(hinted("numpy.bool_", "true"), Boolean.class));
    assertEquals(new Complex(1, 2), typed(hinted("numpy.complex", "[1, 2]"), Complex.class));
    assertEquals(5L, typed(RoundTrip.EXACT.toJson((short) 5), Long.class));
  }

  @Test
  void withoutAJavaClassValuesStayAsTheyAre() {
    for (String hint :
        List.of(
            "numpy.integer",
            "numpy.floating",
            "numpy.bool_",
            "numpy.generic",
            "numpy.float32",
            "numpy.int64",
            "tuple",
            "torch.Size",
            "somebody.elses.Type")) {
      Hinted value = assertInstanceOf(Hinted.class, load(hint, "[1, {\"a\": null}]"));
      assertEquals(hint, value.hint());
      assertEquals("[1, {a=null}]", value.value().toString());
    }
    Hinted range = (Hinted) load("range", "{\"start\": 0, \"stop\": 9, \"step\": 3}");
    assertEquals(Map.of("start", 0, "stop", 9, "step", 3), range.value());
  }

  @Test
  void decimalsThatAreNoNumbers() {
    for (String text : List.of("NaN", "-NaN", "sNaN", "NaN123", "Infinity", "-Infinity")) {
      Hinted value = assertInstanceOf(Hinted.class, load("decimal.Decimal", '"' + text + '"'));
      assertEquals(text, value.value());
      RoundTrip.checkHinted(RoundTrip.DATASON, value);
    }
  }

  private static void assertLoads(Object expected, String hint, String json) {
    assertEquals(expected, load(hint, json));
    assertEquals(List.of(expected), RoundTrip.DATASON.fromJson("[" + hinted(hint, json) + "]"));
    String reordered =
        "{\"__datason_value__\": "
            + json.replace("NaN", "\"NaN\"")
            + ", \"__datason_type__\": \""
            + hint
            + "\"}";
    assertEquals(expected, RoundTrip.DATASON.fromJson(reordered));
  }

  private static Object load(String hint, String json) {
    return RoundTrip.DATASON.fromJson(hinted(hint, json));
  }

  private static <T> T typed(String json, Class<T> type) {
    return RoundTrip.DATASON.fromJson(json, type);
  }

  private static String hinted(String hint, String json) {
    return "{\"__datason_type__\": \"" + hint + "\", \"__datason_value__\": " + json + "}";
  }
}
