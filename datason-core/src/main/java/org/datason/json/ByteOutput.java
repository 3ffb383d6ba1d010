package org.datason.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;

/**
 * The bytes that a writer has written: a buffer which is handed to the stream when it is full, or
 * in memory put aside as a segment.
 */
abstract class ByteOutput {

  private static final int FIRST_SIZE = 512;

  /** So much is together before it goes to a stream. */
  private static final int STREAM_SIZE = 64 * 1024;

  /** What a token asks for beyond that, as a rule. */
  private static final int STREAM_MARGIN = 32 * 1024;

  /** Arrays and objects with fewer items or members are scanned. */
  private static final int FEW_ITEMS = 32;

  byte[] buf;
  int pos;

  /** Above zero while what is in the buffer must stay there. */
  int pins;

  private final OutputStream sink;

  /** Where the buffer comes from and goes to; null with a stream, or where that is turned off. */
  private final SpareBuffer spare;

  private final long maxBytes;

  /** The scan of all bytes that went to the stream; null in memory. */
  private final PathScanner flushed;

  /** What was put aside in memory; null with a stream. */
  private final Segments segments;

  /** Up to here the buffer need not be scanned when it goes to the stream. */
  private int scannedTo;

  /**
   * From here on there are whole items or members of one array or object, which are counted and not
   * scanned; -1 for none.
   */
  private int runFrom = -1;

  /** Where they end. */
  private int runTo;

  /** How many commas there are among them. */
  private int runCommas;

  /** So many bytes in memory are too many, as somebody else would rather write them to a stream. */
  private long bound = Long.MAX_VALUE;

  private boolean beyondBound;

  private int lastFlushed;
  private long drained;
  private char[] chars = {};
  private byte[] latin = {};

  ByteOutput(OutputStream sink, SpareBuffer spare, long maxBytes) {
    this.sink = sink;
    this.spare = spare;
    this.maxBytes = maxBytes;
    flushed = sink == null ? null : new PathScanner();
    segments = sink == null ? new Segments() : null;
    byte[] left = spare == null ? null : spare.take();
    buf = left != null ? left : new byte[sink == null ? FIRST_SIZE : STREAM_SIZE + STREAM_MARGIN];
  }

  /** Whether what is written goes to a stream bit by bit. */
  final boolean sends() {
    return sink != null && pins == 0;
  }

  /** How many bytes were written in all. */
  final long written() {
    return drained + position();
  }

  /** Has writing given up from a size on, which is looked at whenever the buffer is full. */
  final void bound(long bytes) {
    bound = bytes;
  }

  /** Whether writing was given up since it came to be too much. */
  final boolean isBeyondBound() {
    return beyondBound;
  }

  private void checkBound(long size) {
    if (size > bound) {
      beyondBound = true;
      throw new BeyondBound();
    }
  }

  /** Says that a stream is to be written to at once, to those who gave the bound. */
  private static final class BeyondBound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BeyondBound() {
      super(null, null, false, false);
    }
  }

  /** Whether so many more bytes are within the limits. */
  final boolean hasRoomFor(long more) {
    return written() + more <= maxBytes
        && (sends() || position() + more <= DatasonConfig.LARGEST_DOCUMENT);
  }

  /**
   * Takes what a part wrote into memory, which is this one's from then on.
   *
   * @param bracket whether it begins with a bracket, which is none of this one's
   * @param comma whether a comma comes in the place of the bracket
   * @param items how many commas there are then between the items of the array that is open
   */
  final void take(ByteOutput part, boolean bracket, boolean comma, int items) {
    if (comma) {
      part.segments.first(part.buf)[0] = ',';
    } else if (bracket) { // only before the first item of all, so that this is seldom
      byte[] all = part.bytes();
      part.segments.clear();
      part.buf = Arrays.copyOfRange(all, 1, all.length);
      part.pos = all.length - 1;
    }
    if (pins > 0) {
      byte[] all = part.bytes();
      putBytes(all, all.length);
    } else if (sink == null) {
      if (pos > 0) {
        segments.add(buf, pos);
      }
      segments.takeAll(part.segments);
      buf = part.buf;
      pos = part.pos;
    } else {
      drain();
      int size = (int) part.position();
      lastFlushed = part.last();
      part.segments.forEach(this::send);
      send(part.buf, part.pos);
      flushed.pass(size, items);
      drained += size;
    }
  }

  private void send(byte[] bytes, int length) {
    try {
      sink.write(bytes, 0, length);
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }

  /** How many bytes were written, when writing into memory. */
  long position() {
    return segments == null ? pos : segments.size() + pos;
  }

  /** Takes back all that was written into memory since a position. */
  void rewind(long position) {
    while (position < segments.size()) {
      buf = segments.removeLast();
    }
    pos = (int) (position - segments.size());
  }

  /** The last byte written, or 0 if there is none. */
  final int last() {
    return pos > 0 ? buf[pos - 1] : segments == null ? lastFlushed : segments.last();
  }

  /** A scan of all that was written. */
  final PathScanner scanned() {
    PathScanner scanner = flushed == null ? new PathScanner() : new PathScanner(flushed);
    if (segments != null) {
      segments.scan(scanner);
    }
    scanUpTo(scanner);
    return scanner;
  }

  /** Has a scanner take all that is in the buffer and was not scanned. */
  private void scanUpTo(PathScanner scanner) {
    int from = scannedTo;
    if (runFrom >= from && runTo > runFrom) {
      scanner.scan(buf, from, runFrom);
      scanner.pass(runTo - runFrom, Math.max(0, runCommas));
      from = runTo;
    }
    scanner.scan(buf, from, pos);
  }

  private void scanToStream() {
    scanUpTo(flushed);
    scannedTo = pos;
    runFrom = -1;
  }

  /**
   * Begins to count the items or members of the array or object that was begun, since only with a
   * stream they would be scanned, all of them.
   *
   * @param size how many there will be
   * @return whether {@link #countItem} and {@link #endItems} are to be called
   */
  final boolean countsItems(int size) {
    if (flushed == null || pins > 0 || size < FEW_ITEMS) {
      return false;
    }
    scanToStream();
    runFrom = pos;
    runTo = pos;
    runCommas = -1;
    return true;
  }

  /** Counts an item or member that was just written. */
  final void countItem() {
    if (runFrom < 0) {
      runFrom = pos;
      runCommas = -1;
    }
    runTo = pos;
    runCommas++;
  }

  /** Ends the count of an array or object; one around it goes on. */
  final void endItems() {
    scanToStream();
  }

  /** Takes a line with a whole value as one to count. */
  final void countLine() {
    if (flushed != null && pins == 0) {
      countItem();
    }
  }

  /** A copy of all that was written into memory. */
  final byte[] bytes() {
    if (segments == null) {
      throw new IllegalStateException("what was written has gone to the stream");
    }
    if (position() == pos) {
      return Arrays.copyOf(buf, pos);
    }
    byte[] all = new byte[(int) position()];
    segments.copyTo(all);
    System.arraycopy(buf, 0, all, all.length - pos, pos);
    return all;
  }

  /** All that was written into memory, which is empty from then on; not copied if it just fits. */
  final byte[] takeBytes() {
    boolean whole = segments != null && position() == pos;
    byte[] all = whole && pos == buf.length ? buf : bytes();
    if (spare != null && all != buf) {
      if (whole) {
        spare.leave(buf);
      } else {
        spare.leaveFor(all.length);
      }
    }
    segments.clear();
    buf = new byte[0];
    pos = 0;
    return all;
  }

  /** All that was written into memory, as text. */
  final String text() {
    return position() == pos
        ? new String(buf, 0, pos, StandardCharsets.UTF_8)
        : new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Refuses a document that is too large. */
  final void checkSize() {
    if (drained + position() > maxBytes) {
      throw WriteErrors.tooLarge(maxBytes);
    }
  }

  void putNull() {
    ensure(4);
    byte[] b = buf;
    int p = pos;
    b[p] = 'n';
    b[p + 1] = 'u';
    b[p + 2] = 'l';
    b[p + 3] = 'l';
    pos = p + 4;
  }

  void putBoolean(boolean value) {
    ensure(5);
    byte[] b = buf;
    int p = pos;
    if (value) {
      b[p] = 't';
      b[p + 1] = 'r';
      b[p + 2] = 'u';
      b[p + 3] = 'e';
      pos = p + 4;
    } else {
      b[p] = 'f';
      b[p + 1] = 'a';
      b[p + 2] = 'l';
      b[p + 3] = 's';
      b[p + 4] = 'e';
      pos = p + 5;
    }
  }

  /** Room for the characters of a text that is not ASCII. */
  char[] chars(int n) {
    if (chars.length < n) {
      chars = new char[Math.max(n, 256)];
    }
    return chars;
  }

  /** Room for the Latin-1 bytes of a text, and eight more. */
  byte[] latin(int n) {
    if (latin.length < n + 8) {
      latin = new byte[Math.max(n + 8, 256)];
    }
    return latin;
  }

  void put(int b) {
    ensure(1);
    buf[pos++] = (byte) b;
  }

  void putAscii(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    putBytes(bytes, bytes.length);
  }

  void putBytes(byte[] bytes, int n) {
    ensure(n);
    System.arraycopy(bytes, 0, buf, pos, n);
    pos += n;
  }

  /** Writes a part of a text, not of a name, that is plain and so need not be scanned. */
  final void putPlain(byte[] text, int n) {
    ensure(n);
    System.arraycopy(text, 0, buf, pos, n);
    if (flushed == null || pins > 0) {
      pos += n;
    } else {
      scanToStream();
      flushed.skipInString(n);
      pos += n;
      scannedTo = pos;
    }
  }

  /**
   * Makes room in memory for a long text, so that the buffer is not grown over and over.
   *
   * @param n the length of the text
   * @param behind how many bytes are likely to follow it to the end of all
   */
  final void ensureText(long n, int behind) {
    if (sink != null || pins > 0 || n <= Segments.LARGEST) {
      return;
    }
    long size = position();
    checkBound(size + n);
    if (drained + size + n > maxBytes) {
      throw WriteErrors.tooLarge(maxBytes);
    }
    checkFits(size, n + behind);
    if (n >= size) { // together with what came before, so that it need not be copied in the end
      byte[] all = new byte[(int) (size + n + behind)];
      segments.copyTo(all);
      System.arraycopy(buf, 0, all, (int) (size - pos), pos);
      segments.clear();
      buf = all;
      pos = (int) size;
    } else if (buf.length - pos < n) {
      segments.add(buf, pos);
      buf = new byte[(int) n];
      pos = 0;
    }
  }

  /** Writes a name with its quotes and colon, which can be copied as it is. */
  void putToken(Key key) {
    byte[] token = key.token;
    int n = token.length;
    ensure(Math.max(n, 8));
    if (n <= 16) {
      Words.set(buf, pos, key.head);
      if (n > 8) {
        Words.set(buf, pos + n - 8, key.tail);
      }
    } else {
      System.arraycopy(token, 0, buf, pos, n);
    }
    pos += n;
  }

  /** Makes room for n more bytes. */
  void ensure(int n) {
    if (buf.length - pos < n) {
      makeRoom(n);
    }
  }

  private void makeRoom(int n) {
    checkSize(); // what was written, not n, which is more than will be used
    checkBound(position());
    if (pins == 0 && sink != null && pos >= STREAM_SIZE) {
      drain();
    } else if (pins == 0 && sink == null && pos >= Segments.SMALLEST && n <= Segments.LARGEST) {
      segments.add(buf, pos);
      buf = new byte[Math.max(n, Math.min(buf.length * 2, Segments.LARGEST))];
      pos = 0;
    }
    checkFits(position(), n);
    long needed = (long) pos + n;
    if (needed > buf.length) {
      long doubled = Math.max(needed, 2L * buf.length);
      buf = Arrays.copyOf(buf, (int) Math.min(doubled, DatasonConfig.LARGEST_DOCUMENT));
    }
  }

  private static void checkFits(long size, long more) {
    if (size + more > DatasonConfig.LARGEST_DOCUMENT) {
      throw new LimitException(
          "The JSON text grows beyond "
              + DatasonConfig.LARGEST_DOCUMENT
              + " bytes, more than an array holds; write it to a stream or a file",
          null);
    }
  }

  /** Hands what is in the buffer to the stream, if there is one. */
  final void drain() {
    if (pos == 0 || sink == null) {
      return;
    }
    scanToStream();
    scannedTo = 0;
    send(buf, pos);
    lastFlushed = buf[pos - 1];
    drained += pos;
    pos = 0;
  }
}
