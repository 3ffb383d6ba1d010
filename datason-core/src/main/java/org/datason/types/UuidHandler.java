package org.datason.types;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.datason.config.UuidForm;
import org.datason.json.JsonWriter;

/** UUIDs, in their canonical form of 36 characters; hinted or not by the settings. */
final class UuidHandler extends TextHandler<UUID> {

  private static final int LENGTH = 36;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  UuidHandler() {
    super(UUID.class, "uuid.UUID");
  }

  @Override
  public void writeHinted(UUID value, JsonWriter out) {
    if (out.config().uuidForm() == UuidForm.TEXT) {
      write(value, out);
    } else {
      super.writeHinted(value, out);
    }
  }

  @Override
  String text(UUID value) {
    byte[] text = new byte[LENGTH];
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    format(text, 0, 8, high >>> 32);
    format(text, 9, 4, high >>> 16);
    format(text, 14, 4, high);
    format(text, 19, 4, low >>> 48);
    format(text, 24, 12, low);
    text[8] = text[13] = text[18] = text[23] = '-';
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private static void format(byte[] text, int from, int digits, long value) {
    for (int i = from + digits - 1; i >= from; i--) {
      text[i] = HEX[(int) value & 15];
      value >>>= 4;
    }
  }

  @Override
  UUID parse(String text) {
    UUID value = parseOrNull(text);
    if (value == null) {
      throw new IllegalArgumentException(reason(text));
    }
    return value;
  }

  /** The UUID of a text in the canonical form, in capitals or not; null if it is none. */
  static UUID parseOrNull(String text) {
    if (!hasForm(text)) {
      return null;
    }
    // A digit that is none makes its part negative.
    long first = hex(text, 0, 8);
    long second = hex(text, 9, 4);
    long third = hex(text, 14, 4);
    long fourth = hex(text, 19, 4);
    long fifth = hex(text, 24, 12);
    return (first | second | third | fourth | fifth) < 0
        ? null
        : new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth);
  }

  private static boolean hasForm(String text) {
    return text.length() == LENGTH
        && text.charAt(8) == '-'
        && text.charAt(13) == '-'
        && text.charAt(18) == '-'
        && text.charAt(23) == '-';
  }

  private static long hex(String text, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static String reason(String text) {
    if (hasForm(text)) {
      for (int i = 0; i < LENGTH; i++) {
        char c = text.charAt(i);
        boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (!dash && digit(c) < 0) {
          return "'" + c + "' is no hexadecimal digit";
        }
      }
    }
    return "a UUID has 36 characters, 8-4-4-4-12";
  }
}
