package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.datason.Datason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a service's folder that it has not written, and names at their limits. */
class OddFilesTest {

  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";

  /** A stream of Arrow's, compressed, with a column of a union, which frames do not have. */
  private static final String UNION =
      "H4sIAAAAAAAA/02OSw7CMAxEJ4hSK2ojlHbBggVH4Sq9QTeVOCriMmbsOAJL1vNn/FFVfQO4wiyj4IIZ"
          + "wsjs3OopYyKEeXY295argA/3rKT57p2SXn+am0eVXLGQfV+NGfO7a07pgZ8JlYKx30vP2Ld5T/y6xA9W"
          + "H4JHzPMtNX4Bj3UleOgAAAA=";

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private Service service;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    service = Service.start(Service.Options.of(folder), errors::add);
    client = new Client(service);
  }

  @AfterEach
  void stop() throws IOException {
    service.close();
    try (Stream<Path> left = Files.list(folder.resolve("passing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  private Path file(String name) {
    return folder.resolve("frames").resolve(name + ".arrow");
  }

  private static void writeUnion(Path file) throws IOException {
    byte[] compressed = Base64.getDecoder().decode(UNION);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      Files.copy(in, file);
    }
  }

  /** The names of a list, each with {@code ?} after it that is said to be no table. */
  private List<String> listed() throws IOException, InterruptedException {
    List<?> all = (List<?>) Datason.create().fromJson(client.get("/frames", JSON));
    return all.stream()
        .map(Client::map)
        .map(one -> one.get("name") + (one.containsKey("problem") ? "?" : ""))
        .toList();
  }

  @Test
  void longNamesAreListed() throws Exception {
    String longest = "a".repeat(100);
    String ended = "b".repeat(89) + ".arrow";
    assertEquals(201, client.put("/frames/" + longest, CSV, "x\n1\n"));
    assertEquals(201, client.put("/frames/" + ended, CSV, "x\n1\n"));
    Files.copy(file(longest), file("c".repeat(101)));
    Files.copy(file(longest), file("-c"));
    Files.copy(file(longest), file(""));
    assertEquals(List.of(longest, ended), listed());
  }

  @Test
  void aNameThatIsNoneIsToldWhatNamesAre() throws Exception {
    assertEquals(
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Expected a name of up to 100 ASCII"
            + " letters, digits, '_', '-' and '.', the first of them a letter, a digit or '_'\"}",
        client.get("/frames/-x", JSON));
  }

  @Test
  void anOddFileHidesNoOther() throws Exception {
    assertEquals(201, client.put("/frames/t", CSV, "x\n1\n"));
    Files.writeString(file("a"), "no table");
    writeUnion(file("b"));
    Files.createDirectory(file("c"));
    Files.createSymbolicLink(file("d"), file("nowhere"));
    assertEquals(List.of("a?", "b?", "c?", "t"), listed());
    assertTrue(errors.isEmpty(), errors.toString());
  }

  @Test
  void anOddFileThatIsAskedForLeavesNothing() throws Exception {
    Files.writeString(file("a"), "no table");
    writeUnion(file("b"));
    for (String line : new String[] {"GET /frames/a", "HEAD /frames/b", "GET /frames/a/schema"}) {
      String answer =
          client.raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
    }
    assertEquals(3, errors.size(), errors.toString());
  }
}
