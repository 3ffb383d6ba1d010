package org.datason.ml.experiment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.datason.error.DatasonException;

/** Reads the file of a log line by line and checks each. For one use. */
final class RunScanner {

  static final String NO_CHECKSUM = "it has no right checksum";

  private static final int BLOCK = 64 * 1024;
  private static final int LONGEST = Integer.MAX_VALUE - 64;

  /** How far into a line its id can be. */
  private static final int HEAD = 256;

  private static final Pattern ID =
      Pattern.compile("\"id\":\"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"");

  private final Path file;
  private final RandomAccessFile in;
  private final CheckedLine lines;
  private final RunCodec codec;
  private final byte[] block = new byte[BLOCK];
  private long blockAt;
  private int blockLength;
  private final List<RunInfo> runs = new ArrayList<>();
  private final List<Damage> damages = new ArrayList<>();
  private long end;
  private boolean ended = true;

  RunScanner(Path file, RandomAccessFile in, CheckedLine lines, RunCodec codec) {
    this.file = file;
    this.in = in;
    this.lines = lines;
    this.codec = codec;
  }

  /**
   * What was found.
   *
   * @param runs the runs that are right
   * @param damages what is no run before the last of them
   * @param end behind the last run and the break that ends it
   * @param ended whether that break is there; if not, it belongs at {@code end}
   * @param size the size of the file; all between {@code end} and there is no run
   */
  record Found(List<RunInfo> runs, List<Damage> damages, long end, boolean ended, long size) {}

  /** Reads from a place where a line begins to the end of the file. */
  Found scan(long from) throws IOException {
    long size = in.length();
    end = from;
    for (long at = from; at < size; ) {
      at = take(at, size);
    }
    damages.removeIf(damage -> damage.offset() >= end);
    return new Found(runs, damages, end, ended, size);
  }

  /** Takes the line at a place; returns where the next one begins. */
  private long take(long at, long size) throws IOException {
    long to = findBreak(at, size);
    long next = Math.min(to + 1, size);
    if (to - at > LONGEST) {
      damages.add(new Damage(file, at, next - at, null, "it is too long for a run"));
      return next;
    }
    byte[] bytes = read(at, (int) (to - at));
    int length = lines.rightLength(bytes);
    RunInfo info = length < 0 ? null : info(bytes, length, at);
    if (info == null) {
      int other = length < 0 ? lines.nextStart(bytes, 1) : -1;
      next = other < 0 ? next : at + other; // the break before it may be what was changed
      String reason = length < 0 ? NO_CHECKSUM : "its checksum is right, but it is no run";
      damages.add(new Damage(file, at, next - at, id(bytes), reason));
      return next;
    }
    runs.add(info);
    if (length == bytes.length) {
      ended = to < size;
      end = next;
      return next;
    }
    // The byte behind it should have been the break.
    ended = false;
    end = at + length;
    damages.add(new Damage(file, end, 1, null, "it should end a line"));
    return end + 1;
  }

  private RunInfo info(byte[] bytes, int length, long at) {
    try {
      RunCodec.Head head = codec.head(lines.payload(bytes, length));
      return new RunInfo(
          head.id(), head.name(), head.started(), head.tags(), at, length, lines.checksum(bytes));
    } catch (DatasonException e) {
      return null;
    }
  }

  /** The id of a run that is damaged, if it can still be read. */
  private static UUID id(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    Matcher id = ID.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return id.find() ? UUID.fromString(id.group(1)) : null;
  }

  // ---------------------------------------------------------------- bytes

  private long findBreak(long from, long size) throws IOException {
    for (long at = from; at < size; at = blockAt + blockLength) {
      fill(at);
      for (int i = (int) (at - blockAt); i < blockLength; i++) {
        if (block[i] == '\n') {
          return Math.min(blockAt + i, size);
        }
      }
    }
    return size;
  }

  private void fill(long at) throws IOException {
    if (at < blockAt || at >= blockAt + blockLength) {
      in.seek(at);
      blockAt = at;
      blockLength = Math.max(in.read(block), 0);
      if (blockLength == 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
  }

  private byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    if (at >= blockAt && at + length <= blockAt + blockLength) {
      System.arraycopy(block, (int) (at - blockAt), bytes, 0, length);
    } else {
      in.seek(at);
      in.readFully(bytes);
    }
    return bytes;
  }
}
