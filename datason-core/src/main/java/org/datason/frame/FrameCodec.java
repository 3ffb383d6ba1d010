package org.datason.frame;

import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.datason.config.DatasonConfig;
import org.datason.config.FrameForm;
import org.datason.error.DatasonIOException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/**
 * Writes frames and series as JSON and reads them: the one place where that is done, for the
 * handlers of Datason and the adapters of other libraries. Has no state.
 *
 * <pre>{@code
 * FrameCodec.write(frame, out); // {"orient":"records","__datason_schema__":{..},"data":[{..},..]}
 * Frame same = FrameCodec.read(in);
 * }</pre>
 */
public final class FrameCodec {

  private FrameCodec() {}

  /**
   * Writes a frame, in the layout that the settings say: with hints on together with its layout and
   * types, as the value of {@code pandas.DataFrame}; with hints off the data alone. Where something
   * is redacted, as records without types, so that each value stands by its name.
   *
   * @param frame the frame
   * @param out where to
   */
  public static void write(Frame frame, JsonWriter out) {
    if (out.redacts()) {
      redacted(frame, out);
      return;
    }
    FrameForm form = form(out.config());
    if (!out.hints()) {
      Layouts.write(frame, form, out);
      return;
    }
    out.beginObject();
    out.writeName("orient");
    out.writeString(Layouts.orient(form));
    out.writeName(SchemaWriter.MEMBER);
    SchemaWriter.write(frame, form == FrameForm.SPLIT, out);
    out.writeName("data");
    Layouts.write(frame, form, out);
    out.endObject();
  }

  /**
   * Writes a frame with the hint of its {@linkplain Frame#origin origin}: as {@link #write(Frame,
   * JsonWriter)} does for pandas; for polars by columns, whatever the layout that is set. Labels of
   * rows, which polars does not have, and redaction make it one of pandas.
   *
   * @param frame the frame
   * @param out where to
   */
  public static void writeHinted(Frame frame, JsonWriter out) {
    boolean polars = frame.origin() == FrameOrigin.POLARS;
    if (polars && frame.index() == null && !out.redacts()) {
      out.beginEnvelope(FrameOrigin.POLARS.frameHint(), null);
      writePolars(frame, out);
    } else {
      out.beginEnvelope(FrameOrigin.PANDAS.frameHint(), null);
      write(frame, out);
    }
    out.endEnvelope();
  }

  private static void writePolars(Frame frame, JsonWriter out) {
    out.beginObject();
    out.writeName("columns");
    out.beginArray();
    for (Field field : frame.schema().fields()) {
      out.writeString(field.name());
    }
    out.endArray();
    out.writeName("schema");
    out.beginObject();
    for (int i = 0; i < frame.schema().size(); i++) {
      out.writeName(frame.schema().field(i).name());
      out.writeString(frame.dtype(i));
    }
    out.endObject();
    out.writeName(SchemaWriter.MEMBER);
    SchemaWriter.write(frame, false, out);
    out.writeName("data");
    Layouts.write(frame, FrameForm.LIST, out);
    out.endObject();
  }

  /** The layout; where members are sorted, one whose rows are not members, to keep their order. */
  private static FrameForm form(DatasonConfig config) {
    FrameForm form = config.frameForm();
    if (!config.sortKeys() && !config.canonical()) {
      return form;
    }
    return form == FrameForm.DICT
        ? FrameForm.LIST
        : form == FrameForm.INDEX ? FrameForm.RECORDS : form;
  }

  private static void redacted(Frame frame, JsonWriter out) {
    if (!out.hints()) {
      Layouts.write(frame, FrameForm.RECORDS, out);
      return;
    }
    out.beginObject();
    out.writeName("orient");
    out.writeString(Layouts.orient(FrameForm.RECORDS));
    out.writeName("data");
    Layouts.write(frame, FrameForm.RECORDS, out);
    out.endObject();
  }

  /**
   * Reads a frame: the value of {@code pandas.DataFrame} or {@code polars.DataFrame} of either
   * dialect of Python datason, or plain JSON in one of the layouts of {@link FrameForm} (an array
   * of arrays is values, an object of arrays a list of columns, an object of objects a dict). Types
   * that nothing tells are inferred.
   *
   * @param in where from
   * @return the frame; null under a hint if it is no table that a frame holds
   * @throws IllegalArgumentException if it is no table, or its schema says otherwise
   */
  public static Frame read(JsonReader in) {
    return new FrameReader(in, false).read();
  }

  /**
   * Reads a frame as {@link #read} does, for a library to which NaN is a missing value, as it is to
   * pandas: where no schema of ours tells them apart, NaN is read as missing.
   *
   * @param in where from
   * @return the frame; null under a hint if it is no table that a frame holds
   * @throws IllegalArgumentException if it is no table, or its schema says otherwise
   */
  public static Frame readWithoutNan(JsonReader in) {
    return new FrameReader(in, true).read();
  }

  /**
   * Writes a table of any size as {@link #writeHinted(Frame, JsonWriter)} writes a frame, but holds
   * one batch of it at a time: in the layouts records, split, list and values; with hints off the
   * data alone. With hints on the rows of values that JSON has no number for are held as well.
   *
   * <pre>{@code
   * FrameCodec.writeHinted(() -> ArrowFiles.batches(Path.of("runs.arrow")).stream(), out);
   * }</pre>
   *
   * @param batches opens the batches from the first one on, at least one, all of one schema and
   *     without labels; asked for twice, in the layout list once more for each column; what it
   *     gives is closed
   * @param out where to
   * @throws org.datason.error.UnsupportedTypeException if the layout is another one, there are
   *     labels of rows, or more than 2,147,483,647 rows
   * @throws IllegalArgumentException if there is no batch, or they differ
   */
  public static void writeHinted(Supplier<Stream<Frame>> batches, JsonWriter out) {
    FrameForm form = out.redacts() ? FrameForm.RECORDS : form(out.config());
    GatheredSchema schema = new GatheredSchema(out.config().nonFiniteForm());
    BatchLayouts.forEach(batches, schema::add);
    if (schema.empty() == null) {
      throw new IllegalArgumentException("There is no batch, which would tell the columns");
    }
    BatchLayouts layouts = new BatchLayouts(batches, schema, out);
    if (!out.hints()) {
      layouts.write(form);
      return;
    }
    out.beginEnvelope(FrameOrigin.PANDAS.frameHint(), null);
    out.beginObject();
    out.writeName("orient");
    out.writeString(Layouts.orient(form));
    if (!out.redacts()) {
      out.writeName(SchemaWriter.MEMBER);
      schema.write(out);
    }
    out.writeName("data");
    layouts.write(form);
    out.endObject();
    out.endEnvelope();
  }

  /**
   * Writes the rows of a frame one by one, each as an object: the items of an array that has been
   * begun, or JSON Lines. Types and labels are not written.
   *
   * @param frame the frame
   * @param out where to
   * @param lines whether each ends a line
   */
  public static void writeRows(Frame frame, JsonWriter out, boolean lines) {
    Layouts.rows(frame, out, lines);
  }

  /**
   * Writes the rows of many frames one by one, as {@link #writeRows(Frame, JsonWriter, boolean)}
   * does, by as many threads as the setting {@code workers} says. No more than a few frames are
   * held at a time: of a table that is larger than the memory, records are the layout, as columns
   * would have to be known to their ends.
   *
   * <pre>{@code
   * datason.savePieces(file, out -> FrameCodec.writeRows(batches, out, true));
   * }</pre>
   *
   * @param batches the frames, which need not have the same columns
   * @param out where to
   * @param lines whether each row ends a line
   * @throws DatasonIOException if the thread is interrupted, which it stays
   */
  public static void writeRows(Iterator<? extends Frame> batches, JsonWriter out, boolean lines) {
    out.writePieces(new RowPieces(batches, lines));
  }

  /**
   * Writes a series with the hint of its {@linkplain Series#origin origin}.
   *
   * @param series the series
   * @param out where to
   */
  public static void writeHinted(Series series, JsonWriter out) {
    out.beginEnvelope(series.origin().seriesHint(), null);
    write(series, out);
    out.endEnvelope();
  }

  /**
   * Writes a series as the value of {@code pandas.Series} or {@code polars.Series}; with hints off
   * its values alone.
   *
   * @param series the series
   * @param out where to
   */
  public static void write(Series series, JsonWriter out) {
    if (!out.hints()) {
      SchemaWriter.writeValues(series.column(), out);
      return;
    }
    out.beginObject();
    if (series.name() == null) {
      out.writeName("name");
      out.writeNull();
    } else {
      out.writeName("name");
      out.writeString(series.name());
    }
    out.writeName("dtype");
    out.writeString(series.dtype());
    if (!out.redacts()) {
      out.writeName(SchemaWriter.MEMBER);
      SchemaWriter.write(null, series.column(), false, out);
    }
    out.writeName("data");
    SchemaWriter.writeValues(series.column(), out);
    out.endObject();
  }

  /**
   * Reads a series: the value of {@code pandas.Series} or {@code polars.Series}, or a plain array.
   *
   * @param in where from
   * @return the series; null under a hint if it is none that a series holds
   * @throws IllegalArgumentException if it is none, or its schema says otherwise
   */
  public static Series readSeries(JsonReader in) {
    return readSeries(in, FrameOrigin.PANDAS);
  }

  /**
   * Reads a series as {@link #readSeries(JsonReader)} does, which remembers its origin.
   *
   * @param in where from
   * @param origin which library's series it is
   * @return the series; null under a hint if it is none that a series holds
   * @throws IllegalArgumentException if it is none, or its schema says otherwise
   */
  public static Series readSeries(JsonReader in, FrameOrigin origin) {
    return new SeriesReader(in, origin, false).read();
  }

  /**
   * Reads a series as {@link #readSeries(JsonReader)} does, but NaN as a missing value where no
   * schema of ours tells them apart.
   *
   * @param in where from
   * @return the series; null under a hint if it is none that a series holds
   * @throws IllegalArgumentException if it is none, or its schema says otherwise
   */
  public static Series readSeriesWithoutNan(JsonReader in) {
    return new SeriesReader(in, FrameOrigin.PANDAS, true).read();
  }
}
