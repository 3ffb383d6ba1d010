package org.datason.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.IntegrityException;
import org.datason.error.JsonSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents that were changed: opened only if they still say the same, as Jackson sees it. */
class TamperingTest {

  private static final String PAYLOAD =
      "{\"id\":{\"__datason_type__\":\"uuid.UUID\",\"__datason_value__\":"
          + "\"7d444840-9dc0-11d1-b245-5ffdce74fad2\"},\"x\":[1,-2.5,1e-7,12345678901234567890,"
          + "true,false,null,\"\u00e9\\\"\\n\"],\"y\":{},\"z\":[]}";

  private static final ObjectMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Integrity INTEGRITY = Integrity.of(Datason.create());

  private static byte[] sealed(Seals seals) {
    return INTEGRITY.sealJson(Seals.bytes(PAYLOAD), seals.sealing);
  }

  /** Opens a document that was changed, and compares if that is done. */
  private static void assertRefusedOrSame(byte[] original, byte[] changed, Seals seals) {
    byte[] opened;
    try {
      opened = INTEGRITY.openJson(changed, seals.opening);
    } catch (DatasonException e) {
      return;
    }
    try {
      assertSame(JACKSON.readTree(original), JACKSON.readTree(changed));
      assertSame(JACKSON.readTree(PAYLOAD), JACKSON.readTree(opened));
    } catch (IOException e) {
      throw new AssertionError("opened what Jackson cannot read", e);
    }
  }

  private static void assertSame(JsonNode expected, JsonNode actual) {
    boolean same =
        expected.equals(
            (a, b) ->
                a.isNumber() && b.isNumber()
                    ? a.decimalValue().compareTo(b.decimalValue())
                    : a.equals(b) ? 0 : 1,
            actual);
    assertEquals(true, same, () -> "opened " + actual);
  }

  @ParameterizedTest
  @EnumSource(
      value = Seals.class,
      names = {"HASH", "HMAC", "PYTHON_HASH", "PYTHON_HMAC", "NAMED_SIGNATURE"})
  void everyBitThatFlips(Seals seals) {
    byte[] original = sealed(seals);
    for (int i = 0; i < original.length * 8; i++) {
      byte[] changed = original.clone();
      changed[i / 8] ^= (byte) (1 << i % 8);
      assertRefusedOrSame(original, changed, seals);
    }
  }

  @Property
  void anyByteReplacedAddedOrRemoved(
      @ForAll Seals seals, @ForAll int place, @ForAll byte by, @ForAll Edit edit) {
    byte[] original = sealed(seals);
    assertRefusedOrSame(original, edit.apply(original, place, by), seals);
  }

  enum Edit {
    REPLACE,
    INSERT,
    REMOVE;

    byte[] apply(byte[] bytes, int place, byte by) {
      int at = Math.floorMod(place, bytes.length);
      byte[] changed = new byte[bytes.length + (this == INSERT ? 1 : this == REMOVE ? -1 : 0)];
      System.arraycopy(bytes, 0, changed, 0, at);
      int from = this == INSERT ? at : at + 1;
      int to = this == REMOVE ? at : at + 1;
      System.arraycopy(bytes, from, changed, to, bytes.length - from);
      if (this != REMOVE) {
        changed[at] = by;
      }
      return changed;
    }
  }

  /** Digits go both ways, so each has to count. */
  @ParameterizedTest
  @EnumSource(Seals.class)
  void everyLetterAndDigitOfTheProofCounts(Seals seals) {
    String document = new String(sealed(seals), StandardCharsets.UTF_8);
    int from = document.lastIndexOf(":\"") + 2;
    int to = document.lastIndexOf('"');
    for (int i = from; i < to; i++) {
      for (char c : new char[] {'0', 'a', 'A', 'B', '+', '='}) {
        if (document.charAt(i) != c) {
          String changed = document.substring(0, i) + c + document.substring(i + 1);
          assertThrows(IntegrityException.class, () -> INTEGRITY.open(changed, seals.opening));
        }
      }
    }
    for (String changed :
        List.of(
            document.substring(0, to - 1) + document.substring(to),
            document.substring(0, to) + '0' + document.substring(to),
            document.substring(0, from) + document.substring(to))) {
      assertThrows(IntegrityException.class, () -> INTEGRITY.open(changed, seals.opening));
    }
  }

  // ---------------------------------------------------------------- changes that do not count

  @Property(tries = 300)
  void spellingDoesNotMatter(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    for (Seals seals : Seals.values()) {
      boolean python = seals.name().contains("PYTHON");
      String respelled = respell(JACKSON.readTree(sealed(seals)), random, !python, 0);
      assertSame(
          JACKSON.readTree(PAYLOAD),
          JACKSON.readTree(INTEGRITY.openJson(Seals.bytes(respelled), seals.opening)));
    }
  }

  /** The same JSON with other blanks, escapes, spellings of numbers, and maybe another order. */
  private static String respell(JsonNode node, Random random, boolean ours, int depth) {
    String blank = List.of("", " ", "\n\t", "\r\n  ").get(random.nextInt(4));
    if (node.isObject()) {
      List<String> members = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String value = respell(member.getValue(), random, ours, depth + 1);
        members.add(blank + escape(member.getKey(), random) + blank + ":" + value);
      }
      if (ours || depth == 0) {
        Collections.shuffle(members, random);
      }
      return "{" + blank + String.join(",", members) + blank + "}";
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(respell(item, random, ours, depth + 1)));
      return "[" + blank + String.join(",", items) + blank + "]" + blank;
    }
    if (node.isTextual()) {
      return blank + escape(node.textValue(), random);
    }
    if (node.isNumber() && ours) {
      return blank + number(node.asText(), random) + blank;
    }
    return blank + node.asText() + blank;
  }

  private static String number(String number, Random random) {
    boolean exponent = number.contains("E");
    switch (random.nextInt(3)) {
      case 0:
        return number;
      case 1:
        return exponent ? number.replace("E", "e") : number + "e0";
      default:
        return exponent ? number : number + (number.contains(".") ? "00" : ".0");
    }
  }

  private static String escape(String text, Random random) {
    StringBuilder escaped = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\' || random.nextInt(4) == 0) {
        escaped.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.append('"').toString();
  }

  // ---------------------------------------------------------------- other documents

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|Expected the member __datason_payload__ but found none",
        "{'__datason_payload__':1}|Expected the member __datason_digest__ but found none",
        "{'__datason_digest__':{}}|Expected the member __datason_payload__ but found none",
        "{'__datason_payload__':1,'__datason_hash__':'6b'}|Expected only __datason_payload__ and"
            + " __datason_digest__ but found __datason_hash__ (a seal of Python's) at $.__datason_hash__ (line 1, column 45, offset 44)",
        "{'__datason_payload__':1,'__datason_digest__':{},'x':1}|Expected only __datason_payload__"
            + " and __datason_digest__ but found x at $.x (line 1, column 54, offset 53)",
        "{'a':1}|Expected only __datason_payload__ and __datason_digest__ but found a at $.a (line 1, column 6, offset 5)",
        "{'__datason_payload__':1,'__datason_digest__':null}|Expected an object in"
            + " __datason_digest__",
        "{'__datason_payload__':1,'__datason_digest__':{}}|Expected the members algorithm, value"
            + " in __datason_digest__ but found []",
        "{'__datason_payload__':1,'__datason_digest__':{'algorithm':'SHA-256','value':'6b',"
            + "'x':1}}|Expected the members algorithm, value in __datason_digest__ but found"
            + " [algorithm, value, x]",
        "{'__datason_payload__':1,'__datason_digest__':{'algorithm':'MD5','value':'c4'}}|Expected"
            + " the algorithm SHA-256 in __datason_digest__ but found MD5",
        "{'__datason_payload__':1,'__datason_digest__':{'algorithm':null,'value':'c4'}}|Expected"
            + " the algorithm SHA-256 in __datason_digest__ but found null",
        "{'__datason_payload__':1,'__datason_digest__':{'algorithm':'SHA-256','value':1}}|Expected"
            + " texts in __datason_digest__",
        "{'__datason_payload__':1,'__datason_digest__':{'algorithm':'SHA-256','value':'6b'}}|The"
            + " payload does not match its SHA-256: it was changed, or sealed with another key; do"
            + " not use it",
      })
  void whatIsNoHashedDocument(String sealed, String message) {
    IntegrityException e =
        assertThrows(
            IntegrityException.class,
            () -> INTEGRITY.open(sealed.replace('\'', '"'), Seals.HASH.opening));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'algorithm':'Ed25519','value':'AAAA'}|Expected the members algorithm, keyId, value in"
            + " __datason_signature__ but found [algorithm, value]",
        "{'algorithm':'Ed25519','keyId':1,'value':'AAAA'}|Expected texts in __datason_signature__",
        "{'algorithm':'Ed25519','keyId':null,'value':'AAAA'}|Expected texts in"
            + " __datason_signature__",
        "{'algorithm':'Ed25519','keyId':'bob','value':'AAAA'}|Expected a key that is known but"
            + " found 'bob'",
        "{'algorithm':'none','keyId':'ann','value':''}|Expected the algorithm Ed25519 in"
            + " __datason_signature__ but found none",
        "{'algorithm':'Ed25519','keyId':'ann','value':''}|The payload does not match its Ed25519:"
            + " it was changed, or sealed with another key; do not use it",
        "{'algorithm':'Ed25519','keyId':'ann','value':'!'}|The payload does not match its Ed25519:"
            + " it was changed, or sealed with another key; do not use it",
      })
  void whatIsNoSignedDocument(String signature, String message) {
    String sealed = "{'__datason_payload__':1,'__datason_signature__':" + signature + "}";
    IntegrityException e =
        assertThrows(
            IntegrityException.class,
            () -> INTEGRITY.open(sealed.replace('\'', '"'), Seals.NAMED_SIGNATURE.opening));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'__datason_payload__':1,'__datason_payload__':1,'__datason_digest__':{}}|Expected each"
            + " member once but found \"__datason_payload__\" again at $ (line"
            + " 1, column 26, offset 25)",
        "{'__datason_digest__':{},'__datason_digest__':{}}|Expected each member once but found"
            + " \"__datason_digest__\" again at $ (line 1, column 26, offset"
            + " 25)",
        "{'__datason_payload__':{'a':1,'\\u0061':2}}|Expected each member once but found \"a\""
            + " again at $.__datason_payload__ (line 1, column 31, offset 30)",
        "{'__datason_payload__':1,'__datason_digest__':{'value':'6b','value':'6b'}}|Expected each"
            + " member once but found \"value\" again at $.__datason_digest__ (line 1, column"
            + " 61, offset 60)",
        "{'__datason_payload__':1,'__datason_digest__':{}} {}|Expected the end of the document but"
            + " found '{' at $ (line 1, column 51, offset 50)",
      })
  void whatCouldBeReadInTwoWays(String sealed, String message) {
    JsonSyntaxException e =
        assertThrows(
            JsonSyntaxException.class,
            () -> INTEGRITY.open(sealed.replace('\'', '"'), Seals.HASH.opening));
    assertEquals(message, e.getMessage());
  }

  @Test
  void whatIsNoObject() {
    DatasonException e =
        assertThrows(DatasonException.class, () -> INTEGRITY.open("[1]", Seals.HASH.opening));
    assertEquals(
        "Expected an object but found an array at $ (line 1, column 1, offset 0)", e.getMessage());
    e =
        assertThrows(
            JsonSyntaxException.class, () -> INTEGRITY.open("\"\ud800\"", Seals.HASH.opening));
    assertEquals(
        "Expected text but found the lone surrogate U+D800 at $ (line 1, column 2, offset 1)",
        e.getMessage());
  }
}
