package org.datason.frame;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.datason.config.FrameForm;
import org.datason.json.JsonWriter;
import org.datason.json.MemberNames;

/** Writes the data of a frame in each of the layouts. */
final class Layouts {

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
    for (int i = 0; i < frame.size(); i++) {
      row(names, columns, i, out);
      if (lines) {
        out.endLine();
      }
    }
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
      int[] numbers = new int[frame.size()];
      Arrays.setAll(numbers, i -> i);
      out.beginArray();
      out.writeInts(numbers, 0, numbers.length);
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

  private static void values(Frame frame, JsonWriter out) {
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.beginArray();
    for (int i = 0; i < frame.size(); i++) {
      out.beginArray();
      for (Column column : columns) {
        column.write(i, out);
      }
      out.endArray();
    }
    out.endArray();
  }

  private static void list(Frame frame, JsonWriter out) {
    out.beginObject();
    for (int j = 0; j < frame.schema().size(); j++) {
      out.writeName(frame.schema().field(j).name());
      SchemaWriter.writeValues(frame.column(j), out);
    }
    out.endObject();
  }

  private static void dict(Frame frame, JsonWriter out) {
    String[] labels = labels(frame);
    out.beginObject();
    for (int j = 0; j < frame.schema().size(); j++) {
      out.writeName(frame.schema().field(j).name());
      out.beginObject();
      for (int i = 0; i < labels.length; i++) {
        out.writeName(labels[i]);
        frame.column(j).write(i, out);
      }
      out.endObject();
    }
    out.endObject();
  }

  private static void index(Frame frame, JsonWriter out) {
    String[] labels = labels(frame);
    MemberNames names = names(frame);
    Column[] columns = frame.columns().toArray(new Column[0]);
    out.beginObject();
    for (int i = 0; i < labels.length; i++) {
      out.writeName(labels[i]);
      row(names, columns, i, out);
    }
    out.endObject();
  }

  /** The texts of the rows' labels; where they do not tell the rows apart, the rows' numbers. */
  private static String[] labels(Frame frame) {
    String[] labels = new String[frame.size()];
    Column column = frame.index() == null ? null : frame.index().column();
    Set<String> known = new HashSet<>();
    boolean unique = column != null && column.missing() == 0;
    for (int i = 0; unique && i < labels.length; i++) {
      labels[i] = String.valueOf(column.get(i));
      unique = known.add(labels[i]);
    }
    for (int i = 0; !unique && i < labels.length; i++) {
      labels[i] = Integer.toString(i);
    }
    return labels;
  }
}
