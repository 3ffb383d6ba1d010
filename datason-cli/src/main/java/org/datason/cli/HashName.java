package org.datason.cli;

import java.util.Locale;
import org.datason.integrity.HashAlgorithm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a hash function in any of its usual spellings: sha256, SHA-256. */
final class HashName implements ITypeConverter<HashAlgorithm> {

  @Override
  public HashAlgorithm convert(String name) {
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      if (plain(name).equals(plain(algorithm.toString()))) {
        return algorithm;
      }
    }
    throw new TypeConversionException("expected sha256, sha384 or sha512 but was '" + name + "'");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
