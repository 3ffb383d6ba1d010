package org.datason.json;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * The items of a long array, in blocks of like size: a garbage collector treats those as ordinary
 * objects, and they are copied into the list as a whole.
 */
final class ItemBlocks {

  /** From so many items on. */
  static final int SIZE = 4096;

  private final List<Block> blocks = new ArrayList<>();
  private int count;

  ItemBlocks() {}

  /** Moves items to here. */
  void add(Object[] items, int from, int to) {
    blocks.add(new Block(Arrays.copyOfRange(items, from, to)));
    count += to - from;
  }

  int count() {
    return count;
  }

  /**
   * A list of all items so far.
   *
   * @param more how many others there will be in it
   */
  ArrayList<Object> toList(int more) {
    ArrayList<Object> list = new ArrayList<>(count + more);
    blocks.forEach(list::addAll);
    return list;
  }

  /** A block as what a list takes it from without another copy. */
  private static final class Block extends AbstractCollection<Object> {

    private final Object[] items;

    Block(Object[] items) {
      this.items = items;
    }

    @Override
    public int size() {
      return items.length;
    }

    @Override
    public Iterator<Object> iterator() {
      return Arrays.asList(items).iterator();
    }

    @Override
    public Object[] toArray() {
      return items; // nobody else has this object
    }
  }
}
