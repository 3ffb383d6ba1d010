package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.datason.Datason;
import org.datason.config.Decimals;
import org.datason.error.MismatchException;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates of what samples have in common. */
class TemplateInferenceTest {

  private static final String OTHER =
      "{\"__datason_type__\":\"other.Type\",\"__datason_value__\":{\"x\":1}}";

  @TempDir private Path folder;

  private static Node infer(String... samples) {
    TemplateInference inference = new TemplateInference();
    for (String sample : samples) {
      inference.add(sample);
    }
    return inference.builder().build().root();
  }

  private static Node scalar(ScalarType type) {
    return new Node.Scalar(type);
  }

  private static TemplateField field(String name, Node node) {
    return TemplateField.of(name, node).withRequired(true).withNullable(false);
  }

  @Test
  void optionalAndNullableMembers() {
    assertEquals(
        new Node.Members(
            "object",
            List.of(
                field("a", scalar(ScalarType.INT64)),
                field("b", scalar(ScalarType.TEXT)).withNullable(true),
                field("c", scalar(ScalarType.BOOLEAN)).withRequired(false),
                field("d", new Node.Any()).withNullable(true).withRequired(false)),
            null),
        infer(
            "{\"a\":1,\"b\":\"x\"}",
            "{\"a\":2,\"b\":null,\"c\":true}",
            "{\"b\":\"\",\"a\":3,\"d\":null}"));
  }

  @Test
  void numbersWiden() {
    assertEquals(scalar(ScalarType.INT64), infer("1", "-9223372036854775808"));
    assertEquals(scalar(ScalarType.INTEGER), infer("1", "9223372036854775808"));
    assertEquals(scalar(ScalarType.FLOAT64), infer("1", "0.5"));
    assertEquals(scalar(ScalarType.FLOAT64), infer("1e3", "9007199254740992"));
    assertEquals(scalar(ScalarType.DECIMAL), infer("0.5", "9007199254740993"));
    assertEquals(scalar(ScalarType.DECIMAL), infer("0.1000000000000000055511151231257827"));
    assertEquals(scalar(ScalarType.DECIMAL), infer("1e400"));
    assertEquals(new Node.Any(), infer("1", "\"1\""));
    assertEquals(new Node.Any(), infer("1", "true"));
  }

  @Test
  void textsAreRecognized() {
    String uuid = "\"00000000-0000-0001-0000-000000000002\"";
    assertEquals(scalar(ScalarType.UUID), infer(uuid, uuid));
    assertEquals(scalar(ScalarType.TEXT), infer(uuid, "\"\""));
    assertEquals(scalar(ScalarType.DATE), infer("\"2024-06-15\"", "\"0001-01-01\""));
    assertEquals(scalar(ScalarType.TEXT), infer("\"2024-06-15\"", "\"2024-06-31\""));
    assertEquals(scalar(ScalarType.DATE_TIME), infer("\"2024-06-15T10:30\""));
    assertEquals(scalar(ScalarType.INSTANT), infer("\"2024-06-15T10:30:00Z\""));
    assertEquals(
        scalar(ScalarType.OFFSET_DATE_TIME),
        infer("\"2024-06-15T10:30:00Z\"", "\"2024-06-15T10:30:00+02:00\""));
    assertEquals(
        scalar(ScalarType.TEXT), infer("\"2024-06-15T10:30:00Z\"", "\"2024-06-15T10:30:00\""));
    assertEquals(scalar(ScalarType.TIME), infer("\"10:30\""));
    assertEquals(scalar(ScalarType.DURATION), infer("\"PT1H\""));
  }

  @Test
  void textsThatComeAgainAreADictionary() {
    StringBuilder rows = new StringBuilder("[");
    for (int i = 0; i < 12; i++) {
      rows.append("{\"kind\":\"").append(i % 4).append("\",\"name\":\"").append(i).append("\"},");
    }
    Node.Members row =
        (Node.Members) ((Node.Items) infer(rows.append("{\"kind\":\"x\"}]").toString())).item();
    assertEquals(false, row.fields().get(1).dictionary());
    assertEquals(false, row.fields().get(0).dictionary()); // 5 in 13
    Node.Members more =
        (Node.Members) ((Node.Items) infer(rows.toString().replace("\"x\"", "\"1\""))).item();
    assertEquals(true, more.fields().get(0).dictionary());
  }

  @Test
  void arraysObjectsAndHints() {
    assertEquals(new Node.Items(scalar(ScalarType.FLOAT64)), infer("[]", "[1,null]", "[0.5]"));
    assertEquals(new Node.Items(new Node.Any()), infer("[]"));
    assertEquals(
        new Node.Items(new Node.Items(scalar(ScalarType.INT64))), infer("[[1,2],[]]", "[]"));
    assertEquals(
        new Node.Members(
            "object",
            List.of(
                field(
                    "at",
                    new Node.Members("at", List.of(field("x", scalar(ScalarType.INT64))), null))),
            null),
        infer("{\"at\":{\"x\":1}}"));
    Map<String, Object> hinted = new LinkedHashMap<>();
    hinted.put("id", new UUID(1, 2));
    hinted.put("day", LocalDate.EPOCH);
    hinted.put("unknown", Datason.create().fromJson(OTHER));
    hinted.put("tensor", Tensor.of(new double[] {1, 2}, 2));
    assertEquals(
        new Node.Members(
            "object",
            List.of(
                field("id", scalar(ScalarType.UUID)),
                field("day", scalar(ScalarType.DATE)),
                field("unknown", new Node.Any()).withNullable(true),
                field("tensor", new Node.Numbers())),
            null),
        infer(Datason.create().toJson(hinted)));
  }

  @Test
  void manyNamesOfLikeValuesAreAMap() {
    Map<String, Object> many = new LinkedHashMap<>();
    for (int i = 0; i < 65; i++) {
      many.put("2024-" + i, i);
    }
    assertEquals(new Node.Entries(scalar(ScalarType.INT64)), infer(Datason.create().toJson(many)));
    assertEquals(
        new Node.Entries(scalar(ScalarType.TEXT)), infer("{\"2057\":\"A\",\"2058\":\"B\"}"));
    assertEquals(
        new Node.Entries(scalar(ScalarType.BOOLEAN)), infer("{}", "{\"2024-06-15\":true}"));
    assertEquals(new Node.Entries(new Node.Any()), infer("{}"));
    assertEquals(2, ((Node.Members) infer("{\"1\":1,\"2\":\"B\"}")).fields().size());
    many.put("other", "text");
    assertEquals(66, ((Node.Members) infer(Datason.create().toJson(many))).fields().size());
    Map<String, Object> more = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      more.put("n" + i, Map.of("x", 0.5));
    }
    assertEquals(
        new Node.Entries(
            new Node.Members("object", List.of(field("x", scalar(ScalarType.FLOAT64))), null)),
        infer(Datason.create().toJson(more), Datason.create().toJson(more)));
  }

  @Test
  void fromFilesAndBytes() throws Exception {
    Path lines = folder.resolve("a.jsonl");
    Files.writeString(lines, "{\"a\":1}\n{\"a\":2,\"b\":0.5}\n");
    Path array = folder.resolve("a.json");
    Files.writeString(array, "[{\"a\":1},{\"a\":2,\"b\":0.5}]");
    Node.Members expected =
        new Node.Members(
            "object",
            List.of(
                field("a", scalar(ScalarType.INT64)),
                field("b", scalar(ScalarType.FLOAT64)).withRequired(false)),
            null);
    assertEquals(expected, new TemplateInference().addEach(lines).builder().build().root());
    assertEquals(expected, new TemplateInference().addEach(array).builder().build().root());
    assertEquals(
        expected,
        Template.infer(
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                "{\"a\":2,\"b\":0.5}".getBytes(StandardCharsets.UTF_8))
            .root());
    assertEquals(
        "A template cannot be inferred without a sample",
        assertThrows(IllegalStateException.class, () -> new TemplateInference().builder())
            .getMessage());
  }

  @Test
  void otherKindsAreRefused() {
    Template<Object> template = Template.infer("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "object.a: Expected a long but found \"x\" at $.a (line 1, column 6, offset 5)",
        assertThrows(MismatchException.class, () -> template.read("{\"a\":\"x\"}")).getMessage());
  }

  /** The template reads each sample, and writes it so that plain reading sees the same numbers. */
  @Property(tries = 300)
  void eachSampleIsRead(@ForAll("samples") List<Object> samples) {
    Datason exact = Datason.create().with(c -> c.decimals(Decimals.BIG_DECIMAL).hints(false));
    TemplateInference inference = new TemplateInference();
    List<String> documents = new ArrayList<>();
    for (Object sample : samples) {
      String json = exact.toJson(sample);
      documents.add(json);
      inference.add(json);
    }
    Template<Object> template = inference.builder().build();
    for (String json : documents) {
      assertEquals(List.of(), template.validate(json), json);
      Object value = template.read(json);
      Template<Object> same = TemplateFile.parse(TemplateFile.print(template)).build();
      assertEquals(value, same.read(json));
      assertEquals(value, template.read(template.toJson(value)), json);
    }
  }

  @Provide
  Arbitrary<List<Object>> samples() {
    return values(3).list().ofMinSize(1).ofMaxSize(6);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> leaves =
        Arbitraries.of(
                1,
                -1L,
                0.5,
                true,
                Long.MAX_VALUE,
                new BigInteger("9223372036854775808"),
                new BigDecimal("0.12345678901234567890"),
                "x",
                "",
                "2024-06-15",
                "10:30",
                "PT1H",
                "2024-06-15T10:30:00Z",
                "2024-06-15T10:30:00+02:00",
                "00000000-0000-0001-0000-000000000002")
            .map(value -> (Object) value)
            .injectNull(0.1);
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Object> inner = values(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(1, leaves),
        Tuple.of(1, inner.list().ofMaxSize(4).map(list -> (Object) list)),
        Tuple.of(
            2,
            Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner)
                .ofMaxSize(3)
                .map(map -> (Object) map)));
  }
}
