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
    if (text.length() != LENGTH
        || text.charAt(8) != '-'
        || text.charAt(13) != '-'
        || text.charAt(18) != '-'
        || text.charAt(23) != '-') {
      throw new IllegalArgumentException("a UUID has 36 characters, 8-4-4-4-12");
    }
    long high = hex(text, 0, 8) << 32 | hex(text, 9, 4) << 16 | hex(text, 14, 4);
    long low = hex(text, 19, 4) << 48 | hex(text, 24, 12);
    return new UUID(high, low);
  }

  private static long hex(String text, int from, int digits) {
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("'" + c + "' is no hexadecimal digit");
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
