package org.datason.ml.experiment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.types.TypeRegistry;

/**
 * The file {@code runs.index}: a line for each run, with what finds it. All of it comes from the
 * log, which is read anew where the index is missing, short or wrong; so nobody waits until it is
 * on disk.
 */
final class RunIndex implements AutoCloseable {

  private static final CheckedLine LINES = new CheckedLine("entry");
  private static final DatasonConfig SETTINGS = DatasonConfig.defaults();

  private final Path file;
  private final TypeRegistry types;
  private final TypeHandler<RunInfo> handler;
  private long length;
  private RandomAccessFile out;

  @SuppressWarnings("unchecked")
  RunIndex(Path file, TypeRegistry types) {
    this.file = file;
    this.types = types;
    handler = (TypeHandler<RunInfo>) types.forType(RunInfo.class);
  }

  /** The entries up to the first one that is not right. */
  List<RunInfo> read() {
    List<RunInfo> entries = new ArrayList<>();
    byte[] bytes;
    try {
      bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      bytes = new byte[0]; // as if it were not there
    }
    length = 0;
    int at = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        RunInfo entry = entry(Arrays.copyOfRange(bytes, at, i));
        if (entry == null || entry.offset() < endOf(entries)) {
          return entries;
        }
        entries.add(entry);
        at = i + 1;
        length = at;
      }
    }
    return entries;
  }

  private static long endOf(List<RunInfo> entries) {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).end();
  }

  private RunInfo entry(byte[] line) {
    if (!LINES.isRight(line)) {
      return null;
    }
    try {
      JsonReader in = new JsonReader(SETTINGS, types, line, LINES.payloadAt(), line.length - 1);
      return in.readValue(handler);
    } catch (DatasonException e) {
      return null;
    }
  }

  /**
   * Opens the file for writing.
   *
   * @param entries what belongs in it
   * @param kept how many of them, from the first on, are what was read; 0 to write all anew
   */
  void open(List<RunInfo> entries, int kept) {
    try {
      out = new RandomAccessFile(file.toFile(), "rw");
      length = kept == 0 ? 0 : length;
      out.setLength(length);
      append(entries.subList(kept, entries.size()));
    } catch (IOException e) {
      giveUp();
    }
  }

  void append(RunInfo entry) {
    append(List.of(entry));
  }

  private void append(List<RunInfo> entries) {
    if (out == null || entries.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RunInfo entry : entries) {
      JsonWriter json = new JsonWriter(SETTINGS, types);
      json.writeValue(entry, handler);
      bytes.writeBytes(LINES.of(json.toByteArray()));
    }
    try {
      out.seek(length);
      out.write(bytes.toByteArray());
      length += bytes.size();
    } catch (IOException e) {
      giveUp();
    }
  }

  /** Goes on without: the run is in the log, and whoever opens it next reads it there. */
  private void giveUp() {
    close();
  }

  @Override
  public void close() {
    RandomAccessFile closing = out;
    out = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (IOException e) {
        return; // the log has all that it says
      }
    }
  }
}
