package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.datason.Datason;
import org.datason.config.Optimisations;

/** Writes values, reads them back and compares them bit by bit. */
final class RoundTrip {

  static final Datason DATASON = Datason.create();
  static final Datason PLAIN = DATASON.with(c -> c.hints(false));
  static final Datason EXACT = DATASON.with(c -> c.exactNumbers(true));
  private static final Datason SORTED = DATASON.with(c -> c.sortKeys(true).indent(2));

  private RoundTrip() {}

  /** Checks a value whose class a hint keeps: alone, nested, sorted, from a stream and typed. */
  static void check(Object value) {
    checkHinted(DATASON, value);
    Object typed = DATASON.fromJson(DATASON.toJson(value), value.getClass());
    assertTrue(same(value, typed), () -> "typed: " + typed + " for " + value);
    checkPlain(value);
  }

  /** Checks a value under settings that keep its class. */
  static void checkHinted(Datason datason, Object value) {
    String json = datason.toJson(value);
    check(value, datason.fromJson(json), json);
    for (Datason off : Optimisations.without(datason)) {
      assertEquals(json, off.toJson(value));
      check(value, off.fromJson(json), json);
    }
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    check(value, datason.reader(new ByteArrayInputStream(utf8)).readValue(), json);

    Map<String, Object> map = new LinkedHashMap<>();
    map.put("value", value);
    map.put("list", new ArrayList<>(Arrays.asList(1, value, null, value)));
    json = datason.toJson(map);
    check(map, datason.fromJson(json), json);
    json = datason.with(c -> c.sortKeys(true).indent(2)).toJson(value);
    check(value, datason.fromJson(json), json);
  }

  /** Checks the form without hints, whose type the reader has to know. */
  static void checkPlain(Object value) {
    String json = PLAIN.toJson(value);
    check(value, PLAIN.fromJson(json, value.getClass()), json);
    json = SORTED.with(c -> c.hints(false)).toJson(value);
    check(value, PLAIN.fromJson(json, value.getClass()), json);
  }

  private static void check(Object value, Object back, String json) {
    assertTrue(same(value, back), () -> value + " came back as " + back + " from " + json);
  }

  /** Whether two values have the same class and the same bits. */
  static boolean same(Object a, Object b) {
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return same(new ArrayList<>(x.keySet()), new ArrayList<>(y.keySet()))
          && same(new ArrayList<>(x.values()), new ArrayList<>(y.values()));
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      boolean same = x.size() == y.size();
      for (int i = 0; same && i < x.size(); i++) {
        same = same(x.get(i), y.get(i));
      }
      return same;
    }
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof ByteBuffer || a instanceof java.nio.file.Path) {
      return a.equals(b);
    }
    return a.getClass() == b.getClass() && Objects.deepEquals(bits(a), bits(b));
  }

  /** What two values that are the same have in common, for equals to compare. */
  private static Object bits(Object value) {
    if (value instanceof Double d) {
      return Double.doubleToRawLongBits(d);
    }
    if (value instanceof Float f) {
      return Float.floatToRawIntBits(f);
    }
    if (value instanceof Complex c) {
      return List.of(bits(c.re()), bits(c.im()));
    }
    if (value instanceof double[] array) {
      return Arrays.stream(array).mapToLong(Double::doubleToRawLongBits).toArray();
    }
    if (value instanceof float[] array) {
      int[] bits = new int[array.length];
      Arrays.setAll(bits, i -> Float.floatToRawIntBits(array[i]));
      return bits;
    }
    if (value instanceof Pattern p) {
      return List.of(p.pattern(), p.flags());
    }
    return value instanceof URL url ? url.toExternalForm() : value;
  }
}
