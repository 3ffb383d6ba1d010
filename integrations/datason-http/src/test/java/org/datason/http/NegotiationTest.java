package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.datason.TypeRef;
import org.datason.frame.Frame;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

  private final DatasonHttp http = DatasonHttp.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | application/json",
        "'' | application/json",
        "*/* | application/json",
        "text/csv | text/csv;charset=utf-8",
        "TEXT/CSV; Header=absent | text/csv;header=absent;charset=utf-8",
        "text/* | text/csv;charset=utf-8",
        "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
        "application/json;q=0.5, application/vnd.apache.arrow.stream | application/vnd.apache.arrow.stream",
        "application/json;q=0.5, text/csv;q=0.501 | text/csv;charset=utf-8",
        "application/*;q=0.2, text/csv;q=0.1 | application/json",
        "*/*;q=1, application/json;q=0, application/vnd.apache.arrow.stream;q=0 | application/x-ndjson",
        "application/json;preset=api | application/json;preset=api",
        "application/json;preset=\"default\" | application/json;preset=default",
        "application/json;q=0.1, application/json;preset=api;q=0.2 | application/json;preset=api",
        "application/json;preset=own, text/csv;q=0.1 | text/csv;charset=utf-8",
        "application/json;charset=UTF-8 | application/json",
        "application/json;charset=utf-16, text/csv;q=0.1 | text/csv;charset=utf-8",
        "application/json;version=1 | application/json",
        "application/vnd.apache.arrow.stream;codecs=\"lz4, zstd\" | application/vnd.apache.arrow.stream;codecs=zstd",
        "application/vnd.apache.arrow.stream;codecs=snappy | application/vnd.apache.arrow.stream",
        ", text/csv ,, | text/csv;charset=utf-8",
      })
  void theBestFormIsChosen(String accept, String expected) {
    assertEquals(expected, http.negotiate(Frame.class, accept, null).mediaType().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | IDENTITY",
        "'' | IDENTITY",
        "gzip | GZIP",
        "x-gzip, deflate, br | IDENTITY",
        "gzip, zstd | ZSTD",
        "gzip, zstd;q=0.9 | GZIP",
        "* | ZSTD",
        "*, zstd;q=0 | GZIP",
        "identity, gzip;q=0.5 | IDENTITY",
        "br;q=1.0, gzip;q=0.8, *;q=0.1 | GZIP",
        "gzip;q=0 | IDENTITY",
        "identity;q=0, gzip;q=0.001 | GZIP",
      })
  void theBestCodingIsChosen(String acceptEncoding, ContentCoding expected) {
    assertEquals(expected, http.negotiate(Frame.class, null, acceptEncoding).coding());
  }

  @Test
  void nothingIsCompressedWhereThatIsSet() {
    DatasonHttp plain = DatasonHttp.builder().compression(false).build();
    assertEquals(ContentCoding.IDENTITY, plain.negotiate(Frame.class, null, "gzip, zstd").coding());
    assertEquals(
        ContentCoding.GZIP, plain.negotiate(Frame.class, null, "gzip, identity;q=0").coding());
  }

  @Test
  void buffersThatAreCompressedAreNotCompressedAgain() {
    assertEquals(
        ContentCoding.IDENTITY,
        http.negotiate(Frame.class, "application/vnd.apache.arrow.stream;codecs=lz4", "zstd")
            .coding());
  }

  private void assertProblem(int status, String detail, Runnable run) {
    HttpProblem problem = assertThrows(HttpProblem.class, run::run);
    assertEquals(Problem.of(status, detail), problem.problem());
  }

  @Test
  void whatNothingFitsIs406() {
    assertProblem(
        406,
        "Expected one of application/json, application/vnd.apache.arrow.stream,"
            + " application/x-ndjson, text/csv to be accepted for a table",
        () -> http.negotiate(Frame.class, "image/png, application/json;q=0", null));
    assertProblem(
        406,
        "Expected one of application/json to be accepted for a tensor",
        () -> http.negotiate(Tensor.class, "text/csv", null));
    assertProblem(
        406,
        "Expected one of application/json, application/x-ndjson to be accepted for a stream of"
            + " values",
        () -> http.negotiate(List.of("x").iterator(), "text/csv", null));
    assertProblem(
        406,
        "Expected one of the codings identity, zstd, gzip to be accepted",
        () -> http.negotiate(Frame.class, null, "br, identity;q=0"));
  }

  @Test
  void formsAreThoseThatHoldTheValue() {
    List<MediaType> all =
        List.of(MediaType.JSON, MediaType.ARROW_STREAM, MediaType.NDJSON, MediaType.CSV);
    assertEquals(all, http.writable(Frame.class));
    assertEquals(all, http.readable(Frame.class));
    assertEquals(all, http.writable(new TypeRef<Iterator<Frame>>() {}.type()));
    assertEquals(all, http.writable(new TypeRef<Iterator<? extends Frame>>() {}.type()));
    assertEquals(all, http.writable(org.datason.frame.FrameBatches.class));
    assertEquals(all, http.writable(org.datason.arrow.ArrowBatches.class));
    assertEquals(all, http.writable(tech.tablesaw.api.Table.class));
    assertEquals(all, http.readable(Object.class));
    assertEquals(List.of(MediaType.JSON), http.writable(Object.class));
    assertEquals(List.of(MediaType.JSON), http.readable(Map.class));
    assertEquals(
        List.of(MediaType.JSON, MediaType.NDJSON),
        http.readable(new TypeRef<Iterator<String>>() {}.type()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=\"utf-16\"",
        "application/geo+json",
        "application/x-ndjson; charset=UTF-8",
        "text/csv; header=absent; charset=iso-8859-1",
        "application/vnd.apache.arrow.stream"
      })
  void formsThatAreReadAreTaken(String contentType) {
    assertEquals(
        new BodyForm(MediaType.parse(contentType), ContentCoding.GZIP),
        http.received(contentType, "GZip"));
  }

  @Test
  void aBodyWithoutATypeIsJson() {
    assertEquals(BodyForm.of(MediaType.JSON), http.received(null, null));
  }

  @Test
  void otherFormsAre415() {
    String expected =
        "Expected Content-Type to be one of application/json,"
            + " application/vnd.apache.arrow.stream, application/x-ndjson, text/csv but found ";
    assertProblem(415, expected + "'text/html'", () -> http.received("text/html", null));
    assertProblem(
        415,
        expected + "'application/json;preset=own'",
        () -> http.received("application/json;preset=own", null));
    assertProblem(
        415,
        expected + "'text/csv;header=maybe'",
        () -> http.received("text/csv; header=maybe", null));
    assertProblem(
        415,
        "The charset 'klingon' is not known",
        () -> http.received("application/json;charset=klingon", null));
    assertProblem(
        415,
        "Expected Content-Encoding to be one of zstd, gzip but found 'br'",
        () -> http.received("application/json", "br"));
    assertProblem(
        415,
        "Expected Content-Type to be one of application/json but found 'text/csv'",
        () ->
            http.read(
                java.io.InputStream.nullInputStream(), BodyForm.of(MediaType.CSV), Tensor.class));
  }

  @Test
  void malformedHeadersAre400() {
    assertProblem(
        400,
        "Content-Type: Expected '/' but found the end at character 4 of 'json'",
        () -> http.received("json", null));
    assertProblem(
        400,
        "Expected a quality value from 0 to 1 with up to three decimals but found '2'",
        () -> http.negotiate(Frame.class, "text/csv;q=2", null));
    assertProblem(
        400,
        "Expected the end but found 'x' at character 9 of 'text/csv x'",
        () -> http.negotiate(Frame.class, "text/csv x", null));
    assertProblem(
        400,
        "Expected a token but found '\u00e9' at character 0 of '\u00e9'",
        () -> http.negotiate(Frame.class, null, "\u00e9"));
  }

  @Test
  void aBodyThatIsRefusedIsClosed() {
    boolean[] closed = new boolean[1];
    java.util.stream.Stream<Integer> values =
        java.util.stream.Stream.of(1).onClose(() -> closed[0] = true);
    HttpProblem refused =
        assertThrows(HttpProblem.class, () -> http.body(values, MediaType.parse("image/png")));
    assertEquals(406, refused.problem().status());
    assertEquals(true, closed[0]);
  }
}
