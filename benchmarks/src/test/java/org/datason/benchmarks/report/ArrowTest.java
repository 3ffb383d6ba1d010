package org.datason.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowTest {

  @Test
  void tablesAreRead() {
    String printed =
        """
        1,000 rows, best of 3 rounds, Java 17, 2 processors

        JSON Lines to vectors, typed (123,456 bytes)
                                             threads        ms    CPU ms     MB/s    times
          Datason                                  1     1,234     1,300      100     1.00
          DuckDB read_json                         2       500       900      246     0.41

        Peak memory (MB), one array of 123,456 bytes
          stream                                    120 (1,000 rows)
        """;
    assertEquals(
        List.of(
            new Measurement(
                "JSON Lines to vectors, typed, 1 thread",
                "datason",
                1.234e9,
                Double.NaN,
                Double.NaN),
            new Measurement(
                "JSON Lines to vectors, typed, 2 threads",
                "duckdb read_json",
                5e8,
                Double.NaN,
                Double.NaN)),
        Arrow.parse(printed));
  }
}
