package org.datason.json;

/**
 * The members of a hinted value: {@code {"__datason_type__": NAME, "__datason_value__": VALUE}}.
 */
public final class Envelope {

  /** The name of the type. */
  public static final String TYPE = "__datason_type__";

  /** The value. */
  public static final String VALUE = "__datason_value__";

  /** Ours alone: tells apart Java types that share a hint. Python ignores it. */
  public static final String JAVA = "__datason_java__";

  /** Ours alone: the exact value as text, where the value is rounded for others. */
  public static final String EXACT = "__datason_exact__";

  /** Families of hints inside whose values Python writes bare NaN and Infinity tokens. */
  private static final String[] NUMERIC = {
    "numpy.", "pandas.", "torch.", "tf.", "jax.", "scipy.", "polars.", "complex"
  };

  private Envelope() {}

  /** Whether a name is one of the four members. */
  static boolean isMember(String name) {
    return name.startsWith("__datason_")
        && (name.equals(TYPE) || name.equals(VALUE) || name.equals(JAVA) || name.equals(EXACT));
  }

  /**
   * Whether a value with a hint can hold the bare tokens {@code NaN} and {@code Infinity}, as
   * Python writes them inside numeric data.
   *
   * @param hint the name of its type
   * @return whether it can
   */
  public static boolean isNumeric(String hint) {
    for (String family : NUMERIC) {
      if (hint.startsWith(family)) {
        return true;
      }
    }
    return false;
  }
}
