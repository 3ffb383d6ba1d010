package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.Coercion;
import org.datason.config.DatasonConfig;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

/** Each coercion: what it takes, what it refuses, and that it can be off. */
class CoercionsTest {

  record Row(int i, long l, double d, boolean b, String s, Integer boxed, Instant at) {}

  private static final String START = " at $ (line 1, column 1, offset 0)";

  private static Datason only(Coercion... coercions) {
    return Datason.create()
        .with(
            c ->
                c.coercions(
                    coercions.length == 0 ? Set.of() : EnumSet.of(coercions[0], coercions)));
  }

  private static <T> void accepts(Coercion coercion, Class<T> type, String json, T value) {
    assertEquals(value, only(coercion).fromJson(json, type), json);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertEquals(value, only(coercion).fromJson(new ByteArrayInputStream(bytes), type), json);
    Datason all = only(Coercion.values());
    assertEquals(value, all.fromJson(json, type), json);
    Set<Coercion> others = EnumSet.complementOf(EnumSet.of(coercion));
    Datason without = Datason.create().with(c -> c.coercions(others));
    assertThrows(MismatchException.class, () -> without.fromJson(json, type), json);
  }

  private static void refuses(Datason datason, Class<?> type, String json, String message) {
    MismatchException e =
        assertThrows(MismatchException.class, () -> datason.fromJson(json, type), json);
    assertEquals(message + START, e.getMessage());
  }

  @Test
  void textToNumber() {
    accepts(Coercion.TEXT_TO_NUMBER, Integer.class, "\"12\"", 12);
    accepts(Coercion.TEXT_TO_NUMBER, int.class, "\"-2147483648\"", Integer.MIN_VALUE);
    accepts(Coercion.TEXT_TO_NUMBER, Byte.class, "\"-128\"", (byte) -128);
    accepts(Coercion.TEXT_TO_NUMBER, Short.class, "\"7\"", (short) 7);
    accepts(Coercion.TEXT_TO_NUMBER, Long.class, "\"9223372036854775807\"", Long.MAX_VALUE);
    accepts(Coercion.TEXT_TO_NUMBER, Double.class, "\"-0.5e1\"", -5.0);
    accepts(Coercion.TEXT_TO_NUMBER, Float.class, "\"0.1\"", 0.1f);
    accepts(Coercion.TEXT_TO_NUMBER, Double.class, "\"\\u0031\"", 1.0);
    Datason on = only(Coercion.TEXT_TO_NUMBER);
    refuses(on, Integer.class, "\"x\"", "Expected an int but found \"x\"");
    refuses(on, Integer.class, "\"\"", "Expected an int but found \"\"");
    refuses(on, Integer.class, "\" 1\"", "Expected an int but found \" 1\"");
    refuses(on, Integer.class, "\"01\"", "Expected an int but found \"01\"");
    refuses(on, Integer.class, "\"+1\"", "Expected an int but found \"+1\"");
    refuses(on, Integer.class, "\"1.0\"", "Expected an int but found \"1.0\"");
    refuses(on, Integer.class, "\"2147483648\"", "Expected an int but found \"2147483648\"");
    refuses(on, Integer.class, "true", "Expected an int but found true");
    refuses(
        on,
        Long.class,
        "\"9223372036854775808\"",
        "Expected a long but found \"9223372036854775808\"");
    refuses(on, Double.class, "\"0x1p3\"", "Expected a double but found \"0x1p3\"");
    refuses(on, Double.class, "\"1e999\"", "Expected a double but found \"1e999\"");
    refuses(on, Float.class, "\"1e99\"", "Expected a float but found \"1e99\"");
    refuses(on, Float.class, "\"1f\"", "Expected a float but found \"1f\"");
    refuses(only(), Integer.class, "\"12\"", "Expected an int but found \"12\"");
    refuses(only(), Double.class, "\"12\"", "Expected a double but found \"12\"");
  }

  @Test
  void numberToText() {
    accepts(Coercion.NUMBER_TO_TEXT, String.class, "12", "12");
    accepts(Coercion.NUMBER_TO_TEXT, String.class, "-1.50E+3", "-1.50E+3");
    Datason on = only(Coercion.NUMBER_TO_TEXT);
    refuses(on, String.class, "true", "Expected a string but found true");
    refuses(on, String.class, "[1]", "Expected a string but found an array");
    refuses(on, UUID.class, "7", "Expected a string but found 7");
    refuses(only(), String.class, "12", "Expected a string but found 12");
  }

  @Test
  void textToBoolean() {
    accepts(Coercion.TEXT_TO_BOOLEAN, Boolean.class, "\"true\"", true);
    accepts(Coercion.TEXT_TO_BOOLEAN, boolean.class, "\"false\"", false);
    Datason on = only(Coercion.TEXT_TO_BOOLEAN);
    refuses(on, Boolean.class, "\"True\"", "Expected a boolean but found \"True\"");
    refuses(on, Boolean.class, "\"1\"", "Expected a boolean but found \"1\"");
    refuses(on, Boolean.class, "1", "Expected a boolean but found 1");
    refuses(only(), Boolean.class, "\"true\"", "Expected a boolean but found \"true\"");
  }

  @Test
  void decimalToInteger() {
    accepts(Coercion.DECIMAL_TO_INTEGER, Integer.class, "5.0", 5);
    accepts(Coercion.DECIMAL_TO_INTEGER, Integer.class, "-1.5e1", -15);
    accepts(Coercion.DECIMAL_TO_INTEGER, Long.class, "9223372036854775807.000", Long.MAX_VALUE);
    accepts(Coercion.DECIMAL_TO_INTEGER, BigInteger.class, "1e20", BigInteger.TEN.pow(20));
    Datason on = only(Coercion.DECIMAL_TO_INTEGER);
    refuses(on, Integer.class, "5.5", "Expected an int but found 5.5");
    refuses(on, Integer.class, "1e10", "Expected an int but found 1e10");
    refuses(on, Long.class, "1e999999999", "Expected a long but found 1e999999999");
    refuses(on, Long.class, "1e-999999999", "Expected a long but found 1e-999999999");
    refuses(on, Long.class, "1e9999999999", "Expected a long but found 1e9999999999");
    refuses(on, BigInteger.class, "0.5", "Expected an integer but found 0.5");
    refuses(
        on,
        BigInteger.class,
        "1e999999999",
        "Expected an integer of at most maxNumberLength digits but found 1e999999999");
    refuses(only(), Integer.class, "5.0", "Expected an int but found 5.0");
    refuses(only(), BigInteger.class, "5.0", "Expected an integer but found 5.0");
    assertEquals(
        5,
        only(Coercion.TEXT_TO_NUMBER, Coercion.DECIMAL_TO_INTEGER)
            .fromJson("\"5.0\"", Integer.class));
  }

  @Test
  void epochToTime() {
    Instant noon = Instant.parse("2024-06-15T10:30:00Z");
    accepts(Coercion.EPOCH_TO_TIME, Instant.class, "1718447400", noon);
    accepts(Coercion.EPOCH_TO_TIME, Instant.class, "1718447400000", noon);
    accepts(Coercion.EPOCH_TO_TIME, Date.class, "1718447400", Date.from(noon));
    accepts(
        Coercion.EPOCH_TO_TIME,
        OffsetDateTime.class,
        "1718447400.25",
        OffsetDateTime.parse("2024-06-15T10:30:00.25Z"));
    refuses(
        only(Coercion.EPOCH_TO_TIME),
        LocalDateTime.class,
        "1718447400",
        "Expected a LocalDateTime but found 1718447400 (a number of seconds has no local time)");
    refuses(only(), Instant.class, "1718447400", "Expected a string but found 1718447400");
  }

  @Test
  void epochUnderAHintIsPythonsForm() {
    String hinted =
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Instant\","
            + "\"__datason_value__\":1718447400}";
    Instant noon = Instant.parse("2024-06-15T10:30:00Z");
    assertEquals(noon, only().fromJson(hinted, Instant.class));
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> only().fromJson("[" + hinted + ",1718447400]", new TypeRef<List<Instant>>() {}));
    assertEquals(true, e.getMessage().startsWith("Expected a string but found 1718447400 at $[1]"));
  }

  @Test
  void oneToList() {
    Datason on = only(Coercion.ONE_TO_LIST);
    assertEquals(List.of(1), on.fromJson("1", new TypeRef<List<Integer>>() {}));
    assertEquals(List.of("a"), on.fromJson("\"a\"", List.class));
    assertEquals(Set.of(1L), on.fromJson("1", new TypeRef<Set<Long>>() {}));
    assertEquals(
        List.of("a"), List.copyOf(on.fromJson("\"a\"", new TypeRef<ArrayDeque<String>>() {})));
    assertArrayEquals(new String[] {"a"}, on.fromJson("\"a\"", String[].class));
    assertArrayEquals(new boolean[] {true}, on.fromJson("true", boolean[].class));
    assertArrayEquals(new short[] {1}, on.fromJson("1", short[].class));
    assertArrayEquals(new int[] {1}, on.fromJson("1", int[].class));
    assertArrayEquals(new long[] {1}, on.fromJson("1", long[].class));
    assertArrayEquals(new float[] {1.5f}, on.fromJson("1.5", float[].class));
    assertArrayEquals(new double[] {1.5}, on.fromJson("1.5", double[].class));
    assertNull(on.fromJson("null", int[].class));
    refuses(on, int[].class, "\"x\"", "Expected an int but found \"x\"");
    refuses(on, int[].class, "{\"a\":1}", "Expected an int[] but found an object (it has no data)");
    refuses(only(), List.class, "1", "Expected an array but found 1");
    refuses(only(), int[].class, "1", "Expected an object but found 1");
    refuses(Datason.create(), String[].class, "\"a\"", "Expected an array but found \"a\"");
  }

  @Test
  void emptyToNull() {
    Datason on = only(Coercion.EMPTY_TO_NULL);
    assertNull(on.fromJson("\"\"", Integer.class));
    assertNull(on.fromJson("\"\"", UUID.class));
    assertNull(on.fromJson("\"\"", Row.class));
    assertNull(on.fromJson("\"\"", List.class));
    assertEquals("", on.fromJson("\"\"", String.class));
    assertArrayEquals(new byte[0], on.fromJson("\"\"", byte[].class));
    assertEquals(Optional.empty(), on.fromJson("\"\"", new TypeRef<Optional<Integer>>() {}));
    assertEquals(Arrays.asList(null, 1), on.fromJson("[\"\",1]", new TypeRef<List<Integer>>() {}));
    refuses(on, Integer.class, "\" \"", "Expected an int but found \" \"");
    refuses(only(), Integer.class, "\"\"", "Expected an int but found \"\"");
    refuses(
        Datason.create(),
        UUID.class,
        "\"\"",
        "Expected a UUID but found \"\" (a UUID has 36 characters, 8-4-4-4-12)");
    MismatchException e =
        assertThrows(MismatchException.class, () -> on.fromJson("{\"i\":\"\"}", Row.class));
    assertEquals(
        "Expected a Row but found an object (the member \"i\" is empty, but its type int has no null)"
            + START,
        e.getMessage());
  }

  @Test
  void membersAreCoercedLikeWholeValues() {
    String json =
        "{\"i\":\"1\",\"l\":2.0,\"d\":\"0.5\",\"b\":\"true\",\"s\":1.0,\"boxed\":\"3\",\"at\":0}";
    assertEquals(
        new Row(1, 2, 0.5, true, "1.0", 3, Instant.EPOCH),
        Datason.create().fromJson(json, Row.class));
    assertArrayEquals(new int[] {1, 2}, Datason.create().fromJson("[\"1\",2.0]", int[].class));
  }

  @Test
  void nothingIsCoercedWhereNoTypeIsAskedFor() {
    assertEquals(List.of("12", 5.0, ""), only(Coercion.values()).fromJson("[\"12\",5.0,\"\"]"));
  }

  @Test
  void strictMakesNone() {
    assertEquals(Set.of(), DatasonConfig.strict().coercions());
    assertEquals("none", DatasonConfig.strict().toMap().get("coercions"));
  }

  @Test
  void textsHaveTheLimitsOfNumbers() {
    Datason shortNumbers = Datason.create().with(c -> c.maxNumberLength(5));
    refuses(shortNumbers, Integer.class, "\"1234567\"", "Expected an int but found \"1234567\"");
    assertThrows(LimitException.class, () -> shortNumbers.fromJson("1234567", Integer.class));
  }

  @Test
  void theSettingHasAText() {
    DatasonConfig config =
        DatasonConfig.builder().set("coercions", "one-to-list, text-to-number").build();
    assertEquals(Set.of(Coercion.TEXT_TO_NUMBER, Coercion.ONE_TO_LIST), config.coercions());
    assertEquals("text-to-number,one-to-list", config.toMap().get("coercions"));
    assertEquals(
        EnumSet.allOf(Coercion.class),
        DatasonConfig.builder().set("coercions", "all").build().coercions());
    assertEquals(
        "text-to-number,number-to-text,text-to-boolean,decimal-to-integer,epoch-to-time",
        DatasonConfig.defaults().toMap().get("coercions"));
    assertEquals(
        "coercions must be one of text-to-number, number-to-text, text-to-boolean,"
            + " decimal-to-integer, epoch-to-time, one-to-list, empty-to-null, not 'x'",
        assertThrows(
                IllegalArgumentException.class, () -> DatasonConfig.builder().set("coercions", "x"))
            .getMessage());
    assertThrows(
        UnsupportedOperationException.class, () -> config.coercions().add(Coercion.EPOCH_TO_TIME));
  }

  @Property(tries = 500)
  void textOfANumberIsThatNumber(@ForAll long l, @ForAll double d, @ForAll BigDecimal n) {
    Datason datason = Datason.create();
    assertEquals(l, datason.fromJson("\"" + l + "\"", Long.class));
    assertEquals(d, datason.fromJson("\"" + datason.toJson(d) + "\"", Double.class));
    assertEquals(n.toString(), datason.fromJson(n.toString(), String.class));
  }
}
