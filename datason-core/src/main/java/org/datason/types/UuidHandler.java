package org.datason.types;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.datason.config.UuidForm;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.UuidText;

/** UUIDs, in their canonical form of 36 characters; hinted or not by the settings. */
final class UuidHandler extends TextHandler<UUID> {

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
  public void write(UUID value, JsonWriter out) {
    out.writeUuid(value.getMostSignificantBits(), value.getLeastSignificantBits());
  }

  @Override
  String text(UUID value) {
    return UuidText.of(value.getMostSignificantBits(), value.getLeastSignificantBits());
  }

  @Override
  public UUID read(JsonReader in) {
    UUID value = in.tryUuid();
    return value != null ? value : super.read(in);
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
    if (text.length() != UuidText.LENGTH) {
      return null;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8); // more of them where it is not ASCII
    long[] halves = new long[2];
    return UuidText.parse(bytes, 0, bytes.length, halves, 0)
        ? new UUID(halves[0], halves[1])
        : null;
  }

  private static boolean hasForm(String text) {
    return text.length() == UuidText.LENGTH
        && text.charAt(8) == '-'
        && text.charAt(13) == '-'
        && text.charAt(18) == '-'
        && text.charAt(23) == '-';
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static String reason(String text) {
    if (hasForm(text)) {
      for (int i = 0; i < UuidText.LENGTH; i++) {
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
