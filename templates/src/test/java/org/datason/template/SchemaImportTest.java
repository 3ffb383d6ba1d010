package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.config.UnknownMembers;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

/** What templates take over from JSON Schemas, and what they say of the rest. */
class SchemaImportTest {

  private static final String NULLS =
      "#: null is taken among the items of arrays and the values of maps, and as a whole document";

  private static Node scalar(ScalarType type) {
    return new Node.Scalar(type);
  }

  private static TemplateField field(String name, Node node) {
    return TemplateField.of(name, node).withNullable(false);
  }

  private static TemplateField only(String schema) {
    SchemaImport read = SchemaImport.of("{\"properties\":{\"a\":" + schema + "}}");
    assertEquals(List.of(NULLS), read.notes());
    assertEquals(Map.of(), read.definitions());
    return ((Node.Members) read.root()).fields().get(0);
  }

  private static void assertNotes(String schema, String... notes) {
    assertEquals(List.of(notes), SchemaImport.of(schema).notes());
  }

  @Test
  void objects() {
    SchemaImport schema =
        SchemaImport.of(
            """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:run",
             "title": "Run", "description": "an experiment", "type": "object",
             "properties": {
               "id": {"type": "string", "format": "uuid"},
               "loss": {"type": ["number", "null"], "minimum": 0, "maximum": 1.50},
               "epochs": {"type": "integer", "exclusiveMinimum": 0, "default": 10},
               "day": {"type": "string", "format": "date", "default": "2024-06-15"},
               "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 5},
               "metrics": {"type": "object", "additionalProperties": {"type": "number"}},
               "status": {"enum": ["running", "done", null]},
               "any": true
             },
             "required": ["id", "loss", "note"], "additionalProperties": false}
            """);
    assertEquals(
        new Node.Members(
            "Run",
            List.of(
                field("id", scalar(ScalarType.UUID)).withRequired(true),
                field("loss", scalar(ScalarType.FLOAT64))
                    .withRequired(true)
                    .withNullable(true)
                    .withLimits(Limits.NONE.withRange(BigDecimal.ZERO, new BigDecimal("1.50"))),
                field("epochs", scalar(ScalarType.INT64))
                    .withLimits(Limits.NONE.withRange(BigDecimal.ONE, null))
                    .withDefault(10L),
                field("day", scalar(ScalarType.DATE)).withDefault(LocalDate.of(2024, 6, 15)),
                field("tags", new Node.Items(scalar(ScalarType.TEXT)))
                    .withLimits(Limits.NONE.withSize(0, 5)),
                field("metrics", new Node.Entries(scalar(ScalarType.FLOAT64))),
                field("status", new Node.Choice(List.of("running", "done"))).withNullable(true),
                TemplateField.of("any", new Node.Any()),
                TemplateField.of("note", new Node.Any()).withRequired(true)),
            UnknownMembers.REFUSE),
        schema.root());
    assertEquals(List.of(NULLS), schema.notes());
    Template<Object> template = schema.builder().build();
    assertEquals(
        List.of(
            "Run.id: Expected a string but found 1 at $.id (line 1, column 7, offset 6)",
            "Run.loss: Expected a number from 0 to 1.50 but found 2 at $.loss (line 1, column 16,"
                + " offset 15)",
            "Expected a Run but found an object (the member \"note\" is missing) at $ (line 1,"
                + " column 1, offset 0)"),
        template.validate("{\"id\":1,\"loss\":2}").stream().map(Violation::message).toList());
  }

  @Test
  void scalars() {
    assertEquals(field("a", scalar(ScalarType.TEXT)), only("{\"type\":\"string\"}"));
    assertEquals(
        field("a", scalar(ScalarType.TEXT)).withLimits(Limits.NONE.withSize(1, 8)),
        only("{\"type\":\"string\",\"minLength\":1,\"maxLength\":8}"));
    assertEquals(
        field("a", scalar(ScalarType.OFFSET_DATE_TIME)),
        only("{\"type\":\"string\",\"format\":\"date-time\"}"));
    assertEquals(
        field("a", scalar(ScalarType.DURATION)),
        only("{\"type\":\"string\",\"format\":\"duration\"}"));
    assertEquals(
        field("a", scalar(ScalarType.BINARY)),
        only("{\"type\":\"string\",\"contentEncoding\":\"base64\"}"));
    assertEquals(
        field("a", scalar(ScalarType.INT32)), only("{\"type\":\"integer\",\"format\":\"int32\"}"));
    assertEquals(
        field("a", scalar(ScalarType.FLOAT32)), only("{\"type\":\"number\",\"format\":\"float\"}"));
    assertEquals(
        field("a", scalar(ScalarType.INTEGER))
            .withLimits(Limits.NONE.withRange(null, new BigDecimal("9223372036854775808"))),
        only("{\"type\":\"integer\",\"maximum\":9223372036854775808}"));
    assertEquals(
        field("a", scalar(ScalarType.INT64))
            .withLimits(Limits.NONE.withRange(new BigDecimal("2"), new BigDecimal("9"))),
        only("{\"type\":\"integer\",\"exclusiveMinimum\":1.5,\"exclusiveMaximum\":10}"));
    assertEquals(
        field("a", scalar(ScalarType.FLOAT64)), only("{\"type\":[\"integer\",\"number\"]}"));
    assertEquals(field("a", scalar(ScalarType.BOOLEAN)), only("{\"type\":\"boolean\"}"));
    assertEquals(field("a", new Node.Choice(List.of("x"))), only("{\"const\":\"x\"}"));
    assertEquals(
        field("a", new Node.Choice(List.of("x", "y"))),
        only("{\"oneOf\":[{\"const\":\"x\",\"title\":\"X\"},{\"const\":\"y\"}]}"));
    assertEquals(
        field("a", scalar(ScalarType.UUID)).withNullable(true),
        only("{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"string\",\"format\":\"uuid\"}]}"));
    assertEquals(field("a", scalar(ScalarType.TEXT)), only("{\"allOf\":[{\"type\":\"string\"}]}"));
  }

  /** RFC 3339 has an offset in every time. */
  @Test
  void timesHaveAnOffset() {
    Template<Object> template =
        SchemaImport.of("{\"type\":\"string\",\"format\":\"time\"}").builder().build();
    assertEquals(OffsetTime.parse("10:30:00Z"), template.read("\"10:30:00Z\""));
    assertThrows(MismatchException.class, () -> template.read("\"10:30:00\""));
  }

  @Test
  void arraysOfFixedItems() {
    assertEquals(
        field("a", new Node.Items(scalar(ScalarType.FLOAT64)))
            .withLimits(Limits.NONE.withSize(2, 3)),
        only(
            "{\"type\":\"array\",\"prefixItems\":[{\"type\":\"number\"},{\"type\":\"number\"},"
                + "{\"type\":\"number\"}],\"items\":false,\"minItems\":2}"));
    assertEquals(
        field("a", new Node.Items(scalar(ScalarType.TEXT))),
        only("{\"prefixItems\":[{\"type\":\"string\"}],\"items\":{\"type\":\"string\"}}"));
    assertNotes(
        "{\"prefixItems\":[{\"type\":\"string\"},{\"type\":\"number\"}]}",
        NULLS,
        "#: prefixItems of several kinds are not carried out, any item is taken");
  }

  @Test
  void referencesAndKindsByTag() {
    SchemaImport schema =
        SchemaImport.of(
            """
            {"$ref": "#/$defs/shape",
             "$defs": {
               "shape": {"oneOf": [{"$ref": "#/$defs/circle"}, {"$ref": "#/$defs/group"}]},
               "circle": {"type": "object",
                 "properties": {"kind": {"const": "circle"}, "r": {"$ref": "#/$defs/length"}},
                 "required": ["kind", "r"]},
               "group": {"type": "object",
                 "properties": {"kind": {"const": "group"}, "name": {"type": "string"},
                   "parts": {"type": "array", "items": {"$ref": "#/$defs/shape"}}},
                 "required": ["kind"]},
               "length": {"type": "number", "minimum": 0}}}
            """);
    assertEquals(new Node.Ref("shape"), schema.root());
    Map<String, Node.Members> kinds = new LinkedHashMap<>();
    kinds.put(
        "circle",
        new Node.Members(
            "circle",
            List.of(
                field("r", scalar(ScalarType.FLOAT64))
                    .withRequired(true)
                    .withLimits(Limits.NONE.withRange(BigDecimal.ZERO, null))),
            UnknownMembers.COLLECT));
    kinds.put(
        "group",
        new Node.Members(
            "group",
            List.of(
                field("name", scalar(ScalarType.TEXT)),
                field("parts", new Node.Items(new Node.Ref("shape")))),
            UnknownMembers.COLLECT));
    assertEquals(Map.of("shape", new Node.Tagged("kind", kinds)), schema.definitions());
    String json = "{\"kind\":\"group\",\"parts\":[{\"kind\":\"circle\",\"r\":1.5}],\"more\":1}";
    Template<Object> template = schema.builder().build();
    assertEquals(json, template.toJson(template.read(json)));
    assertEquals(1, template.validate(json.replace("1.5", "-1")).size());
  }

  @Test
  void whatContainsItself() {
    SchemaImport schema =
        SchemaImport.of(
            "{\"type\":\"object\",\"properties\":{\"next\":{\"$ref\":\"#\"},"
                + "\"a\":{\"$ref\":\"#/$defs/x\"},\"b\":{\"$ref\":\"#/$defs/x\"}},"
                + "\"$defs\":{\"x\":{\"properties\":{\"y\":{\"type\":\"string\"}}}}}");
    assertEquals(new Node.Ref("root"), schema.root());
    assertEquals(List.of("root", "x"), List.copyOf(schema.definitions().keySet()));
    Template<Object> template = schema.builder().build();
    Template<Object> same = TemplateFile.parse(TemplateFile.print(template)).build();
    assertEquals(template.definitions(), same.definitions());
    assertEquals(
        List.of(), template.validate("{\"next\":{\"next\":{}},\"a\":{\"y\":\"\"},\"b\":{}}"));
  }

  @Test
  void whatIsNotUnderstoodIsTold() {
    assertNotes(
        "{\"type\":\"object\",\"properties\":{\"a/b\":{\"type\":\"string\",\"pattern\":\"x\","
            + "\"format\":\"email\"}},\"patternProperties\":{}}",
        "#/properties/a~1b: pattern is not carried out",
        "#/properties/a~1b: format is not carried out",
        "#: patternProperties is not carried out",
        NULLS);
    assertNotes(
        "{\"type\":\"array\",\"items\":{\"type\":\"number\",\"minimum\":1,\"multipleOf\":2},"
            + "\"uniqueItems\":true}",
        "#/items: multipleOf is not carried out",
        "#/items: bounds are carried out where a value is a member, and this is none",
        NULLS,
        "#: uniqueItems is not carried out");
    assertNotes(
        "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"number\"}]}",
        "#: oneOf that no member with a const tells apart is not carried out, any value is taken");
    assertNotes(
        "{\"type\":[\"string\",\"number\"],\"minLength\":1}",
        "#: type is one of several, and any value is taken",
        "#: minLength is not carried out");
    assertNotes("{\"not\":{}}", "#: not is not carried out");
    assertNotes("false", "#: no value is allowed, but any is taken");
    assertNotes("{\"enum\":[1,2]}", "#: a choice of other values than texts is not carried out");
    assertNotes(
        "{\"properties\":{\"a\":{\"type\":\"integer\",\"default\":\"x\"}},"
            + "\"additionalProperties\":{\"type\":\"string\"}}",
        "#/properties/a: default is not carried out",
        "#: additionalProperties beside properties are kept, and their schema is not carried out",
        NULLS);
    assertNotes(
        "{\"$ref\":\"#/$defs/a\",\"minimum\":1,\"$defs\":{\"a\":{\"type\":\"number\"}}}",
        "#: minimum is not carried out",
        NULLS);
    assertNotes("true");
    assertNotes("{}");
  }

  private static void assertWrong(String message, String schema) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> SchemaImport.of(schema)).getMessage());
  }

  @Test
  void whatIsNoSchema() {
    assertWrong("Expected a schema at # but found 5", "5");
    assertWrong(
        "Expected an object for properties at # but found [1]",
        "{\"type\":\"object\",\"properties\":[1]}");
    assertWrong(
        "Expected one of the types of JSON for type at # but found int", "{\"type\":\"int\"}");
    assertWrong("The $ref '#/$defs/x' leads nowhere", "{\"$ref\":\"#/$defs/x\"}");
    assertWrong(
        "The $ref 'other.json' leads out of the document, or to an anchor; only JSON pointers such"
            + " as #/$defs/name are followed",
        "{\"$ref\":\"other.json\"}");
    assertWrong(
        "Expected a number for minimum at # but found x",
        "{\"type\":\"number\",\"minimum\":\"x\"}");
  }

  /** The schema of template files is one of those that are not understood as a whole. */
  @Test
  void theSchemaOfFilesItself() {
    SchemaImport schema = SchemaImport.of(TemplateFile.schema());
    Template<Object> template = schema.builder().build();
    for (String name : TemplateFile.names()) {
      String file = TemplateFile.print(TemplateFile.ready(name).build());
      assertEquals(List.of(), template.validate(file), name);
    }
    assertEquals(2, template.validate("{\"root\":{\"type\":\"any\"},\"templates\":1}").size());
  }
}
