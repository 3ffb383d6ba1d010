package org.datason.http.bare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.datason.frame.Column;
import org.datason.frame.Frame;
import org.datason.http.BodyForm;
import org.datason.http.ContentCoding;
import org.datason.http.DatasonHttp;
import org.datason.http.HttpProblem;
import org.datason.http.MediaType;
import org.datason.http.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What there is without Arrow, datason-ml, Tablesaw and zstd-jni on the class path. */
@Tag("without-libraries")
class BareTest {

  private final DatasonHttp http = DatasonHttp.create();
  private final Frame frame =
      Frame.builder().column("x", Column.wrap(new double[] {0.5, 2})).build();

  @Test
  void jsonAndLinesAreLeft() throws IOException {
    List<MediaType> left = List.of(MediaType.JSON, MediaType.NDJSON);
    assertEquals(left, http.writable(Frame.class));
    assertEquals(left, http.readable(Frame.class));
    for (MediaType type : left) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      http.write(frame, BodyForm.of(type), (form, length) -> out);
      ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
      assertEquals(frame, http.read(in, BodyForm.of(type), Frame.class));
    }
  }

  @Test
  void whatIsAbsentIsToldByTheFormsThatThereAre() {
    HttpProblem answer =
        assertThrows(
            HttpProblem.class, () -> http.negotiate(frame, MediaType.CSV.toString(), null));
    assertEquals(
        Problem.of(
            406,
            "Expected one of application/json, application/x-ndjson to be accepted for a table"),
        answer.problem());
    HttpProblem request =
        assertThrows(
            HttpProblem.class, () -> http.received(MediaType.ARROW_STREAM.toString(), null));
    assertEquals(
        Problem.of(
            415,
            "Expected Content-Type to be one of application/json, application/x-ndjson but found"
                + " 'application/vnd.apache.arrow.stream'"),
        request.problem());
    HttpProblem coding =
        assertThrows(HttpProblem.class, () -> http.received("application/json", "zstd"));
    assertEquals(
        Problem.of(415, "Expected Content-Encoding to be one of gzip but found 'zstd'"),
        coding.problem());
    assertFalse(ContentCoding.ZSTD.isAvailable());
    assertEquals(ContentCoding.GZIP, http.negotiate(frame, null, "zstd, gzip").coding());
  }
}
