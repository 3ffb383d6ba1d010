package org.datason.integrity;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Map;
import java.util.Objects;
import org.datason.error.IntegrityException;
import org.datason.json.JsonWriter;

/**
 * A way to seal documents: by a hash, which shows damage; by an HMAC, which shows that somebody
 * with the secret key wrote it; by a signature, which shows that the owner of the private key did.
 * A document opens only with the seal it was made with: the same kind, algorithm and key.
 *
 * <p>Immutable and thread-safe. {@link #toString} shows no key.
 *
 * <table>
 * <caption>What a sealed document holds beside the payload</caption>
 * <tr><th>seal</th><th>member</th></tr>
 * <tr><td>{@link #hash}</td>
 * <td>{@code "__datason_digest__":{"algorithm":"SHA-384","value":HEX}}</td></tr>
 * <tr><td>{@link #hmac}</td>
 * <td>{@code "__datason_mac__":{"algorithm":"HMAC-SHA-256","value":HEX}}</td></tr>
 * <tr><td>{@link #signing(PrivateKey)}</td>
 * <td>{@code "__datason_signature__":{"algorithm":"Ed25519","value":BASE64}}, and {@code "keyId"}
 * before the value if there is one</td></tr>
 * <tr><td>{@link #pythonHash}, {@link #pythonHmac}</td>
 * <td>{@code "__datason_hash__":HEX}, {@code "__datason_hmac__":HEX}</td></tr>
 * </table>
 */
public abstract sealed class Seal permits AlgorithmSeal, PythonSeal {

  static final String PAYLOAD = "__datason_payload__";

  Seal() {}

  /**
   * A hash of the canonical form: shows damage, but whoever changes the payload can change the hash
   * as well.
   *
   * @param algorithm the hash function
   * @return the seal
   */
  public static Seal hash(HashAlgorithm algorithm) {
    return new HashSeal(algorithm, null);
  }

  /**
   * An HMAC (RFC 2104) of the canonical form.
   *
   * @param algorithm the hash function
   * @param key the secret key, at least one byte; as many random bytes as the hash has are advised
   * @return the seal
   * @throws IllegalArgumentException if the key is empty
   */
  public static Seal hmac(HashAlgorithm algorithm, byte[] key) {
    return new HashSeal(algorithm, checked(key));
  }

  /**
   * A signature by Ed25519 (RFC 8032) over the canonical form, without the name of a key.
   *
   * @param key the private key, which seals and cannot open
   * @return the seal
   * @throws IllegalArgumentException if the key is not one of Ed25519
   */
  public static Seal signing(PrivateKey key) {
    return SignatureSeal.ofPrivate(key, null);
  }

  /**
   * A signature by Ed25519 with the name of the key, so that keys can be replaced over time.
   *
   * @param key the private key, which seals and cannot open
   * @param keyId the name, by which {@link #verifying(Map)} finds the public key
   * @return the seal
   * @throws IllegalArgumentException if the key is not one of Ed25519
   */
  public static Seal signing(PrivateKey key, String keyId) {
    return SignatureSeal.ofPrivate(key, Objects.requireNonNull(keyId, "keyId"));
  }

  /**
   * Opens what {@link #signing(PrivateKey)} sealed.
   *
   * @param key the public key, which opens and cannot seal
   * @return the seal
   * @throws IllegalArgumentException if the key is not one of Ed25519
   */
  public static Seal verifying(PublicKey key) {
    return SignatureSeal.ofPublic(key);
  }

  /**
   * Opens what {@link #signing(PrivateKey, String)} sealed with any of some keys.
   *
   * @param keys the public keys by their names
   * @return the seal
   * @throws IllegalArgumentException if one of the keys is not one of Ed25519
   */
  public static Seal verifying(Map<String, PublicKey> keys) {
    return SignatureSeal.ofNamed(keys);
  }

  /**
   * The hash that Python's datason writes and verifies: SHA-256 over Python's own text of the
   * payload. It takes no text with a lone surrogate.
   *
   * @return the seal
   */
  public static Seal pythonHash() {
    return new PythonSeal(null);
  }

  /**
   * The HMAC that Python's datason writes and verifies: HMAC-SHA-256 over Python's own text of the
   * payload. It takes no text with a lone surrogate.
   *
   * @param key the secret key: for Python's key, a text, its bytes in UTF-8
   * @return the seal
   * @throws IllegalArgumentException if the key is empty
   */
  public static Seal pythonHmac(byte[] key) {
    return new PythonSeal(checked(key));
  }

  private static byte[] checked(byte[] key) {
    if (key.length == 0) {
      throw new IllegalArgumentException("Expected a secret key but found an empty one");
    }
    return key.clone();
  }

  /** The name of the member that holds the proof. */
  abstract String member();

  /** Whether a document may hold a member beside the payload. */
  boolean takes(String name) {
    return name.equals(member());
  }

  /** Writes the value of the member for a payload. */
  abstract void write(Payload payload, JsonWriter out);

  /**
   * Does nothing if a payload is what was sealed.
   *
   * @param members the other members of the document, all of which the seal {@link #takes}, {@link
   *     #member} among them
   * @throws IntegrityException otherwise
   */
  abstract void verify(Payload payload, Map<String, Object> members);

  final IntegrityException differs() {
    return new IntegrityException(
        "The payload does not match its "
            + this
            + ": it was changed, or sealed with another key; do not use it",
        null);
  }
}
