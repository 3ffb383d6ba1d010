package org.datason.ml.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.frame.Frame;
import org.datason.ml.csv.Csv;
import org.datason.types.TypeRegistry;

/**
 * A folder of experiment results, to which runs are appended. Thread-safe; closed by whoever opened
 * it.
 *
 * <pre>{@code
 * try (ExperimentLog log = ExperimentLog.open(Path.of("experiments"))) {
 *   UUID id = log.append(
 *       Run.builder("baseline")
 *           .tag("iris")
 *           .parameter("learningRate", 0.01)
 *           .metric("loss", 0, 0.75)
 *           .metric("loss", 1, 0.5)
 *           .value("weights", Tensor.of(weights, 3, 4))
 *           .build());
 *   Run same = log.load(id);
 *
 *   List<RunInfo> good = log.find(RunQuery.all().metric("loss", last -> last < 0.6));
 *   System.out.println(log.compare(good)); // parameters and metrics side by side
 *   Frame curves = log.metrics(good);
 * }
 * }</pre>
 *
 * <h2>What is promised</h2>
 *
 * <ul>
 *   <li>A run whose {@link #append} has returned is on disk. If the process or the system ends at
 *       any instant, opening the log again finds it; what was left of a run whose append had not
 *       returned is moved to a file of its own and told by {@link #recovery}.
 *   <li>Each run has a checksum. Reading one that was changed gives an {@link
 *       org.datason.error.IntegrityException}, and never another run; the others can still be read.
 *   <li>One log at a time writes to a folder. Any number may read, also while it does.
 *   <li>Loading a run reads that run alone. Tensors from {@link ExperimentLogBuilder#inlineBytes}
 *       bytes on are in files of NumPy's beside the log, and mapped into memory without being
 *       copied. Such a tensor can be used for as long as anybody holds it, also when the log is
 *       closed; its file must stay as it is.
 * </ul>
 *
 * <p>The files are described in {@code docs/experiments.md}: JSON Lines and {@code .npy}, which
 * other tools read without this library.
 *
 * <p>All methods that touch the files throw {@link DatasonIOException} where those cannot be read
 * or written.
 */
public final class ExperimentLog implements AutoCloseable {

  private final Path folder;
  private final Datason datason;
  private final WriterLock lock;
  private final RunCodec codec;
  private final TypeRegistry types = new TypeRegistry(List.of(), Map.of());
  private final RunFile file;
  private final RunIndex index;
  private boolean closed;

  ExperimentLog(ExperimentLogBuilder with, WriterLock lock) {
    this.lock = lock;
    folder = with.folder;
    datason = RunCodec.lossless(with.datason);
    codec = new RunCodec(datason, types, folder, with.inlineBytes, false);
    file = new RunFile(folder.resolve("runs.jsonl"), codec);
    index = new RunIndex(folder.resolve("runs.index"), types);
    file.open(index, lock != null);
  }

  // ---------------------------------------------------------------- opening

  /**
   * Opens a log for reading and writing. A folder that is not there is made.
   *
   * @param folder the folder
   * @return the log
   * @throws DatasonIOException if another log, of this or another process, has it open for writing
   */
  public static ExperimentLog open(Path folder) {
    return builder(folder).open();
  }

  /**
   * Opens a log only to be read, also while another one writes to it. Nothing in the folder is
   * changed. It shows the runs that were there when it was opened or {@linkplain #refresh
   * refreshed}.
   *
   * @param folder the folder
   * @return the log
   */
  public static ExperimentLog openReadOnly(Path folder) {
    return builder(folder).openReadOnly();
  }

  /**
   * A builder of a log with other types or settings.
   *
   * @param folder the folder
   * @return a new builder
   */
  public static ExperimentLogBuilder builder(Path folder) {
    return new ExperimentLogBuilder(folder);
  }

  /**
   * What was not taken over when the log was opened.
   *
   * @return what it was; null if nothing was left over and nothing is missing
   */
  public synchronized Recovery recovery() {
    return file.recovery();
  }

  /**
   * What is no run between the runs, as far as it is known without reading them all; {@link
   * #verify} looks at everything.
   *
   * @return in the order of the file; empty if there is none
   */
  public synchronized List<Damage> damages() {
    return file.damages();
  }

  /** Takes over what another log has appended since this one was opened. */
  public synchronized void refresh() {
    requireOpen();
    if (lock == null) {
      file.refresh();
    }
  }

  // ---------------------------------------------------------------- writing

  /**
   * Appends a run. It is on disk when this returns, its large tensors included; if this throws,
   * nothing is in the log.
   *
   * @param run the run
   * @return its id
   * @throws IllegalArgumentException if the log has a run of that id
   * @throws IllegalStateException if the log is closed or was opened only to be read
   * @throws org.datason.error.UnsupportedTypeException if something in it cannot be written
   */
  public synchronized UUID append(Run run) {
    requireOpen();
    if (lock == null) {
      throw new IllegalStateException(
          "The log " + folder + " was opened only to be read; open it by ExperimentLog.open");
    }
    if (file.runs().containsKey(run.id())) {
      throw new IllegalArgumentException(
          "The log " + folder + " has a run " + run.id() + " already; give each an id of its own");
    }
    codec.files().begin(run.id());
    RunInfo info;
    try {
      byte[] json = codec.write(run);
      RunCodec.Head head = codec.head(json);
      byte[] line = RunFile.LINES.of(json);
      String checksum = RunFile.LINES.checksum(line);
      info =
          new RunInfo(
              head.id(),
              head.name(),
              head.started(),
              head.tags(),
              file.end(),
              line.length - 1L,
              checksum);
      file.append(info, line);
    } catch (RuntimeException | Error e) {
      codec.files().abandon();
      throw e;
    }
    codec.files().end();
    index.append(info);
    return info.id();
  }

  // ---------------------------------------------------------------- reading

  /**
   * What is known of all runs, without reading them.
   *
   * @return in the order in which they were appended; a copy
   */
  public synchronized List<RunInfo> runs() {
    requireOpen();
    return List.copyOf(file.runs().values());
  }

  /**
   * Loads a run, and reads nothing but it.
   *
   * @param id its id
   * @return the run as it was appended
   * @throws IllegalArgumentException if there is none of that id
   * @throws org.datason.error.IntegrityException if its line or a file of it is not what was
   *     written
   */
  public Run load(UUID id) {
    return codec.read(file.read(find(id)));
  }

  private synchronized RunInfo find(UUID id) {
    requireOpen();
    Objects.requireNonNull(id, "id");
    RunInfo run = file.runs().get(id);
    if (run == null) {
      for (Damage damage : file.damages()) {
        if (id.equals(damage.run())) {
          throw file.damaged(id, damage.offset(), damage.bytes(), damage.reason());
        }
      }
      throw new IllegalArgumentException("There is no run " + id + " in the log " + folder);
    }
    return run;
  }

  /**
   * The runs that fulfil a query. Where it asks for parameters or metrics, the runs that fulfil the
   * rest of it are read, but not what came out of them.
   *
   * @param query the query
   * @return in the order in which they were appended
   */
  public List<RunInfo> find(RunQuery query) {
    List<RunInfo> found = new ArrayList<>();
    for (RunInfo run : runs()) {
      if (query.isOf(run) && (!query.mustRead() || query.isOf(outline(run)))) {
        found.add(run);
      }
    }
    return found;
  }

  private RunCodec.Outline outline(RunInfo run) {
    return codec.outline(file.read(find(run.id())));
  }

  /**
   * Parameters and metrics of runs side by side.
   *
   * @param runs the runs
   * @return a row for each run, with the columns {@code run}, {@code name}, {@code started}, {@code
   *     params.X} for each parameter X, and for each metric Y {@code metrics.Y}, its last value,
   *     {@code metrics.Y.min} and {@code metrics.Y.max} (unless another metric has that very name);
   *     missing where a run has none
   */
  public Frame compare(Collection<RunInfo> runs) {
    List<RunCodec.Outline> outlines = new ArrayList<>();
    for (RunInfo run : runs) {
      outlines.add(outline(run));
    }
    return RunTables.comparison(outlines);
  }

  /**
   * All values of all metrics of runs.
   *
   * @param runs the runs
   * @return a row for each value, with the columns {@code run}, {@code metric}, {@code step},
   *     {@code value} and {@code time}, which may be missing
   */
  public Frame metrics(Collection<RunInfo> runs) {
    Iterator<RunInfo> each = runs.iterator();
    return RunTables.metrics(
        () ->
            new Iterator<>() {
              @Override
              public boolean hasNext() {
                return each.hasNext();
              }

              @Override
              public RunCodec.Outline next() {
                return outline(each.next());
              }
            });
  }

  /**
   * Exports runs to one file that needs no other. Where its name ends with {@code .csv}, that is
   * the table that {@link #compare} makes. Otherwise it is JSON with all of each run, which {@link
   * Datason#load} gives back: an array, or one run a line where the name ends with {@code .jsonl}
   * or {@code .ndjson}. Compressed where {@code .gz} follows.
   *
   * @param runs the runs
   * @param target the file, which is replaced if it is there; its folder must exist
   */
  public void export(Collection<RunInfo> runs, Path target) {
    String name = target.toString().replaceFirst("\\.gz$", "");
    if (name.endsWith(".csv")) {
      Csv.write(compare(runs), target);
      return;
    }
    Stream<Run> loaded = runs.stream().map(run -> load(run.id()));
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      datason.saveLines(target, loaded);
      return;
    }
    datason.savePieces(
        target,
        out -> {
          out.beginArray();
          loaded.forEachOrdered(out::writeValue);
          out.endArray();
        });
  }

  /**
   * Reads everything, and checks all of it: each run, each file that one refers to, and whether
   * there are files that none does.
   *
   * @return all that is not as it was written; empty if all is well
   */
  public List<Damage> verify() {
    RunCodec thorough = new RunCodec(datason, types, folder, Long.MAX_VALUE, true);
    List<Damage> found = new ArrayList<>(damages());
    List<RunInfo> runs = runs();
    for (RunInfo run : runs) {
      try {
        thorough.read(file.read(run));
      } catch (DatasonException e) {
        Path line = folder.resolve("runs.jsonl");
        found.add(new Damage(line, run.offset(), run.length(), run.id(), e.getMessage()));
      }
    }
    Path data = folder.resolve(Attachments.FOLDER);
    Set<UUID> known = new HashSet<>();
    runs.forEach(run -> known.add(run.id()));
    found.forEach(damage -> known.add(damage.run()));
    try (Stream<Path> files = Files.exists(data) ? Files.list(data).sorted() : Stream.empty()) {
      for (Path each : (Iterable<Path>) files::iterator) {
        UUID run = Attachments.runOf(Attachments.FOLDER + "/" + each.getFileName());
        if (run == null || !known.contains(run)) {
          found.add(new Damage(each, 0, Files.size(each), run, "it belongs to no run of the log"));
        }
      }
    } catch (IOException e) {
      throw DatasonIOException.ofFile(data, "read", e);
    }
    return found;
  }

  // ---------------------------------------------------------------- end

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The log " + folder + " is closed");
    }
  }

  /** Closes the log and lets others write to it. Runs and tensors that were loaded stay usable. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      file.close();
      index.close();
      if (lock != null) {
        lock.close();
      }
    }
  }
}
