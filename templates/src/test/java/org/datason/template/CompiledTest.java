package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.TypeRef;
import org.junit.jupiter.api.Test;

class CompiledTest extends TemplateContract {

  @Override
  Compilation compilation() {
    return Compilation.ON;
  }

  record Item(int a, String b) {}

  private static Template<Object> wide(Node node, int members) {
    TemplateField[] fields = new TemplateField[members];
    for (int i = 0; i < members; i++) {
      fields[i] = TemplateField.of("member" + i, node);
    }
    return Template.builder(Node.Members.of(fields), Map.of()).compilation(Compilation.ON).build();
  }

  @Test
  void wideObjectsAreReadWhetherCompiledOrNot() {
    Node texts = new Node.Items(new Node.Scalar(ScalarType.TEXT));
    for (int members : new int[] {64, 65, 100, 101, 200}) {
      for (Node node : List.of(new Node.Scalar(ScalarType.INT64), texts)) {
        Map<String, Object> value = new LinkedHashMap<>();
        for (int i = 0; i < members; i++) {
          value.put("member" + i, node == texts ? List.of("a" + i) : (Object) (long) i);
        }
        Template<Object> template = wide(node, members);
        assertEquals(members <= 100, template.generatedClass() != null);
        assertEquals(value, template.read(datason.toJson(value)));
        assertEquals(datason.toJson(value), template.toJson(value));
      }
    }
  }

  @Test
  void listsOfRecordsAreCompiledToo() {
    Template<List<Item>> template =
        Template.builder(new TypeRef<List<Item>>() {}).compilation(Compilation.ON).build();
    String json = "[{\"a\":1,\"b\":\"x\"},null]";
    assertEquals(json, template.toJson(template.read(json)));
    assertEquals("Item read(JsonReader in) {", template.explain().lines().findFirst().get());
  }

  @Test
  void templatesAreCompiledOnceTheyAreUsedMuch() {
    Template<Range> often = Template.of(Range.class);
    for (int i = 0; i < 499; i++) {
      assertEquals(new Range(1, i + 2), often.read("{\"low\":1,\"high\":" + (i + 2) + "}"));
    }
    assertEquals("Interpreted; compiled after 500 uses", often.explain());
    assertEquals("{\"low\":1,\"high\":2}", often.toJson(new Range(1, 2)));
    assertEquals("Range read(JsonReader in) {", often.explain().lines().findFirst().orElse(""));

    Template<List<Range>> large = Template.of(new TypeRef<List<Range>>() {});
    List<Range> many = java.util.Collections.nCopies(20_000, new Range(1, 2));
    assertEquals(many, large.read(large.toBytes(many)));
    assertEquals("Range read(JsonReader in) {", large.explain().lines().findFirst().orElse(""));
  }
}
