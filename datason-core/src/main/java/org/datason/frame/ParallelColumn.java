package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.json.ArrayParts;
import org.datason.json.JsonReader;

/**
 * Reads the values of a large array in parts, by several threads, into the very column that one
 * thread would give. Whatever is out of the ordinary makes it give up, as {@link ParallelRows}.
 */
final class ParallelColumn {

  private final ArrayParts parts;

  /**
   * The column of an array.
   *
   * @param in stands before the first value
   */
  ParallelColumn(JsonReader in) {
    parts = ArrayParts.of(in);
  }

  /** Whether {@link #read} is to be called before the next value. */
  boolean isDue() {
    return parts.isDue();
  }

  /** The values of a part. */
  private record Part(ColumnBuilder builder, Inference inference) {}

  /**
   * Reads all values but the end of the array.
   *
   * @param spec the type; null to infer it
   * @param before what has gathered the first values
   * @return the column; null if one thread has to
   */
  Column read(ColumnSpec spec, Inference inference, ColumnBuilder before) {
    boolean ordinary = spec == null || ParallelRows.isOrdinary(spec);
    List<Part> all = ordinary ? parts.readAll(part -> read(part, spec, inference, before)) : null;
    try {
      Column column = all == null ? null : column(all, spec);
      if (column != null) {
        all.forEach(part -> inference.take(part.inference));
        parts.leave();
      }
      return column;
    } catch (IllegalArgumentException e) {
      return null; // one thread will say so
    }
  }

  private static Part read(
      ArrayParts.Part part, ColumnSpec spec, Inference inference, ColumnBuilder before) {
    Inference own = inference.again();
    ColumnBuilder builder = spec == null ? new InferringBuilder(own, before) : spec.newBuilder();
    while (part.hasNext()) {
      builder.appendFrom(part.reader());
      builder.appendMoreFrom(part.reader());
    }
    return new Part(builder, own);
  }

  private static Column column(List<Part> all, ColumnSpec spec) {
    long rows = 0;
    for (Part part : all) {
      rows += part.builder.size();
    }
    if (rows > Integer.MAX_VALUE || spec != null && !spec.namesRowsUpTo((int) rows)) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    int first = 0;
    for (Part part : all) {
      int size = part.builder.size();
      columns.add(spec == null ? part.builder.build() : spec.finish(part.builder, first, size));
      first += size;
    }
    return spec == null ? InferredParts.concat(columns) : ColumnParts.concat(columns);
  }
}
