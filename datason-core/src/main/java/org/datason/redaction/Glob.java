package org.datason.redaction;

import java.util.Locale;

/**
 * A name with wildcards: {@code *} stands for any characters, {@code ?} for one. The case of
 * letters does not matter. Immutable.
 */
final class Glob {

  private final String pattern;

  Glob(String pattern) {
    this.pattern = fold(pattern);
  }

  static String fold(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Whether a name matches; it has been {@linkplain #fold folded}. */
  boolean matches(String name) {
    int p = 0;
    int star = -1;
    int resume = 0;
    int i = 0;
    while (i < name.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (p < pattern.length() && c == '*') {
        star = p++;
        resume = i;
      } else if (p < pattern.length() && (c == '?' || c == name.charAt(i))) {
        p++;
        i++;
      } else if (star >= 0) {
        p = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
