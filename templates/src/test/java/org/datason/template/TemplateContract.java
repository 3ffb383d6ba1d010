package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.annotation.Collect;
import org.datason.annotation.Ignore;
import org.datason.annotation.Name;
import org.datason.config.Coercion;
import org.datason.config.DuplicateKeys;
import org.datason.config.MissingMembers;
import org.datason.config.UnknownMembers;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonWriter;
import org.junit.jupiter.api.Test;

/** What both twins do. */
abstract class TemplateContract {

  enum Split {
    TRAIN,
    TEST {
      @Override
      public String toString() {
        return "a constant with a body";
      }
    }
  }

  record Point(int x, int y) {}

  record Run(
      UUID id,
      Instant started,
      LocalDate day,
      OffsetDateTime ended,
      Split split,
      String name,
      BigDecimal cost,
      BigInteger big,
      int epochs,
      long seed,
      double loss,
      float rate,
      short small,
      byte tiny,
      char letter,
      boolean done,
      Integer boxed,
      Double ratio,
      Duration took,
      URI link,
      List<Point> points,
      List<String> tags,
      Set<Long> ids,
      Map<String, Point> named,
      Map<String, Double> scores,
      Optional<String> note,
      int[] counts,
      double[] curve,
      Point[] corners,
      Point first,
      Object any) {}

  private record Secret(String word, List<Secret> others) {}

  record Pair<A, B>(A first, B second) {}

  sealed interface Step permits Load, Train {}

  record Load(String path) implements Step {}

  record Train(int epochs, Step then) implements Step {}

  record Plan(List<Step> steps) {}

  record Renamed(@Name(value = "the_id", aliases = "ID") int id, @Ignore String hidden) {}

  static final class Bean {
    private int count = 5;
    private String text = "none";
    public List<Integer> open;

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  record Collecting(int a, @Collect Map<String, Object> rest) {}

  record Range(int low, int high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low " + low + " is above high " + high);
      }
    }
  }

  final Datason datason = Datason.create();

  abstract Compilation compilation();

  final <T> Template<T> template(Class<T> type) {
    return Template.builder(type).compilation(compilation()).build();
  }

  static Run run() {
    return new Run(
        UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
        Instant.parse("2024-06-15T10:30:00.123456789Z"),
        LocalDate.of(2024, 6, 15),
        OffsetDateTime.parse("2024-06-15T10:30:00+02:00"),
        Split.TEST,
        "r\u00fcn \"one\"",
        new BigDecimal("12.340"),
        new BigInteger("123456789012345678901234567890"),
        -3,
        Long.MIN_VALUE,
        0.1,
        1.5f,
        (short) -300,
        (byte) 7,
        'x',
        true,
        null,
        -0.0,
        Duration.ofMillis(1500),
        URI.create("https://example.org/a"),
        List.of(new Point(1, 2), new Point(-1, 0)),
        List.of("a", "b", ""),
        Set.of(5L),
        Map.of("p", new Point(3, 4)),
        Map.of("auc", 0.5),
        Optional.of("note"),
        new int[] {1, 2, 3},
        new double[] {0.5, Double.NaN},
        new Point[] {new Point(9, 9)},
        new Point(0, 1),
        List.of(1, "two"));
  }

  private void assertSameAsDatason(Object value) {
    @SuppressWarnings("unchecked")
    Template<Object> template = (Template<Object>) template((Class<?>) value.getClass());
    String written = template.toJson(value);
    Object read = template.read(written);
    assertEquals(datason.toJson(value), datason.toJson(read));
    assertEquals(
        datason.toJson(value), datason.toJson(datason.fromJson(written, value.getClass())));
    assertEquals(List.of(), template.validate(written));
  }

  @Test
  void isCompiledIfAskedFor() {
    for (Class<?> type : List.of(Run.class, Secret.class, Bean.class, Plan.class, Range.class)) {
      String listing = template(type).explain();
      if (compilation() == Compilation.OFF) {
        assertEquals("Interpreted: compilation is off", listing);
      } else {
        assertEquals(type.getSimpleName() + " read(JsonReader in) {", lastReader(listing), listing);
      }
    }
  }

  /** The first line of what is generated last, for the whole document. */
  private static String lastReader(String listing) {
    return listing
        .lines()
        .filter(line -> line.endsWith(" read(JsonReader in) {"))
        .reduce("", (before, line) -> line);
  }

  // ---------------------------------------------------------------- classes

  @Test
  void recordWithAllKindsOfMembersSurvives() {
    assertSameAsDatason(run());
  }

  @Test
  void membersMayComeInAnyOrder() {
    Template<Point> template = template(Point.class);
    assertEquals(new Point(1, 2), template.read("{\"x\":1,\"y\":2}"));
    assertEquals(new Point(1, 2), template.read("{\"y\":2,\"x\":1}"));
    assertEquals(new Point(1, 2), template.read(" { \"y\" : 2 ,\n \"x\" : 1 } "));
    assertEquals(new Point(1, 2), template.read("{\"\\u0079\":2,\"z\":{\"x\":[7]},\"x\":1}"));
    assertEquals(new Point(1, 3), template.read("{\"y\":2,\"x\":1,\"y\":3}"));
    assertEquals(new Point(4, 2), template.read("{\"x\":1,\"y\":2,\"x\":4}"));
  }

  @Test
  void writesMembersInTheirOrder() {
    assertEquals("{\"x\":1,\"y\":-2}", template(Point.class).toJson(new Point(1, -2)));
    assertArrayEquals(
        "[{\"x\":1,\"y\":-2},{\"x\":0,\"y\":0}]".getBytes(),
        template(Point.class).allToBytes(List.of(new Point(1, -2), new Point(0, 0))));
  }

  @Test
  void nullIsNull() {
    assertNull(template(Point.class).read("null"));
    assertEquals("null", template(Point.class).toJson(null));
  }

  @Test
  void privateRecordsThatContainThemselves() {
    Secret secret = new Secret("a", List.of(new Secret("b", null), new Secret("c", List.of())));
    Template<Secret> template = template(Secret.class);
    assertEquals(
        "{\"word\":\"a\",\"others\":[{\"word\":\"b\",\"others\":null},"
            + "{\"word\":\"c\",\"others\":[]}]}",
        template.toJson(secret));
    assertEquals(secret, template.read(template.toJson(secret)));
    assertEquals(new Node.Ref("Secret"), template.root());
  }

  @Test
  void genericTypes() {
    Template<Pair<UUID, List<Point>>> template =
        Template.builder(new TypeRef<Pair<UUID, List<Point>>>() {})
            .compilation(compilation())
            .build();
    Pair<UUID, List<Point>> pair = new Pair<>(new UUID(1, 2), List.of(new Point(1, 2)));
    assertEquals(pair, template.read(template.toJson(pair)));

    Template<List<Point>> list =
        Template.builder(new TypeRef<List<Point>>() {}).compilation(compilation()).build();
    assertEquals(List.of(new Point(1, 2)), list.read("[{\"x\":1,\"y\":2}]"));
  }

  @Test
  void beansKeepWhatTheirConstructorMade() {
    Template<Bean> template = template(Bean.class);
    Bean bean = template.read("{\"open\":[1,2]}");
    assertEquals(5, bean.getCount());
    assertEquals("none", bean.getText());
    assertEquals(List.of(1, 2), bean.open);
    bean.setText("x");
    assertEquals("{\"count\":5,\"text\":\"x\",\"open\":[1,2]}", template.toJson(bean));
    assertEquals(6, template.read("{\"count\":6}").getCount());
  }

  @Test
  void annotationsCount() {
    Template<Renamed> template = template(Renamed.class);
    assertEquals("{\"the_id\":3}", template.toJson(new Renamed(3, "x")));
    assertEquals(new Renamed(3, null), template.read("{\"the_id\":3}"));
    assertEquals(new Renamed(3, null), template.read("{\"ID\":3}"));
  }

  @Test
  void unknownMembersAreCollectedWhereTheClassCollects() {
    Collecting value = new Collecting(1, new LinkedHashMap<>(Map.of("b", 2)));
    Template<Collecting> template = template(Collecting.class);
    assertEquals("{\"a\":1,\"b\":2}", template.toJson(value));
    assertEquals(value, template.read("{\"b\":2,\"a\":1}"));
  }

  @Test
  void sealedTypesByTheirHints() {
    Plan plan = new Plan(List.of(new Load("f"), new Train(3, new Load("g"))));
    assertSameAsDatason(plan);
  }

  @Test
  void sealedTypesByTheirTag() {
    Template<Plan> template =
        Template.builder(Plan.class)
            .tag(Step.class, "kind", Map.of(Load.class, "load"))
            .compilation(compilation())
            .build();
    Plan plan = new Plan(List.of(new Load("f"), new Train(3, new Load("g"))));
    String json =
        "{\"steps\":[{\"kind\":\"load\",\"path\":\"f\"},"
            + "{\"kind\":\"Train\",\"epochs\":3,\"then\":{\"kind\":\"load\",\"path\":\"g\"}}]}";
    assertEquals(json, template.toJson(plan));
    assertEquals(plan, template.read(json));
    assertEquals(
        plan,
        template.read(
            "{\"steps\":[{\"path\":\"f\",\"kind\":\"load\"},"
                + "{\"epochs\":3,\"then\":{\"path\":\"g\",\"kind\":\"load\"},\"kind\":\"Train\"}]}"));
    assertMismatch(
        "Plan.steps: Expected an object whose \"kind\" is one of load, Train but found an object"
            + " (its \"kind\" is \"save\") at $.steps[0] (line 1, column 11, offset 10)",
        () -> template.read("{\"steps\":[{\"kind\":\"save\"}]}"));
  }

  // ---------------------------------------------------------------- errors

  static void assertMismatch(String message, Runnable read) {
    assertEquals(message, assertThrows(MismatchException.class, read::run).getMessage());
  }

  @Test
  void errorsNameTheField() {
    Template<List<Point>> list =
        Template.builder(new TypeRef<List<Point>>() {}).compilation(compilation()).build();
    assertMismatch(
        "Point.y: Expected an int but found \"b\" at $[1].y (line 2, column 13, offset 28)",
        () -> list.read("[{\"x\":1,\"y\":2},\n {\"x\":1,\"y\":\"b\"}]"));
    assertMismatch(
        "Point.x: Expected an int but found null at $[0].x (line 1, column 7, offset 6)",
        () -> list.read("[{\"x\":null,\"y\":2}]"));
    assertMismatch(
        "Point.x: Expected an int but found 3000000000 at $[0].x (line 1, column 7, offset 6)",
        () -> list.read("[{\"x\":3000000000,\"y\":2}]"));
    assertMismatch(
        "Point.x: Expected an int but found an object at $[0].x (line 1, column 7, offset 6)",
        () -> list.read("[{\"x\":{},\"y\":2}]"));
    assertMismatch(
        "Expected a Point but found an object (the member \"y\" is missing) at $[0] (line 1, column"
            + " 2, offset 1)",
        () -> list.read("[{\"x\":1}]"));
    assertMismatch(
        "Expected a Range but found an object (low 2 is above high 1) at $ (line 1, column 1, offset"
            + " 0)",
        () -> template(Range.class).read("{\"low\":2,\"high\":1}"));
  }

  @Test
  void whatIsNoJsonIsASyntaxError() {
    Template<Point> template = template(Point.class);
    for (String json :
        List.of(
            "",
            "{",
            "{\"x\"",
            "{\"x\":",
            "{\"x\":1",
            "{\"x\":1,",
            "{\"x\":1,}",
            "{,\"x\":1,\"y\":2}",
            "{\"x\":1 \"y\":2}",
            "{\"x\":01,\"y\":2}",
            "{\"x\":1,\"y\":2}}",
            "{\"x\":1,\"y\":2}{",
            "{\"x\":1,\"y\":2]",
            "{\"x\":-,\"y\":2}",
            "{\"x\":1,\"y\":2,,}",
            "{\"x\":1,\"y\":2,\"z\":}",
            "{\"x\":1,\"y\":2,\"z\":tru}",
            "{x:1,\"y\":2}")) {
      assertThrows(JsonSyntaxException.class, () -> template.read(json), json);
    }
  }

  @Test
  void unknownMembersAreRefusedWhereTheSettingsSaySo() {
    Template<Point> template =
        Template.builder(Point.class)
            .datason(datason.with(c -> c.unknownMembers(UnknownMembers.REFUSE)))
            .compilation(compilation())
            .build();
    assertMismatch(
        "Expected no member \"z\" in a Point (known: x, y) but found 3 at $.z (line 1, column 18,"
            + " offset 17)",
        () -> template.read("{\"x\":1,\"y\":2,\"z\":3}"));
  }

  @Test
  void repeatedMembersAreRefusedWhereTheSettingsSaySo() {
    Template<Point> template =
        Template.builder(Point.class)
            .datason(datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE)))
            .compilation(compilation())
            .build();
    assertEquals(new Point(1, 2), template.read("{\"y\":2,\"x\":1}"));
    for (String json :
        List.of(
            "{\"x\":1,\"y\":2,\"x\":3}",
            "{\"x\":1,\"x\":1,\"y\":2}",
            "{\"y\":1,\"x\":1,\"y\":2}")) {
      assertThrows(JsonSyntaxException.class, () -> template.read(json), json);
    }
  }

  @Test
  void missingMembersAsTheSettingsSay() {
    Template<Point> lax =
        Template.builder(Point.class)
            .datason(datason.with(c -> c.missingMembers(MissingMembers.NULL)))
            .compilation(compilation())
            .build();
    assertEquals(new Point(0, 2), lax.read("{\"y\":2}"));
    Template<Bean> refusing =
        Template.builder(Bean.class)
            .datason(datason.with(c -> c.missingMembers(MissingMembers.REFUSE)))
            .compilation(compilation())
            .build();
    assertMismatch(
        "Expected a Bean but found an object (the members \"text\", \"open\" are missing) at $ (line"
            + " 1, column 1, offset 0)",
        () -> refusing.read("{\"count\":2}"));
  }

  // ---------------------------------------------------------------- rules

  @Test
  void fieldsCanBeRenamedRequiredAndHaveDefaults() {
    Template<Bean> template =
        Template.builder(Bean.class)
            .field("count", f -> f.withName("n").withRequired(true))
            .field("text", f -> f.withDefault("default").withNullable(false))
            .compilation(compilation())
            .build();
    assertEquals("default", template.read("{\"n\":1}").getText());
    assertEquals("t", template.read("{\"text\":\"t\",\"n\":1}").getText());
    assertMismatch(
        "Expected a Bean but found an object (the member \"n\" is missing) at $ (line 1, column 1,"
            + " offset 0)",
        () -> template.read("{\"text\":\"t\"}"));
    assertMismatch(
        "Bean.text: Expected a String but found null at $.text (line 1, column 9, offset 8)",
        () -> template.read("{\"text\":null,\"n\":1}"));
    assertEquals(
        "{\"n\":1,\"text\":\"default\",\"open\":null}",
        template.toJson(template.read("{\"n\":1}")));
    Bean none = new Bean();
    none.setText(null);
    assertEquals(
        "Bean.text: Expected a String but found null at $.text",
        assertThrows(UnsupportedTypeException.class, () -> template.toJson(none)).getMessage());
    assertEquals(
        "The template has no field at the path 'nothing'",
        assertThrows(
                IllegalArgumentException.class,
                () -> Template.builder(Bean.class).field("nothing", f -> f).build())
            .getMessage());
  }

  @Test
  void limitsAreCheckedBothWays() {
    Template<Bean> template =
        Template.builder(Bean.class)
            .field(
                "count",
                f -> f.withLimits(Limits.NONE.withRange(BigDecimal.ONE, BigDecimal.valueOf(9))))
            .field("text", f -> f.withLimits(Limits.NONE.withSize(1, 3)))
            .field("open", f -> f.withLimits(Limits.NONE.withSize(0, 2)))
            .compilation(compilation())
            .build();
    assertEquals(9, template.read("{\"count\":9,\"text\":\"abc\",\"open\":[1,2]}").getCount());
    assertMismatch(
        "Bean.count: Expected a number from 1 to 9 but found 10 at $.count (line 1, column 10,"
            + " offset 9)",
        () -> template.read("{\"count\":10}"));
    assertMismatch(
        "Bean.text: Expected a text of at most 3 characters but found \"abcd\" at $.text (line 1,"
            + " column 9, offset 8)",
        () -> template.read("{\"text\":\"abcd\"}"));
    assertMismatch(
        "Bean.open: Expected at most 2 items but found an array at $.open (line 1, column 9, offset"
            + " 8)",
        () -> template.read("{\"open\":[1,2,3]}"));
    Bean bean = new Bean();
    bean.setCount(0);
    assertEquals(
        "Bean.count: Expected a number from 1 to 9 at $.count",
        assertThrows(UnsupportedTypeException.class, () -> template.toJson(bean)).getMessage());
  }

  @Test
  void coercionsOfAField() {
    Template<Point> template =
        Template.builder(Point.class)
            .field("x", TemplateField::withCoercions)
            .compilation(compilation())
            .build();
    assertEquals(new Point(1, 2), template.read("{\"x\":1,\"y\":\"2\"}"));
    assertMismatch(
        "Point.x: Expected an int but found \"1\" at $.x (line 1, column 6, offset 5)",
        () -> template.read("{\"x\":\"1\",\"y\":2}"));
    Template<Bean> listing =
        Template.builder(Bean.class)
            .field("open", f -> f.withCoercions(Coercion.ONE_TO_LIST))
            .compilation(compilation())
            .build();
    assertEquals(List.of(7), listing.read("{\"open\":7}").open);
  }

  @Test
  void textsOfADictionaryAreShared() {
    Template<Bean> template =
        Template.builder(Bean.class)
            .field("text", f -> f.withDictionary(true))
            .compilation(compilation())
            .build();
    assertSame(
        template.read("{\"text\":\"again\"}").getText(),
        template.read("{\"text\":\"again\"}").getText());
  }

  // ---------------------------------------------------------------- lenient

  @Test
  void lenientTakesWhatFitsAndReportsTheRest() {
    List<String> reports = new ArrayList<>();
    Template<Bean> template =
        Template.builder(Bean.class)
            .lenient(violation -> reports.add(violation.message()))
            .compilation(compilation())
            .build();
    Bean bean = template.read("{\"text\":{\"a\":1},\"count\":3,\"open\":\"no\"}");
    assertEquals(3, bean.getCount());
    assertNull(bean.getText());
    assertNull(bean.open);
    assertEquals(
        List.of(
            "Bean.text: Expected a string but found an object at $.text (line 1, column 9, offset"
                + " 8)",
            "Bean.open: Expected an array but found \"no\" at $.open (line 1, column 34, offset 33)"),
        reports);
    assertMismatch(
        "Bean.count: Expected an int but found \"x\" at $.count (line 1, column 10, offset 9)",
        () -> template.read("{\"count\":\"x\"}"));
  }

  // ---------------------------------------------------------------- validation

  private <T> void assertRefused(TypeRef<T> type, Datason settings, String message, String json) {
    Template<T> template =
        Template.builder(type).datason(settings).compilation(compilation()).build();
    assertEquals(
        List.of(message), template.validate(json).stream().map(Violation::message).toList());
    List<Violation> streamed = new ArrayList<>();
    template.validateNext(
        settings.reader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
        streamed::add);
    assertEquals(List.of(message), streamed.stream().map(Violation::message).toList());
    DatasonException e = assertThrows(DatasonException.class, () -> template.read(json));
    assertEquals(message, e.getMessage());
  }

  record Picky(String text) {
    Picky {
      Objects.requireNonNull(text, "text is needed");
    }
  }

  record PickyPair(int first, Picky second) {}

  @Test
  void whatConstructorsThrowIsAMismatch() {
    assertRefused(
        new TypeRef<Picky>() {},
        datason,
        "Expected a Picky but found an object (NullPointerException: text is needed) at $ (line 1,"
            + " column 1, offset 0)",
        "{\"text\":null}");
    assertRefused(
        new TypeRef<PickyPair>() {},
        datason,
        "PickyPair.second: Expected a Picky but found an object (NullPointerException: text is"
            + " needed) at $.second (line 1, column 21, offset 20)",
        "{\"first\":1,\"second\":{\"text\":null}}");
  }

  @Test
  void placesOfRepeatedMembersAreThoseOfTheirNames() {
    assertRefused(
        new TypeRef<Point>() {},
        datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE)),
        "Expected each member once but found \"y\" again at $ (line 1, column 14, offset 13)",
        "{\"y\":1,\"x\":2,\"y\":3}");
  }

  @Test
  void settingsOfReadersAndWritersCount() {
    Template<Range> template = template(Range.class);
    String json = "{\"low\":1,\"low\":2,\"high\":3}";
    assertEquals(new Range(2, 3), template.readNext(datason.reader(json)));
    Datason strict = datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE));
    assertEquals(
        "Expected each member once but found \"low\" again at $ (line 1, column 10, offset 9)",
        assertThrows(JsonSyntaxException.class, () -> template.readNext(strict.reader(json)))
            .getMessage());
    Template<Renamed> renamed = template(Renamed.class);
    JsonWriter out = datason.with(c -> c.indent(1)).writer();
    renamed.writeNext(new Renamed(1, null), out);
    assertEquals("{\n \"the_id\": 1\n}", out.toString());
  }

  @Test
  void validationRefusesHintedValuesOfOtherTypes() {
    String uuid = Datason.create().toJson(new UUID(1, 2));
    assertRefused(
        new TypeRef<Point>() {},
        datason,
        "Expected a Point but found an object at $ (line 1, column 1, offset 0)",
        uuid);
    assertRefused(
        new TypeRef<Map<String, Map<String, Point>>>() {},
        datason,
        "Expected an object that fits but found another one at $.a (line 1, column 6, offset 5)",
        "{\"a\":" + uuid + "}");
  }

  @Test
  void validationRefusesRepeatedNamesOfMaps() {
    assertRefused(
        new TypeRef<Map<String, Map<String, Point>>>() {},
        datason.with(c -> c.duplicateKeys(DuplicateKeys.REFUSE)),
        "Expected each member once but found \"b\" again at $.a (line 1, column 16, offset 15)",
        "{\"a\":{\"b\":null,\"b\":null}}");
  }

  @Test
  void emptyTextsAreNoPrimitives() {
    assertRefused(
        new TypeRef<List<Point>>() {},
        datason.with(c -> c.coercions(Set.of(Coercion.EMPTY_TO_NULL))),
        "Point.y: Expected an int but found \"\" at $[0].y (line 1, column 13, offset 12)",
        "[{\"x\":1,\"y\":\"\"}]");
  }

  @Test
  void validationTellsAllViolations() {
    Template<Plan> template =
        Template.builder(Plan.class)
            .tag(Step.class, "kind")
            .datason(datason.with(c -> c.unknownMembers(UnknownMembers.REFUSE)))
            .compilation(compilation())
            .build();
    String json =
        "{\"steps\":[{\"kind\":\"Load\",\"path\":[]},{\"kind\":\"Train\",\"then\":{\"kind\":1}},"
            + "5],\"more\":1}";
    assertEquals(
        List.of(
            "Load.path: Expected a string but found an array at $.steps[0].path (line 1, column 33,"
                + " offset 32)",
            "Train.then: Expected an object whose \"kind\" is one of Load, Train but found an object"
                + " (it has no text \"kind\") at $.steps[1].then (line 1, column 60, offset 59)",
            "Plan.steps: Expected a Train but found an object (the member \"epochs\" is missing) at"
                + " $.steps[1] (line 1, column 37, offset 36)",
            "Plan.steps: Expected an object whose \"kind\" is one of Load, Train but found 5 at"
                + " $.steps[2] (line 1, column 72, offset 71)",
            "Expected no member \"more\" in a Plan (known: steps) but found 1 at $.more (line 1,"
                + " column 82, offset 81)"),
        template.validate(json).stream().map(Violation::message).toList());
    assertEquals(
        List.of(
            "Expected ',' or the end of the array or object but found ']' at $.steps (line 1, column"
                + " 12, offset 11)"),
        template.validate("{\"steps\":[]]").stream().map(Violation::message).toList());
  }
}
