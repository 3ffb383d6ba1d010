package org.datason.benchmarks.schema;

import com.dslplatform.json.JavaTimeConverter;
import com.dslplatform.json.JsonConverter;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Teaches dsl-json an instant, through the date and time with an offset that it knows. */
@JsonConverter(target = Instant.class)
public final class DslJsonInstant {

  private DslJsonInstant() {}

  /** Reads an instant. */
  public static Instant read(JsonReader<?> reader) throws IOException {
    return reader.wasNull() ? null : JavaTimeConverter.deserializeDateTime(reader).toInstant();
  }

  /** Writes an instant. */
  public static void write(JsonWriter writer, Instant value) {
    if (value == null) {
      writer.writeNull();
    } else {
      JavaTimeConverter.serialize(value.atOffset(ZoneOffset.UTC), writer);
    }
  }
}
