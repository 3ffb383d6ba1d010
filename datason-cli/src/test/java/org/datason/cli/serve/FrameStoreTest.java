package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in their folder, and which version of one is which. */
class FrameStoreTest {

  @TempDir private Path folder;

  private static Frame table(Object... values) {
    return Frame.builder().column("x", Column.of(Simple.INT64, values)).build();
  }

  private static FrameStore.Stored put(FrameStore store, Frame table, List<String> versions)
      throws IOException {
    return store.put("t", List.of(table).iterator(), versions::add);
  }

  private static String version(FrameStore store) throws IOException {
    try (Snapshot table = store.open("t")) {
      return table.version();
    }
  }

  private void assertNothingPasses() throws IOException {
    try (Stream<Path> left = Files.list(folder.resolve("passing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whoStoresATableGetsThatOne() throws IOException {
    FrameStore store = new FrameStore(folder);
    List<String> versions = new ArrayList<>();
    FrameStore.Stored first = put(store, table(1L, 2L, 3L), versions);
    FrameStore.Stored second = put(store, table(4L), versions);
    try (Snapshot one = first.table();
        Snapshot two = second.table()) {
      assertTrue(first.isNew());
      assertEquals(3, one.rows());
      assertEquals(1, two.rows());
      assertEquals(Arrays.asList(null, null, one.version(), one.version()), versions);
      assertEquals(version(store), two.version());
      assertNotEquals(one.version(), two.version());
    }
    assertNothingPasses();
  }

  @Test
  void aCopyIsOfTheSameVersionWhereFilesHaveOneName() throws IOException {
    FrameStore.Linking none =
        (link, file) -> {
          throw new UnsupportedOperationException("no links");
        };
    FrameStore store = new FrameStore(folder, none);
    List<String> versions = new ArrayList<>();
    put(store, table(1L), versions).table().close();
    Instant longAgo = Instant.parse("2020-01-02T03:04:05Z");
    Files.setLastModifiedTime(folder.resolve("frames/t.arrow"), FileTime.from(longAgo));
    String version = version(store);
    assertEquals(version, version(store));
    try (Snapshot table = store.open("t")) {
      assertEquals(longAgo, table.modified());
    }
    put(store, table(2L), versions).table().close();
    assertEquals(Arrays.asList(null, null, version, version), versions);
    assertNothingPasses();
  }
}
