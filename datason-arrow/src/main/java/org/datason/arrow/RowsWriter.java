package org.datason.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.frame.Field;
import org.datason.frame.Frame;
import org.datason.frame.FrameCodec;
import org.datason.json.JsonWriter;
import org.datason.parallel.OrderedTasks;
import org.datason.parallel.Workers;

/**
 * Writes the rows of frames as JSON without types: in parts, each by one of several threads, whose
 * bytes are put together in order. Used once.
 */
final class RowsWriter {

  /** So many rows make a part. */
  private static final int ROWS = 1 << 13;

  /** So many bytes of several rows are not held; their part is written in smaller ones. */
  private static final int LARGE = 1 << 22;

  /** So many smaller parts make one that is too large. */
  private static final int SMALLER = 16;

  private final Datason datason;

  /** The same for a thread that has no help. */
  private final Datason alone;

  private final JsonLayout layout;
  private final OutputStream out;
  private boolean begun;
  private long written;

  RowsWriter(Datason datason, JsonLayout layout, OutputStream out) {
    FrameForm form = layout == JsonLayout.SPLIT ? FrameForm.VALUES : FrameForm.RECORDS;
    this.datason = datason.with(c -> c.hints(false).indent(0).frameForm(form));
    alone = this.datason.with(c -> c.workers(1));
    this.layout = layout;
    this.out = out;
  }

  /**
   * Writes all rows, and flushes the stream.
   *
   * @param frames at least one, all with the same columns
   */
  void write(Iterator<Frame> frames) throws IOException {
    if (datason.writer().redacts()) {
      redacted(frames);
    } else if (layout == JsonLayout.COLUMNS) {
      Datason columns = datason.with(c -> c.frameForm(FrameForm.LIST));
      columns.write(all(frames), out);
    } else {
      rows(frames);
    }
    out.flush();
  }

  private static Frame all(Iterator<Frame> frames) {
    List<Frame> all = new ArrayList<>();
    frames.forEachRemaining(all::add);
    return Frame.concat(all);
  }

  /** By one writer, which knows where each value stands. */
  private void redacted(Iterator<Frame> frames) {
    JsonWriter writer = datason.writer(out);
    boolean lines = layout == JsonLayout.LINES;
    if (!lines) {
      writer.beginArray();
    }
    frames.forEachRemaining(frame -> FrameCodec.writeRows(frame, writer, lines));
    if (!lines) {
      writer.endArray();
    }
    if (!writer.isEmpty()) {
      writer.flush();
    }
  }

  private void rows(Iterator<Frame> frames) throws IOException {
    Parts parts = new Parts(frames, ROWS);
    put(prefix(parts.frame));
    share(parts);
    put(suffix());
  }

  private void share(Parts parts) {
    int workers = Workers.of(datason.config().workers()).count();
    new OrderedTasks<Part>(new Workers(workers), null).run(parts, this::take);
  }

  /** What the threads do: to write the rows of the frames, so many at a time. */
  private final class Parts implements Iterator<Supplier<Part>> {

    private final Iterator<Frame> frames;
    private final int rows;
    private Frame frame;
    private int from;

    Parts(Iterator<Frame> frames, int rows) {
      this.frames = frames;
      this.rows = rows;
      frame = frames.next();
    }

    @Override
    public boolean hasNext() {
      if (Thread.currentThread().isInterrupted()) {
        throw new DatasonIOException("Writing was interrupted", null);
      }
      while (from == frame.size() && frames.hasNext()) {
        frame = frames.next();
        from = 0;
      }
      return from < frame.size();
    }

    @Override
    public Supplier<Part> next() {
      int to = (int) Math.min(frame.size(), (long) from + rows);
      Frame part = frame.slice(from, to);
      from = to;
      return () -> part(part);
    }
  }

  private String prefix(Frame frame) {
    return switch (layout) {
      case LINES -> "";
      case SPLIT -> {
        List<String> names = frame.schema().fields().stream().map(Field::name).toList();
        yield "{\"columns\":" + datason.toJson(names) + ",\"data\":[";
      }
      default -> "[";
    };
  }

  private String suffix() {
    return switch (layout) {
      case LINES -> "";
      case SPLIT -> "]}";
      default -> "]";
    };
  }

  private void put(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    count(text.length());
  }

  /** Some rows as JSON: as lines, or as an array. */
  private Part part(Frame frame) {
    Part part = new Part(frame);
    JsonWriter writer = alone.writer(part);
    try {
      if (layout == JsonLayout.LINES) {
        FrameCodec.writeRows(frame, writer, true);
      } else {
        FrameCodec.write(frame, writer);
      }
      writer.flush();
    } catch (DatasonIOException e) {
      if (!part.isLarge) {
        throw e;
      }
    }
    return part;
  }

  private void take(Part part) {
    if (part.isLarge) {
      Frame rows = part.rows;
      share(new Parts(List.of(rows).iterator(), Math.max(1, rows.size() / SMALLER)));
      return;
    }
    try {
      if (layout == JsonLayout.LINES) {
        part.writeTo(out);
      } else {
        if (begun) {
          out.write(',');
        }
        part.writeItemsTo(out);
      }
      begun = true;
      count(part.size());
    } catch (IOException e) {
      throw new DatasonIOException("The output failed: " + DatasonIOException.reason(e), null, e);
    }
  }

  private void count(int bytes) {
    written += bytes;
    long most = datason.config().maxBytes();
    if (written > most) {
      throw new LimitException(
          "The JSON text is longer than maxBytes = "
              + most
              + "; raise it if the value is meant to be so large",
          null);
    }
  }

  /** What a thread has written. */
  private static final class Part extends ByteArrayOutputStream {

    private static final int USUAL = 1 << 20;

    private final Frame rows;
    private boolean isLarge;

    Part(Frame rows) {
      super(USUAL);
      this.rows = rows;
    }

    /** Takes bytes unless there are too many, by an exception that ends the writing. */
    @Override
    public void write(byte[] bytes, int from, int length) {
      if (rows.size() > 1 && (long) count + length > LARGE) {
        isLarge = true;
        buf = new byte[0];
        count = 0;
        throw new DatasonIOException("The part is too large to be held", null);
      }
      super.write(bytes, from, length);
    }

    /** Writes the items of the array that was written. */
    void writeItemsTo(OutputStream out) throws IOException {
      out.write(buf, 1, count - 2);
    }
  }
}
