package org.datason.template;

/**
 * Texts that come again and again, each kept once: bounded, with a text that comes making room for
 * itself. Used by any number of threads at once, who may see each other's texts or not.
 */
final class TextPool {

  private static final int SIZE = 1024;

  private final String[] texts = new String[SIZE];

  /** An equal text, the same one as before if it is still kept. */
  String shared(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    String known = texts[slot];
    if (text.equals(known)) {
      return known;
    }
    texts[slot] = text;
    return text;
  }
}
