package org.datason.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.datason.Datason;
import org.datason.config.BytesForm;
import org.datason.config.UnknownTypes;
import org.datason.redaction.Redaction.Builder;
import org.datason.redaction.RedactionSummary.Entry;
import org.junit.jupiter.api.Test;

/** What is replaced, where, and what stands there instead. */
class RedactionTest {

  private static final UUID ID = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  record Login(String user, String password, UUID token, List<Login> others, int pin) {}

  private static Datason datason(Builder rules) {
    return Datason.builder().type("login", Login.class).redaction(rules.build()).build();
  }

  private static Datason fields(String... names) {
    return datason(Redaction.builder().fields(names));
  }

  private static Datason paths(String... paths) {
    return datason(Redaction.builder().paths(paths));
  }

  private static Datason patterns(BuiltInPattern... patterns) {
    return datason(Redaction.builder().patterns(patterns));
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  // ---------------------------------------------------------------- fields

  @Test
  void fieldsByName() {
    Object value =
        map("user", "ada", "Password", "x", "pass", 1, "list", List.of(map("pASSword", ID)));
    assertEquals(
        "{\"user\":\"ada\",\"Password\":\"[REDACTED]\",\"pass\":1,"
            + "\"list\":[{\"pASSword\":\"[REDACTED]\"}]}",
        fields("password").toJson(value));
  }

  @Test
  void fieldsByWildcard() {
    Object value = map("apiToken", 1, "tokens", map("a", 1), "tok", 2, "k1", true, "k12", null);
    assertEquals(
        "{\"apiToken\":\"[REDACTED]\",\"tokens\":\"[REDACTED]\",\"tok\":2,"
            + "\"k1\":\"[REDACTED]\",\"k12\":null}",
        fields("*TOKEN*", "k?").toJson(value));
    assertEquals("{\"a\":\"[REDACTED]\"}", fields("*").toJson(map("a", map("b", 1))));
  }

  @Test
  void membersOfRecords() {
    Login inner = new Login("bob", "y", ID, List.of(), 2);
    Login login = new Login("ada", "x", ID, List.of(inner), 1);
    String json = fields("password", "token", "pin", "others").toJson(login);
    assertEquals(
        "{\"__datason_type__\":\"login\",\"__datason_value__\":{\"user\":\"ada\","
            + "\"password\":\"[REDACTED]\",\"token\":\"[REDACTED]\",\"others\":\"[REDACTED]\","
            + "\"pin\":\"[REDACTED]\"}}",
        json);
  }

  @Test
  void namesOfEnvelopesAreNoFields() {
    Datason datason = fields("*type*", "*value*");
    Object hinted =
        Datason.create()
            .fromJson(
                "{\"__datason_type__\":\"range\",\"__datason_value__\":{\"type\":1,\"x\":2}}");
    assertEquals(
        "[{\"__datason_type__\":\"range\",\"__datason_value__\":{\"type\":\"[REDACTED]\",\"x\":2}},"
            + "{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\""
            + ID
            + "\"}]",
        datason.toJson(Arrays.asList(hinted, ID)));
    assertEquals(
        "{\"__datason_value__\":\"[REDACTED]\"}", datason.toJson(map("__datason_value__", 1)));
  }

  @Test
  void keysOfPairsAreNames() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "one");
    map.put("password", map("a", "x"));
    map.put(ID, "y");
    assertEquals(
        "{\"__datason_type__\":\"java.util.Map\",\"__datason_value__\":[[1,\"one\"],"
            + "[\"password\",\"[REDACTED]\"],[{\"__datason_type__\":\"uuid.UUID\","
            + "\"__datason_value__\":\""
            + ID
            + "\"},\"[REDACTED]\"]]}",
        fields("password", "7d44*").toJson(map));
    assertEquals(
        "{\"1\":\"one\",\"password\":{\"a\":\"[REDACTED]\"},\"" + ID + "\":\"y\"}",
        paths("$.password.a").with(c -> c.hints(false)).toJson(map));
  }

  // ---------------------------------------------------------------- paths

  @Test
  void fullPaths() {
    Object value =
        map(
            "runs",
            List.of(map("token", 1, "id", 2), map("token", 3)),
            "token",
            4,
            "a.b",
            List.of(5, 6));
    assertEquals(
        "{\"runs\":[{\"token\":\"[REDACTED]\",\"id\":2},{\"token\":\"[REDACTED]\"}],\"token\":4,"
            + "\"a.b\":[5,\"[REDACTED]\"]}",
        paths("$.RUNS[*].tok*", "$[\"a.b\"][1]").toJson(value));
    assertEquals(
        "{\"runs\":[{\"token\":\"[REDACTED]\",\"id\":2},{\"token\":\"[REDACTED]\"}],"
            + "\"token\":\"[REDACTED]\",\"a.b\":[\"[REDACTED]\",\"[REDACTED]\"]}",
        paths("$..token", "$.a?b.*").toJson(value));
    assertEquals("\"[REDACTED]\"", paths("$").toJson(value));
    assertEquals(
        "[[1,\"[REDACTED]\"],\"[REDACTED]\"]",
        paths("$..[1]").toJson(List.of(List.of(1, 9), List.of(2))));
  }

  @Test
  void hintedValuesAreNoSteps() {
    Object value =
        map("set", new LinkedHashSet<>(List.of(map("x", 1))), "map", Map.of(1, map("x", 2)));
    assertEquals(
        "{\"set\":{\"__datason_type__\":\"set\",\"__datason_value__\":[{\"x\":\"[REDACTED]\"}]},"
            + "\"map\":{\"__datason_type__\":\"java.util.Map\",\"__datason_value__\":"
            + "[[1,{\"x\":\"[REDACTED]\"}]]}}",
        paths("$.set[0].x", "$.map.1.x").toJson(value));
  }

  @Test
  void whatIsNoPath() {
    assertNoPath("runs", "Expected '$' but found 'r' at character 1");
    assertNoPath("$runs", "Expected '.', '[' or the end but found 'r' at character 2");
    assertNoPath("$.", "Expected a name or '*' but found the end at character 3");
    assertNoPath("$.a[", "Expected [*], [0] or ['name'] but found '[' at character 4");
    assertNoPath("$[\"a]", "Expected [*], [0] or ['name'] but found '[' at character 2");
    assertNoPath("$[a]", "Expected [*], [0] or ['name'] but found '[' at character 2");
    assertNoPath("$[1234567890]", "Expected [*], [0] or ['name'] but found '[' at character 2");
  }

  private static void assertNoPath(String path, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Redaction.builder().paths(path));
    assertEquals(message + " of the path \"" + path + "\"", e.getMessage());
  }

  @Test
  void aStarTakesMembersAndItemsInEitherForm() {
    Object value = map("a", 1, "b", List.of(2, map("c", 3)));
    String expected = "{\"a\":1,\"b\":[\"[REDACTED]\",{\"c\":\"[REDACTED]\"}]}";
    assertEquals(expected, paths("$.b[0]", "$['b'][1].*").toJson(value));
    assertEquals(expected, paths("$[\"b\"][0]", "$[*][*]['c']").toJson(value));
    assertEquals("{\"a\":\"[REDACTED]\",\"b\":\"[REDACTED]\"}", paths("$[*]").toJson(value));
  }

  // ---------------------------------------------------------------- patterns

  @Test
  void textsWhereverTheyAre() {
    Object value =
        map(
            "a",
            "by ada@example.org!",
            "b",
            new String[] {"ada@example.org", "x"},
            "c",
            Optional.of("ada@example.org"),
            "d",
            URI.create("mailto:ada@example.org"));
    Datason datason = patterns(BuiltInPattern.EMAIL);
    String plain =
        "{\"a\":\"by [REDACTED]!\",\"b\":[\"[REDACTED]\",\"x\"],\"c\":\"[REDACTED]\","
            + "\"d\":\"mailto:[REDACTED]\"}";
    assertEquals(plain, datason.with(c -> c.hints(false)).toJson(value));
    assertEquals(
        plain,
        Datason.create()
            .with(c -> c.hints(false))
            .toJson(Datason.create().fromJson(datason.toJson(value))));
  }

  @Test
  void hintedTextsLoseTheirHint() {
    Map<String, Object> value =
        map("uri", URI.create("mailto:ada@example.org"), "other", URI.create("a:b"));
    String json = patterns(BuiltInPattern.EMAIL).toJson(value);
    assertEquals(
        map("uri", "mailto:[REDACTED]", "other", URI.create("a:b")),
        Datason.create().fromJson(json));
  }

  @Test
  void namesOfMembers() {
    Datason datason = patterns(BuiltInPattern.EMAIL);
    Object value = map("ada@example.org", 1, "x", 2, "bob@example.org", 3, "[REDACTED]", 4);
    assertEquals(
        "{\"[REDACTED]\":1,\"x\":2,\"[REDACTED] (2)\":3,\"[REDACTED] (3)\":4}",
        datason.toJson(value));
    Map<Object, Object> pairs = new LinkedHashMap<>();
    pairs.put("ada@example.org", 1);
    pairs.put(URI.create("mailto:bob@example.org"), 2);
    pairs.put("bob@example.org", 3);
    assertEquals(
        "{\"__datason_type__\":\"java.util.Map\",\"__datason_value__\":[[\"[REDACTED]\",1],"
            + "[\"mailto:[REDACTED]\",2],[\"[REDACTED] (3)\",3]]}",
        datason.toJson(pairs));
    assertEquals(
        "{\n  \"[REDACTED]\": 1,\n  \"a\": 0\n}",
        datason.with(c -> c.sortKeys(true).indent(2)).toJson(map("a", 0, "z@example.org", 1)));
  }

  @Test
  void wholeNumbers() {
    Datason datason = patterns(BuiltInPattern.CREDIT_CARD);
    long card = 4111111111111111L;
    Object value =
        Arrays.asList(
            card,
            -card,
            card + 1,
            (double) card,
            BigInteger.valueOf(card),
            new BigDecimal("4.111111111111111E+15"),
            0.4111111111111111,
            1718447400123456789L);
    assertEquals(
        "[\"[REDACTED]\",\"[REDACTED]\",4111111111111112,\"[REDACTED]\",\"[REDACTED]\","
            + "\"[REDACTED]\",0.4111111111111111,1718447400123456789]",
        datason.toJson(value));
    assertEquals(
        "[1234567,\"#\",123456789,1.5,\"#\"]",
        datason(Redaction.builder().pattern("id", "\\d{8}").replacement("#"))
            .toJson(Arrays.asList(1234567, 12345678, 123456789, 1.5, 87654321f)));
  }

  @Test
  void bytesAreNotLookedInto() {
    byte[] bytes = new byte[60];
    Arrays.fill(bytes, (byte) 0x44);
    Datason datason = patterns(BuiltInPattern.values());
    for (BytesForm form : BytesForm.values()) {
      assertEquals(
          Datason.create().with(c -> c.bytesForm(form)).toJson(bytes),
          datason.with(c -> c.bytesForm(form)).toJson(bytes));
    }
  }

  @Test
  void textsOfUnknownTypes() {
    Object unknown =
        new Object() {
          @Override
          public String toString() {
            return "ada@example.org";
          }
        };
    assertEquals(
        "[\"[REDACTED]\"]",
        patterns(BuiltInPattern.EMAIL)
            .with(c -> c.unknownTypes(UnknownTypes.TEXT))
            .toJson(List.of(unknown)));
  }

  // ---------------------------------------------------------------- replacement, summary

  @Test
  void replacements() {
    assertEquals(
        "{\"a\":\"\"}",
        datason(Redaction.builder().fields("a").replacement("")).toJson(map("a", 1)));
    assertEquals(
        "{\"a\":\"<field:a>\",\"b\":\"<pattern:ipv4> \\u0000\"}",
        datason(
                Redaction.builder()
                    .fields("a")
                    .patterns(BuiltInPattern.IPV4)
                    .replacement(rule -> "<" + rule + ">"))
            .toJson(map("a", 1, "b", "10.0.0.1 \0")));
  }

  @Test
  void summary() {
    Redaction redaction =
        Redaction.builder()
            .fields("password")
            .paths("$.runs[*].id")
            .patterns(BuiltInPattern.EMAIL)
            .build();
    Datason datason = Datason.create();
    RedactionSummary summary = new RedactionSummary();
    Object value =
        map(
            "password",
            1,
            "runs",
            List.of(
                map("id", 1, "by", "a@example.org, b@example.org"),
                map("id", 2, "by", "nobody"),
                map("c@example.org", map("password", 3))));
    datason.with(redaction.withSummary(summary)).write(value, new ByteArrayOutputStream());
    assertEquals(
        List.of(
            new Entry("$.password", "field:password", 1),
            new Entry("$.runs[*].id", "path:$.runs[*].id", 2),
            new Entry("$.runs[*].by", "pattern:email", 2),
            new Entry("$.runs[*]", "pattern:email", 1),
            new Entry("$.runs[*][\"[REDACTED]\"].password", "field:password", 1)),
        summary.entries());
    assertEquals(7, summary.count());
    assertEquals("$.password: 1 by field:password", summary.toString().lines().findFirst().get());
    datason.with(redaction).toJson(value);
    assertEquals(7, summary.count());
  }

  @Test
  void aSummaryStaysSmall() {
    Map<String, Object> users = new LinkedHashMap<>();
    for (int i = 0; i < 10_500; i++) {
      users.put("u" + i, Collections.singletonMap("password", i));
    }
    RedactionSummary summary = new RedactionSummary();
    Redaction redaction = Redaction.builder().fields("password").build().withSummary(summary);
    Datason.create().with(redaction).toJson(users);
    assertEquals(10_001, summary.entries().size());
    assertEquals(new Entry("elsewhere", "field:password", 500), summary.entries().get(10_000));
  }

  @Test
  void whatIsNoRedaction() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Redaction.builder().build());
    assertEquals("A redaction needs a rule: add fields, paths or patterns", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Redaction.builder().pattern("a", "b").pattern("a", "c"));
    assertEquals("There is a pattern 'a' already", e.getMessage());
    NullPointerException n =
        assertThrows(
            NullPointerException.class,
            () -> Redaction.builder().fields("a").replacement(rule -> null).build());
    assertEquals("the replacement of field:a", n.getMessage());
  }
}
