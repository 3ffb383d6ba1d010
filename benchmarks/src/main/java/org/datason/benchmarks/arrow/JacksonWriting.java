package org.datason.benchmarks.arrow;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.datason.arrow.ArrowTable;

/**
 * Arrow's vectors and Jackson's generator put together by hand, without a String for a value.
 *
 * @param files the table
 * @param table its vectors
 */
record JacksonWriting(JsonFiles files, ArrowTable table) implements Task {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  @Override
  public String name() {
    return "Jackson by hand";
  }

  @Override
  public int threads() {
    return 1;
  }

  private Path target() {
    return files.folder().resolve("jackson.jsonl");
  }

  @Override
  public void check() throws IOException {
    run();
    files.checkLines(target());
  }

  @Override
  public void run() throws IOException {
    VectorSchemaRoot root = table.root();
    BigIntVector ids = (BigIntVector) root.getVector(0);
    Float8Vector values = (Float8Vector) root.getVector(1);
    Float8Vector sparse = (Float8Vector) root.getVector(2);
    IntVector categories = (IntVector) root.getVector(3);
    VarCharVector names = (VarCharVector) root.getVector(4);
    BitVector flags = (BitVector) root.getVector(5);
    TimeStampMicroTZVector times = (TimeStampMicroTZVector) root.getVector(6);
    FixedSizeBinaryVector uuids = (FixedSizeBinaryVector) root.getVector(7);
    byte[][] texts = categories();
    SerializedString[] members = new SerializedString[JsonFiles.COLUMNS.length];
    for (int i = 0; i < members.length; i++) {
      members[i] = new SerializedString(JsonFiles.COLUMNS[i]);
    }
    byte[] buffer = new byte[64];
    try (OutputStream stream = Files.newOutputStream(target());
        JsonGenerator out = FACTORY.createGenerator(stream, JsonEncoding.UTF8)) {
      out.setRootValueSeparator(null);
      for (int i = 0; i < root.getRowCount(); i++) {
        out.writeStartObject();
        out.writeFieldName(members[0]);
        out.writeNumber(ids.get(i));
        out.writeFieldName(members[1]);
        out.writeNumber(values.get(i));
        out.writeFieldName(members[2]);
        if (sparse.isNull(i)) {
          out.writeNull();
        } else {
          out.writeNumber(sparse.get(i));
        }
        out.writeFieldName(members[3]);
        byte[] category = texts[categories.get(i)];
        out.writeUTF8String(category, 0, category.length);
        out.writeFieldName(members[4]);
        int start = names.getStartOffset(i);
        int length = names.getEndOffset(i) - start;
        buffer = buffer.length < length ? new byte[2 * length] : buffer;
        names.getDataBuffer().getBytes(start, buffer, 0, length);
        out.writeUTF8String(buffer, 0, length);
        out.writeFieldName(members[5]);
        out.writeBoolean(flags.get(i) != 0);
        out.writeFieldName(members[6]);
        out.writeRawUTF8String(buffer, 0, TextPrinting.micros(times.get(i), buffer));
        out.writeFieldName(members[7]);
        ArrowBuf data = uuids.getDataBuffer();
        long high = Long.reverseBytes(data.getLong(16L * i));
        long low = Long.reverseBytes(data.getLong(16L * i + 8));
        out.writeRawUTF8String(buffer, 0, TextPrinting.uuid(high, low, buffer));
        out.writeEndObject();
        out.writeRaw('\n');
      }
    }
  }

  private byte[][] categories() {
    VarCharVector vector = (VarCharVector) table.dictionaries().lookup(0).getVector();
    byte[][] texts = new byte[vector.getValueCount()][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = new String(vector.get(i), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    }
    return texts;
  }
}
