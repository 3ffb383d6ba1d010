package org.datason;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.datason.json.Envelope;

/** A stream whose beginning tells whether it is one value with a type hint. */
final class HintedStart extends PushbackInputStream {

  /** So much is looked at; an indented document has a little space before the hint. */
  private static final int BYTES = 64;

  private static final Pattern HINT =
      Pattern.compile("[ \\n\\r\\t]*\\{[ \\n\\r\\t]*\"" + Envelope.TYPE + '"');

  /** What was met while the beginning was looked at, to be thrown when it is read. */
  private IOException failure;

  HintedStart(InputStream in) {
    super(in, BYTES);
  }

  /** Whether an object comes whose first member is a hint; nothing has been read then. */
  boolean isHinted() {
    try {
      byte[] start = readNBytes(BYTES);
      unread(start);
      return HINT.matcher(new String(start, StandardCharsets.ISO_8859_1)).lookingAt();
    } catch (IOException e) {
      failure = e;
      return false;
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    return super.read(bytes, from, length);
  }
}
