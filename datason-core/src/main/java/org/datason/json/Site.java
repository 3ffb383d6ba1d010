package org.datason.json;

/**
 * A place in a document where like values stand again and again, such as the items of one array or
 * the values of one key: what was read there last predicts what comes.
 */
final class Site {

  /** The empty object here: the beginning of every member sequence. */
  final ShapeNode root = new ShapeNode(this, null, null);

  /** How many members the last object here had. */
  int members = 4;

  /** How the last hinted value here began; null if there was none. */
  PredictedHint hint;

  private ShapeNode items;
  private Site dictionary;

  /** The pseudo key of an array's items. */
  ShapeNode items() {
    if (items == null) {
      items = new ShapeNode(this, null, null);
    }
    return items;
  }

  /** The one place of all values of an object with very many keys. */
  Site dictionary() {
    if (dictionary == null) {
      dictionary = new Site();
    }
    return dictionary;
  }
}
