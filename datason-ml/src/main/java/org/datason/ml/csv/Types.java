package org.datason.ml.csv;

import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;

/** What has to be known of types. */
final class Types {

  private Types() {}

  /** Whether values are told by JSON. */
  static boolean isJson(FieldType type) {
    return type == Simple.MIXED
        || type instanceof FieldType.ListOf
        || type instanceof FieldType.Struct;
  }

  /** Whether an empty text stands for a value. */
  static boolean hasEmptyText(FieldType type) {
    FieldType values = type instanceof FieldType.Dictionary dictionary ? dictionary.values() : type;
    return values == Simple.TEXT || values == Simple.BINARY;
  }
}
