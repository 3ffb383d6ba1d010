package org.datason.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.IntegrityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Python's seals, with Python 3.11 as the oracle: each line of {@code python.ndjson} has a document
 * in some spelling, the text that {@code json.dumps(json.loads(document), ensure_ascii=False)}
 * makes of it, and its SHA-256 and HMAC-SHA-256; and where Python has it the same for {@code
 * sort_keys=True, separators=(",", ":"), allow_nan=False}.
 */
class PythonSealTest {

  private static final byte[] KEY = Seals.bytes("a secret key of Python: \u00e9");

  private final Integrity integrity = Integrity.of(Datason.create());
  private final Seal hash = Seal.pythonHash();
  private final Seal hmac = Seal.pythonHmac(KEY);

  static List<JsonNode> rows() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    PythonSealTest.class.getResourceAsStream("python.ndjson"),
                    StandardCharsets.UTF_8));
        Stream<String> lines = in.lines()) {
      List<String> all = lines.toList();
      JsonNode[] rows = new JsonNode[all.size()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = mapper.readTree(all.get(i));
      }
      assertFalse(rows.length == 0);
      return List.of(rows);
    }
  }

  private static String text(JsonNode row, String name) {
    return row.get(name).textValue();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theTextIsPythons(JsonNode row) {
    Payload payload = Payload.of(Seals.bytes(text(row, "json")));
    assertEquals(text(row, "text"), new String(payload.python(false), StandardCharsets.UTF_8));
    if (row.has("compact")) {
      assertEquals(text(row, "compact"), new String(payload.python(true), StandardCharsets.UTF_8));
    } else {
      assertThrows(IntegrityException.class, () -> payload.python(true));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatPythonSealedOpens(JsonNode row) {
    for (String json : List.of(text(row, "json"), text(row, "text"))) {
      assertOpens(json, "\"__datason_hash__\": \"" + text(row, "hash"), hash);
      assertOpens(json, "\"__datason_hmac__\": \"" + text(row, "hmac"), hmac);
      if (row.has("compact")) {
        String version = "\"__datason_integrity_version__\": 1, ";
        assertOpens(json, version + "\"__datason_hash__\": \"" + text(row, "compactHash"), hash);
        assertOpens(json, version + "\"__datason_hmac__\": \"" + text(row, "compactHmac"), hmac);
      }
    }
  }

  private void assertOpens(String json, String proof, Seal seal) {
    String sealed = "{\"__datason_payload__\": " + json + ", " + proof + "\"}";
    byte[] payload = integrity.openJson(Seals.bytes(sealed), seal);
    assertEquals(
        integrity.hashJson(Seals.bytes(json), HashAlgorithm.SHA_256),
        integrity.hashJson(payload, HashAlgorithm.SHA_256));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatWeSealHasPythonsProof(JsonNode row) throws IOException {
    byte[] json = Seals.bytes(text(row, "json"));
    String sealed = new String(integrity.sealJson(json, hash), StandardCharsets.UTF_8);
    assertEquals(proof("hash", text(row, "hash")), sealed.substring(sealed.lastIndexOf(',')));
    sealed = new String(integrity.sealJson(json, hmac), StandardCharsets.UTF_8);
    assertEquals(proof("hmac", text(row, "hmac")), sealed.substring(sealed.lastIndexOf(',')));
    assertArrayEquals(
        integrity.openJson(integrity.sealJson(json, hash), hash),
        integrity.openJson(integrity.sealJson(json, hmac), hmac));
  }

  private static String proof(String kind, String hex) {
    return ",\"__datason_" + kind + "__\":\"" + hex + "\"}";
  }

  @Test
  void theWholeDocument() {
    assertEquals(
        "{\"__datason_payload__\":{\"b\":0.00001,\"a\":[1,2]},\"__datason_hash__\":"
            + "\"468e7e3b843a62f71a1d761d48bb2cbb44aa35313d7d735551287b53241a5012\"}",
        new String(
            integrity.sealJson(Seals.bytes("{\"b\": 0.00001, \"a\": [1, 2]}"), hash),
            StandardCharsets.UTF_8));
  }

  @Test
  void theOrderOfMembersCounts() {
    String sealed = integrity.seal(Map.of("a", 1), hash);
    String two = sealed.replace("{\"a\":1}", "{\"a\":1,\"b\":2}");
    assertThrows(IntegrityException.class, () -> integrity.open(two, hash));
    String ours =
        new String(
            integrity.sealJson(Seals.bytes("{\"a\":1,\"b\":2}"), hash), StandardCharsets.UTF_8);
    String swapped = ours.replace("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}");
    assertThrows(IntegrityException.class, () -> integrity.open(swapped, hash));
  }

  @Test
  void aLoneSurrogateIsRefusedAsByPython() {
    IntegrityException e =
        assertThrows(IntegrityException.class, () -> integrity.seal("a\ud800", hash));
    assertEquals(
        "Python seals no text with a lone surrogate, but the payload has one", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"__datason_payload__\":1,\"__datason_hash__\":1}|Expected a text in __datason_hash__",
        "{\"__datason_payload__\":1,\"__datason_hash__\":null}|Expected a text in __datason_hash__",
        "{\"__datason_payload__\":1,\"__datason_hash__\":\"\"}|The payload does not match its Python"
            + " SHA-256: it was changed, or sealed with another key; do not use it",
        "{\"__datason_payload__\":1,\"__datason_hash__\":"
            + "\"6B86B273FF34FCE19D6B804EFF5A3F5747ADA4EAA22F1D49C01E52DDB7875B4B\"}|The payload"
            + " does not match its Python SHA-256: it was changed, or sealed with another key; do"
            + " not use it",
        "{\"__datason_payload__\":1,\"__datason_hash__\":\"6b\",\"__datason_integrity_version__\":2}"
            + "|Expected 1 in __datason_integrity_version__ but found 2",
        "{\"__datason_payload__\":1,\"__datason_hash__\":\"6b\","
            + "\"__datason_integrity_version__\":null}"
            + "|Expected 1 in __datason_integrity_version__ but found null",
        "{\"__datason_payload__\":NaN,\"__datason_hash__\":\"6b\","
            + "\"__datason_integrity_version__\":1}"
            + "|Python seals no NaN in this version of its form, but the payload has one",
        "{\"__datason_payload__\":1,\"__datason_integrity_version__\":1}"
            + "|Expected the member __datason_hash__ but found none",
        "{\"__datason_payload__\":1,\"__datason_hash__\":\"6b\",\"__datason_hmac__\":\"6b\"}"
            + "|Expected only __datason_payload__ and __datason_hash__ but found __datason_hmac__ (a"
            + " seal of Python's) at $.__datason_hmac__ (line 1, column 69, offset 68)",
      })
  void otherDocumentsAreRefused(String sealed, String message) {
    DatasonException e = assertThrows(IntegrityException.class, () -> integrity.open(sealed, hash));
    assertEquals(message, e.getMessage());
  }
}
