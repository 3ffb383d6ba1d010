package org.datason.integrity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;

/** A pair of seals, one to seal and one to open, for each kind that there is. */
enum Seals {
  HASH(Seal.hash(HashAlgorithm.SHA_256)),
  HASH_384(Seal.hash(HashAlgorithm.SHA_384)),
  HASH_512(Seal.hash(HashAlgorithm.SHA_512)),
  HMAC(Seal.hmac(HashAlgorithm.SHA_256, bytes("secret"))),
  HMAC_384(Seal.hmac(HashAlgorithm.SHA_384, bytes("secret"))),
  OTHER_HMAC(Seal.hmac(HashAlgorithm.SHA_256, bytes("Secret"))),
  SIGNATURE(Keys.ANN, null),
  OTHER_SIGNATURE(Keys.BEN, null),
  NAMED_SIGNATURE(Keys.ANN, "ann"),
  OTHER_NAMED_SIGNATURE(Keys.BEN, "ann"),
  PYTHON_HASH(Seal.pythonHash()),
  PYTHON_HMAC(Seal.pythonHmac(bytes("secret"))),
  OTHER_PYTHON_HMAC(Seal.pythonHmac(bytes("secret ")));

  final Seal sealing;
  final Seal opening;

  Seals(Seal seal) {
    sealing = seal;
    opening = seal;
  }

  Seals(KeyPair pair, String keyId) {
    sealing =
        keyId == null ? Seal.signing(pair.getPrivate()) : Seal.signing(pair.getPrivate(), keyId);
    opening =
        keyId == null
            ? Seal.verifying(pair.getPublic())
            : Seal.verifying(Map.of(keyId, pair.getPublic(), "cat", Keys.CAT.getPublic()));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Pairs of keys. */
  static final class Keys {

    static final KeyPair ANN = pair("Ed25519");
    static final KeyPair BEN = pair("Ed25519");
    static final KeyPair CAT = pair("Ed25519");

    private Keys() {}

    static KeyPair pair(String algorithm) {
      try {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }
}
