package org.datason.frame;

import java.util.ArrayList;
import java.util.List;

/** Puts frames together, row after row. */
final class FrameParts {

  private FrameParts() {}

  static Frame concat(List<Frame> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("There is no frame to put together");
    }
    Frame first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    long size = 0;
    for (Frame part : parts) {
      if (!part.schema().equals(first.schema())) {
        throw new IllegalArgumentException(
            "Expected frames of " + first.schema() + ", not of " + part.schema());
      }
      if (!sameLabels(first, part)) {
        throw new IllegalArgumentException("The labels of the frames are of different types");
      }
      size += part.size();
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(size + " rows are more than a frame holds");
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < first.schema().size(); i++) {
      int column = i;
      columns.add(concat(first.schema().field(i).name(), parts, part -> part.column(column)));
    }
    Series index =
        first.index() == null
            ? null
            : new Series(
                first.index().name(), concat("index", parts, part -> part.index().column()));
    return new Frame(first.name(), first.schema(), columns, index, (int) size)
        .withOrigin(first.origin());
  }

  private static boolean sameLabels(Frame a, Frame b) {
    return a.index() == null || b.index() == null
        ? a.index() == b.index()
        : a.index().column().type().equals(b.index().column().type());
  }

  private interface Part {
    Column of(Frame frame);
  }

  private static Column concat(String name, List<Frame> frames, Part part) {
    try {
      return ColumnParts.concat(frames.stream().map(part::of).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Column '" + name + "': " + e.getMessage(), e);
    }
  }
}
