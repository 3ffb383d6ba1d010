package org.datason.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.junit.jupiter.api.Test;

/** What each preset promises, and which settings exclude each other. */
class PresetsTest {

  private static final UUID ID = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  private static Datason preset(String name) {
    return Datason.builder().config(DatasonConfig.preset(name)).build();
  }

  private static Map<Object, Object> run() {
    Map<Object, Object> run = new LinkedHashMap<>();
    run.put("id", ID);
    run.put("at", Instant.parse("2024-06-15T10:30:00Z"));
    run.put("rate", new BigDecimal("0.10"));
    run.put("loss", Double.NaN);
    run.put("f", 1.5f);
    return run;
  }

  @Test
  void defaultsKeepEverything() {
    assertSame(DatasonConfig.defaults(), DatasonConfig.preset("defaults"));
    Map<Object, Object> run = run();
    run.remove("f");
    run.put(1, true);
    Datason datason = preset("defaults");
    assertEquals(run, datason.fromJson(datason.toJson(run)));
  }

  @Test
  void mlIsLosslessAndExact() {
    Datason datason = preset("ml");
    Map<Object, Object> run = run();
    run.put(2L, List.of(1L, (byte) 2, 3f));
    assertEquals(run, datason.fromJson(datason.toJson(run)));
    assertEquals(List.of(Double.NaN), datason.fromJson("[NaN]"));
    assertEquals(1_000, datason.config().maxDepth());
  }

  @Test
  void apiIsPlainJson() {
    Map<Object, Object> run = run();
    run.put(7, "seven");
    assertEquals(
        "{\"7\":\"seven\",\"at\":\"2024-06-15T10:30:00Z\",\"f\":1.5,\"id\":\""
            + ID
            + "\",\"loss\":null,\"rate\":0.10}",
        preset("api").toJson(run));
    DatasonException e =
        assertThrows(DatasonException.class, () -> preset("api").fromJson("{\"a\":1,\"a\":2}"));
    assertEquals(
        "Expected each member once but found \"a\" again at $ (line 1, column 8, offset 7)",
        e.getMessage());
    assertEquals(64, preset("api").config().maxDepth());
    assertEquals(64 << 20, preset("api").config().maxBytes());
  }

  @Test
  void strictPassesNothingOver() {
    record Run(int n) {}
    Datason datason = preset("strict");
    assertThrows(DatasonException.class, () -> datason.fromJson("{\"n\":1,\"m\":2}", Run.class));
    assertThrows(DatasonException.class, () -> datason.fromJson("{}", Run.class));
    assertThrows(DatasonException.class, () -> datason.fromJson("{\"n\":1,\"n\":2}", Run.class));
    assertThrows(DatasonException.class, () -> datason.fromJson("{\"n\":\"1\"}", Run.class));
    assertThrows(
        DatasonException.class,
        () -> datason.fromJson("{\"__datason_type__\":\"x\",\"__datason_value__\":1}"));
    assertEquals(List.of(1L, 2f), datason.fromJson(datason.toJson(List.of(1L, 2f))));
  }

  @Test
  void performanceWritesAndReadsNoHints() {
    Datason datason = preset("performance");
    assertEquals(
        "{\"id\":\""
            + ID
            + "\",\"at\":\"2024-06-15T10:30:00Z\",\"rate\":0.10,\"loss\":null,\"f\":1.5}",
        datason.toJson(run()));
    String hinted = "{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"" + ID + "\"}";
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("__datason_type__", "uuid.UUID");
    data.put("__datason_value__", ID.toString());
    assertEquals(data, datason.fromJson(hinted));
  }

  @Test
  void pythonWritesWhatPythonReads() {
    Datason datason = preset("python");
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, Double.NaN);
    map.put("x", Double.NEGATIVE_INFINITY);
    assertEquals("{\"1\":NaN,\"x\":-Infinity}", datason.toJson(map));
    assertEquals(List.of(Double.NaN), datason.fromJson(datason.toJson(List.of(Double.NaN))));
    List<Object> nested = new ArrayList<>();
    for (int i = 1; i < 50; i++) {
      nested = new ArrayList<>(List.of(nested));
    }
    assertEquals(nested, datason.fromJson(datason.toJson(nested)));
    List<Object> tooDeep = List.of(nested);
    assertThrows(DatasonException.class, () -> datason.toJson(tooDeep));
    assertEquals(100_000, datason.config().maxItems());
    assertEquals(100_000, datason.config().maxMembers());
  }

  @Test
  void contradictionsAreRefusedWithBothNames() {
    assertRefused("canonical(true) contradicts indent(2)", c -> c.canonical(true).indent(2));
    assertRefused(
        "canonical(true) contradicts asciiOnly(true)", c -> c.canonical(true).asciiOnly(true));
    assertRefused(
        "canonical(true) contradicts nonFiniteForm(bare-token)",
        c -> c.canonical(true).nonFiniteForm(NonFiniteForm.BARE_TOKEN));
    assertRefused(
        "exactNumbers(true) contradicts hints(false)", c -> c.exactNumbers(true).hints(false));
    assertRefused(
        "exactNumbers(true) contradicts decimalForm(number)",
        c -> c.exactNumbers(true).decimalForm(DecimalForm.NUMBER));
    assertRefused(
        "exactNumbers(true) contradicts nonFiniteForm(null)",
        c -> c.exactNumbers(true).nonFiniteForm(NonFiniteForm.NULL));
    assertRefused(
        "missingMembers(refuse) contradicts omitNulls(true)",
        c -> c.missingMembers(MissingMembers.REFUSE).omitNulls(true));
    assertRefused(
        "missingMembers(refuse) contradicts nonFiniteForm(drop)",
        c -> c.missingMembers(MissingMembers.REFUSE).nonFiniteForm(NonFiniteForm.DROP));
    assertRefused(
        "missingMembers(refuse) contradicts unknownTypes(skip)",
        c -> c.missingMembers(MissingMembers.REFUSE).unknownTypes(UnknownTypes.SKIP));
    assertRefused(
        "unknownHints(refuse) contradicts recognition(off)",
        c -> c.unknownHints(UnknownHints.REFUSE).recognition(Recognition.OFF));
  }

  private static void assertRefused(String message, UnaryOperator<DatasonConfigBuilder> settings) {
    DatasonConfigBuilder builder = settings.apply(DatasonConfig.builder());
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals(message + ": drop one of them", e.getMessage());
  }
}
