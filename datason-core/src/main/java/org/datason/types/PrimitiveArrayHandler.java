package org.datason.types;

import java.lang.reflect.Array;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.datason.config.Coercion;
import org.datason.json.ArrayParts;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * A handler of arrays of one primitive type: a numpy array of one dimension where hinted, a plain
 * list where the type is known. Items go from and to the array without being boxed.
 */
abstract class PrimitiveArrayHandler<A> implements TypeHandler<A> {

  private static final int FIRST_LENGTH = 16;

  /** From so many items on they are written in ranges, and read in parts. */
  static final int LARGE = 1 << 12;

  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  private final Class<A> type;
  private final String dtype;

  PrimitiveArrayHandler(Class<A> type, String dtype) {
    this.type = type;
    this.dtype = dtype;
  }

  abstract int length(A array);

  abstract void writeItems(A array, int from, int to, JsonWriter out);

  /**
   * Reads the items up to the end of the list that was begun, or of a part of it.
   *
   * @param more says whether there is another one
   */
  abstract A readItems(JsonReader in, BooleanSupplier more);

  /**
   * Has several threads read the rest of a list if it is large, all but its end.
   *
   * @param items those before
   * @return all items; null if nothing was read
   */
  final A readRest(A items, JsonReader in) {
    ArrayParts parts = ArrayParts.of(in);
    List<A> rest = parts.readRest(part -> readItems(part.reader(), part::hasNext));
    long size = length(items);
    for (int i = 0; rest != null && i < rest.size(); i++) {
      size += length(rest.get(i));
    }
    if (rest == null || size > GREATEST_LENGTH) {
      return null;
    }
    parts.leave();
    Object all = Array.newInstance(type.componentType(), (int) size);
    System.arraycopy(items, 0, all, 0, length(items));
    int at = length(items);
    for (A part : rest) {
      System.arraycopy(part, 0, all, at, length(part));
      at += length(part);
    }
    return type.cast(all);
  }

  /** Writes the items so that numpy reads them all. */
  void writeNumpyItems(A array, int from, int to, JsonWriter out) {
    writeItems(array, from, to, out);
  }

  /** Writes members that numpy does not look at, for what it would not read. */
  void writeMore(A array, JsonWriter out) {}

  /** Reads such a member, whose value comes next; it stands behind the data. */
  void readMore(String name, A array, JsonReader in) {
    in.skipValue();
  }

  /** A greater length for an array that is full. */
  static int longer(int length) {
    if (length == GREATEST_LENGTH) {
      throw new IllegalArgumentException("it has more items than an array can hold");
    }
    return (int) Math.min(Math.max(FIRST_LENGTH, 2L * length), GREATEST_LENGTH);
  }

  @Override
  public final Class<A> type() {
    return type;
  }

  @Override
  public final String hint() {
    return "numpy.ndarray";
  }

  @Override
  public final String javaType() {
    return type.getSimpleName();
  }

  @Override
  public final void write(A array, JsonWriter out) {
    out.beginArray();
    if (length(array) < LARGE) {
      writeItems(array, 0, length(array), out);
    } else {
      out.writeRanges(
          length(array), (part, from, to) -> writeItems(array, (int) from, (int) to, part));
    }
    out.endArray();
  }

  @Override
  public final void writeHinted(A array, JsonWriter out) {
    out.beginEnvelope(hint(), javaType());
    out.beginObject();
    out.writeName("data");
    out.beginArray();
    if (length(array) < LARGE) {
      writeNumpyItems(array, 0, length(array), out);
    } else {
      out.writeRanges(
          length(array), (part, from, to) -> writeNumpyItems(array, (int) from, (int) to, part));
    }
    out.endArray();
    out.writeName("dtype");
    out.writeString(dtype);
    out.writeName("shape");
    out.beginArray();
    out.writeInt(length(array));
    out.endArray();
    writeMore(array, out);
    out.endObject();
    out.endEnvelope();
  }

  @Override
  public final A read(JsonReader in) {
    if (in.peek() == JsonToken.BEGIN_ARRAY) {
      return readList(in);
    }
    if (in.peek() != JsonToken.BEGIN_OBJECT && in.coerces(Coercion.ONE_TO_LIST)) {
      return readOne(in);
    }
    A array = null;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (name.equals("data")) {
        array = readList(in);
      } else if (array != null) {
        readMore(name, array, in);
      } else {
        in.skipValue();
      }
    }
    in.endObject();
    if (array == null) {
      throw new IllegalArgumentException("it has no data");
    }
    return array;
  }

  /** Reads a single value as an array that holds it alone. */
  private A readOne(JsonReader in) {
    Object array = Array.newInstance(type.componentType(), 1);
    if (array instanceof boolean[] booleans) {
      booleans[0] = in.readBoolean();
    } else if (array instanceof short[] shorts) {
      shorts[0] = Integers.toShort(in.readInt());
    } else if (array instanceof int[] ints) {
      ints[0] = in.readInt();
    } else if (array instanceof long[] longs) {
      longs[0] = in.readLong();
    } else if (array instanceof float[] floats) {
      floats[0] = in.readFloat();
    } else {
      ((double[]) array)[0] = in.readDouble();
    }
    return type.cast(array);
  }

  private A readList(JsonReader in) {
    in.beginArray();
    A array = readItems(in, in::hasNext);
    in.endArray();
    return array;
  }
}
