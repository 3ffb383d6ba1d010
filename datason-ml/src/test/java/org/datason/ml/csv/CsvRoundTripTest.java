package org.datason.ml.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.Column;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.json.TextBytes;

/** What is written is read back: bit by bit with the schema, text by text without it. */
class CsvRoundTripTest {

  /** In place of a CR, with which fastcsv loses fields (see docs/decisions.md). */
  private static final char STAND_IN = '\uE000';

  private static byte[] write(CsvWriter writer, Frame frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(frame, out);
    return out.toByteArray();
  }

  private static Frame read(CsvReader reader, byte[] csv) {
    return reader.read(new ByteArrayInputStream(csv));
  }

  private static String shown(byte[] csv) {
    return new String(csv, StandardCharsets.UTF_8);
  }

  @Property(tries = 1000)
  void everyFrameComesBackBitByBit(@ForAll long seed) {
    Frame frame = new RandomFrames(seed).frame();
    byte[] csv = write(Csv.writer().index(), frame);
    assertEquals(frame, read(Csv.reader().like(frame), csv), () -> shown(csv));
  }

  @Property(tries = 300)
  void everyDialectKeepsEveryBit(@ForAll long seed) {
    RandomFrames frames = new RandomFrames(seed);
    Random random = new Random(seed);
    Frame frame = frames.frame();
    char delimiter = ",;\t|.-5 a".charAt(random.nextInt(9));
    char quote = "\"'`".charAt(random.nextInt(3));
    String missing = frames.oneOf(new String[] {"", "NA", "0", "null"});
    Charset charset =
        Charset.forName(frames.oneOf(new String[] {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE"}));
    boolean header = random.nextBoolean();
    if (missing.indexOf(delimiter) >= 0) {
      return; // refused
    }
    CsvWriter writer =
        Csv.writer()
            .index()
            .delimiter(delimiter)
            .quote(quote)
            .comment('#')
            .missing(missing)
            .charset(charset)
            .header(header)
            .lineEnd(random.nextBoolean() ? "\n" : "\r\n");
    CsvReader reader =
        Csv.reader()
            .delimiter(delimiter)
            .quote(quote)
            .comment('#')
            .missing(missing)
            .charset(charset)
            .header(header)
            .like(frame);
    byte[] csv = write(writer, frame);
    Frame expected = header || frame.index() == null ? frame : unnamed(frame);
    assertEquals(expected, read(reader, csv), () -> new String(csv, charset));
  }

  /** The frame without the name of its labels, which a file without a header does not have. */
  private static Frame unnamed(Frame frame) {
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < frame.schema().size(); i++) {
      builder.column(frame.schema().field(i).name(), frame.column(i));
    }
    return builder.index(new org.datason.frame.Series(null, frame.index().column())).build();
  }

  @Property(tries = 300)
  void whatIsInferredComesBackToo(@ForAll long seed) {
    RandomFrames frames = new RandomFrames(seed);
    FieldType[] types = {
      Simple.BOOLEAN,
      Simple.INT64,
      Simple.FLOAT64,
      Simple.UUID,
      new Timestamp(Unit.US, null),
      new Timestamp(Unit.US, "UTC"),
    };
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < 4; i++) {
      FieldType type = frames.oneOf(types);
      Column column = frames.column(type, 20);
      // A column without a value has no type, and one of fewer digits has a smaller unit.
      boolean empty = column.missing() == 20;
      builder.column("c" + i, empty ? Column.of(Simple.MIXED, new Object[20]) : column);
    }
    Frame frame = builder.build();
    byte[] csv = write(Csv.writer(), frame);
    assertEquals(frame, read(Csv.reader(), csv), () -> shown(csv));
    assertEquals(frame, read(Csv.reader().lenient(true), csv), () -> shown(csv));
  }

  @Property(tries = 300)
  void theTextsAreTheSameForOthers(@ForAll long seed) {
    Frame frame = new RandomFrames(seed).frame();
    byte[] csv = write(Csv.writer().index().header(false), frame);
    List<List<String>> expected = new ArrayList<>();
    for (int row = 0; row < frame.size(); row++) {
      List<String> texts = new ArrayList<>();
      if (frame.index() != null) {
        texts.add(text(frame.index().column(), row));
      }
      for (Column column : frame.columns()) {
        texts.add(text(column, row));
      }
      expected.add(texts);
    }
    List<List<String>> found = new ArrayList<>();
    try (var reader =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .skipEmptyLines(false)
            .ofCsvRecord(shown(csv).replace('\r', STAND_IN))) {
      reader.forEach(
          record ->
              found.add(record.getFields().stream().map(t -> t.replace(STAND_IN, '\r')).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertEquals(expected, found, () -> shown(csv));
  }

  private static String text(Column column, int row) {
    if (column.isMissing(row)) {
      return "";
    }
    if (column.type() == Simple.MIXED && column.get(row) instanceof String text) {
      boolean json = text.equals("12") || text.equals("true") || text.equals("null");
      json |= text.startsWith(" ") || text.startsWith("\"");
      return json ? "\"" + text.replace("\"", "\\\"") + "\"" : text;
    }
    if (Types.isJson(column.type())) {
      byte[] csv = write(Csv.writer().header(false), one(column.slice(row, row + 1)));
      return de.siegmar.fastcsv.reader.CsvReader.builder()
          .ofSingleCsvRecord(shown(csv))
          .getField(0);
    }
    TextBytes text = new TextBytes();
    column.appendText(row, text);
    return TextBytes.decode(text.bytes(), 0, text.length());
  }

  private static Frame one(Column column) {
    return Frame.builder().column("x", column).build();
  }

  /** Any texts, as another library writes them, have the same texts when they are written again. */
  @Property(tries = 300)
  void textsOfOthersStayAsTheyAre(@ForAll long seed) {
    RandomFrames frames = new RandomFrames(seed);
    Random random = new Random(seed);
    int columns = 2 + random.nextInt(4);
    StringWriter csv = new StringWriter();
    List<List<String>> rows = new ArrayList<>();
    try (var writer =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .quoteStrategy(de.siegmar.fastcsv.writer.QuoteStrategies.EMPTY)
            .build(csv)) {
      for (int row = random.nextInt(12); row >= 0; row--) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          texts.add(random.nextInt(6) == 0 ? null : frames.oneOf(RandomFrames.TEXTS));
        }
        rows.add(texts);
        writer.writeRecord(texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (csv.toString().startsWith("\uFEFF")) {
      return; // which is no text, but says that there is text
    }
    CsvReader reader = Csv.reader().header(false);
    Frame frame = read(reader, csv.toString().getBytes(StandardCharsets.UTF_8));
    for (int row = 0; row < rows.size(); row++) {
      for (int i = 0; i < columns; i++) {
        String expected = rows.get(row).get(i);
        Column column = frame.column(i);
        boolean texts = column.type() == Simple.TEXT;
        String missing = expected != null && expected.isEmpty() && !texts ? "" : expected;
        assertEquals(missing == null ? "" : missing, text(column, row));
        assertEquals(expected == null || expected.isEmpty() && !texts, column.isMissing(row));
      }
    }
    byte[] again = write(Csv.writer().header(false), frame);
    assertEquals(frame, read(reader, again), () -> shown(again));
  }
}
