package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.error.DatasonException;
import org.datason.json.ArrayParts;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.parallel.Workers;

/**
 * Reads the records of a large array in parts, by several threads, into the very columns that one
 * thread would give. Whatever is out of the ordinary (an error, types that differ between parts, a
 * part that does not begin where it seemed to) makes it give up: one thread then reads all from the
 * beginning and meets it again.
 */
final class ParallelRecords {

  /** So many parts for each worker, as some take longer than others. */
  private static final int PARTS = 4;

  /** With more columns than these a table may be too empty, which one thread finds out. */
  static final int MOST_COLUMNS = 64;

  private final JsonReader in;
  private final TableSpec spec;
  private final Inference inference;
  private final Workers workers;

  private List<String> names;
  private List<Column> columns;
  private int rows;

  /** Records of a schema, or with types that are inferred where there is none. */
  ParallelRecords(JsonReader in, TableSpec spec, Inference inference) {
    this.in = in;
    this.spec = spec;
    this.inference = inference;
    workers = Workers.of(in.config().workers());
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

  /** A part that was read. */
  private static final class Part {
    Records records;
    Inference inference;
    int first;
  }

  /**
   * Reads the rest of the array that the reader stands in, but for its end.
   *
   * @return false if nothing was read
   */
  boolean read() {
    if (workers.count() == 1
        || in.bytesAhead() < Math.max(1, in.config().parallelFrom())
        || !in.hasNext()
        || spec != null && spec.fields().stream().anyMatch(ParallelRecords::isOutOfTheOrdinary)) {
      return false;
    }
    ArrayParts parts = ArrayParts.of(in, PARTS * workers.count());
    if (parts == null) {
      return false;
    }
    try {
      List<Part> all = readAll(parts);
      if (!finish(all)) {
        return false;
      }
    } catch (DatasonException | IllegalArgumentException | IllegalStateException e) {
      return false; // one thread will say what it is, and where
    }
    parts.leave();
    return true;
  }

  private static boolean isOutOfTheOrdinary(ColumnSpec field) {
    return field.namesParts() || InferredParts.isWide(field.builder().type());
  }

  private List<Part> readAll(ArrayParts parts) {
    Part[] all = new Part[parts.size()];
    workers.run(
        all.length,
        i -> {
          Part part = new Part();
          part.inference = inference.again();
          part.records = newRecords(part.inference);
          JsonReader reader = parts.reader(i);
          do {
            TableReader.expect(reader, JsonToken.BEGIN_OBJECT);
            part.records.read(reader);
          } while (parts.hasNext(i));
          all[i] = part;
        });
    return List.of(all);
  }

  private Records newRecords(Inference own) {
    return spec == null
        ? new Records(own)
        : new Records(
            ColumnSpec.schema(spec.fields()),
            spec.fields().stream().map(ColumnSpec::newBuilder).toList(),
            null);
  }

  /** Puts the parts together, column by column; false if one thread has to do it. */
  private boolean finish(List<Part> parts) {
    long all = 0;
    names = new ArrayList<>();
    for (Part part : parts) {
      part.first = (int) all;
      all += part.records.rows();
      for (String name : part.records.names()) {
        if (!names.contains(name)) {
          names.add(name);
        }
      }
      if (all > in.config().maxItems() || names.size() > MOST_COLUMNS) {
        return false;
      }
    }
    rows = (int) all;
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

  private Column column(List<Part> parts, int i) {
    if (spec != null && !spec.fields().get(i).namesRowsUpTo(rows)) {
      return null;
    }
    List<Column> columns = new ArrayList<>();
    for (Part part : parts) {
      int n = part.records.rows();
      int at = part.records.names().indexOf(names.get(i));
      ColumnBuilder builder =
          at < 0 ? new InferringBuilder(inference.again()) : part.records.columns().get(at);
      if (spec != null) {
        columns.add(spec.fields().get(i).finish(builder, part.first, n));
      } else {
        builder.pad(n);
        columns.add(builder.build());
      }
    }
    return spec != null ? ColumnParts.concat(columns) : InferredParts.concat(columns);
  }
}
