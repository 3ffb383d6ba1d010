package org.datason.template;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.datason.config.Coercion;

/**
 * A member of an object that a template describes, and the rules for it. Immutable; the {@code
 * with} methods give another one.
 *
 * <pre>{@code
 * TemplateField loss = TemplateField.of("loss", new Node.Scalar(ScalarType.FLOAT64))
 *     .withRequired(true)
 *     .withAliases("error");
 * }</pre>
 *
 * @param name the name in documents
 * @param node what its value is
 * @param required whether a document without it is refused
 * @param nullable whether its value may be null
 * @param defaultValue what it is where a document does not have it; null for none
 * @param aliases more names to read it by
 * @param coercions which other forms its value may have; null for those of the settings
 * @param limits how large its value may be
 * @param dictionary whether its texts come again and again, so that each is kept once
 */
public record TemplateField(
    String name,
    Node node,
    boolean required,
    boolean nullable,
    Object defaultValue,
    List<String> aliases,
    Set<Coercion> coercions,
    Limits limits,
    boolean dictionary) {

  /**
   * Checks the rules.
   *
   * @param name see the component
   * @param node see the component
   * @param required see the component
   * @param nullable see the component
   * @param defaultValue see the component
   * @param aliases see the component
   * @param coercions see the component
   * @param limits see the component
   * @param dictionary see the component
   */
  public TemplateField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(node, "node");
    Objects.requireNonNull(limits, "limits");
    aliases = List.copyOf(aliases);
    coercions = coercions == null ? null : Set.copyOf(coercions);
    if (required && defaultValue != null) {
      throw new IllegalArgumentException(
          "The field '" + name + "' cannot be required and have a default");
    }
  }

  /**
   * A field without rules: it may be missing, and null.
   *
   * @param name the name in documents
   * @param node what its value is
   * @return the field
   */
  public static TemplateField of(String name, Node node) {
    return new TemplateField(name, node, false, true, null, List.of(), null, Limits.NONE, false);
  }

  /**
   * The same by another name in documents.
   *
   * @param other the name
   * @return another field
   */
  public TemplateField withName(String other) {
    return new TemplateField(
        other, node, required, nullable, defaultValue, aliases, coercions, limits, dictionary);
  }

  /**
   * The same with another kind of value.
   *
   * @param other what its value is
   * @return another field
   */
  public TemplateField withNode(Node other) {
    return new TemplateField(
        name, other, required, nullable, defaultValue, aliases, coercions, limits, dictionary);
  }

  /**
   * The same, required or not.
   *
   * @param is whether a document without it is refused
   * @return another field
   */
  public TemplateField withRequired(boolean is) {
    return new TemplateField(
        name, node, is, nullable, defaultValue, aliases, coercions, limits, dictionary);
  }

  /**
   * The same, nullable or not.
   *
   * @param is whether its value may be null
   * @return another field
   */
  public TemplateField withNullable(boolean is) {
    return new TemplateField(
        name, node, required, is, defaultValue, aliases, coercions, limits, dictionary);
  }

  /**
   * The same with a default, which makes it optional.
   *
   * @param value what it is where a document does not have it, of the class that the template reads
   * @return another field
   */
  public TemplateField withDefault(Object value) {
    return new TemplateField(
        name, node, false, nullable, value, aliases, coercions, limits, dictionary);
  }

  /**
   * The same with more names to read it by.
   *
   * @param names the names, instead of those before
   * @return another field
   */
  public TemplateField withAliases(String... names) {
    return new TemplateField(
        name,
        node,
        required,
        nullable,
        defaultValue,
        List.of(names),
        coercions,
        limits,
        dictionary);
  }

  /**
   * The same with forms of its own that the value may have beside the usual one.
   *
   * @param forms the forms; none to take the usual one alone
   * @return another field
   */
  public TemplateField withCoercions(Coercion... forms) {
    return new TemplateField(
        name,
        node,
        required,
        nullable,
        defaultValue,
        aliases,
        new HashSet<>(List.of(forms)),
        limits,
        dictionary);
  }

  /**
   * The same with limits.
   *
   * @param others how large its value may be
   * @return another field
   */
  public TemplateField withLimits(Limits others) {
    return new TemplateField(
        name, node, required, nullable, defaultValue, aliases, coercions, others, dictionary);
  }

  /**
   * The same as a dictionary or not.
   *
   * @param is whether its texts come again and again: each is kept once then, and in a frame the
   *     column is one of categories
   * @return another field
   */
  public TemplateField withDictionary(boolean is) {
    return new TemplateField(
        name, node, required, nullable, defaultValue, aliases, coercions, limits, is);
  }
}
