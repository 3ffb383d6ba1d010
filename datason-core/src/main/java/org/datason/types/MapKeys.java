package org.datason.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.datason.json.Envelope;

/**
 * The keys of a map whose declared type has a text that says all, so that the map can be a JSON
 * object: texts, enums, UUIDs, integers, booleans, characters, dates and times. Immutable.
 */
final class MapKeys {

  private static final Map<Class<?>, Function<String, Object>> PARSERS =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(UUID.class, UUID::fromString),
          Map.entry(Byte.class, Byte::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(Boolean.class, MapKeys::toBoolean),
          Map.entry(Character.class, MapKeys::toCharacter),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(LocalDate.class, LocalDate::parse),
          Map.entry(LocalTime.class, LocalTime::parse),
          Map.entry(LocalDateTime.class, LocalDateTime::parse),
          Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
          Map.entry(OffsetTime.class, OffsetTime::parse),
          Map.entry(MonthDay.class, MonthDay::parse));

  /** Those whose text says all but which are pairs where pairs are set. */
  private static final Map<Class<?>, Function<String, Object>> MORE_PARSERS =
      Map.ofEntries(
          Map.entry(BigInteger.class, BigInteger::new),
          Map.entry(BigDecimal.class, BigDecimal::new),
          Map.entry(Float.class, Float::valueOf),
          Map.entry(Double.class, Double::valueOf),
          Map.entry(Year.class, Year::parse),
          Map.entry(YearMonth.class, YearMonth::parse),
          Map.entry(ZonedDateTime.class, ZonedDateTime::parse));

  private final Class<?> type;
  private final Function<String, Object> parser;

  private MapKeys(Class<?> type, Function<String, Object> parser) {
    this.type = type;
    this.parser = parser;
  }

  /** The keys of a declared type; of Object, those that are texts; null if they have no text. */
  static MapKeys of(Class<?> type) {
    if (type.isEnum()) {
      Map<String, Object> constants = new HashMap<>();
      for (Object constant : type.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
      return new MapKeys(type, constants::get);
    }
    Class<?> texts = type == Object.class ? String.class : type;
    Function<String, Object> parser = PARSERS.get(texts);
    return parser == null ? null : new MapKeys(texts, parser);
  }

  /** The keys of a declared type where there are no pairs; null if they have no text. */
  static MapKeys ofText(Class<?> type) {
    Function<String, Object> parser = MORE_PARSERS.get(type);
    return parser == null ? of(type) : new MapKeys(type, parser);
  }

  /** Whether all keys of a map have a text, which is not the name of an envelope's member. */
  boolean areTexts(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!type.isInstance(key) || Envelope.TYPE.equals(text(key))) {
        return false;
      }
    }
    return true;
  }

  String text(Object key) {
    return key instanceof Enum<?> constant ? constant.name() : key.toString();
  }

  /**
   * The key of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  Object parse(String text) {
    Object key;
    try {
      key = parser.apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(refused(text), e);
    }
    if (key == null) {
      throw new IllegalArgumentException(refused(text));
    }
    return key;
  }

  private String refused(String text) {
    return "the key \"" + text + "\" is no " + type.getSimpleName();
  }

  private static Object toBoolean(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static Object toCharacter(String text) {
    return text.length() == 1 ? text.charAt(0) : null;
  }
}
