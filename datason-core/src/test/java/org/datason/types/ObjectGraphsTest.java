package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;

/** Values of all kinds in one another, in random order, come back equal. */
class ObjectGraphsTest {

  record Loose<T>(T value, Object any, Optional<Object> optional, Collection<?> items) {}

  record Typed(
      Map<UUID, List<Short>> ids,
      Optional<Optional<Float>> nested,
      Set<Character> letters,
      Loose<Long> loose,
      Map<LocalDate, Optional<TimeUnit>> days) {}

  private final Datason datason =
      Datason.builder().type(Loose.class).type(Typed.class).type(TimeUnit.class).build();

  private final Datason otherwise = datason.with(c -> c.predictShapes(false).indent(1));

  @Provide
  Arbitrary<Object> graphs() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(3).map(s -> (Object) s),
            Arbitraries.integers().map(i -> (Object) i),
            Arbitraries.doubles().map(d -> (Object) d),
            Arbitraries.of(
                true,
                UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                Instant.MAX,
                LocalDate.MIN,
                TimeUnit.DAYS,
                'x',
                Double.NaN,
                -0.0,
                Optional.empty()),
            typed().map(t -> (Object) t));
    return Arbitraries.recursive(() -> leaves, this::around, 0, 4);
  }

  private Arbitrary<Object> around(Arbitrary<Object> inner) {
    Arbitrary<List<Object>> list = inner.injectNull(0.1).list().ofMaxSize(3);
    Arbitrary<String> names = Arbitraries.of("a", "b", "", "__datason_type__", "c d");
    return Arbitraries.oneOf(
        list.map(l -> (Object) l),
        list.map(LinkedHashSet::new),
        list.map(l -> new LinkedHashMap<>(pairs(l))),
        inner.map(Optional::of),
        names.list().ofMaxSize(3).flatMap(n -> inner.map(v -> map(n, v))),
        inner.map(v -> new EnumMap<>(Map.of(TimeUnit.DAYS, v))),
        Combinators.combine(inner, inner, inner, list)
            .as((a, b, c, d) -> new Loose<>(a, b, Optional.of(c), d)),
        list.map(l -> new Loose<>(l, null, Optional.empty(), new LinkedHashSet<>(l))));
  }

  private static Map<Object, Object> pairs(List<Object> keys) {
    Map<Object, Object> map = new LinkedHashMap<>();
    keys.forEach(k -> map.put(k, keys.size()));
    return map;
  }

  private static Map<String, Object> map(List<String> names, Object value) {
    Map<String, Object> map = new TreeMap<>();
    names.forEach(n -> map.put(n, value));
    return map;
  }

  @Provide
  Arbitrary<Typed> typed() {
    return Combinators.combine(
            Arbitraries.shorts().list().ofMaxSize(2),
            Arbitraries.floats().optional(0.5).optional(0.5),
            Arbitraries.chars().set().ofMaxSize(2),
            Arbitraries.longs().injectNull(0.2),
            Arbitraries.of(TimeUnit.class).optional(0.5))
        .as(
            (shorts, nested, letters, number, unit) ->
                new Typed(
                    Map.of(new UUID(1, shorts.size()), shorts),
                    nested,
                    letters,
                    new Loose<>(number, number, Optional.ofNullable(number), new ArrayList<>()),
                    Map.of(LocalDate.EPOCH, unit)));
  }

  @Property
  void graphsSurvive(@ForAll("graphs") Object graph) {
    assertEquals(graph, datason.fromJson(datason.toJson(graph)));
    assertEquals(graph, otherwise.fromJson(otherwise.toBytes(graph)));
  }

  @Property
  void typedValuesSurvive(@ForAll("typed") Typed typed) {
    assertEquals(typed, datason.fromJson(datason.toJson(typed), Typed.class));
    assertEquals(typed, Datason.create().fromJson(datason.toBytes(typed), Typed.class));
  }
}
