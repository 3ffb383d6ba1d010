package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands hash, sign and verify. */
class SealTest {

  private static final String DIFFERS =
      ": it was changed, or sealed with another key; do not use it\n";

  @TempDir private Path folder;

  private Path document;
  private Path signed;
  private Path privateKey;
  private Path publicKey;
  private Path secret;

  @BeforeEach
  void files() throws IOException, GeneralSecurityException {
    document = TestFiles.write(folder.resolve("run.json"), "{ \"b\": 1.50,\n \"a\": [NaN] }\n");
    signed = folder.resolve("signed.json");
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    privateKey = pem("private.pem", "PRIVATE KEY", pair.getPrivate());
    publicKey = pem("public.pem", "PUBLIC KEY", pair.getPublic());
    secret = TestFiles.write(folder.resolve("hmac.key"), "secret\n");
  }

  private Path pem(String name, String label, Key key) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return TestFiles.write(
        folder.resolve(name),
        "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
  }

  // ---------------------------------------------------------------- hash

  @ParameterizedTest
  @CsvSource({
    "sha256, 43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777",
    "SHA-256, 43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777",
    "sha384, 5b5061937d9429347654a4a661c91ebd23a83dd2233309e3d1a9eaab2085f2399ddfaee0fccfb405324e6bb5e008400b",
    "SHA_512, b5da773f945631ed9943f66ab28641439d8895e350fb1fb9e21377bc63cd546bb68a5db808c57f846ddb195def323b315fe8917213aa34f996edebfa8f9653aa"
  })
  void theHashOfADocument(String algorithm, String hash) {
    for (String json : List.of("{\"b\":2,\"a\":1}", " {\n\"\\u0061\": 1.0, \"b\": 2e0 } ")) {
      assertEquals(Run.good(hash + "  -\n"), Run.on(json, "hash", "--algorithm", algorithm, "-"));
    }
  }

  @Test
  void theHashesOfFiles() throws IOException {
    Path gzip = TestFiles.write(folder.resolve("a.json.gz"), "{\"a\":1,\"b\":2}");
    Path plain = TestFiles.write(folder.resolve("b.json"), "{\"b\":2,\"a\":1}");
    String hash = "43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777";
    assertEquals(
        Run.good(hash + "  " + gzip + "\n" + hash + "  " + plain + "\n"),
        Run.of("hash", gzip, plain));
  }

  @Test
  void whatHasNoHash() {
    assertEquals(
        Run.failed(
            1,
            "datason: -:1:4: Expected ',' or the end of the array or object but found '2' at $[0]"),
        Run.on("[1 2]", "hash", "-"));
    assertEquals(
        Run.failed(
            2,
            "datason: Invalid value for option '--algorithm': expected sha256, sha384 or"
                + " sha512 but was 'md5' (see 'datason hash --help')"),
        Run.of("hash", "--algorithm", "md5", document));
  }

  // ---------------------------------------------------------------- sign and verify

  private Object[] line(String options, Object... files) {
    String filled =
        options
            .replace("PRIVATE", privateKey.toString())
            .replace("PUBLIC", publicKey.toString())
            .replace("SECRET", secret.toString());
    return Stream.concat(Stream.of(filled.split(" ")), Stream.of(files)).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "sign --key PRIVATE, verify --key PUBLIC",
    "sign --key PRIVATE --key-id ann, verify --key PUBLIC --key-id ann",
    "sign --hmac-key SECRET, verify --hmac-key SECRET",
    "sign --hmac-key SECRET --algorithm sha512, verify --algorithm sha512 --hmac-key SECRET",
    "sign --hmac-key SECRET --python, verify --hmac-key SECRET --python",
    "sign --hash, verify --hash",
    "sign --hash --algorithm sha384, verify --hash --algorithm SHA-384",
    "sign --hash --python, verify --hash --python --algorithm sha256"
  })
  void whatWasSignedIsVerified(String sign, String verify) throws IOException {
    for (String name : List.of("signed.json", "signed.json.gz")) {
      Path file = folder.resolve(name);
      assertEquals(Run.quiet(), Run.of(line(sign, document, file)));
      assertEquals(Run.good(file + ": ok\n"), Run.of(line(verify, file)));
      String json = TestFiles.read(file);
      assertTrue(json.startsWith("{\"__datason_payload__\":{\"b\":1.50,\"a\":[NaN]},"), json);
      TestFiles.write(file, json.replace("1.50", "1.51"));
      Run tampered = Run.of(line(verify, file));
      assertEquals(1, tampered.code());
      assertTrue(tampered.out().endsWith(DIFFERS), tampered.out());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(6, files.count()); // and nothing half-written beside them
    }
  }

  @Test
  void standardStreams() {
    Run run = Run.on("[1]", line("sign --hash", "-", "-"));
    assertEquals(
        Run.good(
            "{\"__datason_payload__\":[1],\"__datason_digest__\":{\"algorithm\":\"SHA-256\","
                + "\"value\":\"080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22\"}}"
                + "\n"),
        run);
    assertEquals(Run.good("-: ok\n"), Run.on(run.out(), "verify", "--hash", "-"));
  }

  @Test
  void aFileCanBeSignedInPlace() throws IOException {
    assertEquals(Run.quiet(), Run.of(line("sign --key PRIVATE", document, document)));
    assertEquals(Run.good(document + ": ok\n"), Run.of(line("verify --key PUBLIC", document)));
  }

  @Test
  void anotherKindOfSealDoesNotPass() throws IOException {
    assertEquals(Run.quiet(), Run.of(line("sign --hash --python", document, signed)));
    assertEquals(
        new Run(
            1,
            signed
                + ":1:64: Expected only __datason_payload__ and __datason_signature__ but found"
                + " __datason_hash__ (a seal of Python's) at $.__datason_hash__\n"
                + folder.resolve("gone")
                + ": there is no such file\n"
                + document
                + ":1:8: Expected only __datason_payload__ and __datason_signature__ but found b at $.b\n",
            ""),
        Run.of(line("verify --key PUBLIC", signed, folder.resolve("gone"), document)));
  }

  @Test
  void anotherKeyDoesNotPass() throws IOException {
    assertEquals(Run.quiet(), Run.of(line("sign --hmac-key SECRET", document, signed)));
    TestFiles.write(secret, "Secret");
    assertEquals(
        new Run(1, signed + ": The payload does not match its HMAC-SHA-256" + DIFFERS, ""),
        Run.of(line("verify --hmac-key SECRET", signed)));
    TestFiles.write(secret, "secret\r\n");
    assertEquals(Run.good(signed + ": ok\n"), Run.of(line("verify --hmac-key SECRET", signed)));
  }

  /** Written by Python 3.11: json.dumps, hmac.new(b"secret", .., "sha256"). */
  @Test
  void whatPythonWrote() throws IOException {
    TestFiles.write(
        signed,
        "{\"__datason_payload__\": {\"x\": [1e-05, \"\u00e9\"]}, \"__datason_hmac__\": \"368b073c2c483df97294347532fbc6da861b4c97c4110414d5a957284ed89b26\"}");
    assertEquals(
        Run.good(signed + ": ok\n"), Run.of(line("verify --hmac-key SECRET --python", signed)));
  }

  // ---------------------------------------------------------------- keys and usage

  @Test
  void keysThatAreNone() throws IOException {
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + publicKey
                + ": expected a private key in PEM to sign; make one by: openssl genpkey -algorithm"
                + " ed25519"),
        Run.of(line("sign --key PUBLIC", document, signed)));
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + privateKey
                + ": expected a public key in PEM to verify; take it by: openssl pkey -in PRIVATE"
                + " -pubout"),
        Run.of(line("verify --key PRIVATE", document)));
    for (String base64 : List.of("AAAA", "A")) {
      Path bad =
          TestFiles.write(
              folder.resolve("bad.pem"),
              "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
      assertEquals(
          Run.failed(
              1,
              "datason: "
                  + bad
                  + (base64.equals("A")
                      ? ": its base64 is damaged"
                      : ": it holds no private key of Ed25519")),
          Run.of("sign", "--key", bad, document, signed));
    }
    Path badPublic =
        TestFiles.write(
            folder.resolve("bad.pem"),
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
    assertEquals(
        Run.failed(1, "datason: " + badPublic + ": it holds no public key of Ed25519"),
        Run.of("verify", "--key", badPublic, document));
    TestFiles.write(secret, "\n");
    assertEquals(
        Run.failed(1, "datason: " + secret + ": it holds no key"),
        Run.of(line("sign --hmac-key SECRET", document, signed)));
    assertEquals(
        Run.failed(1, "datason: " + folder + ": it is a folder"),
        Run.of("sign", "--hmac-key", folder, document, signed));
    assertTrue(Files.notExists(signed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sign --hash --key-id a|--key-id goes with --key|sign",
        "sign --key PRIVATE --algorithm sha256|--algorithm does not go with --key, which is"
            + " Ed25519|sign",
        "verify --key PUBLIC --python|--python does not go with --key: Python has no"
            + " signatures|verify",
        "verify --hash --python --algorithm sha384|--python has sha256 alone|verify",
      })
  void optionsThatContradict(String options, String message, String command) {
    assertEquals(
        Run.failed(2, "datason: " + message + " (see 'datason " + command + " --help')"),
        Run.of(line(options, document, signed)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign a b", "verify a", "verify --hash --key k a"})
  void exactlyOneKindOfSealIsAskedFor(String line) {
    assertEquals(2, Run.of((Object[]) line.split(" ")).code());
  }

  @Test
  void whatCannotBeReadOrWritten() {
    Path gone = folder.resolve("gone.json");
    assertEquals(
        Run.failed(1, "datason: " + gone + ": there is no such file"),
        Run.of("sign", "--hash", gone, signed));
    assertEquals(
        Run.failed(1, "datason: " + gone + ": there is no such file"), Run.of("hash", gone));
    assertEquals(
        Run.failed(1, "datason: -:1:2: Expected a value but found the end of the input at $[0]"),
        Run.on("[", "sign", "--hash", "-", signed));
    Path nowhere = folder.resolve("no/where.json");
    assertEquals(
        Run.failed(1, "datason: " + nowhere + " cannot be written: there is no such file"),
        Run.of("sign", "--hash", document, nowhere));
  }
}
