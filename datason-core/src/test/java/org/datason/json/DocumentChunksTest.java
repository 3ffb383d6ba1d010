package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.datason.config.DatasonConfig;
import org.junit.jupiter.api.Test;

/** Chunks that were taken back are cut again. */
class DocumentChunksTest {

  @Test
  void moreCanBeTakenBackThanAnArrayHolds() {
    int size = 1 << 20;
    byte[] json = ("[" + "1,".repeat(2 * size) + "1]").getBytes(StandardCharsets.UTF_8);
    DocumentChunks chunks =
        new DocumentChunks(
            new ByteArrayInputStream(json), size, DatasonConfig.builder().build(), null);
    chunks.next();
    DocumentChunk second = chunks.next();
    chunks.takeBack(Collections.nCopies(4096, second)); // of the same bytes, 4 GiB
    for (int i = 0; i < 5; i++) {
      int length = chunks.next().size();
      assertTrue(length > size - 3 && length <= size, "chunk of " + length);
    }
    assertEquals(size, second.size(), 2);
  }
}
