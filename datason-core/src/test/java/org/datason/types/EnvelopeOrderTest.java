package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.error.LimitException;
import org.junit.jupiter.api.Test;

/** Hinted values whose members stand in any order, with others among them. */
class EnvelopeOrderTest {

  private static final Datason DATASON = RoundTrip.DATASON;
  private static final String ID = "00000000-0000-0000-0000-000000000001";
  private static final UUID UUID_1 = new UUID(0, 1);

  @Test
  void membersInAnyOrder() {
    String[] members = {
      "\"__datason_type__\":\"datetime\"",
      "\"__datason_java__\":\"Instant\"",
      "\"__datason_exact__\":\"2024-06-15T10:30:00.000000001Z\"",
      "\"__datason_value__\":\"2024-06-15T10:30:00+00:00\""
    };
    Instant expected = Instant.parse("2024-06-15T10:30:00.000000001Z");
    for (int first = 0; first < 4; first++) {
      for (int step : new int[] {1, 3}) {
        StringBuilder json = new StringBuilder("{\"x\":{\"y\":[1]}");
        for (int i = 0; i < 4; i++) {
          json.append(',')
              .append(members[(first + i * step) % 4])
              .append(",\"z\":[")
              .append(i)
              .append("]");
        }
        json.append('}');
        assertEquals(expected, DATASON.with(c -> c.predictShapes(false)).fromJson(json.toString()));
        assertEquals(expected, DATASON.fromJson(json.toString()));
        String typedJson = "{" + json.substring(json.indexOf(",") + 1);
        assertEquals(expected, DATASON.fromJson(typedJson, Instant.class));
      }
    }
  }

  @Test
  void otherMembersArePassedOver() {
    String json =
        "[{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":\"" + ID + "\",\"x\":[NaN]}]";
    assertEquals(List.of(UUID_1), DATASON.fromJson(json));
  }

  @Test
  void mapsWithOurNamesButNoHintStayMaps() {
    String json = "{\"a\":1,\"__datason_value__\":[2],\"b\":{\"__datason_java__\":3}}";
    assertEquals(
        Map.of("a", 1, "__datason_value__", List.of(2), "b", Map.of("__datason_java__", 3)),
        DATASON.fromJson(json));
    assertEquals(json, DATASON.toJson(DATASON.fromJson(json)));
  }

  @Test
  void bareTokensInAStream() {
    String json =
        "[1,{\"__datason_type__\":\"numpy.ndarray\",\"__datason_value__\":{\"data\":[NaN]}}]";
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    Object value = DATASON.reader(new ByteArrayInputStream(utf8)).readValue();
    assertEquals(DATASON.fromJson(json), value);
    assertInstanceOf(Hinted.class, ((List<?>) value).get(1));
  }

  @Test
  void valuesBeforeTheirHintsNestDeeply() {
    String json = "1";
    for (int i = 0; i < 20; i++) {
      json = "{\"__datason_value__\":" + json + ",\"__datason_type__\":\"x\"}";
    }
    Object value = DATASON.fromJson(json);
    for (int i = 0; i < 20; i++) {
      value = ((Hinted) value).value();
    }
    assertEquals(1, value);
  }

  @Test
  void nestingThatDoublesTheWorkIsStopped() {
    String before = "1";
    String behind = "1";
    for (int i = 0; i < 100; i++) {
      before = "{\"a\":" + before + ",\"__datason_type__\":\"x\"}";
      behind =
          "{\"__datason_type__\":\"java.util.Optional\",\"__datason_value__\":"
              + behind
              + ",\"__datason_java__\":null}";
    }
    for (String json : new String[] {before, behind}) {
      byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
      LimitException e = assertThrows(LimitException.class, () -> DATASON.fromJson(json));
      assertEquals(
          "Too many hinted values in one another whose first member is not __datason_type__",
          e.getMessage().substring(0, e.getMessage().indexOf(" at ")));
      assertThrows(
          LimitException.class, () -> DATASON.reader(new ByteArrayInputStream(utf8)).readValue());
    }
  }
}
