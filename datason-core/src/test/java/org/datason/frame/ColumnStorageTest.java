package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Simple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The memory of columns, taken out and put in. */
class ColumnStorageTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(String message, Executable made) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, made).getMessage());
  }

  @Property(tries = 300)
  void partsOfAnyColumnMakeItAgain(@ForAll long seed) {
    Frames frames = new Frames(seed);
    for (Column column : frames.frame().columns()) {
      assertEquals(column, again(column));
    }
  }

  /** The column made of its parts, where it is made of numbers, texts, bytes, lists or structs. */
  private static Column again(Column column) {
    ColumnStorage storage = column.storage();
    Column again;
    if (column.type() == Simple.TEXT || column.type() == Simple.BINARY) {
      int[] offsets = storage.offsets();
      byte[] bytes = new byte[offsets[offsets.length - 1]];
      storage.copyBytes(ByteBuffer.wrap(bytes));
      if (column.type() == Simple.TEXT
          && new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD")) {
        assertThrows(IllegalArgumentException.class, () -> ColumnStorage.texts(bytes, offsets));
        return column;
      }
      again =
          column.type() == Simple.TEXT
              ? ColumnStorage.texts(bytes, offsets)
              : ColumnStorage.binaries(bytes, offsets);
    } else if (column.type() instanceof FieldType.ListOf) {
      again = ColumnStorage.lists(again(storage.items()), storage.offsets());
    } else if (column.type() instanceof FieldType.Struct struct) {
      List<Column> fields = storage.fields().stream().map(ColumnStorageTest::again).toList();
      again = ColumnStorage.structs(struct.schema(), fields, column.size());
    } else if (column.type() == Simple.INT64 || column.type() == Simple.UUID) {
      long[] longs = new long[column.size() * (column.type() == Simple.UUID ? 2 : 1)];
      ByteBuffer buffer = ByteBuffer.allocate(longs.length * 8);
      storage.copyValues(buffer);
      assertEquals(buffer.limit(), buffer.position());
      buffer.flip().asLongBuffer().get(longs);
      again = Column.wrap(column.type(), longs);
    } else {
      return column;
    }
    long[] validity = storage.validity();
    return validity == null ? again : again.withValidity(validity);
  }

  @Test
  void valuesAreCopiedInTheWidthAndOrderAskedFor() {
    Column column = Column.of(Simple.INT16, (short) 1, null, (short) -2);
    ByteBuffer little = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    column.storage().copyValues(little);
    assertEquals(6, little.position());
    assertEquals(1, little.get(0));
    assertEquals(-2, little.getShort(4));
    ByteBuffer big = ByteBuffer.allocate(2);
    column.slice(2, 3).storage().copyValues(big);
    assertArrayEquals(new byte[] {-1, -2}, big.array());
    assertThrows(
        BufferOverflowException.class, () -> column.storage().copyValues(ByteBuffer.allocate(5)));
  }

  @Test
  void booleansAreBits() {
    Boolean[] values = {true, false, true, true, false, false, false, false, true};
    ByteBuffer bits = ByteBuffer.allocate(2);
    Column.of(Simple.BOOLEAN, (Object[]) values).storage().copyValues(bits);
    assertArrayEquals(new byte[] {0b1101, 1}, bits.array());
  }

  @Test
  void validityIsThatOfTheRowsAlone() {
    ColumnBuilder builder = ColumnBuilder.of(Simple.INT32);
    for (int i = 0; i < 200; i++) {
      builder.append(i % 3 == 0 ? null : i);
    }
    Column column = builder.build();
    for (int from : new int[] {0, 1, 63, 64, 65, 130}) {
      Column part = column.slice(from, 199);
      assertEquals(part, again(part, part.storage().validity()));
    }
    assertNull(column.slice(1, 3).storage().validity());
  }

  private static Column again(Column column, long[] validity) {
    int[] values = new int[column.size()];
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    column.storage().copyValues(buffer);
    buffer.flip().asIntBuffer().get(values);
    return Column.wrap(Simple.INT32, values).withValidity(validity);
  }

  @Test
  void partsThatATypeHasNotAreRefused() {
    ColumnStorage numbers = Column.wrap(new double[] {0.5}).storage();
    ColumnStorage texts = Column.of(Simple.TEXT, "a").storage();
    for (Executable part :
        List.<Executable>of(
            numbers::offsets,
            numbers::items,
            numbers::fields,
            () -> numbers.copyBytes(ByteBuffer.allocate(8)),
            () -> texts.copyValues(ByteBuffer.allocate(8)))) {
      assertThrows(UnsupportedOperationException.class, part);
    }
  }

  @Test
  void decimalsAndTimesAreChecked() {
    Decimal type = new Decimal(3, 1);
    Column decimals = ColumnStorage.decimals(type, new long[] {999, -5});
    assertEquals(new BigDecimal("99.9"), decimals.get(0));
    ByteBuffer buffer = ByteBuffer.allocate(16);
    decimals.storage().copyValues(buffer);
    assertEquals(-5, buffer.getLong(8));
    refused(
        "1000 has more digits than decimal(3, 1)",
        () -> ColumnStorage.decimals(type, new long[] {1000}));
    refused(
        "Expected a type of up to 18 digits, not decimal(19, 0)",
        () -> ColumnStorage.decimals(new Decimal(19, 0), new long[] {1}));
    assertEquals(1, ColumnStorage.times(new long[] {1}).getLong(0));
    refused("-1 is out of the range of time", () -> ColumnStorage.times(new long[] {-1}));
  }

  @Test
  void dictionariesAreChecked() {
    Column categories = Column.of(Simple.TEXT, "a", "b");
    Column column =
        ColumnStorage.dictionary(categories, true, new int[] {1, -1, 0}, new long[] {0b101});
    assertEquals(Column.dictionary(categories, true, "b", null, "a"), column);
    ByteBuffer codes = ByteBuffer.allocate(4);
    column.slice(0, 1).storage().copyValues(codes);
    assertEquals(1, codes.getInt(0));
    refused(
        "Row 0 has the code 2 of 2 categories",
        () -> ColumnStorage.dictionary(categories, true, new int[] {2}, null));
    refused(
        "The category 'a' stands twice",
        () -> ColumnStorage.dictionary(Column.of(Simple.TEXT, "a", "a"), true, new int[0], null));
  }

  @Test
  void textsAreChecked() {
    byte[] bytes = utf8("a\u00e9\uD83D\uDE00");
    assertEquals(
        Column.of(Simple.TEXT, "a\u00e9", "", "\uD83D\uDE00"),
        ColumnStorage.texts(bytes, new int[] {0, 3, 3, 7}));
    refused(
        "The text of row 0 ends within a character",
        () -> ColumnStorage.texts(bytes, new int[] {0, 2, 7}));
    refused(
        "The text of row 1 is no UTF-8",
        () -> ColumnStorage.texts(new byte[] {'a', -1}, new int[] {0, 1, 2}));
    refused(
        "The text of row 0 is no UTF-8",
        () -> ColumnStorage.texts(new byte[] {-61}, new int[] {0, 1}));
    refused("Expected offsets from 0 on", () -> ColumnStorage.texts(bytes, new int[] {1, 7}));
    refused("Expected offsets from 0 on", () -> ColumnStorage.binaries(bytes, new int[0]));
    refused(
        "Expected offsets in order and up to 7, not 8 at 1",
        () -> ColumnStorage.binaries(bytes, new int[] {0, 8}));
    refused(
        "Expected offsets in order and up to 1, not 0 at 2",
        () -> ColumnStorage.lists(Column.of(Simple.TEXT, "a"), new int[] {0, 1, 0}));
    byte[] many = utf8("x".repeat(20_000) + "\u00e9".repeat(20_000));
    assertEquals(1, ColumnStorage.texts(many, new int[] {0, many.length}).size());
  }

  @Test
  void structsAreChecked() {
    Schema schema = Schema.of(new Field("id", Simple.UUID));
    Column ids = Column.wrap(Simple.UUID, new long[] {1, 2});
    Column structs = ColumnStorage.structs(schema, List.of(ids), 1);
    assertEquals(Map.of("id", new UUID(1, 2)), structs.get(0));
    refused(
        "Expected 2 rows of 'id: uuid', not 1 of uuid",
        () -> ColumnStorage.structs(schema, List.of(ids), 2));
    refused(
        "Expected 1 rows of 'id: uuid', not 1 of text",
        () -> ColumnStorage.structs(schema, List.of(Column.of(Simple.TEXT, "a")), 1));
  }
}
