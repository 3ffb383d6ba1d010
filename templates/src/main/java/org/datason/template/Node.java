package org.datason.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.datason.config.UnknownMembers;
import org.datason.frame.FieldType;

/**
 * What stands at a place of the documents that a template describes: a tree of these is the
 * description. Immutable and thread-safe; compared by value.
 *
 * <pre>{@code
 * Node run = Node.Members.of(
 *     TemplateField.of("id", new Node.Scalar(ScalarType.UUID)).withRequired(true),
 *     TemplateField.of("losses", new Node.Items(new Node.Scalar(ScalarType.FLOAT64))));
 * }</pre>
 */
public sealed interface Node {

  /**
   * A single value.
   *
   * @param type what it stands for
   * @param column the type of its column where a frame is read
   */
  record Scalar(ScalarType type, FieldType column) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param type see the component
     * @param column see the component
     */
    public Scalar {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(column, "column");
    }

    /**
     * A single value, whose column is of the usual type.
     *
     * @param type what it stands for
     */
    public Scalar(ScalarType type) {
      this(type, type.fieldType());
    }
  }

  /**
   * One of a few texts.
   *
   * @param values the texts, each once
   */
  record Choice(List<String> values) implements Node {

    /**
     * Checks the texts.
     *
     * @param values see the component
     */
    public Choice {
      values = List.copyOf(values);
      if (values.stream().distinct().count() < values.size()) {
        throw new IllegalArgumentException("A text stands twice among " + values);
      }
    }
  }

  /** Any value, read as what it says. */
  record Any() implements Node {}

  /** An array of numbers in any number of dimensions, as a {@link org.datason.tensor.Tensor}. */
  record Numbers() implements Node {}

  /**
   * A value that the handler of a Java type reads and writes.
   *
   * @param type the type, by its name in Java
   */
  record Java(String type) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param type see the component
     */
    public Java {
      Objects.requireNonNull(type, "type");
    }
  }

  /**
   * An array of like values.
   *
   * @param item what each of them is
   */
  record Items(Node item) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param item see the component
     */
    public Items {
      Objects.requireNonNull(item, "item");
    }
  }

  /**
   * An object of like values under any names.
   *
   * @param value what each of them is
   */
  record Entries(Node value) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param value see the component
     */
    public Entries {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * An object of known members.
   *
   * @param name what it is called in errors: the simple name of its class, say
   * @param fields the members, in the order in which they are written
   * @param unknown what happens to other members; null for what the settings say
   */
  record Members(String name, List<TemplateField> fields, UnknownMembers unknown) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param name see the component
     * @param fields see the component
     * @param unknown see the component
     */
    public Members {
      Objects.requireNonNull(name, "name");
      fields = List.copyOf(fields);
    }

    /**
     * An object of known members, others being treated as the settings say.
     *
     * @param fields the members
     * @return the node
     */
    public static Members of(TemplateField... fields) {
      return new Members("object", List.of(fields), null);
    }

    /**
     * The same with a field in place of another one.
     *
     * @param i the place of the field
     * @param field the new one
     * @return another node
     */
    Members with(int i, TemplateField field) {
      List<TemplateField> others = new ArrayList<>(fields);
      others.set(i, field);
      return new Members(name, others, unknown);
    }
  }

  /**
   * An object of one of several kinds, told by the text of one of its members.
   *
   * @param tag the name of that member
   * @param variants the kinds by their texts; none has the tag among its fields
   */
  record Tagged(String tag, Map<String, Members> variants) implements Node {

    /**
     * Checks that the tag is none of the fields.
     *
     * @param tag see the component
     * @param variants see the component
     */
    public Tagged {
      Objects.requireNonNull(tag, "tag");
      variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
      String name = tag;
      for (Members variant : variants.values()) {
        if (variant.fields().stream().anyMatch(field -> field.name().equals(name))) {
          throw new IllegalArgumentException(
              "The tag '" + name + "' is a field of " + variant.name() + " as well");
        }
      }
    }
  }

  /**
   * What is described under a name, so that a description can contain itself.
   *
   * @param name the name among the definitions of the template
   */
  record Ref(String name) implements Node {

    /**
     * Checks that nothing is null.
     *
     * @param name see the component
     */
    public Ref {
      Objects.requireNonNull(name, "name");
    }
  }
}
