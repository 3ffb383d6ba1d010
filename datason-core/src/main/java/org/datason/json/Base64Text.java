package org.datason.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

/** Bytes as a text in base64, from and to the bytes of the document without a String between. */
final class Base64Text {

  /*
   * In blocks: the JDK's encoder and decoder are vectorised once they are compiled, and a single
   * long call would run uncompiled from beginning to end. A block and its text stay in the first
   * level of the cache together, so that copying them costs little; of twice the size they do not,
   * and everything takes twice as long.
   */

  private static final int TEXT = 8 * 1024;
  private static final int BLOCK = TEXT / 4 * 3;

  private Base64Text() {}

  /** Writes bytes of a known number, which a source puts into little-endian buffers. */
  static void write(JsonWriter w, long length, Consumer<ByteBuffer> source) {
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] block = new byte[(int) Math.min(BLOCK, length)];
    byte[] text = new byte[(block.length + 2) / 3 * 4];
    w.ensureText((length + 2) / 3 * 4 + 2, w.depth());
    w.put('"');
    for (long left = length; left > 0; left -= block.length) {
      if (left < block.length) {
        block = new byte[(int) left];
      }
      source.accept(ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN));
      w.putPlain(text, encoder.encode(block, text));
    }
    w.put('"');
  }

  /**
   * Reads the string at the position, which is in the buffer.
   *
   * @param likely how many bytes it is likely to hold, or -1
   */
  static byte[] read(JsonReader r, long likely) {
    byte[] bytes = likely < TEXT ? null : readLikely(r, (likely + 2) / 3 * 4);
    return bytes == null ? read(r) : bytes;
  }

  /** Reads a text that ends where it is likely to, without looking for its end; else null. */
  private static byte[] readLikely(JsonReader r, long length) {
    int from = r.pos + 1;
    if (length >= r.limit - from
        || length > r.maxStringLength
        || r.buf[from + (int) length] != '"') {
      return null;
    }
    try {
      byte[] bytes = decode(r.buf, from, from + (int) length); // nothing but digits of base64
      r.pos = from + (int) length + 1;
      return bytes;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] read(JsonReader r) {
    int at = r.pos;
    int from = at + 1;
    int to = StringParser.plainEnd(r.buf, from, r.limit);
    try {
      if (to == r.limit || r.buf[to] != '"' || to - from > r.maxStringLength) {
        return Base64.getDecoder().decode(StringParser.read(r)); // with escapes, or refused
      }
      byte[] bytes = decode(r.buf, from, to);
      r.pos = to + 1;
      return bytes;
    } catch (IllegalArgumentException e) {
      throw r.mismatch("a text in base64", at);
    }
  }

  private static byte[] decode(byte[] buf, int from, int to) {
    Base64.Decoder decoder = Base64.getDecoder();
    int last = from + (to - from) / TEXT * TEXT;
    if (last == to && last > from) {
      last -= TEXT; // where padding may be
    }
    byte[] end = decoder.decode(Arrays.copyOfRange(buf, last, to));
    int before = (last - from) / TEXT * BLOCK;
    byte[] bytes = new byte[before + end.length];
    byte[] text = new byte[Math.min(TEXT, last - from)];
    byte[] block = new byte[text.length / 4 * 3];
    int n = 0;
    for (int at = from; at < last; at += TEXT) {
      System.arraycopy(buf, at, text, 0, TEXT);
      if (decoder.decode(text, block) != BLOCK) {
        throw new IllegalArgumentException("padding before the end");
      }
      System.arraycopy(block, 0, bytes, n, BLOCK);
      n += BLOCK;
    }
    System.arraycopy(end, 0, bytes, n, end.length);
    return bytes;
  }
}
