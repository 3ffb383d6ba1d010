package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.datason.types.Survival.survivesUntyped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class BeansTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  static class Named<T> {
    private T key;
    private String name = "none";
    private transient int hash = 7;
    static int count;

    public T getKey() {
      return key;
    }

    public void setKey(T key) {
      this.key = key;
    }

    public String getName() {
      return name;
    }

    public Named<T> setName(String name) {
      this.name = name;
      return this;
    }

    @Override
    public boolean equals(Object other) {
      return other != null
          && other.getClass() == getClass()
          && Objects.equals(key, ((Named<?>) other).key)
          && Objects.equals(name, ((Named<?>) other).name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(key, name, hash);
    }
  }

  static final class Model extends Named<UUID> {
    private boolean active;
    private double xScale;
    public long[] shape;
    public int layers;
    private List<Model> parts;

    private Model() {}

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }

    public double getxScale() {
      return xScale;
    }

    public void setxScale(double scale) {
      this.xScale = scale;
    }

    public List<Model> getParts() {
      return parts;
    }

    public void setParts(List<Model> parts) {
      this.parts = parts;
    }

    public int getNumberOfParts() {
      return parts.size();
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other)
          && active == ((Model) other).active
          && xScale == ((Model) other).xScale
          && layers == ((Model) other).layers
          && java.util.Arrays.equals(shape, ((Model) other).shape)
          && Objects.equals(parts, ((Model) other).parts);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }

  private final Datason datason =
      Datason.builder().type("model", Model.class).type("named", Named.class).build();

  private static Model model() {
    Model model = new Model();
    model.setKey(ID);
    model.setName("a");
    model.active = true;
    model.xScale = 0.5;
    model.layers = 3;
    model.shape = new long[] {1, 2};
    model.parts = List.of(new Model());
    return model;
  }

  @Test
  void beansSurvive() {
    survivesUntyped(datason, model());
    survives(datason, model(), Model.class);
    Named<Long> named = new Named<Long>().setName(null);
    named.setKey(5L);
    survivesUntyped(datason, named);
    survives(datason, named, new TypeRef<Named<Long>>() {});
  }

  record Holder(Named<UUID> named, Named<?> any) {}

  @Test
  void subclassInThePlaceOfItsSuperclassSurvives() {
    survives(datason, new Holder(model(), model()), Holder.class);
    Named<UUID> named = new Named<>();
    named.setKey(ID);
    survives(datason, new Holder(named, named), Holder.class);
    assertEquals(
        "{\"key\":\"123e4567-e89b-12d3-a456-426614174000\",\"name\":\"none\"}",
        datason.toJson(new Holder(named, null)).replaceAll(".*\"named\":(\\{.*?}).*", "$1"));
  }

  @Test
  void membersOfTheSuperclassComeFirst() {
    Model model = model();
    model.parts = null;
    assertEquals(
        "{\"__datason_type__\":\"model\",\"__datason_value__\":{"
            + "\"key\":\"123e4567-e89b-12d3-a456-426614174000\",\"name\":\"a\",\"active\":true,"
            + "\"xScale\":0.5,\"shape\":[1,2],\"layers\":3,\"parts\":null}}",
        datason.toJson(model));
  }

  @Test
  void missingMembersStayAsTheConstructorMadeThem() {
    assertEquals("none", datason.fromJson("{}", Model.class).getName());
  }

  // ---------------------------------------------------------------- refusals

  private void assertRefused(Object value, String why) {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(Map.of("a", value)));
    assertEquals(
        "The class "
            + value.getClass().getName()
            + " cannot be written without loss: it "
            + why
            + "; use a record or register a TypeHandler for it at $.a",
        e.getMessage());
    e =
        assertThrows(
            UnsupportedTypeException.class, () -> datason.fromJson("{}", value.getClass()));
    assertEquals(true, e.getMessage().contains(why), e.getMessage());
  }

  static class Hidden {
    private int seed = 1;

    public int getSeed() {
      return seed;
    }
  }

  static class Unread {
    private int seed = 1;

    public void setSeed(int seed) {
      this.seed = seed;
    }

    public long getSeed() {
      return seed;
    }
  }

  static class Fixed {
    private final int seed = hashCode();

    public int getSeed() {
      return seed;
    }
  }

  static class Arguments {
    Arguments(int seed) {}
  }

  static class Shadow extends Named<String> {
    private String name;

    @Override
    public String getName() {
      return name;
    }
  }

  static class Dated extends Date {
    private static final long serialVersionUID = 1L;
  }

  class Inner {}

  @Test
  void stateOutOfReachIsRefused() {
    assertRefused(
        new Hidden(),
        "has a field, \"seed\", but no public setter setSeed of its type"
            + " (or mark it transient if it is no state)");
    assertRefused(
        new Unread(),
        "has a field, \"seed\", but no public getter getSeed of its type"
            + " (or mark it transient if it is no state)");
    assertRefused(new Fixed(), "has a final field, \"seed\", which no setter sets");
    assertRefused(new Arguments(1), "has no constructor without arguments");
    assertRefused(new Shadow(), "has two fields named \"name\", one of a superclass");
    assertRefused(new Dated(), "has state of its superclass java.util.Date, which is out of reach");
  }

  @Test
  void classesBoundToOthersAreRefused() {
    int captured = (int) System.nanoTime();
    class Local {
      @Override
      public String toString() {
        return "" + captured;
      }
    }
    assertRefused(
        new Inner(),
        "is an inner class, bound to an object of the class around it; make it static");
    assertRefused(new Object() {}, "is an anonymous class, a lambda or a proxy");
    assertRefused((Runnable) () -> {}, "is an anonymous class, a lambda or a proxy");
    assertThrows(UnsupportedTypeException.class, () -> datason.toJson(new Local()));
  }

  @Test
  void classesOfThePlatformAreNoBeans() {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(new Object()));
    assertEquals(
        "No handler writes a java.lang.Object; register a TypeHandler for it, or the type itself,"
            + " with the builder at $",
        e.getMessage());
  }

  static class Picky {
    private int size;

    public int getSize() {
      return size;
    }

    public void setSize(int size) throws java.io.IOException {
      if (size < 0) {
        throw new java.io.IOException("negative: " + size);
      }
      this.size = size;
    }
  }

  @Test
  void exceptionOfASetterHasItsPlace() {
    MismatchException e =
        assertThrows(
            MismatchException.class,
            () -> datason.fromJson("[{\"size\":-1}]", new TypeRef<List<Picky>>() {}));
    assertEquals(
        "Expected a Picky but found an object (IOException: negative: -1)"
            + " at $[0] (line 1, column 2, offset 1)",
        e.getMessage());
  }
}
