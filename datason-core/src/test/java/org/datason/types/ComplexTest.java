package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ComplexTest {

  @Test
  void textShowsBothParts() {
    assertEquals("1.0+2.0i", new Complex(1, 2).toString());
    assertEquals("1.0-2.0i", new Complex(1, -2).toString());
    assertEquals("-0.0-0.0i", new Complex(-0.0, -0.0).toString());
    assertEquals("0.0+NaNi", new Complex(0, Double.NaN).toString());
  }
}
