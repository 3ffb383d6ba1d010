package org.datason.http;

import java.io.OutputStream;
import java.nio.charset.Charset;
import org.datason.frame.Schema;
import org.datason.ml.csv.Csv;
import org.datason.ml.csv.CsvBatches;
import org.datason.ml.csv.CsvReader;
import org.datason.ml.csv.CsvWriter;

/** {@code text/csv} by RFC 4180: tables without their types. */
final class CsvFormat implements BodyFormat {

  private static final String HEADER = "header";
  private static final String PRESENT = "present";
  private static final String ABSENT = "absent";

  static boolean isAvailable() {
    return ClassPath.has(() -> Csv.class)
        && ClassPath.has(() -> de.siegmar.fastcsv.reader.CsvReader.class);
  }

  @Override
  public MediaType mediaType() {
    return MediaType.CSV;
  }

  @Override
  public boolean writes(BodyType type) {
    return type.isTable() || type.isBatches() || type.isUnknownItems();
  }

  @Override
  public boolean reads(BodyType type) {
    return type.isTable() || type.isBatches() || type.isAny();
  }

  @Override
  public MediaType offered(MediaType asked) {
    MediaType offered = TextParameters.offered(mediaType(), asked, HEADER, PRESENT, ABSENT);
    return offered == null ? null : offered.with("charset", "utf-8");
  }

  private static boolean hasHeader(MediaType type) {
    return !ABSENT.equals(type.parameter(HEADER));
  }

  @Override
  public void write(Object value, MediaType type, HttpSettings settings, OutputStream out) {
    CsvWriter writer = Csv.writer().lineEnd("\r\n").header(hasHeader(type));
    if (value instanceof Items items) {
      writer.write(items.frames(JsonFormat::unlabelled), out);
    } else {
      writer.write(JsonFormat.unlabelled(Tables.toFrame(value)), out);
    }
  }

  private static CsvReader reader(MediaType type, Charset charset, HttpSettings settings) {
    return Csv.reader()
        .charset(charset)
        .header(hasHeader(type))
        .maxBytes(settings.maxContentBytes());
  }

  @Override
  public Schema schema(BodyInput body, MediaType type, Charset charset, HttpSettings settings) {
    return reader(type, charset, settings).inferSchema(body.stream());
  }

  @Override
  public Object read(
      BodyInput body, MediaType type, Charset charset, BodyType target, HttpSettings settings) {
    CsvReader reader = reader(type, charset, settings);
    if (settings.batches().schema() != null) {
      reader = reader.schema(settings.batches().schema());
    }
    if (target.isBatches()) {
      CsvBatches batches = reader.batches(body.stream());
      return new BodyItems(new Batches(batches, batches::empty), batches, body);
    }
    try (body) {
      return Tables.ofFrame(reader.read(body.stream()), target);
    }
  }
}
