package org.datason.frame;

import java.util.Arrays;
import java.util.UUID;
import org.datason.json.JsonReader;
import org.datason.json.TextBytes;
import org.datason.json.UuidText;

/** Gathers UUIDs. */
final class UuidBuilder extends ColumnBuilder {

  private long[] halves = new long[32];

  UuidBuilder() {
    super(FieldType.Simple.UUID);
  }

  private int next() {
    int at = size() * 2;
    if (at >= halves.length) {
      halves = Arrays.copyOf(halves, longer(at));
    }
    return at;
  }

  @Override
  void reserve(int n) {
    halves = new long[Math.max(2 * n, halves.length)];
  }

  @Override
  void put(Object value) {
    if (!(value instanceof UUID uuid)) {
      throw mismatch("a UUID", value);
    }
    int at = next(); // which may replace the array
    halves[at] = uuid.getMostSignificantBits();
    halves[at + 1] = uuid.getLeastSignificantBits();
  }

  @Override
  void putMissing() {
    next();
  }

  @Override
  void parse(byte[] text, int from, int to) {
    int at = next();
    if (!UuidText.parse(text, from, to, halves, at)) {
      throw new IllegalArgumentException("'" + TextBytes.decode(text, from, to) + "' is no UUID");
    }
  }

  @Override
  void read(JsonReader in) {
    int at = next();
    if (in.tryUuid(halves, at)) {
      return;
    }
    TextBytes text = new TextBytes();
    in.readText(text);
    parse(text.bytes(), 0, text.length());
  }

  @Override
  Cells cells() {
    return new SmallCells.Uuids(Arrays.copyOf(halves, size() * 2));
  }
}
