package org.datason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

class PrimitiveTargetTest {

  private final Datason datason = Datason.create();

  @Test
  void documentsAreReadAsPrimitives() {
    assertEquals(5, datason.fromJson("5", int.class));
    assertEquals(5L, datason.fromJson("5", long.class));
    assertEquals(0.5, datason.fromJson("0.5", double.class));
    assertEquals(true, datason.fromJson("true", boolean.class));
    assertEquals(
        (short) 5,
        datason.fromJson(datason.with(c -> c.exactNumbers(true)).toJson((short) 5), short.class));
  }

  @Test
  void nullIsNoPrimitive() {
    assertEquals(
        "Expected an int but found null at $ (line 1, column 1, offset 0)",
        assertThrows(MismatchException.class, () -> datason.fromJson("null", int.class))
            .getMessage());
    assertNull(datason.fromJson("null", Integer.class));
  }
}
