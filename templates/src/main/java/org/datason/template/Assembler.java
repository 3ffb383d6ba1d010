package org.datason.template;

import org.datason.types.ObjectModel;

/** What an object is read into: how a value is made of those of its members, and taken apart. */
abstract class Assembler {

  /** Stands for the value of a member that there is not. */
  static final Object MISSING = ObjectModel.MISSING;

  /** The class of the values. */
  abstract Class<?> type();

  abstract String hint();

  /** Whether a value can be taken apart. */
  abstract boolean takes(Object value);

  /** Makes a value; what is missing is {@link #MISSING}. The array is not to be used any more. */
  abstract Object make(Object[] values, Object collected);

  /** The value of a member, or {@link #MISSING}. */
  abstract Object get(Object owner, int i);

  /** What a member is that is null, or has no value. */
  abstract Object none(int i);

  /** Whether a member can hold a value. */
  abstract boolean holds(int i, Object value);

  /** What takes unknown members; null if nothing does. */
  abstract Object collector();

  /** Whether unknown members are passed over whatever the settings. */
  boolean ignoresUnknown() {
    return false;
  }
}
