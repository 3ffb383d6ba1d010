package org.datason.frame;

import java.util.Arrays;
import org.datason.json.JsonReader;

/** Gathers values of each type that can be told by one long. */
final class LongsBuilder extends ColumnBuilder {

  private final LongCoding coding;
  private long[] values = new long[16];
  private int count;

  LongsBuilder(FieldType type) {
    super(type);
    coding = LongCoding.of(type);
  }

  private void add(long code) {
    if (count == values.length) {
      values = Arrays.copyOf(values, longer(count));
    }
    values[count++] = code;
  }

  @Override
  void reserve(int n) {
    values = new long[Math.max(n, values.length)];
  }

  @Override
  void put(Object value) {
    add(coding.encode(value, this));
  }

  @Override
  void putLong(long value) {
    add(coding.ofLong(value));
  }

  @Override
  void putDouble(double value) {
    add(coding.ofDouble(value));
  }

  @Override
  void putMissing() {
    add(0);
  }

  @Override
  void read(JsonReader in) {
    add(coding.read(in));
  }

  @Override
  int readMore(JsonReader in) {
    if (count == values.length) {
      values = Arrays.copyOf(values, longer(count));
    }
    int n = coding.readMore(in, values, count);
    count += n;
    return n;
  }

  @Override
  void parse(byte[] text, int from, int to) {
    add(coding.parse(text, from, to));
  }

  @Override
  void setNonFinite(int row, double value, float single) {
    values[row] = coding.ofNonFinite(value, single);
  }

  @Override
  Cells cells() {
    return coding.cells(count == values.length ? values : Arrays.copyOf(values, count));
  }
}
