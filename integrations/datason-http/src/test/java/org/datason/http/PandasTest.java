package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;

/** The live server and pandas; skipped where no Python has it. */
class PandasTest {

  private static final String READ =
      """
      import io, sys, urllib.request
      import pandas as pd
      request = urllib.request.Request(sys.argv[1])
      request.add_header("Accept", "application/json;preset=api")
      with urllib.request.urlopen(request) as response:
          frame = pd.read_json(io.StringIO(response.read().decode("utf-8")))
      print(frame["n"].tolist(), frame["x"].isna().tolist(), frame["t"].tolist())
      print(frame["when"].dtype if str(frame["when"].dtype).startswith("datetime") else "text")
      """;

  private static String python(String interpreter, String... arguments)
      throws IOException, InterruptedException {
    Process python =
        new ProcessBuilder(
                Stream.concat(Stream.of(interpreter, "-c"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor(), printed);
    return printed;
  }

  /** An interpreter that has pandas. */
  private static Optional<String> interpreter() {
    return Stream.of("python3", "/usr/bin/python3")
        .filter(
            name -> {
              try {
                return python(name, "import pandas").isEmpty();
              } catch (IOException | AssertionError e) {
                return false;
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            })
        .findFirst();
  }

  @Test
  void plainJsonIsReadByPandas() throws Exception {
    Optional<String> interpreter = interpreter();
    assumeTrue(interpreter.isPresent(), "Skipped: there is no Python with pandas");
    Frame frame =
        Frame.builder()
            .column("n", Column.of(Simple.INT64, 1L, 2L))
            .column("x", Column.of(Simple.FLOAT64, 0.5, Double.NaN))
            .column("t", Column.of(Simple.TEXT, "a", "b"))
            .column(
                "when",
                Column.of(
                    new org.datason.frame.FieldType.Timestamp(
                        org.datason.frame.FieldType.Unit.MS, null),
                    java.time.LocalDateTime.of(2024, 6, 15, 10, 30),
                    java.time.LocalDateTime.of(2024, 6, 16, 10, 30)))
            .build();
    DatasonHttp http = DatasonHttp.create();
    try (Served served = new Served(http.routes().get("/runs", request -> frame))) {
      assertEquals(
          List.of("[1, 2] [False, True] ['a', 'b']", "text"),
          python(interpreter.get(), READ, served.uri("/runs").toString()).lines().toList());
    }
  }
}
