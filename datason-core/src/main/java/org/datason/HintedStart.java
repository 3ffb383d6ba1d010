package org.datason;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.datason.frame.FrameRows;
import org.datason.json.Envelope;

/**
 * A stream whose beginning tells whether it is one value with a type hint. Nothing is read before
 * that is asked, or the stream is read.
 */
final class HintedStart extends BufferedInputStream {

  private static final Pattern HINT =
      Pattern.compile("[ \\n\\r\\t]*\\{[ \\n\\r\\t]*\"" + Envelope.TYPE + '"');

  private boolean looked;
  private boolean hinted;
  private boolean rowByRow;
  private long count;

  /** What was met while the beginning was looked at, to be thrown when it is read. */
  private IOException failure;

  HintedStart(InputStream in) {
    super(in, FrameRows.LOOK);
  }

  /** Looks at the beginning, which then is still to be read; to be done before that. */
  private void look() {
    if (looked) {
      return;
    }
    looked = true;
    try {
      mark(FrameRows.LOOK);
      byte[] start = readNBytes(FrameRows.LOOK);
      reset();
      hinted = HINT.matcher(new String(start, StandardCharsets.ISO_8859_1)).lookingAt();
      rowByRow = hinted && FrameRows.areAhead(this);
    } catch (IOException e) {
      failure = e;
    }
    count = 0;
  }

  /** Whether an object comes whose first member is a hint. */
  boolean isHinted() {
    look();
    return hinted;
  }

  /** Whether it is a table that can be read row by row. */
  boolean isRowByRow() {
    look();
    return rowByRow;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int n = super.read(bytes, from, length);
    count += Math.max(0, n);
    return n;
  }
}
