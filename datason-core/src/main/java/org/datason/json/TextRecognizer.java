package org.datason.json;

/**
 * What a {@link JsonReader} asks of text that stands where no type is declared: whether it is the
 * text of another type. One stands for a place in a document and leads to the places below it.
 * Implementations are immutable and thread-safe, and never throw.
 */
public interface TextRecognizer {

  /**
   * A first look, which takes a few nanoseconds and rules out ordinary text.
   *
   * @param length the number of characters, at least 1
   * @param first the first character
   * @return a bit for each type that the text may be of, for {@link #recognize}; 0 for none
   */
  long candidates(int length, int first);

  /**
   * The value that a text stands for.
   *
   * @param text the text
   * @param candidates what {@link #candidates} gave for it, not 0
   * @return the value, or null if the text is nothing but text
   */
  Object recognize(String text, long candidates);

  /**
   * Whether the places below this one may differ from it. If not, {@link #member} and {@link
   * #items} give this one.
   *
   * @return whether they may
   */
  boolean hasPlaces();

  /**
   * What recognises the text in a member, if the value here is an object.
   *
   * @param name the name of the member
   * @return the recogniser; null if nothing is recognised there or below. The same one each time
   */
  TextRecognizer member(String name);

  /**
   * What recognises the text among the items, if the value here is an array.
   *
   * @return the recogniser; null if nothing is recognised there or below. The same one each time
   */
  TextRecognizer items();
}
