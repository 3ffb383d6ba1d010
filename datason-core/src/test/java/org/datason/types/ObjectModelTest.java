package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.datason.Datason;
import org.datason.annotation.Collect;
import org.datason.annotation.Name;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;

class ObjectModelTest {

  record Point(int x, @Name(value = "the_y", aliases = "Y") Long y, boolean on, double d, long n) {}

  record Open(String a, @Collect Map<String, Object> rest) {}

  static final class Bean {
    private String text;
    public int count;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  static final class Unfit {
    private final int hidden = 5;

    int hidden() {
      return hidden;
    }
  }

  sealed interface Kind<T> permits One, Two {}

  record One<T>(T value) implements Kind<T> {}

  record Two<T>(int n) implements Kind<T> {}

  private final Datason datason = Datason.create();

  private ObjectModel model(Class<?> type) {
    return ObjectModel.of(type, datason.types());
  }

  @Test
  void membersOfARecord() {
    ObjectModel model = model(Point.class);
    assertEquals(Point.class, model.type());
    assertEquals(Point.class, model.handler().type());
    assertEquals(
        List.of("x", "the_y", "on", "d", "n"),
        model.members().stream().map(m -> m.name()).toList());
    assertEquals(List.of("Y"), model.members().get(1).aliases());
    assertEquals(Long.class, model.members().get(1).type());
    assertEquals(int.class, model.members().get(0).rawType());
    assertTrue(model.members().get(0).isPrimitive());
    assertEquals(0, model.members().get(0).none());
    assertNull(model.members().get(1).none());
    assertEquals("x", model.members().get(0).source().getName());
    Point point = new Point(1, 2L, true, 0.5, 7);
    Object[] values = model.members().stream().map(m -> m.get(point)).toArray();
    assertEquals(List.of(1, 2L, true, 0.5, 7L), List.of(values));
    assertEquals(point, model.make(values));
    assertFalse(model.collects());
    assertFalse(model.ignoresUnknown());
    assertEquals(List.of(0, 1, 2, 3, 4), model.assembly().places());
    assertEquals(
        "the member \"x\" is missing",
        assertThrows(
                IllegalArgumentException.class,
                () -> model.make(new Object[] {ObjectModel.MISSING, 2L, true, 0.5, 7L}))
            .getMessage());
  }

  @Test
  void settersOfABean() {
    ObjectModel model = model(Bean.class);
    assertEquals(
        List.of("setText", "count"),
        model.assembly().setters().stream().map(Member::getName).toList());
    Bean bean = (Bean) model.make(new Object[] {"t", ObjectModel.MISSING});
    assertEquals("t", bean.getText());
    assertEquals("t", model.members().get(0).get(bean));
  }

  @Test
  void collectedMembers() {
    ObjectModel model = model(Open.class);
    assertTrue(model.collects());
    assertNull(model.assembly());
    Map<Object, Object> rest = model.collected();
    JsonReader in = datason.reader("{\"b\":1}");
    in.beginObject();
    model.collect(in.readName(), rest, in);
    assertEquals(Map.of("b", 1), rest);
    Open open = (Open) model.make(new Object[] {"a", rest});
    assertEquals(new Open("a", new LinkedHashMap<>(Map.of("b", 1))), open);
    JsonWriter out = datason.writer();
    out.beginObject();
    model.writeCollected(open, Set.of("a"), out);
    out.endObject();
    assertEquals("{\"b\":1}", out.toString());
  }

  @Test
  void otherTypesHaveNone() {
    assertNull(model(UUID.class));
    assertNull(model(List.class));
    assertThrows(UnsupportedTypeException.class, () -> model(Unfit.class));
  }

  @Test
  void classesBelowASealedType() {
    assertEquals(List.of(One.class, Two.class), ObjectModel.permitted(Kind.class));
  }
}
