package org.datason.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that a setting can have, and their texts. */
abstract class SettingKind {

  /** true or false. */
  static final SettingKind SWITCH =
      new SettingKind() {
        @Override
        Object parse(String text) {
          if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return text.equalsIgnoreCase("true");
          }
          throw new IllegalArgumentException("must be true or false, not '" + text + "'");
        }
      };

  /** A {@link DateForm}. */
  static final SettingKind DATE_FORM =
      new SettingKind() {
        @Override
        Object parse(String text) {
          return DateForm.of(text);
        }
      };

  /** An int in a range. */
  static SettingKind ints(int min, int max) {
    return new SettingKind() {
      @Override
      Object parse(String text) {
        return ((Number) inRange(number(text), min, max)).intValue();
      }

      @Override
      Object check(Object value) {
        return inRange(value, min, max);
      }
    };
  }

  /** A long that is at least 1. */
  static final SettingKind SIZE =
      new SettingKind() {
        @Override
        Object parse(String text) {
          return number(text);
        }

        @Override
        Object check(Object value) {
          return inRange(value, 1, Long.MAX_VALUE);
        }
      };

  /** A constant of an enum, written in lower case with hyphens. */
  static <E extends Enum<E>> SettingKind constants(Class<E> type) {
    return new SettingKind() {
      @Override
      Object parse(String text) {
        for (E constant : type.getEnumConstants()) {
          if (text(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
            return constant;
          }
        }
        throw new IllegalArgumentException(
            "must be one of "
                + Arrays.stream(type.getEnumConstants())
                    .map(SettingKind::text)
                    .collect(Collectors.joining(", "))
                + ", not '"
                + text
                + "'");
      }
    };
  }

  /**
   * A set of constants of an enum, written with commas between them; {@code none} and {@code all}.
   */
  static <E extends Enum<E>> SettingKind sets(Class<E> type) {
    SettingKind constants = constants(type);
    return new SettingKind() {
      @Override
      Object parse(String text) {
        EnumSet<E> set = EnumSet.noneOf(type);
        if (text.equalsIgnoreCase("all")) {
          set = EnumSet.allOf(type);
        } else if (!text.equalsIgnoreCase("none")) {
          for (String constant : text.split(",")) {
            set.add(type.cast(constants.parse(constant.strip())));
          }
        }
        return set(set);
      }

      @Override
      Object check(Object value) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (Object constant : (Set<?>) value) {
          set.add(type.cast(constant));
        }
        return set(set);
      }
    };
  }

  /** A set that stays as it is and keeps the order of the constants. */
  static <E extends Enum<E>> Set<E> set(EnumSet<E> constants) {
    return Collections.unmodifiableSet(constants);
  }

  /** The value of a text; not yet checked. */
  abstract Object parse(String text);

  /** The value, if it is in range. */
  Object check(Object value) {
    return value;
  }

  /** The text of a value, as {@link #parse} reads it. */
  static String text(Object value) {
    if (value instanceof Set<?> set) {
      return set.isEmpty()
          ? "none"
          : set.stream().map(SettingKind::text).collect(Collectors.joining(","));
    }
    return value instanceof Enum<?> constant
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  private static Long number(String text) {
    try {
      return Long.valueOf(text.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number, not '" + text + "'", e);
    }
  }

  private static Object inRange(Object value, long min, long max) {
    long n = ((Number) value).longValue();
    if (n < min || n > max) {
      throw new IllegalArgumentException(
          "must be "
              + (n < min && max >= Integer.MAX_VALUE
                  ? "at least " + min
                  : "from " + min + " to " + max)
              + ", not "
              + n);
    }
    return value;
  }
}
