package org.datason.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.datason.json.JsonWriter;

/** Dates, times, timestamps and durations by their numbers. */
final class TimeCells extends Cells {

  private static final long NANOS_IN_DAY = 86_400_000_000_000L;

  private final FieldType type;
  private final IntegerCells numbers;

  TimeCells(FieldType type, IntegerCells numbers) {
    this.type = type;
    this.numbers = numbers;
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

  /** Writes ISO text; where the year is beyond 1 to 9999 the number. */
  @Override
  void write(int i, JsonWriter out) {
    long value = numbers.getLong(i);
    if (type == FieldType.Simple.DURATION) {
      byte[] text = Duration.ofNanos(value).toString().getBytes(StandardCharsets.US_ASCII);
      out.writeText(text, 0, text.length);
      return;
    }
    byte[] text = TimeText.buffer();
    int end;
    if (type == FieldType.Simple.TIME) {
      end = TimeText.putTime(text, 0, value);
    } else if (type instanceof FieldType.Timestamp timestamp) {
      long inDay = 86_400 * timestamp.unit().inSecond();
      long day = Math.floorDiv(value, inDay);
      if (!TimeText.hasText(day)) {
        out.writeLong(value);
        return;
      }
      end = TimeText.putDay(text, 0, day);
      text[end] = 'T';
      long ofDay = Math.floorMod(value, inDay) * (NANOS_IN_DAY / inDay);
      end = TimeText.putTime(text, end + 1, ofDay);
      end = timestamp.zone() == null ? end : TimeText.putUtc(text, end);
    } else if (TimeText.hasText(value)) {
      end = TimeText.putDay(text, 0, value);
    } else {
      out.writeLong(value);
      return;
    }
    out.writeText(text, 0, end);
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
