package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.datason.types.Survival.untyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

class EnumsAndOptionalsTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  enum Op {
    PLUS {
      @Override
      int apply(int a, int b) {
        return a + b;
      }
    },
    MINUS {
      @Override
      int apply(int a, int b) {
        return a - b;
      }
    };

    abstract int apply(int a, int b);
  }

  enum Letter {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K
  }

  enum Nothing {}

  private final Datason datason =
      Datason.builder().type("op", Op.class).type(TimeUnit.class).build();

  // ---------------------------------------------------------------- enums

  @Test
  void constantsSurvive() {
    assertEquals(
        "{\"__datason_type__\":\"op\",\"__datason_value__\":\"PLUS\"}", datason.toJson(Op.PLUS));
    survivesUntyped(datason, Arrays.asList((Object[]) Op.values()));
    survivesUntyped(datason, Map.of(TimeUnit.DAYS, Op.MINUS));
    survives(datason, Op.PLUS, Op.class);
    assertEquals(Op.MINUS, datason.fromJson("\"MINUS\"", Op.class));
    assertInstanceOf(Hinted.class, untyped(datason, Letter.A));
    survives(datason, Letter.A, Letter.class);
    assertEquals("\"PLUS\"", datason.with(c -> c.hints(false)).toJson(Op.PLUS));
  }

  @Test
  void unknownConstantListsTheKnownOnes() {
    assertEquals(
        "Expected an Op but found \"TIMES\" (known: PLUS, MINUS)"
            + " at $[0] (line 1, column 2, offset 1)",
        assertThrows(
                MismatchException.class,
                () -> datason.fromJson("[\"TIMES\"]", new TypeRef<List<Op>>() {}))
            .getMessage());
    assertEquals(
        "Expected a Letter but found \"Z\" (known: A, B, C, D, E, F, G, H, I, J, ...)"
            + " at $ (line 1, column 1, offset 0)",
        assertThrows(MismatchException.class, () -> datason.fromJson("\"Z\"", Letter.class))
            .getMessage());
    assertEquals(
        "Expected a Nothing but found \"Z\" (known: none) at $ (line 1, column 1, offset 0)",
        assertThrows(MismatchException.class, () -> datason.fromJson("\"Z\"", Nothing.class))
            .getMessage());
  }

  // ---------------------------------------------------------------- optionals

  @Test
  void optionalsSurvive() {
    assertEquals(
        "{\"__datason_type__\":\"java.util.Optional\",\"__datason_value__\":null}",
        datason.toJson(Optional.empty()));
    survivesUntyped(datason, List.of(Optional.empty(), Optional.of(5L), Optional.of("x")));
    survivesUntyped(datason, Optional.of(Optional.empty()));
    survivesUntyped(datason, Optional.of(Optional.of(Optional.empty())));
    survivesUntyped(datason, List.of(OptionalInt.empty(), OptionalInt.of(1)));
    survivesUntyped(datason, List.of(OptionalLong.empty(), OptionalLong.of(1)));
    survivesUntyped(
        datason,
        List.of(OptionalDouble.empty(), OptionalDouble.of(Double.NaN), OptionalDouble.of(-0.0)));
    survives(datason, Optional.of(5L), new TypeRef<Optional<Long>>() {});
    survives(datason, Optional.empty(), new TypeRef<Optional<Long>>() {});
    survives(datason, OptionalInt.empty(), OptionalInt.class);
    assertEquals(Optional.empty(), datason.fromJson("null", new TypeRef<Optional<Long>>() {}));
    assertEquals(OptionalLong.of(3), datason.fromJson("3", OptionalLong.class));
  }

  record Nested(
      Optional<Optional<Long>> nested,
      Optional<OptionalInt> number,
      Optional<Object> any,
      Optional<List<Long>> list) {}

  @Test
  void nestedOptionalsSurvive() {
    Optional<Optional<Long>> inner = Optional.of(Optional.empty());
    for (Nested nested :
        List.of(
            new Nested(
                inner,
                Optional.of(OptionalInt.empty()),
                Optional.of(inner),
                Optional.of(List.of(1L))),
            new Nested(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Nested(
                Optional.of(Optional.of(5L)),
                Optional.of(OptionalInt.of(1)),
                Optional.of(5L),
                Optional.of(List.of())))) {
      survives(datason, nested, Nested.class);
    }
  }

  record Shaped(
      Optional<Number> number,
      Optional<Comparable<?>> comparable,
      Optional<Object> any,
      Optional<java.util.Collection<Long>> items,
      Optional<Map<Object, Object>> map) {}

  @Test
  void optionalsOfValuesWithHintsSurvive() {
    Datason known = Datason.builder().type(Shaped.class).build();
    List<Object> values =
        List.of(5L, "x", 1.5f, Map.of(1, 2), Optional.of(1), Set.of(3), List.of());
    for (Object any : values) {
      Shaped shaped =
          new Shaped(
              Optional.of(5L),
              Optional.of(ID),
              Optional.of(any),
              Optional.of(Set.of(1L)),
              Optional.of(Map.of(1, 2)));
      survives(known, shaped, Shaped.class);
      survivesUntyped(known, shaped);
    }
    Object data = datason.fromJson(datason.toJson(Letter.A));
    survives(
        known,
        new Shaped(
            Optional.empty(),
            Optional.empty(),
            Optional.of(data),
            Optional.empty(),
            Optional.empty()),
        Shaped.class);
  }

  @Test
  void hintedValuesAreReadAsOptionals() {
    assertEquals(
        Optional.of(ID),
        datason.fromJson(
            "{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"" + ID + "\"}",
            new TypeRef<Optional<UUID>>() {}));
    assertEquals(
        OptionalLong.of(3),
        datason.fromJson(
            "{\"__datason_type__\":\"numpy.int64\",\"__datason_value__\":3}", OptionalLong.class));
    assertEquals(
        "Expected an Optional but found \"2024-01-01\" (not of a UUID)"
            + " at $.__datason_value__ (line 1, column 48, offset 47)",
        assertThrows(
                MismatchException.class,
                () ->
                    datason.fromJson(
                        "{\"__datason_type__\":\"date\",\"__datason_value__\":\"2024-01-01\"}",
                        new TypeRef<Optional<UUID>>() {}))
            .getMessage());
  }
}
