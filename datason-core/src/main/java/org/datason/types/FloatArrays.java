package org.datason.types;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.NonFinite;

/**
 * Arrays of floating-point numbers. What JSON has no number for is a text that numpy reads. A NaN
 * with bits of its own (the processor makes such ones) is a plain one in the data, and stands with
 * its index in another member, {@code "nans": [[3, "NaN:fff8000000000000"]]}.
 */
final class FloatArrays {

  private static final String NANS = "nans";

  private FloatArrays() {}

  static final class OfFloats extends PrimitiveArrayHandler<float[]> {

    private static final int NAN = Float.floatToRawIntBits(Float.NaN);

    OfFloats() {
      super(float[].class, "float32");
    }

    @Override
    int length(float[] array) {
      return array.length;
    }

    @Override
    void writeItems(float[] array, int from, int to, JsonWriter out) {
      out.writeFloats(array, from, to);
    }

    @Override
    float[] readItems(JsonReader in, BooleanSupplier more) {
      float[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          float[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = in.readFloat();
        n += in.readFloats(array, n, array.length);
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }

    @Override
    void writeNumpyItems(float[] array, int from, int to, JsonWriter out) {
      int i = from;
      while (i < to) {
        int first = i;
        while (i < to && array[i] == array[i]) {
          i++;
        }
        out.writeFloats(array, first, i);
        for (; i < to && array[i] != array[i]; i++) {
          out.writeFloat(Float.NaN);
        }
      }
    }

    @Override
    void writeMore(float[] array, JsonWriter out) {
      boolean any = false;
      for (int i = 0; i < array.length; i++) {
        if (array[i] != array[i] && Float.floatToRawIntBits(array[i]) != NAN) {
          any = beginNan(any, i, out);
          out.writeString(NonFinite.toText(array[i]));
          out.endArray();
        }
      }
      endNans(any, out);
    }

    @Override
    void readMore(String name, float[] array, JsonReader in) {
      if (!name.equals(NANS)) {
        in.skipValue();
        return;
      }
      in.beginArray();
      while (in.hasNext()) {
        in.beginArray();
        int i = in.readInt();
        array[i] = in.readFloat();
        in.endArray();
      }
      in.endArray();
    }
  }

  static final class OfDoubles extends PrimitiveArrayHandler<double[]> {

    private static final long NAN = Double.doubleToRawLongBits(Double.NaN);

    OfDoubles() {
      super(double[].class, "float64");
    }

    @Override
    int length(double[] array) {
      return array.length;
    }

    @Override
    void writeItems(double[] array, int from, int to, JsonWriter out) {
      out.writeDoubles(array, from, to);
    }

    @Override
    double[] readItems(JsonReader in, BooleanSupplier more) {
      double[] array = {};
      int n = 0;
      while (more.getAsBoolean()) {
        if (n == array.length) {
          double[] all = n == LARGE ? readRest(array, in) : null;
          if (all != null) {
            return all;
          }
          array = Arrays.copyOf(array, longer(n));
        }
        array[n++] = in.readDouble();
        n += in.readDoubles(array, n, array.length);
      }
      return n == array.length ? array : Arrays.copyOf(array, n);
    }

    @Override
    void writeNumpyItems(double[] array, int from, int to, JsonWriter out) {
      int i = from;
      while (i < to) {
        int first = i;
        while (i < to && array[i] == array[i]) {
          i++;
        }
        out.writeDoubles(array, first, i);
        for (; i < to && array[i] != array[i]; i++) {
          out.writeDouble(Double.NaN);
        }
      }
    }

    @Override
    void writeMore(double[] array, JsonWriter out) {
      boolean any = false;
      for (int i = 0; i < array.length; i++) {
        if (array[i] != array[i] && Double.doubleToRawLongBits(array[i]) != NAN) {
          any = beginNan(any, i, out);
          out.writeString(NonFinite.toText(array[i]));
          out.endArray();
        }
      }
      endNans(any, out);
    }

    @Override
    void readMore(String name, double[] array, JsonReader in) {
      if (!name.equals(NANS)) {
        in.skipValue();
        return;
      }
      in.beginArray();
      while (in.hasNext()) {
        in.beginArray();
        int i = in.readInt();
        array[i] = in.readDouble();
        in.endArray();
      }
      in.endArray();
    }
  }

  /** Begins the pair of an index and a NaN. */
  private static boolean beginNan(boolean any, int index, JsonWriter out) {
    if (!any) {
      out.writeName(NANS);
      out.beginArray();
    }
    out.beginArray();
    out.writeInt(index);
    return true;
  }

  private static void endNans(boolean any, JsonWriter out) {
    if (any) {
      out.endArray();
    }
  }
}
