package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Timestamp;
import org.datason.frame.FieldType.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "int8",
        "uint32",
        "float16",
        "text",
        "mixed",
        "decimal(10, 2)",
        "decimal(5, -3)",
        "timestamp[s]",
        "timestamp[ns, Europe/Berlin]"
      })
  void isNamedAsItIsShown(String name) {
    assertEquals(name, FieldType.named(name).toString());
  }

  @Test
  void showsItsParts() {
    Schema schema = Schema.of(new Field("a", Simple.INT8));
    assertEquals("list<struct<a: int8>>", list(new FieldType.Struct(schema)).toString());
    assertEquals("dictionary<text>", new FieldType.Dictionary(Simple.TEXT, false).toString());
    assertEquals(
        "dictionary<int64, ordered>", new FieldType.Dictionary(Simple.INT64, true).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "int128", "INT8", "decimal(10)", "timestamp[m]", "list<int64>"})
  void otherNamesAreRefused(String name) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FieldType.named(name));
    assertEquals("'" + name + "' is not the name of a type", e.getMessage());
  }

  @Test
  void decimal_withoutDigits() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new FieldType.Decimal(0, 0));
    assertEquals("precision must be at least 1, not 0", e.getMessage());
  }

  @Test
  void schema_twoFieldsOfOneName() {
    Field field = new Field("a", Simple.TEXT);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Schema.of(field, field));
    assertEquals("There are two fields named 'a'", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int8 | int64 | int64",
        "uint8 | int8 | int16",
        "uint8 | uint16 | uint16",
        "uint32 | int8 | int64",
        "uint16 | int32 | int32",
        "float16 | float32 | float32",
        "int64 | float64 | float64",
        "int64 | float32 | float64",
        "decimal(5, 2) | decimal(4, 3) | decimal(6, 3)",
        "int64 | decimal(5, 2) | decimal(21, 2)",
        "float64 | decimal(5, 2) | mixed",
        "boolean | int64 | mixed",
        "text | int64 | mixed",
        "date | timestamp[s] | mixed",
        "timestamp[s] | timestamp[us] | timestamp[us]",
        "timestamp[s] | timestamp[s, UTC] | mixed",
        "decimal(900, 0) | decimal(900, 900) | mixed",
        "text | text | text"
      })
  void widensToWhatHoldsBoth(String a, String b, String both) {
    FieldType x = FieldType.named(a);
    FieldType y = FieldType.named(b);
    assertEquals(FieldType.named(both), Widening.join(x, y));
    assertEquals(FieldType.named(both), Widening.join(y, x));
    assertEquals(list(FieldType.named(both)), Widening.join(list(x), list(y)));
  }

  @Test
  void timestampsCountInTheirUnit() {
    assertEquals(1_000_000, new Timestamp(Unit.US, null).unit().inSecond());
    assertThrows(java.time.DateTimeException.class, () -> new Timestamp(Unit.US, "Nowhere"));
  }

  private static FieldType list(FieldType items) {
    return new FieldType.ListOf(items);
  }
}
