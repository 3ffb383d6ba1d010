package org.datason.types;

import java.util.HashSet;
import java.util.Set;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/** Reads the object that a tensor is, its members in any order. For one use. */
final class TensorMembers {

  private static final int NOWHERE = -1;

  private final String hint;
  private final boolean underHint;
  private String name;
  private long[] shape;
  private String device;
  private String encoding;
  private int dataAt = NOWHERE;
  private int nansAt = NOWHERE;
  private TensorData data;

  TensorMembers(String hint, boolean underHint) {
    this.hint = hint;
    this.underHint = underHint;
  }

  /** The tensor; null if the object is something else, and a hint keeps it as data. */
  Tensor read(JsonReader in) {
    Set<String> names = new HashSet<>();
    in.beginObject();
    while (in.hasNext()) {
      String member = in.readName();
      if (!names.add(member)) {
        in.repeated(member);
      }
      if (!readMember(member, in)) {
        return declined("it has the member " + member + ", which no tensor has");
      }
    }
    in.endObject();
    DType dtype = name == null ? null : DType.of(name);
    if (dtype == null) {
      return declined(name == null ? "it has no dtype" : "there is no tensor of " + name);
    }
    if (data == null && dataAt == NOWHERE) {
      return declined("it has no data");
    }
    if (encoding != null && (!encoding.equals("base64") || dtype == DType.TEXT)) {
      return declined("there is no " + encoding + " of " + name);
    }
    if (data == null) {
      data = in.readLater(dataAt, this::readData);
    }
    if (nansAt != NOWHERE) {
      in.readLater(nansAt, data::readNans);
    }
    return data.tensor().withOrigin(origin(dtype));
  }

  private Tensor declined(String reason) {
    if (underHint) {
      return null;
    }
    throw new IllegalArgumentException(reason);
  }

  /** Reads a member; false if a tensor has none of that name or kind. */
  private boolean readMember(String member, JsonReader in) {
    switch (member) {
      case "data":
        return readDataNow(in);
      case "dtype":
        name = text(in);
        return name != null;
      case "device":
        device = text(in);
        return device != null;
      case "encoding":
        encoding = text(in);
        return encoding != null;
      case "shape":
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
          return false;
        }
        shape = TensorNames.readLongs(in);
        return true;
      case "nans":
        nansAt = in.skipToReadLater();
        return true;
      default:
        return false;
    }
  }

  private static String text(JsonReader in) {
    return in.peek() == JsonToken.STRING ? in.readString() : null;
  }

  /** Reads the data if all is known that tells what it is, or else passes over it. */
  private boolean readDataNow(JsonReader in) {
    DType dtype = name == null ? null : DType.of(name);
    boolean plainList = in.peek() != JsonToken.STRING && encoding == null;
    boolean known = dtype != null && shape != null;
    if (known && (plainList || "base64".equals(encoding) && dtype != DType.TEXT)) {
      data = readData(in);
    } else {
      dataAt = in.skipToReadLater();
    }
    return true;
  }

  private TensorData readData(JsonReader in) {
    return TensorData.read(DType.of(name), shape, encoding != null, in);
  }

  private Origin origin(DType dtype) {
    boolean usual = name.equals(dtype.numpyName()) && dtype != DType.TEXT;
    return usual && device == null && hint.equals(Origin.NUMPY.hint())
        ? Origin.NUMPY
        : new Origin(hint, usual ? null : name, device);
  }
}
