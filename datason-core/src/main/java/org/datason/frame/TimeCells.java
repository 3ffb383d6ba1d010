package org.datason.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.datason.config.DateForm;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/** Dates, times, timestamps and durations by their numbers. */
final class TimeCells extends Cells {

  private static final long NANOS = 1_000_000_000;

  private final FieldType type;
  private final IntegerCells numbers;

  TimeCells(FieldType type, IntegerCells numbers) {
    this.type = type;
    this.numbers = numbers;
  }

  @Override
  long memory() {
    return numbers.memory();
  }

  @Override
  Object array() {
    return numbers.array();
  }

  @Override
  Cells withArray(Object other) {
    return new TimeCells(type, (IntegerCells) numbers.withArray(other));
  }

  @Override
  int size() {
    return numbers.size();
  }

  @Override
  long getLong(int i) {
    return numbers.getLong(i);
  }

  @Override
  Object get(int i) {
    return Times.decode(type, numbers.getLong(i));
  }

  /**
   * Writes ISO text; where the year is beyond 1 to 9999 the number. Where no types stand beside the
   * data, a timestamp has the form that is set.
   */
  @Override
  void write(int i, JsonWriter out) {
    long value = numbers.getLong(i);
    DateForm form = out.config().dateForm();
    if (form != DateForm.ISO && !out.hints() && type instanceof FieldType.Timestamp timestamp) {
      TimestampForms.write(timestamp, value, form, out);
      return;
    }
    if (type == FieldType.Simple.DURATION) {
      byte[] text = Duration.ofNanos(value).toString().getBytes(StandardCharsets.US_ASCII);
      out.writeText(text, 0, text.length);
      return;
    }
    if (type == FieldType.Simple.TIME) {
      out.writeTime(null, LocalTime.ofNanoOfDay(value), null, false);
    } else if (type instanceof FieldType.Timestamp timestamp) {
      long inSecond = timestamp.unit().inSecond();
      long second = Math.floorDiv(value, inSecond);
      int nano = (int) (Math.floorMod(value, inSecond) * (NANOS / inSecond));
      if (Times.hasText(type, value)) {
        out.writeTime(second, nano, timestamp.zone() == null ? "" : "+00:00");
      } else {
        out.writeLong(value);
      }
    } else if (Times.hasText(type, value)) {
      out.writeTime(LocalDate.ofEpochDay(value), null, null, false);
    } else {
      out.writeLong(value);
    }
  }

  @Override
  void text(int i, TextBytes out) {
    long value = numbers.getLong(i);
    if (type == FieldType.Simple.DURATION) {
      out.append(Duration.ofNanos(value).toString());
    } else if (type == FieldType.Simple.TIME) {
      out.appendTime(null, LocalTime.ofNanoOfDay(value));
    } else if (!Times.hasText(type, value)) {
      out.appendLong(value);
    } else if (type instanceof FieldType.Timestamp timestamp) {
      long inSecond = timestamp.unit().inSecond();
      int nano = (int) (Math.floorMod(value, inSecond) * (NANOS / inSecond));
      out.appendTime(Math.floorDiv(value, inSecond), nano);
      out.append(timestamp.zone() == null ? "" : "+00:00");
    } else {
      out.appendTime(LocalDate.ofEpochDay(value), null);
    }
  }

  @Override
  boolean same(int i, Cells other, int j) {
    return numbers.getLong(i) == other.getLong(j);
  }

  @Override
  int hash(int i) {
    return numbers.hash(i);
  }

  @Override
  void copyValues(int from, int to, ByteBuffer target) {
    numbers.copyValues(from, to, target);
  }
}
