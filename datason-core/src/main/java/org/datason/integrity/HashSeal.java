package org.datason.integrity;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/** A hash, or an HMAC where there is a key. */
final class HashSeal extends AlgorithmSeal {

  private final HashAlgorithm algorithm;
  private final byte[] key;

  HashSeal(HashAlgorithm algorithm, byte[] key) {
    this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
    this.key = key;
  }

  @Override
  String member() {
    return key == null ? "__datason_digest__" : "__datason_mac__";
  }

  @Override
  String algorithm() {
    return (key == null ? "" : "HMAC-") + algorithm;
  }

  @Override
  String prove(byte[] canonical) {
    return HexFormat.of()
        .formatHex(key == null ? algorithm.hash(canonical) : algorithm.hmac(key, canonical));
  }

  @Override
  boolean isProof(String text, String keyId, byte[] canonical) {
    return MessageDigest.isEqual(bytes(prove(canonical)), bytes(text));
  }

  @Override
  public String toString() {
    return algorithm();
  }
}
