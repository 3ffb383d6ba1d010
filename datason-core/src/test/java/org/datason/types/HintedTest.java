package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HintedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":{\"data\":[[1.5,NaN],"
            + "[Infinity,null]],\"dtype\":\"object\",\"shape\":[2,2]}}",
        "{\"__datason_type__\":\"pandas.DataFrame\",\"__datason_value__\":{\"data\":[{\"a\":1,"
            + "\"b\":NaN}],\"orient\":\"sideways\"}}",
        "{\"__datason_type__\":\"torch.Tensor\",\"__datason_value__\":{\"data\":NaN,"
            + "\"dtype\":\"float32\",\"shape\":[],\"requires_grad\":true},\"more\":[NaN]}",
        "{\"__datason_value__\":{\"x\":1},\"__datason_type__\":\"tuple\"}",
        "{\"__datason_type__\":\"sklearn.estimator\",\"__datason_value__\":{\"class\":\"X\","
            + "\"state\":{\"id\":{\"__datason_type__\":\"uuid.UUID\","
            + "\"__datason_value__\":\"00000000-0000-0000-0000-000000000001\"}}}}",
        "{\"__datason_type__\":\"numpy.ndarray\",\"__datason_java__\":\"Foo[]\","
            + "\"__datason_value__\":1}",
        "{\"__datason_type__\":\"datetime\",\"__datason_java__\":\"Foo\","
            + "\"__datason_exact__\":\"x\",\"__datason_value__\":\"2024-06-15T10:30:00\"}",
        "{\"__datason_type__\":\"uuid.UUID\"}",
        "{\"__datason_type__\":\"\",\"__datason_value__\":null}"
      })
  void isWrittenAsItWasRead(String json) {
    Hinted value = assertInstanceOf(Hinted.class, RoundTrip.DATASON.fromJson(json));
    assertEquals(json, RoundTrip.DATASON.toJson(value));
    assertEquals(value, RoundTrip.DATASON.fromJson(json, Hinted.class));
    assertEquals(value.hashCode(), RoundTrip.DATASON.fromJson(json).hashCode());
    assertEquals("[" + json + "," + json + "]", RoundTrip.DATASON.toJson(List.of(value, value)));
  }

  @Test
  void bareTokensEndWithTheNumericData() {
    Object nan =
        RoundTrip.DATASON.fromJson(
            "{\"__datason_type__\":\"numpy.generic\",\"__datason_value__\":NaN}");
    assertEquals(
        "[{\"__datason_type__\":\"numpy.generic\",\"__datason_value__\":NaN},"
            + "{\"__datason_type__\":\"numpy.floating\",\"__datason_java__\":\"Double\","
            + "\"__datason_value__\":\"NaN\"}]",
        RoundTrip.DATASON.toJson(List.of(nan, Double.NaN)));
  }

  @Test
  void canonicalTextHasNoBareTokens() {
    Object nan =
        RoundTrip.DATASON.fromJson(
            "{\"__datason_type__\":\"numpy.generic\",\"__datason_value__\":NaN}");
    String json = RoundTrip.DATASON.with(c -> c.canonical(true)).toJson(nan);
    assertEquals(
        "{\"__datason_type__\":\"numpy.generic\",\"__datason_value__\":"
            + "{\"__datason_java__\":\"Double\",\"__datason_type__\":\"numpy.floating\","
            + "\"__datason_value__\":\"NaN\"}}",
        json);
    assertEquals(nan, RoundTrip.DATASON.fromJson(json));
  }

  @Test
  void withoutHintsOnlyTheValueIsWritten() {
    String json = "{\"__datason_type__\":\"tuple\",\"__datason_value__\":[1,2]}";
    assertEquals("[1,2]", RoundTrip.PLAIN.toJson(RoundTrip.DATASON.fromJson(json)));
    String nan = "{\"__datason_type__\":\"numpy.generic\",\"__datason_value__\":NaN}";
    assertEquals("\"NaN\"", RoundTrip.PLAIN.toJson(RoundTrip.DATASON.fromJson(nan)));
    String empty = "{\"__datason_type__\":\"uuid.UUID\"}";
    assertEquals(empty, RoundTrip.PLAIN.toJson(RoundTrip.DATASON.fromJson(empty)));
  }

  @Test
  void hasTheValuesOfEquality() {
    Hinted value =
        (Hinted)
            RoundTrip.DATASON.fromJson(
                "{\"__datason_type__\":\"tuple\",\"__datason_value__\":[1]}");
    assertEquals("tuple", value.hint());
    assertEquals(List.of(1), value.value());
    assertEquals("tuple[1]", value.toString());
    assertNotEquals(value, List.of(1));
    Map<String, Object> members = value.members();
    assertEquals(List.of("__datason_type__", "__datason_value__"), List.copyOf(members.keySet()));
    assertThrows(UnsupportedOperationException.class, () -> members.put("x", 1));
    assertNull(((Hinted) RoundTrip.DATASON.fromJson("{\"__datason_type__\":\"tuple\"}")).value());
  }

  @Test
  void aKnownTypeIsNotHinted() {
    String json = RoundTrip.DATASON.toJson(new UUID(0, 1));
    MismatchException e =
        assertThrows(MismatchException.class, () -> RoundTrip.DATASON.fromJson(json, Hinted.class));
    assertEquals(
        "Expected a Hinted but found an object at $ (line 1, column 1, offset 0)", e.getMessage());
    e =
        assertThrows(
            MismatchException.class, () -> RoundTrip.DATASON.fromJson("[1]", Hinted.class));
    assertEquals(
        "Expected an object with a type hint but found an array at $ (line 1, column 1, offset 0)",
        e.getMessage());
  }
}
