package org.datason.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The head of a table for people to read. */
final class FrameText {

  static final int MOST_ROWS = 10;
  private static final int MOST_COLUMNS = 20;
  private static final int WIDEST = 32;
  private static final String MISSING = "-";

  private FrameText() {}

  /** A value, cut where it is long. */
  static String cell(Object value) {
    String text = text(value);
    text = text.replaceAll("\\p{Cntrl}", " ");
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
  }

  /** A value whole. */
  static String text(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value == null || !value.getClass().isArray()) {
      return String.valueOf(value);
    }
    String list = Arrays.deepToString(new Object[] {value});
    return list.substring(1, list.length() - 1);
  }

  static String of(Frame frame) {
    int rows = Math.min(frame.size(), MOST_ROWS);
    int columns = Math.min(frame.schema().size(), MOST_COLUMNS);
    List<List<String>> texts = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    if (frame.index() != null) {
      String name = frame.index().name();
      texts.add(column(name == null ? "" : name, frame.index().column(), rows));
      right.add(false);
    }
    for (int i = 0; i < columns; i++) {
      Field field = frame.schema().field(i);
      texts.add(column(cell(field.name()), frame.column(i), rows));
      right.add(isNumber(field.type()));
    }
    StringBuilder out = new StringBuilder();
    for (int line = 0; !texts.isEmpty() && line < rows + 2; line++) {
      line(out, texts, right, line);
    }
    out.append(frame.size()).append(frame.size() == 1 ? " row, " : " rows, ");
    int all = frame.schema().size();
    out.append(all).append(all == 1 ? " column" : " columns");
    return out.append(columns < all ? " (" + columns + " shown)" : "").toString();
  }

  private static List<String> column(String name, Column column, int rows) {
    List<String> texts = new ArrayList<>();
    texts.add(name);
    texts.add(cell(column.type()));
    for (int i = 0; i < rows; i++) {
      texts.add(column.isMissing(i) ? MISSING : quoted(cell(column.get(i))));
    }
    return texts;
  }

  /** A text that looks like a missing value is shown in quotes, and so is one that looks so. */
  private static String quoted(String text) {
    return text.replace("\"", "").equals(MISSING) ? '"' + text + '"' : text;
  }

  private static boolean isNumber(FieldType type) {
    String name = type.toString();
    return name.contains("int") || name.startsWith("float") || type instanceof FieldType.Decimal;
  }

  private static void line(
      StringBuilder out, List<List<String>> texts, List<Boolean> right, int line) {
    int start = out.length();
    for (int i = 0; i < texts.size(); i++) {
      int width = texts.get(i).stream().mapToInt(String::length).max().orElse(0);
      String text = texts.get(i).get(line);
      String blanks = " ".repeat(width - text.length());
      out.append(i == 0 ? "" : "  ");
      out.append(right.get(i) ? blanks + text : text + blanks);
    }
    while (out.length() > start && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
  }
}
