package org.datason.ml.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;

/** Reads one file, part by part: its fields go to the columns as the parser meets them. */
final class TableParser extends AbstractBaseCsvCallbackHandler<Boolean> {

  /** What is read when all is to be read. */
  static final long ALL = Long.MAX_VALUE;

  /** The parser's buffer holds a field with its quotes doubled and the beginning of the next. */
  private static final int BUFFER = 64 * 1024;

  private final ReaderSettings settings;
  private final String name;
  private final TableColumns columns;
  private final char[][] missing;
  private final int longestMissing;

  /** The line on which the current field begins, from 1. */
  private long line = 1;

  private TextInput text;
  private CloseableIterator<Boolean> lines;
  private boolean inHeader;

  /** The chars of the fields since the last part. */
  private long chars;

  /** Whether the line that {@link TextInput} adds has come. */
  private boolean ended;

  TableParser(ReaderSettings settings, String name, TableColumns columns) {
    this.settings = settings;
    this.name = name;
    this.columns = columns;
    missing = settings.missing.stream().map(String::toCharArray).toArray(char[][]::new);
    longestMissing = settings.missing.stream().mapToInt(String::length).max().orElse(-1);
    inHeader = settings.header;
  }

  /** Takes the stream, which whoever opened it closes. */
  void begin(InputStream in) throws IOException {
    Dialect dialect = settings.dialect;
    boolean comments = dialect.comment() != 0;
    var builder =
        de.siegmar.fastcsv.reader.CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(dialect.quote())
            .commentStrategy(comments ? CommentStrategy.SKIP : CommentStrategy.NONE)
            .commentCharacter(comments ? dialect.comment() : '\0')
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(
                (int) Math.min(Integer.MAX_VALUE - 8, 2L * settings.maxFieldLength + BUFFER));
    try {
      text = new TextInput(in, settings.charset, dialect.quote(), settings.maxBytes);
    } catch (TextInput.TooLong e) {
      throw failure(e);
    }
    lines = builder.build(this, text).iterator();
    if (!settings.header && settings.names != null) {
      columns.begin(name, line);
    }
  }

  /**
   * Reads on.
   *
   * @param most so many chars, or somewhat more
   * @return whether there may be more
   */
  boolean read(long most) throws IOException {
    try {
      for (chars = 0; chars < most; ) {
        if (!lines.hasNext()) {
          columns.begin(name, line); // where there is no row
          return false;
        }
        lines.next();
      }
      return true;
    } catch (UncheckedIOException e) {
      throw failure(e.getCause());
    } catch (CsvParseException e) {
      throw failure(e);
    }
  }

  // ---------------------------------------------------------------- fields

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
  }

  @Override
  protected void handleField(int field, char[] chars, int from, int length, boolean quoted) {
    this.chars += inHeader ? 0 : length + 1;
    if (length > 0 && chars[from + length - 1] == TextInput.END) {
      if (quoted) {
        throw mismatch(
            "Expected the quote "
                + Dialect.shown(settings.dialect.quote())
                + " behind the field but found the end");
      }
      ended = true;
      return;
    }
    if (text.hasStandIns() && TextInput.restore(chars, from, from + length) > 0 && !quoted) {
      throw mismatch("Expected lines to end as the first one does but found another end");
    }
    if (length > settings.maxFieldLength) {
      throw tooLong();
    }
    if (field >= settings.maxColumns) {
      throw new LimitException(
          place("There are more columns than maxColumns = " + settings.maxColumns)
              + "; raise it, or set another delimiter",
          null);
    }
    try {
      if (inHeader) {
        columns.name(new String(chars, from, length), quoted);
      } else if (!quoted && isMissing(chars, from, length)) {
        columns.missing(field);
      } else {
        columns.add(field, chars, from, from + length);
      }
    } catch (IllegalArgumentException e) {
      throw new MismatchException(
          e.getMessage()
              + " in column "
              + columns.shownName(field)
              + " of "
              + name
              + ", line "
              + line
              + (e instanceof Part.Unfit ? "; give its type, or take a larger sample" : ""),
          null,
          e);
    }
    if (quoted) {
      countLines(chars, from, from + length);
    }
  }

  private boolean isMissing(char[] text, int from, int length) {
    if (length > longestMissing) {
      return false;
    }
    for (char[] one : missing) {
      if (one.length == length && Arrays.equals(one, 0, length, text, from, from + length)) {
        return true;
      }
    }
    return false;
  }

  private void countLines(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean end = text[i] == '\n' || text[i] == '\r' && (i + 1 == to || text[i + 1] != '\n');
      line += end ? 1 : 0;
    }
  }

  // ---------------------------------------------------------------- rows

  @Override
  protected Boolean buildRecord() {
    boolean blank = getRecordType() == RecordType.EMPTY;
    boolean comment = getRecordType() == RecordType.COMMENT;
    if (ended || comment || blank && (inHeader || columns.count() != 1)) {
      return true;
    }
    if (inHeader) {
      inHeader = false;
      columns.begin(name, line);
      return true;
    }
    int fields = getFieldCount();
    if (blank) {
      chars++;
      columns.missing(0);
    }
    columns.begin(name, line);
    if (fields != columns.count()) {
      throw mismatch(
          "Expected "
              + columns.count()
              + (columns.count() == 1 ? " field" : " fields")
              + " but found "
              + fields);
    }
    columns.endRow();
    return true;
  }

  // ---------------------------------------------------------------- errors

  private String place(String message) {
    return message + " in " + name + ", line " + line;
  }

  private MismatchException mismatch(String message) {
    return new MismatchException(place(message), null);
  }

  private LimitException tooLong() {
    return new LimitException(
        place("A field is longer than maxFieldLength = " + settings.maxFieldLength)
            + "; raise it, or look for a quote that is not closed",
        null);
  }

  private DatasonException failure(CsvParseException e) {
    Throwable cause = e;
    while (cause instanceof CsvParseException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof DatasonException known) {
      return known; // thrown by this one, further down
    }
    String message = String.valueOf(cause.getMessage());
    if (message.startsWith("The maximum buffer size")) {
      return tooLong();
    }
    int found = message.indexOf("after closing quote: ");
    return new MismatchException(
        found < 0
            ? place("The file is not CSV: " + message)
            : place(
                "Expected "
                    + Dialect.shown(settings.dialect.delimiter())
                    + " or the end of the line after the closing quote but found "
                    + message.substring(found + "after closing quote: ".length())),
        null,
        e);
  }

  private DatasonException failure(IOException e) throws IOException {
    if (e instanceof TextInput.TooLong) {
      return new LimitException(
          name + " is larger than maxBytes = " + settings.maxBytes + "; raise it", null, e);
    }
    if (e instanceof TextInput.Malformed) {
      return new MismatchException(
          place(e.getMessage()) + "; set the charset that it is in", null, e);
    }
    throw e;
  }
}
