package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void hugeExponentsAreRefusedBeforeTheyAreWrittenOut() {
    for (String number : new String[] {"1e20", "1e10000000", "-1e600000000", "1e2147483647"}) {
      for (Class<?> type :
          new Class<?>[] {Instant.class, OffsetDateTime.class, Date.class, Duration.class}) {
        assertThrows(MismatchException.class, () -> datason.fromJson(number, type));
      }
      for (String hint : new String[] {"datetime", "timedelta"}) {
        String json =
            "{\"__datason_type__\":\"" + hint + "\",\"__datason_value__\":" + number + "}";
        assertThrows(MismatchException.class, () -> datason.fromJson(json));
      }
    }
    assertEquals(Instant.EPOCH, datason.fromJson("1e-2147483000", Instant.class));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -5, 0, 5, Integer.MAX_VALUE})
  void decimalsOfAnyScaleComeBackOrAreRefused(int scale) {
    for (BigInteger digits : List.of(BigInteger.ONE, BigInteger.valueOf(123_456))) {
      BigDecimal value = new BigDecimal(digits, scale);
      String json;
      try {
        json = datason.toJson(value);
      } catch (UnsupportedTypeException e) {
        assertEquals(
            "A decimal with the exponent "
                + (value.precision() - 1L - scale)
                + " has no text that reads back as it is at $",
            e.getMessage());
        continue;
      }
      assertEquals(value, datason.fromJson(json));
    }
  }

  @Test
  void reasonsAreShort() {
    String text = "(".repeat(100_000);
    String message =
        assertThrows(
                MismatchException.class, () -> datason.fromJson('"' + text + '"', Pattern.class))
            .getMessage();
    assertTrue(message.length() < 400 && message.lines().count() == 1, message);
  }

  @Test
  void enumsOfTheJdkComeBack() {
    List<Object> values = List.of(DayOfWeek.MONDAY, Month.MAY, TimeUnit.DAYS, RoundingMode.UP);
    assertEquals(values, datason.fromJson(datason.toJson(values)));
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
