package org.datason.frame;

import org.datason.config.Recognition;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/** Reads one series: of pandas, polars, or a plain array. */
final class SeriesReader {

  private final JsonReader in;
  private final FrameOrigin origin;
  private final boolean hinted;
  private final Inference inference;
  private ColumnSpec spec;
  private ColumnBuilder builder;

  /** The values, if several threads have read them. */
  private Column whole;

  private OldSeries old;

  /**
   * A reader.
   *
   * @param origin whose series it is
   * @param nanIsMissing whether NaN stands for a missing value, unless a schema says otherwise
   */
  SeriesReader(JsonReader in, FrameOrigin origin, boolean nanIsMissing) {
    this.in = in;
    this.origin = origin;
    hinted = in.isUnderHint();
    boolean automatic = in.config().recognition() == Recognition.AUTOMATIC;
    inference = new Inference(automatic && !hinted, nanIsMissing);
  }

  Series read() {
    try {
      Series series =
          in.peek() == JsonToken.BEGIN_OBJECT
              ? readObject()
              : new Series(null, readPlain(), origin, null);
      if (hinted && spec == null && inference.strayed()) {
        throw new IllegalArgumentException("it would not be written as it stands");
      }
      return series;
    } catch (IllegalArgumentException e) {
      if (hinted && spec == null) {
        return null; // it stays as it is
      }
      throw e;
    }
  }

  private Column readPlain() {
    if (!hinted && in.peek() != JsonToken.BEGIN_ARRAY) {
      throw in.mismatch("a series as an array or object");
    }
    readValues();
    return inference.recognized(column());
  }

  private void readValues() {
    builder = spec == null ? new InferringBuilder(inference) : spec.builder();
    TableReader.expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    ParallelColumn large = new ParallelColumn(in);
    if (!builder.appendAllFrom(in, large)) {
      whole = large.read(spec, inference, builder);
      if (whole == null) {
        builder.appendAllFrom(in);
      }
    }
    in.endArray();
  }

  /** The values that were read. */
  private Column column() {
    if (whole != null) {
      return whole;
    }
    return spec == null ? builder.build() : spec.finish();
  }

  private Series readObject() {
    String name = null;
    String dtype = null;
    int dataAt = -1;
    in.beginObject();
    while (in.hasNext()) {
      String member = in.readName();
      switch (member) {
        case "name" -> name = readName();
        case "dtype" -> {
          TableReader.expect(in, JsonToken.STRING);
          dtype = in.readString();
        }
        case SchemaWriter.MEMBER -> spec = ColumnSpec.read(in);
        case "data" -> {
          if (spec == null) {
            dataAt = in.skipToReadLater();
          } else {
            readValues();
          }
        }
        default -> readOld(member);
      }
    }
    if (dataAt >= 0) {
      in.readLater(dataAt, this::readValues);
    }
    in.endObject();
    if (old != null && builder == null && name == null) {
      return old.series();
    }
    if (old != null || builder == null) {
      throw new IllegalArgumentException("it has no data, or other members than a series");
    }
    String type = dtype == null ? "" : dtype;
    Column column = spec == null ? Dtypes.cast(column(), type) : column();
    return new Series(name, column, origin, dtype);
  }

  /** Reads a member of the form that earlier versions of Python's datason wrote. */
  private void readOld(String member) {
    old = old == null ? new OldSeries(inference) : old;
    switch (member) {
      case "_series_name" -> old.name = readName();
      case "_dtype" -> old.setType(readName());
      case "_categories" -> old.readCategories(in);
      case "_ordered" -> {
        TableReader.expect(in, JsonToken.BOOLEAN);
        old.ordered = in.readBoolean();
      }
      default -> old.read(member, in);
    }
  }

  private String readName() {
    if (in.tryNull()) {
      return null;
    }
    TableReader.expect(in, JsonToken.STRING);
    return in.readString();
  }
}
