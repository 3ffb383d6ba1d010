package org.datason.cli;

import java.nio.file.Path;
import java.util.Map;
import org.datason.integrity.HashAlgorithm;
import org.datason.integrity.Seal;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say how a document is sealed: the same to sign and to verify. */
final class SealOptions {

  @ArgGroup(multiplicity = "1")
  private Kind kind;

  @Option(
      names = "--key-id",
      paramLabel = "NAME",
      description = "The name of the key, which the document holds.")
  private String keyId;

  @Option(
      names = "--algorithm",
      paramLabel = "HASH",
      converter = HashName.class,
      description = "For --hmac-key and --hash: sha256 (the default), sha384 or sha512.")
  private HashAlgorithm algorithm;

  @Option(
      names = "--python",
      description =
          "For --hmac-key and --hash: the form that Python's datason writes and verifies.")
  private boolean python;

  /** One of the three kinds of seals. */
  private static final class Kind {

    @Option(
        names = "--key",
        paramLabel = "KEY",
        description = "A key of Ed25519 in PEM: the private one to sign, the public one to verify.")
    private Path key;

    @Option(
        names = "--hmac-key",
        paramLabel = "KEY",
        description = "The file of a secret key; a line break at its end does not count.")
    private Path hmacKey;

    @Option(
        names = "--hash",
        description = "No key: a hash shows damage, but whoever changes data can change it too.")
    private boolean hash;
  }

  Seal signing(CommandLine line) {
    check(line);
    if (kind.key == null) {
      return hashing();
    }
    return keyId == null
        ? Seal.signing(KeyFile.readPrivate(kind.key))
        : Seal.signing(KeyFile.readPrivate(kind.key), keyId);
  }

  Seal verifying(CommandLine line) {
    check(line);
    if (kind.key == null) {
      return hashing();
    }
    return keyId == null
        ? Seal.verifying(KeyFile.readPublic(kind.key))
        : Seal.verifying(Map.of(keyId, KeyFile.readPublic(kind.key)));
  }

  private Seal hashing() {
    if (kind.hmacKey != null) {
      byte[] key = KeyFile.readSecret(kind.hmacKey);
      return python ? Seal.pythonHmac(key) : Seal.hmac(hash(), key);
    }
    return python ? Seal.pythonHash() : Seal.hash(hash());
  }

  private HashAlgorithm hash() {
    return algorithm == null ? HashAlgorithm.SHA_256 : algorithm;
  }

  private void check(CommandLine line) {
    boolean signature = kind.key != null;
    if (keyId != null && !signature) {
      throw Errors.usage(line, "--key-id goes with --key");
    }
    if (algorithm != null && signature) {
      throw Errors.usage(line, "--algorithm does not go with --key, which is Ed25519");
    }
    if (python && signature) {
      throw Errors.usage(line, "--python does not go with --key: Python has no signatures");
    }
    if (python && algorithm != null && algorithm != HashAlgorithm.SHA_256) {
      throw Errors.usage(line, "--python has sha256 alone");
    }
  }
}
