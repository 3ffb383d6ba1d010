package org.datason.frame;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.datason.config.Decimals;
import org.datason.frame.FieldType.Simple;
import org.datason.json.JsonReader;
import org.datason.json.NumberKind;

/**
 * Gathers values of which only the document says what they are. The type begins with that of the
 * first value and widens as others come, by {@link Widening}.
 */
final class InferringBuilder extends ColumnBuilder {

  private final Inference inference;

  /** What gathers the values so far; null before the first one. */
  private ColumnBuilder current;

  /** What gathered such values before; null if that is not known. */
  private ColumnBuilder like;

  /** Whether they are numbers of different scales, which are kept as BigDecimals till the end. */
  private boolean decimals;

  InferringBuilder(Inference inference) {
    super(Simple.MIXED);
    this.inference = inference;
  }

  /** A builder for more values like those of another one. */
  InferringBuilder(Inference inference, ColumnBuilder like) {
    this(inference);
    this.like = like instanceof InferringBuilder other ? other.current : null;
  }

  // ---------------------------------------------------------------- at the end

  @Override
  public FieldType type() {
    return finished().type();
  }

  @Override
  public Column build() {
    finished();
    current.pad(size());
    return current.build();
  }

  @Override
  Cells cells() {
    return finished().cells();
  }

  /** The builder of the final type. */
  private ColumnBuilder finished() {
    if (current == null) {
      start(of(Simple.MIXED)); // nothing but missing values
    }
    if (decimals) {
      decimals = false;
      Column column = current.build();
      current = of(decimalType(column));
      for (int i = 0; i < column.size(); i++) {
        current.append(column.get(i));
      }
    }
    return current;
  }

  private static FieldType decimalType(Column column) {
    FieldType type = null;
    for (int i = 0; i < column.size(); i++) {
      if (column.get(i) instanceof BigDecimal value) {
        long precision = Math.max(value.precision(), value.scale());
        precision = Math.max(precision, (long) value.precision() - value.scale());
        if (precision > Widening.MOST_DIGITS || value.scale() < -Widening.MOST_DIGITS) {
          return Simple.MIXED;
        }
        int scale = Math.max(0, value.scale());
        FieldType next = new FieldType.Decimal((int) precision, scale);
        type = type == null ? next : Widening.join(type, next);
      }
    }
    return type;
  }

  // ---------------------------------------------------------------- values

  private void start(ColumnBuilder builder) {
    if (like != null) {
      builder.reserveLike(like);
    }
    builder.pad(size());
    current = builder;
  }

  /** The type of what gathers the values, where it has no parts. */
  private FieldType plainType() {
    boolean parts = current instanceof ListBuilder || current instanceof StructBuilder;
    return parts || decimals ? null : current.type();
  }

  @Override
  void put(Object value) {
    FieldType type = typeOf(value);
    if (current == null) {
      start(of(type));
    }
    if (!type.equals(plainType())) {
      mix();
    }
    try {
      current.append(value);
    } catch (IllegalArgumentException e) {
      mix(); // out of the range that a column of its type has
      current.append(value);
    }
  }

  private static FieldType typeOf(Object value) {
    if (value instanceof UUID) {
      return Simple.UUID;
    }
    if (value instanceof LocalDate) {
      return Simple.DATE;
    }
    if (value instanceof LocalTime) {
      return Simple.TIME;
    }
    if (value instanceof Duration) {
      return Simple.DURATION;
    }
    return value instanceof LocalDateTime
        ? new FieldType.Timestamp(FieldType.Unit.US, null)
        : Simple.MIXED;
  }

  @Override
  void putMissing() {
    if (current != null) {
      current.appendMissing();
    }
  }

  // ---------------------------------------------------------------- from a document

  @Override
  void read(JsonReader in) {
    switch (in.peek()) {
      case NUMBER -> readNumber(in);
      case STRING -> readAs(Simple.TEXT, in);
      case BOOLEAN -> readAs(Simple.BOOLEAN, in);
      case BEGIN_ARRAY -> readList(in);
      case BEGIN_OBJECT -> readObject(in);
      default -> throw in.mismatch("a value");
    }
  }

  private void readAs(Simple type, JsonReader in) {
    if (current == null) {
      boolean texts = type == Simple.TEXT && like instanceof TextBuilder;
      start(texts ? new TextBuilder((TextBuilder) like) : of(type));
    }
    if (plainType() != type) {
      mix();
    }
    current.appendFrom(in);
  }

  private void readList(JsonReader in) {
    if (current == null) {
      start(new ListBuilder(Simple.MIXED, new InferringBuilder(inference)));
    }
    if (!(current instanceof ListBuilder)) {
      mix();
    }
    current.appendFrom(in);
  }

  private void readObject(JsonReader in) {
    if (in.isHintedNext()) {
      put(in.readValue());
      return;
    }
    if (current == null) {
      start(new StructBuilder(Simple.MIXED, new Records(inference)));
    }
    if (!(current instanceof StructBuilder)) {
      mix();
    }
    current.appendFrom(in);
  }

  private void readNumber(JsonReader in) {
    NumberKind kind = in.peekNumber();
    if (kind == NumberKind.NON_FINITE && inference.nanIsMissing()) {
      readNonFinite(in);
      return;
    }
    if (current != null && !decimals) {
      FieldType type = current instanceof LongsBuilder ? current.type() : null;
      boolean floating = kind == NumberKind.DOUBLE || kind == NumberKind.NON_FINITE;
      if (type == Simple.INT64 && kind == NumberKind.LONG || type == Simple.FLOAT64 && floating) {
        current.appendFrom(in);
        return;
      }
      if (type == Simple.FLOAT64 && kind == NumberKind.LONG) {
        readInteger(in.readLong());
        return;
      }
    }
    readOther(kind, in);
  }

  /** Reads NaN as a missing value, an infinity as the number that it is. */
  private void readNonFinite(JsonReader in) {
    double number = in.readDouble();
    if (Double.isNaN(number)) {
      putMissing();
      return;
    }
    if (current == null) {
      start(of(Simple.FLOAT64));
    }
    FieldType type = plainType();
    if (decimals || type == Simple.INT64 && !toDoubles() || !isNumber(type)) {
      mix();
    }
    add(number);
  }

  private static boolean isNumber(FieldType type) {
    return type == Simple.INT64 || type == Simple.FLOAT64;
  }

  /** Takes an integer among doubles. */
  private void readInteger(long number) {
    if (Widening.isExact(number)) {
      current.appendDouble(number);
    } else {
      toDecimals();
      add(number);
    }
  }

  /** Reads a number that begins the column or is of another kind than those before. */
  private void readOther(NumberKind kind, JsonReader in) {
    boolean keep = in.config().decimals() == Decimals.BIG_DECIMAL;
    boolean exact = kind == NumberKind.DECIMAL || kind == NumberKind.DOUBLE && keep;
    if (current == null) {
      boolean floating = kind == NumberKind.DOUBLE && !keep || kind == NumberKind.NON_FINITE;
      boolean longs = kind == NumberKind.LONG;
      start(of(longs ? Simple.INT64 : floating ? Simple.FLOAT64 : Simple.MIXED));
      decimals = !longs && !floating;
    }
    Object value = value(kind, exact, in);
    FieldType type = plainType();
    if (type == Simple.INT64 && value instanceof Double) {
      if (!toDoubles()) {
        toDecimals();
      }
    } else if ((type == Simple.INT64 || type == Simple.FLOAT64) && value instanceof BigDecimal) {
      toDecimals();
    } else if (type != Simple.INT64 && type != Simple.FLOAT64 && !decimals) {
      mix();
    }
    add(value);
  }

  private Object value(NumberKind kind, boolean exact, JsonReader in) {
    if (kind == NumberKind.LONG) {
      return in.readLong();
    }
    return exact || kind == NumberKind.BIG_INTEGER ? in.readBigDecimal() : (Object) in.readDouble();
  }

  private void add(Object value) {
    if (decimals) {
      if (!isUpTo64Bits(value)) {
        inference.stray();
      }
      BigDecimal decimal = decimal(value);
      if (decimal != null) {
        current.append(decimal);
        return;
      }
      mix();
    }
    current.append(plainType() == Simple.MIXED ? plain(value) : value);
  }

  /** Whether a number is an integer that is written as it stood, which a decimal's text is not. */
  private static boolean isUpTo64Bits(Object value) {
    return value instanceof Long
        || value instanceof BigDecimal number
            && number.scale() == 0
            && number.precision() <= Dtypes.UINT64.precision()
            && number.signum() > 0
            && number.unscaledValue().bitLength() <= Long.SIZE;
  }

  /** A number among values of any kinds, as in plain maps; one with more digits as it is. */
  private Object plain(Object value) {
    if (value instanceof BigDecimal decimal) {
      if (decimal.scale() == 0) {
        return decimal.unscaledValue();
      }
      inference.stray();
    }
    return narrow(value);
  }

  // ---------------------------------------------------------------- widening

  /** Goes on with doubles, if all integers so far are exactly such. */
  private boolean toDoubles() {
    Column column = current.build();
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i) && !Widening.isExact(column.getLong(i))) {
        current = copy(column, Simple.INT64);
        return false;
      }
    }
    current = copy(column, Simple.FLOAT64);
    return true;
  }

  /** Goes on with decimals; with values of any kinds if one is NaN or infinite. */
  private void toDecimals() {
    Column column = current.build();
    if (column.type() != Simple.INT64) {
      inference.stray(); // numbers become texts
    }
    ColumnBuilder builder = of(Simple.MIXED);
    for (int i = 0; i < column.size(); i++) {
      Object value = column.get(i);
      BigDecimal decimal = value == null ? null : decimal(value);
      if (value != null && decimal == null) {
        current = copy(column, Simple.MIXED);
        return;
      }
      builder.append(decimal);
    }
    current = builder;
    decimals = true;
  }

  private static BigDecimal decimal(Object value) {
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof Double number) {
      return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }
    return value instanceof BigDecimal decimal ? decimal : null;
  }

  /** Goes on with values of any kinds. */
  private void mix() {
    if (plainType() == Simple.MIXED) {
      return;
    }
    if (plainType() == null) {
      inference.stray(); // missing members become null, numbers decimals
    }
    finished();
    current.pad(size());
    current = copy(current.build(), Simple.MIXED);
    decimals = false;
  }

  private static ColumnBuilder copy(Column column, FieldType type) {
    ColumnBuilder builder = of(type);
    for (int i = 0; i < column.size(); i++) {
      Object value = column.get(i);
      builder.append(type == Simple.MIXED ? narrow(value) : value);
    }
    return builder;
  }

  /** An integer of the smallest class that holds it, as in plain maps. */
  private static Object narrow(Object value) {
    return value instanceof Long number && number == number.intValue()
        ? (Object) number.intValue()
        : value;
  }
}
