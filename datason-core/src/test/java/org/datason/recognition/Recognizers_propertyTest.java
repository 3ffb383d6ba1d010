package org.datason.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Of any text, near misses above all, exactly that is recognised which java.time and the like parse
 * strictly, and as the same value.
 */
class Recognizers_propertyTest {

  private static final Recognizers DECIMALS =
      Recognizers.builder().add(Recognizer.DECIMALS).build();

  private static final Recognizers BASE64 = Recognizers.builder().add(Recognizer.BASE64).build();

  /** The parts of a time, in java.time's own words, in the same form but for the case. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseSensitive()
          .appendValue(ChronoField.HOUR_OF_DAY, 2)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .optionalStart()
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DATE)
          .appendLiteral('T')
          .append(TIME)
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter[] OFFSETS = {
    DateTimeFormatter.ofPattern("XXX").withResolverStyle(ResolverStyle.STRICT),
    DateTimeFormatter.ofPattern("XXXXX").withResolverStyle(ResolverStyle.STRICT),
    DateTimeFormatter.ofPattern("XX").withResolverStyle(ResolverStyle.STRICT),
    DateTimeFormatter.ofPattern("XXXX").withResolverStyle(ResolverStyle.STRICT),
    DateTimeFormatter.ofPattern("X").withResolverStyle(ResolverStyle.STRICT)
  };

  /** What the text is by java.time's parsers, tried one after the other; or the text. */
  private static Object oracle(String text) {
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return UUID.fromString(text);
    }
    Object value = tried(() -> LocalDate.parse(text, DATE));
    value = value != null ? value : tried(() -> LocalDateTime.parse(text, DATE_TIME));
    value = value != null ? value : tried(() -> LocalTime.parse(text, TIME));
    for (DateTimeFormatter offset : OFFSETS) {
      value =
          value != null
              ? value
              : tried(() -> OffsetDateTime.parse(text, joined(DATE_TIME, offset)));
      value = value != null ? value : tried(() -> OffsetTime.parse(text, joined(TIME, offset)));
    }
    value = value != null ? value : zoned(text);
    if (value == null && text.matches("-?P[^a-z]*") && !text.contains(".S")) {
      value = text.contains(",S") ? null : tried(() -> Duration.parse(text));
    }
    return value != null ? value : text;
  }

  private static ZonedDateTime zoned(String text) {
    int bracket = text.indexOf('[');
    if (bracket < 0
        || !text.endsWith("]")
        || !(oracle(text.substring(0, bracket)) instanceof OffsetDateTime time)) {
      return null;
    }
    String zone = text.substring(bracket + 1, text.length() - 1);
    boolean isOffset = zone.matches("(UTC|GMT|UT)([-+]\\d\\d:\\d\\d(:\\d\\d)?)?");
    boolean isZero = zone.matches(".+[-+]00:00(:00)?");
    return ZoneId.getAvailableZoneIds().contains(zone) || isOffset && !isZero
        ? tried(
            () -> ZonedDateTime.ofStrict(time.toLocalDateTime(), time.getOffset(), ZoneId.of(zone)))
        : null;
  }

  private static DateTimeFormatter joined(DateTimeFormatter first, DateTimeFormatter second) {
    return new DateTimeFormatterBuilder()
        .append(first)
        .append(second)
        .toFormatter()
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private interface Parse<T> {
    T value();
  }

  private static <T> T tried(Parse<T> parse) {
    try {
      return parse.value();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void check(Object expected, String text, Recognizers recognizers) {
    Object value = recognizers.recognize(text);
    assertEquals(expected.getClass(), value.getClass());
    if (expected == text) {
      assertSame(text, value);
    } else {
      assertEquals(expected, value);
    }
  }

  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void recognisedIsWhatTheOracleParses(@ForAll("near") String text) {
    check(oracle(text), text, Recognizers.defaults());
  }

  @Property
  void noOtherTextIsConverted(@ForAll String text) {
    check(oracle(text), text, Recognizers.defaults());
  }

  @Property
  void digitsAndSignsAreConvertedOnlyWhereTheyAreOfAType(@ForAll("signs") String text) {
    check(oracle(text), text, Recognizers.defaults());
  }

  @Property(tries = 3_000)
  void decimalsKeepAllTheirDigits(@ForAll("numbers") String text) {
    Object value = DECIMALS.recognize(text);
    boolean isNumber = text.matches("-?(0|[1-9]\\d*)([.]\\d+)?([eE][+-]?\\d+)?");
    boolean isNegativeZero = isNumber && text.matches("-[0.]+([eE].*)?");
    assertEquals(isNumber && !isNegativeZero ? new BigDecimal(text) : text, value);
  }

  @Property
  void base64IsWrittenBackAsItWas(@ForAll("base64") String text) {
    if (BASE64.recognize(text) instanceof byte[] bytes) {
      assertEquals(text, Base64.getEncoder().encodeToString(bytes));
    }
  }

  @Property
  void bytesAreRecognised(@ForAll byte[] bytes) {
    String text = Base64.getEncoder().encodeToString(bytes);
    Object value = BASE64.recognize(text);
    assertEquals(bytes.length > 0, value instanceof byte[]);
  }

  /** Valid texts, most of them with a character or two changed, dropped or doubled. */
  @Provide
  Arbitrary<String> near() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, 60);
    Arbitrary<Character> character =
        Arbitraries.of(
            "0123456789abfgPTDHMSZtz:-+.,[]/ \u0661".chars().mapToObj(c -> (char) c).toList());
    return Combinators.combine(
            valid(), Arbitraries.integers().between(0, 4), place, character, place, character)
        .as(
            (text, how, at, c, at2, c2) -> {
              switch (how) {
                case 1:
                  return changed(text, at, c);
                case 2:
                  return changed(changed(text, at, c), at2, c2);
                case 3:
                  return new StringBuilder(text).insert(at % (text.length() + 1), c).toString();
                case 4:
                  return new StringBuilder(text).deleteCharAt(at % text.length()).toString();
                default:
                  return text;
              }
            });
  }

  private static String changed(String text, int at, char c) {
    StringBuilder changed = new StringBuilder(text);
    changed.setCharAt(at % text.length(), c);
    return changed.toString();
  }

  private static Arbitrary<String> valid() {
    Arbitrary<String> date =
        Combinators.combine(
                Arbitraries.integers().between(0, 9999),
                Arbitraries.integers().between(0, 13),
                Arbitraries.integers().between(0, 32))
            .as((y, m, d) -> "%04d-%02d-%02d".formatted(y, m, d));
    Arbitrary<String> fraction =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(10).map(f -> "." + f));
    Arbitrary<String> time =
        Combinators.combine(
                Arbitraries.integers().between(0, 24),
                Arbitraries.integers().between(0, 60),
                Arbitraries.integers().between(-10, 60),
                fraction)
            .as(
                (h, m, s, f) ->
                    "%02d:%02d".formatted(h, m) + (s < 0 ? "" : ":%02d".formatted(s) + f));
    Arbitrary<String> offset =
        Arbitraries.of(
            "Z", "+02:00", "-05:30", "+0530", "-08", "+01:02:03", "+18:00", "-18:01", "");
    Arbitrary<String> zone =
        Arbitraries.of(
            "", "[Europe/Berlin]", "[UTC]", "[Asia/Kolkata]", "[X]", "[GMT0]", "[UTC+02:00]");
    Arbitrary<String> dateTime = Combinators.combine(date, time).as((d, t) -> d + "T" + t);
    Arbitrary<String> berlin =
        Combinators.combine(date, time, Arbitraries.of("+01:00", "+02:00"))
            .as((d, t, o) -> d + "T" + t + o + "[Europe/Berlin]");
    Arbitrary<String> duration =
        Combinators.combine(
                Arbitraries.of("P", "-P", "PT", "P1DT", "P-3DT"),
                Arbitraries.of("", "5H", "-7H"),
                Arbitraries.of("", "90M", "-1M"),
                Arbitraries.of("", "5S", "0.5S", "1,25S", "-0.000000001S"))
            .as((p, h, m, s) -> p + h + m + s);
    return Arbitraries.oneOf(
        Arbitraries.create(UUID::randomUUID).map(UUID::toString),
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((a, b) -> new UUID(a, b).toString().toUpperCase()),
        date,
        time,
        dateTime,
        Combinators.combine(dateTime, offset, zone).as((t, o, z) -> t + o + z),
        Combinators.combine(time, offset).as((t, o) -> t + o),
        berlin,
        duration);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.strings().withChars("0123456789-:.TZ+PDHMS").ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.strings().withChars("0123456789-+.eE").ofMinLength(1).ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> base64() {
    return Arbitraries.strings().withChars("AQgwabcz019+/=").ofMaxLength(13);
  }
}
