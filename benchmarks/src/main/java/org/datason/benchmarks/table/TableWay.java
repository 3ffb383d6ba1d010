package org.datason.benchmarks.table;

import org.datason.Datason;
import org.datason.benchmarks.FrameBenchmark;
import org.datason.config.FrameForm;
import org.datason.frame.Frame;
import org.datason.ml.tablesaw.Loss;
import org.datason.ml.tablesaw.Tables;
import tech.tablesaw.api.Table;

/** The ways that are measured. */
public enum TableWay {
  /** Our frame as records, with its types. */
  DATASON_RECORDS,
  /** Our frame as records without types, which are inferred. */
  DATASON_PLAIN_RECORDS,
  /** Our frame by its columns. */
  DATASON_COLUMNS,
  /** Our frame as names and rows. */
  DATASON_SPLIT,
  /** A table of Tablesaw as records, by ours. */
  DATASON_TABLESAW_RECORDS,
  /** A table of Tablesaw by its own JSON, as objects. */
  TABLESAW_RECORDS,
  /** A table of Tablesaw by its own JSON, as names and rows. */
  TABLESAW_SPLIT,
  /** A data frame of DFLib by its own JSON, which is records. */
  DFLIB_RECORDS;

  /** This way, for a table of so many rows. */
  TableJson of(int rows) {
    Frame frame = FrameBenchmark.table(rows);
    return switch (this) {
      case DATASON_RECORDS -> DatasonJson.typed(FrameForm.RECORDS, frame);
      case DATASON_PLAIN_RECORDS -> DatasonJson.plain(frame);
      case DATASON_COLUMNS -> DatasonJson.typed(FrameForm.LIST, frame);
      case DATASON_SPLIT -> DatasonJson.typed(FrameForm.SPLIT, frame);
      case DATASON_TABLESAW_RECORDS -> new TablesawJson.ByDatason(Datason.create(), table(frame));
      case TABLESAW_RECORDS -> new TablesawJson(true, table(frame));
      case TABLESAW_SPLIT -> new TablesawJson(false, table(frame));
      case DFLIB_RECORDS -> DflibJson.of(frame);
    };
  }

  /** As a table of Tablesaw: with its times cut to milliseconds and its UUIDs as texts. */
  private static Table table(Frame frame) {
    return Tables.toTable(frame, Loss.ACCEPT);
  }
}
