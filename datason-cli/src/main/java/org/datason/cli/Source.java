package org.datason.cli;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.datason.Datason;
import org.datason.error.JsonSyntaxException;
import org.datason.error.Location;
import org.datason.json.JsonReader;

/**
 * An input of a command: a file or standard input, decompressed by its name, whose values are read
 * one by one. It tells of its progress, and is closed by the one who opened it.
 */
final class Source implements AutoCloseable {

  private static final int BLOCK = 64 * 1024;

  private final String name;
  private final Format format;
  private final long size;
  private final Counted file;
  private final Progress progress;
  private final Counted counted;
  private InputStream content;
  private Lines lines;

  private Source(
      String name, String shown, Format format, InputStream standardInput, StandardStreams streams)
      throws IOException {
    this.name = name;
    this.format = format;
    boolean standard = Format.isStandard(name);
    Path path = standard ? null : Path.of(name);
    if (path != null && Files.isDirectory(path)) {
      throw new IOException("it is a folder");
    }
    size = standard ? -1 : Files.size(path);
    progress = new Progress(shown, size, streams);
    file = new Counted(standard ? standardInput : Files.newInputStream(path), progress);
    try {
      counted = Format.isGzip(name) ? new Counted(new GZIPInputStream(file, BLOCK), null) : file;
    } catch (EOFException e) {
      close();
      throw new IOException("the compressed data ends too early", e);
    } catch (IOException e) {
      close();
      throw e;
    }
    content = counted;
    lines = format == Format.NDJSON ? new Lines(content) : null;
  }

  /**
   * Opens an input.
   *
   * @param name a file, or {@code -} for standard input
   * @throws IOException if it cannot be read; the message does not name it
   */
  static Source open(String name, Format format, StandardStreams streams) throws IOException {
    return new Source(name, name, format, streams.in(), streams);
  }

  /**
   * Opens an input that is called otherwise than its file.
   *
   * @param shown what progress calls it
   */
  static Source open(String name, String shown, Format format, StandardStreams streams)
      throws IOException {
    return new Source(name, shown, format, streams.in(), streams);
  }

  /**
   * What is left of standard input.
   *
   * @param in what reads it
   */
  static Source of(InputStream in, Format format, StandardStreams streams) throws IOException {
    return new Source(Format.STANDARD, Format.STANDARD, format, in, streams);
  }

  Format format() {
    return format;
  }

  /** The bytes of the file, or -1 where they are not known before the end. */
  long size() {
    return size;
  }

  /** The bytes of JSON read so far. */
  long contentRead() {
    return counted.count;
  }

  JsonReader reader(Datason datason) {
    return datason.reader(lines == null ? content : lines);
  }

  /**
   * Keeps what is read from now on.
   *
   * @param most so many bytes, and nothing if there are more
   */
  KeptInput keep(int most) {
    KeptInput kept = new KeptInput(content, most);
    content = kept;
    lines = lines == null ? null : new Lines(kept);
    return kept;
  }

  /** What has not been read yet. */
  InputStream content() {
    return content;
  }

  /** Tells of rows that have been read of a table. */
  void addRows(long n) {
    progress.addRows(n);
  }

  /** All bytes of the document that have not been read yet. */
  byte[] readBytes() throws IOException {
    return content.readAllBytes();
  }

  /**
   * Reads all values of the document: its only one, or one a line.
   *
   * @param each reads exactly one value
   * @return how many there were
   */
  long readAll(JsonReader in, Consumer<JsonReader> each) {
    if (lines == null) {
      each.accept(in);
      in.end();
      return 1;
    }
    long count = 0;
    while (in.hasNext()) {
      long line = lines.line;
      each.accept(in);
      if (lines.line != line) {
        throw new JsonSyntaxException(
            "Expected the whole value on one line but it goes on beyond it",
            new Location("$", 0, line, 1));
      }
      count++;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    progress.end();
    if (!Format.isStandard(name)) {
      file.close();
    }
  }

  /** A stream that counts its bytes and tells of them. */
  private static final class Counted extends FilterInputStream {

    private final Progress progress;
    private long count;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n;
      try {
        n = super.read(bytes, from, length);
      } catch (EOFException e) {
        throw new IOException("the compressed data ends too early", e);
      }
      count += Math.max(n, 0);
      if (progress != null) {
        progress.advance(count);
      }
      return n;
    }
  }

  /**
   * A stream that gives no more than the rest of a line at a time. Since a reader asks for more
   * only when it needs more, the line given last is the one that it has come to.
   */
  private static final class Lines extends InputStream {

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int position;
    private int limit;
    private boolean lineEnded = true;

    /** The line that the last byte given stands on, from 1. */
    private long line;

    Lines(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (position == limit) {
        limit = Math.max(0, in.read(block, 0, BLOCK));
        position = 0;
        if (limit == 0) {
          return -1;
        }
      }
      if (lineEnded) {
        line++;
      }
      int end = Math.min(limit, position + length);
      int p = position;
      while (p < end && block[p] != '\n') {
        p++;
      }
      lineEnded = p < end;
      int n = (lineEnded ? p + 1 : p) - position;
      System.arraycopy(block, position, bytes, from, n);
      position += n;
      return n;
    }
  }
}
