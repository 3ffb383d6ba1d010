package org.datason.frame;

import java.util.BitSet;
import org.datason.frame.FieldType.Simple;
import org.datason.json.JsonReader;
import org.datason.json.NumberForms;
import org.datason.json.NumberText;
import org.datason.json.TextBytes;

/**
 * Gathers values that are given as texts, and finds their type. As long as all are written by the
 * very text that they came as, they are gathered as what they are; from the first other one on the
 * texts are kept, and parsed in the end.
 */
final class InferringTextBuilder extends ColumnBuilder {

  private final boolean lenient;

  /** What gathers the values so far; null before the first one. */
  private ColumnBuilder current;

  /** What the texts are that are kept; null while values are gathered. */
  private TextKinds kinds;

  /** The rows of doubles that came as integers. */
  private final BitSet integers = new BitSet();

  /** The rows of doubles whose texts are those of Python. */
  private final BitSet pythons = new BitSet();

  /** The rows whose texts are empty. */
  private final BitSet empty = new BitSet();

  private Column finished;

  InferringTextBuilder(boolean lenient) {
    super(Simple.TEXT);
    this.lenient = lenient;
  }

  // ---------------------------------------------------------------- values

  @Override
  void put(Object value) {
    if (!(value instanceof String text)) {
      throw mismatch("a String", value);
    }
    TextBytes bytes = new TextBytes();
    bytes.append(text);
    parse(bytes.bytes(), 0, bytes.length());
  }

  @Override
  void read(JsonReader in) {
    put(in.readString());
  }

  @Override
  void putMissing() {
    if (current != null) {
      current.appendMissing();
    }
  }

  @Override
  void parse(byte[] text, int from, int to) {
    if (from == to) {
      empty.set(size());
      putMissing();
      return;
    }
    if (kinds == null) {
      FieldType type = TextKinds.exact(text, from, to);
      if (type != null && add(type, text, from, to)) {
        return;
      }
      keepTexts();
    }
    kinds.add(text, from, to);
    current.appendText(text, from, to);
  }

  /** Adds a value of a type that has this very text, if what gathers the values takes it. */
  private boolean add(FieldType type, byte[] text, int from, int to) {
    if (current == null) {
      start(of(type));
    }
    FieldType now = current.type();
    if (now == Simple.FLOAT64 && type == Simple.INT64) {
      long value = LongCoding.integer(type, text, from, to);
      if (!Widening.isExact(value)) {
        return false;
      }
      integers.set(size());
      current.appendDouble(value);
      return true;
    }
    boolean widens = now == Simple.INT64 && type == Simple.FLOAT64 && toDoubles();
    if (!now.equals(type) && !widens) {
      return false;
    }
    if (type == Simple.FLOAT64 && text[to - 1] <= '9' && NumberText.isPython(text, from, to)) {
      pythons.set(size());
    }
    current.appendText(text, from, to);
    return true;
  }

  private void start(ColumnBuilder builder) {
    builder.pad(size());
    current = builder;
  }

  // ---------------------------------------------------------------- widening

  /** Goes on with doubles, if all integers so far are exactly such. */
  private boolean toDoubles() {
    Column column = current.build();
    ColumnBuilder doubles = of(Simple.FLOAT64);
    boolean exact = true;
    for (int i = 0; exact && i < column.size(); i++) {
      if (column.isMissing(i)) {
        doubles.appendMissing();
      } else {
        exact = Widening.isExact(column.getLong(i));
        doubles.appendDouble(column.getLong(i));
      }
    }
    if (exact) {
      integers.set(0, column.size());
    }
    current = exact ? doubles : copy(column, Simple.INT64);
    return exact;
  }

  private static ColumnBuilder copy(Column column, FieldType type) {
    ColumnBuilder copy = of(type);
    TextBytes text = new TextBytes();
    for (int i = 0; i < column.size(); i++) {
      if (column.isMissing(i)) {
        copy.appendMissing();
      } else {
        text.setLength(0);
        column.appendText(i, text);
        copy.appendText(text.bytes(), 0, text.length());
      }
    }
    return copy;
  }

  /** Goes on with the texts that the values came as. */
  private void keepTexts() {
    kinds = new TextKinds(lenient);
    if (current == null) {
      start(new TextBuilder());
      return;
    }
    Column column = current.build();
    current = new TextBuilder();
    TextBytes text = new TextBytes();
    for (int i = 0; i < column.size(); i++) {
      if (column.isMissing(i)) {
        current.appendMissing();
        continue;
      }
      text.setLength(0);
      if (integers.get(i)) {
        text.appendLong((long) column.getDouble(i));
      } else {
        column.appendText(i, text);
        if (pythons.get(i)) {
          String written = TextBytes.decode(text.bytes(), 0, text.length());
          text.setLength(0);
          text.append(NumberForms.python(written));
        }
      }
      kinds.add(text.bytes(), 0, text.length());
      current.appendText(text.bytes(), 0, text.length());
    }
  }

  // ---------------------------------------------------------------- at the end

  @Override
  public FieldType type() {
    return build().type();
  }

  @Override
  public Column build() {
    if (finished == null) {
      finished = finish();
    }
    return finished;
  }

  @Override
  Cells cells() {
    return build().cells();
  }

  private Column finish() {
    if (current == null) {
      start(empty.isEmpty() ? of(Simple.MIXED) : new TextBuilder()); // nothing but missing values
    }
    Column column = current.build();
    if (column.type() != Simple.TEXT) {
      return column;
    }
    FieldType type = kinds == null ? Simple.TEXT : kinds.type();
    if (type != Simple.TEXT) {
      return copy(column, type).build();
    }
    Column recognized = RecognizedTexts.of(column, !lenient);
    return recognized == column ? withEmpty(column) : recognized;
  }

  /** The texts, of which the empty ones are not missing. */
  private Column withEmpty(Column texts) {
    if (empty.isEmpty()) {
      return texts;
    }
    long[] valid = new long[(texts.size() + 63 >> 6) + 1];
    for (int i = 0; i < texts.size(); i++) {
      valid[i >> 6] |= texts.isMissing(i) && !empty.get(i) ? 0 : 1L << i;
    }
    return new Column(Simple.TEXT, texts.cells(), valid, 0, texts.size());
  }
}
