package org.datason.types;

import static org.datason.types.Survival.survives;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.config.UnknownMembers;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

/** Jackson's annotations mean to us what they mean to Jackson, which is asked too. */
class JacksonAnnotationsTest {

  @JsonIgnoreProperties(value = "secret", ignoreUnknown = true)
  record Run(
      @JsonProperty("learning_rate") @JsonAlias("lr") double learningRate,
      @JsonIgnore String cache,
      @JsonProperty int epochs,
      String secret) {}

  static class Bean {
    @JsonProperty private String hidden = "h";
    private int epochs;
    @JsonIgnore public String skipped = "s";

    @JsonIgnore(false)
    public String kept = "k";

    private final Map<String, Object> other = new LinkedHashMap<>();

    @JsonProperty("n")
    public int getEpochs() {
      return epochs;
    }

    public void setEpochs(int epochs) {
      this.epochs = epochs;
    }

    @JsonAnyGetter
    public Map<String, Object> any() {
      return other;
    }

    @JsonAnySetter
    public void set(String name, Object value) {
      other.put(name, value);
    }
  }

  static final class Range {
    private final int low;
    private final int high;

    private Range(int low, int high, boolean unused) {
      this.low = low;
      this.high = high;
    }

    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    static Range none() {
      return null;
    }

    @JsonCreator
    static Range of(@JsonProperty("low") int a, @JsonProperty("high") int b) {
      return new Range(a, b, true);
    }

    public int getLow() {
      return low;
    }

    public int getHigh() {
      return high;
    }
  }

  private final Datason datason = Datason.create();
  private final Datason plain = datason.with(c -> c.hints(false));
  private final ObjectMapper jackson = new ObjectMapper();

  private void sameAsJackson(Object value) throws Exception {
    assertEquals(
        jackson.readTree(jackson.writeValueAsString(value)), jackson.readTree(plain.toJson(value)));
  }

  @Test
  void records() throws Exception {
    Run run = new Run(0.5, null, 3, null);
    sameAsJackson(run);
    survives(datason, run, Run.class);
    String old = "{\"lr\":0.5,\"cache\":\"x\",\"secret\":\"x\",\"unknown\":1,\"epochs\":3}";
    assertEquals(run, datason.fromJson(old, Run.class));
    assertEquals(run, jackson.readValue(old, Run.class));
    Datason strict = datason.with(c -> c.unknownMembers(UnknownMembers.REFUSE));
    assertEquals(run, strict.fromJson(old, Run.class));
  }

  @Test
  void beans() throws Exception {
    Bean bean = new Bean();
    bean.hidden = "x";
    bean.setEpochs(2);
    bean.set("extra", List.of(1));
    sameAsJackson(bean);
    Bean again = datason.fromJson(plain.toJson(bean), Bean.class);
    assertEquals("x", again.hidden);
    assertEquals(2, again.epochs);
    assertEquals("s", again.skipped);
    assertEquals("k", again.kept);
    assertEquals(Map.of("extra", List.of(1)), again.other);
  }

  @Test
  void creators() throws Exception {
    Range range = Range.of(1, 2);
    sameAsJackson(range);
    Range again = datason.fromJson("{\"high\":2,\"low\":1}", Range.class);
    assertEquals(1, again.low);
    assertEquals(2, again.high);
    assertThrows(MismatchException.class, () -> datason.fromJson("{\"low\":1}", Range.class));
    assertNull(datason.fromJson("null", Range.class));
  }
}
