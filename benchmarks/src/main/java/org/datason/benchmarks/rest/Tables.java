package org.datason.benchmarks.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.frame.Field;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.datason.frame.FrameBuilder;
import org.datason.frame.Schema;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives and takes one table, as a frame and as the list of maps that Jackson writes. */
@RestController
public class Tables {

  private final Frame frame;
  private final List<Map<String, Object>> rows;

  /**
   * A table of two numbers, a text, a boolean and a text that repeats.
   *
   * @param size how many rows it has
   */
  Tables(int size) {
    Schema schema =
        Schema.of(
            new Field("id", Simple.INT64),
            new Field("loss", Simple.FLOAT64),
            new Field("name", Simple.TEXT),
            new Field("good", Simple.BOOLEAN),
            new Field("kind", Simple.TEXT));
    FrameBuilder builder = Frame.builder(schema);
    rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object[] values = {(long) i, Math.sin(i), "run " + i, i % 3 == 0, "kind " + i % 7};
      builder.row(values);
      Map<String, Object> row = new LinkedHashMap<>();
      for (int j = 0; j < values.length; j++) {
        row.put(schema.field(j).name(), values[j]);
      }
      rows.add(row);
    }
    frame = builder.build();
  }

  /**
   * The table.
   *
   * @return as a frame
   */
  @GetMapping("/frame")
  public Frame frame() {
    return frame;
  }

  /**
   * Takes a table.
   *
   * @param table as a frame
   * @return how many rows it has
   */
  @PostMapping("/frame")
  public Map<String, Integer> frame(@RequestBody Frame table) {
    return Map.of("rows", table.size());
  }

  /**
   * The table.
   *
   * @return as a list of maps
   */
  @GetMapping("/rows")
  public List<Map<String, Object>> rows() {
    return rows;
  }

  /**
   * Takes a table.
   *
   * @param table as a list of maps
   * @return how many rows it has
   */
  @PostMapping("/rows")
  public Map<String, Integer> rows(@RequestBody List<Map<String, Object>> table) {
    return Map.of("rows", table.size());
  }
}
