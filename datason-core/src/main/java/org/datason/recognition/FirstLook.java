package org.datason.recognition;

import java.util.Objects;

/**
 * What can be said of a text at first look, from its length and its first character: enough to pass
 * over nearly all ordinary text in a few nanoseconds. Immutable.
 *
 * <pre>{@code
 * new FirstLook(36, 36, "0123456789abcdefABCDEF"); // as a UUID looks
 * }</pre>
 *
 * @param minLength the fewest characters, at least 1: the empty text is always text
 * @param maxLength the most characters
 * @param firstCharacters the characters that can come first; empty for any
 */
public record FirstLook(int minLength, int maxLength, String firstCharacters) {

  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException if they are not 1 &lt;= minLength &lt;= maxLength
   * @param minLength see the component
   * @param maxLength see the component
   * @param firstCharacters see the component
   */
  public FirstLook {
    Objects.requireNonNull(firstCharacters, "firstCharacters");
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "The lengths must be 1 or more and in order, but are " + minLength + " and " + maxLength);
    }
  }

  /**
   * Whether a text passes.
   *
   * @param text the text
   * @return whether it can be of the type
   */
  public boolean passes(String text) {
    return text.length() >= minLength
        && text.length() <= maxLength
        && (firstCharacters.isEmpty() || firstCharacters.indexOf(text.charAt(0)) >= 0);
  }
}
