package org.datason.json;

/**
 * The texts that came at one place of documents, each kept once as long as there is room: bounded,
 * and given up where texts do not repeat. Used by any number of threads at once, who may see each
 * other's texts or not.
 *
 * <pre>{@code
 * RepeatedTexts states = new RepeatedTexts(false);
 * String state = GeneratedScalars.readText(in, states); // the same "RUNNING" as last time
 * }</pre>
 */
public final class RepeatedTexts {

  /** Longer texts are not kept. */
  static final int LONGEST = 64;

  private static final int SIZE = 512;

  /** So many texts must have been new before it can show that they do not repeat. */
  private static final int TRIAL = 256;

  private final boolean always;
  private final Key[] keys = new Key[SIZE];

  /** How many were new, less those that were not; threads may miss a few. */
  private int fresh;

  private boolean given;

  /**
   * No texts.
   *
   * @param always whether to go on though they do not seem to repeat
   */
  public RepeatedTexts(boolean always) {
    this.always = always;
  }

  boolean isWorthIt() {
    return !given;
  }

  /** The text of plain ASCII that stands between two places, with a quote behind it. */
  String text(byte[] b, int from, int to, int limit) {
    int n = to - from;
    long head;
    long tail = 0;
    if (n >= 8) {
      head = Words.get(b, from);
      tail = Words.get(b, to - 8);
    } else {
      head = from + 8 <= limit ? Words.get(b, from) & Words.mask(n) : Words.partial(b, from, to);
    }
    long hash = (head ^ Long.rotateLeft(tail, 29) + n) * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 55);
    Key key = keys[slot];
    if (key != null && key.isName(b, from, to, head, tail)) {
      fresh -= fresh > -SIZE ? 1 : 0;
      return key.text;
    }
    String text = StringParser.ascii(b, from, to);
    keys[slot] = new Key(text, b, from, to, head, tail);
    isNew();
    return text;
  }

  /** Notes that a text came that was not kept. */
  void isNew() {
    if (++fresh > TRIAL && !always) {
      given = true;
    }
  }
}
