package org.datason.arrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.frame.FrameOrigin;

/**
 * Puts one frame after the other in the same vectors, whose fields the first one decides. Owns the
 * vectors until they are taken over by whoever closes the table.
 */
final class ArrowTableWriter {

  /** The place of the column with the rows' labels, behind all others. */
  static final String INDEX = "datason:index";

  /** The name of the labels, if they have one. */
  static final String INDEX_NAME = "datason:index-name";

  /** The name of the table, if it has one. */
  static final String NAME = "datason:name";

  /** What the table is to Python, if not one of pandas. */
  static final String ORIGIN = "datason:origin";

  /** What pandas calls a column of labels without a name. */
  private static final String INDEX_COLUMN = "__index_level_0__";

  private final boolean fixedCategories;
  private final org.datason.frame.Schema schema;
  private final org.datason.frame.Series index;
  private final VectorWriter writer;
  private final ArrowTable table;
  private final Map<Long, Column> written = new HashMap<>();

  /**
   * Makes the vectors.
   *
   * @param fixedCategories whether all frames must have the same categories
   */
  ArrowTableWriter(Frame first, BufferAllocator allocator, boolean fixedCategories) {
    this.fixedCategories = fixedCategories;
    schema = first.schema();
    index = first.index();
    writer = new VectorWriter(allocator);
    ArrowFields fields = new ArrowFields();
    List<Field> all = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (int i = 0; i < schema.size(); i++) {
      all.add(fields.of(schema.field(i).name(), first.column(i)));
    }
    if (first.name() != null) {
      metadata.put(NAME, Names.encode(first.name()));
    }
    if (first.origin() == FrameOrigin.POLARS) {
      metadata.put(ORIGIN, "polars");
    }
    if (index != null) {
      metadata.put(INDEX, Integer.toString(all.size()));
      if (index.name() != null) {
        metadata.put(INDEX_NAME, Names.encode(index.name()));
      }
      all.add(fields.of(indexColumn(), index.column()));
    }
    MapDictionaryProvider dictionaries = new MapDictionaryProvider();
    List<Field> encoded = new ArrayList<>();
    all.forEach(field -> addEncoded(field, encoded));
    for (Field field : encoded) {
      Field values = fields.categories().get((int) field.getDictionary().getId());
      dictionaries.put(new Dictionary(values.createVector(allocator), field.getDictionary()));
    }
    VectorSchemaRoot root =
        VectorSchemaRoot.create(new Schema(all, metadata.isEmpty() ? null : metadata), allocator);
    table = new ArrowTable(root, dictionaries);
  }

  private static void addEncoded(Field field, List<Field> encoded) {
    if (field.getDictionary() != null) {
      encoded.add(field);
    }
    field.getChildren().forEach(child -> addEncoded(child, encoded));
  }

  private String indexColumn() {
    String name = INDEX_COLUMN;
    while (schema.indexOf(name) >= 0) {
      name += "_";
    }
    return name;
  }

  ArrowTable table() {
    return table;
  }

  /**
   * Replaces what is in the vectors by the rows of a frame.
   *
   * @throws IllegalArgumentException if it has not the columns of the first one
   */
  void write(Frame frame) {
    if (!frame.schema().equals(schema) || !sameLabels(frame)) {
      throw new IllegalArgumentException(
          "Expected a batch like the first one, of " + schema + ", not of " + frame.schema());
    }
    VectorSchemaRoot root = table.root();
    for (int i = 0; i < schema.size(); i++) {
      write(schema.field(i).name(), frame.column(i), root.getVector(i));
    }
    if (index != null) {
      write("index", frame.index().column(), root.getVector(schema.size()));
    }
    root.setRowCount(frame.size());
    writer.categories().forEach(this::categories);
  }

  private boolean sameLabels(Frame frame) {
    if (index == null || frame.index() == null) {
      return index == frame.index();
    }
    return index.column().type().equals(frame.index().column().type());
  }

  private void write(String name, Column column, FieldVector vector) {
    try {
      writer.write(column, vector);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Column '" + name + "': " + e.getMessage(), e);
    }
  }

  private void categories(Long id, Column categories) {
    Column before = written.put(id, categories);
    if (before != categories) {
      if (fixedCategories && before != null && !before.equals(categories)) {
        throw new IllegalArgumentException(
            "The batches of a file share their categories, and these differ; write a stream");
      }
      FieldVector vector = table.dictionaries().lookup(id).getVector();
      writer.write(categories, vector);
      vector.setValueCount(categories.size());
    }
  }
}
