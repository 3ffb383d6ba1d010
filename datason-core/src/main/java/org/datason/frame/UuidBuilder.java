package org.datason.frame;

import java.util.Arrays;
import java.util.UUID;
import org.datason.json.JsonReader;
import org.datason.json.TextBytes;

/** Gathers UUIDs. */
final class UuidBuilder extends ColumnBuilder {

  private final TextBytes text = new TextBytes();
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
  void put(Object value) {
    if (!(value instanceof UUID uuid)) {
      throw mismatch("a UUID", value);
    }
    int at = next(); // which may replace the array
    UuidText.put(uuid, halves, at);
  }

  @Override
  void putMissing() {
    next();
  }

  @Override
  void read(JsonReader in) {
    text.setLength(0);
    in.readText(text);
    int at = next();
    UuidText.parse(text.bytes(), 0, text.length(), halves, at);
  }

  @Override
  Cells cells() {
    return new SmallCells.Uuids(Arrays.copyOf(halves, size() * 2));
  }
}
