package org.datason.ml.experiment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.error.IntegrityException;

/**
 * The file {@code runs.jsonl}: a line for each run. It only ever grows; what a process that was
 * killed left unfinished at its end is moved away before the next line is written.
 */
final class RunFile implements AutoCloseable {

  /*
   * RandomAccessFile rather than FileChannel: interrupting a thread closes a channel under it.
   */

  static final CheckedLine LINES = new CheckedLine("run");

  private final Path file;
  private final RunCodec codec;
  private final Map<UUID, RunInfo> runs = new LinkedHashMap<>();
  private final List<Damage> damages = new ArrayList<>();
  private Recovery recovery;
  private long end;
  private RandomAccessFile out;

  /** Which file it is that is written to. */
  private Object key;

  RunFile(Path file, RunCodec codec) {
    this.file = file;
    this.codec = codec;
  }

  Map<UUID, RunInfo> runs() {
    return Collections.unmodifiableMap(runs);
  }

  List<Damage> damages() {
    return List.copyOf(damages);
  }

  Recovery recovery() {
    return recovery;
  }

  // ---------------------------------------------------------------- opening

  private RandomAccessFile reading() throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    return new RandomAccessFile(file.toFile(), "r");
  }

  /** Finds the runs, by the index as far as it is right. */
  void open(RunIndex index, boolean writing) {
    try (RandomAccessFile in = reading()) {
      List<RunInfo> indexed = index.read();
      List<RunInfo> trusted = trusted(indexed, in);
      take(trusted);
      RunScanner.Found found = scan(in);
      List<UUID> missing = new ArrayList<>();
      for (RunInfo entry : indexed) {
        if (!runs.containsKey(entry.id())) {
          missing.add(entry.id());
        }
      }
      long left = found.size() - found.end();
      Path kept = null;
      if (writing) {
        kept = left > 0 ? keep(in, found.end(), left) : null;
        repair(found);
        index.open(
            List.copyOf(runs.values()), trusted.size() == indexed.size() ? indexed.size() : 0);
      }
      if (left > 0 || !missing.isEmpty()) {
        recovery = new Recovery(found.end(), left, kept, missing);
      }
    } catch (IOException e) {
      close();
      throw DatasonIOException.ofFile(file, writing ? "opened" : "read", e);
    }
  }

  /** The entries of the index, if the last one whose run the file can hold is that of its run. */
  private static List<RunInfo> trusted(List<RunInfo> indexed, RandomAccessFile in)
      throws IOException {
    int n = indexed.size();
    while (n > 0 && indexed.get(n - 1).end() - 1 > in.length()) {
      n--;
    }
    if (n == 0) {
      return List.of();
    }
    RunInfo last = indexed.get(n - 1);
    byte[] line = line(in, last);
    boolean right = LINES.isRight(line) && LINES.checksum(line).equals(last.sha256());
    return right ? indexed.subList(0, n) : List.of();
  }

  /** Takes entries over; the last one is read again, since what ends it may be missing. */
  private void take(List<RunInfo> entries) {
    for (RunInfo entry : entries) {
      if (entry.offset() > end) {
        long bytes = entry.offset() - end;
        damages.add(new Damage(file, end, bytes, null, RunScanner.NO_CHECKSUM));
      }
      add(entry);
    }
    if (!entries.isEmpty()) {
      RunInfo last = entries.get(entries.size() - 1);
      runs.remove(last.id());
      end = last.offset();
    }
  }

  /** Takes over the runs behind those that are known. */
  void refresh() {
    try (RandomAccessFile in = reading()) {
      RunScanner.Found found = scan(in);
      long left = found.size() - found.end();
      List<UUID> missing = recovery == null ? List.of() : recovery.missing();
      recovery =
          left > 0 || !missing.isEmpty() ? new Recovery(found.end(), left, null, missing) : null;
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  private RunScanner.Found scan(RandomAccessFile in) throws IOException {
    RunScanner.Found found = new RunScanner(file, in, LINES, codec).scan(end);
    found.runs().forEach(this::add);
    damages.addAll(found.damages());
    end = found.end();
    return found;
  }

  private void add(RunInfo run) {
    RunInfo first = runs.putIfAbsent(run.id(), run);
    if (first != null) {
      String reason = "a run of this id stands at offset " + first.offset() + " already";
      damages.add(new Damage(file, run.offset(), run.length(), run.id(), reason));
    }
    end = run.end();
  }

  /** Copies what is no run to a file of its own, so that nothing is destroyed. */
  private Path keep(RandomAccessFile in, long from, long bytes) throws IOException {
    Path folder = file.resolveSibling("dropped");
    Folders.make(folder);
    int number = 0;
    Path target;
    do {
      target = folder.resolve("offset-" + from + "-" + number++);
    } while (Files.exists(target));
    in.seek(from);
    AtomicFile.save(target, stream -> Channels.newInputStream(in.getChannel()).transferTo(stream));
    return target;
  }

  private void repair(RunScanner.Found found) throws IOException {
    out = new RandomAccessFile(file.toFile(), "rw");
    key = key();
    if (found.size() > found.end() || !found.ended()) {
      out.setLength(found.end());
      if (!found.ended()) {
        out.seek(found.end());
        out.write('\n');
        end = found.end() + 1;
      }
      out.getFD().sync();
    }
  }

  // ---------------------------------------------------------------- reading

  /**
   * The JSON of a run.
   *
   * @throws IntegrityException if it is not what was written
   */
  byte[] read(RunInfo run) {
    byte[] line;
    try (RandomAccessFile in = reading()) {
      line = line(in, run);
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
    if (!LINES.isRight(line) || !LINES.checksum(line).equals(run.sha256())) {
      throw damaged(
          run.id(), run.offset(), run.length(), "it has not the checksum it was written with");
    }
    return LINES.payload(line, line.length);
  }

  /** The line of a run, or as much of it as there is. */
  private static byte[] line(RandomAccessFile in, RunInfo run) throws IOException {
    long there = Math.max(Math.min(run.length(), in.length() - run.offset()), 0);
    byte[] line = new byte[(int) there];
    in.seek(run.offset());
    in.readFully(line);
    return line;
  }

  IntegrityException damaged(UUID id, long offset, long bytes, String reason) {
    return new IntegrityException(
        "The run "
            + id
            + " in "
            + file
            + " at offset "
            + offset
            + " ("
            + bytes
            + " bytes) is damaged: "
            + reason,
        null);
  }

  // ---------------------------------------------------------------- writing

  /** Where the next line begins. */
  long end() {
    return end;
  }

  /** Appends a line, which is on disk when this returns, or not there if it throws. */
  void append(RunInfo run, byte[] line) {
    if (out == null) {
      throw new DatasonIOException(
          file + " cannot be written: writing failed before; close the log and open it again",
          null);
    }
    try {
      requireUnchanged();
      write(line);
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "written", e);
    }
    runs.put(run.id(), run);
    end = run.end();
  }

  private void requireUnchanged() throws IOException {
    if (!Files.exists(file) || !Objects.equals(key, key())) {
      throw new IOException(
          "something else replaced or removed it, as editors do that save it; close the log and"
              + " open it again");
    }
    if (out.length() != end) {
      throw new IOException(
          "something else changed it: it should have "
              + end
              + " bytes but has "
              + out.length()
              + "; close the log and open it again");
    }
  }

  /** What tells the file from another one of its name; null where the system has no such thing. */
  private Object key() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private void write(byte[] line) throws IOException {
    try {
      out.seek(end);
      out.write(line);
      out.getFD().sync();
    } catch (IOException e) {
      takeBack();
      throw e;
    }
  }

  private void takeBack() {
    try {
      out.setLength(end);
      out.getFD().sync();
    } catch (IOException e) {
      close(); // no more is written behind what may be half a line; opening it again mends it
    }
  }

  @Override
  public void close() {
    RandomAccessFile closing = out;
    out = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        return; // every line is on disk already
      }
    }
  }
}
