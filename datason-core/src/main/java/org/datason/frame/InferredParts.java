package org.datason.frame;

import java.util.ArrayList;
import java.util.List;
import org.datason.frame.FieldType.Simple;

/**
 * Puts columns together whose types were inferred part by part, where that gives what inferring
 * from all values at once would have given.
 */
final class InferredParts {

  /** With more fields structs may be too empty, which one thread finds out. */
  private static final int MOST_FIELDS = 64;

  private InferredParts() {}

  /** The column of all parts; null if their types do not tell that of the whole. */
  static Column concat(List<Column> parts) {
    FieldType type = null;
    boolean mixed = false;
    boolean numbers = true;
    for (Column part : parts) {
      if (!isEmpty(part)) {
        FieldType other = part.type();
        mixed |= isMixed(other) || type != null && !type.equals(other);
        numbers &= other == Simple.INT64 || other == Simple.FLOAT64;
        type = other;
      }
    }
    if (type == null) {
      return ColumnParts.concat(parts);
    }
    if (mixed && !numbers) {
      return null;
    }
    FieldType whole = mixed ? Simple.FLOAT64 : type;
    List<Column> columns = new ArrayList<>();
    for (Column part : parts) {
      Column column = part.type().equals(whole) ? part : converted(part, whole);
      if (column == null) {
        return null;
      }
      columns.add(column);
    }
    return ColumnParts.concat(columns);
  }

  private static boolean isEmpty(Column part) {
    return part.type() == Simple.MIXED && part.missing() == part.size();
  }

  /** Whether values of any kinds are in it, which look otherwise after others of another kind. */
  private static boolean isMixed(FieldType type) {
    return type == Simple.MIXED
        || type instanceof FieldType.ListOf list && isMixed(list.items())
        || isWide(type)
        || type instanceof FieldType.Struct struct
            && struct.schema().fields().stream().anyMatch(field -> isMixed(field.type()));
  }

  /** Whether structs have so many fields that a table of them may be too empty. */
  static boolean isWide(FieldType type) {
    return type instanceof FieldType.ListOf list && isWide(list.items())
        || type instanceof FieldType.Struct struct
            && (struct.schema().size() > MOST_FIELDS
                || struct.schema().fields().stream().anyMatch(field -> isWide(field.type())));
  }

  /** Missing values of another type, or integers as doubles; null if a double does not hold one. */
  private static Column converted(Column part, FieldType type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < part.size(); i++) {
      if (part.isMissing(i)) {
        builder.appendMissing();
      } else if (Widening.isExact(part.getLong(i))) {
        builder.appendDouble(part.getLong(i));
      } else {
        return null;
      }
    }
    return builder.build();
  }
}
