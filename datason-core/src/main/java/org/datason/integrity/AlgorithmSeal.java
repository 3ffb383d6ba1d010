package org.datason.integrity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.datason.error.IntegrityException;
import org.datason.json.JsonWriter;

/**
 * Our own seals, over the canonical form: an object with the name of the algorithm and the proof.
 */
abstract sealed class AlgorithmSeal extends Seal permits HashSeal, SignatureSeal {

  private static final String ALGORITHM = "algorithm";
  private static final String KEY_ID = "keyId";
  private static final String VALUE = "value";

  /** The name of the algorithm, as documents have it. */
  abstract String algorithm();

  /** The name of the key that seals, or null. */
  String keyId() {
    return null;
  }

  /** Whether the documents that it opens name a key. */
  boolean expectsKeyId() {
    return false;
  }

  /** The proof for a payload. */
  abstract String prove(byte[] canonical);

  /**
   * Whether a text is the proof for a payload.
   *
   * @param keyId the name of the key, if it {@link #expectsKeyId}, else null
   */
  abstract boolean isProof(String text, String keyId, byte[] canonical);

  @Override
  final void write(Payload payload, JsonWriter out) {
    String proof = prove(payload.canonical());
    out.beginObject();
    out.writeName(ALGORITHM);
    out.writeString(algorithm());
    if (keyId() != null) {
      out.writeName(KEY_ID);
      out.writeString(keyId());
    }
    out.writeName(VALUE);
    out.writeString(proof);
    out.endObject();
  }

  @Override
  final void verify(Payload payload, Map<String, Object> members) {
    if (!(members.get(member()) instanceof Map<?, ?> proof)) {
      throw new IntegrityException("Expected an object in " + member(), null);
    }
    Set<String> names =
        expectsKeyId() ? Set.of(ALGORITHM, KEY_ID, VALUE) : Set.of(ALGORITHM, VALUE);
    if (!proof.keySet().equals(names)) {
      throw new IntegrityException(
          "Expected the members "
              + String.join(", ", new TreeSet<>(names))
              + " in "
              + member()
              + " but found "
              + proof.keySet(),
          null);
    }
    if (!algorithm().equals(proof.get(ALGORITHM))) {
      throw new IntegrityException(
          "Expected the algorithm "
              + algorithm()
              + " in "
              + member()
              + " but found "
              + proof.get(ALGORITHM),
          null);
    }
    Object keyId = proof.get(KEY_ID);
    if (!(proof.get(VALUE) instanceof String text) || expectsKeyId() != keyId instanceof String) {
      throw new IntegrityException("Expected texts in " + member(), null);
    }
    if (!isProof(text, (String) keyId, payload.canonical())) {
      throw differs();
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
