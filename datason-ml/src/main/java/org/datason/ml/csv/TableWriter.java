package org.datason.ml.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.datason.Datason;
import org.datason.config.NonFiniteForm;
import org.datason.error.UnsupportedTypeException;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.Frame;
import org.datason.frame.Schema;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/**
 * Writes one table, batch by batch: the bytes of its values, row by row, without an object for any
 * of them.
 */
final class TableWriter {

  private static final int BLOCK = 64 * 1024;

  private final WriterSettings settings;
  private final OutputStream out;

  /** What turns the block into another charset than UTF-8; null for that. */
  private final CharsetEncoder encoder;

  /** What tells whether the charset has a text; null for UTF-8. */
  private final CharsetEncoder checker;

  private final Datason datason =
      Datason.create().with(c -> c.nonFiniteForm(NonFiniteForm.BARE_TOKEN).acceptNonFinite(true));

  private byte[] block = new byte[BLOCK];
  private int length;
  private final TextBytes cell = new TextBytes();
  private final byte[] missing;

  /** The rows of the batches before. */
  private long rowsBefore;

  /** The bytes that make a field need quotes. */
  private final boolean[] special = new boolean[256];

  TableWriter(WriterSettings settings, OutputStream out) {
    this.settings = settings;
    this.out = out;
    boolean utf8 = settings.charset.equals(StandardCharsets.UTF_8);
    encoder = utf8 ? null : settings.charset.newEncoder();
    checker = utf8 ? null : settings.charset.newEncoder();
    missing = settings.missing.getBytes(StandardCharsets.UTF_8);
    for (char c : new char[] {settings.dialect.delimiter(), settings.dialect.quote(), '\n', '\r'}) {
      special[c] = true;
    }
    for (byte b : missing) {
      if (special[b & 0xFF]) {
        throw new IllegalArgumentException(
            "The text '"
                + settings.missing
                + "' for missing values would need quotes, in which it would be a value");
      }
    }
  }

  /** Writes the rows of frames, which have the columns of the first one. */
  void write(Iterator<Frame> batches) throws IOException {
    if (!batches.hasNext()) {
      throw new IllegalArgumentException("There is no batch, which would tell the columns");
    }
    Frame first = batches.next();
    begin(first);
    rows(first);
    while (batches.hasNext()) {
      Frame batch = batches.next();
      if (!batch.schema().equals(first.schema())
          || (batch.index() == null) != (first.index() == null)) {
        throw new IllegalArgumentException(
            "The batches differ: expected the columns "
                + first.schema()
                + " but found "
                + batch.schema());
      }
      rows(batch);
    }
    flush(true);
  }

  private void begin(Frame frame) throws IOException {
    Schema schema = frame.schema();
    boolean labelled = frame.index() != null;
    if (labelled && !settings.index) {
      throw new UnsupportedTypeException(
          "The frame has labels of its rows; ask for them by index(), or take them away", null);
    }
    if (labelled && schema.size() == 0) {
      throw new UnsupportedTypeException("The frame has labels of rows but no columns", null);
    }
    if (settings.header && schema.size() > 0) {
      header(frame, labelled);
    }
  }

  private void rows(Frame frame) throws IOException {
    Schema schema = frame.schema();
    boolean labelled = frame.index() != null;
    Column[] columns = frame.columns().toArray(new Column[0]);
    for (int row = 0; row < frame.size(); row++) {
      if (labelled) {
        field(frame.index().column(), row, true, null);
        separate(columns.length == 0);
      }
      for (int i = 0; i < columns.length; i++) {
        field(columns[i], row, i == 0 && !labelled, schema.field(i));
        separate(i == columns.length - 1);
      }
    }
    rowsBefore += frame.size();
  }

  private void header(Frame frame, boolean labelled) throws IOException {
    Schema schema = frame.schema();
    if (labelled) {
      String name = frame.index().name();
      if (name != null) {
        cell.setLength(0);
        cell.append(name);
        put(true, 0, "in the name of the labels");
      }
      separate(false);
    }
    for (int i = 0; i < schema.size(); i++) {
      cell.setLength(0);
      cell.append(schema.field(i).name());
      put(i == 0 && !labelled, 0, "in the name of a column");
      separate(i == schema.size() - 1);
    }
  }

  private void separate(boolean last) throws IOException {
    room(2);
    if (!last) {
      block[length++] = (byte) settings.dialect.delimiter();
      return;
    }
    for (int i = 0; i < settings.lineEnd.length(); i++) {
      block[length++] = (byte) settings.lineEnd.charAt(i);
    }
  }

  // ---------------------------------------------------------------- fields

  private void field(Column column, int row, boolean first, Field field) throws IOException {
    if (column.isMissing(row)) {
      room(missing.length);
      append(missing, missing.length);
      return;
    }
    cell.setLength(0);
    if (Types.isJson(column.type())) {
      if (!text(column, row)) {
        json(column, row, field);
      }
    } else {
      column.appendText(row, cell);
    }
    put(first, row, field == null ? "in the labels" : "in column '" + field.name() + "'");
  }

  /** Takes a mixed value that is a text as itself, if it is not taken for JSON. */
  private boolean text(Column column, int row) {
    if (column.type() != FieldType.Simple.MIXED || !(column.get(row) instanceof String text)) {
      return false;
    }
    cell.append(text);
    if (Types.isItself(cell.bytes(), cell.length()) && !hasHalfPair(cell)) {
      return true;
    }
    cell.setLength(0);
    return false;
  }

  private static boolean hasHalfPair(TextBytes text) {
    byte[] b = text.bytes();
    for (int i = 0; i < text.length(); i++) {
      if (b[i] == (byte) 0xED && (b[i + 1] & 0xE0) == 0xA0) {
        return true;
      }
    }
    return false;
  }

  /** Takes the JSON of a value as its text, if that is read as the same value. */
  private void json(Column column, int row, Field field) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter writer = datason.writer(bytes);
    column.write(row, writer);
    writer.flush();
    byte[] json = bytes.toByteArray();
    Column one = column.slice(row, row + 1);
    ColumnBuilder again = ColumnBuilder.like(one);
    JsonReader reader = datason.reader(json);
    again.appendFrom(reader);
    if (!again.build().equals(one)) {
      throw refused(
          "The value would not come back from JSON as it is, such as a NaN with a payload, or a"
              + " Float that is NaN or infinite among mixed values",
          row,
          field == null ? "in the labels" : "in column '" + field.name() + "'");
    }
    cell.append(json, 0, json.length);
  }

  /** Puts the text of the cell into the block, in quotes if it needs them. */
  private void put(boolean first, int row, String where) throws IOException {
    byte[] text = cell.bytes();
    int n = cell.length();
    boolean quoted = n == 0 || first && isSpecialBegin(text, n) || isMissing(text, n);
    boolean mayHaveHalf = false;
    for (int i = 0; i < n; i++) {
      quoted |= special[text[i] & 0xFF];
      mayHaveHalf |= text[i] == (byte) 0xED;
    }
    if (mayHaveHalf && hasHalfPair(cell)) {
      throw refused("The text has half a surrogate pair, which no charset has", row, where);
    }
    if (checker != null && !checker.canEncode(TextBytes.decode(text, 0, n))) {
      throw refused("The text has characters that " + settings.charset + " has not", row, where);
    }
    if (!quoted) {
      room(n);
      append(text, n);
      return;
    }
    room(2 * n + 2);
    byte quote = (byte) settings.dialect.quote();
    block[length++] = quote;
    for (int i = 0; i < n; i++) {
      if (text[i] == quote) {
        block[length++] = quote;
      }
      block[length++] = text[i];
    }
    block[length++] = quote;
  }

  private boolean isMissing(byte[] text, int n) {
    return n == missing.length && Arrays.equals(text, 0, n, missing, 0, n);
  }

  /** Whether the first field of a row would be taken for a comment or a byte order mark. */
  private boolean isSpecialBegin(byte[] text, int n) {
    char comment = settings.dialect.comment();
    return comment != 0 && text[0] == comment
        || n > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
  }

  private UnsupportedTypeException refused(String message, int row, String where) {
    return new UnsupportedTypeException(
        message + ": row " + (rowsBefore + row) + " " + where, null);
  }

  // ---------------------------------------------------------------- bytes

  private void append(byte[] bytes, int n) {
    System.arraycopy(bytes, 0, block, length, n);
    length += n;
  }

  /** Makes room for so many bytes more. */
  private void room(int n) throws IOException {
    if (block.length - length < n) {
      flush(false);
      if (block.length < n) {
        block = new byte[n];
      }
    }
  }

  private void flush(boolean end) throws IOException {
    if (encoder == null) {
      out.write(block, 0, length);
    } else {
      CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(block, 0, length));
      int most = (int) Math.ceil(chars.remaining() * (double) encoder.maxBytesPerChar()) + 16;
      ByteBuffer bytes = ByteBuffer.allocate(most);
      encoder.encode(chars, bytes, end);
      if (end) {
        encoder.flush(bytes);
      }
      out.write(bytes.array(), 0, bytes.position());
    }
    length = 0;
  }
}
