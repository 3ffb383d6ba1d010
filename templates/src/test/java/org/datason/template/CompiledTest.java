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
}
