package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.config.DuplicateKeys;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a client changes by naming a preset, and what it does not. */
class PresetTest {

  record Run(String name) {}

  private static final MediaType API = MediaType.JSON.with("preset", "api");

  private static DatasonHttp http(DatasonConfig config, boolean api) {
    return DatasonHttp.builder()
        .datason(Datason.create().with(c -> config.toBuilder()))
        .api(api)
        .build();
  }

  private static Object read(DatasonHttp http, MediaType as, String json, Type type) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return http.read(new ByteArrayInputStream(body), BodyForm.of(as), type);
  }

  private static String problem(DatasonHttp http, MediaType as, String json, Type type) {
    return assertThrows(HttpProblem.class, () -> read(http, as, json, type)).getMessage();
  }

  private static String written(DatasonHttp http, MediaType as, Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    http.write(value, BodyForm.of(as), (form, length) -> out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void limitsAndStrictnessAreThoseOfTheApplication() {
    DatasonConfig config =
        DatasonConfig.strict().toBuilder().maxDepth(2).maxItems(3).maxStringLength(4).build();
    for (boolean api : new boolean[] {false, true}) {
      DatasonHttp http = http(config, api);
      Map<String, Type> bodies = new LinkedHashMap<>();
      bodies.put("[[[1]]]", Object.class);
      bodies.put("[1,2,3,4]", Object.class);
      bodies.put("[\"abcde\"]", Object.class);
      bodies.put("{\"a\":1,\"a\":2}", Object.class);
      bodies.put("{\"name\":\"x\",\"b\":1}", Run.class);
      bodies.put("{}", Run.class);
      bodies.put("{\"name\":5}", Run.class);
      MediaType hinted = MediaType.JSON.with("preset", "default");
      bodies.forEach(
          (json, type) ->
              assertEquals(problem(http, hinted, json, type), problem(http, API, json, type)));
      assertEquals(413, status(http, "[[[1]]]"));
      assertEquals(413, status(http, "[1,2,3,4]"));
      assertEquals(400, status(http, "{\"a\":1,\"a\":2}"));
    }
  }

  private static int status(DatasonHttp http, String json) {
    return assertThrows(HttpProblem.class, () -> read(http, API, json, Object.class))
        .problem()
        .status();
  }

  @Test
  void whatTheApplicationAcceptsIsAccepted() {
    DatasonConfig config =
        DatasonConfig.builder()
            .duplicateKeys(DuplicateKeys.LAST_WINS)
            .acceptNonFinite(true)
            .maxDepth(100)
            .build();
    DatasonHttp http = http(config, true);
    assertEquals(Map.of("a", 2), read(http, API, "{\"a\":1,\"a\":2}", Object.class));
    assertEquals(List.of(Double.NaN), read(http, MediaType.JSON, "[NaN]", Object.class));
    Object deep = read(http, API, "[".repeat(90) + "]".repeat(90), Object.class);
    assertEquals(1, ((List<?>) deep).size());
  }

  @Test
  void valuesArePlainWhateverTheApplicationWrites() throws IOException {
    DatasonHttp http = http(DatasonConfig.ml(), false);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("u", new UUID(1, 2));
    value.put("t", Tensor.of(new double[] {1, Double.NaN}, 2));
    value.put("f", 0.5f);
    assertEquals(
        "{\"f\":0.5,\"t\":{\"data\":[1.0,null],\"dtype\":\"float64\",\"shape\":[2]},"
            + "\"u\":\"00000000-0000-0001-0000-000000000002\"}",
        written(http, API, value));
  }

  @Test
  void whatIsPlainAlreadyStaysAsItIs() throws IOException {
    DatasonHttp http = http(DatasonConfig.performance(), true);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("b", new UUID(1, 2));
    value.put("a", 1);
    assertEquals(
        "{\"b\":\"00000000-0000-0001-0000-000000000002\",\"a\":1}", written(http, API, value));
  }
}
