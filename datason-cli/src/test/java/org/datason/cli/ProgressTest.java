package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 5 * SECOND;

  @Test
  void aLongRunShowsHowFarItIs() {
    Progress progress = progress("folder/big.json", 4_000_000, true);
    now += SECOND - 1;
    progress.advance(100);
    assertEquals("", shown());
    now += SECOND + 1;
    progress.advance(1_000_000);
    String first = "big.json  1.0 MB of 4.0 MB  25%  500.0 KB/s  7 s left";
    assertEquals("\r" + first, shown());
    now += SECOND / 10;
    progress.advance(1_100_000);
    assertEquals("", shown()); // too soon
    now += 2 * SECOND;
    progress.advance(4_000_000);
    String last = "big.json  4.0 MB of 4.0 MB  100%  975.6 KB/s";
    assertEquals("\r" + last + " ".repeat(first.length() - last.length()), shown());
    progress.end();
    assertEquals("\r" + " ".repeat(first.length()) + "\r", shown());
    progress.end();
    assertEquals("", shown());
  }

  @Test
  void standardInputHasNoEnd() {
    Progress progress = progress("-", -1, true);
    now += 2 * SECOND;
    progress.advance(3_000);
    assertEquals("\rstandard input  3.0 KB  1.5 KB/s", shown());
  }

  @Test
  void rowsOfATableAreCounted() {
    Progress progress = progress("rows.ndjson", 10_000, true);
    progress.addRows(7);
    progress.addRows(5);
    now += 2 * SECOND;
    progress.advance(5_000);
    assertEquals("\rrows.ndjson  5.0 KB of 10.0 KB  50%  12 rows  2.5 KB/s  3 s left", shown());
  }

  @Test
  void withoutATerminalNothingIsShown() {
    Progress progress = progress("big.json", 10, false);
    now += 100 * SECOND;
    progress.advance(5);
    progress.end();
    assertEquals("", shown());
  }

  private Progress progress(String name, long total, boolean terminal) {
    StandardStreams streams =
        new StandardStreams(
            InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, terminal);
    return new Progress(name, total, streams, () -> now);
  }

  private String shown() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }
}
