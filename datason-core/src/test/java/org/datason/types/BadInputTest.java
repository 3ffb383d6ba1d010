package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the errors say: the whole message each time. */
class BadInputTest {

  private static final String START = " at $ (line 1, column 1, offset 0)";

  @Test
  void uuids() {
    assertRejected(
        UUID.class,
        "\"x\"",
        "Expected a UUID but found \"x\" (a UUID has 36 characters, 8-4-4-4-12)");
    assertRejected(
        UUID.class,
        "\"00000000-0000-0000-0000-0000000000 1\"",
        "Expected a UUID but found \"00000000-0000-0000-0000-...\" (' ' is no hexadecimal digit)");
    assertRejected(
        UUID.class,
        "\"00000000-0000-0000-0000-00000000000١\"",
        "Expected a UUID but found \"00000000-0000-0000-0000-...\" ('١' is no hexadecimal digit)");
    assertRejected(UUID.class, "7", "Expected a string but found 7");
  }

  @Test
  void theHintSaysTheTypeAndTheErrorThePlace() {
    assertError(
        "Expected a UUID but found \"x\" (a UUID has 36 characters, 8-4-4-4-12)"
            + " at $.a[1].__datason_value__ (line 1, column 61, offset 60)",
        "{\"a\":[0,{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"x\"}]}");
    assertError(
        "Expected a Temporal but found \"2024-06-31T10:30:00\" (Invalid date 'JUNE 31')"
            + " at $.__datason_value__ (line 1, column 52, offset 51)",
        "{\"__datason_type__\":\"datetime\",\"__datason_value__\":\"2024-06-31T10:30:00\"}");
    assertError(
        "Expected a number but found true at $.__datason_value__ (line 1, column 59, offset 58)",
        "{\"__datason_type__\":\"decimal.Decimal\",\"__datason_value__\":true}");
    assertError(
        "Expected an Object but found \"1x\" (it is no decimal number)"
            + " at $.__datason_value__ (line 1, column 59, offset 58)",
        "{\"__datason_type__\":\"decimal.Decimal\",\"__datason_value__\":\"1x\"}");
  }

  @Test
  void datesAndTimes() {
    assertRejected(
        LocalDate.class,
        "\"2024-02-30\"",
        "Expected a LocalDate but found \"2024-02-30\" (Invalid date 'FEBRUARY 30')");
    assertRejected(
        LocalDate.class,
        "\"2024-06-15T10:30:00\"",
        "Expected a LocalDate but found \"2024-06-15T10:30:00\""
            + " (it has a time, which a date does not have)");
    assertRejected(
        LocalDate.class,
        "\"15.6.2024\"",
        "Expected a LocalDate but found \"15.6.2024\""
            + " (Text '15.6.2024' could not be parsed at index 0)");
    assertRejected(
        LocalTime.class,
        "\"2024-06-15T10:30:00\"",
        "Expected a LocalTime but found \"2024-06-15T10:30:00\""
            + " (it has a date, which a time does not have)");
    assertRejected(
        LocalTime.class,
        "\"25:00\"",
        "Expected a LocalTime but found \"25:00\""
            + " (Invalid value for HourOfDay (valid values 0 - 23): 25)");
    assertRejected(
        LocalDateTime.class,
        "\"2024-06-15T10:30:00Z\"",
        "Expected a LocalDateTime but found \"2024-06-15T10:30:00Z\""
            + " (it has an offset, which a local time does not have)");
    assertRejected(
        LocalDateTime.class,
        "1718447400",
        "Expected a LocalDateTime but found 1718447400 (a number of seconds has no local time)");
    for (Class<?> type :
        new Class<?>[] {Instant.class, OffsetDateTime.class, ZonedDateTime.class}) {
      String article = type == ZonedDateTime.class ? "a " : "an ";
      assertRejected(
          type,
          "\"2024-06-15T10:30:00\"",
          "Expected "
              + article
              + type.getSimpleName()
              + " but found \"2024-06-15T10:30:00\" (it has no offset such as +02:00)");
    }
    assertRejected(
        Instant.class, "\"10:30\"", "Expected an Instant but found \"10:30\" (it has no date)");
    assertRejected(
        Instant.class,
        "\"2024-06-15T10:30:00.1234567890Z\"",
        "Expected an Instant but found \"2024-06-15T10:30:00.1234...\""
            + " (Text '2024-06-15T10:30:00.1234567890Z' could not be parsed at index 29)");
    assertRejected(
        Date.class,
        "\"2024-06-15T10:30:00.000001Z\"",
        "Expected a Date but found \"2024-06-15T10:30:00.0000...\" (it has milliseconds at most)");
    assertRejected(
        ZoneId.class,
        "\"Mars/Base\"",
        "Expected a ZoneId but found \"Mars/Base\" (Unknown time-zone ID: Mars/Base)");
    assertRejected(
        Instant.class, "1e40", "Expected an Instant but found 1e40 (no time is so long)");
    assertRejected(
        Duration.class,
        "1e999999999",
        "Expected a Duration but found 1e999999999 (no time is so long)");
    assertRejected(
        Duration.class,
        "9223372036854775808",
        "Expected a Duration but found 9223372036854775808" + " (BigInteger out of long range)");
    assertRejected(
        Year.class, "\"x\"", "Expected a Year but found \"x\" (For input string: \"x\")");
    assertRejected(
        YearMonth.class,
        "\"2024\"",
        "Expected a YearMonth but found \"2024\""
            + " (Text '2024' could not be parsed at index 4)");
  }

  @Test
  void numbers() {
    assertRejected(Byte.class, "128", "Expected a Byte but found 128 (a byte is from -128 to 127)");
    assertRejected(
        Short.class,
        "-32769",
        "Expected a Short but found -32769 (a short is from -32768 to 32767, not -32769)");
    assertRejected(Integer.class, "1.5", "Expected an int but found 1.5");
    assertRejected(Double.class, "\"x\"", "Expected a double but found \"x\"");
    assertRejected(
        BigDecimal.class,
        "\"NaN\"",
        "Expected a BigDecimal but found \"NaN\" (it is no decimal number)");
    assertRejected(
        Number.class, "\"x\"", "Expected a Number but found \"x\" (it is read as a String)");
    assertRejected(Boolean.class, "0", "Expected a boolean but found 0");
    assertRejected(
        Character.class, "\"ab\"", "Expected a Character but found \"ab\" (it has 2 characters)");
  }

  @Test
  void arrays() {
    assertRejected(
        int[].class,
        "{\"dtype\":\"int32\"}",
        "Expected an int[] but found an object (it has no data)");
    assertError(
        "Expected an int but found 2.5 at $[1] (line 1, column 4, offset 3)",
        "[1,2.5]",
        int[].class);
    assertError(
        "Expected an int but found an array"
            + " at $.__datason_value__.data[0] (line 1, column 66, offset 65)",
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":{\"data\":[[1],[2]]}}",
        int[].class);
    assertError(
        "Expected a double[] but found an object (Index 7 out of bounds for length 1)"
            + " at $.__datason_value__ (line 1, column 87, offset 86)",
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_java__\":\"double[]\","
            + "\"__datason_value__\":{\"data\":[1],\"nans\":[[7,\"NaN\"]]}}",
        null);
  }

  @Test
  void texts() {
    assertRejected(
        URI.class,
        "\"a b\"",
        "Expected a URI but found \"a b\" (Illegal character in path at index 1: a b)");
    for (String url : new String[] {"x", "foo:bar", "HTTP://x", "jdbc:x"}) {
      assertRejected(
          URL.class,
          '"' + url + '"',
          "Expected a URL but found \""
              + url
              + "\" (its protocol is none of file, ftp, http, https, jar, jrt and mailto)");
    }
    assertRejected(
        URL.class, "\"http://x:y\"", "Expected a URL but found \"http://x:y\" (it is malformed)");
    assertRejected(
        Currency.class,
        "\"Euro\"",
        "Expected a Currency but found \"Euro\" (it is no code of ISO 4217)");
    assertRejected(
        Locale.class,
        "\"!\"",
        "Expected a Locale but found \"!\" (Invalid subtag: ! [at index 0])");
    assertRejected(
        Pattern.class,
        "{\"flags\":2}",
        "Expected a Pattern but found an object (it has no pattern)");
    assertRejected(
        Pattern.class,
        "{\"pattern\":\"a\",\"flags\":4096}",
        "Expected a Pattern but found an object (Unknown flag 0x1000)");
    assertRejected(byte[].class, "\"?\"", "Expected a text in base64 but found \"?\"");
    assertRejected(
        Complex.class,
        "{\"real\":1}",
        "Expected a Complex but found an object (it needs the members real and imag)");
  }

  @Test
  void valuesThatWouldNotComeBack(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("x.zip");
    try (FileSystem files =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
      Files.createFile(files.getPath("/y"));
      assertUnsupported(
          "The path /y is of the file system jar, whose text says nothing elsewhere; write its URI"
              + " at $[0]",
          files.getPath("/y"));
    }
    URLStreamHandler handler =
        new URLStreamHandler() {
          @Override
          protected java.net.URLConnection openConnection(URL url) {
            throw new UnsupportedOperationException();
          }
        };
    assertUnsupported(
        "The URL foo:bar would not be read back; write it as a URI at $[0]",
        new URL(null, "foo:bar", handler));
    Timestamp broken = new Timestamp(Long.MIN_VALUE);
    assertUnsupported(
        "The timestamp " + broken + " is beyond what a Timestamp can hold at $[0]", broken);
    Locale extended =
        new Locale.Builder()
            .setLocale(new Locale("de", "DE"))
            .setExtension('u', "co-phonebk")
            .build();
    RoundTrip.check(extended);
    assertUnsupported(
        "No handler writes a java.lang.StringBuilder; register a TypeHandler for it, or the type"
            + " itself, with the builder at $[0]",
        new StringBuilder("x"));
  }

  private static void assertUnsupported(String message, Object value) {
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class, () -> RoundTrip.DATASON.toJson(List.of(value)));
    assertEquals(message, e.getMessage());
    assertThrows(UnsupportedTypeException.class, () -> RoundTrip.PLAIN.toJson(value));
  }

  private static void assertRejected(Class<?> type, String json, String message) {
    assertError(message + START, json, type);
  }

  private static void assertError(String message, String json) {
    assertError(message, json, null);
  }

  private static void assertError(String message, String json, Class<?> type) {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> {
              if (type == null) {
                RoundTrip.DATASON.fromJson(json);
              } else {
                RoundTrip.DATASON.fromJson(json, type);
              }
            });
    assertEquals(message, e.getMessage());
  }
}
