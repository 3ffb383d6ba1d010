package org.datason.frame;

import org.datason.config.Recognition;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/** Reads one series: of pandas, polars, or a plain array. */
final class SeriesReader {

  private final JsonReader in;
  private final boolean hinted;
  private final Inference inference;
  private ColumnSpec spec;
  private ColumnBuilder builder;

  SeriesReader(JsonReader in) {
    this.in = in;
    hinted = in.isUnderHint();
    boolean automatic = in.config().recognition() == Recognition.AUTOMATIC;
    inference = new Inference(automatic && !hinted);
  }

  Series read() {
    try {
      Series series =
          in.peek() == JsonToken.BEGIN_OBJECT ? readObject() : new Series(null, readPlain());
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
    return inference.recognized(builder.build());
  }

  private void readValues() {
    builder = spec == null ? new InferringBuilder(inference) : spec.builder();
    TableReader.expect(in, JsonToken.BEGIN_ARRAY);
    in.beginArray();
    while (in.hasNext()) {
      builder.appendFrom(in);
    }
    in.endArray();
  }

  private Series readObject() {
    String name = null;
    String dtype = "";
    int dataAt = -1;
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "name" -> name = readName();
        case "dtype" -> {
          TableReader.expect(in, JsonToken.STRING);
          dtype = in.readString();
        }
        case SchemaWriter.MEMBER -> spec = ColumnSpec.read(in);
        case "data" -> {
          if (spec == null) {
            dataAt = in.skipForLater();
          } else {
            readValues();
          }
        }
        default -> throw new IllegalArgumentException("it has other members than a series");
      }
    }
    if (dataAt >= 0) {
      in.readLater(dataAt, this::readValues);
    }
    in.endObject();
    if (builder == null) {
      throw new IllegalArgumentException("it has no data");
    }
    Column column = spec == null ? Dtypes.cast(builder.build(), dtype) : spec.finish();
    return new Series(name, column);
  }

  private String readName() {
    if (in.tryNull()) {
      return null;
    }
    TableReader.expect(in, JsonToken.STRING);
    return in.readString();
  }
}
