package org.datason.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;

/**
 * The part of a stream that a reader holds: it moves on as the reader does, and grows where one
 * token, or a subtree that is to become a value, needs more room.
 */
final class InputWindow {

  static final int SIZE = 64 * 1024;

  /** A string that is skipped is not held whole beyond this size. */
  private static final int LONG_STRING = 1 << 20;

  /** More bytes than the longest escape, literal or UTF-8 sequence has. */
  private static final int ROOM_TO_FAIL = 16;

  private final JsonReader r;
  private final InputStream in;
  private final long maxBytes;
  private final PathScanner discarded = new PathScanner();
  private long total;

  /** The first byte that must stay, or -1 if that is the reader's position. */
  private int keep = -1;

  /** Where the array or object ends that is in the window whole. */
  private int whole;

  private boolean ended;

  /** Where the current one of several documents begins in the stream; -1 if it is one document. */
  private long documentStart = -1;

  private final RecordEnd recordEnd = new RecordEnd();

  /** How deep the records are that are read whole, one after the other; -1 for none. */
  private int recordDepth = -1;

  /** The length of the longest of them, so far. */
  private int longestRecord;

  /** Whether nothing may be got from the stream, since a record is read that may end behind it. */
  private boolean held;

  /** How many items might have come to the array when bytes left the window last. */
  private int itemsLeft;

  InputWindow(JsonReader r, InputStream in, long maxBytes) {
    this.r = r;
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** The scan of all bytes that left the window. */
  PathScanner discarded() {
    return discarded;
  }

  /** The number of bytes that came out of the stream. */
  long total() {
    return total;
  }

  /**
   * Says that another document begins at the position. From then on the limit of a document is
   * looked at when it does not fit the window, since the window holds bytes of the next ones.
   */
  void nextDocument() {
    documentStart = total - (r.limit - r.pos);
  }

  /** Gets more bytes behind the limit; false at the end of the stream. May move all positions. */
  boolean more() {
    if (ended || held) {
      return false;
    }
    if (documentStart >= 0 && total - documentStart > maxBytes) {
      throw tooLarge();
    }
    int from = keep >= 0 ? keep : r.pos;
    if (from > 0) {
      discard(from);
      System.arraycopy(r.buf, from, r.buf, 0, r.limit - from);
      r.pos -= from;
      r.nameAt = Math.max(0, r.nameAt - from);
      whole = Math.max(0, whole - from);
      r.limit -= from;
      keep = keep >= 0 ? 0 : -1;
    }
    if (r.limit == r.buf.length) {
      if (r.limit >= DatasonConfig.LARGEST_DOCUMENT) {
        throw new LimitException(
            "One value of the document is larger than an array: read it in parts",
            ReadErrors.locate(r, r.pos));
      }
      r.buf = Arrays.copyOf(r.buf, (int) Math.min(r.limit * 2L, DatasonConfig.LARGEST_DOCUMENT));
    }
    try {
      int n = in.read(r.buf, r.limit, r.buf.length - r.limit);
      if (n < 0) {
        ended = true;
        return false;
      }
      r.limit += n;
      total += n;
    } catch (IOException e) {
      throw new DatasonIOException(
          "The input failed: " + DatasonIOException.reason(e), ReadErrors.locate(r, r.pos), e);
    }
    if (documentStart < 0 && total > maxBytes) {
      throw tooLarge();
    }
    return true;
  }

  private LimitException tooLarge() {
    return new LimitException(
        "The document is larger than maxBytes = " + maxBytes + "; raise it if this is meant",
        ReadErrors.locate(r, r.pos));
  }

  /**
   * Whether the stream may have more for a token at a place; not inside an array or object that is
   * in the window whole, whose places must not move.
   */
  boolean mayBeMore(int place) {
    return !ended && place >= whole;
  }

  /** Whether a place is inside an array or object that is in the window whole. */
  boolean isWhole(int place) {
    return place < whole;
  }

  /** So many bytes hold any number, or show that it is longer than its limit. */
  long enough() {
    return ROOM_TO_FAIL + (long) r.maxNumberLength + 1;
  }

  /** Has the window hold the whole of the scalar at the position. */
  void fillToken() {
    fillToken(Integer.MAX_VALUE);
  }

  /** Has the window hold the scalar at the position, or the beginning of a very long string. */
  void fillToSkip() {
    fillToken(LONG_STRING);
  }

  private void fillToken(int most) {
    if (r.pos < whole) {
      return;
    }
    int scanned = r.pos + 1;
    boolean string = r.buf[r.pos] == '"';
    // What is longer than its limit is an error, which the first bytes beyond the limit show.
    long enough = ROOM_TO_FAIL + (long) (string ? r.maxStringLength : r.maxNumberLength);
    enough = Math.min(enough, most);
    for (; ; ) {
      scanned = string ? stringEnd(scanned) : scalarEnd(scanned);
      if (scanned < r.limit) {
        return;
      }
      int ahead = scanned - r.pos;
      if (ahead > enough || !more()) {
        return;
      }
      scanned = r.pos + ahead;
    }
  }

  /** The closing quote, or, where it is not there yet, a place from which to look on. */
  private int stringEnd(int from) {
    byte[] b = r.buf;
    int p = from;
    while (p < r.limit) {
      if (p + 8 <= r.limit) {
        long specials = Words.specials(Words.get(b, p));
        if (specials == 0) {
          p += 8;
          continue;
        }
        p += Words.firstOf(specials);
      }
      if (b[p] == '"') {
        return p;
      }
      p += b[p] == '\\' ? 2 : 1;
    }
    return p;
  }

  private int scalarEnd(int from) {
    int p = from;
    while (p < r.limit && r.buf[p] > ' ' && ",]}:[{\"".indexOf(r.buf[p]) < 0) {
      p++;
    }
    return p;
  }

  /** Has the window hold the object at the position up to the name of its first member. */
  void fillFirstName() {
    keep = r.pos;
    r.pos++;
    if (r.next() == '"') {
      fillToken();
    }
    r.pos = keep;
    keep = -1;
  }

  /**
   * Says that records are read, whole ones. From then on the window moves from record to record, so
   * that what leaves it is whole records.
   *
   * @return whether the record at the position is likely to be in the window whole, judged by those
   *     before it; it can be read then between {@link #hold} and {@link #release}
   */
  boolean likelyHoldsRecord() {
    recordDepth = r.depth;
    return longestRecord > 0 && r.limit - r.pos > 2 * longestRecord;
  }

  /** Takes all that is in the window for whole. */
  void hold() {
    held = true;
    whole = r.limit;
  }

  /**
   * Ends {@link #hold}.
   *
   * @param from where the record began
   * @param to where it ended; where it began, if it had no end
   */
  void release(int from, int to) {
    held = false;
    whole = to;
    longestRecord = Math.max(longestRecord, to - from);
  }

  /**
   * Has the window hold the whole of the record at the position: an object or array of which only
   * the brackets are looked at, since it is about to be read.
   */
  void fillRecord() {
    if (r.pos < whole) {
      return;
    }
    keep = r.pos;
    recordEnd.reset();
    int end = recordEnd.find(r.buf, keep, r.limit);
    while (end < 0 && more()) {
      end = recordEnd.find(r.buf, keep, r.limit);
    }
    whole = end < 0 ? r.limit : end; // that it has no end is seen when it is read
    longestRecord = Math.max(longestRecord, whole - keep);
    r.pos = keep;
    keep = -1;
  }

  /** Takes the bytes before a place, which leave the window, into account for errors. */
  private void discard(int to) {
    if (recordDepth == r.depth && discarded.depth() == recordDepth) {
      discarded.pass(r.buf, 0, to, itemsLeft - r.itemsLeft());
    } else {
      discarded.scan(r.buf, 0, to);
    }
    itemsLeft = r.itemsLeft();
  }

  /** Has the window hold the whole of the array or object at the position. */
  void fillTree() {
    if (r.pos < whole) {
      return;
    }
    keep = r.pos;
    r.nonFinite++; // may stand in it, as is seen when it is read
    r.skipper().skip(false);
    r.nonFinite--;
    whole = r.pos;
    r.pos = keep;
    keep = -1;
  }
}
