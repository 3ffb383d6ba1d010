package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.datason.cli.serve.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the service from starting; what it does is tested beside it. */
class ServeTest {

  @TempDir private Path folder;

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertEquals(
          Run.failed(
              1,
              "datason: Port "
                  + port
                  + " of 127.0.0.1 cannot be taken: Address already in use; --port 0 takes a free"
                  + " one"),
          Run.of("serve", "--port", port, "--data", folder));
    }
  }

  @Test
  void aFolderThatIsServedIsTold() throws IOException {
    try (Service service = Service.start(Service.Options.of(folder), line -> {})) {
      assertTrue(service.uri().toString().startsWith("http://127.0.0.1:"));
      assertEquals(
          Run.failed(
              1, "datason: The service cannot start: " + folder + " is served by another process"),
          Run.of("serve", "--port", 0, "--data", folder));
    }
  }

  @Test
  void wrongUsage() {
    assertEquals(
        Run.failed(
            2, "datason: --port must be from 0 to 65535, not 70000 (see 'datason serve --help')"),
        Run.of("serve", "--port", 70_000, "--data", folder));
    assertEquals(
        Run.failed(
            2, "datason: There is no address 'no.such.host.invalid' (see 'datason serve --help')"),
        Run.of("serve", "--host", "no.such.host.invalid", "--data", folder));
    assertEquals(
        Run.failed(
            2,
            "datason: Invalid value for option '--max-body': expected a number of bytes such as"
                + " 4096, 64K, 16M or 2G but found '0' (see 'datason serve --help')"),
        Run.of("serve", "--max-body", 0, "--data", folder));
  }

  @Test
  void aRequestHasAtLeastASecond() {
    assertEquals(
        Run.failed(
            2, "datason: --request-time must be at least 1, not 0 (see 'datason serve --help')"),
        Run.of("serve", "--request-time", 0, "--data", folder));
  }

  @Test
  void helpIsNoWiderThanATerminal() {
    Run help = Run.of("serve", "--help");
    assertEquals(0, help.code());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
  }
}
