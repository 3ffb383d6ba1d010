package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.annotation.Collect;
import org.datason.annotation.Creator;
import org.datason.annotation.Ignore;
import org.datason.annotation.Name;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

/** Classes made by constructors with parameters, static methods and builders. */
class CreatorsTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  abstract static class Valued {
    abstract Object state();

    @Override
    public boolean equals(Object other) {
      return other != null
          && other.getClass() == getClass()
          && state().equals(((Valued) other).state());
    }

    @Override
    public int hashCode() {
      return state().hashCode();
    }
  }

  static final class Range extends Valued {
    private final int low;
    private final int high;

    @Creator
    Range(@Name("from") int low, int high) {
      if (low > high) {
        throw new IllegalArgumentException("low " + low + " is above high " + high);
      }
      this.low = low;
      this.high = high;
    }

    Range(int high) {
      this(0, high);
    }

    @Override
    Object state() {
      return List.of(low, high);
    }
  }

  static final class Money extends Valued {
    private final long cents;
    private String note;

    private Money(long cents) {
      this.cents = cents;
    }

    @Creator
    static Money of(long cents) {
      return new Money(cents);
    }

    public String getNote() {
      return note;
    }

    public void setNote(String note) {
      this.note = note;
    }

    @Override
    Object state() {
      return cents + "," + note;
    }
  }

  static final class Pair<A, B> extends Valued {
    private final A first;
    private final List<B> rest;

    Pair(A first, List<B> rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    Object state() {
      return List.of(first, rest);
    }
  }

  static final class Built extends Valued {
    private final UUID id;
    private final List<Long> shape;
    private final Map<String, Object> more;

    private Built(Builder builder) {
      id = Objects.requireNonNull(builder.id, "id");
      shape = builder.shape;
      more = builder.more;
    }

    public static Builder builder() {
      return new Builder();
    }

    @Override
    Object state() {
      return List.of(id, shape, more);
    }

    static final class Builder {
      private UUID id;
      private List<Long> shape = List.of(1L);
      private Map<String, Object> more = Map.of();

      public Builder id(UUID id) {
        this.id = id;
        return this;
      }

      public void setShape(List<Long> shape) {
        this.shape = shape;
      }

      public Builder withMore(Map<String, Object> more) {
        this.more = more;
        return this;
      }

      public Built build() {
        return new Built(this);
      }
    }
  }

  static final class Stepped extends Valued {
    private final int size;
    @Collect private final Map<String, Object> more;

    private Stepped(int size, Map<String, Object> more) {
      this.size = size;
      this.more = more;
    }

    @Creator
    static Step start() {
      return new Step(7, Map.of());
    }

    @Override
    Object state() {
      return List.of(size, more);
    }

    record Step(int size, Map<String, Object> more) {
      public Step withSize(int s) {
        return new Step(s, more);
      }

      public Step withMore(Map<String, Object> m) {
        return new Step(size, m);
      }

      public Stepped build() {
        return new Stepped(size, more);
      }
    }
  }

  static final class Collecting extends Valued {
    private final int size;
    @Collect private final Map<String, Object> more;
    @Ignore private final int cache;

    @Creator
    Collecting(Map<String, Object> more, int size, int cache) {
      this.size = size;
      this.more = more;
      this.cache = cache;
    }

    @Override
    Object state() {
      return List.of(size, more, cache);
    }
  }

  static final class Derived extends Valued {
    private final transient String text;

    @Creator
    Derived(String upper) {
      this.text = upper.toLowerCase(java.util.Locale.ROOT);
    }

    public String getUpper() {
      return text.toUpperCase(java.util.Locale.ROOT);
    }

    @Override
    Object state() {
      return text;
    }
  }

  private final Datason datason =
      Datason.builder()
          .type("range", Range.class)
          .type("money", Money.class)
          .type("pair", Pair.class)
          .type("built", Built.class)
          .type("stepped", Stepped.class)
          .type("collecting", Collecting.class)
          .type("derived", Derived.class)
          .build();

  private void survivesBoth(Object value) {
    survivesUntyped(datason, value);
    survives(datason, value, Object.class);
    assertEquals(value, datason.fromJson(datason.toJson(value), value.getClass()));
  }

  @Test
  void constructors() {
    survivesBoth(new Range(-1, 5));
    assertEquals(
        "{\"from\":1,\"high\":2}", datason.with(c -> c.hints(false)).toJson(new Range(1, 2)));
    assertEquals(new Range(1, 2), datason.fromJson("{\"high\":2,\"from\":1}", Range.class));
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("{\"high\":1,\"from\":2}", Range.class));
    assertEquals(
        "Expected a Range but found an object (low 2 is above high 1)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
    e = assertThrows(MismatchException.class, () -> datason.fromJson("{}", Range.class));
    assertEquals(
        "Expected a Range but found an object (the member \"from\" is missing)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }

  @Test
  void onlyConstructorOfAllFieldsNeedsNoAnnotation() {
    survivesUntyped(datason, new Pair<>(ID, List.of("a")));
    survives(datason, new Pair<>(ID, List.of(1L, 2L)), new TypeRef<Pair<UUID, Long>>() {});
  }

  @Test
  void staticMethodsAndSettersBeyondThem() {
    Money money = new Money(995);
    survivesBoth(money);
    money.setNote("x");
    survivesBoth(money);
  }

  @Test
  void builders() {
    Built built = datason.fromJson("{\"id\":\"" + ID + "\"}", Built.class);
    assertEquals(List.of(ID, List.of(1L), Map.of()), built.state());
    survivesBoth(built);
    survivesBoth(datason.fromJson("{\"id\":\"" + ID + "\",\"shape\":[3,4]}", Built.class));
    MismatchException e =
        assertThrows(MismatchException.class, () -> datason.fromJson("{}", Built.class));
    assertEquals(
        "Expected a Built but found an object (NullPointerException: id)"
            + " at $ (line 1, column 1, offset 0)",
        e.getMessage());
    survivesBoth(new Stepped(1, Map.of("x", ID)));
    assertEquals(new Stepped(7, Map.of("y", 1)), datason.fromJson("{\"y\":1}", Stepped.class));
  }

  @Test
  void collectingAndIgnoredParameters() {
    survivesBoth(new Collecting(Map.of("x", 1.5), 3, 0));
    assertEquals(
        "{\"size\":3,\"x\":1}",
        datason.with(c -> c.hints(false)).toJson(new Collecting(Map.of("x", 1), 3, 8)));
  }

  @Test
  void parametersOfAGetterAlone() {
    survivesBoth(new Derived("ABC"));
  }

  // ---------------------------------------------------------------- refusals

  static final class Lossy {
    private final int seed;
    private final int other = 5;

    @Creator
    Lossy(int seed) {
      this.seed = seed;
    }
  }

  static final class Unknown {
    @Creator
    Unknown(int seed) {}
  }

  static final class TwoCreators {
    @Creator
    TwoCreators() {}

    @Creator
    static TwoCreators of() {
      return new TwoCreators();
    }
  }

  static final class OtherType {
    private int seed;

    @Creator
    static String of(int seed) {
      return "";
    }
  }

  static final class NoBuild {
    @Creator
    static String of() {
      return "";
    }
  }

  static final class LossyBuilder {
    private final int seed;

    private LossyBuilder(int seed) {
      this.seed = seed;
    }

    LossyBuilder() {
      this(0);
    }

    public static Builder builder() {
      return new Builder();
    }

    public static final class Builder {
      public LossyBuilder build() {
        return new LossyBuilder(1);
      }
    }
  }

  static final class Uncollected {
    @Collect private Map<String, Object> more;
    private int seed;

    @Creator
    Uncollected(int seed) {
      this.seed = seed;
    }
  }

  private static void refused(Class<?> type, String why) {
    UnsupportedTypeException e =
        assertThrows(
            UnsupportedTypeException.class, () -> Datason.builder().type("x", type).build());
    assertEquals(
        "The class "
            + type.getName()
            + " cannot be written without loss: it "
            + why
            + "; use a record or register a TypeHandler for it",
        e.getMessage());
  }

  @Test
  void whatWouldLoseSomethingIsRefusedWhenRegistered() {
    refused(Lossy.class, "has a field, \"other\", which its creator does not take");
    refused(
        Unknown.class,
        "has a creator with a parameter, \"seed\", of which there is neither a field nor a getter"
            + " of its type");
    refused(TwoCreators.class, "has two creators");
    refused(OtherType.class, "has a creator, of, which is not static or gives something else");
    refused(NoBuild.class, "has a creator, of, but what that gives has no method build");
    refused(
        LossyBuilder.class,
        "has a builder, org.datason.types.CreatorsTest$LossyBuilder$Builder, without a public"
            + " method for \"seed\"");
    refused(
        Uncollected.class,
        "has a member that collects unknown members, which its creator does not take");
  }
}
