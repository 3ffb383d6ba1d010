package org.datason.arrow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.frame.FieldType.Timestamp;

/**
 * The fields of Arrow that columns of a frame have. What Arrow has no type for is told by the
 * field's metadata. Each dictionary gets a number and a field for its categories; the metadata of
 * what they are stands in both. Not thread-safe.
 */
final class ArrowFields {

  /** The key of Arrow's own metadata for the name of an extension type. */
  static final String EXTENSION = "ARROW:extension:name";

  /** And for what the extension says beyond its name. */
  static final String EXTENSION_METADATA = "ARROW:extension:metadata";

  static final String UUID = "arrow.uuid";
  static final int UUID_BYTES = 16;

  /** The key of the type of a column, where Arrow's type does not tell it. */
  static final String TYPE = "datason:type";

  /** The name that Arrow's documentation gives to the items of a list. */
  static final String ITEM = "item";

  static final int DECIMAL128_DIGITS = 38;
  static final int DECIMAL256_DIGITS = 76;

  private final List<Field> categories = new ArrayList<>();

  /** The fields of all dictionaries so far, by their numbers. */
  List<Field> categories() {
    return categories;
  }

  /** The field of a column; of its values only those that decide the layout are looked at. */
  Field of(String name, Column column) {
    Map<String, String> metadata = new LinkedHashMap<>();
    DictionaryEncoding encoding = null;
    ArrowType type;
    List<Field> children = new ArrayList<>();
    if (column.type() instanceof org.datason.frame.FieldType.Dictionary dictionary) {
      ArrowType.Int codes = new ArrowType.Int(32, true);
      encoding = new DictionaryEncoding(categories.size(), dictionary.ordered(), codes);
      type = codes;
      ArrowType values = storage(column.categories(), metadata);
      categories.add(new Field("", new FieldType(true, values, null, Map.copyOf(metadata)), null));
    } else if (column.type() instanceof ListOf) {
      type = ArrowType.List.INSTANCE;
      children.add(of(ITEM, column.storage().items()));
    } else if (column.type() instanceof Struct struct) {
      type = ArrowType.Struct.INSTANCE;
      List<Column> fields = column.storage().fields();
      for (int i = 0; i < fields.size(); i++) {
        children.add(of(struct.schema().field(i).name(), fields.get(i)));
      }
    } else {
      type = storage(column, metadata);
    }
    String plain = Names.ofField(name, metadata);
    FieldType fieldType = new FieldType(true, type, encoding, metadata.isEmpty() ? null : metadata);
    return new Field(plain, fieldType, children);
  }

  /** The type of values without parts. */
  private static ArrowType storage(Column column, Map<String, String> metadata) {
    if (column.type() instanceof Decimal decimal) {
      return decimal(decimal, metadata);
    }
    if (column.type() instanceof Timestamp timestamp) {
      return timestamp(timestamp, metadata);
    }
    return switch ((Simple) column.type()) {
      case BOOLEAN -> ArrowType.Bool.INSTANCE;
      case INT8 -> new ArrowType.Int(8, true);
      case INT16 -> new ArrowType.Int(16, true);
      case INT32 -> new ArrowType.Int(32, true);
      case INT64 -> new ArrowType.Int(64, true);
      case UINT8 -> new ArrowType.Int(8, false);
      case UINT16 -> new ArrowType.Int(16, false);
      case UINT32 -> new ArrowType.Int(32, false);
      case FLOAT16 -> new ArrowType.FloatingPoint(FloatingPointPrecision.HALF);
      case FLOAT32 -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case FLOAT64 -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case TEXT -> {
        if (!LoneSurrogates.areIn(column)) {
          yield ArrowType.Utf8.INSTANCE;
        }
        metadata.put(TYPE, Simple.TEXT.toString());
        yield ArrowType.Binary.INSTANCE;
      }
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case TIME -> new ArrowType.Time(TimeUnit.NANOSECOND, 64);
      case DURATION -> new ArrowType.Duration(TimeUnit.NANOSECOND);
      case UUID -> {
        metadata.put(EXTENSION, UUID);
        metadata.put(EXTENSION_METADATA, "");
        yield new ArrowType.FixedSizeBinary(UUID_BYTES);
      }
      case BINARY -> ArrowType.Binary.INSTANCE;
      case MIXED -> {
        metadata.put(EXTENSION, "arrow.json");
        metadata.put(EXTENSION_METADATA, "");
        metadata.put(TYPE, Simple.MIXED.toString());
        yield ArrowType.Utf8.INSTANCE;
      }
    };
  }

  private static ArrowType decimal(Decimal type, Map<String, String> metadata) {
    if (type.precision() > DECIMAL256_DIGITS) {
      metadata.put(TYPE, type.toString());
      return ArrowType.Utf8.INSTANCE;
    }
    int bits = type.precision() > DECIMAL128_DIGITS ? 256 : 128;
    return new ArrowType.Decimal(type.precision(), type.scale(), bits);
  }

  private static ArrowType timestamp(Timestamp type, Map<String, String> metadata) {
    TimeUnit unit =
        switch (type.unit()) {
          case S -> TimeUnit.SECOND;
          case MS -> TimeUnit.MILLISECOND;
          case US -> TimeUnit.MICROSECOND;
          case NS -> TimeUnit.NANOSECOND;
        };
    String zone = type.zone();
    if (zone != null && !isKnownElsewhere(zone)) {
      metadata.put(TYPE, type.toString());
      zone = "UTC"; // which the numbers count in
    }
    return new ArrowType.Timestamp(unit, zone);
  }

  /**
   * Whether a zone is one of the two kinds that Arrow has: a name of the tz database, or +HH:MM.
   */
  private static boolean isKnownElsewhere(String zone) {
    return zone.equals("UTC") // which nearly all have, and the rest takes time
        || zone.matches("[+-]\\d\\d:\\d\\d")
        || zone.matches("[A-Za-z_/+0-9-]+")
            && !zone.matches("(?:[+-].*|(?:UTC|GMT|UT)[+-].*|Z|SystemV/.*)")
            && ZoneId.getAvailableZoneIds().contains(zone);
  }
}
