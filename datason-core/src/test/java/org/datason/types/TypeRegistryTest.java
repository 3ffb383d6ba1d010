package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeRegistryTest {

  private static final TypeRegistry BUILT_IN = new TypeRegistry(List.of(), Map.of());

  enum Split {
    TRAIN,
    TEST
  }

  record Point(int x, int y) {}

  /** Writes UUIDs in braces, under a hint of its own. */
  private static final class Braces implements TypeHandler<UUID> {

    @Override
    public Class<UUID> type() {
      return UUID.class;
    }

    @Override
    public String hint() {
      return "braces";
    }

    @Override
    public void write(UUID value, JsonWriter out) {
      out.writeString("{" + value + "}");
    }

    @Override
    public UUID read(JsonReader in) {
      String text = in.readString();
      return UUID.fromString(text.substring(1, text.length() - 1));
    }
  }

  /** A type that only a service on the class path knows. */
  public static final class Served {

    final int number;

    Served(int number) {
      this.number = number;
    }
  }

  /** The service. */
  public static final class ServedHandler implements TypeHandler<Served> {

    @Override
    public Class<Served> type() {
      return Served.class;
    }

    @Override
    public String hint() {
      return "served";
    }

    @Override
    public void write(Served value, JsonWriter out) {
      out.writeInt(value.number);
    }

    @Override
    public Served read(JsonReader in) {
      return new Served(in.readInt());
    }
  }

  @Test
  void aUsersHandlerComesBeforeTheBuiltInOne() {
    Datason datason = Datason.builder().handler(new Braces()).build();
    UUID value = new UUID(0, 1);
    String json = datason.toJson(value);
    assertEquals(
        "{\"__datason_type__\":\"braces\","
            + "\"__datason_value__\":\"{00000000-0000-0000-0000-000000000001}\"}",
        json);
    assertEquals(value, datason.fromJson(json));
    assertEquals(value, datason.fromJson(json, UUID.class));
    assertEquals(List.of(value), datason.fromJson("[" + json + "]", new TypeRef<List<UUID>>() {}));
    String builtIn = Datason.create().toJson(value);
    assertEquals(value, datason.fromJson(builtIn));
  }

  @Test
  void servicesAreFoundOnTheClassPath(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(TypeHandler.class.getName()), ServedHandler.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      Datason datason = Datason.create();
      thread.setContextClassLoader(before);
      String json = datason.toJson(new Served(5));
      assertEquals("{\"__datason_type__\":\"served\",\"__datason_value__\":5}", json);
      assertEquals(5, assertInstanceOf(Served.class, datason.fromJson(json)).number);
      assertInstanceOf(Hinted.class, Datason.create().fromJson(json));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What a library would bring. */
  public static final class LibraryTypes implements NamedTypes {

    @Override
    public Map<String, Class<?>> types() {
      return Map.of("library.Point", Point.class, "library.Split", Split.class);
    }
  }

  @Test
  void namedTypesAreFoundOnTheClassPath(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(NamedTypes.class.getName()), LibraryTypes.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      Datason datason = Datason.create();
      Datason own = Datason.builder().type("mine", Point.class).build();
      Datason taken = Datason.builder().type("library.Point", Split.class).build();
      thread.setContextClassLoader(before);
      Point point = new Point(1, 2);
      String json =
          "{\"__datason_type__\":\"library.Point\",\"__datason_value__\":{\"x\":1,\"y\":2}}";
      assertEquals(json, datason.toJson(point));
      assertEquals(point, datason.fromJson(json));
      assertEquals(Split.TEST, datason.fromJson(datason.toJson(Split.TEST)));
      assertArrayEquals(
          new Point[] {point}, (Point[]) datason.fromJson(datason.toJson(new Point[] {point})));
      assertEquals(json.replace("library.Point", "mine"), own.toJson(point));
      assertEquals(point, own.fromJson(json));
      assertEquals(json.replace("library.Point", Point.class.getName()), taken.toJson(point));
      assertInstanceOf(Hinted.class, Datason.create().fromJson(json));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void oneMoreTypeComesBeforeAllOthers() {
    Datason datason = Datason.builder().handler(new ServedHandler()).build();
    Datason more = datason.with(new Braces());
    UUID value = new UUID(0, 1);
    assertEquals(datason.toJson(new Served(5)), more.toJson(new Served(5)));
    assertEquals(
        "{\"__datason_type__\":\"braces\","
            + "\"__datason_value__\":\"{00000000-0000-0000-0000-000000000001}\"}",
        more.toJson(value));
    assertEquals(value, more.fromJson(more.toJson(value)));
    assertEquals(Datason.create().toJson(value), datason.toJson(value));
  }

  @Test
  void registeredNamesAreHints() {
    Datason datason =
        Datason.builder().type(Point.class).type("point", Point.class).type(Split.class).build();
    assertEquals(
        "{\"__datason_type__\":\"point\",\"__datason_value__\":{\"x\":1,\"y\":2}}",
        datason.toJson(new Point(1, 2)));
    assertEquals(new Point(1, 2), datason.fromJson(datason.toJson(new Point(1, 2))));
    assertEquals(new Point(1, 2), datason.fromJson(Datason.create().toJson(new Point(1, 2))));
    assertEquals(Split.TEST, datason.fromJson(datason.toJson(Split.TEST)));
    assertInstanceOf(Hinted.class, Datason.create().fromJson(datason.toJson(Split.TEST)));
  }

  @Test
  void noClassIsFoundByItsNameAlone() {
    for (String name :
        List.of(Point.class.getName(), "java.lang.Thread", "java.lang.StringBuilder", "void")) {
      assertNull(BUILT_IN.forHint(name, null));
      assertNull(BUILT_IN.classNamed(name));
      assertNull(BUILT_IN.classNamed(name + "[]"));
    }
    assertNull(BUILT_IN.forHint("datetime", "java.lang.Thread"));
    assertNull(BUILT_IN.forHint("numpy.ndarray", "byte[]"));
    assertNull(BUILT_IN.forHint("numpy.integer", "Thread"));
  }

  @Test
  void namesOfItems() {
    TypeRegistry registry =
        new TypeRegistry(List.of(new ServedHandler()), Map.of("point", Point.class));
    assertEquals(int.class, registry.classNamed("int"));
    assertEquals(int[][].class, registry.classNamed("int[][]"));
    assertEquals(UUID[].class, registry.classNamed("java.util.UUID[]"));
    assertEquals(Object.class, registry.classNamed("java.lang.Object"));
    assertEquals(Comparable[].class, registry.classNamed("java.lang.Comparable[]"));
    assertEquals(Point.class, registry.classNamed("point"));
    assertEquals(Point[].class, registry.classNamed(Point.class.getName() + "[]"));
    assertEquals(Served.class, registry.classNamed(Served.class.getName()));
    assertNull(registry.classNamed("datetime"));
    assertNull(registry.classNamed("[]"));
    assertNull(registry.classNamed("x".repeat(3) + "[]".repeat(100_000)));
    assertNull(registry.classNamed("int" + "[]".repeat(256)));
    assertEquals("point", registry.nameOf(Point.class));
    assertEquals("java.util.UUID", registry.nameOf(UUID.class));
  }

  @Test
  void primitivesAndTheirBoxesShareAHandler() {
    assertEquals(Integer.class, BUILT_IN.forType(int.class).type());
    assertEquals(Character.class, BUILT_IN.forType(char.class).type());
    assertEquals(Boolean.class, BUILT_IN.forType(boolean.class).type());
    assertSame(BUILT_IN.forType(long.class), BUILT_IN.forType(Long.class));
    assertSame(BUILT_IN.forClass(Instant.class), BUILT_IN.forType(Instant.class));
    assertSame(BUILT_IN.forHint("java.time.Instant", null), BUILT_IN.forClass(Instant.class));
  }

  @Test
  void familiesAreDeclaredByTheirTop() {
    assertSame(
        BUILT_IN.forClass(ZoneId.of("Europe/Berlin").getClass()), BUILT_IN.forType(ZoneId.class));
    assertSame(BUILT_IN.forClass(Path.of("x").getClass()), BUILT_IN.forType(Path.class));
  }

  @Test
  void openTypesTakeWhatIsThere() {
    Datason datason = Datason.create();
    assertEquals(5, datason.fromJson("5", Object.class));
    assertEquals(0.5, datason.fromJson("0.5", Number.class));
    assertEquals("x", datason.fromJson("\"x\"", CharSequence.class));
    UUID value = new UUID(0, 1);
    assertEquals(value, datason.fromJson(datason.toJson(value), Comparable.class));
    assertEquals(
        List.of("x"), datason.fromJson("[\"x\"]", new TypeRef<List<? extends Object>>() {}));
  }

  @Test
  void whatCannotBeReadIsRefused() {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> BUILT_IN.forType(Thread.class));
    assertEquals(
        "No handler reads a java.lang.Thread; register a TypeHandler for it with the builder",
        e.getMessage());
    assertThrows(UnsupportedTypeException.class, () -> BUILT_IN.forType(void.class));
    assertNull(BUILT_IN.forClass(Thread.class));
    assertNull(BUILT_IN.forClass(Thread.class));
  }

  @Test
  void aRegistryThatIsNotUsedAnyMoreIsCollected() throws Exception {
    ReferenceQueue<TypeRegistry> collected = new ReferenceQueue<>();
    WeakReference<TypeRegistry> registry = used(collected);
    List<byte[]> garbage = new ArrayList<>();
    for (int i = 0; i < 50 && !registry.refersTo(null); i++) {
      System.gc();
      garbage.add(new byte[1 << 20]);
    }
    assertNull(registry.get(), "still held after " + garbage.size() + " collections");
    assertSame(registry, collected.remove());
  }

  private static WeakReference<TypeRegistry> used(ReferenceQueue<TypeRegistry> collected) {
    TypeRegistry registry = new TypeRegistry(List.of(), Map.of());
    registry.forClass(Point.class);
    registry.forType(Point.class);
    return new WeakReference<>(registry, collected);
  }
}
