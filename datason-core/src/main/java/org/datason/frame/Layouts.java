package org.datason.frame;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.datason.config.FrameForm;
import org.datason.json.JsonWriter;
import org.datason.json.MemberNames;
import org.datason.json.WrittenRange;

/** Writes the data of a frame in each of the layouts. */
final class Layouts {

  /** Columns with fewer rows are small. */
  private static final int SMALL = 1 << 16;

  private static final int BLOCK = 1 << 10;

  private Layouts() {}

  /** The layout's name in pandas. */
  static String orient(FrameForm form) {
    return form.name().toLowerCase(Locale.ROOT);
  }

  static void write(Frame frame, FrameForm form, JsonWriter out) {
    switch (form) {
      case RECORDS -> records(frame, out);
      case SPLIT -> split(frame, out);
      case LIST -> list(frame, out);
      case DICT -> dict(frame, out);
      case VALUES -> values(frame, out);
      case INDEX -> index(frame, out);
      default -> TableSchema.write(frame, out);
    }
  }

  private static MemberNames names(Frame frame) {
    MemberNames names = new MemberNames();
    frame.schema().fields().forEach(field -> names.add(field.name()));
    return names;
  }

  private static void records(Frame frame, JsonWriter out) {
    out.beginArray();
    rows(frame, out, false);
    out.endArray();
  }

  static void rows(Frame frame, JsonWriter out, boolean lines) {
    MemberNames names = names(frame);
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.writeRanges(
        frame.size(),
        (part, from, to) -> {
          for (int i = (int) from; i < to; i++) {
            row(names, columns, i, part);
            if (lines) {
              part.endLine();
            }
          }
        });
  }

  /** Writes a row, or a record in a cell. */
  static void row(MemberNames names, Column[] columns, int row, JsonWriter out) {
    out.beginObject();
    members(names, 0, columns, row, out);
    out.endObject();
  }

  /**
   * Writes the values of a row as members. With hints on all are there: the types beside the data
   * count on them.
   */
  static void members(MemberNames names, int first, Column[] columns, int row, JsonWriter out) {
    boolean omits = out.leavesOut() && !out.hints();
    for (int j = 0; j < columns.length; j++) {
      if (!omits || !columns[j].isLeftOut(row, out)) {
        out.writeName(names, first + j);
        columns[j].write(row, out);
      }
    }
  }

  private static void split(Frame frame, JsonWriter out) {
    out.beginObject();
    out.writeName("index");
    if (frame.index() == null) {
      out.beginArray();
      out.writeRanges(frame.size(), Layouts::numbers);
      out.endArray();
    } else {
      SchemaWriter.writeValues(frame.index().column(), out);
    }
    out.writeName("columns");
    out.beginArray();
    for (Field field : frame.schema().fields()) {
      out.writeString(field.name());
    }
    out.endArray();
    out.writeName("data");
    values(frame, out);
    out.endObject();
  }

  private static void numbers(JsonWriter out, long from, long to) {
    int[] block = new int[(int) Math.min(BLOCK, to - from)];
    for (long i = from; i < to; i += block.length) {
      int first = (int) i;
      Arrays.setAll(block, j -> first + j);
      out.writeInts(block, 0, (int) Math.min(block.length, to - i));
    }
  }

  private static void values(Frame frame, JsonWriter out) {
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.beginArray();
    out.writeRanges(
        frame.size(),
        (part, from, to) -> {
          for (int i = (int) from; i < to; i++) {
            part.beginArray();
            for (Column column : columns) {
              column.write(i, part);
            }
            part.endArray();
          }
        });
    out.endArray();
  }

  /** Writes the columns one by one; large ones are shared row by row, many small ones as wholes. */
  private static void list(Frame frame, JsonWriter out) {
    WrittenRange columns =
        (part, from, to) -> {
          for (int j = (int) from; j < to; j++) {
            part.writeName(frame.schema().field(j).name());
            SchemaWriter.writeValues(frame.column(j), part);
          }
        };
    out.beginObject();
    if (frame.size() < SMALL) {
      out.writeRanges(frame.schema().size(), columns);
    } else {
      columns.write(out, 0, frame.schema().size());
    }
    out.endObject();
  }

  private static void dict(Frame frame, JsonWriter out) {
    String[] labels = labels(frame);
    out.beginObject();
    for (int j = 0; j < frame.schema().size(); j++) {
      out.writeName(frame.schema().field(j).name());
      Column column = frame.column(j);
      out.beginObject();
      out.writeRanges(
          labels.length,
          (part, from, to) -> {
            for (int i = (int) from; i < to; i++) {
              part.writeName(labels[i]);
              column.write(i, part);
            }
          });
      out.endObject();
    }
    out.endObject();
  }

  private static void index(Frame frame, JsonWriter out) {
    String[] labels = labels(frame);
    MemberNames names = names(frame);
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.beginObject();
    out.writeRanges(
        labels.length,
        (part, from, to) -> {
          for (int i = (int) from; i < to; i++) {
            part.writeName(labels[i]);
            row(names, columns, i, part);
          }
        });
    out.endObject();
  }

  /** The texts of the rows' labels; where they do not tell the rows apart, the rows' numbers. */
  private static String[] labels(Frame frame) {
    String[] labels = new String[frame.size()];
    Column column = frame.index() == null ? null : frame.index().column();
    Set<String> known = new HashSet<>();
    boolean unique = column != null && column.missing() == 0;
    for (int i = 0; unique && i < labels.length; i++) {
      labels[i] = label(column.get(i));
      unique = known.add(labels[i]);
    }
    for (int i = 0; !unique && i < labels.length; i++) {
      labels[i] = Integer.toString(i);
    }
    return labels;
  }

  private static String label(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Layouts::label).toList().toString()
        : FrameText.text(value);
  }
}
