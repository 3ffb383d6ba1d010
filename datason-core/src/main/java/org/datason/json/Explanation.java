package org.datason.json;

import java.util.List;
import org.datason.config.DatasonConfig;

/**
 * How a value is written and why: a tree of its parts, each with its handler, its hint and its form
 * in JSON. Items of a list that are alike are shown as one. Parts that the settings leave out are
 * not shown, nor the order that they sort members in. Immutable; as a record it can be written as
 * JSON itself.
 *
 * <pre>{@code
 * System.out.println(datason.explain(run));
 * // $         java.util.LinkedHashMap  object  JSON has a form of its own for it
 * // $.id      java.util.UUID           text    UuidHandler, hint uuid.UUID: JSON alone would ...
 * // $.thread  java.lang.Thread         CANNOT BE WRITTEN: No handler writes a java.lang.Thread; ...
 * }</pre>
 *
 * @param path where the part is, such as {@code $.runs[*].id}; the index is a star where the items
 *     are alike
 * @param javaType the name of its class; "null" for null; what its hint says where a handler writes
 *     it without a call of its own
 * @param handler the class of the handler that writes it (the name alone for one of Datason's);
 *     null where JSON's own form needs none
 * @param hint the name of the type in the document; null if it is written without
 * @param form object, array, text, number, boolean or null; null if it cannot be written
 * @param why why it is so; for a part that cannot be written also what to do
 * @param count how many parts this stands for
 * @param parts the parts of it, in the order in which they are written; unmodifiable
 */
public record Explanation(
    String path,
    String javaType,
    String handler,
    String hint,
    String form,
    String why,
    long count,
    List<Explanation> parts) {

  /**
   * Keeps a copy of the parts.
   *
   * @param path see the component
   * @param javaType see the component
   * @param handler see the component
   * @param hint see the component
   * @param form see the component
   * @param why see the component
   * @param count see the component
   * @param parts see the component
   */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * Explains a value.
   *
   * @param value the value, or null
   * @param config the settings
   * @param types finds the handlers of values
   * @return the explanation; of a value that cannot be written too
   */
  public static Explanation of(Object value, DatasonConfig config, TypeResolver types) {
    return new Explainer(config, types).explain(value);
  }

  /**
   * Whether this part, and all in it, can be written.
   *
   * @return false if {@link #why} says what hinders it, here or in a part of it
   */
  public boolean isWritable() {
    return form != null && parts.stream().allMatch(Explanation::isWritable);
  }

  Explanation times(long n) {
    return new Explanation(path, javaType, handler, hint, form, why, n, parts);
  }

  /** The tree as a table: a line for each part. */
  @Override
  public String toString() {
    return new ExplanationTable(this).toString();
  }
}
