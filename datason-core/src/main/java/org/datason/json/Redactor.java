package org.datason.json;

/**
 * Decides what a writer replaces before it reaches the buffer: the engine's side of {@code
 * org.datason.redaction}. A writer has one of its own, so that it need not be thread-safe.
 */
public interface Redactor {

  /**
   * What stands instead of the value at a place, whatever the value is.
   *
   * @param place where the value goes
   * @return the text to write instead, or null to write the value
   */
  String replaceValue(Place place);

  /**
   * A text with all that may not be written replaced.
   *
   * @param text the text of a value or the name of a member
   * @param place where it goes; null if nothing is to be reported
   * @return the same object if there is nothing to replace
   */
  String replaceText(String text, Place place);

  /**
   * What stands instead of a whole number.
   *
   * @param digits its digits, without a sign
   * @param place where it goes
   * @return the text to write instead, or null to write the number
   */
  String replaceNumber(String digits, Place place);

  /**
   * The magnitude from which whole numbers are to be looked at.
   *
   * @return infinity if none are
   */
  double smallestNumber();

  /**
   * Whether a name could be equal to one that this redactor made.
   *
   * @param name a name
   * @return whether it holds a replacement
   */
  boolean isMarked(String name);
}
