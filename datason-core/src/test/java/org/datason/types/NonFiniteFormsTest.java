package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.config.NonFiniteForm;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class NonFiniteFormsTest {

  record Score(double loss, Float gain, double[] curve) {}

  private static final double[] ALL = {
    1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  private static Datason with(NonFiniteForm form) {
    return Datason.create().with(c -> c.nonFiniteForm(form));
  }

  private static Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("loss", Double.NaN);
    map.put("gain", Float.NEGATIVE_INFINITY);
    map.put("list", new ArrayList<>(Arrays.asList(1, 2)));
    return map;
  }

  private static void assertForm(NonFiniteForm form, String map, String record, String array) {
    Datason datason = with(form);
    assertEquals(map, datason.toJson(map()));
    assertEquals(map, datason.with(c -> c.hints(false)).toJson(map()));
    Score score = new Score(Double.NaN, Float.POSITIVE_INFINITY, ALL);
    assertEquals(record, datason.with(c -> c.hints(false)).toJson(score));
    assertEquals(array, datason.with(c -> c.hints(false)).toJson(ALL));
  }

  @Test
  void text() {
    assertForm(
        NonFiniteForm.TEXT,
        "{\"a\":1,\"loss\":\"nan\",\"gain\":\"-inf\",\"list\":[1,2]}",
        "{\"loss\":\"nan\",\"gain\":\"inf\",\"curve\":[1.5,\"nan\",\"inf\",\"-inf\"]}",
        "[1.5,\"nan\",\"inf\",\"-inf\"]");
  }

  @Test
  void bareToken() {
    assertForm(
        NonFiniteForm.BARE_TOKEN,
        "{\"a\":1,\"loss\":NaN,\"gain\":-Infinity,\"list\":[1,2]}",
        "{\"loss\":NaN,\"gain\":Infinity,\"curve\":[1.5,NaN,Infinity,-Infinity]}",
        "[1.5,NaN,Infinity,-Infinity]");
    List<Object> list = new ArrayList<>(Arrays.asList(1.5, Double.NaN, Double.NEGATIVE_INFINITY));
    Datason datason = with(NonFiniteForm.BARE_TOKEN);
    assertEquals(list, datason.fromJson(datason.toJson(list)));
    List<Object> floats = new ArrayList<>(Arrays.asList(Float.NaN, 1.5f));
    Datason exact = datason.with(c -> c.exactNumbers(true));
    assertEquals(floats, exact.fromJson(exact.toJson(floats)));
  }

  @Test
  void nullForm() {
    assertForm(
        NonFiniteForm.NULL,
        "{\"a\":1,\"loss\":null,\"gain\":null,\"list\":[1,2]}",
        "{\"loss\":null,\"gain\":null,\"curve\":[1.5,null,null,null]}",
        "[1.5,null,null,null]");
  }

  @Test
  void nullReadsAsNanWherePrimitivesAreAskedFor() {
    Datason datason = with(NonFiniteForm.NULL);
    Score score = datason.fromJson("{\"loss\":null,\"gain\":null,\"curve\":[null]}", Score.class);
    assertEquals(Double.NaN, score.loss);
    assertEquals(null, score.gain);
    assertArrayEquals(new double[] {Double.NaN}, score.curve);
    record Small(float a) {}
    assertEquals(new Small(Float.NaN), datason.fromJson("{\"a\":null}", Small.class));
    assertArrayEquals(new float[] {Float.NaN}, datason.fromJson("[null]", float[].class));
  }

  @Test
  void typedFormsReadBack() {
    Score score = new Score(Double.NaN, Float.POSITIVE_INFINITY, ALL);
    for (NonFiniteForm form :
        List.of(NonFiniteForm.HINTED, NonFiniteForm.TEXT, NonFiniteForm.BARE_TOKEN)) {
      for (boolean hints : new boolean[] {true, false}) {
        Datason datason = with(form).with(c -> c.hints(hints));
        Score back = datason.fromJson(datason.toJson(score), Score.class);
        assertEquals(score.loss, back.loss);
        assertEquals(score.gain, back.gain);
        assertArrayEquals(score.curve, back.curve);
      }
      Datason datason = with(form);
      assertArrayEquals(ALL, (double[]) datason.fromJson(datason.toJson(ALL)));
      Complex complex = new Complex(Double.NaN, Double.NEGATIVE_INFINITY);
      assertEquals(complex, datason.fromJson(datason.toJson(complex)));
    }
  }

  @Test
  void aNanOfItsOwnStaysInHintedArraysInEveryForm() {
    double own = Double.longBitsToDouble(0xfff8000000000001L);
    for (NonFiniteForm form : List.of(NonFiniteForm.TEXT, NonFiniteForm.BARE_TOKEN)) {
      Datason datason = with(form);
      double[] back = (double[]) datason.fromJson(datason.toJson(new double[] {1, own}));
      assertEquals(Double.doubleToRawLongBits(own), Double.doubleToRawLongBits(back[1]));
    }
  }

  @Test
  void dropLeavesOutMembers() {
    Datason datason = with(NonFiniteForm.DROP);
    assertEquals("{\"a\":1,\"list\":[1,2]}", datason.toJson(map()));
    assertEquals(
        "{\n  \"a\": 1,\n  \"list\": [\n    1,\n    2\n  ]\n}",
        datason.with(c -> c.indent(2).sortKeys(true)).toJson(map()));
    assertEquals(
        "{\"curve\":[1.5]}",
        datason
            .with(c -> c.hints(false))
            .toJson(new Score(Double.NaN, Float.NaN, new double[] {1.5})));
  }

  @Test
  void dropRefusesItemsAndWholeValues() {
    Datason datason = with(NonFiniteForm.DROP);
    String can = " can be left out, but no item of an array and no whole value;";
    String end = " set another nonFiniteForm at ";
    assertRefused("A member that is NaN" + can + end + "$[1]", datason, list(1, Double.NaN));
    assertRefused(
        "A member that is Infinity" + can + end + "$.data[2]",
        datason,
        new double[] {1, 2, Double.POSITIVE_INFINITY});
    assertRefused("A member that is -Infinity" + can + end + "$", datason, -1 / 0f);
  }

  @Test
  void refuse() {
    Datason datason = with(NonFiniteForm.REFUSE);
    String end = "; set another nonFiniteForm at ";
    assertRefused("The settings refuse NaN" + end + "$.loss", datason, map());
    assertRefused("The settings refuse Infinity" + end + "$[0]", datason, list(1 / 0f));
    assertRefused(
        "The settings refuse NaN" + end + "$.loss",
        datason.with(c -> c.hints(false)),
        new Score(Double.NaN, 1f, ALL));
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  private static void assertRefused(String message, Datason datason, Object value) {
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> datason.toJson(value));
    assertEquals(message, e.getMessage());
  }
}
