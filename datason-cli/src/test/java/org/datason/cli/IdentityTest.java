package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityTest {

  private record Pair(double[] left, Object right) {}

  @Test
  void equalToTheLastBit() {
    assertTrue(Identity.same(null, null));
    assertFalse(Identity.same(null, 1));
    assertTrue(Identity.same(Double.NaN, Double.NaN));
    assertFalse(Identity.same(0.0, -0.0));
    assertFalse(Identity.same(1, 1L));
    assertFalse(Identity.same(1.0f, 1.0));
    assertFalse(Identity.same(new BigDecimal("1.0"), new BigDecimal("1.00")));
    assertTrue(Identity.same(new BigDecimal("1.0"), new BigDecimal("1.0")));
  }

  @Test
  void downToTheItems() {
    assertTrue(Identity.same(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2, 3}}));
    assertFalse(Identity.same(new int[][] {{1}, {2, 3}}, new int[][] {{1}, {2, 4}}));
    assertFalse(Identity.same(new int[] {1}, new long[] {1}));
    assertTrue(Identity.same(List.of(1, 2), Arrays.asList(1, 2)));
    assertFalse(Identity.same(List.of(1, 2), List.of(1)));
    assertFalse(Identity.same(List.of(1), List.of(1, 2)));
    assertTrue(Identity.same(new Pair(new double[] {1}, "x"), new Pair(new double[] {1}, "x")));
    assertFalse(
        Identity.same(new Pair(new double[] {0.0}, "x"), new Pair(new double[] {-0.0}, "x")));
  }

  @Test
  void theOrderOfAMapCounts() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", 2);
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", 2);
    other.put("a", 1);
    assertFalse(Identity.same(one, other));
    assertTrue(Identity.same(one, new LinkedHashMap<>(one)));
  }
}
