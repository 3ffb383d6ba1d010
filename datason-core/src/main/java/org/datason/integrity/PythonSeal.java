package org.datason.integrity;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.datason.error.IntegrityException;
import org.datason.json.JsonWriter;

/**
 * The seals of Python's datason. It writes those that all its releases verify, and verifies those
 * of later releases as well, which have a version and are made over a compact text.
 */
final class PythonSeal extends Seal {

  private static final String HASH = "__datason_hash__";
  private static final String HMAC = "__datason_hmac__";
  private static final String VERSION = "__datason_integrity_version__";

  private final byte[] key;

  PythonSeal(byte[] key) {
    this.key = key;
  }

  /** Whether a member holds the proof of one of Python's seals. */
  static boolean isMember(String name) {
    return name.equals(HASH) || name.equals(HMAC);
  }

  @Override
  String member() {
    return key == null ? HASH : HMAC;
  }

  @Override
  boolean takes(String name) {
    return name.equals(member()) || name.equals(VERSION);
  }

  @Override
  void write(Payload payload, JsonWriter out) {
    out.writeString(prove(payload.python(false)));
  }

  @Override
  void verify(Payload payload, Map<String, Object> members) {
    if (!(members.get(member()) instanceof String text)) {
      throw new IntegrityException("Expected a text in " + member(), null);
    }
    boolean versioned = members.containsKey(VERSION);
    if (versioned && !Integer.valueOf(1).equals(members.get(VERSION))) {
      throw new IntegrityException(
          "Expected 1 in " + VERSION + " but found " + members.get(VERSION), null);
    }
    byte[] expected = AlgorithmSeal.bytes(prove(payload.python(versioned)));
    if (!MessageDigest.isEqual(expected, AlgorithmSeal.bytes(text))) {
      throw differs();
    }
  }

  private String prove(byte[] text) {
    HashAlgorithm sha = HashAlgorithm.SHA_256;
    return HexFormat.of().formatHex(key == null ? sha.hash(text) : sha.hmac(key, text));
  }

  @Override
  public String toString() {
    return "Python " + (key == null ? "" : "HMAC-") + HashAlgorithm.SHA_256;
  }
}
