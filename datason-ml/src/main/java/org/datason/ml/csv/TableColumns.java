package org.datason.ml.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.datason.Datason;
import org.datason.error.MismatchException;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;
import org.datason.frame.Series;
import org.datason.json.TextBytes;

/** The columns of a file that is being read, labels of rows included, batch by batch. */
final class TableColumns {

  private final ReaderSettings settings;
  private final Datason datason = Datason.create().with(c -> c.acceptNonFinite(true));
  private final TextBytes scratch = new TextBytes();
  private final List<String> header = new ArrayList<>();
  private final Inferring inferring;
  private final List<Part> parts = new ArrayList<>();

  /** The rows since the last batch was taken. */
  private int rows;

  /** Whether it is settled which columns there are. */
  private boolean begun;

  TableColumns(ReaderSettings settings, Inferring inferring) {
    this.settings = settings;
    this.inferring = inferring;
  }

  /** How many there are. */
  int count() {
    return parts.size();
  }

  /** A column's name for messages. */
  String shownName(int field) {
    return field < parts.size() ? "'" + parts.get(field).name() + "'" : "" + (field + 1);
  }

  // ---------------------------------------------------------------- which columns

  /** Takes a field of the header. */
  void name(String name, boolean quoted) {
    boolean unnamed = settings.index && header.isEmpty() && name.isEmpty() && !quoted;
    header.add(unnamed ? null : name);
  }

  /** Takes the columns to be those of the header or the first row. */
  void begin(String file, long line) {
    if (begun) {
      return;
    }
    begun = true;
    if (settings.header) {
      header.forEach(this::add);
    } else {
      while (settings.names != null && parts.size() < all(settings.names.size()) && rows == 0) {
        add(nameOf(parts.size())); // of an empty file
      }
    }
    String where = " in " + file + ", line " + line;
    Set<String> names = new LinkedHashSet<>();
    for (Part part : columns()) {
      if (!names.add(part.name())) {
        throw new MismatchException(
            "Expected another name for each column but found '"
                + part.name()
                + "' twice"
                + where
                + "; rename one, or read the file with header(false)",
            null);
      }
    }
    boolean same =
        settings.names == null
            || names.size() == settings.names.size() && names.containsAll(settings.names);
    if (!same) {
      throw new MismatchException(
          "Expected the columns " + settings.names + " but found " + names + where, null);
    }
  }

  private int all(int columns) {
    return settings.index ? columns + 1 : columns;
  }

  private List<Part> columns() {
    return !settings.index || parts.isEmpty() ? parts : parts.subList(1, parts.size());
  }

  /** Adds a column. */
  private void add(String name) {
    boolean labels = settings.index && parts.isEmpty();
    Supplier<ColumnBuilder> given = labels ? settings.indexType : settings.types.get(name);
    parts.add(new Part(name, given, settings.lenient, inferring));
  }

  /** The name of the column that a field of the first row belongs to. */
  private String nameOf(int field) {
    int column = settings.index ? field - 1 : field;
    if (column < 0) {
      return null;
    }
    boolean given = settings.names != null && column < settings.names.size();
    return given ? settings.names.get(column) : "column" + (column + 1);
  }

  // ---------------------------------------------------------------- values

  private Part part(int field) {
    if (field >= parts.size()) {
      if (begun) {
        return null; // the row is too long, as its end will say
      }
      add(nameOf(field));
    }
    return parts.get(field);
  }

  void missing(int field) {
    Part part = part(field);
    if (part != null) {
      part.addMissing();
    }
  }

  void add(int field, char[] text, int from, int to) {
    Part part = part(field);
    if (part != null) {
      scratch.setLength(0);
      scratch.append(text, from, to);
      part.add(scratch, datason);
    }
  }

  void endRow() {
    if (++rows == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a frame has no more than 2,147,483,646 rows");
    }
  }

  /** How many rows there are since the last batch. */
  int rows() {
    return rows;
  }

  /** The rows since the last batch, which is possible as long as values are kept. */
  Frame take() {
    List<Part> columns = columns();
    FrameBuilder frame = Frame.builder();
    if (settings.names != null) {
      columns = new ArrayList<>(columns);
      columns.sort(Comparator.comparing(part -> settings.names.indexOf(part.name())));
    }
    columns.forEach(part -> frame.column(part.name(), part.take()));
    if (settings.index && !parts.isEmpty()) {
      Part labels = parts.get(0);
      frame.index(new Series(labels.name(), labels.take()));
    }
    rows = 0;
    return frame.build();
  }

  // ---------------------------------------------------------------- types

  /** The columns with the types that all values so far have together. */
  Schema schema() {
    List<Field> fields = new ArrayList<>();
    for (Part part : columns()) {
      FieldType given = part.type() == null ? settings.types.get(part.name()).get().type() : null;
      fields.add(new Field(part.name(), given == null ? part.type() : given));
    }
    return Schema.of(fields);
  }

  /** Settings that give the types which all values so far have together. */
  ReaderSettings typed() {
    return settings.with(
        s -> {
          for (Part part : parts) {
            FieldType type = part.type();
            if (type != null && s.index && part == parts.get(0)) {
              s.indexType = () -> ColumnBuilder.of(type);
            } else if (type != null) {
              s.types.put(part.name(), () -> ColumnBuilder.of(type));
            }
          }
        });
  }

  /** From now on values that would change the types are errors. */
  void fix() {
    parts.forEach(Part::fix);
  }
}
