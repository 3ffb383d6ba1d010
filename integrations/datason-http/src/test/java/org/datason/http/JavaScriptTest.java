package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.datason.frame.Frame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The live server and the JavaScript Arrow library. Skipped where there is no Node or the library
 * cannot be had; {@code npm ci} gets it, into the build's folder.
 */
class JavaScriptTest {

  private static final Path FOLDER = Path.of("target", "js").toAbsolutePath();

  private Served served;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Path sources = Path.of("src", "test", "js");
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "client.mjs")) {
      Files.write(FOLDER.resolve(file), Files.readAllBytes(sources.resolve(file)));
    }
    if (Files.exists(FOLDER.resolve("node_modules/apache-arrow/package.json"))) {
      return;
    }
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      String printed = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (npm.waitFor() != 0) {
        abort("Skipped: npm cannot get the JavaScript Arrow library: " + printed);
      }
    } catch (IOException e) {
      abort("Skipped: there is no npm: " + e.getMessage());
    }
  }

  @BeforeEach
  void serve() throws IOException {
    DatasonHttp http = DatasonHttp.create();
    served =
        new Served(
            http.routes()
                .get("/table", request -> EveryType.labelled())
                .get("/stream", request -> new CountedBatches(3).stream())
                .post("/table", request -> request.body(Frame.class)));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String node(String command, String path) throws IOException, InterruptedException {
    Process node =
        new ProcessBuilder("node", "client.mjs", command, served.uri(path).toString())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, node.waitFor(), printed);
    return printed;
  }

  @Test
  void everyTypeIsReadThere() throws Exception {
    String printed = node("read", "/table");
    assertTrue(
        printed.startsWith("200 application/vnd.apache.arrow.stream 3 rows\nbool Bool\n"), printed);
    assertEquals(1 + EveryType.labelled().schema().size() + 1, printed.lines().count(), printed);
  }

  @Test
  void batchesAreReadThere() throws Exception {
    assertEquals(
        "200 application/vnd.apache.arrow.stream 3000 rows\nx Float64\n", node("read", "/stream"));
  }

  @Test
  void whatIsPostedThereIsTaken() throws Exception {
    assertEquals("200 [{\"n\":1,\"x\":0.5},{\"n\":2,\"x\":-1.0}]\n", node("write", "/table"));
  }
}
