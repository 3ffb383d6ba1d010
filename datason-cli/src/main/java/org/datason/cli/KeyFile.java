package org.datason.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys in files: those of Ed25519 in PEM (RFC 7468), secret ones as bytes. */
final class KeyFile {

  private static final String ED25519 = "Ed25519";

  private KeyFile() {}

  /** A private key in PKCS#8. */
  static PrivateKey readPrivate(Path file) {
    byte[] key =
        pem(file, "PRIVATE KEY", "to sign; make one by: openssl genpkey -algorithm ed25519");
    try {
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new Failure(file + ": it holds no private key of " + ED25519, e);
    }
  }

  /** A public key as X.509 has it. */
  static PublicKey readPublic(Path file) {
    byte[] key = pem(file, "PUBLIC KEY", "to verify; take it by: openssl pkey -in PRIVATE -pubout");
    try {
      return KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new Failure(file + ": it holds no public key of " + ED25519, e);
    }
  }

  /** The bytes of a secret key; a line break at the end does not belong to it. */
  static byte[] readSecret(Path file) {
    byte[] bytes = bytes(file);
    int n = bytes.length;
    if (n > 0 && bytes[n - 1] == '\n') {
      n--;
      if (n > 0 && bytes[n - 1] == '\r') {
        n--;
      }
    }
    if (n == 0) {
      throw new Failure(file + ": it holds no key", null);
    }
    return Arrays.copyOf(bytes, n);
  }

  private static byte[] pem(Path file, String label, String purpose) {
    String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new Failure(
          file + ": expected a " + label.toLowerCase(java.util.Locale.ROOT) + " in PEM " + purpose,
          null);
    }
    try {
      return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    } catch (IllegalArgumentException e) {
      throw new Failure(file + ": its base64 is damaged", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Errors.unreadable(file.toString(), e);
    }
  }
}
