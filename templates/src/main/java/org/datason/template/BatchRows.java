package org.datason.template;

import org.datason.frame.Frame;
import org.datason.frame.RowReader;
import org.datason.json.JsonReader;

/**
 * The rows of one batch.
 *
 * @param rows takes them
 */
record BatchRows(Rows rows) implements RowReader {

  @Override
  public void read(JsonReader in) {
    RowsCodec.expectRow(in);
    in.readValue(rows);
  }

  @Override
  public Frame build() {
    return rows.build();
  }
}
