package org.datason.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes the rules of fields in a description, which are found by their path. */
final class Edits {

  private final Map<String, Node> definitions;

  private Edits(Map<String, Node> definitions) {
    this.definitions = definitions;
  }

  /**
   * The description with another field at a path.
   *
   * @param path names of fields, dots between them; lists, maps and kinds are passed through
   */
  static Description edit(
      Description description, String path, UnaryOperator<TemplateField> change) {
    Edits edits = new Edits(new LinkedHashMap<>(description.definitions()));
    Node root = edits.edit(description.root(), path, change);
    if (root == null) {
      throw new IllegalArgumentException("The template has no field at the path '" + path + "'");
    }
    return new Description(root, edits.definitions);
  }

  /** The node with the change; null if there is no such field. */
  private Node edit(Node node, String path, UnaryOperator<TemplateField> change) {
    if (node instanceof Node.Items items) {
      Node item = edit(items.item(), path, change);
      return item == null ? null : new Node.Items(item);
    }
    if (node instanceof Node.Entries entries) {
      Node value = edit(entries.value(), path, change);
      return value == null ? null : new Node.Entries(value);
    }
    if (node instanceof Node.Ref ref) {
      Node definition = edit(definitions.get(ref.name()), path, change);
      if (definition != null) {
        definitions.put(ref.name(), definition);
      }
      return definition == null ? null : node;
    }
    if (node instanceof Node.Tagged tagged) {
      return variants(tagged, path, change);
    }
    return node instanceof Node.Members members ? field(members, path, change) : null;
  }

  private Node variants(Node.Tagged tagged, String path, UnaryOperator<TemplateField> change) {
    Map<String, Node.Members> variants = new LinkedHashMap<>();
    boolean found = false;
    for (Map.Entry<String, Node.Members> variant : tagged.variants().entrySet()) {
      Node edited = field(variant.getValue(), path, change);
      found |= edited != null;
      variants.put(variant.getKey(), edited == null ? variant.getValue() : (Node.Members) edited);
    }
    return found ? new Node.Tagged(tagged.tag(), variants) : null;
  }

  private Node.Members field(
      Node.Members members, String path, UnaryOperator<TemplateField> change) {
    for (int i = 0; i < members.fields().size(); i++) {
      TemplateField field = members.fields().get(i);
      if (path.equals(field.name())) {
        return members.with(i, change.apply(field));
      }
      if (path.startsWith(field.name() + '.')) {
        Node inner = edit(field.node(), path.substring(field.name().length() + 1), change);
        if (inner != null) {
          return members.with(i, field.withNode(inner));
        }
      }
    }
    return null;
  }
}
