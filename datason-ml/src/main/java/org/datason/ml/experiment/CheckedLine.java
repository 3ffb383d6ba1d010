package org.datason.ml.experiment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A line of JSON with a checksum: {@code {"sha256":"<64 digits>","run":<payload>}}. The checksum is
 * that of the payload's bytes as they stand there.
 */
final class CheckedLine {

  /*
   * The checksum comes first and has a fixed length, so that the payload of each line begins at one
   * place. Two lines are still told apart if the break between them was changed: where the whole is
   * wrong, each place is tried at which the first one could end, and each at which another one could
   * begin. That it is one is shown by its own checksum.
   */

  private static final int DIGITS = 64;

  private final byte[] start;
  private final byte[] middle;
  private final int payloadAt;

  /** Lines whose payload has a name. */
  CheckedLine(String name) {
    start = ascii("{\"sha256\":\"");
    middle = ascii("\",\"" + name + "\":");
    payloadAt = start.length + DIGITS + middle.length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  /** Where the payload begins. */
  int payloadAt() {
    return payloadAt;
  }

  /** The line of a payload, with its end. */
  byte[] of(byte[] payload) {
    byte[] line = new byte[payloadAt + payload.length + 2];
    byte[] digits = ascii(HexFormat.of().formatHex(sha256().digest(payload)));
    System.arraycopy(start, 0, line, 0, start.length);
    System.arraycopy(digits, 0, line, start.length, DIGITS);
    System.arraycopy(middle, 0, line, start.length + DIGITS, middle.length);
    System.arraycopy(payload, 0, line, payloadAt, payload.length);
    line[line.length - 2] = '}';
    line[line.length - 1] = '\n';
    return line;
  }

  /** The checksum that a line says it has, which must begin as lines do. */
  String checksum(byte[] line) {
    return new String(line, start.length, DIGITS, StandardCharsets.US_ASCII);
  }

  /** The payload of a line that is right, up to its length. */
  byte[] payload(byte[] line, int length) {
    return Arrays.copyOfRange(line, payloadAt, length - 1);
  }

  /** Whether these bytes are a line, without its end, that has the checksum that it says. */
  boolean isRight(byte[] line) {
    if (!beginsAt(line, 0) || line[line.length - 1] != '}') {
      return false;
    }
    MessageDigest digest = sha256();
    digest.update(line, payloadAt, line.length - 1 - payloadAt);
    return hasChecksum(line, digest);
  }

  /**
   * How many bytes at the beginning are a line that is right: all, or fewer if the break that ended
   * it was changed.
   *
   * @return -1 if there is none
   */
  int rightLength(byte[] bytes) {
    if (isRight(bytes)) {
      return bytes.length;
    }
    if (!beginsAt(bytes, 0)) {
      return -1;
    }
    MessageDigest digest = sha256();
    int taken = payloadAt;
    for (int i = payloadAt; i < bytes.length; i++) {
      if (bytes[i] == '}') {
        digest.update(bytes, taken, i - taken);
        taken = i;
        if (hasChecksum(bytes, copy(digest))) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** The first place from one on at which a line could begin; -1 if there is none. */
  int nextStart(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (beginsAt(bytes, i)) {
        return i;
      }
    }
    return -1;
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The SHA-256 of this JDK cannot be copied", e);
    }
  }

  private boolean hasChecksum(byte[] line, MessageDigest digest) {
    byte[] digits = ascii(HexFormat.of().formatHex(digest.digest()));
    return Arrays.equals(line, start.length, start.length + DIGITS, digits, 0, DIGITS);
  }

  /** Whether a line could begin at a place: what is the same in all of them stands there. */
  private boolean beginsAt(byte[] bytes, int at) {
    int middleAt = at + start.length + DIGITS;
    return middleAt + middle.length + 1 < bytes.length
        && bytes[at] == '{'
        && Arrays.equals(bytes, at, at + start.length, start, 0, start.length)
        && Arrays.equals(bytes, middleAt, middleAt + middle.length, middle, 0, middle.length);
  }
}
