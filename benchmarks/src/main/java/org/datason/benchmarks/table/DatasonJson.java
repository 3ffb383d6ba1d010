package org.datason.benchmarks.table;

import org.datason.Datason;
import org.datason.config.FrameForm;
import org.datason.frame.Frame;

/** Ours: with the types told, and as plain records, of which the types are inferred. */
record DatasonJson(Datason datason, Frame table) implements TableJson {

  static DatasonJson typed(FrameForm form, Frame table) {
    return new DatasonJson(Datason.create().with(c -> c.frameForm(form)), table);
  }

  static DatasonJson plain(Frame table) {
    return new DatasonJson(Datason.create().with(c -> c.hints(false)), table);
  }

  @Override
  public byte[] write() {
    return datason.toBytes(table);
  }

  @Override
  public Frame read(byte[] json) {
    return datason.fromJson(json, Frame.class);
  }

  @Override
  public void check(Object read) {
    if (datason.config().hints()) {
      TableJson.check(table.equals(read), "any");
      return;
    }
    // Times are texts, too, with another form of the offset than their own text has.
    TableJson.checkTexts(
        table, (Frame) read, "id", "value", "sparse", "category", "name", "flag", "uuid");
  }
}
