package org.datason.ml.npy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files by their parts, as no well-meaning program would write them. */
final class Samples {

  private Samples() {}

  /** A file of version 1.0 with a header that is not padded. */
  static byte[] file(String header, int... elements) {
    return file(1, header, elements);
  }

  static byte[] file(int version, String header, int... elements) {
    byte[] text =
        header.getBytes(version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(text.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0x93);
    out.writeBytes("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.write(version);
    out.write(0);
    out.write(length.array(), 0, version == 1 ? 2 : 4);
    out.writeBytes(text);
    for (int b : elements) {
      out.write(b);
    }
    return out.toByteArray();
  }

  static String header(String descr, String shape) {
    return "{'descr': " + descr + ", 'fortran_order': False, 'shape': " + shape + ", }\n";
  }
}
