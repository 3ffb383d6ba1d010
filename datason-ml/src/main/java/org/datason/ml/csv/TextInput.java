package org.datason.ml.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a stream, as the parser can take it. Bytes that are none of its charset are an error,
 * but only once all chars before them were taken, so that the parser is at their place. The text
 * ends with a line that is {@link #END} alone, by which an open quote is told from a closed one.
 * And an end of a line other than those that the first line shows comes as a stand-in ({@link
 * #restore}): the parser would drop a last field in quotes with a CR in it before a LF. All these
 * are lone surrogates, which no charset gives.
 */
final class TextInput extends Reader {

  static final char END = '\uDC00';
  private static final char CR = '\uDC01';
  private static final char LF = '\uDC02';

  private static final int BLOCK = 64 * 1024;

  /** Bytes that are none of the charset. */
  static final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(Charset charset, String bytes, long offset) {
      super("Expected text in " + charset + " but found " + bytes + " (offset " + offset + ")");
    }
  }

  /** More bytes than are allowed. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final long maxBytes;
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
  private final CharsetDecoder decoder;

  /** How many bytes were taken from the stream. */
  private long taken;

  private boolean ended;

  private final char[] chars = new char[BLOCK];
  private int position;
  private int limit;

  /** Whether a CR is held back until it is known what comes after it. */
  private boolean held;

  /** Whether the end of the text is among the chars. */
  private boolean complete;

  private final char quote;
  private boolean inQuotes;

  /** What ends the first line, if it is a CR or a LF alone or behind a CR; or 0. */
  private char lineEnd;

  private boolean standIns;

  /** The char before those that are being looked at. */
  private char before;

  private boolean lineEnded = true;

  /**
   * Begins to read.
   *
   * @param in the stream; whoever opened it closes it
   * @param charset of a text without a byte order mark
   * @param quote what stands around fields
   */
  TextInput(InputStream in, Charset charset, char quote, long maxBytes) throws IOException {
    this.in = in;
    this.quote = quote;
    this.maxBytes = maxBytes;
    while (!ended && bytes.remaining() < 4) {
      fill();
    }
    Charset marked = byteOrderMark();
    decoder =
        (marked == null ? charset : marked)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** Takes a byte order mark, if there is one; the charset that it stands for. */
  private Charset byteOrderMark() {
    if (begins(0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (begins(0xFF, 0xFE, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (begins(0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32BE");
    }
    if (begins(0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return begins(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private boolean begins(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != mark[i]) {
        return false;
      }
    }
    bytes.position(mark.length);
    return true;
  }

  private void fill() throws IOException {
    bytes.compact();
    int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (n < 0) {
      ended = true;
    } else {
      taken += n;
      bytes.position(bytes.position() + n);
    }
    bytes.flip();
    if (taken > maxBytes) {
      throw new TooLong();
    }
  }

  @Override
  public int read(char[] target, int from, int length) throws IOException {
    while (position == limit && !complete) {
      decode();
    }
    int n = Math.min(length, limit - position);
    System.arraycopy(chars, position, target, from, n);
    position += n;
    return n == 0 && length > 0 ? -1 : n;
  }

  private void decode() throws IOException {
    CharBuffer out = CharBuffer.wrap(chars, 0, BLOCK - 2); // there is room for the end
    if (held) {
      out.put('\r');
    }
    int start = out.position();
    while (out.position() == start && !complete) {
      CoderResult result = decoder.decode(bytes, out, ended);
      if (out.position() > start) {
        break;
      }
      if (result.isError()) {
        throw malformed(result);
      }
      complete = ended;
      if (!ended) {
        fill();
      }
    }
    position = 0;
    limit = out.position();
    held = !complete && chars[limit - 1] == '\r';
    limit -= held ? 1 : 0;
    replace();
    lineEnded = limit == 0 ? lineEnded : isLineEnd(chars[limit - 1]);
    if (complete) {
      if (!lineEnded) {
        chars[limit++] = lineEnd == '\r' ? '\r' : '\n';
      }
      chars[limit++] = END;
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  // ---------------------------------------------------------------- ends of lines

  /** Puts stand-ins in place of the other ends of lines. */
  private void replace() {
    int i = lineEnd == 0 ? firstLine() : 0;
    char before = i == 0 ? this.before : chars[i - 1];
    for (; i < limit; i++) {
      char c = chars[i];
      if (c == '\r' && lineEnd == '\n' && (i + 1 == limit || chars[i + 1] != '\n')) {
        chars[i] = CR;
        standIns = true;
      } else if (c == '\n' && lineEnd == '\r' && before != '\r') {
        chars[i] = LF;
        standIns = true;
      }
      before = c;
    }
    this.before = before;
  }

  /** Looks for the end of the first line, which no open quote is before; where to go on. */
  private int firstLine() {
    for (int i = 0; i < limit; i++) {
      char c = chars[i];
      inQuotes ^= c == quote;
      boolean alone = c == '\r' && (i + 1 == limit || chars[i + 1] != '\n');
      if (!inQuotes && isLineEnd(c)) {
        lineEnd = alone ? '\r' : '\n';
        return i;
      }
      if (alone) {
        chars[i] = CR;
        standIns = true;
      }
    }
    return limit;
  }

  /** Whether there are stand-ins in the text. */
  boolean hasStandIns() {
    return standIns;
  }

  /**
   * Puts the ends of lines back in the place of the stand-ins.
   *
   * @return how many there were
   */
  static int restore(char[] text, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      if (text[i] == CR || text[i] == LF) {
        text[i] = text[i] == CR ? '\r' : '\n';
        n++;
      }
    }
    return n;
  }

  private Malformed malformed(CoderResult result) {
    StringBuilder found = new StringBuilder(result.length() == 1 ? "the byte" : "the bytes");
    for (int i = 0; i < result.length(); i++) {
      found.append(String.format(" 0x%02X", bytes.get(bytes.position() + i) & 0xFF));
    }
    return new Malformed(decoder.charset(), found.toString(), taken - bytes.remaining());
  }

  /** Leaves the stream open. */
  @Override
  public void close() {}
}
