package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

/** A value that contains itself is refused with both ends of the cycle; any other one is not. */
class CircularReferencesTest {

  record Node(String name, List<Node> children, Optional<Object> parent) {}

  /** A bean that refers to itself. */
  public static final class Employee {
    private Employee boss;
    private Map<Integer, Employee> team = new HashMap<>();

    public Employee getBoss() {
      return boss;
    }

    public void setBoss(Employee boss) {
      this.boss = boss;
    }

    public Map<Integer, Employee> getTeam() {
      return team;
    }

    public void setTeam(Map<Integer, Employee> team) {
      this.team = team;
    }
  }

  /** Holds a value, and is written as that value. */
  static final class Holder {
    Object value;
  }

  static final class HolderHandler implements TypeHandler<Holder> {
    @Override
    public Class<Holder> type() {
      return Holder.class;
    }

    @Override
    public String hint() {
      return "holder";
    }

    @Override
    public void writeHinted(Holder holder, JsonWriter out) {
      write(holder, out);
    }

    @Override
    public void write(Holder holder, JsonWriter out) {
      out.writeValue(holder.value);
    }

    @Override
    public Holder read(JsonReader in) {
      throw new IllegalStateException("not read here");
    }
  }

  private final Datason datason =
      Datason.builder().type(Node.class).type(Employee.class).handler(new HolderHandler()).build();

  private final List<Datason> configurations =
      List.of(
          datason,
          datason.with(c -> c.hints(false)),
          datason.with(c -> c.sortKeys(true).indent(2)),
          datason.with(c -> c.maxDepth(Integer.MAX_VALUE)),
          datason.with(c -> c.maxDepth(Integer.MAX_VALUE).canonical(true)));

  private void assertCycle(Object value, String what, String where) {
    for (Datason configuration : configurations) {
      String message =
          "JSON has no form for a circular reference (put an identifier in its place): the "
              + what
              + " contains itself at "
              + where;
      DatasonException e =
          assertThrows(UnsupportedTypeException.class, () -> configuration.toJson(value));
      assertEquals(message, e.getMessage());
      assertEquals(where, e.location().path());
      e =
          assertThrows(
              UnsupportedTypeException.class,
              () -> configuration.write(value, OutputStream.nullOutputStream()));
      assertEquals(message, e.getMessage());
    }
  }

  @Test
  void aListThatIsInAMapThatIsInIt() {
    List<Object> list = new ArrayList<>();
    Map<String, Object> map = new HashMap<>();
    map.put("b", list);
    list.add(map);
    assertCycle(Map.of("a", list), "list at $.a", "$.a[0].b");
    assertCycle(List.of(1, List.of(), list), "list at $[2]", "$[2][0].b");
    assertCycle(map, "map at $", "$.b[0]");
  }

  @Test
  void containersOfOtherKinds() {
    Object[] array = {1, null};
    array[1] = Arrays.asList(2, array);
    assertCycle(array, "array at $", "$[1][1]");

    List<Object> list = new ArrayList<>();
    Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.add(list);
    list.add(set);
    assertCycle(set, "set at $", "$[0][0]");
    assertCycle(cyclicOptional(), "list at $", "$[0]");
  }

  private static Object cyclicOptional() {
    List<Object> list = new ArrayList<>();
    Optional<Object> optional = Optional.of(list);
    list.add(optional);
    return list;
  }

  @Test
  void recordsAndBeans() {
    Node child = new Node("child", new ArrayList<>(), Optional.empty());
    Node root = new Node("root", List.of(child), Optional.empty());
    child.children().add(child);
    assertCycle(root, "Node at $.children[0]", "$.children[0].children[0]");

    Employee boss = new Employee();
    Employee worker = new Employee();
    worker.setBoss(boss);
    boss.getTeam().put(7, worker);
    assertCycle(List.of(boss), "Employee at $[0]", "$[0].team[\"7\"].boss");
  }

  @Test
  void aHolderOfItself() {
    Holder holder = new Holder();
    holder.value = holder;
    assertCycle(List.of(holder), "Holder at $[0]", "$[0]");
  }

  @Test
  void aCycleInAStreamThatIsWrittenPieceByPiece() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    JsonWriter out = datason.writer(OutputStream.nullOutputStream());
    out.beginObject();
    out.writeName("runs");
    out.beginArray();
    out.writeValue(1);
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> out.writeValue(list));
    assertEquals(
        "JSON has no form for a circular reference (put an identifier in its place): the list at"
            + " $.runs[1] contains itself at $.runs[1][0]",
        e.getMessage());
  }

  @Test
  void theSameObjectInDifferentBranchesIsNoCycle() {
    List<Object> shared = new ArrayList<>(List.of(1, Optional.of("x"), Set.of(2)));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", shared);
    map.put("b", List.of(shared, shared));
    for (Datason configuration : configurations) {
      assertEquals(map, datason.fromJson(datason.toJson(map)), configuration.config().toString());
    }
  }

  @Test
  void aValueThatIsMerelyDeepMeetsTheLimit() {
    Object shared = Set.of(1);
    Object deep = shared;
    for (int i = 0; i < 20; i++) {
      deep = Arrays.asList(shared, deep, shared);
    }
    Object value = deep;
    LimitException e =
        assertThrows(LimitException.class, () -> datason.with(c -> c.maxDepth(3)).toJson(value));
    assertEquals(
        "More than 3 arrays and objects in one another (a circular reference?); raise maxDepth if"
            + " the value is meant to be so deep at $[1][0]",
        e.getMessage());
  }

  @Test
  void aValueTooDeepForTheStackSaysSo() {
    Object deep = 1;
    for (int i = 0; i < 200_000; i++) {
      deep = new ArrayList<>(Arrays.asList(deep));
    }
    Object value = deep;
    DatasonException e =
        assertThrows(
            DatasonException.class,
            () -> datason.with(c -> c.maxDepth(Integer.MAX_VALUE)).toJson(value));
    assertInstanceOf(LimitException.class, e);
    assertEquals(
        "The value is nested too deep to be written on this thread's stack; lower maxDepth, or use"
            + " a thread with a larger stack",
        e.getMessage());
  }
}
