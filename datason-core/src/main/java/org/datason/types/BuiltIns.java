package org.datason.types;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.ZoneId;
import org.datason.json.TypeHandler;

/**
 * The built-in scalar types, by the name of their class and by their hints. No handler is made, and
 * no class of a type is touched, before its name is asked for.
 */
final class BuiltIns {

  /** What reads a hint that Java types share, where nothing says which of them it is. */
  private static final String ANY_DATETIME = "datetime";

  private static final String ANY_TIME = "time";
  private static final String ANY_DECIMAL = "decimal.Decimal";

  private static final String PANDAS_FRAME = "pandas.DataFrame";
  private static final String PANDAS_SERIES = "pandas.Series";
  private static final String POLARS_FRAME = "polars.DataFrame";
  private static final String POLARS_SERIES = "polars.Series";

  private BuiltIns() {}

  /** The name of the built-in type that a class belongs to, if it belongs to any. */
  static String nameOf(Class<?> c) {
    if (ZoneId.class.isAssignableFrom(c) && !c.getName().equals("java.time.ZoneOffset")) {
      return "java.time.ZoneId";
    }
    if (ByteBuffer.class.isAssignableFrom(c)) {
      return "java.nio.ByteBuffer";
    }
    return Path.class.isAssignableFrom(c) ? "java.nio.file.Path" : c.getTypeName();
  }

  /** A new handler of the built-in type of that name, or null if there is none. */
  static TypeHandler<?> create(String name) {
    return switch (name) {
      case "java.lang.String" -> new PlainTypes.OfString();
      case "java.lang.Boolean" -> new PlainTypes.OfBoolean();
      case "java.lang.Byte" -> new Integers.OfByte();
      case "java.lang.Short" -> new Integers.OfShort();
      case "java.lang.Integer" -> new Integers.OfInt();
      case "java.lang.Long" -> new Integers.OfLong();
      case "java.math.BigInteger" -> new Integers.OfBig();
      case "java.lang.Float" -> new Floats.OfFloat();
      case "java.lang.Double" -> new Floats.OfDouble();
      case "java.math.BigDecimal" -> new Decimals.OfBigDecimal();
      case ANY_DECIMAL -> new Decimals.OfAny();
      case "org.datason.types.Complex" -> new ComplexHandler();
      case "org.datason.types.Hinted" -> new HintedHandler();
      case "org.datason.frame.Frame" -> new FrameHandler(PANDAS_FRAME);
      case "org.datason.frame.Series" -> new SeriesHandler(PANDAS_SERIES);
      case POLARS_FRAME -> new FrameHandler(POLARS_FRAME);
      case POLARS_SERIES -> new SeriesHandler(POLARS_SERIES);
      case "java.lang.Character" -> TextTypes.character();
      case "java.util.UUID" -> new UuidHandler();
      case "java.nio.file.Path" -> new PathHandler();
      case "java.net.URI" -> TextTypes.uri();
      case "java.net.URL" -> new UrlHandler();
      case "java.util.Locale" -> new LocaleHandler();
      case "java.util.Currency" -> TextTypes.currency();
      case "java.util.regex.Pattern" -> new PatternHandler();
      default -> name.endsWith("[]") ? array(name) : timeOrBytes(name);
    };
  }

  private static TypeHandler<?> array(String name) {
    return switch (name) {
      case "byte[]" -> new ByteTypes.OfBytes();
      case "char[]" -> TextTypes.chars();
      case "boolean[]" -> new IntegerArrays.OfBooleans();
      case "short[]" -> new IntegerArrays.OfShorts();
      case "int[]" -> new IntegerArrays.OfInts();
      case "long[]" -> new IntegerArrays.OfLongs();
      case "float[]" -> new FloatArrays.OfFloats();
      case "double[]" -> new FloatArrays.OfDoubles();
      default -> null;
    };
  }

  private static TypeHandler<?> timeOrBytes(String name) {
    return switch (name) {
      case "java.nio.ByteBuffer" -> new ByteTypes.OfBuffer();
      case "java.util.BitSet" -> new ByteTypes.OfBits();
      case ANY_DATETIME -> new TimeHints.OfDateTime();
      case ANY_TIME -> new TimeHints.OfTime();
      case "java.time.Instant" -> new MomentHandler.OfInstant();
      case "java.time.LocalDateTime" -> new LocalTimes.OfDateTime();
      case "java.time.LocalDate" -> new LocalTimes.OfDate();
      case "java.time.LocalTime" -> new LocalTimes.OfTime();
      case "java.time.OffsetTime" -> new LocalTimes.OfOffsetTime();
      case "java.time.OffsetDateTime" -> new OffsetTimes.OfDateTime();
      case "java.time.ZonedDateTime" -> new OffsetTimes.OfZoned();
      case "java.time.Duration" -> new DurationHandler();
      case "java.time.Period" -> TextTypes.period();
      case "java.time.Year" -> TextTypes.year();
      case "java.time.YearMonth" -> TextTypes.yearMonth();
      case "java.time.MonthDay" -> TextTypes.monthDay();
      case "java.time.ZoneId" -> TextTypes.zoneId();
      case "java.time.ZoneOffset" -> TextTypes.zoneOffset();
      case "java.util.Date" -> new LegacyDates.OfDate();
      default -> name.startsWith("java.sql.") ? sql(name) : TensorTypes.create(name);
    };
  }

  private static TypeHandler<?> sql(String name) {
    try {
      return switch (name) {
        case "java.sql.Timestamp" -> new LegacyDates.OfTimestamp();
        case "java.sql.Date" -> new LegacyDates.OfSqlDate();
        case "java.sql.Time" -> new LegacyDates.OfSqlTime();
        default -> null;
      };
    } catch (NoClassDefFoundError e) {
      return null; // this Java runs without the module java.sql
    }
  }

  /**
   * The name of the built-in type that a hint stands for.
   *
   * @param java the Java type that the document names beside the hint, or null
   * @return a name for {@link #create}, which may not know it; null if the hint is of no such type
   */
  static String nameOfHint(String hint, String java) {
    return switch (hint) {
      case "datetime" -> java == null ? ANY_DATETIME : nameOfDateTime(java);
      case "numpy.integer" ->
          java == null ? hint : nameOfNumber(java, "Byte", "Short", "Integer", "Long");
      case "numpy.floating" -> java == null ? hint : nameOfNumber(java, "Float", "Double");
      case "numpy.bool_" -> java == null ? hint : nameOfNumber(java, "Boolean");
      case "numpy.ndarray" ->
          java != null && isPrimitiveArray(java) ? java : nameOfShape(hint, java);
      default -> java == null ? nameOfPlainHint(hint) : nameOfShape(hint, java);
    };
  }

  /**
   * The name of the neutral type, a table's or tensor's, that a hint stands for: what it is read as
   * where the library of the Java type beside it is not there.
   */
  private static String nameOfShape(String hint, String java) {
    boolean array = java != null && java.endsWith("[]"); // of items that are not known
    return isShape(hint) && !array ? nameOfPlainHint(hint) : null;
  }

  private static boolean isShape(String hint) {
    return isTable(hint) || isSeries(hint) || TensorTypes.isTensor(hint);
  }

  /** Whether a hint stands for tables. */
  static boolean isTable(String hint) {
    return hint.equals(PANDAS_FRAME) || hint.equals(POLARS_FRAME);
  }

  /** Whether a hint stands for single columns. */
  static boolean isSeries(String hint) {
    return hint.equals(PANDAS_SERIES) || hint.equals(POLARS_SERIES);
  }

  private static String nameOfPlainHint(String hint) {
    return switch (hint) {
      case "uuid.UUID" -> "java.util.UUID";
      case "date" -> "java.time.LocalDate";
      case "time" -> ANY_TIME;
      case "timedelta" -> "java.time.Duration";
      case "decimal.Decimal" -> ANY_DECIMAL;
      case "complex" -> "org.datason.types.Complex";
      case PANDAS_FRAME -> "org.datason.frame.Frame";
      case PANDAS_SERIES -> "org.datason.frame.Series";
      case "bytes" -> "byte[]";
      case "bytearray" -> "java.nio.ByteBuffer";
      case "pathlib.Path" -> "java.nio.file.Path";
      default -> hint; // types of Java alone go by the name of their class
    };
  }

  private static String nameOfDateTime(String java) {
    return switch (java) {
      case "Instant", "ZonedDateTime" -> "java.time." + java;
      case "java.util.Date", "java.sql.Timestamp", "java.sql.Date", "java.sql.Time" -> java;
      default -> null;
    };
  }

  private static String nameOfNumber(String java, String... known) {
    for (String name : known) {
      if (name.equals(java)) {
        return "java.lang." + name;
      }
    }
    return null;
  }

  private static boolean isPrimitiveArray(String name) {
    return switch (name) {
      case "boolean[]", "short[]", "int[]", "long[]", "float[]", "double[]" -> true;
      default -> false;
    };
  }
}
