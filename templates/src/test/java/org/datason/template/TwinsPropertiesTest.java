package org.datason.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.config.Decimals;
import org.datason.error.DatasonException;
import org.datason.template.Descriptions.Sample;

/** Whatever the description and the document, both twins say what the oracle says. */
class TwinsPropertiesTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason STRICT = DATASON.with(c -> c.coercions(Set.of()));
  private static final Datason EXACT = DATASON.with(c -> c.decimals(Decimals.BIG_DECIMAL));

  @Provide
  Arbitrary<Sample> samples() {
    return Descriptions.samples();
  }

  private static Template<Object> twin(Node node, Compilation compilation) {
    return Template.builder(node, Map.of()).datason(STRICT).compilation(compilation).build();
  }

  /** The value, or the message of the error. */
  private static Object outcome(Template<?> template, byte[] json) {
    try {
      return template.read(json);
    } catch (DatasonException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  @Property(tries = 200)
  void bothTwinsReadWhatTheOracleReads(@ForAll("samples") Sample sample) {
    byte[] json = sample.json().getBytes(StandardCharsets.UTF_8);
    Object expected = Expected.of(sample.node(), EXACT.fromJson(json));
    for (Compilation compilation : new Compilation[] {Compilation.ON, Compilation.OFF}) {
      Template<Object> template = twin(sample.node(), compilation);
      Object read = template.read(json);
      assertEquals(Expected.withoutNegativeZeros(expected), Expected.withoutNegativeZeros(read));
      assertEquals(0, template.validate(json).size());
      assertEquals(read, template.read(template.toBytes(read)));
      assertEquals(
          template.toJson(read), new String(template.toBytes(read), StandardCharsets.UTF_8));
    }
  }

  @Property(tries = 200)
  void mutatedDocumentsNeverYieldAWrongValue(
      @ForAll("samples") Sample sample, @ForAll Random random) {
    Template<Object> compiled = twin(sample.node(), Compilation.ON);
    Template<Object> interpreted = twin(sample.node(), Compilation.OFF);
    for (int i = 0; i < 20; i++) {
      byte[] json = mutated(sample.json().getBytes(StandardCharsets.UTF_8), random);
      Object outcome = outcome(interpreted, json);
      assertEquals(outcome, outcome(compiled, json));
      boolean read = outcome == null || outcome instanceof Map;
      assertEquals(read, interpreted.validate(json).isEmpty());
      if (read) {
        assertEquals(
            Expected.withoutNegativeZeros(expected(sample, json)),
            Expected.withoutNegativeZeros(outcome));
      }
    }
  }

  private static Object expected(Sample sample, byte[] json) {
    try {
      return Expected.of(sample.node(), EXACT.fromJson(json));
    } catch (Expected.Unfit e) {
      return fail("the oracle does not read " + new String(json, StandardCharsets.UTF_8), e);
    } catch (DatasonException e) {
      if (e.getMessage().startsWith("Expected a number whose exponent fits an int")) {
        return expected(sample, withZero(json, (int) e.location().offset()));
      }
      return fail("what is no JSON was read: " + new String(json, StandardCharsets.UTF_8), e);
    }
  }

  /**
   * The document with 0 for a number that no BigDecimal is. It can only stand in a member that is
   * passed over, or the values would differ.
   */
  private static byte[] withZero(byte[] json, int at) {
    String text = new String(json, StandardCharsets.ISO_8859_1);
    String rest = text.substring(at).replaceFirst("^[-+.eE0-9]+", "0");
    return (text.substring(0, at) + rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final byte[] BYTES =
      "{}[]\",:\\0123456789-+.eEtfn \nxu\u00e9".getBytes(StandardCharsets.UTF_8);

  private static byte[] mutated(byte[] json, Random random) {
    byte[] bytes = json.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = BYTES[random.nextInt(BYTES.length)];
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = without(bytes, at);
        default -> bytes = with(bytes, at, BYTES[random.nextInt(BYTES.length)]);
      }
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at) {
    byte[] less = new byte[bytes.length - 1];
    System.arraycopy(bytes, 0, less, 0, at);
    System.arraycopy(bytes, at + 1, less, at, less.length - at);
    return less;
  }

  private static byte[] with(byte[] bytes, int at, byte b) {
    byte[] more = new byte[bytes.length + 1];
    System.arraycopy(bytes, 0, more, 0, at);
    more[at] = b;
    System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
    return more;
  }

  @Property(tries = 3000)
  void mutatedRecordsAreReadAsByTheirHandler(@ForAll Random random) {
    Template<TemplateContract.Run> compiled = RECORD.get(0);
    Template<TemplateContract.Run> interpreted = RECORD.get(1);
    byte[] json = mutated(compiled.toBytes(TemplateContract.run()), random);
    Object outcome = json(outcome(compiled, json));
    assertEquals(json(outcome(interpreted, json)), outcome);
    Object expected;
    try {
      expected = json(DATASON.fromJson(json, TemplateContract.Run.class));
    } catch (DatasonException e) {
      expected = null;
    }
    if (expected == null) {
      assertEquals("Exception", ((String) outcome).replaceAll("^[A-Za-z]+(Exception): .*", "$1"));
    } else {
      assertEquals(expected, outcome);
    }
  }

  private static final java.util.List<Template<TemplateContract.Run>> RECORD =
      java.util.List.of(
          Template.builder(TemplateContract.Run.class).compilation(Compilation.ON).build(),
          Template.builder(TemplateContract.Run.class).compilation(Compilation.OFF).build());

  private static Object json(Object outcome) {
    return outcome instanceof String ? outcome : DATASON.toJson(outcome);
  }
}
