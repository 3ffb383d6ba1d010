package org.datason.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.LimitException;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;

/** Each limit, on reading and on writing: what is at it passes, what is beyond it does not. */
class LimitsTest {

  private static final String MEANT = "; raise it if the value is meant to be so large";

  record Point(int x, int y) {}

  record Wide(int a, int b, int c) {}

  private static Datason with(UnaryOperator<DatasonConfigBuilder> limit) {
    return Datason.create().with(limit);
  }

  /** Reads from memory, from a stream, and with the plain forms of optimisations. */
  private static void assertUnreadable(String message, Datason datason, String json) {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    assertEquals(message, error(() -> datason.fromJson(json)));
    assertEquals(message, error(() -> datason.reader(new ByteArrayInputStream(utf8)).readValue()));
    assertEquals(message, error(() -> datason.with(c -> c.predictShapes(false)).fromJson(json)));
  }

  private static void assertUnwritable(String message, Datason datason, Object value) {
    assertEquals(message, error(() -> datason.toJson(value)));
    assertEquals(message, error(() -> datason.write(value, new ByteArrayOutputStream())));
    assertEquals(message, error(() -> datason.with(c -> c.indent(1).sortKeys(true)).toJson(value)));
  }

  private static String error(org.junit.jupiter.api.function.Executable executable) {
    return assertThrows(LimitException.class, executable).getMessage();
  }

  private static void assertPasses(Datason datason, Object value) {
    assertEquals(value, datason.fromJson(datason.toJson(value)));
  }

  @Test
  void maxDepth() {
    Datason datason = with(c -> c.maxDepth(2));
    assertPasses(datason, List.of(Map.of("a", 1)));
    assertUnreadable(
        "More than 2 arrays and objects in one another; raise maxDepth if this is meant at"
            + " $[0].a (line 1, column 7, offset 6)",
        datason,
        "[{\"a\":[]}]");
    assertUnwritable(
        "More than 2 arrays and objects in one another (a circular reference?); raise maxDepth if"
            + " the value is meant to be so deep at $[0].a",
        datason,
        List.of(Map.of("a", List.of())));
  }

  @Test
  void maxItems() {
    Datason datason = with(c -> c.maxItems(2));
    assertPasses(datason, List.of(1, 2));
    assertPasses(datason, Map.of("a", 1, "b", 2, "c", 3));
    assertUnreadable(
        "More than maxItems = 2 items in one array; raise it if this is meant at $[1][2] (line 1,"
            + " column 9, offset 8)",
        datason,
        "[1,[2,3,4]]");
    assertUnwritable(
        "More than maxItems = 2 items in one array" + MEANT + " at $[1]",
        datason,
        List.of(1, new ArrayList<>(List.of(2, 3, 4))));
  }

  @Test
  void maxItemsOfTypedValues() {
    Datason datason = with(c -> c.maxItems(2).hints(false));
    String json = "[1,2,3]";
    String message =
        "More than maxItems = 2 items in one array; raise it if this is meant at $[2] (line 1,"
            + " column 6, offset 5)";
    assertEquals(message, error(() -> datason.fromJson(json, int[].class)));
    assertEquals(message, error(() -> datason.fromJson(json, double[].class)));
    assertEquals(message, error(() -> datason.fromJson(json, Integer[].class)));
    assertEquals(message, error(() -> datason.fromJson(json, new TypeRef<List<Integer>>() {})));
    assertEquals(message, error(() -> datason.fromJson(json, new TypeRef<Set<Integer>>() {})));
    assertEquals(message, error(() -> datason.fromJson(json, new TypeRef<Deque<Integer>>() {})));
    assertEquals(message, error(() -> datason.fromJson(json, byte[].class)));
    assertEquals(List.of(1, 2), datason.fromJson("[1,2]", new TypeRef<List<Integer>>() {}));

    String written = "More than maxItems = 2 items in one array" + MEANT + " at $";
    assertEquals(written, error(() -> datason.toJson(new int[] {1, 2, 3})));
    assertEquals(written, error(() -> datason.toJson(new Object[] {1, 2, 3})));
    assertEquals(written, error(() -> datason.toJson(new ArrayDeque<>(List.of(1, 2, 3)))));
    assertEquals(
        written, error(() -> datason.with(c -> c.bytesForm(BytesForm.ARRAY)).toJson(new byte[3])));
  }

  @Test
  void maxMembers() {
    Datason datason = with(c -> c.maxMembers(2));
    assertPasses(datason, Map.of("a", 1, "b", 2));
    assertPasses(datason, List.of(1, 2, 3));
    assertUnreadable(
        "More than maxMembers = 2 members in one object; raise it if this is meant at $[0].c"
            + " (line 1, column 20, offset 19)",
        datason,
        "[{\"a\":1,\"b\":2,\"c\":3}]");
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", 2);
    map.put("c", 3);
    String written = "More than maxMembers = 2 members in one object" + MEANT + " at $[0]";
    assertUnwritable(written, datason, List.of(map));
    Object shared = Datason.create().fromJson("[{\"a\":1,\"b\":2,\"c\":3}]");
    assertEquals(written, error(() -> datason.toJson(shared)));
  }

  @Test
  void maxMembersOfTypedValues() {
    Datason datason = with(c -> c.maxMembers(2).hints(false));
    assertEquals(new Point(1, 2), datason.fromJson("{\"x\":1,\"y\":2}", Point.class));
    String json = "{\"1\":1,\"2\":2,\"3\":3}";
    String message =
        "More than maxMembers = 2 members in one object; raise it if this is meant at $ (line 1,"
            + " column 14, offset 13)";
    assertEquals(message, error(() -> datason.fromJson(json, Point.class)));
    assertEquals(
        message, error(() -> datason.fromJson(json, new TypeRef<Map<Integer, Integer>>() {})));
    assertEquals(
        "More than maxMembers = 2 members in one object" + MEANT + " at $",
        error(() -> datason.toJson(new Wide(1, 2, 3))));
  }

  @Test
  void maxStringLength() {
    Datason datason = with(c -> c.maxStringLength(5));
    assertPasses(datason, List.of("abcde", "", "a\"\"", "äö", "\n\n"));
    assertUnreadable(
        "A string is longer than maxStringLength = 5; raise it if this is meant at $[1] (line 1,"
            + " column 5, offset 4)",
        datason,
        "[\"\",\"abcdef\"]");
    String written = "A string is longer than maxStringLength = 5" + MEANT + " at ";
    assertUnwritable(written + "$[1]", datason, List.of("", "abcdef"));
    assertUnwritable(written + "$", datason, "\"\"\""); // each takes two bytes
    assertUnwritable(written + "$", datason, "äöü");
    assertUnwritable(written + "$", datason, "\u0001");
    assertUnwritable(written + "$", datason, "\ud83d\ude00aa");
    assertPasses(datason, "\ud83d\ude00a");
    assertUnwritable(written + "$", datason.with(c -> c.asciiOnly(true)), "ä");
    assertUnwritable(written + "$", datason.with(c -> c.hints(false)), new byte[4]);
    assertUnwritable(written + "$", datason, Map.of("abcdef", 1));
    assertUnwritable(written + "$", datason, Datason.create().fromJson("{\"abcdef\":1}"));
    String json = "\"" + "x".repeat(100) + "\"";
    assertUnwritable(
        "A string is longer than maxStringLength = 99" + MEANT + " at $",
        with(c -> c.maxStringLength(99)),
        Datason.create().fromJson(json));
    assertPasses(with(c -> c.maxStringLength(100)), "x".repeat(100));
  }

  @Test
  void maxNumberLength() {
    Datason datason = with(c -> c.maxNumberLength(20));
    BigInteger large = BigInteger.TEN.pow(20);
    assertPasses(datason, List.of(BigInteger.TEN.pow(19), 12));
    assertUnreadable(
        "A number is longer than maxNumberLength = 20; raise it if this is meant at $[0] (line 1,"
            + " column 2, offset 1)",
        datason,
        "[" + large + "]");
    String written = "A number is longer than maxNumberLength = 20" + MEANT + " at $[0]";
    assertUnwritable(written, datason, List.of(large));
    BigDecimal decimal = new BigDecimal(large, 3);
    assertUnwritable(written, datason.with(c -> c.hints(false)), List.of(decimal));
    assertUnwritable(written, datason, List.of(decimal)); // as a hinted text
    assertUnreadable(
        "A number is longer than maxNumberLength = 20; raise it if this is meant at"
            + " $[0].__datason_value__ (line 1, column 60, offset 59)",
        datason,
        Datason.create().toJson(List.of(decimal)));
  }

  @Test
  void maxBytes() {
    Datason datason = with(c -> c.maxBytes(10));
    assertPasses(datason, "12345678");
    byte[] utf8 = "\"123456789\"".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        "The document has 11 bytes, more than maxBytes = 10", error(() -> datason.fromJson(utf8)));
    assertEquals(
        "The document is larger than maxBytes = 10; raise it, or read it as a stream",
        error(() -> datason.fromJson(new ByteArrayInputStream(utf8))));
    String written = "The JSON text is longer than maxBytes = 10" + MEANT;
    assertUnwritable(written, datason, "123456789");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThrows(LimitException.class, () -> datason.write("123456789", out));
    assertEquals(0, out.size());
    assertEquals(
        "The JSON text is longer than maxBytes = 100000" + MEANT,
        error(() -> with(c -> c.maxBytes(100_000)).write("x".repeat(1_000_000), out)));
  }

  @Test
  void maxBytesOfManyLines() {
    JsonWriter out = with(c -> c.maxBytes(10)).writer(new ByteArrayOutputStream());
    out.writeValue("1234");
    out.endLine();
    out.writeValue("12");
    assertThrows(LimitException.class, out::flush);
  }
}
