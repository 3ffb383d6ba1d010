package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.datason.Datason;
import org.datason.config.Coercion;
import org.datason.config.UnknownMembers;
import org.datason.error.MismatchException;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Schema;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates print themselves as files, and come back as they were. */
class TemplateFileTest {

  @TempDir private Path folder;

  record Leg(UUID id, Instant at, List<Leg> legs, Map<String, double[]> tracks) {}

  private static void assertKept(Template<?> template) {
    String file = TemplateFile.print(template);
    Template<Object> same = TemplateFile.parse(file).build();
    assertEquals(template.root(), same.root());
    assertEquals(template.definitions(), same.definitions());
    assertEquals(file, TemplateFile.print(same));
  }

  @Test
  void ofClassesFramesAndExamples() {
    assertKept(Template.of(Leg.class));
    assertKept(Template.ofExample(Map.of("day", LocalDate.EPOCH, "none", List.of())));
    assertKept(
        Template.of(
            Schema.of(
                new Field("a", FieldType.Simple.UINT16),
                new Field("b", new FieldType.Decimal(12, 2)),
                new Field("c", new FieldType.Timestamp(FieldType.Unit.MS, "Europe/Berlin")),
                new Field("d", new FieldType.Dictionary(FieldType.Simple.TEXT, true)),
                new Field("e", new FieldType.ListOf(FieldType.Simple.FLOAT16)))));
  }

  @Property(tries = 300)
  void ofAnyDescription(
      @ForAll("nodes") Node root, @ForAll("nodes") Node one, @ForAll("nodes") Node two) {
    Map<String, Node> definitions = new LinkedHashMap<>();
    definitions.put("one", one);
    definitions.put("\"two\" \u00e9", two);
    Description description = new Description(root, definitions);
    JsonWriter out = Datason.create().with(c -> c.exactNumbers(true)).writer();
    TemplatePrinter.print(root, definitions, out);
    Description same = Datason.create().reader(out.toByteArray()).readValue(new TemplateParser());
    assertEquals(description, same);
    assertEquals(
        List.copyOf(description.definitions().keySet()), List.copyOf(same.definitions().keySet()));
  }

  @Provide
  Arbitrary<Node> nodes() {
    return nodes(3);
  }

  private static Arbitrary<Node> nodes(int depth) {
    Arbitrary<Node> leaves =
        Arbitraries.oneOf(
            Arbitraries.of(ScalarType.class).map(type -> (Node) new Node.Scalar(type)),
            Arbitraries.of(
                new Node.Any(),
                new Node.Numbers(),
                new Node.Java("java.util.Locale"),
                new Node.Choice(List.of("a", "", "\u00e9")),
                new Node.Choice(List.of()),
                new Node.Scalar(ScalarType.INT64, FieldType.Simple.UINT32)));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<Node> inner = nodes(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(2, leaves),
        Tuple.of(1, inner.map(Node.Items::new)),
        Tuple.of(1, inner.map(Node.Entries::new)),
        Tuple.of(2, members(inner).map(members -> members)),
        Tuple.of(
            1,
            Arbitraries.maps(Arbitraries.of("k", "l", "m"), members(inner))
                .ofMaxSize(3)
                .map(kinds -> new Node.Tagged("the tag", kinds))));
  }

  private static Arbitrary<Node.Members> members(Arbitrary<Node> inner) {
    Arbitrary<List<TemplateField>> fields =
        Combinators.combine(
                Arbitraries.strings().ofMinLength(0).ofMaxLength(4), inner, rules(), rules())
            .as((name, node, one, two) -> two.apply(one.apply(TemplateField.of(name, node))))
            .list()
            .ofMaxSize(4)
            .uniqueElements(TemplateField::name);
    return Combinators.combine(
            Arbitraries.of("object", "Run", ""),
            fields,
            Arbitraries.of(UnknownMembers.class).injectNull(0.5))
        .as(Node.Members::new);
  }

  private static Arbitrary<UnaryOperator<TemplateField>> rules() {
    return Arbitraries.of(
        f -> f,
        f -> f.withNullable(false),
        f -> f.withDictionary(true),
        f -> f.withAliases("a", "b"),
        f -> f.withCoercions(),
        f -> f.withCoercions(Coercion.TEXT_TO_NUMBER, Coercion.EMPTY_TO_NULL),
        f -> f.withDefault(5L),
        f -> f.withDefault(0.5f),
        f -> f.withDefault(new BigDecimal("1.50")),
        f -> f.withDefault(LocalDate.EPOCH),
        f -> f.withDefault(List.of("x", Set.of(1))),
        f -> f.withLimits(Limits.NONE.withSize(1, 5)),
        f -> f.withLimits(Limits.NONE.withRange(new BigDecimal("1E+5"), null)),
        f -> f.withLimits(Limits.NONE.withRange(null, new BigDecimal("0.10"))));
  }

  @Test
  void theTextOfAFile() {
    Template<Object> template =
        Template.of(
            new Node.Items(
                new Node.Members(
                    "Run",
                    List.of(
                        TemplateField.of("id", new Node.Scalar(ScalarType.UUID))
                            .withRequired(true)
                            .withNullable(false),
                        TemplateField.of("loss", new Node.Scalar(ScalarType.FLOAT64))
                            .withDefault(1.5)
                            .withCoercions(Coercion.TEXT_TO_NUMBER),
                        TemplateField.of("day", new Node.Scalar(ScalarType.DATE))
                            .withDefault(LocalDate.EPOCH)),
                    UnknownMembers.REFUSE)),
            Map.of());
    assertEquals(
        """
        {
          "template": 1,
          "root": {
            "type": "list",
            "items": {
              "type": "object",
              "name": "Run",
              "unknown": "refuse",
              "fields": {
                "id": {
                  "type": "uuid",
                  "required": true,
                  "nullable": false
                },
                "loss": {
                  "type": "float64",
                  "default": 1.5,
                  "coercions": [
                    "text-to-number"
                  ]
                },
                "day": {
                  "type": "date",
                  "default": {
                    "__datason_type__": "date",
                    "__datason_value__": "1970-01-01"
                  }
                }
              }
            }
          }
        }""",
        TemplateFile.print(template));
  }

  @Test
  void toAndFromAFile() throws IOException {
    Template<Leg> template = Template.of(Leg.class);
    Path file = folder.resolve("leg.json");
    TemplateFile.write(template, file);
    assertEquals(TemplateFile.print(template) + "\n", Files.readString(file));
    assertEquals(template.root(), TemplateFile.read(file).build().root());
    Path packed = folder.resolve("leg.json.gz");
    TemplateFile.write(template, packed);
    assertEquals(template.root(), TemplateFile.read(packed).build().root());
  }

  private static void assertRefused(String message, String file) {
    assertEquals(
        message,
        assertThrows(MismatchException.class, () -> TemplateFile.parse(file)).getMessage());
  }

  @Test
  void whatIsWrongIsToldWithItsPlace() {
    assertRefused(
        "Expected a type but found an object (there is no type 'int') at $.root (line 1, column 23,"
            + " offset 22)",
        "{\"template\":1,\"root\": {\"type\":\"int\"}}");
    assertRefused(
        "Expected a field but found \"uid\" (there is no type 'uid') at $.root.fields.a"
            + " (line 1, column 53, offset 52)",
        "{\"template\":1,\"root\":{\"type\":\"object\",\"fields\":{\"a\":\"uid\"}}}");
    assertRefused(
        "Expected a field but found an object (there is no rule 'require') at"
            + " $.root.fields.a (line 1, column 53, offset 52)",
        "{\"template\":1,\"root\":{\"type\":\"object\",\"fields\":{\"a\":{\"type\":\"any\",\"require\":true}}}}");
    assertRefused(
        "Expected a type but found an object ('required' says nothing of the type int64 where it is"
            + " no field) at $.root (line 1, column 22, offset 21)",
        "{\"template\":1,\"root\":{\"type\":\"int64\",\"required\":true}}");
    assertRefused(
        "Expected a type but found an object (the type list has a member \"items\") at $.root (line"
            + " 1, column 22, offset 21)",
        "{\"template\":1,\"root\":{\"type\":\"list\"}}");
    assertRefused(
        "Expected a type but found an object ('items' says nothing of the type any where it is no"
            + " field) at $.root (line 1, column 22, offset 21)",
        "{\"template\":1,\"root\":{\"type\":\"any\",\"items\":\"any\"}}");
    assertRefused(
        "Expected a Description but found an object (There is no definition named 'x') at $ (line 1,"
            + " column 1, offset 0)",
        "{\"template\":1,\"root\":{\"type\":\"ref\",\"ref\":\"x\"}}");
    assertRefused(
        "Expected a Description but found an object (The definition 'x' is only itself) at $ (line"
            + " 1, column 1, offset 0)",
        "{\"template\":1,\"root\":{\"type\":\"ref\",\"ref\":\"x\"},"
            + "\"definitions\":{\"x\":{\"type\":\"ref\",\"ref\":\"x\"}}}");
    assertRefused(
        "Expected a Description but found an object (its format is another than 1, which is all"
            + " that this version reads) at $ (line 1, column 1, offset 0)",
        "{\"template\":2,\"root\":\"any\"}");
    assertRefused(
        "Expected a Description but found an object (a template file has the members \"template\":"
            + " 1 and \"root\") at $ (line 1, column 1, offset 0)",
        "{\"template\":1}");
    assertRefused(
        "Expected a field but found an object (The field 'a' cannot be required and have a"
            + " default) at $.root.fields.a (line 1, column 53, offset 52)",
        "{\"template\":1,\"root\":{\"type\":\"object\",\"fields\":{\"a\":{\"type\":\"any\",\"required\":true,\"default\":1}}}}");
  }

  @Test
  void theFileInTheDocuments() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "templates.md"));
    int from = page.indexOf("```json") + "```json".length();
    Template<Object> template =
        TemplateFile.parse(page.substring(from, page.indexOf("```", from))).build();
    assertKept(template);
    String run =
        "{\"id\":\"00000000-0000-0001-0000-000000000002\",\"error\":0.5,\"tags\":[],"
            + "\"steps\":[{\"kind\":\"group\",\"steps\":[{\"kind\":\"load\",\"file\":\"a\"}]}]}";
    assertEquals(List.of(), template.validate(run));
    assertEquals(run.replace("error", "loss"), template.toJson(template.read(run)));
  }

  /** The schema knows the same words as the parser. */
  @Test
  void theSchemaOfFiles() {
    Map<?, ?> schema = (Map<?, ?>) Datason.create().fromJson(TemplateFile.schema());
    String text = TemplateFile.schema();
    for (ScalarType scalar : ScalarType.values()) {
      assertTrue(text.contains('"' + scalar.toString() + '"'), scalar::toString);
    }
    for (Coercion coercion : Coercion.values()) {
      assertTrue(text.contains('"' + TemplatePrinter.word(coercion) + '"'), coercion::name);
    }
    Map<?, ?> definitions = (Map<?, ?>) schema.get("$defs");
    Map<?, ?> rules = (Map<?, ?>) ((Map<?, ?>) definitions.get("rules")).get("properties");
    for (Object rule : rules.keySet()) {
      String value =
          switch (rule.toString()) {
            case "aliases", "coercions" -> "[]";
            case "minimum", "maximum", "minSize", "maxSize" -> "1";
            default -> "false";
          };
      TemplateFile.parse(
          "{\"template\":1,\"root\":{\"type\":\"object\",\"fields\":{\"a\":{\"type\":\"any\",\""
              + rule
              + "\":"
              + value
              + "}}}}");
    }
    List<?> kinds = (List<?>) ((Map<?, ?>) definitions.get("kind")).get("oneOf");
    assertEquals(9, kinds.size());
    assertEquals(
        Set.of("$schema", "template", "root", "definitions"),
        ((Map<?, ?>) schema.get("properties")).keySet());
  }

  // ---------------------------------------------------------------- templates that come along

  @Test
  void thoseThatComeAlong() {
    assertEquals(List.of("chat", "experiment-run", "geojson", "mlflow-run"), TemplateFile.names());
    for (String name : TemplateFile.names()) {
      assertKept(TemplateFile.ready(name).build());
    }
    assertEquals(
        "There is no template named 'mlflow', but chat, experiment-run, geojson, mlflow-run",
        assertThrows(IllegalArgumentException.class, () -> TemplateFile.ready("mlflow"))
            .getMessage());
  }
}
