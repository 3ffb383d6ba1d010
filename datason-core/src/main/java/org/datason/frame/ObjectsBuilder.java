package org.datason.frame;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.datason.json.JsonReader;
import org.datason.json.TextBytes;

/** Gathers bytes, long decimals and values of mixed kinds as objects. */
final class ObjectsBuilder extends ColumnBuilder {

  private final List<Object> values = new ArrayList<>();

  ObjectsBuilder(FieldType type) {
    super(type);
  }

  @Override
  void put(Object value) {
    if (type() == FieldType.Simple.MIXED) {
      values.add(value);
    } else if (type() == FieldType.Simple.BINARY) {
      if (!(value instanceof byte[] bytes)) {
        throw mismatch("a byte[]", value);
      }
      values.add(bytes.clone());
    } else {
      if (!(value instanceof BigDecimal decimal)) {
        throw mismatch("a BigDecimal", value);
      }
      values.add(Decimals.unscaled(decimal, (FieldType.Decimal) type()));
    }
  }

  @Override
  void putMissing() {
    values.add(type() instanceof FieldType.Decimal ? BigInteger.ZERO : null);
  }

  @Override
  void read(JsonReader in) {
    if (type() == FieldType.Simple.MIXED) {
      values.add(in.readValue());
    } else if (type() == FieldType.Simple.BINARY) {
      values.add(in.readBytes());
    } else {
      values.add(Decimals.unscaled(Decimals.read(in), (FieldType.Decimal) type()));
    }
  }

  @Override
  void parse(byte[] text, int from, int to) {
    if (type() == FieldType.Simple.BINARY) {
      try {
        values.add(Base64.getDecoder().decode(Arrays.copyOfRange(text, from, to)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "'" + TextBytes.decode(text, from, to) + "' is no base64", e);
      }
    } else if (type() instanceof FieldType.Decimal decimal) {
      values.add(Decimals.parse(text, from, to, decimal));
    } else {
      super.parse(text, from, to);
    }
  }

  @Override
  Cells cells() {
    if (type() == FieldType.Simple.MIXED) {
      return new MixedCells(values.toArray());
    }
    if (type() instanceof FieldType.Decimal decimal) {
      return new SmallCells.BigDecimals(values.toArray(new BigInteger[0]), decimal.scale());
    }
    int[] ends = new int[values.size()];
    int n = 0;
    for (int i = 0; i < ends.length; i++) {
      byte[] bytes = (byte[]) values.get(i);
      n = Math.addExact(n, bytes == null ? 0 : bytes.length);
      ends[i] = n;
    }
    byte[] data = new byte[n];
    for (int i = 0; i < ends.length; i++) {
      byte[] bytes = (byte[]) values.get(i);
      if (bytes != null) {
        System.arraycopy(bytes, 0, data, ends[i] - bytes.length, bytes.length);
      }
    }
    return new SmallCells.Binaries(data, ends);
  }
}
