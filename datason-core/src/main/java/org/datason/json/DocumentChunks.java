package org.datason.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;

/**
 * A document of many values, JSON Lines (a whole value on each line that is not blank) or one
 * array, in chunks of whole values, each of which can be read by a thread of its own. No more than
 * one chunk and its longest value is held. Not thread-safe; the chunks are.
 *
 * <pre>{@code
 * DocumentChunks chunks = new DocumentChunks(in, 1 << 20, config, types);
 * for (DocumentChunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
 *   JsonReader reader = chunk.reader();
 *   while (chunk.hasNext(reader)) {
 *     reader.skipValue();
 *   }
 * }
 * }</pre>
 */
public final class DocumentChunks {

  private final InputStream in;
  private final int size;
  private final DatasonConfig config;
  private final TypeResolver types;

  private byte[] buffer;
  private int length;
  private boolean ended;

  /** What was taken back, to be read before the rest of the stream. */
  private final Deque<ByteBuffer> back = new ArrayDeque<>();

  /** What the stream failed with; it is not asked again. */
  private DatasonIOException failure;

  /** Whether nothing has been looked at. */
  private boolean begun;

  private boolean lines;

  // Of an array: how far it was scanned, and what is open there.
  private int scanned;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /** Behind the last comma between two items, or newline, that a chunk can end with; 0 for none. */
  private int cut;

  private boolean arrayEnded;

  /** Guesses where chunks of an array end; null where they are not guessed. */
  private ItemCuts cuts;

  /**
   * Chunks of a stream.
   *
   * @param in the stream; it is not closed
   * @param size so many bytes a chunk has about, or those of one value that is larger
   * @param config the settings of the readers
   * @param types finds the handlers of hinted values
   */
  public DocumentChunks(InputStream in, int size, DatasonConfig config, TypeResolver types) {
    this.in = in;
    this.size = size;
    this.config = config;
    this.types = types;
    buffer = new byte[size];
  }

  /**
   * Has chunks of an array end where it looks as if an item did, which takes no look at each byte.
   * A chunk that was cut in the wrong place cannot be read to its end: whoever meets an error in
   * one of {@link DocumentChunk#isGuessed} gives it back, together with those behind it.
   */
  public void guess() {
    cuts = new ItemCuts();
  }

  /**
   * Takes chunks back, to cut them with a look at each byte, and all that come after them.
   *
   * @param chunks the chunks that came last, in their order
   */
  public void takeBack(List<DocumentChunk> chunks) {
    cuts = null;
    if (length > 0) {
      back.addFirst(ByteBuffer.wrap(Arrays.copyOf(buffer, length)));
    }
    for (int i = chunks.size() - 1; i >= 0; i--) {
      back.addFirst(chunks.get(i).bytes());
    }
    length = 0;
    beginItem();
  }

  /** What is known before an item: nothing is open but the array. */
  private void beginItem() {
    scanned = 0;
    depth = 1;
    inString = false;
    escaped = false;
    cut = 0;
    arrayEnded = false;
  }

  /**
   * The next chunk.
   *
   * @return the chunk; null at the end
   * @throws DatasonIOException if the stream fails
   * @throws LimitException if one value is too large
   */
  public DocumentChunk next() {
    int prefix = 0;
    if (!begun) {
      begun = true;
      prefix = begin();
    } else if (ended && length == 0 && back.isEmpty()) {
      return null;
    }
    int guessed = guessedEnd(prefix);
    int at = guessed > 0 ? guessed : find(prefix);
    boolean last = at < 0;
    int end = last ? length : at;
    byte[] bytes = Arrays.copyOf(buffer, end);
    DocumentChunk chunk = new DocumentChunk(config, types, bytes, prefix, lines, last, guessed > 0);
    if (cuts != null && guessed == 0 && !lines && !last) {
      cuts.learn(buffer, end, length);
    }
    System.arraycopy(buffer, end, buffer, 0, length - end);
    length -= end;
    if (guessed > 0) {
      beginItem();
    } else {
      scanned = lines ? 0 : scanned - end;
      cut = 0;
    }
    return chunk;
  }

  /** Finds out what the document is; how many bytes stand before its values. */
  private int begin() {
    int at = 0;
    while (true) {
      if (at == length && !fill()) {
        lines = true;
        return 0;
      }
      byte c = buffer[at];
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        break;
      }
      at++;
    }
    lines = buffer[at] != '[';
    scanned = lines ? 0 : at + 1;
    depth = 1;
    return lines ? 0 : at + 1;
  }

  /** Where the next chunk seems to end; 0 if that has to be found. */
  private int guessedEnd(int prefix) {
    if (cuts == null || lines || arrayEnded) {
      return 0;
    }
    boolean more = length >= size || fill();
    return more && length >= size ? cuts.find(buffer, prefix, size) : 0;
  }

  /** Where the next chunk ends; -1 if it is the last one. */
  private int find(int prefix) {
    while (true) {
      if (lines) {
        scanLines();
      } else {
        scanArray();
      }
      if (cut > prefix && length >= size) {
        return cut;
      }
      if (!fill()) {
        return -1;
      }
    }
  }

  private void scanLines() {
    for (int i = Math.min(length, size) - 1; i >= scanned && cut == 0; i--) {
      cut = buffer[i] == '\n' ? i + 1 : 0;
    }
    for (int i = Math.max(scanned, size); i < length && cut == 0; i++) {
      cut = buffer[i] == '\n' ? i + 1 : 0;
    }
    scanned = length;
  }

  private void scanArray() {
    byte[] b = buffer;
    int p = scanned;
    int end = length;
    while (p < end && !arrayEnded && (p < size || cut == 0)) {
      if (inString) {
        p = string(b, p, end);
        continue;
      }
      switch (b[p++]) {
        case '"' -> inString = true;
        case '{', '[' -> depth++;
        case '}', ']' -> arrayEnded = --depth == 0;
        case ',' -> cut = depth == 1 && (cut == 0 || p <= size) ? p : cut;
        default -> {}
      }
    }
    scanned = p;
  }

  private int string(byte[] b, int from, int end) {
    int p = from;
    if (escaped) {
      escaped = false;
      p++;
    }
    while (p < end) {
      while (p + Long.BYTES <= end && Words.specials(Words.get(b, p)) == 0) {
        p += Long.BYTES;
      }
      byte c = p < end ? b[p] : 0;
      p++;
      if (c == '"') {
        inString = false;
        return p;
      }
      if (c == '\\') {
        if (p == end) {
          escaped = true;
          return p;
        }
        p++;
      }
    }
    return end;
  }

  /** Reads more of the stream; false at its end. */
  private boolean fill() {
    if (back.isEmpty() && failure != null) {
      throw failure;
    }
    if (back.isEmpty() && ended) {
      return false;
    }
    if (length == buffer.length) {
      if (length >= config.maxStringLength()) {
        throw new LimitException(
            "A value among others is larger than maxStringLength = "
                + config.maxStringLength()
                + "; raise it",
            null);
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * length, Integer.MAX_VALUE - 8));
    }
    if (!back.isEmpty()) {
      refill();
      return true;
    }
    try {
      int n = in.readNBytes(buffer, length, buffer.length - length);
      ended = n < buffer.length - length;
      length += n;
      return n > 0;
    } catch (IOException e) {
      failure =
          new DatasonIOException("The input failed: " + DatasonIOException.reason(e), null, e);
      throw failure;
    }
  }

  private void refill() {
    while (length < buffer.length && !back.isEmpty()) {
      ByteBuffer first = back.peek();
      int n = Math.min(first.remaining(), buffer.length - length);
      first.get(buffer, length, n);
      length += n;
      if (!first.hasRemaining()) {
        back.poll();
      }
    }
  }
}
