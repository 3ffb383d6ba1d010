package org.datason.arrow;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.frame.Column;
import org.datason.frame.ColumnBuilder;
import org.datason.frame.ColumnStorage;
import org.datason.frame.Field;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Schema;
import org.datason.json.TextBytes;

/** Copies vectors into columns, array by array. Not thread-safe. */
final class VectorReader {

  private final DictionaryProvider dictionaries;

  /** What rows count towards for which no bytes need to have come. */
  private final ContentLimit limit;

  /** Reads mixed values; null before the first one, as many tables have none. */
  private Datason json;

  VectorReader(DictionaryProvider dictionaries, ContentLimit limit) {
    this.dictionaries = dictionaries;
    this.limit = limit;
  }

  /** The column of the first rows of a vector. */
  Column read(FieldVector vector, int rows) {
    Map<String, String> metadata = vector.getField().getMetadata();
    DictionaryEncoding encoding = vector.getField().getDictionary();
    return encoding == null
        ? values(vector, rows, metadata)
        : encoded(vector, rows, encoding, metadata);
  }

  private Column values(FieldVector vector, int rows, Map<String, String> metadata) {
    if (vector instanceof ExtensionTypeVector<?> extension) {
      // of a type that somebody registered: its storage is what an unknown one would be
      String name = ((ArrowType.ExtensionType) vector.getField().getType()).extensionName();
      FieldVector storage = (FieldVector) extension.getUnderlyingVector();
      return values(storage, rows, Map.of(ArrowFields.EXTENSION, name));
    }
    ArrowType type = vector.getField().getType();
    FieldType told =
        metadata.containsKey(ArrowFields.TYPE)
            ? FieldType.named(metadata.get(ArrowFields.TYPE))
            : null;
    return switch (type.getTypeID()) {
      case Null -> nulls(rows);
      case List, Map -> {
        int[] offsets = VectorArrays.offsets(vector, rows);
        yield list(vector, vector.getChildrenFromFields().get(0), offsets, rows);
      }
      case LargeList -> {
        int[] offsets = VectorArrays.largeOffsets(vector, rows);
        yield list(vector, ((LargeListVector) vector).getDataVector(), offsets, rows);
      }
      case FixedSizeList -> {
        FixedSizeListVector lists = (FixedSizeListVector) vector;
        limit.take((long) Integer.BYTES * rows);
        int[] offsets = new int[rows + 1];
        Arrays.setAll(offsets, i -> Math.multiplyExact(i, lists.getListSize()));
        yield list(vector, lists.getDataVector(), offsets, rows);
      }
      case Struct -> struct(vector, rows);
      case Utf8, LargeUtf8, Utf8View, Binary, LargeBinary, BinaryView, FixedSizeBinary ->
          strings(vector, type, told, metadata, rows);
      default -> new NumberReader(vector, rows).read(type, told);
    };
  }

  private Column nulls(int rows) {
    limit.take((long) Long.BYTES * rows);
    if (rows > DatasonConfig.defaults().maxItems()) {
      throw new IllegalArgumentException(rows + " rows of nothing are too many");
    }
    ColumnBuilder builder = ColumnBuilder.of(Simple.MIXED);
    for (int i = 0; i < rows; i++) {
      builder.appendMissing();
    }
    return builder.build();
  }

  static Column withValidity(Column column, FieldVector vector, int rows) {
    long[] validity = VectorArrays.validity(vector, rows);
    return validity == null ? column : column.withValidity(validity);
  }

  // ---------------------------------------------------------------- values with parts

  /** Lists whose items begin anywhere, in order. */
  private Column list(FieldVector vector, FieldVector child, int[] offsets, int rows) {
    int first = offsets[0];
    int last = offsets[rows];
    Column items = read(child, last).slice(first, last);
    Column column = ColumnStorage.lists(items, VectorArrays.fromZero(offsets));
    return withValidity(column, vector, rows);
  }

  private Column struct(FieldVector vector, int rows) {
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (FieldVector child : vector.getChildrenFromFields()) {
      Column column = read(child, rows);
      fields.add(new Field(Names.of(child.getField()), column.type()));
      columns.add(column);
    }
    Column column = ColumnStorage.structs(Schema.of(fields), columns, rows);
    return withValidity(column, vector, rows);
  }

  // ---------------------------------------------------------------- texts and bytes

  private Column strings(
      FieldVector vector, ArrowType type, FieldType told, Map<String, String> metadata, int rows) {
    if (type instanceof ArrowType.FixedSizeBinary fixed) {
      boolean uuid = ArrowFields.UUID.equals(metadata.get(ArrowFields.EXTENSION));
      if (uuid && fixed.getByteWidth() == ArrowFields.UUID_BYTES) {
        long[] halves =
            VectorArrays.longs(
                vector.getDataBuffer(), Math.multiplyExact(2, rows), ByteOrder.BIG_ENDIAN);
        return withValidity(Column.wrap(Simple.UUID, halves), vector, rows);
      }
    }
    ByteArrays strings = ByteArrays.of(vector, type, rows);
    boolean text =
        type instanceof ArrowType.Utf8
            || type instanceof ArrowType.LargeUtf8
            || type instanceof ArrowType.Utf8View;
    if (text && (told == Simple.MIXED || told instanceof FieldType.Decimal)
        || !text && told == Simple.TEXT) {
      return parsed(strings, told, vector, rows);
    }
    Column column =
        text
            ? ColumnStorage.texts(strings.bytes(), strings.offsets())
            : ColumnStorage.binaries(strings.bytes(), strings.offsets());
    return withValidity(column, vector, rows);
  }

  /** Values that were written as texts. */
  private Column parsed(ByteArrays strings, FieldType type, FieldVector vector, int rows) {
    json = json == null ? Datason.create().with(c -> c.exactNumbers(true)) : json;
    ColumnBuilder builder = ColumnBuilder.of(type);
    for (int i = 0; i < rows; i++) {
      int from = strings.offsets()[i];
      int to = strings.offsets()[i + 1];
      if (vector.isNull(i)) {
        builder.appendMissing();
      } else if (type == Simple.MIXED) {
        builder.append(json.fromJson(Arrays.copyOfRange(strings.bytes(), from, to)));
      } else if (type == Simple.TEXT) {
        builder.append(TextBytes.decode(strings.bytes(), from, to));
      } else {
        String text = new String(strings.bytes(), from, to - from, StandardCharsets.UTF_8);
        builder.append(new BigDecimal(text));
      }
    }
    return builder.build();
  }

  // ---------------------------------------------------------------- dictionaries

  private Column encoded(
      FieldVector vector, int rows, DictionaryEncoding encoding, Map<String, String> metadata) {
    Dictionary dictionary = dictionaries == null ? null : dictionaries.lookup(encoding.getId());
    if (dictionary == null) {
      throw new IllegalArgumentException("there is no dictionary " + encoding.getId());
    }
    FieldVector values = dictionary.getVector();
    Column categories = values(values, values.getValueCount(), metadata);
    int[] codes = NumberReader.codes(vector, rows);
    long[] validity = VectorArrays.validity(vector, rows);
    return Categories.column(categories, encoding.isOrdered(), codes, validity);
  }
}
