package org.datason.integrity;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.datason.error.IntegrityException;

/** A signature by Ed25519, which the JDK makes and verifies. */
final class SignatureSeal extends AlgorithmSeal {

  private static final String ED25519 = "Ed25519";

  /** The bytes of a signature. */
  private static final int LENGTH = 64;

  private final PrivateKey signing;
  private final String keyId;
  private final PublicKey verifying;
  private final Map<String, PublicKey> keys;

  private SignatureSeal(
      PrivateKey signing, String keyId, PublicKey verifying, Map<String, PublicKey> keys) {
    this.signing = signing;
    this.keyId = keyId;
    this.verifying = verifying;
    this.keys = keys;
  }

  static SignatureSeal ofPrivate(PrivateKey key, String keyId) {
    Objects.requireNonNull(key, "key");
    check(() -> algorithmOfJdk().initSign(key));
    return new SignatureSeal(key, keyId, null, null);
  }

  static SignatureSeal ofPublic(PublicKey key) {
    Objects.requireNonNull(key, "key");
    check(() -> algorithmOfJdk().initVerify(key));
    return new SignatureSeal(null, null, key, null);
  }

  static SignatureSeal ofNamed(Map<String, PublicKey> keys) {
    keys.values().forEach(SignatureSeal::ofPublic);
    return new SignatureSeal(null, null, null, Map.copyOf(keys));
  }

  private static void check(Initialization key) {
    try {
      key.run();
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(
          "Expected a key of " + ED25519 + " but found another: " + e.getMessage(), e);
    }
  }

  private static Signature algorithmOfJdk() {
    try {
      return Signature.getInstance(ED25519);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + ED25519, e);
    }
  }

  @Override
  String member() {
    return "__datason_signature__";
  }

  @Override
  String algorithm() {
    return ED25519;
  }

  @Override
  String keyId() {
    return keyId;
  }

  @Override
  boolean expectsKeyId() {
    return keys != null;
  }

  @Override
  String prove(byte[] canonical) {
    if (signing == null) {
      throw new IllegalArgumentException(
          "A public key opens and cannot seal; seal with Seal.signing(privateKey)");
    }
    try {
      Signature signature = algorithmOfJdk();
      signature.initSign(signing);
      signature.update(canonical);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key did not sign: " + e.getMessage(), e);
    }
  }

  @Override
  boolean isProof(String text, String keyId, byte[] canonical) {
    if (signing != null) {
      throw new IllegalArgumentException(
          "A private key seals and cannot open; open with Seal.verifying(publicKey)");
    }
    PublicKey key = keyId == null ? verifying : keys.get(keyId);
    if (key == null) {
      throw new IntegrityException("Expected a key that is known but found '" + keyId + "'", null);
    }
    try {
      byte[] proof = Base64.getDecoder().decode(text);
      if (proof.length != LENGTH || !Base64.getEncoder().encodeToString(proof).equals(text)) {
        // Several texts stand for the same bytes, and to the JDK a zero at the end changes nothing.
        return false;
      }
      Signature signature = algorithmOfJdk();
      signature.initVerify(key);
      signature.update(canonical);
      return signature.verify(proof);
    } catch (IllegalArgumentException | SignatureException e) {
      return false; // neither base64, nor what a signature can be
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("The key did not verify: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return ED25519;
  }

  /** Gives a key to the JDK. */
  private interface Initialization {

    void run() throws InvalidKeyException;
  }
}
