package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

class SealedTypesTest {

  sealed interface Shape<T> permits Circle, Polygon, Unit, Group {}

  record Circle<T>(T radius) implements Shape<T> {}

  sealed interface Polygon<T> extends Shape<T> permits Square {}

  record Square<S>(S side) implements Polygon<S> {}

  enum Unit implements Shape<Object> {
    POINT {},
    LINE
  }

  record Group<T>(List<Shape<T>> shapes, Map<String, Shape<T>> named) implements Shape<T> {}

  record Drawing(Shape<Long> shape, Object any) {}

  interface Open {}

  record Known(long x) implements Open {}

  record Opens(Open open, List<Open> opens) {}

  private final Datason datason = Datason.create();

  @Test
  void permittedTypesNeedNoRegistration() {
    Group<Long> group =
        new Group<>(List.of(new Circle<>(1L), new Square<>(2L)), Map.of("a", new Circle<>(3L)));
    Drawing drawing = new Drawing(group, null);
    survives(datason, drawing, Drawing.class);
    assertEquals(
        "{\"__datason_type__\":\"org.datason.types.SealedTypesTest$Drawing\","
            + "\"__datason_value__\":{\"shape\":"
            + "{\"__datason_type__\":\"org.datason.types.SealedTypesTest$Square\","
            + "\"__datason_value__\":{\"side\":2}},\"any\":null}}",
        datason.toJson(new Drawing(new Square<>(2L), null)));
    survives(datason, List.of(Unit.POINT, Unit.LINE), new TypeRef<List<Shape<?>>>() {});
    survives(datason, List.of(new Circle<>(1L)), new TypeRef<List<Shape<Long>>>() {});
  }

  @Test
  void anyOtherHintIsRefused() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () ->
                datason.fromJson(
                    "[{\"__datason_type__\":\"x\",\"__datason_value__\":1}]",
                    new TypeRef<List<Polygon<Long>>>() {}));
    assertEquals(
        "Expected a Polygon but found an object at $[0] (line 1, column 2, offset 1)",
        e.getMessage());
    e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[{\"side\":1}]", new TypeRef<List<Polygon<Long>>>() {}));
    assertEquals(
        "Expected a Polygon but found an object"
            + " (it needs one of the hints org.datason.types.SealedTypesTest$Square)"
            + " at $[0] (line 1, column 2, offset 1)",
        e.getMessage());
  }

  @Test
  void openInterfacesNeedRegistration() {
    Opens opens = new Opens(new Known(1), List.of(new Known(2)));
    survives(Datason.builder().type(Known.class).build(), opens, Opens.class);
    String json = datason.toJson(opens);
    assertThrows(MismatchException.class, () -> datason.fromJson(json, Opens.class));
  }

  static sealed class Base permits Derived {
    public int a;
  }

  static final class Derived extends Base {
    public int b;
  }

  record Bases(Base base, Base derived) {}

  @Test
  void sealedClassWithValuesOfItsOwn() {
    Derived derived = new Derived();
    derived.a = 1;
    derived.b = 2;
    Base base = new Base();
    base.a = 3;
    String json = datason.toJson(new Bases(base, derived));
    Bases back = datason.fromJson(json, Bases.class);
    assertEquals(Base.class, back.base.getClass());
    assertEquals(3, back.base.a);
    assertEquals(2, assertInstanceOf(Derived.class, back.derived).b);
  }

  record Tree(Tree left, Tree right, Shape<Tree> shape) {}

  @Test
  void manyThreadsFindTheSameTypes() throws Exception {
    Tree tree = new Tree(new Tree(null, null, new Circle<>(null)), null, null);
    for (int round = 0; round < 50; round++) {
      Datason fresh = Datason.create();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Callable<Tree>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> fresh.fromJson(fresh.toJson(tree), Tree.class));
      }
      Set<Tree> trees = new HashSet<>();
      for (Future<Tree> future : threads.invokeAll(tasks)) {
        trees.add(future.get());
      }
      threads.shutdown();
      assertEquals(Set.of(tree), trees);
    }
  }
}
