package org.datason.ml.tablesaw;

import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.Series;

/** Makes Tablesaw's columns of those of frames. */
final class ToTablesaw {

  private ToTablesaw() {}

  /**
   * The column of a series.
   *
   * @param series with a name
   */
  static tech.tablesaw.columns.Column<?> column(Series series, Loss loss) {
    String name = series.name();
    if (loss == Loss.REFUSE && !name.equals(name.trim())) {
      throw new IllegalArgumentException(
          "The name of the column '"
              + name
              + "' begins or ends with white space, which Tablesaw cuts off: "
              + "rename it or convert with Loss.ACCEPT");
    }
    return of(new Source(name, series.column(), loss));
  }

  private static tech.tablesaw.columns.Column<?> of(Source source) {
    FieldType type = source.column().type();
    if (type instanceof Simple simple) {
      return ofSimple(simple, source);
    }
    if (type instanceof Timestamp timestamp) {
      return TimeColumns.timestamps(timestamp, source);
    }
    if (type instanceof Dictionary dictionary) {
      return ofDictionary(dictionary, source);
    }
    if (type instanceof Decimal) {
      source.lose(
          "is " + type + ", which no column of Tablesaw holds",
          "make it float64 or text,",
          "takes the nearest doubles");
      return NumberColumns.decimals(source);
    }
    return TextColumns.ofAnything(source);
  }

  private static tech.tablesaw.columns.Column<?> ofSimple(Simple type, Source source) {
    return switch (type) {
      case BOOLEAN -> NumberColumns.booleans(source);
      case INT8, UINT8, INT16 -> NumberColumns.shorts(source);
      case UINT16, INT32 -> NumberColumns.ints(source);
      case UINT32, INT64 -> NumberColumns.longs(source);
      case FLOAT16, FLOAT32 -> NumberColumns.floats(source);
      case FLOAT64 -> NumberColumns.doubles(source);
      case TEXT -> TextColumns.texts(source);
      case UUID -> TextColumns.uuids(source);
      case DATE -> TimeColumns.dates(source);
      case TIME -> TimeColumns.times(source);
      case DURATION, BINARY, MIXED -> TextColumns.ofAnything(source);
    };
  }

  private static tech.tablesaw.columns.Column<?> ofDictionary(Dictionary type, Source source) {
    if (type.ordered()) {
      source.lose(
          "has categories in an order, which no column of Tablesaw keeps",
          "make it an unordered dictionary",
          "takes the values alone");
    }
    if (type.values() == Simple.TEXT) {
      return TextColumns.texts(source);
    }
    Column column = source.column();
    ColumnBuilder plain = ColumnBuilder.of(type.values());
    for (int i = 0; i < column.size(); i++) {
      plain.append(column.get(i));
    }
    return of(source.with(plain.build()));
  }
}
