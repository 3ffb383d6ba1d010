package org.datason.template;

import java.util.Collection;

/** Checks that the references of a description lead somewhere. */
final class References {

  private References() {}

  /**
   * Checks all references.
   *
   * @throws IllegalArgumentException if a name is of no definition, or of one that is only itself
   */
  static void check(Description description) {
    check(description.root(), description);
    description.definitions().values().forEach(node -> check(node, description));
  }

  private static void check(Node node, Description description) {
    if (node instanceof Node.Ref) {
      description.resolve(node);
    } else if (node instanceof Node.Items items) {
      check(items.item(), description);
    } else if (node instanceof Node.Entries entries) {
      check(entries.value(), description);
    } else if (node instanceof Node.Members members) {
      check(members, description);
    } else if (node instanceof Node.Tagged tagged) {
      Collection<Node.Members> variants = tagged.variants().values();
      variants.forEach(variant -> check(variant, description));
    }
  }

  private static void check(Node.Members members, Description description) {
    members.fields().forEach(field -> check(field.node(), description));
  }
}
