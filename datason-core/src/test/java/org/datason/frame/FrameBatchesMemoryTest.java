package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.datason.Datason;
import org.junit.jupiter.api.Test;

/**
 * A document is read in a memory that a few of its chunks take: {@code (2 * workers + 2)} times a
 * chunk and its batch.
 */
class FrameBatchesMemoryTest {

  private static final int MEGABYTES = 300;

  /** Rows of JSON Lines without end, from memory. */
  private static final class Rows extends InputStream {

    private final byte[] block;
    private long left;
    private int at;

    Rows(long bytes) {
      StringBuilder rows = new StringBuilder();
      for (int i = 0; i < 1000; i++) {
        rows.append("{\"id\":").append(1_000_000 + i).append(",\"x\":0.").append(1000 + i);
        rows.append(",\"name\":\"name ").append(i * 7919).append("\",\"ok\":true}\n");
      }
      block = rows.toString().getBytes(StandardCharsets.US_ASCII);
      left = bytes / block.length * block.length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      int n = (int) Math.min(left, Math.min(length, block.length - at));
      if (n == 0) {
        return -1;
      }
      System.arraycopy(block, at, bytes, from, n);
      at = (at + n) % block.length;
      left -= n;
      return n;
    }
  }

  /** Prints how many rows there were and the largest sum of all, which needs each of them. */
  public static void main(String[] args) {
    Datason datason = Datason.create().with(c -> c.workers(2));
    long rows = 0;
    double sum = 0;
    InputStream in = new Rows((long) MEGABYTES << 20);
    try (FrameBatches batches = datason.batches(in, BatchOptions.defaults())) {
      while (batches.hasNext()) {
        Frame batch = batches.next();
        rows += batch.size();
        sum += batch.column("id").getLong(batch.size() - 1);
      }
    }
    System.out.println(rows + " rows" + (sum > 0 ? "" : "?"));
  }

  @Test
  void aDocumentFiveTimesTheHeapIsRead() throws Exception {
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    FrameBatchesMemoryTest.class.getName()))
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    child.waitFor();
    Rows all = new Rows((long) MEGABYTES << 20);
    assertEquals(all.left / all.block.length * 1000 + " rows", printed);
  }
}
