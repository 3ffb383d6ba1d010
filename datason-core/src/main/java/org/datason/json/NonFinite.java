package org.datason.json;

/**
 * The texts of the floating-point values that JSON has no number for: {@code NaN}, {@code
 * Infinity}, {@code -Infinity}. A NaN with a payload of its own keeps it: {@code
 * NaN:7ff8000000000001}, its bits in hexadecimal (eight digits for a float).
 */
public final class NonFinite {

  private static final long CANONICAL = Double.doubleToRawLongBits(Double.NaN);
  private static final int CANONICAL_FLOAT = Float.floatToRawIntBits(Float.NaN);

  private static final String PAYLOAD = "NaN:";

  private NonFinite() {}

  /**
   * The text of a value.
   *
   * @param value NaN or an infinity
   * @return its text
   */
  public static String toText(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    long bits = Double.doubleToRawLongBits(value);
    return bits == CANONICAL ? "NaN" : "NaN:" + Long.toHexString(bits);
  }

  /**
   * The text of a value.
   *
   * @param value NaN or an infinity
   * @return its text
   */
  public static String toText(float value) {
    if (Float.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    int bits = Float.floatToRawIntBits(value);
    return bits == CANONICAL_FLOAT ? "NaN" : "NaN:" + Integer.toHexString(bits);
  }

  /** Whether a value is a double or float that JSON has no number for. */
  static boolean is(Object value) {
    return value instanceof Double d && !Double.isFinite(d)
        || value instanceof Float f && !Float.isFinite(f);
  }

  /**
   * Writes a value by the settings, where it has no hint.
   *
   * @param exact its text as {@link #toText} gives it
   */
  static void write(JsonWriter w, double value, String exact) {
    if (w.bareNonFinite) {
      w.putAscii(toBareToken(value));
      return;
    }
    switch (w.nonFiniteForm) {
      case HINTED -> StringText.write(w, exact);
      case TEXT -> StringText.write(w, toPythonText(value));
      case BARE_TOKEN -> w.putAscii(toBareToken(value));
      case NULL -> w.putNull();
      case DROP ->
          throw w.unsupported(
              "A member that is "
                  + toBareToken(value)
                  + " can be left out, but no item of an array and no whole value; set another"
                  + " nonFiniteForm");
      default ->
          throw w.unsupported(
              "The settings refuse " + toBareToken(value) + "; set another nonFiniteForm");
    }
  }

  private static String toPythonText(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  /** The token that Python writes for a value. */
  static String toBareToken(double value) {
    return Double.isNaN(value) ? "NaN" : toText(value);
  }

  /**
   * The value of a text.
   *
   * @param text one that {@link #toText(double)} gives, or Python's {@code nan}, {@code inf},
   *     {@code -inf}
   * @return the value, or null for all other texts
   */
  public static Double toDouble(String text) {
    switch (text) {
      case "NaN":
      case "nan":
        return Double.NaN;
      case "Infinity":
      case "inf":
        return Double.POSITIVE_INFINITY;
      case "-Infinity":
      case "-inf":
        return Double.NEGATIVE_INFINITY;
      default:
        if (isPayload(text, 16)) {
          double value = Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(4), 16));
          return Double.isNaN(value) ? value : null;
        }
        return null;
    }
  }

  /**
   * The value of a text.
   *
   * @param text one that {@link #toText(float)} gives, or Python's {@code nan}, {@code inf}, {@code
   *     -inf}
   * @return the value, or null for all other texts
   */
  public static Float toFloat(String text) {
    if (isPayload(text, 8)) {
      float value = Float.intBitsToFloat(Integer.parseUnsignedInt(text.substring(4), 16));
      return Float.isNaN(value) ? value : null;
    }
    Double value = text.length() > "-Infinity".length() ? null : toDouble(text);
    return value == null ? null : Float.valueOf(value.floatValue());
  }

  /** Whether a text is the bits of a NaN in so many hexadecimal digits. */
  private static boolean isPayload(String text, int digits) {
    if (text.length() != PAYLOAD.length() + digits || !text.startsWith(PAYLOAD)) {
      return false;
    }
    for (int i = PAYLOAD.length(); i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
