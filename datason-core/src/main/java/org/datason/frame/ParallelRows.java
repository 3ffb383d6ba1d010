package org.datason.frame;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.datason.json.ArrayParts;
import org.datason.json.JsonReader;
import org.datason.parallel.Workers;

/**
 * Reads the rows of a large array, records or arrays of values, in parts, by several threads, into
 * the very columns that one thread would give. Whatever is out of the ordinary (an error, types
 * that differ between parts, a part that does not begin where it seemed to) makes it give up: one
 * thread then goes on and meets it again.
 */
final class ParallelRows {

  private final TableSpec spec;
  private final Inference inference;
  private final int most;
  private final Workers workers;
  private final ArrayParts parts;

  private List<String> names;
  private List<Column> columns;
  private int rows;

  /**
   * Rows of a schema, or with types that are inferred where there is none.
   *
   * @param in stands before the first row
   */
  ParallelRows(JsonReader in, TableSpec spec, Inference inference) {
    this.spec = spec;
    this.inference = inference;
    most = in.config().maxItems();
    workers = Workers.of(in.config().workers());
    parts = ArrayParts.of(in);
  }

  List<String> names() {
    return names;
  }

  List<Column> columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** Rows that were read: the columns by their names, some of which may be shorter. */
  static final class Part {

    private final List<String> names;
    private final List<ColumnBuilder> columns;
    private final int rows;
    private final Inference inference;
    private int first;

    Part(List<String> names, List<ColumnBuilder> columns, int rows, Inference inference) {
      this.names = names;
      this.columns = columns;
      this.rows = rows;
      this.inference = inference;
    }

    /** The column of a name that is likely to be at a place; null if there is none. */
    private ColumnBuilder column(String name, int likely) {
      boolean there = likely < names.size() && names.get(likely).equals(name);
      int at = there ? likely : names.indexOf(name);
      return at < 0 ? null : columns.get(at);
    }
  }

  /** Whether {@link #read} is to be called before the next row. */
  boolean isDue() {
    return parts.isDue();
  }

  /**
   * Reads all rows that the reader stands in, but for the end of the array.
   *
   * @param reading reads a part, with an inference of its own
   * @return false if one thread has to
   */
  boolean read(Function<ArrayParts.Part, Part> reading) {
    List<Part> all = isOrdinary(spec) ? parts.readAll(reading) : null;
    try {
      if (all == null || !finish(all)) {
        return false;
      }
    } catch (IllegalArgumentException e) {
      return false; // one thread will say so
    }
    parts.leave();
    return true;
  }

  /** Whether columns of a schema can be put together from parts; where there is none they can. */
  static boolean isOrdinary(TableSpec spec) {
    return spec == null || spec.fields().stream().allMatch(ParallelRows::isOrdinary);
  }

  static boolean isOrdinary(ColumnSpec field) {
    return !field.namesParts() && !InferredParts.isWide(field.builder().type());
  }

  // ---------------------------------------------------------------- putting together

  /** Puts the parts together, column by column; false if one thread has to do it. */
  private boolean finish(List<Part> parts) {
    long all = 0;
    Set<String> every = new LinkedHashSet<>();
    for (Part part : parts) {
      part.first = (int) all;
      all += part.rows;
      every.addAll(part.names);
      if (all > most || spec == null && every.size() >= Records.WIDE) {
        return false; // so many columns may be too empty
      }
    }
    names = List.copyOf(every);
    rows = (int) all;
    Records.checkFilled(names.size(), rows, values(parts));
    Column[] merged = new Column[names.size()];
    workers.run(merged.length, i -> merged[i] = column(parts, i));
    for (Column column : merged) {
      if (column == null) {
        return false;
      }
    }
    parts.forEach(part -> inference.take(part.inference));
    columns = List.of(merged);
    return true;
  }

  /** How many values one thread would have, as columns are not filled up before the end. */
  private long values(List<Part> parts) {
    long values = rows;
    for (int i = 0; i < names.size(); i++) {
      for (int j = parts.size() - 1; j >= 0; j--) {
        ColumnBuilder builder = parts.get(j).column(names.get(i), i);
        if (builder != null && builder.size() > 0) {
          values += parts.get(j).first + builder.size();
          break;
        }
      }
    }
    return values;
  }

  private Column column(List<Part> parts, int i) {
    if (spec != null && !spec.fields().get(i).namesRowsUpTo(rows)) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    for (Part part : parts) {
      ColumnBuilder builder = part.column(names.get(i), i);
      builder = builder == null ? new InferringBuilder(inference.again()) : builder;
      if (spec != null) {
        columns.add(spec.fields().get(i).finish(builder, part.first, part.rows));
      } else {
        builder.pad(part.rows);
        columns.add(builder.build());
      }
    }
    return spec != null ? ColumnParts.concat(columns) : InferredParts.concat(columns);
  }
}
