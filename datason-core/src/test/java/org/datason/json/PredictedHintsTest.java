package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.error.DatasonException;

/** A hint that is predicted by its bytes reads as one that is looked up. */
class PredictedHintsTest {

  private static final Datason ON = Datason.create();
  private static final Datason OFF = ON.with(c -> c.predictShapes(false));

  @Property(tries = 3000)
  void likeAnyOther(@ForAll("documents") String json) {
    assertEquals(read(OFF, json), read(ON, json));
  }

  private static Object read(Datason datason, String json) {
    try {
      return datason.fromJson(json);
    } catch (DatasonException e) {
      return e.getMessage();
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return items()
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(items -> '[' + String.join(",", items) + ']');
  }

  private static Arbitrary<String> items() {
    Arbitrary<String> hints =
        Arbitraries.of(
            "uuid.UUID", "date", "datetime", "decimal.Decimal", "numpy.ndarray", "other");
    Arbitrary<String> between =
        Arbitraries.of(
            ",",
            ",",
            ",",
            " , ",
            ",\"__datason_java__\":\"Instant\",",
            ",\"__datason_exact__\":\"2024-06-15T10:30:00.000000001Z\",",
            ",\"__datason_java__\":\"Instant\",\"__datason_exact__\":"
                + "\"2024-06-15T10:30:00.000000001Z\",");
    Arbitrary<String> values =
        Arbitraries.of(
            "\"00000000-0000-0001-0000-00000000000f\"",
            "\"2024-06-15\"",
            "\"2024-06-15T10:30:00\"",
            "\"2024-06-15T10:30:00+00:00\"",
            "\"1.50\"",
            "{\"data\":[1,NaN],\"dtype\":\"float64\",\"shape\":[2]}",
            "\"x\"",
            "NaN",
            "[{\"__datason_type__\":\"date\",\"__datason_value__\":\"2024-06-15\"}]");
    Arbitrary<String> ends =
        Arbitraries.of("}", "}", "}", "}", " }", ",\"more\":1}", ",\"__datason_value__\":1}", "");
    return Combinators.combine(hints, between, values, ends)
        .as(
            (hint, comma, value, end) ->
                "{\"__datason_type__\":\""
                    + hint
                    + '"'
                    + comma
                    + "\"__datason_value__\":"
                    + value
                    + end);
  }

  @Property(tries = 300)
  void inRows(@ForAll("documents") String json) {
    String rows = json.replace("{\"__datason_type__", "{\"a\":{\"__datason_type__");
    assertEquals(read(OFF, rows), read(ON, rows));
    String likeRows =
        "["
            + String.join(
                ",", List.of("{\"a\":" + json + "}", "{\"a\":" + json + "}", "{\"a\":1,\"b\":2}"))
            + "]";
    assertEquals(read(OFF, likeRows), read(ON, likeRows));
  }
}
