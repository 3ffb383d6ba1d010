package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed bodies of several parts behind one another, and what else may stand there. */
class ContentCodingTest {

  private final DatasonHttp http = DatasonHttp.create();

  /** Bytes that come so many at a time, with none available, as at the borders of chunks. */
  private static InputStream chunks(byte[] bytes, int most) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        return super.read(to, from, Math.min(most, length));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  private static byte[] encoded(ContentCoding coding, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = coding.encoded(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  private Object read(ContentCoding coding, byte[] body, int most) {
    return http.read(chunks(body, most), new BodyForm(MediaType.JSON, coding), Object.class);
  }

  @ParameterizedTest
  @EnumSource
  void allPartsAreReadWhereverTheChunksEnd(ContentCoding coding) throws IOException {
    byte[] one = encoded(coding, "[1,");
    byte[] all = joined(one, encoded(coding, "2"), encoded(coding, ""), encoded(coding, ",3]"));
    for (int most : new int[] {1, 7, one.length, one.length + 1, all.length}) {
      assertEquals(List.of(1, 2, 3), read(coding, all, most), () -> "chunks of " + most);
    }
  }

  @Test
  void whatIsNoPartBehindThemIsRefused() throws IOException {
    byte[] whole = encoded(ContentCoding.GZIP, "[1]");
    byte[] half = Arrays.copyOf(whole, 9);
    String another =
        "400 Bad Request: Expected a body that is compressed by gzip but found another";
    for (byte[] more :
        List.of(
            new byte[1],
            new byte[100],
            half,
            "xyz".repeat(20).getBytes(StandardCharsets.US_ASCII))) {
      for (int most : new int[] {1, whole.length, whole.length + more.length}) {
        HttpProblem problem =
            assertThrows(
                HttpProblem.class, () -> read(ContentCoding.GZIP, joined(whole, more), most));
        assertEquals(another + ", or a part of one", problem.getMessage());
      }
    }
  }
}
