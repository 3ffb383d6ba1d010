package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.FieldType.Simple;

/**
 * Finds the type that texts have together, of which it keeps few: the one that {@link
 * ColumnBuilder#ofTexts} gives a column of them. Not thread-safe.
 *
 * <pre>{@code
 * TextInference inference = new TextInference(false);
 * for (byte[] text : texts) {
 *   inference.add(text, 0, text.length);
 * }
 * ColumnBuilder column = ColumnBuilder.of(inference.type()); // takes each of these texts
 * }</pre>
 */
public final class TextInference {

  /** So many texts are looked at together. */
  private static final int BLOCK = 1024;

  private final boolean lenient;
  private final TextKinds kinds;
  private boolean any;
  private boolean empty;

  /** The types of dates and such that all texts before those held back can have. */
  private List<FieldType> recognized = List.of();

  private ColumnBuilder held = new TextBuilder();

  /**
   * No texts yet.
   *
   * @param lenient whether other spellings than that of the value count, as in {@link
   *     ColumnBuilder#ofTexts}
   */
  public TextInference(boolean lenient) {
    this.lenient = lenient;
    kinds = new TextKinds(lenient);
  }

  /**
   * Takes one more text. Missing values tell nothing, and are not given.
   *
   * @param text the array with the text, in the form of {@link org.datason.json.TextBytes}
   * @param from the first byte
   * @param to after the last
   */
  public void add(byte[] text, int from, int to) {
    if (from == to) {
      empty = true;
      return;
    }
    kinds.add(text, from, to);
    if (!any) {
      any = true;
      recognized = new ArrayList<>(List.of(RecognizedTexts.TYPES));
      held.appendText(text, from, to);
      look();
    } else if (!recognized.isEmpty()) {
      held.appendText(text, from, to);
      if (held.size() == BLOCK) {
        look();
      }
    }
  }

  private void look() {
    Column texts = held.build();
    held = new TextBuilder();
    recognized.removeIf(type -> !RecognizedTexts.are(texts, type, !lenient));
  }

  /**
   * The type of all texts so far.
   *
   * @return the type; MIXED if there are none, TEXT if they are all empty
   */
  public FieldType type() {
    if (!any) {
      return empty ? Simple.TEXT : Simple.MIXED;
    }
    FieldType type = kinds.type();
    if (type != Simple.TEXT || recognized.isEmpty()) {
      return type;
    }
    if (held.size() > 0) {
      look();
    }
    return recognized.isEmpty() ? Simple.TEXT : recognized.get(0);
  }
}
