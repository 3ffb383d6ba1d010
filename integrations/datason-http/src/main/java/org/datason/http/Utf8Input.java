package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.datason.error.MismatchException;

/** Text of another charset as UTF-8. */
final class Utf8Input extends InputStream {

  private static final int BLOCK = 16 * 1024;

  private final Charset charset;
  private final Reader reader;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer chars = CharBuffer.allocate(BLOCK).limit(0);
  private final ByteBuffer bytes = ByteBuffer.allocate(3 * BLOCK + 4).limit(0);
  private boolean ended;

  private Utf8Input(InputStream in, Charset charset) {
    this.charset = charset;
    reader =
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** The stream itself, if it is in UTF-8. */
  static InputStream of(InputStream in, Charset charset) {
    boolean same =
        charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    return same ? in : new Utf8Input(in, charset);
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining() && !ended) {
      chars.compact();
      try {
        ended = reader.read(chars) < 0;
      } catch (CharacterCodingException e) {
        throw new MismatchException(
            "Expected text in " + charset + " but found bytes that are none", null, e);
      }
      chars.flip();
      bytes.clear();
      encoder.encode(chars, bytes, ended);
      bytes.flip();
    }
    return bytes.hasRemaining();
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.remaining());
    bytes.get(target, from, n);
    return n;
  }
}
