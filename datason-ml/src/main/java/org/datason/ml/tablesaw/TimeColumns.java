package org.datason.ml.tablesaw;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.instant.PackedInstant;
import tech.tablesaw.columns.times.PackedLocalTime;

/**
 * Makes Tablesaw's columns of dates and times, which it packs into integers: milliseconds, and
 * years of 16 bits.
 */
final class TimeColumns {

  private static final long FIRST_DAY = LocalDate.of(Short.MIN_VALUE, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(Short.MAX_VALUE, 12, 31).toEpochDay();
  private static final int SECONDS_A_DAY = 86_400;
  private static final int MILLIS_A_DAY = 86_400_000;
  private static final int NANOS_A_MILLI = 1_000_000;

  private TimeColumns() {}

  static DateColumn dates(Source source) {
    int[] packed = new int[source.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          source.isMissing(i)
              ? Integer.MIN_VALUE
              : packedDate(source.column().getLong(i), i, source);
    }
    return DateColumn.createInternal(source.name(), packed);
  }

  static TimeColumn times(Source source) {
    int[] packed = new int[source.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          source.isMissing(i)
              ? Integer.MIN_VALUE
              : packedTime((int) wholeMillis(source.column().getLong(i), NANOS_A_MILLI, i, source));
    }
    return TimeColumn.createInternal(source.name(), packed);
  }

  static tech.tablesaw.columns.Column<?> timestamps(Timestamp type, Source source) {
    if (type.zone() != null && !ZoneId.of(type.zone()).normalized().equals(ZoneOffset.UTC)) {
      source.lose(
          "is " + type + ", and an INSTANT of Tablesaw has no zone but UTC",
          "make it timestamp[" + type.unit() + ", UTC]",
          "keeps the moments");
    }
    Column column = source.column();
    long[] packed = new long[source.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          source.isMissing(i)
              ? Long.MIN_VALUE
              : packed(millis(column.getLong(i), type.unit(), i, source), i, source);
    }
    return type.zone() == null
        ? DateTimeColumn.createInternal(source.name(), packed)
        : InstantColumn.createInternal(source.name(), packed);
  }

  // ---------------------------------------------------------------- one value

  private static long millis(long count, Unit unit, int row, Source source) {
    if (unit == Unit.S) {
      checkDay(Math.floorDiv(count, SECONDS_A_DAY), row, source);
      return count * 1000;
    }
    return wholeMillis(count, unit.inSecond() / 1000, row, source);
  }

  /** The milliseconds of a number of smaller units. */
  private static long wholeMillis(long count, long inMilli, int row, Source source) {
    if (Math.floorMod(count, inMilli) != 0) {
      source.lose(
          row,
          source.column().get(row) + " has parts of a millisecond, which Tablesaw does not keep",
          "round it",
          "cuts them off");
    }
    return Math.floorDiv(count, inMilli);
  }

  private static long packed(long millis, int row, Source source) {
    int date = packedDate(Math.floorDiv(millis, (long) MILLIS_A_DAY), row, source);
    return PackedInstant.create(date, packedTime((int) Math.floorMod(millis, (long) MILLIS_A_DAY)));
  }

  private static int packedDate(long day, int row, Source source) {
    checkDay(day, row, source);
    return PackedLocalDate.pack(LocalDate.ofEpochDay(day));
  }

  private static void checkDay(long day, int row, Source source) {
    if (day < FIRST_DAY || day > LAST_DAY) {
      throw source.refused(
          row,
          source.column().get(row) + " is beyond the years -32768 to 32767, which Tablesaw has",
          "make it missing or the column text");
    }
  }

  private static int packedTime(int millis) {
    int seconds = millis / 1000;
    return PackedLocalTime.of(seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
  }
}
