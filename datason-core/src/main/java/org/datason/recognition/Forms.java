package org.datason.recognition;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.datason.types.Texts;

/**
 * The forms of text that the built-in recognisers know, each tested and parsed by a function that
 * gives null for all other text. They look at a character or two before they parse, so that of the
 * several kinds of dates and times one parses a text, not each.
 */
final class Forms {

  static final String DIGITS = "0123456789";
  static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final Pattern DURATION =
      Pattern.compile(
          "-?P(?=[-+0-9T])(?:[-+]?[0-9]+D)?"
              + "(?:T(?=[-+0-9])(?:[-+]?[0-9]+H)?(?:[-+]?[0-9]+M)?"
              + "(?:[-+]?[0-9]+(?:[.,][0-9]{1,9})?S)?)?");

  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][-+]?[0-9]+)?");

  private static final Pattern URI_START =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://|file:/|urn:|mailto:");

  private Forms() {}

  // ---------------------------------------------------------------- dates and times

  static LocalDate date(String text) {
    return text.charAt(4) == '-' ? Texts.date(text) : null;
  }

  static LocalDateTime dateTime(String text) {
    return text.charAt(10) == 'T' && !hasOffset(text, 16) ? Texts.dateTime(text) : null;
  }

  static OffsetDateTime offsetDateTime(String text) {
    return text.charAt(10) == 'T' && hasOffset(text, 16) ? Texts.offsetDateTime(text) : null;
  }

  static ZonedDateTime zonedDateTime(String text) {
    return text.charAt(10) == 'T' && last(text) == ']' ? Texts.zonedDateTime(text) : null;
  }

  static LocalTime time(String text) {
    return text.charAt(2) == ':' && !hasOffset(text, 5) ? Texts.time(text) : null;
  }

  static OffsetTime offsetTime(String text) {
    return text.charAt(2) == ':' && hasOffset(text, 5) ? Texts.offsetTime(text) : null;
  }

  /** Whether an offset follows a time whose minutes end at a place. */
  private static boolean hasOffset(String text, int minutesEnd) {
    if (last(text) == 'Z') {
      return true;
    }
    for (int i = text.length() - 1; i >= minutesEnd; i--) {
      char c = text.charAt(i);
      if (c == '+' || c == '-') {
        return true;
      }
    }
    return false;
  }

  private static char last(String text) {
    return text.charAt(text.length() - 1);
  }

  /** The pattern is that of {@link Duration#parse}, in capitals. */
  static Duration duration(String text) {
    if (text.charAt(0) == '-' && text.charAt(1) != 'P' || !DURATION.matcher(text).matches()) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null; // longer than any
    }
  }

  // ---------------------------------------------------------------- by choice

  static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      return value.signum() == 0 && text.charAt(0) == '-' ? null : value;
    } catch (NumberFormatException e) {
      return null; // an exponent beyond an int
    }
  }

  static URI uri(String text) {
    if (!URI_START.matcher(text).lookingAt()) {
      return null;
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static byte[] base64(String text) {
    if (!isBase64(text)) {
      return null;
    }
    try {
      byte[] value = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(value).equals(text) ? value : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a text has the length and the characters of base64. */
  private static boolean isBase64(String text) {
    int end = text.length();
    if (end % 4 != 0) {
      return false;
    }
    end -= text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '/' && c <= '9' || c == '+')) {
        return false;
      }
    }
    return true;
  }
}
