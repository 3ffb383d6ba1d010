package org.datason.types;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/** Arrays of booleans and integers. */
final class IntegerArrays {

  private IntegerArrays() {}

  static final class OfBooleans extends PrimitiveArrayHandler<boolean[]> {

    OfBooleans() {
      super(boolean[].class, "bool");
    }

    @Override
    int length(boolean[] array) {
      return array.length;
    }

    @Override
    void writeItems(boolean[] array, int from, int to, JsonWriter out) {
      for (int i = from; i < to; i++) {
        boolean item = array[i];
        out.writeBoolean(item);
      }
    }

    @Override
    boolean[] readItems(JsonReader in, BooleanSupplier more) {
      boolean[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          boolean[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = in.readBoolean();
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }
  }

  static final class OfShorts extends PrimitiveArrayHandler<short[]> {

    OfShorts() {
      super(short[].class, "int16");
    }

    @Override
    int length(short[] array) {
      return array.length;
    }

    @Override
    void writeItems(short[] array, int from, int to, JsonWriter out) {
      for (int i = from; i < to; i++) {
        short item = array[i];
        out.writeInt(item);
      }
    }

    @Override
    short[] readItems(JsonReader in, BooleanSupplier more) {
      short[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          short[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = Integers.toShort(in.readInt());
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }
  }

  static final class OfInts extends PrimitiveArrayHandler<int[]> {

    OfInts() {
      super(int[].class, "int32");
    }

    @Override
    int length(int[] array) {
      return array.length;
    }

    @Override
    void writeItems(int[] array, int from, int to, JsonWriter out) {
      out.writeInts(array, from, to);
    }

    @Override
    int[] readItems(JsonReader in, BooleanSupplier more) {
      int[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          int[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = in.readInt();
        n += in.readInts(array, n, array.length);
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }
  }

  static final class OfLongs extends PrimitiveArrayHandler<long[]> {

    OfLongs() {
      super(long[].class, "int64");
    }

    @Override
    int length(long[] array) {
      return array.length;
    }

    @Override
    void writeItems(long[] array, int from, int to, JsonWriter out) {
      out.writeLongs(array, from, to);
    }

    @Override
    long[] readItems(JsonReader in, BooleanSupplier more) {
      long[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          long[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = in.readLong();
        n += in.readLongs(array, n, array.length);
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }
  }
}
