package org.datason.json;

import java.util.HashMap;
import java.util.Map;

/**
 * A step in the tree of the member sequences that one reader has met at one place of a document:
 * the object so far, ended by one more key. The step taken last time is the prediction for the next
 * object.
 */
final class ShapeNode {

  /** More branches than this are found by hash. */
  private static final int LINEAR = 8;

  /** Members beyond so many share one place for their values: such an object is a dictionary. */
  private static final int DICTIONARY = 16;

  final Key key;

  /** How many keys there are, this one included. */
  final int size;

  /** The step that was taken last from here. */
  ShapeNode next;

  private final ShapeNode parent;
  private final Site owner;
  private ShapeNode firstBranch;
  private ShapeNode sibling;
  private int branches;
  private Map<String, ShapeNode> hashed;
  private Site site;
  private Shape shape;
  private TextRecognizer above;
  private TextRecognizer here;

  ShapeNode(Site owner, ShapeNode parent, Key key) {
    this.owner = owner;
    this.parent = parent;
    this.key = key;
    size = parent == null ? 0 : parent.size + 1;
  }

  /** The place where an object or array that is the value of this key stands. */
  Site site() {
    if (site == null) {
      site = size > DICTIONARY ? owner.dictionary() : new Site();
    }
    return site;
  }

  /** What recognises the text in the value of this key, kept for the next object. */
  TextRecognizer texts(TextRecognizer ofObject) {
    if (above != ofObject) {
      above = ofObject;
      here = ofObject.member(key.text);
    }
    return here;
  }

  /** The step by a key that is not the predicted one, or null if it was never taken. */
  ShapeNode step(Key key) {
    if (hashed != null) {
      return hashed.get(key.text);
    }
    for (ShapeNode node = firstBranch; node != null; node = node.sibling) {
      if (node.key == key || node.key.text.equals(key.text)) {
        return node;
      }
    }
    return null;
  }

  /** Adds a step by a key that is not yet among the keys so far. */
  ShapeNode add(Key key) {
    ShapeNode node = new ShapeNode(owner, this, key);
    node.sibling = firstBranch;
    firstBranch = node;
    if (hashed != null) {
      hashed.put(key.text, node);
    } else if (++branches > LINEAR) {
      hashed = new HashMap<>();
      for (ShapeNode n = firstBranch; n != null; n = n.sibling) {
        hashed.put(n.key.text, n);
      }
    }
    return node;
  }

  /** The place of a key among the keys so far, or -1. */
  int indexOf(String name) {
    for (ShapeNode node = this; node.parent != null; node = node.parent) {
      if (node.key.text.equals(name)) {
        return node.size - 1;
      }
    }
    return -1;
  }

  /** The shape of an object that ends here. */
  Shape shape() {
    if (shape == null) {
      String[] names = new String[size];
      Key[] keys = new Key[size];
      for (ShapeNode node = this; node.parent != null; node = node.parent) {
        names[node.size - 1] = node.key.text;
        keys[node.size - 1] = node.key;
      }
      shape = new Shape(names, keys, size, null);
    }
    return shape;
  }
}
