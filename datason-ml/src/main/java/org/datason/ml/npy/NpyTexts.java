package org.datason.ml.npy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;

/** Texts in files: of one width, filled up with zeros; of code points, or of bytes. */
final class NpyTexts {

  private static final int FIRST_LENGTH = 1024;
  private static final int GREATEST_LENGTH = Integer.MAX_VALUE - 8;

  /** How many texts, or characters of padding, there may be that a header alone asks for. */
  private static final int MOST_EMPTY = 1_000_000;

  /**
   * How many times as wide as the longest text a dtype may be that a document says of them, if they
   * are many: it costs nothing to say.
   */
  private static final long MOST_PADDING = 16;

  private NpyTexts() {}

  // ---------------------------------------------------------------- reading

  static Tensor read(NpyHeader header, NpyInput in) {
    NpyElement element = header.element();
    boolean empty = element.byteSize() == 0;
    if (element.byteSize() > GREATEST_LENGTH
        || header.size() > (empty ? MOST_EMPTY : GREATEST_LENGTH)) {
      throw new LimitException(
          in.name()
              + " has "
              + header.size()
              + " texts of "
              + element.byteSize()
              + " bytes, more than an array can hold",
          null);
    }
    in.require(header.byteSize());
    int n = (int) header.size();
    String[] texts = new String[Math.min(n, FIRST_LENGTH)];
    for (int i = 0; i < n; i++) {
      texts = i == texts.length ? Arrays.copyOf(texts, (int) Math.min(n, 2L * i)) : texts;
      long start = in.offset();
      byte[] bytes = in.read((int) element.byteSize(), "the elements");
      texts[i] = element.unicode() ? unicode(bytes, element, start, in) : ascii(bytes, start, in);
    }
    Tensor tensor = header.tensor(texts);
    return element.unicode()
        ? tensor.withOrigin(
            new Origin(Origin.NUMPY.hint(), "<U" + element.byteSize() / Integer.BYTES, null))
        : tensor;
  }

  private static String unicode(byte[] bytes, NpyElement element, long start, NpyInput in) {
    ByteBuffer points = ByteBuffer.wrap(bytes).order(element.order());
    int end = bytes.length;
    while (end > 0 && points.getInt(end - Integer.BYTES) == 0) {
      end -= Integer.BYTES;
    }
    StringBuilder text = new StringBuilder(end / Integer.BYTES);
    boolean high = false;
    for (int at = 0; at < end; at += Integer.BYTES) {
      int point = points.getInt(at);
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      if (!Character.isValidCodePoint(point)
          || high && surrogate && Character.isLowSurrogate((char) point)) {
        throw in.error(
            "expected a character that Java has at offset "
                + (start + at)
                + " but found "
                + String.format("U+%04X", point)
                + (Character.isValidCodePoint(point) ? " behind the other half of a pair" : ""));
      }
      text.appendCodePoint(point);
      high = surrogate && Character.isHighSurrogate((char) point);
    }
    return text.toString();
  }

  private static String ascii(byte[] bytes, long start, NpyInput in) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (bytes[i] < 0) {
        throw new UnsupportedTypeException(
            in.name()
                + " holds bytes that are no ASCII, at offset "
                + (start + i)
                + "; say in Python what text they are before they are saved:"
                + " np.char.decode(array, 'utf-8')",
            null);
      }
    }
    return new String(bytes, 0, end, StandardCharsets.US_ASCII);
  }

  // ---------------------------------------------------------------- writing

  /**
   * How many code points wide the texts of a tensor are written: as the longest one, or as they
   * were read, unless that is out of all proportion.
   */
  static int width(Tensor tensor) {
    String[] texts = tensor.toTextArray();
    int width = 1;
    for (int i = 0; i < texts.length; i++) {
      if (texts[i].endsWith("\0")) {
        throw new UnsupportedTypeException(
            "The text "
                + i
                + " of the tensor ends with the character 0, which NumPy takes for its padding",
            null);
      }
      width = Math.max(width, texts[i].codePointCount(0, texts[i].length()));
    }
    String read = tensor.origin().dtype();
    if (read != null && read.matches("[<>=|]U[0-9]{1,9}") && DType.of(read) == DType.TEXT) {
      int other = Integer.parseInt(read.substring(2));
      boolean real = other <= MOST_PADDING * width || (long) other * texts.length <= MOST_EMPTY;
      width = real ? Math.max(width, other) : width;
    }
    return width;
  }
}
