package org.datason.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.config.KeyForm;
import org.datason.json.JsonWriter;

/** Wherever a secret is planted, it is not in the output; what is not secret is unchanged. */
class RedactionPropertiesTest {

  /** In every secret under a redacted field. */
  private static final String MARK = "5EcReT";

  private static final List<String> MATCHING =
      List.of(
          "ada@example.org",
          "078-05-1120",
          "4111111111111111",
          "5500 0000 0000 0004",
          "(212) 555-0123",
          "192.0.2.77",
          "2001:db8::77",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP",
          "AKIAIOSFODNN7EXAMPLE",
          "E-123456");

  record Account(String name, Object password, List<Object> items, Map<UUID, Object> more) {}

  private static final Redaction REDACTION =
      Redaction.builder()
          .fields("pass*", "*TOKEN")
          .paths("$..hidden[*]", "$..vault.*")
          .patterns(BuiltInPattern.values())
          .pattern("employee", "E-\\d{6}")
          .build();

  private static final Datason PLAIN = Datason.builder().type("account", Account.class).build();

  private static final List<Datason> CONFIGURATIONS =
      List.of(
          PLAIN,
          PLAIN.with(c -> c.sortKeys(true).indent(3)),
          PLAIN.with(c -> c.canonical(true)),
          PLAIN.with(c -> c.hints(false).keyForm(KeyForm.TEXT)),
          PLAIN.with(c -> c.exactNumbers(true).asciiOnly(true)),
          PLAIN.with(c -> c.omitNulls(true)));

  private static Arbitrary<Object> trees(Arbitrary<Object> leaves, Arbitrary<Object> secrets) {
    Arbitrary<Object> tree = leaves;
    for (int level = 0; level < 3; level++) {
      tree = Arbitraries.oneOf(leaves, containers(tree, secrets));
    }
    return tree;
  }

  /** A container of parts, with the secrets where they are to be redacted. */
  private static Arbitrary<Object> containers(Arbitrary<Object> parts, Arbitrary<Object> secrets) {
    Arbitrary<String> names = Arbitraries.of("a", "b", "c", "e", "__datason_type__");
    Arbitrary<List<Object>> lists = parts.list().ofMaxSize(4);
    Arbitrary<List<Object>> hidden = secrets.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.oneOf(
        lists.map(list -> (Object) list),
        lists.map(list -> (Object) list.toArray()),
        lists.map(LinkedHashSet::new).map(set -> (Object) set),
        parts.map(Optional::ofNullable),
        Arbitraries.maps(names, parts).ofMaxSize(4).map(map -> (Object) map),
        Combinators.combine(lists, hidden).as(RedactionPropertiesTest::pairs),
        Combinators.combine(parts, hidden).as(RedactionPropertiesTest::object),
        Combinators.combine(lists, secrets, parts)
            .as(
                (list, secret, part) ->
                    new Account("n", secret, list, Map.of(new UUID(1, 2), part))));
  }

  private static Object pairs(List<Object> parts, List<Object> secrets) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      map.put(i, parts.get(i));
    }
    map.put("PASSPHRASE", secrets.get(0));
    map.put(TimeToken.ACCESS_TOKEN, secrets);
    return map;
  }

  enum TimeToken {
    ACCESS_TOKEN
  }

  private static Object object(Object part, List<Object> secrets) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("part", part);
    map.put("Password", secrets.get(0));
    map.put("hidden", secrets);
    map.put("vault", Map.of("x", secrets, "y", secrets.get(0)));
    map.put("apiToken", Map.of("inner", secrets));
    return map;
  }

  private static Arbitrary<Object> leaves() {
    return Arbitraries.of(
        1,
        -2L,
        0.5,
        true,
        "text",
        "naïve",
        UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"),
        1718447400123456789L,
        new double[] {0.25, 1e300},
        new byte[] {1, 2},
        URI.create("a:b"),
        'x');
  }

  @Provide
  Arbitrary<Object> secretTrees() {
    Arbitrary<Object> matching =
        Arbitraries.of(MATCHING)
            .flatMap(
                m ->
                    Arbitraries.of(
                        m,
                        "x " + m + ", y",
                        Map.of(m, 1),
                        Map.of(1, m, m, 2),
                        Optional.of(m),
                        new String[] {m}));
    Arbitrary<Object> numbers = Arbitraries.of(4111111111111111L, 4111111111111111d);
    Arbitrary<Object> marked =
        Arbitraries.of(
            MARK,
            Map.of(MARK, 1),
            List.of(MARK),
            new String[] {MARK},
            URI.create("a:" + MARK),
            Optional.of(MARK),
            new Account(MARK, MARK, List.of(MARK), Map.of()));
    return trees(Arbitraries.oneOf(leaves(), matching, numbers), marked);
  }

  @Provide
  Arbitrary<Object> harmlessTrees() {
    Arbitrary<Object> leaves = leaves();
    Arbitrary<Object> tree = leaves;
    Arbitrary<String> names = Arbitraries.of("a", "b", "pas", "tokens", "__datason_type__");
    for (int level = 0; level < 3; level++) {
      tree =
          Arbitraries.oneOf(
              leaves,
              tree.list().ofMaxSize(4).map(list -> (Object) list),
              tree.list().ofMaxSize(4).map(list -> (Object) new LinkedHashSet<>(list)),
              tree.map(Optional::of),
              Arbitraries.maps(names, tree).ofMaxSize(3).map(map -> (Object) map),
              tree.map(part -> Map.of(1, part)));
    }
    return tree;
  }

  private static List<String> written(Datason datason, Object value) {
    List<String> texts = new ArrayList<>();
    texts.add(datason.toJson(value));
    texts.add(new String(datason.toBytes(value), StandardCharsets.UTF_8));
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    datason.write(value, stream);
    texts.add(stream.toString(StandardCharsets.UTF_8));
    stream.reset();
    JsonWriter out = datason.writer(stream);
    out.beginArray();
    out.writeList(Arrays.asList(value, value));
    out.endArray();
    out.flush();
    texts.add(stream.toString(StandardCharsets.UTF_8));
    return texts;
  }

  @Property(tries = 300)
  void noSecretIsInTheOutput(@ForAll("secretTrees") Object tree) {
    for (Datason configuration : CONFIGURATIONS) {
      if (configuration.config().canonical() && hasLargeLong(tree)) {
        continue;
      }
      Datason datason = configuration.with(REDACTION);
      for (String json : written(datason, tree)) {
        assertFalse(json.contains(MARK), json);
        for (String secret : MATCHING) {
          assertFalse(json.contains(secret), json);
        }
        assertFalse(json.contains("4.111111111111111E15"), json);
        Datason.create().fromJson(json); // is JSON, and its hints can be read
      }
    }
  }

  @Property(tries = 300)
  void whatIsNotSecretIsUnchanged(@ForAll("harmlessTrees") Object tree) {
    for (Datason configuration : CONFIGURATIONS) {
      if (!configuration.config().canonical() || !hasLargeLong(tree)) {
        assertEquals(written(configuration, tree), written(configuration.with(REDACTION), tree));
      }
    }
  }

  /** A number that the canonical form refuses. */
  private static boolean hasLargeLong(Object tree) {
    return PLAIN.toJson(tree).contains("1718447400123456789");
  }
}
