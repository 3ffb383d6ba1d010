package org.datason.types;

import java.net.URI;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.datason.json.TypeHandler;

/** Types whose own text says everything. */
final class TextTypes {

  private TextTypes() {}

  static TypeHandler<Character> character() {
    return new TextHandler<>(Character.class, "java.lang.Character") {
      @Override
      String text(Character value) {
        return value.toString();
      }

      @Override
      Character parse(String text) {
        if (text.length() != 1) {
          throw new IllegalArgumentException("it has " + text.length() + " characters");
        }
        return text.charAt(0);
      }
    };
  }

  static TypeHandler<char[]> chars() {
    return new TextHandler<>(char[].class, "char[]") {
      @Override
      String text(char[] value) {
        return new String(value);
      }

      @Override
      char[] parse(String text) {
        return text.toCharArray();
      }
    };
  }

  static TypeHandler<URI> uri() {
    return new TextHandler<>(URI.class, "java.net.URI") {
      @Override
      String text(URI value) {
        return value.toString();
      }

      @Override
      URI parse(String text) {
        return URI.create(text);
      }
    };
  }

  static TypeHandler<Currency> currency() {
    return new TextHandler<>(Currency.class, "java.util.Currency") {
      @Override
      String text(Currency value) {
        return value.getCurrencyCode();
      }

      @Override
      Currency parse(String text) {
        try {
          return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("it is no code of ISO 4217", e);
        }
      }
    };
  }

  static TypeHandler<ZoneOffset> zoneOffset() {
    return new TextHandler<>(ZoneOffset.class, "java.time.ZoneOffset") {
      @Override
      String text(ZoneOffset value) {
        return value.getId();
      }

      @Override
      ZoneOffset parse(String text) {
        return ZoneOffset.of(text);
      }
    };
  }

  static TypeHandler<ZoneId> zoneId() {
    return new TextHandler<>(ZoneId.class, "java.time.ZoneId") {
      @Override
      public boolean handles(Class<?> type) {
        return ZoneId.class.isAssignableFrom(type);
      }

      @Override
      String text(ZoneId value) {
        return value.getId();
      }

      @Override
      ZoneId parse(String text) {
        return ZoneId.of(text);
      }
    };
  }

  static TypeHandler<Period> period() {
    return new TextHandler<>(Period.class, "java.time.Period") {
      @Override
      String text(Period value) {
        return value.toString();
      }

      @Override
      Period parse(String text) {
        return Period.parse(text);
      }
    };
  }

  static TypeHandler<Year> year() {
    return new TextHandler<>(Year.class, "java.time.Year") {
      @Override
      String text(Year value) {
        return value.toString();
      }

      /** Year.parse refuses what Year.toString gives for years beyond 9999. */
      @Override
      Year parse(String text) {
        return Year.of(Integer.parseInt(text));
      }
    };
  }

  static TypeHandler<YearMonth> yearMonth() {
    return new TextHandler<>(YearMonth.class, "java.time.YearMonth") {
      @Override
      String text(YearMonth value) {
        return value.toString();
      }

      /** YearMonth.parse refuses what YearMonth.toString gives for years beyond 9999. */
      @Override
      YearMonth parse(String text) {
        int dash = text.lastIndexOf('-');
        return dash == text.length() - 3 && dash > 0
            ? YearMonth.of(
                Integer.parseInt(text.substring(0, dash)),
                Integer.parseInt(text.substring(dash + 1)))
            : YearMonth.parse(text);
      }
    };
  }

  static TypeHandler<MonthDay> monthDay() {
    return new TextHandler<>(MonthDay.class, "java.time.MonthDay") {
      @Override
      String text(MonthDay value) {
        return value.toString();
      }

      @Override
      MonthDay parse(String text) {
        return MonthDay.parse(text);
      }
    };
  }
}
