package org.datason.integrity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.DatasonException;
import org.datason.error.IntegrityException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegrityTest {

  record Run(UUID id, List<Double> losses) {}

  private static final String SAMPLE =
      "{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"
          + "\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
          + "\"literals\":[null,true,false]}";

  private static final String CANONICAL_SAMPLE =
      "{\"literals\":[null,true,false],"
          + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
          + "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";

  private final Datason datason = Datason.create();
  private final Integrity integrity = Integrity.of(datason);

  private static String sha256(String text) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Seals.bytes(text));
    return HexFormat.of().formatHex(hash);
  }

  private static Map<String, Object> run() {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("id", UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"));
    run.put("started", Instant.parse("2024-06-15T10:30:00.123456789Z"));
    run.put("rate", new BigDecimal("0.0010"));
    run.put("large", List.of(Long.MAX_VALUE, BigInteger.TEN.pow(40), 1e-300, Double.NaN));
    run.put("text", "\u00e9\ud83d\ude00\u0000\"");
    run.put("none", null);
    run.put("losses", new ArrayList<>(List.of(0.75, 0.5, -0.0)));
    return run;
  }

  // ---------------------------------------------------------------- hashes

  /** The example of RFC 8785, section 3.2.2. */
  @Test
  void theHashIsOverTheCanonicalForm() throws GeneralSecurityException {
    assertEquals(
        sha256(CANONICAL_SAMPLE), integrity.hashJson(Seals.bytes(SAMPLE), HashAlgorithm.SHA_256));
  }

  @Test
  void knownHashes() {
    assertEquals(
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        integrity.hash(Map.of(), HashAlgorithm.SHA_256));
    assertEquals(
        "d2a23bc783e3aa38f401e13c7488505137c4954a7fd88331f1597c5ff71111dc"
            + "807c7370a5b282c6da541c56ede69f30",
        integrity.hash(Map.of(), HashAlgorithm.SHA_384));
    assertEquals(128, integrity.hash(Map.of(), HashAlgorithm.SHA_512).length());
  }

  @Test
  void whereTheCanonicalFormExistsItIsHashed() throws GeneralSecurityException {
    Map<String, Object> run = run();
    run.remove("large");
    String canonical = datason.with(c -> c.canonical(true)).toJson(run);
    assertEquals(sha256(canonical), integrity.hash(run, HashAlgorithm.SHA_256));
  }

  @Test
  void whatTheCanonicalFormRefusesIsHashedByItsAdditions() throws GeneralSecurityException {
    Object value = List.of(Long.MAX_VALUE, "a\ud800", new BigInteger("1234567890123456789012"));
    assertThrows(
        UnsupportedTypeException.class, () -> datason.with(c -> c.canonical(true)).toJson(value));
    assertEquals(
        sha256("[9223372036854775807,\"a\\ud800\",1.234567890123456789012e+21]"),
        integrity.hash(value, HashAlgorithm.SHA_256));
    assertEquals(
        integrity.hash(value, HashAlgorithm.SHA_256),
        Integrity.of(datason.with(c -> c.canonical(true))).hash(value, HashAlgorithm.SHA_256));
    assertEquals(
        sha256("[-Infinity,Infinity,NaN]"),
        integrity.hashJson(Seals.bytes("[-Infinity, Infinity,NaN]"), HashAlgorithm.SHA_256));
    BigInteger huge = BigInteger.TEN.pow(5_000);
    Integrity large = Integrity.of(datason.with(c -> c.maxNumberLength(10_000)));
    assertEquals(sha256("1e+5000"), large.hash(huge, HashAlgorithm.SHA_256));
    assertEquals(huge, large.open(large.seal(huge, Seals.HASH.sealing), Seals.HASH.opening));
  }

  @Test
  void theHashDoesNotDependOnTheLayout() {
    String hash = integrity.hash(run(), HashAlgorithm.SHA_256);
    for (Datason other :
        List.of(
            datason.with(c -> c.indent(3)),
            datason.with(c -> c.sortKeys(true)),
            datason.with(c -> c.asciiOnly(true)))) {
      assertEquals(hash, Integrity.of(other).hash(run(), HashAlgorithm.SHA_256));
      assertEquals(hash, integrity.hashJson(other.toBytes(run()), HashAlgorithm.SHA_256));
    }
    Map<String, Object> less = run();
    less.remove("none");
    assertNotEquals(hash, integrity.hash(less, HashAlgorithm.SHA_256));
  }

  // ---------------------------------------------------------------- seals

  @ParameterizedTest
  @EnumSource(Seals.class)
  void whatWasSealedOpens(Seals seals) {
    String sealed = integrity.seal(run(), seals.sealing);
    assertEquals(run(), integrity.open(sealed, seals.opening));
    assertNull(integrity.open(integrity.seal(null, seals.sealing), seals.opening));
    Run run = new Run(new UUID(1, 2), List.of(0.5, -0.0));
    assertEquals(run, integrity.open(integrity.seal(run, seals.sealing), seals.opening, Run.class));
    assertEquals(
        List.of(run),
        integrity.open(
            integrity.seal(List.of(run), seals.sealing),
            seals.opening,
            new TypeRef<List<Run>>() {}));
    byte[] json = Seals.bytes("{ \"b\" : 1.50, \"a\" : [ NaN, 12345678901234567890.10 ] }");
    byte[] sealedJson = integrity.sealJson(json, seals.sealing);
    assertEquals(
        "{\"b\":1.50,\"a\":[NaN,12345678901234567890.10]}",
        new String(integrity.openJson(sealedJson, seals.opening), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Seals.class)
  void noOtherSealOpensIt(Seals seals) {
    String sealed = integrity.seal(run(), seals.sealing);
    for (Seals other : Seals.values()) {
      if (other != seals) {
        assertThrows(
            IntegrityException.class, () -> integrity.open(sealed, other.opening), other.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Seals.class)
  void theLayoutIsThatOfTheSettings(Seals seals) {
    for (Datason other :
        List.of(
            datason.with(c -> c.indent(2)),
            datason.with(c -> c.sortKeys(true).asciiOnly(true)),
            datason.with(c -> c.canonical(true)))) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("b", "\u00e9");
      value.put("a", List.of(1.5));
      String sealed = Integrity.of(other).seal(value, seals.sealing);
      assertEquals(value, integrity.open(sealed, seals.opening));
      byte[] json = Seals.bytes("{\"b\":1e0,\"a\":\"\u00e9\"}");
      byte[] sealedJson = Integrity.of(other).sealJson(json, seals.sealing);
      assertArrayEquals(json, integrity.openJson(sealedJson, seals.opening));
    }
    assertEquals(
        "{\n  \"__datason_payload__\": [\n    1\n  ],\n  \"__datason_digest__\": {\n"
            + "    \"algorithm\": \"SHA-256\",\n    \"value\":"
            + " \"080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22\"\n  }\n}",
        Integrity.of(datason.with(c -> c.indent(2)))
            .seal(List.of(1), Seal.hash(HashAlgorithm.SHA_256)));
  }

  @Test
  void othersCanVerifyASignature() throws GeneralSecurityException {
    String sealed = integrity.seal(Map.of("b", 1.0, "a", "x"), Seals.NAMED_SIGNATURE.sealing);
    String start = "{\"__datason_payload__\":";
    String middle =
        ",\"__datason_signature__\":{\"algorithm\":\"Ed25519\",\"keyId\":\"ann\",\"value\":\"";
    assertEquals(start, sealed.substring(0, start.length()));
    String base64 = sealed.substring(sealed.indexOf(middle) + middle.length(), sealed.length() - 3);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(Seals.Keys.ANN.getPublic());
    signature.update(Seals.bytes("{\"a\":\"x\",\"b\":1}"));
    assertEquals(true, signature.verify(Base64.getDecoder().decode(base64)));
  }

  @Test
  void payloadsAsDeepAsValuesCanBe() {
    Integrity flat = Integrity.of(datason.with(c -> c.maxDepth(3)));
    Object deepest = List.of(List.of(List.of(1)));
    String sealed = flat.seal(deepest, Seals.HASH.sealing);
    assertEquals(deepest, flat.open(sealed, Seals.HASH.opening));
    LimitException e =
        assertThrows(
            LimitException.class,
            () -> flat.open(sealed.replace("[1]", "[[1]]"), Seals.HASH.opening));
    assertEquals(
        "More than 4 arrays and objects in one another; raise maxDepth if this is meant at"
            + " $.__datason_payload__[0][0][0] (line 1, column 27, offset 26)",
        e.getMessage());
    Datason unlimited = datason.with(c -> c.maxDepth(Integer.MAX_VALUE));
    byte[] deep = new byte[200_000];
    Arrays.fill(deep, 0, 100_000, (byte) '[');
    Arrays.fill(deep, 100_000, 200_000, (byte) ']');
    byte[] opened =
        Integrity.of(unlimited)
            .openJson(
                Integrity.of(unlimited).sealJson(deep, Seals.HASH.sealing), Seals.HASH.opening);
    assertEquals(Arrays.hashCode(deep), Arrays.hashCode(opened));
  }

  // ---------------------------------------------------------------- misuse

  @Test
  void keysThatCannot() {
    String sealed = integrity.seal(1, Seals.SIGNATURE.sealing);
    assertMisuse(
        "A private key seals and cannot open; open with Seal.verifying(publicKey)",
        () -> integrity.open(sealed, Seals.SIGNATURE.sealing));
    assertMisuse(
        "A public key opens and cannot seal; seal with Seal.signing(privateKey)",
        () -> integrity.seal(1, Seals.SIGNATURE.opening));
    assertMisuse(
        "Expected a secret key but found an empty one", () -> Seal.pythonHmac(new byte[0]));
    assertMisuse(
        "Expected a secret key but found an empty one",
        () -> Seal.hmac(HashAlgorithm.SHA_512, new byte[0]));
    for (String other : List.of("Ed448", "RSA", "EC")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Seal.signing(Seals.Keys.pair(other).getPrivate()),
          other);
      assertThrows(
          IllegalArgumentException.class,
          () -> Seal.verifying(Map.of("a", Seals.Keys.pair(other).getPublic())),
          other);
    }
  }

  private static void assertMisuse(String message, Runnable misuse) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, misuse::run).getMessage());
  }

  @Test
  void aKeyThatIsChangedLaterDoesNotChangeTheSeal() {
    byte[] key = Seals.bytes("secret");
    Seal seal = Seal.hmac(HashAlgorithm.SHA_256, key);
    Arrays.fill(key, (byte) 0);
    assertEquals(1, integrity.open(integrity.seal(1, Seals.HMAC.sealing), seal));
  }

  @Test
  void sealsShowNoKey() {
    assertEquals("HMAC-SHA-256", Seals.HMAC.sealing.toString());
    assertEquals("SHA-384", Seals.HASH_384.sealing.toString());
    assertEquals("Ed25519", Seals.NAMED_SIGNATURE.sealing.toString());
    assertEquals("Python HMAC-SHA-256", Seals.PYTHON_HMAC.sealing.toString());
  }

  @Test
  void errorsAboutTheDocument() {
    String twice = "{\"a\":[{\"b\":1,\"c\":2,\"b\":1}]}";
    DatasonException e =
        assertThrows(
            DatasonException.class,
            () -> integrity.hashJson(Seals.bytes(twice), HashAlgorithm.SHA_256));
    assertEquals(
        "Expected each member once but found \"b\" again at $.a[0] (line 1, column 20, offset 19)",
        e.getMessage());
  }
}
