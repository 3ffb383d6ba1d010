package org.datason.types;

import static org.datason.types.Survival.untyped;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.TypeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectArraysTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  record Point(int x, int y) {}

  private final Datason datason = Datason.builder().type("point", Point.class).build();

  static Stream<Arguments> arrays() {
    return Stream.<Object[]>of(
            new String[] {"a", null, ""},
            new Object[] {1, 2L, 3f, ID, null, new int[] {1}, List.of(), new String[0]},
            new Object[0],
            new UUID[] {ID},
            new Integer[] {1, null},
            new Long[] {1L, 1L << 40},
            new Number[] {1, 2L, 3.0},
            new Comparable<?>[] {1, "a"},
            new int[][] {{1, 2}, {}, null},
            new String[][][] {{{"a"}, {}}, {}},
            new List<?>[] {List.of(1), null},
            new Map<?, ?>[] {Map.of(1, 2)},
            new Optional<?>[] {Optional.empty(), Optional.of(ID)},
            new Point[] {new Point(1, 2)},
            new Point[][] {{new Point(1, 2)}})
        .map(array -> Arguments.of((Object) array));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  @SuppressWarnings("unchecked")
  void arraysSurvive(Object value) {
    Object[] array = (Object[]) value;
    Object back = untyped(datason, array);
    assertEquals(array.getClass(), back.getClass());
    assertArrayEquals(array, (Object[]) back);
    Object typed = datason.fromJson(datason.toJson(array), (Class<Object>) value.getClass());
    assertEquals(array.getClass(), typed.getClass());
    assertArrayEquals(array, (Object[]) typed);
  }

  @Test
  void componentTypeStandsBesideTheHint() {
    assertEquals(
        "{\"__datason_type__\":\"java.array\",\"__datason_java__\":\"java.lang.String\","
            + "\"__datason_value__\":[\"a\",null]}",
        datason.toJson(new String[] {"a", null}));
    assertEquals(
        "{\"__datason_type__\":\"java.array\",\"__datason_java__\":\"point\","
            + "\"__datason_value__\":[{\"x\":1,\"y\":2}]}",
        datason.toJson(new Point[] {new Point(1, 2)}));
  }

  @Test
  void unknownComponentTypeIsReadAsData() {
    Datason plain = Datason.create();
    String json = plain.toJson(new Point[] {new Point(1, 2)});
    Object data = plain.fromJson(json);
    assertInstanceOf(Hinted.class, data);
    assertEquals(json, plain.toJson(data));
  }

  @Test
  void genericArraysAreRead() {
    List<Long>[] lists = datason.fromJson("[[1],[]]", new TypeRef<List<Long>[]>() {});
    assertArrayEquals(new List<?>[] {List.of(1L), List.of()}, lists);
  }
}
