package org.datason.json;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What generated writers of templates call, and nobody else should: it checks no more than such a
 * writer needs, which writes whole objects to a {@linkplain #isPlain plain} writer.
 */
public final class GeneratedOutput {

  /** The first second of the year 1 and the last one of the year 9999. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private static final long LAST_SECOND = 253_402_300_799L;

  private GeneratedOutput() {}

  /** The interpreting writer of an object, for members that are unusual. */
  public interface Fallback {

    /**
     * Writes the name and the value of a member.
     *
     * @param out where to, in the object
     * @param i the place of the member
     * @param owner the value that has the member
     */
    void writeField(JsonWriter out, int i, Object owner);
  }

  /**
   * Whether a writer takes runs of bytes: it neither indents, sorts, leaves out nor replaces.
   *
   * @param out the writer
   * @return whether generated code can write to it
   */
  public static boolean isPlain(JsonWriter out) {
    return out.plain && !out.asciiOnly;
  }

  // ---------------------------------------------------------------- structure

  /**
   * Begins an object, whose brace comes with the first run; a comma that is due is written.
   *
   * @param out where to
   */
  public static void enterObject(JsonWriter out) {
    out.beforeValue();
    out.enterPlainObject();
  }

  /**
   * Ends an object.
   *
   * @param out where to
   */
  public static void endObject(JsonWriter out) {
    out.endPlainObject();
  }

  /**
   * Writes up to eight bytes.
   *
   * @param out where to
   * @param word the bytes, the first one lowest
   * @param n how many there are
   */
  public static void run(JsonWriter out, long word, int n) {
    out.ensure(8);
    int p = out.pos;
    Words.set(out.buf, p, word);
    out.pos = p + n;
  }

  /**
   * Writes eight to sixteen bytes.
   *
   * @param out where to
   * @param head the first eight bytes, the first one lowest
   * @param tail the last eight bytes
   * @param n how many there are
   */
  public static void run(JsonWriter out, long head, long tail, int n) {
    out.ensure(16);
    byte[] b = out.buf;
    int p = out.pos;
    Words.set(b, p, head);
    Words.set(b, p + n - 8, tail);
    out.pos = p + n;
  }

  /**
   * Writes 17 to 24 bytes.
   *
   * @param out where to
   * @param head the first eight bytes, the first one lowest
   * @param middle the next eight bytes
   * @param tail the last eight bytes
   * @param n how many there are
   */
  public static void run(JsonWriter out, long head, long middle, long tail, int n) {
    out.ensure(24);
    byte[] b = out.buf;
    int p = out.pos;
    Words.set(b, p, head);
    Words.set(b, p + 8, middle);
    Words.set(b, p + n - 8, tail);
    out.pos = p + n;
  }

  /**
   * Writes bytes.
   *
   * @param out where to
   * @param bytes the bytes
   */
  public static void run(JsonWriter out, byte[] bytes) {
    out.putBytes(bytes, bytes.length);
  }

  /**
   * Begins an array.
   *
   * @param out where to
   * @param size how many items it will have
   */
  public static void beginArray(JsonWriter out, int size) {
    out.beginPlainArray();
    if (size > out.maxItems) {
      throw WriteErrors.tooManyItems(out, out.depth() - 1);
    }
  }

  /**
   * Writes the comma between two items.
   *
   * @param out where to
   */
  public static void comma(JsonWriter out) {
    out.put(',');
  }

  /**
   * Ends an array.
   *
   * @param out where to
   */
  public static void endArray(JsonWriter out) {
    out.endPlainArray();
  }

  // ---------------------------------------------------------------- values

  /**
   * Writes null.
   *
   * @param out where to
   */
  public static void writeNull(JsonWriter out) {
    out.putNull();
  }

  /**
   * Writes a boolean.
   *
   * @param out where to
   * @param value the value
   */
  public static void writeBoolean(JsonWriter out, boolean value) {
    out.putBoolean(value);
  }

  /**
   * Writes an int.
   *
   * @param out where to
   * @param value the value
   */
  public static void writeInt(JsonWriter out, int value) {
    out.putInt(value);
  }

  /**
   * Writes a long.
   *
   * @param out where to
   * @param value the value
   */
  public static void writeLong(JsonWriter out, long value) {
    out.putLong(value);
  }

  /**
   * Writes a double.
   *
   * @param out where to
   * @param value the value
   */
  public static void writeDouble(JsonWriter out, double value) {
    out.putDouble(value);
  }

  /**
   * Writes a float.
   *
   * @param out where to
   * @param value the value
   */
  public static void writeFloat(JsonWriter out, float value) {
    out.putFloat(value);
  }

  /**
   * Writes a text.
   *
   * @param out where to
   * @param value the text, or null
   */
  public static void writeText(JsonWriter out, String value) {
    if (value == null) {
      out.putNull();
    } else {
      StringText.write(out, value);
    }
  }

  /**
   * Writes a UUID as its text.
   *
   * @param out where to
   * @param value the UUID, or null
   */
  public static void writeUuid(JsonWriter out, UUID value) {
    if (value == null) {
      out.putNull();
      return;
    }
    out.ensure(UuidText.LENGTH + 2);
    byte[] b = out.buf;
    int p = out.pos;
    b[p] = '"';
    UuidText.put(b, p + 1, value.getMostSignificantBits(), value.getLeastSignificantBits());
    b[p + 1 + UuidText.LENGTH] = '"';
    out.pos = p + 2 + UuidText.LENGTH;
  }

  /**
   * Writes a moment as text in UTC.
   *
   * @param out where to
   * @param value the moment, or null
   */
  public static void writeInstant(JsonWriter out, Instant value) {
    if (value == null) {
      out.putNull();
      return;
    }
    long second = value.getEpochSecond();
    if (second < FIRST_SECOND || second > LAST_SECOND) {
      StringText.write(out, value.toString());
      return;
    }
    out.ensure(TimeText.LONGEST + 2);
    byte[] b = out.buf;
    int p = out.pos;
    b[p] = '"';
    p = TimeText.put(b, p + 1, second, value.getNano());
    b[p] = 'Z';
    b[p + 1] = '"';
    out.pos = p + 2;
  }

  /**
   * Writes one of some prepared texts.
   *
   * @param out where to
   * @param texts the texts with their quotes, by the number of the constant
   * @param value the constant, or null
   */
  public static void writeEnum(JsonWriter out, byte[][] texts, Enum<?> value) {
    if (value == null) {
      out.putNull();
    } else {
      byte[] text = texts[value.ordinal()];
      out.putBytes(text, text.length);
    }
  }

  /**
   * Whether a list is null or one of the JDK's own, which no handler of a user is for.
   *
   * @param list the list, or null
   * @return whether its items tell all
   */
  public static boolean isUsual(Object list) {
    return list == null || list.getClass().getClassLoader() == null;
  }

  /**
   * Writes a number, boolean or text that is an item of a list of such.
   *
   * @param out where to
   * @param item the item, or null
   */
  public static void writeItem(JsonWriter out, Object item) {
    if (item instanceof String text) {
      StringText.write(out, text);
    } else if (item instanceof Integer value) {
      out.putInt(value);
    } else if (item instanceof Long value) {
      out.putLong(value);
    } else if (item instanceof Double value) {
      out.putDouble(value);
    } else if (item instanceof Float value) {
      out.putFloat(value);
    } else if (item instanceof Boolean value) {
      out.putBoolean(value);
    } else {
      out.putNull();
    }
  }

  /**
   * Writes an object by a generated writer.
   *
   * @param out where to
   * @param value the object, or null
   * @param handler the handler
   * @param <T> the type
   */
  public static <T> void writeObject(JsonWriter out, T value, TypeHandler<T> handler) {
    if (value == null) {
      out.putNull();
    } else {
      handler.write(value, out);
    }
  }

  /**
   * Writes values as one array, each by what the caller does with it. With a stream this takes less
   * than {@link JsonWriter#beginArray} and the items one by one, which are scanned then.
   *
   * @param out where to
   * @param values the values
   * @param item writes a value
   * @param <T> the type
   */
  public static <T> void writeArray(JsonWriter out, Collection<T> values, Consumer<T> item) {
    out.beginArray();
    boolean counts = out.countsItems(values.size());
    for (T value : values) {
      item.accept(value);
      if (counts) {
        out.countItem();
      }
    }
    if (counts) {
      out.endItems();
    }
    out.endArray();
  }
}
