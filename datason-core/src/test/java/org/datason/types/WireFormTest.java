package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.datason.Datason;
import org.junit.jupiter.api.Test;

/** The exact JSON of a value of each type: hinted, and where hints are off. */
class WireFormTest {

  @Test
  void uuid() {
    UUID value = UUID.fromString("0A1B2C3D-0000-4000-8000-00000000000F");
    assertHinted("uuid.UUID", "\"0a1b2c3d-0000-4000-8000-00000000000f\"", value);
    assertPlain("\"0a1b2c3d-0000-4000-8000-00000000000f\"", value);
  }

  @Test
  void instants() {
    Instant value = Instant.parse("2024-06-15T10:30:00Z");
    assertMoment("Instant", null, "2024-06-15T10:30:00+00:00", value);
    assertMoment("Instant", null, "2024-06-15T10:30:00.120+00:00", value.plusMillis(120));
    assertMoment("Instant", null, "2024-06-15T10:30:00.000001+00:00", value.plusNanos(1000));
    assertMoment(
        "Instant",
        "2024-06-15T10:30:00.123456789Z",
        "2024-06-15T10:30:00.123456+00:00",
        value.plusNanos(123_456_789));
    assertHinted(
        "java.time.Instant", "\"-0001-01-01T00:00:00Z\"", Instant.parse("-0001-01-01T00:00:00Z"));
    assertPlain("\"2024-06-15T10:30:00Z\"", value);
    assertPlain("\"2024-06-15T10:30:00.123456789Z\"", value.plusNanos(123_456_789));
  }

  @Test
  void datesWithTimes() {
    LocalDateTime value = LocalDateTime.of(2024, 6, 15, 10, 30);
    assertHinted("datetime", "\"2024-06-15T10:30:00\"", value);
    assertPlain("\"2024-06-15T10:30:00\"", value);
    assertHinted(
        "datetime",
        "\"2024-06-15T10:30:00+05:30\"",
        value.atOffset(ZoneOffset.ofHoursMinutes(5, 30)));
    assertHinted("datetime", "\"2024-06-15T10:30:00+00:00\"", value.atOffset(ZoneOffset.UTC));
    assertHinted(
        "datetime",
        "\"2024-06-15T10:30:00-00:00:01\"",
        value.atOffset(ZoneOffset.ofTotalSeconds(-1)));
    assertPlain("\"2024-06-15T10:30:00Z\"", value.atOffset(ZoneOffset.UTC));
    assertHinted(
        "java.time.LocalDateTime",
        "\"+10000-01-01T00:00:00\"",
        LocalDateTime.of(10_000, 1, 1, 0, 0));
    assertHinted(
        "java.time.OffsetDateTime",
        "\"0000-01-01T00:00:00Z\"",
        OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
  }

  @Test
  void zonedTimes() {
    LocalDateTime time = LocalDateTime.of(2024, 6, 15, 10, 30);
    ZonedDateTime value = ZonedDateTime.of(time, ZoneId.of("Europe/Berlin"));
    assertMoment(
        "ZonedDateTime",
        "2024-06-15T10:30:00+02:00[Europe/Berlin]",
        "2024-06-15T10:30:00+02:00",
        value);
    assertPlain("\"2024-06-15T10:30:00+02:00[Europe/Berlin]\"", value);
    assertMoment("ZonedDateTime", null, "2024-06-15T10:30:00+00:00", time.atZone(ZoneOffset.UTC));
  }

  @Test
  void legacyDates() {
    assertMoment("java.util.Date", null, "1970-01-01T00:00:00.001+00:00", new Date(1));
    Timestamp timestamp = new Timestamp(0);
    timestamp.setNanos(1);
    assertMoment(
        "java.sql.Timestamp",
        "1970-01-01T00:00:00.000000001Z",
        "1970-01-01T00:00:00+00:00",
        timestamp);
    assertPlain("\"1970-01-01T00:00:00.000000001Z\"", timestamp);
  }

  @Test
  void datesAndTimes() {
    assertHinted("date", "\"2024-06-15\"", LocalDate.of(2024, 6, 15));
    assertHinted("java.time.LocalDate", "\"+12345-06-15\"", LocalDate.of(12345, 6, 15));
    assertHinted("time", "\"10:30:01.000005\"", LocalTime.of(10, 30, 1, 5000));
    assertHinted("time", "\"10:30:00+02:00\"", OffsetTime.of(10, 30, 0, 0, ZoneOffset.ofHours(2)));
    assertEquals(
        "{\"__datason_type__\":\"time\",\"__datason_exact__\":\"10:30:01.000000005\","
            + "\"__datason_value__\":\"10:30:01\"}",
        RoundTrip.DATASON.toJson(LocalTime.of(10, 30, 1, 5)));
    assertPlain("\"10:30:01.000000005\"", LocalTime.of(10, 30, 1, 5));
  }

  @Test
  void lengthsOfTime() {
    assertHinted("timedelta", "86402.000003", Duration.ofDays(1).plusSeconds(2).plusNanos(3000));
    assertHinted("timedelta", "1.000000001", Duration.ofSeconds(1, 1));
    assertHinted("timedelta", "0.0", Duration.ZERO);
    assertHinted("timedelta", "-0.5", Duration.ofMillis(-500));
    assertPlain("60.0", Duration.ofMinutes(1));
    assertHinted("java.time.Period", "\"P1Y2M3D\"", Period.of(1, 2, 3));
    assertHinted("java.time.Year", "\"2024\"", Year.of(2024));
    assertHinted("java.time.YearMonth", "\"2024-06\"", YearMonth.of(2024, 6));
    assertHinted("java.time.ZoneId", "\"Europe/Berlin\"", ZoneId.of("Europe/Berlin"));
    assertHinted("java.time.ZoneOffset", "\"+01:00\"", ZoneOffset.ofHours(1));
  }

  @Test
  void numbers() {
    assertHinted("decimal.Decimal", "\"19.990\"", new BigDecimal("19.990"));
    assertHinted("decimal.Decimal", "\"1E+5\"", new BigDecimal("1E+5"));
    assertPlain("19.990", new BigDecimal("19.990"));
    for (Object value : new Object[] {1, 2L, (short) 3, (byte) 4, BigInteger.TEN}) {
      assertEquals(value.toString(), RoundTrip.DATASON.toJson(value));
      assertPlain(value.toString(), value);
    }
    assertEquals("0.1", RoundTrip.DATASON.toJson(0.1f));
    assertHinted("complex", "[1.0,-2.0]", new Complex(1, -2));
  }

  @Test
  void numbersThatKeepTheirWidth() {
    assertEquals("1", RoundTrip.EXACT.toJson(1));
    assertEquals("3000000000", RoundTrip.EXACT.toJson(3_000_000_000L));
    assertEquals("0.1", RoundTrip.EXACT.toJson(0.1));
    assertExact("numpy.integer", "Long", "1", 1L);
    assertExact("numpy.integer", "Short", "1", (short) 1);
    assertExact("numpy.integer", "Byte", "1", (byte) 1);
    assertExact("numpy.floating", "Float", "0.1", 0.1f);
    assertExact("java.math.BigInteger", null, "\"1\"", BigInteger.ONE);
    assertEquals(
        "123456789012345678901234567890",
        RoundTrip.EXACT.toJson(new BigInteger("123456789012345678901234567890")));
  }

  @Test
  void numbersThatJsonDoesNotHave() {
    assertEquals(
        "{\"__datason_type__\":\"numpy.floating\",\"__datason_java__\":\"Double\","
            + "\"__datason_value__\":\"NaN\"}",
        RoundTrip.DATASON.toJson(Double.NaN));
    assertEquals(
        "{\"__datason_type__\":\"numpy.floating\",\"__datason_java__\":\"Float\","
            + "\"__datason_value__\":\"-Infinity\"}",
        RoundTrip.DATASON.toJson(Float.NEGATIVE_INFINITY));
    assertEquals(
        "{\"__datason_type__\":\"numpy.floating\",\"__datason_java__\":\"Float\","
            + "\"__datason_exact__\":\"NaN:ffc00000\",\"__datason_value__\":\"NaN\"}",
        RoundTrip.DATASON.toJson(Float.intBitsToFloat(0xFFC00000)));
    assertPlain("\"Infinity\"", Double.POSITIVE_INFINITY);
  }

  @Test
  void textsAndBytes() {
    assertHinted("java.lang.Character", "\"x\"", 'x');
    assertHinted("char[]", "\"xy\"", new char[] {'x', 'y'});
    assertHinted("bytes", "\"AQID\"", new byte[] {1, 2, 3});
    assertHinted("bytearray", "\"AQID\"", ByteBuffer.wrap(new byte[] {1, 2, 3}));
    assertHinted("java.util.BitSet", "\"BQ==\"", BitSet.valueOf(new byte[] {5}));
    assertHinted("pathlib.Path", "\"/tmp/x\"", Path.of("/tmp/x"));
    assertHinted("java.net.URI", "\"urn:x\"", URI.create("urn:x"));
    assertHinted("java.util.Locale", "\"de-CH\"", new Locale("de", "CH"));
    assertHinted(
        "java.util.Locale",
        "{\"language\":\"x!\",\"country\":\"\",\"variant\":\"\"}",
        new Locale("x!"));
    assertHinted("java.util.Currency", "\"EUR\"", Currency.getInstance("EUR"));
    assertHinted("java.util.regex.Pattern", "\"a+\"", Pattern.compile("a+"));
    assertHinted(
        "java.util.regex.Pattern",
        "{\"pattern\":\"a+\",\"flags\":2}",
        Pattern.compile("a+", Pattern.CASE_INSENSITIVE));
  }

  private static void assertHinted(String hint, String json, Object value) {
    assertEquals(
        "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + json + "}",
        RoundTrip.DATASON.toJson(value));
  }

  private static void assertMoment(String java, String exact, String text, Object value) {
    assertEquals(
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\""
            + java
            + (exact == null ? "" : "\",\"__datason_exact__\":\"" + exact)
            + "\",\"__datason_value__\":\""
            + text
            + "\"}",
        RoundTrip.DATASON.toJson(value));
  }

  private static void assertExact(String hint, String java, String json, Object value) {
    Datason datason = RoundTrip.EXACT;
    assertEquals(
        "{\"__datason_type__\":\""
            + hint
            + (java == null ? "" : "\",\"__datason_java__\":\"" + java)
            + "\",\"__datason_value__\":"
            + json
            + "}",
        datason.toJson(value));
  }

  private static void assertPlain(String json, Object value) {
    assertEquals(json, RoundTrip.PLAIN.toJson(value));
  }
}
