package org.datason.types;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;

/** Reads the object that a sparse tensor is, its members in any order. For one use. */
final class SparseMembers {

  private static final Set<String> SCIPY = Set.of("row", "col", "data");
  private static final Set<String> TENSORFLOW = Set.of("indices", "values");

  private final boolean underHint;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private long[] shape;
  private int nansAt = -1;

  SparseMembers(boolean underHint) {
    this.underHint = underHint;
  }

  /** The tensor; null if the object is something else, and a hint keeps it as data. */
  SparseTensor read(JsonReader in) {
    Set<String> names = new HashSet<>();
    in.beginObject();
    while (in.hasNext()) {
      String member = in.readName();
      if (!names.add(member)) {
        in.repeated(member);
      }
      if (!readMember(member, in)) {
        return declined("it has the member " + member + ", which no sparse tensor has");
      }
    }
    in.endObject();
    String name = texts.get("dtype");
    DType dtype = name == null ? null : DType.of(name);
    String encoding = texts.get("encoding");
    String format = texts.get("format");
    if (dtype == null || shape == null || encoding != null && !encoding.equals("base64")) {
      return declined("it needs a shape, and the dtype of a tensor");
    }
    boolean scipy = places.keySet().equals(SCIPY) && format != null && shape.length == 2;
    if (!scipy && !(places.keySet().equals(TENSORFLOW) && format == null)) {
      return declined("it needs format, row, col and data, or indices and values");
    }
    Tensor values = part(scipy ? "data" : "values", dtype, encoding, 1, in);
    boolean usual = name.equals(dtype.numpyName());
    values = usual ? values : values.withOrigin(new Origin("numpy.ndarray", name, null));
    Tensor indices = scipy ? rowsAndColumns(encoding, in) : coordinates(encoding, in);
    SparseTensor tensor = SparseTensor.of(indices, values, shape);
    return tensor.withFormat(scipy ? format : SparseTensor.TENSORFLOW);
  }

  private SparseTensor declined(String reason) {
    if (underHint) {
      return null;
    }
    throw new IllegalArgumentException(reason);
  }

  private boolean readMember(String member, JsonReader in) {
    switch (member) {
      case "row", "col", "data", "indices", "values":
        places.put(member, in.skipToReadLater());
        return true;
      case "nans":
        nansAt = in.skipToReadLater();
        return true;
      case "dtype", "format", "encoding":
        if (in.peek() != JsonToken.STRING) {
          return false;
        }
        texts.put(member, in.readString());
        return true;
      case "shape", "dense_shape":
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
          return false;
        }
        shape = TensorNames.readLongs(in);
        return true;
      default:
        return false;
    }
  }

  /** Reads a member as a tensor whose other dimensions than the first are given by its columns. */
  private Tensor part(String member, DType dtype, String encoding, int rank, JsonReader in) {
    return in.readLater(
        places.get(member),
        r -> {
          TensorData data;
          if (encoding == null) {
            data = TensorData.read(dtype, null, false, r);
            if (nansAt >= 0 && rank == 1 && dtype != DType.INT64) {
              r.readLater(nansAt, data::readNans);
            }
          } else {
            data = TensorData.flat(dtype, r.readBase64());
          }
          return data.tensor();
        });
  }

  private Tensor coordinates(String encoding, JsonReader in) {
    Tensor indices = part("indices", DType.INT64, encoding, 2, in);
    long n = shape.length == 0 ? 0 : indices.size() / shape.length;
    return encoding != null || indices.size() == 0 ? indices.reshape(n, shape.length) : indices;
  }

  private Tensor rowsAndColumns(String encoding, JsonReader in) {
    long[] rows = part("row", DType.INT64, encoding, 1, in).toLongArray();
    long[] columns = part("col", DType.INT64, encoding, 1, in).toLongArray();
    if (rows.length != columns.length) {
      throw new IllegalArgumentException(
          "it has " + rows.length + " rows but " + columns.length + " columns");
    }
    long[] both = new long[Math.multiplyExact(rows.length, 2)];
    for (int i = 0; i < rows.length; i++) {
      both[2 * i] = rows[i];
      both[2 * i + 1] = columns[i];
    }
    return Tensor.of(both, rows.length, 2);
  }
}
