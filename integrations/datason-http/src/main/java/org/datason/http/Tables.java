package org.datason.http;

import org.datason.frame.Frame;
import tech.tablesaw.api.Table;

/** Tables of Tablesaw, where that and datason-ml are on the class path. Has no state. */
final class Tables {

  private Tables() {}

  static boolean isTable(Class<?> type) {
    return type.getName().equals("tech.tablesaw.api.Table")
        && ClassPath.has(() -> org.datason.ml.tablesaw.Tables.class);
  }

  /** The frame that a value is, or that it holds as a table; null if it is neither. */
  static Frame toFrame(Object value) {
    if (value instanceof Frame frame) {
      return frame;
    }
    return value != null && isTable(value.getClass()) ? Tablesaw.toFrame(value) : null;
  }

  /** A frame as the type that is asked for. */
  static Object ofFrame(Frame frame, BodyType target) {
    return isTable(target.raw()) ? Tablesaw.toTable(frame) : frame;
  }

  /** Apart, so that it is loaded where there are tables alone. */
  private static final class Tablesaw {

    static Frame toFrame(Object table) {
      return org.datason.ml.tablesaw.Tables.toFrame((Table) table);
    }

    static Object toTable(Frame frame) {
      return org.datason.ml.tablesaw.Tables.toTable(frame);
    }
  }
}
