package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.junit.jupiter.api.Test;

/**
 * Texts that stand for numbers are limited as numbers are: long ones cost more than their length.
 */
class HostileNumbersTest {

  private static final String LONG = "9".repeat(1_001);

  private final Datason datason = Datason.create();

  @Test
  void hintedTextsAreLimited() {
    for (String hint : new String[] {"decimal.Decimal", "java.math.BigInteger"}) {
      String json =
          "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":\"" + LONG + "\"}";
      assertEquals(
          "A number is longer than maxNumberLength = 1000; raise it if this is meant at"
              + " $.__datason_value__ (line 1, column "
              + (json.indexOf("\"9") + 1)
              + ", offset "
              + json.indexOf("\"9")
              + ")",
          assertThrows(LimitException.class, () -> datason.fromJson(json)).getMessage());
      Object value = datason.with(c -> c.maxNumberLength(2_000)).fromJson(json);
      assertEquals(LONG, value.toString());
    }
  }

  @Test
  void declaredTextsAndKeysAreLimited() {
    String text = '"' + LONG + '"';
    for (Class<?> type : new Class<?>[] {BigDecimal.class, BigInteger.class, int.class}) {
      assertThrows(DatasonException.class, () -> datason.fromJson(text, type));
    }
    assertThrows(
        MismatchException.class,
        () -> datason.fromJson("{" + text + ":1}", new TypeRef<Map<BigInteger, Integer>>() {}));
  }

  @Test
  void dataOfUnknownTypesCanBeNestedDeep() {
    String json = "\"x\"";
    for (int i = 0; i < 400; i++) {
      json = "{\"__datason_type__\":\"my.Node\",\"__datason_value__\":" + json + "}";
    }
    assertEquals(json, datason.toJson(datason.fromJson(json)));
    String late =
        "{\"__datason_type__\":\"my.Node\",\"__datason_value__\":[1],\"more\":2,"
            + "\"__datason_java__\":\"x\"}";
    assertEquals(late, datason.toJson(datason.fromJson(late)));
  }
}
