package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.annotation.Collect;
import org.datason.annotation.Ignore;
import org.datason.annotation.Name;
import org.datason.config.DatasonConfig;
import org.datason.config.DuplicateKeys;
import org.datason.config.MissingMembers;
import org.datason.config.UnknownMembers;
import org.datason.error.JsonSyntaxException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

/** Unknown and missing members, other names, members left out and collected. */
class MembersTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");

  record Run(String id, int epochs, Optional<String> note) {}

  record Empty() {}

  static class Bean {
    public String id = "none";
    public int epochs = 3;
  }

  private final Datason datason = Datason.create();

  private static void fails(Datason datason, Class<?> type, String json, String message) {
    MismatchException e =
        assertThrows(MismatchException.class, () -> datason.fromJson(json, type), json);
    assertEquals(message, e.getMessage());
  }

  @Test
  void unknownMembersArePassedOverByDefault() {
    assertEquals(
        new Run("a", 1, Optional.empty()),
        datason.fromJson("{\"id\":\"a\",\"x\":{\"y\":[1]},\"epochs\":1}", Run.class));
  }

  @Test
  void unknownMembersCanBeRefused() {
    Datason strict = datason.with(c -> c.unknownMembers(UnknownMembers.REFUSE));
    assertEquals(
        new Run("a", 1, Optional.empty()),
        strict.fromJson("{\"id\":\"a\",\"epochs\":1,\"note\":null}", Run.class));
    fails(
        strict,
        Run.class,
        "{\"id\":\"a\",\"lr\":0.5}",
        "Expected no member \"lr\" in a Run (known: id, epochs, note) but found 0.5"
            + " at $.lr (line 1, column 16, offset 15)");
    fails(
        strict,
        Empty.class,
        "{\"lr\":0.5}",
        "Expected no member \"lr\" in a Empty (known: none) but found 0.5"
            + " at $.lr (line 1, column 7, offset 6)");
    Datason collecting = datason.with(c -> c.unknownMembers(UnknownMembers.COLLECT));
    fails(
        collecting,
        Bean.class,
        "{\"lr\":0.5}",
        "Expected no member \"lr\" in a Bean (known: id, epochs; none collects others) but found"
            + " 0.5 at $.lr (line 1, column 7, offset 6)");
  }

  @Test
  void missingMembersAreAsTheConstructorMadeThemByDefault() {
    assertEquals(3, datason.fromJson("{}", Bean.class).epochs);
    assertEquals("none", datason.fromJson("{}", Bean.class).id);
    assertEquals(new Run(null, 1, Optional.empty()), datason.fromJson("{\"epochs\":1}", Run.class));
    fails(
        datason,
        Run.class,
        "{}",
        "Expected a Run but found an object (the member \"epochs\" is missing)"
            + " at $ (line 1, column 1, offset 0)");
  }

  @Test
  void missingMembersCanBeNull() {
    Datason nulls = datason.with(c -> c.missingMembers(MissingMembers.NULL));
    assertEquals(0, nulls.fromJson("{}", Bean.class).epochs);
    assertNull(nulls.fromJson("{}", Bean.class).id);
    assertEquals(new Run(null, 0, Optional.empty()), nulls.fromJson("{}", Run.class));
  }

  @Test
  void missingMembersCanBeRefused() {
    Datason strict = datason.with(c -> c.missingMembers(MissingMembers.REFUSE));
    fails(
        strict,
        Run.class,
        "{\"epochs\":1}",
        "Expected a Run but found an object (the members \"id\", \"note\" are missing)"
            + " at $ (line 1, column 1, offset 0)");
    fails(
        strict,
        Bean.class,
        "{\"epochs\":1,\"epochs\":2}",
        "Expected a Bean but found an object (the member \"id\" is missing)"
            + " at $ (line 1, column 1, offset 0)");
    assertEquals(2, strict.fromJson("{\"epochs\":2,\"id\":null}", Bean.class).epochs);
  }

  // ---------------------------------------------------------------- names

  record Named(
      @Name(
              value = "learning_rate",
              aliases = {"lr", "rate"})
          double learningRate,
      @Name(aliases = "n") int epochs,
      @Ignore int cache,
      @Ignore String text) {}

  static class NamedBean {
    @Name("run id")
    private UUID id;

    private int epochs;
    @Ignore private Thread trainer = Thread.currentThread();

    @Name("n")
    public int getEpochs() {
      return epochs;
    }

    public void setEpochs(int epochs) {
      this.epochs = epochs;
    }
  }

  @Test
  void namesAndAliases() {
    Named named = new Named(0.5, 2, 9, "x");
    String json = "{\"learning_rate\":0.5,\"epochs\":2}";
    assertEquals(json, datason.with(c -> c.hints(false)).toJson(named));
    assertEquals(new Named(0.5, 2, 0, null), datason.fromJson(json, Named.class));
    for (String name : List.of("lr", "rate")) {
      String old = "{\"n\":2,\"" + name + "\":0.5}";
      assertEquals(new Named(0.5, 2, 0, null), datason.fromJson(old, Named.class));
    }
    fails(
        datason,
        Named.class,
        "{\"learningRate\":0.5}",
        "Expected a Named but found an object (the member \"learning_rate\" is missing)"
            + " at $ (line 1, column 1, offset 0)");
    Datason once = datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE));
    assertThrows(
        JsonSyntaxException.class,
        () -> once.fromJson("{\"lr\":1,\"rate\":2,\"n\":1}", Named.class));
    assertEquals(2, datason.fromJson("{\"lr\":1,\"rate\":2,\"n\":1}", Named.class).learningRate());
  }

  @Test
  void namedFieldsNeedNoGetterAndIgnoredOnesNoHandler() {
    NamedBean bean = new NamedBean();
    bean.id = ID;
    bean.epochs = 4;
    String json = "{\"run id\":\"" + ID + "\",\"n\":4}";
    assertEquals(json, datason.with(c -> c.hints(false)).toJson(bean));
    NamedBean again = datason.fromJson(json, NamedBean.class);
    assertEquals(ID, again.id);
    assertEquals(4, again.epochs);
    assertEquals(Thread.currentThread(), again.trainer);
  }

  record Twice(@Name("a") int x, int a) {}

  record TwiceByAlias(@Name(aliases = "a") int x, int a) {}

  @Test
  void twoMembersOfOneNameAreRefused() {
    for (Object value : List.of(new Twice(1, 2), new TwiceByAlias(1, 2))) {
      UnsupportedTypeException e =
          assertThrows(UnsupportedTypeException.class, () -> datason.toJson(value));
      assertEquals(
          "The class " + value.getClass().getName() + " has two members named \"a\" at $",
          e.getMessage());
    }
  }

  // ---------------------------------------------------------------- collecting

  record Open(String id, @Collect Map<String, Object> more) {}

  record OpenFirst(@Collect TreeMap<String, Long> more, String id) {}

  static class OpenBean {
    public String id;
    @Collect private Map<String, Object> more = new TreeMap<>();

    @Override
    public boolean equals(Object other) {
      return other instanceof OpenBean b && b.id.equals(id) && b.more.equals(more);
    }

    @Override
    public int hashCode() {
      return more.hashCode();
    }
  }

  static class FinalBean {
    @Collect final Map<String, Object> more = new TreeMap<>();
  }

  @Test
  void unknownMembersAreCollectedAndWrittenBack() {
    Datason known = Datason.builder().type("open", Open.class).build();
    Open open = new Open("a", Map.of("run", ID));
    assertEquals(
        "{\"__datason_type__\":\"open\",\"__datason_value__\":{\"id\":\"a\",\"run\":"
            + "{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\""
            + ID
            + "\"}}}",
        known.toJson(open));
    Survival.survivesUntyped(known, open);
    Survival.survives(known, open, Open.class);
    Survival.survives(known, new Open("a", Map.of()), Open.class);
    Survival.survives(known, new Open("a", Map.of("f", 1.5f, "l", 1L)), Open.class);
    Survival.survives(known, new OpenFirst(new TreeMap<>(Map.of("x", 5L)), "a"), OpenFirst.class);
    for (UnknownMembers rule : UnknownMembers.values()) {
      Survival.survives(known.with(c -> c.unknownMembers(rule)), open, Open.class);
    }
    OpenBean bean = new OpenBean();
    bean.id = "b";
    bean.more.put("x", 1);
    Survival.survives(known, bean, OpenBean.class);
    FinalBean finalBean = known.fromJson("{\"x\":[1]}", FinalBean.class);
    assertEquals(Map.of("x", List.of(1)), finalBean.more);
    assertEquals("{\"x\":[1]}", known.with(c -> c.hints(false)).toJson(finalBean));
  }

  private void refused(Object value, String message) {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(value));
    assertEquals(message, e.getMessage());
  }

  record Wrong(@Collect List<String> more) {}

  record Two(@Collect Map<String, Object> a, @Collect Map<String, Object> b) {}

  @Test
  void whatCannotBeCollectedIsRefused() {
    refused(
        new Open("a", null),
        "The member \"more\" collects unknown members and is null, which would be read back as an"
            + " empty map; use an empty map at $.id");
    refused(
        new Open("a", Map.of("id", 1)),
        "The member \"more\" collects unknown members and has one named \"id\", a name that is"
            + " taken at $.id");
    refused(
        new Open("a", Map.of("__datason_type__", 1)),
        "The member \"more\" collects unknown members and has one named \"__datason_type__\", a"
            + " name that is taken at $.id");
    refused(
        new Wrong(List.of()),
        "The member \"more\" cannot collect unknown members, since it is no map of text at $");
    refused(
        new Two(Map.of(), Map.of()),
        "The record org.datason.types.MembersTest$Two has two members that collect unknown members"
            + " at $");
    Datason once = datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE));
    assertThrows(JsonSyntaxException.class, () -> once.fromJson("{\"x\":1,\"x\":2}", Open.class));
  }

  @Test
  void strictIsAllOfIt() {
    Datason strict = datason.with(c -> DatasonConfig.strict().toBuilder());
    assertThrows(MismatchException.class, () -> strict.fromJson("{}", Bean.class));
    assertThrows(
        MismatchException.class,
        () ->
            strict.fromJson("[{\"id\":null,\"epochs\":1,\"x\":1}]", new TypeRef<List<Bean>>() {}));
    assertEquals(
        new Open("a", Map.of("x", 1)), strict.fromJson("{\"id\":\"a\",\"x\":1}", Open.class));
  }
}
