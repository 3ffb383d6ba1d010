package org.datason.types;

import org.datason.config.NonFiniteForm;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A handler of numbers. In maps and lists they are plain where their width comes back by itself or
 * does not matter, and otherwise hinted as one of numpy's scalars, which Python loads.
 */
abstract class NumberHandler<T extends Number> implements TypeHandler<T> {

  private final Class<T> type;
  private final String hint;
  private final String family;

  /**
   * A handler of one class.
   *
   * @param family how the hints begin that Python has for such numbers
   */
  NumberHandler(Class<T> type, String hint, String family) {
    this.type = type;
    this.hint = hint;
    this.family = family;
  }

  /** Whether a plain number would come back as a number of another class. */
  abstract boolean isChangedWhenPlain(T value);

  /** Whether JSON has no number for a value. */
  boolean isNoNumber(T value) {
    return false;
  }

  @Override
  public final Class<T> type() {
    return type;
  }

  @Override
  public final String hint() {
    return hint;
  }

  @Override
  public String javaType() {
    return type.getSimpleName();
  }

  /**
   * Takes numpy's scalars of any width where this type is asked for, such as {@code numpy.int64} of
   * the 0.13 dialect; a number out of range is refused on reading.
   */
  @Override
  public final TypeHandler<T> subtype(String other, String java) {
    return other.startsWith(family) ? this : null;
  }

  @Override
  public final void writeHinted(T value, JsonWriter out) {
    if (needsHint(value, out.exactNumbers(), out)) {
      writeExactly(value, out);
    } else {
      write(value, out);
    }
  }

  /** Whether a hint keeps what would be lost; which of NaN and the infinities is kept is set. */
  private boolean needsHint(T value, boolean width, JsonWriter out) {
    boolean kept = true;
    if (isNoNumber(value)) {
      NonFiniteForm form = out.config().nonFiniteForm();
      if (form == NonFiniteForm.HINTED) {
        return true;
      }
      kept = form == NonFiniteForm.BARE_TOKEN;
    }
    return kept && width && isChangedWhenPlain(value);
  }

  /** Writes a number so that it comes back as what it is, whatever the settings. */
  final void writeWidth(T value, JsonWriter out) {
    if (out.hints() && needsHint(value, true, out)) {
      writeExactly(value, out);
    } else {
      write(value, out);
    }
  }

  void writeExactly(T value, JsonWriter out) {
    out.beginEnvelope(hint, javaType());
    write(value, out);
    out.endEnvelope();
  }
}
