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

  private Envelope() {}
}
