package org.datason.template;

import static org.datason.template.TemplateContract.assertMismatch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.datason.Datason;
import org.datason.config.UnknownMembers;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Templates of maps and of frames. */
class MapTemplateTest {

  private static Map<String, Object> example() {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("id", new UUID(1, 2));
    example.put("day", LocalDate.of(2024, 6, 15));
    example.put("loss", 0.5);
    example.put("epochs", 3);
    example.put("tags", List.of("a"));
    example.put("inner", Map.of("x", 1L));
    example.put("weights", Tensor.of(new double[] {1.0, 2.0}, 2));
    example.put("any", null);
    return example;
  }

  @Test
  void exampleTellsTheTypes() {
    Template<Map<String, Object>> template = Template.ofExample(example());
    String json = template.toJson(example());
    assertEquals(
        "{\"id\":\"00000000-0000-0001-0000-000000000002\",\"day\":\"2024-06-15\",\"loss\":0.5,"
            + "\"epochs\":3,\"tags\":[\"a\"],\"inner\":{\"x\":1},\"weights\":{\"dtype\":\"float64\","
            + "\"shape\":[2],\"data\":[1.0,2.0]},\"any\":null}",
        json);
    Map<String, Object> read = template.read(json);
    assertEquals(example(), read);
    assertEquals(List.copyOf(example().keySet()), List.copyOf(read.keySet()));
    assertMismatch(
        "object.day: Expected a LocalDate but found \"today\" (Text 'today' could not be parsed at index 0) at $.day (line 1,"
            + " column 8, offset 7)",
        () -> template.read("{\"day\":\"today\"}"));
    assertMismatch(
        "Expected an object that fits but found another one (the members \"id\", \"day\", \"loss\", \"tags\","
            + " \"inner\", \"weights\", \"any\" are missing) at $ (line 1, column 1, offset 0)",
        () -> template.read("{\"epochs\":1}"));
  }

  private static Node.Members node(TemplateField... fields) {
    return Node.Members.of(fields);
  }

  private static final Node INT = new Node.Scalar(ScalarType.INT32);
  private static final Node TEXT = new Node.Scalar(ScalarType.TEXT);

  @Test
  void missingMembersAreNoKeysUnlessTheyHaveADefault() {
    Template<Object> template =
        Template.of(
            node(
                TemplateField.of("a", INT),
                TemplateField.of("b", TEXT).withDefault("none"),
                TemplateField.of("c", INT)),
            Map.of());
    assertEquals(Map.of("b", "none"), template.read("{}"));
    assertEquals(Map.of("a", 1, "b", "none"), template.read("{\"a\":1}"));
    assertEquals(Map.of("a", 1, "b", "x", "c", 2), template.read("{\"c\":2,\"b\":\"x\",\"a\":1}"));
    assertEquals("{\"b\":\"none\",\"c\":2}", template.toJson(template.read("{\"c\":2}")));
    assertEquals(
        "Expected no key \"d\" in an object; it would be lost at $",
        assertThrows(UnsupportedTypeException.class, () -> template.toJson(Map.of("d", 1)))
            .getMessage());
    assertThrows(UnsupportedTypeException.class, () -> template.toJson(Map.of("a", "text")));
  }

  @Test
  void unknownMembersCanBeKept() {
    Node.Members members =
        new Node.Members("thing", List.of(TemplateField.of("a", INT)), UnknownMembers.COLLECT);
    Template<Object> template = Template.of(members, Map.of());
    Object read = template.read("{\"b\":[1],\"a\":1}");
    assertEquals(Map.of("a", 1, "b", List.of(1)), read);
    assertEquals("{\"a\":1,\"b\":[1]}", template.toJson(read));
  }

  @Test
  void choicesEntriesAndKindsByTag() {
    Node circle = node(TemplateField.of("r", new Node.Scalar(ScalarType.FLOAT64)));
    Node.Members group =
        new Node.Members(
            "group",
            List.of(
                TemplateField.of("parts", new Node.Items(new Node.Ref("shape"))),
                TemplateField.of("color", new Node.Choice(List.of("red", "green")))),
            null);
    Map<String, Node.Members> kinds = new LinkedHashMap<>();
    kinds.put("circle", (Node.Members) circle);
    kinds.put("group", group);
    Template<Object> template =
        Template.of(
            new Node.Entries(new Node.Ref("shape")),
            Map.of("shape", new Node.Tagged("kind", kinds)));
    String json =
        "{\"one\":{\"kind\":\"group\",\"parts\":[{\"kind\":\"circle\",\"r\":1.5}],"
            + "\"color\":\"red\"}}";
    Object read = template.read(json);
    assertEquals(Datason.create().fromJson(json), read);
    assertEquals(json, template.toJson(read));
    assertMismatch(
        "group.color: Expected one of red, green but found \"blue\" at $.one.color (line"
            + " 1, column 32, offset 31)",
        () -> template.read("{\"one\":{\"kind\":\"group\",\"color\":\"blue\"}}"));
  }

  @Test
  void lenientMapsTakeWhatIsRecognised() {
    StringBuilder reports = new StringBuilder();
    Template<Object> template =
        Template.builder(
                node(TemplateField.of("a", INT), TemplateField.of("b", new Node.Items(INT))),
                Map.of())
            .lenient(violation -> reports.append(violation).append('\n'))
            .build();
    assertEquals(
        Map.of("a", LocalDate.of(2024, 6, 15), "b", List.of(1, 2)),
        template.read("{\"a\":\"2024-06-15\",\"b\":[1,2]}"));
    assertEquals(Map.of("b", List.of(1, "x")), template.read("{\"b\":[1,\"x\"]}"));
    assertEquals(
        "object.a: Expected an int but found \"2024-06-15\" at $.a (line 1, column 6, offset 5)\n"
            + "object.b: Expected an int but found \"x\" at $.b[1] (line 1, column 9, offset 8)\n",
        reports.toString());
  }

  // ---------------------------------------------------------------- frames

  private static final Schema SCHEMA =
      Schema.of(
          new Field("id", FieldType.Simple.INT64),
          new Field("loss", FieldType.Simple.FLOAT64),
          new Field("day", FieldType.Simple.DATE),
          new Field("tags", new FieldType.ListOf(FieldType.Simple.TEXT)));

  @Test
  void recordsGoStraightToColumns() {
    Template<Frame> template = Template.of(SCHEMA);
    Frame expected =
        Frame.builder(SCHEMA)
            .row(1L, 0.5, LocalDate.of(2024, 6, 15), Arrays.asList("a", "b"))
            .row(2L, null, null, null)
            .build();
    String json =
        "[{\"id\":1,\"loss\":0.5,\"day\":\"2024-06-15\",\"tags\":[\"a\",\"b\"]},"
            + "{\"loss\":null,\"more\":{},\"id\":2}]";
    assertEquals(expected, template.read(json));
    assertEquals(
        "[{\"id\":1,\"loss\":0.5,\"day\":\"2024-06-15\",\"tags\":[\"a\",\"b\"]},"
            + "{\"id\":2,\"loss\":null,\"day\":null,\"tags\":null}]",
        template.toJson(expected));
    assertEquals(expected, template.read(template.toJson(expected)));
    assertEquals(List.of(), template.validate(json));
    assertMismatch(
        "record.id: Expected a long but found \"x\" at $[0].id (line 1, column 8, offset 7)",
        () -> template.read("[{\"id\":\"x\"}]"));
    assertMismatch(
        "Expected an object but found 5 at $[1] (line 1, column 5, offset 4)",
        () -> template.read("[{},5]"));
  }

  @Test
  void rulesOfColumns() {
    Template<Frame> template =
        Template.builder(SCHEMA)
            .field("id", f -> f.withName("key").withRequired(true).withNullable(false))
            .field("loss", f -> f.withDefault(1.0))
            .build();
    Frame frame = template.read("[{\"key\":3}]");
    assertEquals(1.0, frame.column("loss").getDouble(0));
    assertEquals(3, frame.column("key").getLong(0));
    assertMismatch(
        "Expected an object that fits but found another one (the member \"key\" is missing) at $[0] (line 1,"
            + " column 2, offset 1)",
        () -> template.read("[{\"loss\":3}]"));
    assertMismatch(
        "record.key: Expected a value of the type int64 but found null at $[0].key (line 1, column 9,"
            + " offset 8)",
        () -> template.read("[{\"key\":null}]"));
  }

  @Test
  void framesRefuseWhatIsNoRow() {
    Template<Frame> template = Template.of(SCHEMA);
    String hinted = "{\"__datason_type__\":\"ordered-dict\",\"__datason_value__\":[[\"id\",1]]}";
    for (String row : List.of("null", "5", "[]", hinted)) {
      String expected = row.equals(hinted) ? "an object without a hint" : "an object";
      String found = row.startsWith("{") ? "an object" : row.startsWith("[") ? "an array" : row;
      String message =
          "Expected " + expected + " but found " + found + " at $[0] (line 1, column 2, offset 1)";
      byte[] json = ("[" + row + "]").getBytes(StandardCharsets.UTF_8);
      assertEquals(
          List.of(message), template.validate(json).stream().map(Violation::message).toList());
      assertEquals(
          message, assertThrows(MismatchException.class, () -> template.read(json)).getMessage());
      Iterator<Frame> frames = template.iterator(new ByteArrayInputStream(json));
      assertEquals(message, assertThrows(MismatchException.class, frames::next).getMessage());
      assertThrows(NoSuchElementException.class, frames::next);
    }
  }
}
