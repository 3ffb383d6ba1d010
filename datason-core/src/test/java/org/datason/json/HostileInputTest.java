package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.JsonSyntaxException;
import org.datason.error.MismatchException;

/** Bytes of any kind are read as what Jackson reads in them, or refused with an error of ours. */
class HostileInputTest {

  private static final Datason DATASON =
      Datason.create().with(c -> c.maxDepth(1000)); // as many levels as Jackson takes

  private static final byte[] TOKENS =
      "{}[]:,\"\\/ \n\t0123456789-+.eEtrufalsn\"\"::,,x\0\u007f"
          .getBytes(StandardCharsets.US_ASCII);

  @Provide
  Arbitrary<byte[]> randomBytes() {
    return Arbitraries.randomValue(
        random -> {
          byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 200 : 12)];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  @Provide
  Arbitrary<byte[]> randomTokens() {
    return Arbitraries.randomValue(
        random -> {
          byte[] bytes = new byte[random.nextInt(12)];
          for (int i = 0; i < bytes.length; i++) {
            bytes[i] = TOKENS[random.nextInt(TOKENS.length)];
          }
          return bytes;
        });
  }

  @Provide
  Arbitrary<byte[]> brokenDocuments() {
    return Arbitraries.randomValue(
        random -> {
          byte[] json = document(random);
          for (int i = random.nextInt(3); i >= 0; i--) {
            json = broken(json, random);
          }
          return json;
        });
  }

  private static byte[] document(Random random) {
    return DATASON
        .with(c -> c.indent(random.nextInt(3)).asciiOnly(random.nextBoolean()))
        .toBytes(Trees.any(random));
  }

  private static byte[] broken(byte[] json, Random random) {
    int at = random.nextInt(json.length + 1);
    byte[] before = Arrays.copyOf(json, at);
    byte[] after = Arrays.copyOfRange(json, at, json.length);
    switch (random.nextInt(6)) {
      case 0: // a bit flipped
        if (after.length > 0) {
          after[0] ^= (byte) (1 << random.nextInt(8));
        }
        return joined(before, after);
      case 1: // a byte more
        return joined(before, new byte[] {TOKENS[random.nextInt(TOKENS.length)]}, after);
      case 2: // some bytes less
        int n = Math.min(after.length, 1 + random.nextInt(4));
        return joined(before, Arrays.copyOfRange(after, n, after.length));
      case 3: // cut off
        return before;
      case 4: // a part of it again
        return joined(before, Arrays.copyOf(after, random.nextInt(after.length + 1)), after);
      default: // a part of another one
        byte[] other = document(random);
        int from = random.nextInt(other.length);
        return joined(before, Arrays.copyOfRange(other, from, other.length));
    }
  }

  private static byte[] joined(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  @Property(tries = 5000)
  void randomBytesAreJsonOrRefused(@ForAll("randomBytes") byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 20_000)
  void randomTokensAreJsonOrRefused(@ForAll("randomTokens") byte[] bytes) {
    check(bytes);
  }

  @Property(tries = 1500)
  void brokenDocumentsAreJsonOrRefused(@ForAll("brokenDocuments") byte[] bytes) {
    check(bytes);
  }

  /** With hints too: whatever they say, nothing but our own errors comes out. */
  @Property(tries = 300)
  void brokenHintsGiveNoOtherErrors(@ForAll("brokenDocuments") byte[] bytes) {
    for (JsonSource source : JsonSource.values()) {
      if (source != JsonSource.FILE && source.takes(bytes)) {
        try {
          source.read(DATASON, bytes);
        } catch (DatasonException e) {
          assertTrue(
              e.getMessage().startsWith("Expected ") || e.getMessage().startsWith("No handler"),
              e.getMessage());
        }
      }
    }
  }

  private static void check(byte[] bytes) {
    Object expected = Jackson.read(bytes);
    if (expected == Jackson.UNDECIDED) {
      return;
    }
    JsonReader[] readers = {
      new JsonReader(DATASON.config(), null, bytes, 0, bytes.length),
      new JsonReader(
          DATASON.with(c -> c.predictShapes(false)).config(), null, bytes, 0, bytes.length),
      new JsonReader(DATASON.config(), null, new ByteArrayInputStream(bytes)),
      new JsonReader(DATASON.config(), null, new JsonSource.Trickle(bytes))
    };
    for (JsonReader in : readers) {
      try {
        Object value = in.readValue();
        in.end();
        assertEquals(expected, value);
      } catch (JsonSyntaxException e) {
        assertSame(Jackson.NOT_JSON, expected, e.getMessage());
      } catch (MismatchException e) {
        assertTrue(
            e.getMessage().startsWith("Expected a number within the range of a double"),
            e.getMessage());
        assertTrue(
            expected == Jackson.NOT_JSON || expected.toString().contains("Infinity"),
            e.getMessage());
      }
    }
    JsonReader[] skippers = {
      new JsonReader(DATASON.config(), null, bytes, 0, bytes.length),
      new JsonReader(DATASON.config(), null, new JsonSource.Trickle(bytes))
    };
    for (JsonReader in : skippers) {
      try {
        in.skipValue();
        in.end();
        assertTrue(expected != Jackson.NOT_JSON);
      } catch (JsonSyntaxException e) {
        assertSame(Jackson.NOT_JSON, expected, e.getMessage());
      }
    }
  }
}
