package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.junit.jupiter.api.Test;

/**
 * What is read straight from the bytes is what is read by way of a String, which an escape
 * enforces: the same values, the same errors.
 */
class FastPathsTest {

  private static final Datason DATASON = Datason.create();
  private static final List<Class<?>> TYPES =
      List.of(
          UUID.class,
          Instant.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          OffsetTime.class,
          ZonedDateTime.class,
          BigDecimal.class,
          DayOfWeek.class);

  private static final FieldType[] COLUMNS = {
    FieldType.Simple.UUID,
    FieldType.Simple.DATE,
    FieldType.Simple.TIME,
    new FieldType.Timestamp(FieldType.Unit.NS, null),
    new FieldType.Timestamp(FieldType.Unit.US, "UTC"),
    new FieldType.Decimal(12, 3)
  };

  @Property(tries = 5000)
  void ofDeclaredTypes(@ForAll("texts") String text) {
    for (Class<?> type : TYPES) {
      assertEquals(
          read(escaped(text), json -> DATASON.fromJson(json, type)),
          read(quoted(text), json -> DATASON.fromJson(json, type)),
          () -> type + " of " + text);
    }
  }

  @Property(tries = 2000)
  void ofHintedTypes(@ForAll("texts") String text) {
    for (String hint :
        List.of("uuid.UUID", "datetime", "date", "time", "decimal.Decimal", "java.time.Month")) {
      String start = "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":";
      assertEquals(
          read(start + escaped(text) + "}", DATASON::fromJson),
          read(start + quoted(text) + "}", DATASON::fromJson),
          () -> hint + " of " + text);
    }
  }

  @Property(tries = 2000)
  void ofColumns(@ForAll("texts") String text) {
    for (FieldType type : COLUMNS) {
      Schema schema = Schema.of(new Field("a", type));
      Frame empty = Frame.builder(schema).build();
      String json = DATASON.toJson(empty);
      assertEquals(
          read(table(json, escaped(text)), DATASON::fromJson),
          read(table(json, quoted(text)), DATASON::fromJson),
          () -> type + " of " + text);
    }
  }

  private static String table(String empty, String value) {
    String start = "\"data\":[";
    int at = empty.indexOf(start) + start.length();
    return empty.substring(0, at) + "{\"a\":" + value + "}" + empty.substring(at);
  }

  /** The value that is read, or why it is none; the document itself is not told. */
  private static Object read(String json, Function<String, Object> reading) {
    try {
      return reading.apply(json);
    } catch (DatasonException e) {
      String cause = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      return e.getClass() + ": " + cause;
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String escaped(String text) {
    return String.format("\"\\u%04x%s\"", (int) text.charAt(0), text.substring(1));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> uuids =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((high, low) -> new UUID(high, low).toString());
    Arbitrary<String> whole =
        Arbitraries.oneOf(
            uuids,
            uuids.map(uuid -> uuid.toUpperCase(Locale.ROOT)),
            times(),
            Arbitraries.bigDecimals().ofScale(3).map(BigDecimal::toString),
            Arbitraries.bigDecimals().ofScale(0).map(BigDecimal::toString),
            Arbitraries.of(DayOfWeek.class).map(Enum::name),
            Arbitraries.of("JANUARY", "0", "-0", "-", ".", "-.5", "5.", "1..2", "007.50", "+1"));
    Arbitrary<String> mutated =
        Combinators.combine(
                whole,
                Arbitraries.integers().between(0, 40),
                Arbitraries.of("0129-:T.Z+ afFgG/@`{é".split("")),
                Arbitraries.integers().between(0, 2))
            .as(FastPathsTest::mutate);
    return Arbitraries.frequencyOf(Tuple.of(1, whole), Tuple.of(3, mutated));
  }

  private static Arbitrary<String> times() {
    Arbitrary<LocalDate> dates =
        Arbitraries.longs().between(-719_528, 2_932_896).map(LocalDate::ofEpochDay);
    Arbitrary<String> clocks =
        Combinators.combine(
                Arbitraries.integers().between(0, 86_399),
                Arbitraries.of(0, 1, 1000, 500_000_000, 123_456_000, 999_999_999))
            .as((second, nano) -> LocalTime.ofSecondOfDay(second).withNano(nano).toString());
    Arbitrary<String> offsets =
        Arbitraries.of(
            "", "", "Z", "+00:00", "-00:00", "+18:00", "-18:01", "+05:30", "+0530", "+1");
    return Combinators.combine(dates, clocks, offsets, Arbitraries.integers().between(0, 2))
        .as(
            (date, clock, offset, parts) ->
                parts == 0
                    ? date.toString()
                    : parts == 1 ? clock + offset : date + "T" + clock + offset);
  }

  /** With a character replaced, added or left out. */
  private static String mutate(String text, int place, String character, int how) {
    int at = place % text.length();
    String rest = text.substring(how == 1 ? at : at + 1);
    String mutated = text.substring(0, at) + (how == 2 ? "" : character) + rest;
    return mutated.isEmpty() ? character : mutated;
  }

  @Property
  void momentsAreWrittenAsJavaWritesThem(
      @ForAll("seconds") long second, @ForAll("nanos") int nano) {
    Instant moment = Instant.ofEpochSecond(second, nano);
    Datason plain = DATASON.with(c -> c.hints(false));
    assertEquals('"' + moment.toString() + '"', plain.toJson(moment));
    assertEquals(
        '"' + moment.toString().replace("Z", "") + '"',
        plain.toJson(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
  }

  @Provide
  Arbitrary<Long> seconds() {
    return Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L);
  }

  @Provide
  Arbitrary<Integer> nanos() {
    return Arbitraries.oneOf(
        Arbitraries.of(0, 1, 1000, 1_000_000, 100_000_000, 999_999_999),
        Arbitraries.integers().between(0, 999_999_999));
  }

  @Property
  void uuidsAreWrittenAsJavaWritesThem(@ForAll long high, @ForAll long low) {
    UUID uuid = new UUID(high, low);
    assertEquals('"' + uuid.toString() + '"', DATASON.with(c -> c.hints(false)).toJson(uuid));
  }

  @Test
  void theLongestTextsCount() {
    Datason datason = DATASON.with(c -> c.maxStringLength(20));
    String message =
        assertThrows(
                LimitException.class,
                () -> datason.fromJson("\"00000000-0000-0000-0000-000000000000\"", UUID.class))
            .getMessage();
    assertEquals(
        "A string is longer than maxStringLength = 20; raise it if this is meant at $ (line 1,"
            + " column 1, offset 0)",
        message);
    assertThrows(LimitException.class, () -> datason.toJson(new UUID(0, 0)));
    assertThrows(
        LimitException.class,
        () -> datason.fromJson("\"2024-06-15T10:30:00.123Z\"", Instant.class));
    assertThrows(LimitException.class, () -> datason.toJson(Instant.ofEpochSecond(0, 1)));
    assertEquals(
        LocalDate.EPOCH,
        datason.fromJson(
            datason.with(c -> c.hints(false)).toJson(LocalDate.EPOCH), LocalDate.class));
  }

  @Test
  void numbersInTextsHaveALimitOfTheirOwn() {
    Datason datason =
        Datason.builder()
            .config(DatasonConfig.defaults().toBuilder().maxNumberLength(4).build())
            .build();
    assertEquals(new BigDecimal("1.25"), datason.fromJson("\"1.25\"", BigDecimal.class));
    assertThrows(LimitException.class, () -> datason.fromJson("\"1.255\"", BigDecimal.class));
  }

  @Test
  void aTimeOutOfRangeSaysWhy() {
    String message =
        assertThrows(
                MismatchException.class, () -> DATASON.fromJson("\"2023-02-29\"", LocalDate.class))
            .getMessage();
    assertEquals(
        "Expected a LocalDate but found \"2023-02-29\" (Invalid date 'February 29' as '2023' is not"
            + " a leap year) at $ (line 1, column 1, offset 0)",
        message);
  }
}
