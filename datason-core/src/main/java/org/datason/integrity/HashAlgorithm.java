package org.datason.integrity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash functions of FIPS 180-4 that are used, alone or in an HMAC (RFC 2104). */
public enum HashAlgorithm {
  /** SHA-256, of 64 hexadecimal digits. */
  SHA_256("SHA-256", "HmacSHA256"),
  /** SHA-384, of 96 hexadecimal digits. */
  SHA_384("SHA-384", "HmacSHA384"),
  /** SHA-512, of 128 hexadecimal digits. */
  SHA_512("SHA-512", "HmacSHA512");

  private final String text;
  private final String mac;

  HashAlgorithm(String text, String mac) {
    this.text = text;
    this.mac = mac;
  }

  byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance(text).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + text, e);
    }
  }

  byte[] hmac(byte[] key, byte[] bytes) {
    try {
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(key, mac));
      return hmac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + mac, e);
    }
  }

  /** The name of the standard: {@code SHA-256}. */
  @Override
  public String toString() {
    return text;
  }
}
