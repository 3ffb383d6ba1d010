package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.FixedSizeBinaryVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.IntervalDayVector;
import org.apache.arrow.vector.LargeVarBinaryVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.NullVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ViewVarBinaryVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.impl.UnionMapWriter;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider.MapDictionaryProvider;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.junit.jupiter.api.Test;

/** Vectors as other programs make them. */
class ForeignVectorsTest {

  /** The column of a vector that is made and closed. */
  private static <V extends FieldVector> Column read(Function<BufferAllocator, V> maker) {
    return read(maker, null);
  }

  private static <V extends FieldVector> Column read(
      Function<BufferAllocator, V> maker, Function<BufferAllocator, Dictionary> dictionary) {
    try (BufferAllocator allocator = ArrowMemory.newAllocator()) {
      MapDictionaryProvider provider = new MapDictionaryProvider();
      if (dictionary != null) {
        provider.put(dictionary.apply(allocator));
      }
      try (VectorSchemaRoot root = VectorSchemaRoot.of(maker.apply(allocator))) {
        return ArrowFrames.toFrame(root, provider).column(0);
      } finally {
        ArrowTable.close(provider);
      }
    }
  }

  private static <V extends FieldVector> void refused(
      String message, Function<BufferAllocator, V> maker) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> read(maker)).getMessage());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Object> values(Column column) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      values.add(column.get(i));
    }
    return values;
  }

  @Test
  void longsWithoutASignAreDecimals() {
    Column column =
        read(
            allocator -> {
              UInt8Vector vector = new UInt8Vector("u", allocator);
              vector.setSafe(0, -1L);
              vector.setNull(1);
              vector.setSafe(2, 5L);
              vector.setValueCount(3);
              return vector;
            });
    BigDecimal[] expected = {new BigDecimal("18446744073709551615"), null, new BigDecimal(5)};
    assertEquals(Column.of(new Decimal(20, 0), (Object[]) expected), column);
  }

  @Test
  void timesOfEachUnitCountNanoseconds() {
    Column times =
        read(
            allocator -> {
              TimeMilliVector vector = new TimeMilliVector("t", allocator);
              vector.setSafe(0, 1500);
              vector.setNull(1);
              vector.setValueCount(2);
              return vector;
            });
    assertEquals(
        Column.of(Simple.TIME, java.time.LocalTime.ofNanoOfDay(1_500_000_000L), null), times);
    Column durations = read(allocator -> duration(allocator, 2));
    assertEquals(Column.of(Simple.DURATION, java.time.Duration.ofSeconds(2)), durations);
    refused(
        "Column 'd': row 0 is longer than a frame's durations, 292 years",
        allocator -> duration(allocator, Long.MAX_VALUE / 10));
    refused(
        "Column 't': -1000000 is out of the range of time",
        allocator -> {
          TimeMilliVector vector = new TimeMilliVector("t", allocator);
          vector.setSafe(0, -1);
          vector.setValueCount(1);
          return vector;
        });
  }

  private static DurationVector duration(BufferAllocator allocator, long seconds) {
    FieldType type = FieldType.nullable(new ArrowType.Duration(TimeUnit.SECOND));
    DurationVector vector = new DurationVector("d", type, allocator);
    vector.allocateNew();
    vector.setSafe(0, seconds);
    vector.setValueCount(1);
    return vector;
  }

  @Test
  void datesInMillisecondsAreWholeDays() {
    assertEquals(
        Column.of(Simple.DATE, java.time.LocalDate.ofEpochDay(-2)),
        read(allocator -> date(allocator, -2 * 86_400_000L)));
    refused("Column 'd': row 0 is a date with a time of day", allocator -> date(allocator, 1));
  }

  private static DateMilliVector date(BufferAllocator allocator, long millis) {
    DateMilliVector vector = new DateMilliVector("d", allocator);
    vector.setSafe(0, millis);
    vector.setValueCount(1);
    return vector;
  }

  @Test
  void layoutsOfTextsAndBytesDoNotMatter() {
    Column expected = Column.of(Simple.TEXT, "a", null, "a text of more than twelve bytes");
    assertEquals(
        expected,
        read(
            allocator -> {
              LargeVarCharVector vector = new LargeVarCharVector("t", allocator);
              vector.setSafe(0, utf8("a"));
              vector.setSafe(2, utf8("a text of more than twelve bytes"));
              vector.setValueCount(3);
              return vector;
            }));
    assertEquals(
        expected,
        read(
            allocator -> {
              ViewVarCharVector vector = new ViewVarCharVector("t", allocator);
              vector.allocateNew();
              vector.setSafe(0, utf8("a"));
              vector.setNull(1);
              vector.setSafe(2, utf8("a text of more than twelve bytes"));
              vector.setValueCount(3);
              return vector;
            }));
    Column bytes = Column.of(Simple.BINARY, utf8("a"), utf8("bc"));
    assertEquals(
        bytes,
        read(
            allocator -> {
              LargeVarBinaryVector vector = new LargeVarBinaryVector("b", allocator);
              vector.setSafe(0, utf8("a"));
              vector.setSafe(1, utf8("bc"));
              vector.setValueCount(2);
              return vector;
            }));
    assertEquals(
        bytes,
        read(
            allocator -> {
              ViewVarBinaryVector vector = new ViewVarBinaryVector("b", allocator);
              vector.allocateNew();
              vector.setSafe(0, utf8("a"));
              vector.setSafe(1, utf8("bc"));
              vector.setValueCount(2);
              return vector;
            }));
    assertEquals(
        Column.of(Simple.BINARY, utf8("abc"), null),
        read(
            allocator -> {
              FixedSizeBinaryVector vector = new FixedSizeBinaryVector("b", allocator, 3);
              vector.setSafe(0, utf8("abc"));
              vector.setNull(1);
              vector.setValueCount(2);
              return vector;
            }));
  }

  @Test
  void textThatIsNoTextIsRefused() {
    refused(
        "Column 't': The text of row 0 is no UTF-8",
        allocator -> {
          VarCharVector vector = new VarCharVector("t", allocator);
          vector.setSafe(0, new byte[] {-1});
          vector.setValueCount(1);
          return vector;
        });
  }

  @Test
  void listsOfEachKindAreLists() {
    Column expected = Column.of(new ListOf(Simple.INT32), List.of(1, 2), null, List.of(3, 4));
    assertEquals(
        expected,
        read(
            allocator -> {
              FixedSizeListVector vector = FixedSizeListVector.empty("l", 2, allocator);
              vector.addOrGetVector(FieldType.nullable(new ArrowType.Int(32, true)));
              IntVector items = (IntVector) vector.getDataVector();
              for (int i : new int[] {0, 1, 4, 5}) {
                items.setSafe(i, i < 2 ? i + 1 : i - 1);
              }
              vector.setNotNull(0);
              vector.setNotNull(2);
              vector.setValueCount(3);
              return vector;
            }));
    assertEquals(
        expected,
        read(
            allocator -> {
              LargeListVector vector = LargeListVector.empty("l", allocator);
              var writer = vector.getWriter();
              for (int i = 0; i < 3; i++) {
                writer.setPosition(i);
                if (i == 1) {
                  writer.writeNull();
                  continue;
                }
                writer.startList();
                writer.writeInt(i + 1);
                writer.writeInt(i + 2);
                writer.endList();
              }
              writer.setValueCount(3);
              return vector;
            }));
  }

  @Test
  void aSliceOfListsIsReadFromItsOwnOffsets() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        ListVector vector = ListVector.empty("l", allocator)) {
      var writer = vector.getWriter();
      for (int i = 0; i < 4; i++) {
        writer.setPosition(i);
        writer.startList();
        writer.writeInt(i);
        writer.endList();
      }
      writer.setValueCount(4);
      try (VectorSchemaRoot root = VectorSchemaRoot.of(vector);
          VectorSchemaRoot part = root.slice(2, 2)) {
        assertEquals(
            List.of(List.of(2), List.of(3)), values(ArrowFrames.toFrame(part, null).column(0)));
      }
    }
  }

  @Test
  void mapsAreListsOfEntries() {
    Column column =
        read(
            allocator -> {
              MapVector vector = MapVector.empty("m", allocator, false);
              UnionMapWriter writer = vector.getWriter();
              writer.setPosition(0);
              writer.startMap();
              writer.startEntry();
              writer.key().integer().writeInt(1);
              writer.value().integer().writeInt(2);
              writer.endEntry();
              writer.endMap();
              writer.setValueCount(1);
              return vector;
            });
    assertEquals(List.of(List.of(Map.of("key", 1, "value", 2))), values(column));
  }

  @Test
  void nothingButNullIsMixed() {
    Column column = read(allocator -> new NullVector("n", 2));
    assertEquals(Column.of(Simple.MIXED, null, null), column);
  }

  @Test
  void uuidsAreKnownByTheirExtension() {
    UUID id = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    FieldType type =
        new FieldType(
            true,
            new ArrowType.FixedSizeBinary(16),
            null,
            Map.of("ARROW:extension:name", "arrow.uuid", "ARROW:extension:metadata", ""));
    Column column =
        read(
            allocator -> {
              FixedSizeBinaryVector vector = new FixedSizeBinaryVector("u", type, allocator);
              vector.allocateNew();
              vector.setSafe(
                  0,
                  java.nio.ByteBuffer.allocate(16)
                      .putLong(id.getMostSignificantBits())
                      .putLong(id.getLeastSignificantBits())
                      .array());
              vector.setValueCount(1);
              return vector;
            });
    assertEquals(Column.of(Simple.UUID, id), column);
  }

  @Test
  void typesThatAFrameHasNotAreRefused() {
    refused(
        "Column 'i': a frame has no type for Arrow's Interval(DAY_TIME)",
        allocator -> {
          IntervalDayVector vector = new IntervalDayVector("i", allocator);
          vector.setSafe(0, 1, 1);
          vector.setValueCount(1);
          return vector;
        });
    refused(
        "Column 't': Java knows no time zone 'Mars/Olympus'",
        allocator -> {
          FieldType type =
              FieldType.nullable(new ArrowType.Timestamp(TimeUnit.SECOND, "Mars/Olympus"));
          TimeStampVector vector =
              (TimeStampVector) type.createNewSingleVector("t", allocator, null);
          vector.setSafe(0, 1);
          vector.setValueCount(1);
          return vector;
        });
  }

  @Test
  void columnsOfOneNameAreRefused() {
    try (BufferAllocator allocator = ArrowMemory.newAllocator();
        VectorSchemaRoot root =
            VectorSchemaRoot.of(new BitVector("b", allocator), new BitVector("b", allocator))) {
      assertEquals(
          "There are two fields named 'b'",
          assertThrows(IllegalArgumentException.class, () -> ArrowFrames.toFrame(root, null))
              .getMessage());
    }
  }

  // ---------------------------------------------------------------- dictionaries

  private static Dictionary texts(BufferAllocator allocator, String... values) {
    VarCharVector vector = new VarCharVector("c", allocator);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        vector.setSafe(i, utf8(values[i]));
      }
    }
    vector.setValueCount(values.length);
    return new Dictionary(vector, new DictionaryEncoding(7, true, null));
  }

  private static FieldType coded(int bits, boolean signed) {
    ArrowType.Int type = new ArrowType.Int(bits, signed);
    return new FieldType(true, type, new DictionaryEncoding(7, true, type), null);
  }

  @Test
  void codesOfAnyWidthAreRead() {
    Column expected = Column.dictionary(Column.of(Simple.TEXT, "x", "y"), true, "y", null, "x");
    assertEquals(
        expected,
        read(
            allocator -> {
              TinyIntVector vector = new TinyIntVector("d", coded(8, true), allocator);
              vector.setSafe(0, 1);
              vector.setNull(1);
              vector.setSafe(2, 0);
              vector.setValueCount(3);
              return vector;
            },
            allocator -> texts(allocator, "x", "y")));
    assertEquals(
        expected,
        read(
            allocator -> {
              UInt2Vector vector = new UInt2Vector("d", coded(16, false), allocator);
              vector.setSafe(0, 1);
              vector.setNull(1);
              vector.setSafe(2, 0);
              vector.setValueCount(3);
              return vector;
            },
            allocator -> texts(allocator, "x", "y")));
  }

  private static IntVector codes(BufferAllocator allocator, int... codes) {
    IntVector vector = new IntVector("d", coded(32, true), allocator);
    for (int i = 0; i < codes.length; i++) {
      vector.setSafe(i, codes[i]);
    }
    vector.setValueCount(codes.length);
    return vector;
  }

  @Test
  void repeatedAndMissingCategoriesAreTakenOut() {
    Column column =
        read(
            allocator -> codes(allocator, 0, 1, 2, 3),
            allocator -> texts(allocator, "x", null, "x", "y"));
    assertEquals(
        Column.dictionary(Column.of(Simple.TEXT, "x", "y"), true, "x", null, "x", "y"), column);
  }

  @Test
  void categoriesThatAFrameCannotHaveBecomeValues() {
    Column column =
        read(
            allocator -> codes(allocator, 1, 0),
            allocator -> {
              Float8Vector vector = new Float8Vector("c", allocator);
              vector.setSafe(0, Double.NaN);
              vector.setSafe(1, 0.5);
              vector.setValueCount(2);
              return new Dictionary(vector, new DictionaryEncoding(7, true, null));
            });
    assertEquals(Column.wrap(new double[] {0.5, Double.NaN}), column);
  }

  @Test
  void wrongCodesAndAbsentDictionariesAreRefused() {
    assertEquals(
        "Column 'd': row 1 has the code 2 of 2 categories",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    read(
                        allocator -> codes(allocator, 0, 2),
                        allocator -> texts(allocator, "x", "y")))
            .getMessage());
    refused("Column 'd': there is no dictionary 7", allocator -> codes(allocator, 0));
  }
}
