package org.datason.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.datason.error.Location;

/**
 * Finds the path, line and column of a place by scanning the JSON before it. Nothing is kept while
 * things go well: only when an error is made, or when bytes leave a buffer for good, are they
 * scanned, in as many parts as one likes.
 */
final class PathScanner {

  private static final int LONGEST = 240;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long LINE_FEEDS = '\n' * ONES;

  private long offset;
  private long line = 1;
  private long lineStart;

  /** For each open container: the index of the item in an array, or -1 in an object. */
  private long[] index = new long[16];

  /** For each open object: the raw bytes of the name of its last member, or null before a name. */
  private byte[][] names = new byte[16][];

  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean nameNext;

  /** The bytes of the name that is being scanned. */
  private byte[] name = new byte[32];

  private int nameLength;

  PathScanner() {}

  /**
   * Goes on from where a chunk begins.
   *
   * @param inArray whether that is within an array
   */
  PathScanner(DocumentChunk.Place place, boolean inArray) {
    offset = place.offset();
    line = place.line();
    lineStart = place.lineStart();
    depth = inArray ? 1 : 0;
    index[0] = place.items();
  }

  /** Goes on from where another one is, which it leaves as it is. */
  PathScanner(PathScanner other) {
    offset = other.offset;
    line = other.line;
    lineStart = other.lineStart;
    index = other.index.clone();
    names = other.names.clone();
    depth = other.depth;
    inString = other.inString;
    escaped = other.escaped;
    nameNext = other.nameNext;
    name = other.name.clone();
    nameLength = other.nameLength;
  }

  /** Takes the next bytes of the document. */
  void scan(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      if (inString) {
        p = string(b, p, to);
      } else if (b[p] == ',' && depth > 0 && index[depth - 1] >= 0) {
        index[depth - 1]++;
        p = numbers(b, p + 1, to);
      } else {
        token(b[p], p - from);
        p++;
      }
    }
    offset += to - from;
  }

  /** Takes bytes inside of a text, not of a name, of which none is special. */
  void skipInString(int n) {
    offset += n;
  }

  /** Goes over items of an array that are numbers, eight bytes at a time; the end of those. */
  private int numbers(byte[] b, int from, int to) {
    int p = from;
    long commas = 0;
    for (; p <= to - 8; p += 8) {
      long word = Words.get(b, p);
      if (Words.hasOtherThanNumbers(word)) {
        break;
      }
      commas += Long.bitCount(Words.commas(word));
    }
    index[depth - 1] += commas;
    return p;
  }

  /**
   * Passes over whole items or members of the container that is open, where lines do not matter.
   *
   * @param n how many bytes they take
   * @param commas how many commas there are between them
   */
  void pass(int n, int commas) {
    if (depth > 0 && index[depth - 1] >= 0) {
      index[depth - 1] += commas;
    }
    offset += n;
  }

  /** How many containers are open after what was scanned. */
  int depth() {
    return depth;
  }

  /**
   * Takes the next bytes, which are whole values in the array that is open, or between them.
   *
   * @param items how many commas between items there are
   */
  void pass(byte[] b, int from, int to, int items) {
    int p = from;
    while (p < to) {
      if (p + 8 <= to && !hasLineFeed(Words.get(b, p))) {
        p += 8;
        continue;
      }
      int end = Math.min(to, p + 8);
      for (; p < end; p++) {
        if (b[p] == '\n') {
          line++;
          lineStart = offset + p - from + 1;
        }
      }
    }
    if (depth > 0) {
      index[depth - 1] += items;
    }
    offset += to - from;
  }

  private static boolean hasLineFeed(long word) {
    long x = word ^ LINE_FEEDS;
    return (x - ONES & ~x & HIGHS) != 0;
  }

  private void token(byte c, int at) {
    switch (c) {
      case '"':
        inString = true;
        nameLength = 0;
        break;
      case '{':
        open(-1);
        nameNext = true;
        break;
      case '[':
        open(0);
        nameNext = false;
        break;
      case '}':
      case ']':
        depth = Math.max(0, depth - 1);
        nameNext = false;
        break;
      case ',':
        if (depth > 0 && index[depth - 1] >= 0) {
          index[depth - 1]++;
        } else if (depth > 0) {
          names[depth - 1] = null;
          nameNext = true;
        }
        break;
      case ':':
        nameNext = false;
        break;
      case '\n':
        line++;
        lineStart = offset + at + 1;
        break;
      default: // white space, or part of a number or literal
    }
  }

  private int string(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      if (!nameNext && !escaped && b[p] >= ' ') {
        p = StringParser.plainEnd(b, p, to); // of long texts to a stream all bytes pass here
        if (p == to) {
          break;
        }
      }
      byte c = b[p++];
      if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else if (c == '"') {
        inString = false;
        if (nameNext && depth > 0) {
          names[depth - 1] = Arrays.copyOf(name, nameLength);
        }
        return p;
      }
      if (nameNext) {
        if (nameLength == name.length) {
          name = Arrays.copyOf(name, nameLength * 2);
        }
        name[nameLength++] = c;
      }
    }
    return p;
  }

  private void open(int first) {
    if (depth == index.length) {
      index = Arrays.copyOf(index, depth * 2);
      names = Arrays.copyOf(names, depth * 2);
    }
    index[depth] = first;
    names[depth] = null;
    depth++;
  }

  /** The place after all that was scanned. */
  Location location() {
    return new Location(pathOfNext(false), offset, line, offset - lineStart + 1);
  }

  /**
   * The path of the value that follows what was scanned.
   *
   * @param asObject whether to leave out the steps into hinted values, which are not steps in the
   *     object that is written
   */
  String pathOfNext(boolean asObject) {
    return pathOfNext(asObject, depth);
  }

  /** The path of what stands at a level on the way there. */
  String pathOfNext(boolean asObject, int level) {
    StringBuilder path = new StringBuilder("$");
    for (int i = 0; i < level; i++) {
      if (index[i] >= 0) {
        path.append('[').append(index[i]).append(']');
      } else if (names[i] != null) {
        String text = new String(names[i], StandardCharsets.UTF_8);
        if (!(asObject && text.equals(Envelope.VALUE))) {
          step(path, text);
        }
      }
    }
    if (path.length() > LONGEST) {
      return path.substring(0, LONGEST / 2) + " ... " + path.substring(path.length() - LONGEST / 2);
    }
    return path.toString();
  }

  private static void step(StringBuilder path, String name) {
    boolean identifier = !name.isEmpty() && !Character.isDigit(name.charAt(0));
    for (int i = 0; i < name.length() && identifier; i++) {
      char c = name.charAt(i);
      identifier = c == '_' || Character.isLetterOrDigit(c);
    }
    if (identifier) {
      path.append('.').append(name);
    } else {
      path.append("[\"").append(name).append("\"]");
    }
  }
}
