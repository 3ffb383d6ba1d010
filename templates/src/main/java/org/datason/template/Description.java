package org.datason.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tree of nodes, with those that are named since the tree contains itself there. Immutable.
 *
 * @param root the node of a whole value
 * @param definitions the nodes that a {@link Node.Ref} names
 */
record Description(Node root, Map<String, Node> definitions) {

  Description {
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
  }

  /** The node that a reference leads to; any other node is itself. */
  Node resolve(Node node) {
    Node at = node;
    int steps = 0;
    while (at instanceof Node.Ref ref) {
      Node next = definitions.get(ref.name());
      if (next == null) {
        throw new IllegalArgumentException("There is no definition named '" + ref.name() + "'");
      }
      if (++steps > definitions.size()) {
        throw new IllegalArgumentException("The definition '" + ref.name() + "' is only itself");
      }
      at = next;
    }
    return at;
  }
}
