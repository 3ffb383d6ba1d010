package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in docs/rest.md: it works, and stands there as it does here. */
class JdkExampleTest {

  @Test
  void theExampleWorks() throws Exception {
    JdkExample example = new JdkExample();
    HttpServer server = example.serve(0);
    try {
      URI uri =
          URI.create("http://localhost:" + server.getAddress().getPort() + "/tables/every-type");
      assertEquals(EveryType.labelled(), example.sendAndGet(uri, EveryType.labelled()));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void thePageHasTheExample() throws IOException {
    String page = Files.readString(Path.of("../../docs/rest.md"));
    List<String> lines =
        Files.readAllLines(Path.of("src/test/java/org/datason/http/JdkExample.java"));
    int from = lines.indexOf("final class JdkExample {");
    for (String line : lines.subList(from, lines.size())) {
      assertTrue(page.contains(line), line);
    }
  }
}
