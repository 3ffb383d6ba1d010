package org.datason.recognition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each built-in recogniser knows and what it leaves alone. */
class RecognizerTest {

  private static final Recognizers BY_CHOICE =
      Recognizers.builder().add(Recognizer.DECIMALS).add(Recognizer.URIS).build();

  private static final Recognizers BASE64 = Recognizers.builder().add(Recognizer.BASE64).build();

  private static void known(Object expected, String text) {
    assertEquals(expected, Recognizers.defaults().recognize(text));
  }

  @Test
  void uuids() {
    UUID uuid = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    known(uuid, "7d444840-9dc0-11d1-b245-5ffdce74fad2");
    known(uuid, "7D444840-9dc0-11D1-B245-5FFDCE74FAD2");
    known(new UUID(0, 0), "00000000-0000-0000-0000-000000000000");
    known(new UUID(-1, -1), "ffffffff-ffff-ffff-ffff-ffffffffffff");
  }

  @Test
  void dates() {
    known(LocalDate.of(2024, 6, 15), "2024-06-15");
    known(LocalDate.of(2024, 2, 29), "2024-02-29");
    known(LocalDate.of(0, 1, 1), "0000-01-01");
    known(LocalDate.of(9999, 12, 31), "9999-12-31");
  }

  @Test
  void dateTimes() {
    known(LocalDateTime.of(2024, 6, 15, 10, 30), "2024-06-15T10:30");
    known(LocalDateTime.of(2024, 6, 15, 10, 30), "2024-06-15T10:30:00");
    known(LocalDateTime.of(2024, 6, 15, 10, 30, 1, 500_000_000), "2024-06-15T10:30:01.50");
    known(LocalDateTime.of(2024, 6, 15, 23, 59, 59, 123456789), "2024-06-15T23:59:59.123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-15T10:30Z",
        "2024-06-15T10:30:00.000000001Z",
        "2024-06-15T10:30:00+02:00",
        "2024-06-15T10:30:00-18:00",
        "2024-06-15T10:30:00.123456789+02:00:30"
      })
  void offsetDateTimes(String text) {
    known(OffsetDateTime.parse(text), text);
  }

  @Test
  void offsetsOfOtherForms() {
    OffsetDateTime time = OffsetDateTime.parse("2024-06-15T10:30:00+02:00");
    known(time, "2024-06-15T10:30:00+0200");
    known(time, "2024-06-15T10:30:00+02");
    known(time, "2024-06-15T10:30:00+020000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-06-15T10:30:00+02:00[Europe/Berlin]",
        "2024-10-27T02:30:00+01:00[Europe/Berlin]",
        "2024-10-27T02:30:00+02:00[Europe/Berlin]",
        "2024-06-15T10:30Z[UTC]",
        "2024-06-15T10:30:00.5-03:00[America/Argentina/ComodRivadavia]"
      })
  void zonedDateTimes(String text) {
    known(ZonedDateTime.parse(text), text);
  }

  @Test
  void times() {
    known(LocalTime.of(10, 30), "10:30");
    known(LocalTime.of(10, 30), "10:30:00");
    known(LocalTime.of(23, 59, 59, 999_999_999), "23:59:59.999999999");
    known(OffsetTime.parse("10:30:00+02:00"), "10:30:00+02:00");
    known(OffsetTime.parse("10:30Z"), "10:30Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PT1H",
        "P1D",
        "P1DT2H30M0.5S",
        "-PT5S",
        "PT-5S",
        "PT1,5S",
        "PT0S",
        "P0D",
        "PT-2562047788015215H-30M-8S",
        "PT2562047788015215H30M7.999999999S"
      })
  void durations(String text) {
    known(Duration.parse(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "loss",
        "2024",
        "2024-13-45",
        "1-1-1-1-1",
        // nearly UUIDs
        "7d444840-9dc0-11d1-b245-5ffdce74fad",
        "7d444840-9dc0-11d1-b245-5ffdce74fad22",
        "7d444840-9dc0-11d1-b245-5ffdce74fadg",
        "7d444840-9dc0-11d1-b2455-ffdce74fad2",
        "7d444840-9dc0-11d1-b245-5ffdce74fad\u0662",
        "-d444840-9dc0-11d1-b245-5ffdce74fad2",
        "{d444840-9dc0-11d1-b245-5ffdce74fad}",
        // nearly dates
        "2023-02-29",
        "1900-02-29",
        "2024-06-31",
        "2024-00-10",
        "2024-06-00",
        "2024-6-15",
        "2024-06-15 ",
        " 2024-06-15",
        "2024/06/15",
        "+2024-06-15",
        "-024-06-15",
        "12024-06-15",
        "15-06-2024",
        "20240615",
        "2024-06-1\u0665",
        // nearly date-times
        "2024-06-15 10:30:00",
        "2024-06-15t10:30:00",
        "2024-06-15T",
        "2024-06-15T10",
        "2024-06-15T24:00:00",
        "2024-06-15T10:60:00",
        "2024-06-15T10:30:60",
        "2024-06-15T10:30:00.",
        "2024-06-15T10:30:00,5",
        "2024-06-15T10:30:00.1234567890",
        "2024-06-31T10:30:00",
        "2024-06-15T10:30:00z",
        "2024-06-15T10:30:00+18:01",
        "2024-06-15T10:30:00+2",
        "2024-06-15T10:30:00+02:",
        "2024-06-15T10:30:00+02:60",
        "2024-06-15T10:30:00Z+02:00",
        "2024-06-15T10:30:00+02:00Z",
        "2024-06-15T10:30:00[Europe/Berlin]",
        "2024-06-15T10:30:00+02:00[Europe/Nowhere]",
        "2024-06-15T10:30:00+02:00[]",
        "2024-06-15T10:30:00+02:00[+02:00]",
        "2024-06-15T10:30:00+02:00[UTC+2]",
        "2024-06-15T10:30:00+03:00[Europe/Berlin]",
        "2024-03-31T02:30:00+01:00[Europe/Berlin]",
        // nearly times
        "1:30",
        "10:3",
        "24:00",
        "10:60",
        "10:30:",
        "10:30:60",
        "10:30:00.",
        "10:30 Z",
        "10:30+",
        "10-30",
        // nearly durations
        "P",
        "PT",
        "P1",
        "P1Y",
        "P1M",
        "P1W",
        "P1DT",
        "PT1D",
        "PT1.5H",
        "PT1.S",
        "PT1S1H",
        "pt1h",
        "+PT1H",
        "--PT1H",
        "PT1H ",
        "PT0.1234567890S",
        "PT9999999999999999999S",
        "Paris",
        "-",
        "---",
        "-5"
      })
  void nearMissesStayText(String text) {
    assertSame(text, Recognizers.defaults().recognize(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "42", "-7", "19.990", "0.0", "-0.5", "1e5", "1E+5", "1.50e-10"})
  void decimals(String text) {
    assertEquals(new BigDecimal(text), BY_CHOICE.recognize(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007",
        "-0",
        "-0.00",
        "1.",
        ".5",
        "+1",
        "1e",
        "0x10",
        "1_000",
        "1,5",
        "NaN",
        "-",
        "--1",
        "1e99999999999",
        "1 ",
        "\u0661"
      })
  void nearlyDecimalsStayText(String text) {
    assertSame(text, BY_CHOICE.recognize(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://datason.org/a?b=c#d",
        "s3://bucket/key",
        "file:/tmp/x",
        "file:///tmp/x",
        "urn:isbn:0451450523",
        "mailto:a@example.org"
      })
  void uris(String text) {
    assertEquals(URI.create(text), BY_CHOICE.recognize(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "datason.org",
        "/tmp/x",
        "note: remember",
        "note:remember",
        "https://",
        "https://a b",
        "1http://x",
        "://x",
        "urn:",
        "https://[x"
      })
  void nearlyUrisStayText(String text) {
    assertSame(text, BY_CHOICE.recognize(text));
  }

  @Test
  void base64() {
    assertArrayEquals("hello world".getBytes(), bytes("aGVsbG8gd29ybGQ="));
    assertArrayEquals(new byte[] {0}, bytes("AA=="));
    assertArrayEquals(new byte[] {-1, -1, -1}, bytes("////"));
  }

  private static byte[] bytes(String text) {
    return assertInstanceOf(byte[].class, BASE64.recognize(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "abcde",
        "AA=A",
        "A===",
        "====",
        "AB==",
        "AAB=",
        "aGVs bG8=",
        "aGVs\nbG8=",
        "ab-_",
        "a\u0662cd"
      })
  void nearlyBase64StaysText(String text) {
    assertSame(text, BASE64.recognize(text));
  }

  @Test
  void onlyTheTypesOfTheListAreRecognised() {
    for (String text : new String[] {"42", "https://datason.org", "aGVsbG8gd29ybGQ="}) {
      assertSame(text, Recognizers.defaults().recognize(text));
    }
  }

  @Test
  void aPatternOfOnesOwn() {
    Recognizer<Year> years =
        Recognizer.of(
            Year.class, new FirstLook(4, 4, "12"), Pattern.compile("[0-9]{4}"), Year::parse);
    Recognizers recognizers = Recognizers.builder().add(years).build();
    assertEquals(Year.of(1984), recognizers.recognize("1984"));
    assertSame("3984", recognizers.recognize("3984"));
    assertSame("19840", recognizers.recognize("19840"));
    assertSame("198x", recognizers.recognize("198x"));
    assertEquals("Recognizers[Recognizer of java.time.Year]", recognizers.toString());
  }

  @Test
  void aRecogniserThatFailsHasNotRecognised() {
    FirstLook any = new FirstLook(1, Integer.MAX_VALUE, "");
    Recognizer<Integer> failing =
        Recognizer.of(Integer.class, any, Pattern.compile(".*"), Integer::valueOf);
    Recognizer<Long> endless =
        Recognizer.of(Long.class, any, Pattern.compile("(x|y)*"), text -> 1L);
    Recognizers recognizers = Recognizers.builder().add(failing).add(endless).build();
    assertEquals(12, recognizers.recognize("12"));
    assertEquals(1L, recognizers.recognize("xy"));
    String deep = "xy".repeat(1_000_000);
    assertSame(deep, recognizers.recognize(deep));
    assertSame("\u00e9", recognizers.recognize("\u00e9"));
  }

  @Test
  void aFirstCharacterBeyondAscii() {
    Recognizer<Integer> prices =
        Recognizer.of(
            Integer.class,
            new FirstLook(2, 100, "\u20ac"),
            Pattern.compile("\u20ac[0-9]+"),
            text -> Integer.valueOf(text.substring(1)));
    Recognizers recognizers = Recognizers.builder().add(prices).build();
    assertEquals(12, recognizers.recognize("\u20ac12"));
    assertSame("\u00a312", recognizers.recognize("\u00a312"));
    assertSame("12", recognizers.recognize("12"));
    String many = "\u20ac" + "0".repeat(98) + "7";
    assertEquals(7, recognizers.recognize(many));
    String tooMany = many + "7";
    assertSame(tooMany, recognizers.recognize(tooMany));
  }

  @Test
  void lengthsOutOfOrderAreRefused() {
    for (FirstLookLengths lengths :
        new FirstLookLengths[] {new FirstLookLengths(0, 5), new FirstLookLengths(3, 2)}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> new FirstLook(lengths.min(), lengths.max(), ""));
      assertEquals(
          "The lengths must be 1 or more and in order, but are "
              + lengths.min()
              + " and "
              + lengths.max(),
          e.getMessage());
    }
  }

  private record FirstLookLengths(int min, int max) {}
}
