package org.datason.arrow;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.ColumnStorage;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;

/**
 * Dictionaries as anybody writes them: where values are missing among the categories or stand twice
 * they are taken out, and categories that a frame's dictionary cannot have become plain values.
 */
final class Categories {

  private Categories() {}

  static Column column(Column values, boolean ordered, int[] codes, long[] validity) {
    for (int i = 0; i < codes.length; i++) {
      boolean present = validity == null || (validity[i >> 6] >>> i & 1) != 0;
      if (present && (codes[i] < 0 || codes[i] >= values.size())) {
        throw new IllegalArgumentException(
            "row " + i + " has the code " + codes[i] + " of " + values.size() + " categories");
      }
    }
    if (!canBeCategories(values)) {
      return plain(values, codes, validity);
    }
    int[] places = new int[values.size()];
    Column categories = distinct(values, places);
    if (categories == null) {
      return ColumnStorage.dictionary(values, ordered, codes, validity);
    }
    long[] present = new long[codes.length + 63 >> 6];
    for (int i = 0; i < codes.length; i++) {
      if (validity == null || (validity[i >> 6] >>> i & 1) != 0) {
        int place = places[codes[i]];
        codes[i] = Math.max(0, place);
        present[i >> 6] |= place < 0 ? 0 : 1L << i;
      }
    }
    return ColumnStorage.dictionary(categories, ordered, codes, present);
  }

  private static boolean canBeCategories(Column values) {
    FieldType type = values.type();
    boolean floating = type == Simple.FLOAT16 || type == Simple.FLOAT32 || type == Simple.FLOAT64;
    if (type instanceof FieldType.ListOf
        || type instanceof FieldType.Struct
        || type instanceof FieldType.Dictionary
        || type == Simple.MIXED) {
      return false;
    }
    for (int i = 0; floating && i < values.size(); i++) {
      if (!values.isMissing(i) && !Double.isFinite(values.getDouble(i))) {
        return false;
      }
    }
    return true;
  }

  /** The values without repetitions and missing ones; null if there are none of these. */
  private static Column distinct(Column values, int[] places) {
    Map<Object, Integer> known = new HashMap<>();
    ColumnBuilder builder = ColumnBuilder.of(values.type());
    Arrays.fill(places, -1);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value != null) {
        Object key = value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
        Integer place = known.putIfAbsent(key, known.size());
        places[i] = place == null ? known.size() - 1 : place;
        if (place == null) {
          builder.append(value);
        }
      }
    }
    return known.size() == values.size() ? null : builder.build();
  }

  private static Column plain(Column values, int[] codes, long[] validity) {
    ColumnBuilder builder = ColumnBuilder.of(values.type());
    for (int i = 0; i < codes.length; i++) {
      boolean present = validity == null || (validity[i >> 6] >>> i & 1) != 0;
      builder.append(present ? values.get(codes[i]) : null);
    }
    return builder.build();
  }
}
