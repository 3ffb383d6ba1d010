package org.datason.arrow;

import java.util.Objects;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;

/**
 * A frame as Arrow's vectors: a record batch and the dictionaries that its columns refer to. It
 * owns both; closing it frees their memory.
 *
 * @param root the columns
 * @param dictionaries the dictionaries by their ids
 */
public record ArrowTable(VectorSchemaRoot root, MapDictionaryProvider dictionaries)
    implements AutoCloseable {

  /**
   * Checks that nothing is null.
   *
   * @param root see the component
   * @param dictionaries see the component
   */
  public ArrowTable {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(dictionaries, "dictionaries");
  }

  /** Frees the memory of the columns and dictionaries. */
  @Override
  public void close() {
    root.close();
    close(dictionaries);
  }

  static void close(DictionaryProvider dictionaries) {
    for (long id : dictionaries.getDictionaryIds()) {
      Dictionary dictionary = dictionaries.lookup(id);
      dictionary.getVector().close();
    }
  }
}
