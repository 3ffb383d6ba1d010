package org.datason.frame;

import java.util.Arrays;
import org.datason.json.JsonWriter;
import org.datason.json.TextBytes;

/**
 * Texts as their bytes, one behind the other. Where texts repeat, each stands once and the rows
 * hold its number.
 */
final class TextCells extends Cells {

  private final byte[] data;
  private final int[] ends;

  /** The text of each row; null where each row has its own. */
  private final int[] codes;

  /** Strings of repeated texts, made when first asked for. A race only makes one twice. */
  private final String[] strings;

  TextCells(byte[] data, int[] ends, int[] codes) {
    this.data = data;
    this.ends = ends;
    this.codes = codes;
    strings = codes == null ? null : new String[ends.length];
  }

  private int start(int entry) {
    return entry == 0 ? 0 : ends[entry - 1];
  }

  private int entry(int i) {
    return codes == null ? i : codes[i];
  }

  @Override
  long memory() {
    return data.length + 4L * ends.length + (codes == null ? 0 : 4L * codes.length);
  }

  @Override
  int size() {
    return codes == null ? ends.length : codes.length;
  }

  @Override
  Object get(int i) {
    return getText(i);
  }

  @Override
  String getText(int i) {
    int entry = entry(i);
    if (strings == null) {
      return TextBytes.decode(data, start(entry), ends[entry]);
    }
    String text = strings[entry];
    if (text == null) {
      text = TextBytes.decode(data, start(entry), ends[entry]);
      strings[entry] = text;
    }
    return text;
  }

  @Override
  void write(int i, JsonWriter out) {
    int entry = entry(i);
    out.writeText(data, start(entry), ends[entry]);
  }

  @Override
  void text(int i, TextBytes out) {
    int entry = entry(i);
    out.append(data, start(entry), ends[entry]);
  }

  @Override
  boolean same(int i, Cells other, int j) {
    TextCells that = (TextCells) other;
    int a = entry(i);
    int b = that.entry(j);
    return Arrays.equals(data, start(a), ends[a], that.data, that.start(b), that.ends[b]);
  }

  @Override
  int hash(int i) {
    return getText(i).hashCode();
  }

  @Override
  ByteStrings byteStrings() {
    return new ByteStrings(data, ends, codes);
  }
}
