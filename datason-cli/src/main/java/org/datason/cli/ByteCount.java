package org.datason.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers of bytes such as 4096, 64K, 16M and 2G, whose units are powers of 1024. */
final class ByteCount implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    int unit = upper.isEmpty() ? -1 : "KMG".indexOf(upper.charAt(upper.length() - 1));
    String digits = unit < 0 ? upper : upper.substring(0, upper.length() - 1);
    try {
      long count = Math.multiplyExact(Long.parseLong(digits), 1L << 10 * (unit + 1));
      if (count > 0) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException(
        "expected a number of bytes such as 4096, 64K, 16M or 2G but found '" + text + "'");
  }
}
