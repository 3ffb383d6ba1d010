package org.datason.frame;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.DatasonIOException;
import org.datason.json.DocumentChunk;
import org.datason.json.DocumentChunks;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.parallel.Workers;

/**
 * The rows of a document that may be larger than the memory, in batches, in their order. Batches
 * are read ahead by several threads, but no more than twice as many as there are threads: who takes
 * them slowly has the input read slowly. What is held at a time is at most {@code (2 * workers +
 * 2)} times a chunk of JSON and its batch. Not thread-safe; to be closed, which ends the threads.
 *
 * <pre>{@code
 * try (FrameBatches batches = datason.batches(Path.of("runs.jsonl"), BatchOptions.defaults())) {
 *   batches.stream().forEach(this::plot);
 * }
 * }</pre>
 *
 * <p>Errors are those that one thread would meet, with their places in the document. After one
 * there are no more batches. Where types are inferred, each batch has at least the columns of those
 * before, in types that hold their values.
 */
public final class FrameBatches implements Iterator<Frame>, AutoCloseable {

  private final DocumentChunks chunks;

  /** Tells whether the document is a table with a hint; null once that has been asked. */
  private Supplier<HintedTable> hinted;

  /** A table with a hint; null where there are chunks. */
  private HintedTable table;

  /** What reads the rows of a chunk; null for records of the columns so far. */
  private final Supplier<? extends RowReader> rows;

  private final BatchOptions options;
  private final DatasonConfig config;
  private final Runnable closing;
  private final int workers;
  private final Deque<Work> ahead = new ArrayDeque<>();
  private ExecutorService own;

  /** The columns so far; null before the first batch, if none are given. */
  private Schema schema;

  /** The names of columns that have had no values so far. */
  private final Set<String> unknown = new HashSet<>();

  private DocumentChunk.Place place = DocumentChunk.Place.START;
  private boolean inputEnded;

  /** Why the input ended, to be thrown behind what was read before; null if it just did. */
  private Throwable failure;

  private Frame next;
  private boolean ended;
  private boolean closed;

  /** A chunk that is being read. */
  private record Work(DocumentChunk chunk, FutureTask<Frame> frame) {}

  /**
   * Batches of a document.
   *
   * @param chunks the document
   * @param options how to read them
   * @param config the settings
   * @param closing is run once, when this is closed
   */
  public FrameBatches(
      DocumentChunks chunks, BatchOptions options, DatasonConfig config, Runnable closing) {
    this(chunks, () -> null, null, options, config, closing);
  }

  /**
   * Batches of a document whose rows are read in a way of one's own.
   *
   * @param chunks the document
   * @param rows makes what reads the rows of a batch; asked by several threads
   * @param options how large the batches are, and of which types the columns of all of them are
   * @param config the settings
   * @param closing is run once, when this is closed
   */
  public FrameBatches(
      DocumentChunks chunks,
      Supplier<? extends RowReader> rows,
      BatchOptions options,
      DatasonConfig config,
      Runnable closing) {
    this(chunks, () -> null, Objects.requireNonNull(rows, "rows"), options, config, closing);
    Objects.requireNonNull(options.schema(), "schema");
  }

  /**
   * Batches of a document that may be a table with a type hint, which one thread reads.
   *
   * @param table gives the table, or null; asked once, before the first batch
   * @param chunks the document, unless it is such a table
   * @param options how large the batches are, and of which types the columns must be
   * @param config the settings
   * @param closing is run once, when this is closed
   */
  public FrameBatches(
      Supplier<HintedTable> table,
      DocumentChunks chunks,
      BatchOptions options,
      DatasonConfig config,
      Runnable closing) {
    this(chunks, Objects.requireNonNull(table, "table"), null, options, config, closing);
  }

  private FrameBatches(
      DocumentChunks chunks,
      Supplier<HintedTable> hinted,
      Supplier<? extends RowReader> rows,
      BatchOptions options,
      DatasonConfig config,
      Runnable closing) {
    this.chunks = chunks;
    this.hinted = hinted;
    this.rows = rows;
    this.options = options;
    this.config = config;
    this.closing = closing;
    chunks.guess();
    workers = Workers.of(config.workers()).count();
    schema = options.schema();
  }

  // ---------------------------------------------------------------- taking batches

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      try {
        Frame batch = advance();
        next = batch == null || batch.size() > 0 ? batch : null;
        ended = batch == null;
      } catch (RuntimeException | Error e) {
        stop();
        throw e;
      }
    }
    if (ended) {
      stop();
    }
    return next != null;
  }

  /**
   * The next batch.
   *
   * @return one row or more
   * @throws DatasonException if the document is not JSON, a row does not fit the columns, a limit
   *     is hit or the input fails; or if the thread is interrupted, which stays so
   */
  @Override
  public Frame next() {
    if (!hasNext()) {
      throw new NoSuchElementException("There are no more batches");
    }
    Frame frame = next;
    next = null;
    return frame;
  }

  /**
   * The columns so far.
   *
   * @return those of the batches taken; null before the first one, if none were given
   */
  public Schema schema() {
    return schema;
  }

  /**
   * How much of the document has been taken.
   *
   * @return its bytes, after decompression
   */
  public long bytesRead() {
    return table == null ? place.offset() : table.bytesRead();
  }

  /** The next batch, which may have no rows; null at the end. */
  private Frame advance() {
    if (hinted != null) {
      Supplier<HintedTable> asked = hinted;
      hinted = null;
      table = asked.get();
    }
    if (table != null) {
      Frame part = table.next(options);
      schema = table.schema();
      return part;
    }
    boolean known = options.schema() != null || schema != null;
    boolean alone = workers == 1 || !known; // the first one tells the types
    if (alone) {
      DocumentChunk chunk = chunk();
      if (chunk == null) {
        return end();
      }
      Frame frame = readHere(chunk);
      return frame == null ? again(chunk) : taken(chunk, frame);
    }
    while (!inputEnded && ahead.size() < 2 * workers) {
      DocumentChunk chunk = chunk();
      if (chunk != null) {
        FutureTask<Frame> frame =
            new FutureTask<>(() -> read(chunk, DocumentChunk.Place.START, false));
        ahead.add(new Work(chunk, frame));
        share(frame);
      }
    }
    Work work = ahead.poll();
    if (work == null) {
      return end();
    }
    Frame frame = result(work);
    return frame == null ? again(work.chunk) : taken(work.chunk, frame);
  }

  /** Has a chunk that may have been cut in the wrong place cut again, and all behind it. */
  private Frame again(DocumentChunk chunk) {
    List<DocumentChunk> back = new ArrayList<>(List.of(chunk));
    for (Work work : ahead) {
      work.frame.cancel(true);
      back.add(work.chunk);
    }
    ahead.clear();
    chunks.takeBack(back);
    inputEnded = false;
    failure = null; // which is met again, unless it came of the wrong cut
    return advance();
  }

  private DocumentChunk chunk() {
    if (inputEnded) {
      return null;
    }
    try {
      DocumentChunk chunk = chunks.next();
      inputEnded = chunk == null;
      return chunk;
    } catch (RuntimeException | Error e) {
      failure = e;
      inputEnded = true;
      return null;
    }
  }

  /** No batch, where the input ended as it should. */
  private Frame end() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return null;
  }

  /** Has another thread read a chunk, if one can; otherwise this one does when it is asked for. */
  private void share(FutureTask<Frame> frame) {
    try {
      executor().execute(frame);
    } catch (RejectedExecutionException e) {
      return; // it has no thread to spare
    }
  }

  private Executor executor() {
    if (options.executor() != null) {
      return options.executor();
    }
    if (own == null) {
      own =
          Executors.newFixedThreadPool(
              workers,
              task -> {
                Thread thread = new Thread(task, "datason-worker");
                thread.setDaemon(true);
                return thread;
              });
    }
    return own;
  }

  /** What the thread has read; null if the chunk is to be cut again. */
  private Frame result(Work work) {
    try {
      work.frame.run(); // where nobody has begun it, as no thread of the executor is free
      return work.frame.get();
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      throw new DatasonIOException("Reading was interrupted", null, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DatasonException) {
        return readAgain(work.chunk);
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    }
  }

  /** Takes a batch into the table. */
  private Frame taken(DocumentChunk chunk, Frame frame) {
    if (place.items() + frame.size() > config.maxItems()) {
      readCarefully(chunk); // which says that these are too many, unless they are lines
    }
    place = chunk.after(place, frame.size());
    if (options.schema() != null || frame.size() == 0) {
      return frame;
    }
    Frame wider = schema == null ? frame : WiderFrames.join(schema, unknown, frame);
    for (int i = 0; i < wider.schema().size(); i++) {
      String name = wider.schema().field(i).name();
      boolean first = schema == null || schema.indexOf(name) < 0;
      if (!WiderFrames.isUnknown(wider.column(i))) {
        unknown.remove(name);
      } else if (first) {
        unknown.add(name);
      }
    }
    schema = wider.schema();
    return wider;
  }

  // ---------------------------------------------------------------- reading a chunk

  /** Reads a chunk on this thread; null if it is to be cut again. */
  private Frame readHere(DocumentChunk chunk) {
    try {
      return read(chunk, place, false);
    } catch (DatasonException e) {
      return readAgain(chunk);
    }
  }

  /** Reads a chunk to tell where in the document its error is; null if it is to be cut again. */
  private Frame readAgain(DocumentChunk chunk) {
    return chunk.isGuessed() ? null : readCarefully(chunk);
  }

  /** Reads a chunk that has an error, with the words and place that any other chunks would give. */
  private Frame readCarefully(DocumentChunk chunk) {
    return read(chunk, place, true);
  }

  /**
   * Reads a chunk.
   *
   * @param careful whether each row is checked first: how an error of syntax is worded depends on
   *     the types of the rows before
   */
  private Frame read(DocumentChunk chunk, DocumentChunk.Place from, boolean careful) {
    JsonReader reader = chunk.reader(from);
    JsonReader check = careful ? chunk.reader(from) : null;
    RowReader batch = rows == null ? records(from.items()) : rows.get();
    while (chunk.hasNext(reader)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DatasonIOException("Reading was interrupted", null);
      }
      if (check != null && chunk.hasNext(check)) {
        check.skipValue();
      }
      chunk.read(reader, batch::read);
    }
    return batch.build();
  }

  private RowReader records(long first) {
    Schema fixed = options.schema() != null || !options.widens() ? schema : null;
    Records records = fixed == null ? new Records(new Inference(false, false)) : new Records(fixed);
    records.countFrom(first);
    return new RowReader() {
      @Override
      public void read(JsonReader in) {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
          throw in.mismatch("an object for a row");
        }
        records.read(in);
      }

      @Override
      public Frame build() {
        return frame(records);
      }
    };
  }

  private static Frame frame(Records records) {
    List<Column> columns = records.build();
    FrameBuilder builder = Frame.builder();
    for (int i = 0; i < columns.size(); i++) {
      builder.column(records.names().get(i), columns.get(i));
    }
    return columns.isEmpty() ? withoutColumns(records.rows()) : builder.build();
  }

  /** Rows without any column. */
  private static Frame withoutColumns(int rows) {
    return new Frame(null, Schema.of(), List.of(), null, rows);
  }

  // ---------------------------------------------------------------- other forms

  /**
   * All batches that are left in one frame, those made before a column widened converted.
   *
   * @return the frame, which must fit the memory
   */
  public Frame all() {
    List<Frame> frames = new ArrayList<>();
    forEachRemaining(frames::add);
    if (frames.isEmpty()) {
      return Frame.builder(schema == null ? Schema.of() : schema).build();
    }
    Schema before = null;
    while (!schema.equals(before)) { // converting an early batch can widen a column once more
      before = schema;
      for (int i = 0; i < frames.size(); i++) {
        if (!frames.get(i).schema().equals(schema)) {
          frames.set(i, WiderFrames.join(schema, Set.of(), frames.get(i)));
          schema = frames.get(i).schema();
        }
      }
    }
    return Frame.concat(frames);
  }

  /**
   * {@link #all} by another thread, which closes this.
   *
   * @param executor runs it
   * @return the frame to come
   */
  public CompletableFuture<Frame> allAsync(Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (FrameBatches batches = this) {
            return batches.all();
          }
        },
        executor);
  }

  /**
   * The batches as a stream.
   *
   * @return all that are left; closing it closes this
   */
  public Stream<Frame> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false)
        .onClose(this::close);
  }

  /**
   * The batches as a publisher for one subscriber, which gets as many as it requests. Its end,
   * cancellation or an error closes this.
   *
   * @param executor hands out the batches, one at a time
   * @return the publisher
   */
  public Flow.Publisher<Frame> publisher(Executor executor) {
    return new BatchPublisher(this, executor);
  }

  // ---------------------------------------------------------------- the end

  private void stop() {
    if (closed) {
      return;
    }
    closed = true;
    ended = true;
    ahead.forEach(work -> work.frame.cancel(true));
    ahead.clear();
    if (own != null) {
      own.shutdownNow();
    }
    closing.run();
  }

  /** Ends the threads, and closes the file if it was opened for this. */
  @Override
  public void close() {
    next = null;
    ended = true;
    stop();
  }
}
