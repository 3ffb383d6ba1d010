package org.datason;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Names that files can have here: in the plain POSIX locale, Java 17 takes only ASCII for paths.
 */
public final class FileNames {

  private static final CharsetEncoder ENCODER =
      Charset.forName(System.getProperty("sun.jnu.encoding", "US-ASCII")).newEncoder();

  private FileNames() {}

  /** The name, with an underscore in the place of each character that no path can have here. */
  public static String possible(String name) {
    StringBuilder possible = new StringBuilder();
    name.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> possible.append(ENCODER.canEncode(c) ? c : "_"));
    return possible.toString();
  }
}
