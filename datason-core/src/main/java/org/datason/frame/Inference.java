package org.datason.frame;

/** What is known of a document whose types are inferred, beside the columns. */
final class Inference {

  private final boolean recognizes;
  private final boolean nanIsMissing;
  private boolean strayed;

  /**
   * Nothing is known yet.
   *
   * @param recognizes whether texts that are dates and such become them
   * @param nanIsMissing whether NaN stands for a missing value
   */
  Inference(boolean recognizes, boolean nanIsMissing) {
    this.recognizes = recognizes;
    this.nanIsMissing = nanIsMissing;
  }

  /** Of a part of the same document, for a thread of its own. */
  Inference again() {
    return new Inference(recognizes, nanIsMissing);
  }

  /** Takes what has become known of a part. */
  void take(Inference part) {
    strayed |= part.strayed;
  }

  /** The column, or what its texts stand for. */
  Column recognized(Column column) {
    boolean texts = column.type() == FieldType.Simple.TEXT;
    return recognizes && texts ? RecognizedTexts.of(column, false) : column;
  }

  boolean nanIsMissing() {
    return nanIsMissing;
  }

  /** Notes that what was read would not be written as it stood. */
  void stray() {
    strayed = true;
  }

  boolean strayed() {
    return strayed;
  }
}
