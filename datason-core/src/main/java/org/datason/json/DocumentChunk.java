package org.datason.json;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.datason.config.DatasonConfig;

/**
 * Some values of a document, one behind the other: lines of JSON Lines, or items of one array.
 * Immutable and thread-safe.
 *
 * @see DocumentChunks
 */
public final class DocumentChunk {

  /**
   * Where a chunk begins in its document.
   *
   * @param offset the bytes before it
   * @param line the number of its first line, from 1
   * @param lineStart the offset of that line's first byte
   * @param items how many values came before
   */
  public record Place(long offset, long line, long lineStart, long items) {

    /** The place of the first chunk. */
    public static final Place START = new Place(0, 1, 0, 0);
  }

  private final DatasonConfig config;
  private final TypeResolver types;
  private final byte[] bytes;
  private final int from;
  private final boolean lines;
  private final boolean last;
  private final boolean guessed;

  DocumentChunk(
      DatasonConfig config,
      TypeResolver types,
      byte[] bytes,
      int from,
      boolean lines,
      boolean last,
      boolean guessed) {
    this.config = config;
    this.types = types;
    this.bytes = bytes;
    this.from = from;
    this.lines = lines;
    this.last = last;
    this.guessed = guessed;
  }

  /**
   * How large it is.
   *
   * @return its bytes
   */
  public int size() {
    return bytes.length;
  }

  /**
   * Whether nobody looked at each byte to find its end ({@link DocumentChunks#guess}), so that an
   * error in it may be none of the document.
   *
   * @return whether it has to be given back if there is an error in it
   */
  public boolean isGuessed() {
    return guessed;
  }

  /** All bytes, to be read once. */
  ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes);
  }

  /**
   * A reader before the first value, whose errors name places in the chunk.
   *
   * @return a new reader
   */
  public JsonReader reader() {
    return reader(Place.START);
  }

  /**
   * A reader before the first value, whose errors name places in the document.
   *
   * @param place where the chunk begins
   * @return a new reader
   */
  public JsonReader reader(Place place) {
    JsonReader reader =
        new JsonReader(
            config.toBuilder().maxBytes(Long.MAX_VALUE).build(), types, bytes, 0, bytes.length);
    reader.before = new PathScanner(place, !lines && from == 0);
    if (!lines) {
      reader.pos = from;
      reader.depth = 1;
      if (from == 0) {
        reader.passed(place.items());
      } else {
        reader.insideArray();
      }
    }
    return reader;
  }

  /**
   * Whether another value comes next; at the end of the last chunk also whether the document ends
   * as it should.
   *
   * @param reader a reader of this chunk
   * @return false at the end of the chunk
   */
  public boolean hasNext(JsonReader reader) {
    if (lines) {
      return reader.hasNextWholeLine(bytes.length);
    }
    if (!last) {
      boolean more = !reader.isAtLastByte(',') && reader.hasNext();
      if (guessed && !more && !reader.isAtLastByte(',')) {
        throw reader.mismatch("another item of the array");
      }
      return more;
    }
    boolean more = reader.hasNext();
    if (!more) {
      reader.endArray();
      reader.end();
    }
    return more;
  }

  /**
   * Reads one value, which comes next.
   *
   * @param reader a reader of this chunk
   * @param read reads it; an {@link IllegalArgumentException} becomes an error with the place of
   *     the value
   * @throws org.datason.error.MismatchException if it does not take the value
   */
  public void read(JsonReader reader, Consumer<JsonReader> read) {
    reader.next();
    int at = reader.pos;
    try {
      read.accept(reader);
    } catch (IllegalArgumentException e) {
      throw ReadErrors.rejectedRow(reader, at, e);
    }
  }

  /**
   * Where the chunk behind this one begins.
   *
   * @param place where this one does
   * @param items how many values it has
   * @return the place behind it
   */
  public Place after(Place place, int items) {
    int newlines = Words.newlines(bytes);
    int start = -1;
    for (int i = bytes.length - 1; newlines > 0 && start < 0; i--) {
      start = bytes[i] == '\n' ? i + 1 : -1;
    }
    return new Place(
        place.offset() + bytes.length,
        place.line() + newlines,
        start < 0 ? place.lineStart() : place.offset() + start,
        place.items() + items);
  }
}
