package org.datason.types;

import org.datason.json.TypeHandler;

/**
 * A handler of a declared type whose values are of many classes: the one of {@code List<T>} reads
 * back any kind of list as an equal one.
 */
interface Family {

  /**
   * Whether a value of a class is read back as an equal one, so that it needs no hint.
   *
   * @param own the handler of the value's class
   */
  boolean includes(TypeHandler<?> own);
}
