package org.datason.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes descriptions of documents, and documents that are as they say. */
final class Descriptions {

  /** A description and a document. */
  record Sample(Node node, String json) {}

  private static final List<String> NAMES =
      List.of(
          "a", "b", "id", "name", "value12", "a_rather_long_name_of_a_member", "g\u00fc", "q\"");

  private Descriptions() {}

  static Arbitrary<Sample> samples() {
    return members(2);
  }

  private static Arbitrary<Sample> value(int depth) {
    List<Arbitrary<Sample>> kinds = new ArrayList<>();
    kinds.add(scalars());
    kinds.add(choices());
    if (depth > 0) {
      kinds.add(members(depth - 1));
      kinds.add(items(depth - 1));
      kinds.add(entries(depth - 1));
    }
    return Arbitraries.oneOf(kinds);
  }

  private static Arbitrary<Sample> scalar(ScalarType type, String... texts) {
    return Arbitraries.of(texts).map(text -> new Sample(new Node.Scalar(type), text));
  }

  private static Arbitrary<Sample> scalars() {
    return Arbitraries.oneOf(
        scalar(ScalarType.BOOLEAN, "true", "false"),
        Arbitraries.integers().map(i -> new Sample(new Node.Scalar(ScalarType.INT32), "" + i)),
        Arbitraries.longs().map(i -> new Sample(new Node.Scalar(ScalarType.INT64), "" + i)),
        scalar(ScalarType.INT32, "0", "-0", "9", "-9", "2147483647", "-2147483648", "100000000"),
        scalar(ScalarType.INT64, "0", "12345678", "1234567890123456", "-9223372036854775808"),
        Arbitraries.doubles().map(d -> new Sample(new Node.Scalar(ScalarType.FLOAT64), "" + d)),
        scalar(ScalarType.FLOAT64, "1", "-0", "1e5", "0.1", "1234567890123456789012"),
        scalar(ScalarType.DECIMAL, "1.50", "0", "-123456789.000000001", "1E+3"),
        scalar(ScalarType.INTEGER, "0", "-5", "123456789012345678901234567890"),
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars('\u00e9', '\u65e5', '\n')
            .ofMaxLength(40)
            .map(s -> new Sample(new Node.Scalar(ScalarType.TEXT), quoted(s))),
        scalar(ScalarType.UUID, "\"123e4567-e89b-12d3-a456-426614174000\""),
        scalar(ScalarType.DATE, "\"2024-02-29\"", "\"0001-01-01\""),
        scalar(ScalarType.TIME, "\"10:30:00\"", "\"23:59:59.123456789\""),
        scalar(ScalarType.DATE_TIME, "\"2024-06-15T10:30:00.5\""),
        scalar(ScalarType.OFFSET_DATE_TIME, "\"2024-06-15T10:30:00+02:00\""),
        scalar(ScalarType.INSTANT, "\"2024-06-15T10:30:00Z\"", "\"2024-06-15T10:30:00.001-05:00\""),
        scalar(ScalarType.DURATION, "\"PT1H30M\""));
  }

  static String quoted(String text) {
    return new String(Token.text(text), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static Arbitrary<Sample> choices() {
    List<String> values = List.of("red", "green", "a somewhat longer choice");
    return Arbitraries.of(values).map(v -> new Sample(new Node.Choice(values), quoted(v)));
  }

  private static Arbitrary<Sample> items(int depth) {
    return value(depth)
        .flatMap(
            first ->
                Arbitraries.integers()
                    .between(0, 3)
                    .map(
                        n ->
                            new Sample(
                                new Node.Items(first.node()),
                                "["
                                    + String.join(
                                        ",", java.util.Collections.nCopies(n, first.json()))
                                    + "]")));
  }

  private static Arbitrary<Sample> entries(int depth) {
    return Combinators.combine(
            value(depth), Arbitraries.of(NAMES).list().uniqueElements().ofMaxSize(3))
        .as(
            (first, names) ->
                new Sample(
                    new Node.Entries(first.node()),
                    names.stream()
                        .map(name -> quoted(name) + ":" + first.json())
                        .collect(Collectors.joining(",", "{", "}"))));
  }

  /** What becomes of a field in the document. */
  enum Fate {
    THERE,
    NULL,
    MISSING
  }

  private record Part(String name, Sample sample, Fate fate, boolean required) {}

  private static Arbitrary<Sample> members(int depth) {
    Arbitrary<List<String>> names = Arbitraries.of(NAMES).list().uniqueElements().ofMinSize(1);
    return names.flatMap(list -> parts(list, depth)).flatMap(Descriptions::object);
  }

  private static Arbitrary<List<Part>> parts(List<String> names, int depth) {
    List<Arbitrary<Part>> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(
          Combinators.combine(
                  value(depth),
                  Arbitraries.frequencyOf(
                      net.jqwik.api.Tuple.of(8, Arbitraries.just(Fate.THERE)),
                      net.jqwik.api.Tuple.of(1, Arbitraries.just(Fate.NULL)),
                      net.jqwik.api.Tuple.of(1, Arbitraries.just(Fate.MISSING))),
                  Arbitraries.of(true, false))
              .as((sample, fate, required) -> new Part(name, sample, fate, required)));
    }
    return Combinators.combine(parts).as(list -> list);
  }

  /** The members in the order of the description or another one, with others between them. */
  private static Arbitrary<Sample> object(List<Part> parts) {
    List<TemplateField> fields = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Part part : parts) {
      fields.add(
          TemplateField.of(part.name(), part.sample().node())
              .withRequired(part.required() && part.fate() != Fate.MISSING)
              .withNullable(part.fate() == Fate.NULL));
      if (part.fate() != Fate.MISSING) {
        texts.put(part.name(), part.fate() == Fate.NULL ? "null" : part.sample().json());
      }
    }
    List<String> members = new ArrayList<>();
    texts.forEach((name, text) -> members.add(quoted(name) + ":" + text));
    List<String> more = new ArrayList<>(members);
    more.add("\"extra\":{\"id\":[1,{\"a\":\"}\"}]}");
    Node node = Node.Members.of(fields.toArray(new TemplateField[0]));
    return Arbitraries.oneOf(
            Arbitraries.just(members), Arbitraries.shuffle(members), Arbitraries.shuffle(more))
        .flatMap(
            list ->
                Arbitraries.of(",", ", ", " ,\n ")
                    .map(comma -> new Sample(node, "{" + String.join(comma, list) + "}")));
  }
}
