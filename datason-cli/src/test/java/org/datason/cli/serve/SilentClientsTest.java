package org.datason.cli.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datason.cli.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that begin a request, hold the thread that would take it, and say no more. */
class SilentClientsTest {

  private static final int ALL_THREADS = 64;
  private static final int PATIENCE = 60_000; // milliseconds

  @TempDir private Path folder;

  private static Socket send(URI uri, String bytes) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE);
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    return socket;
  }

  /** Whether the other side has ended a connection, without an answer; waits for it. */
  private static boolean ends(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true; // reset
    }
  }

  @Test
  void theirConnectionsEndAndOthersAreAnswered() throws Exception {
    List<String> arguments =
        List.of("serve", "--port", "0", "--data", folder.toString(), "--request-time", "1");
    Process process = ChildJava.start(List.of(), "org.datason.cli.Main", arguments);
    List<Socket> silent = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      URI uri = URI.create(out.readLine().replaceFirst(".* at (\\S+) .*", "$1"));
      for (int i = 0; i < ALL_THREADS; i++) {
        String half =
            i % 2 == 0
                ? "GET /fra"
                : "PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                    + "Content-Length: 100\r\n\r\nx\n1\n";
        silent.add(send(uri, half));
      }
      for (Socket socket : silent) {
        assertTrue(ends(socket));
      }
      try (Socket other = send(uri, "GET /frames HTTP/1.0\r\nHost: localhost\r\n\r\n")) {
        String answer = new String(other.getInputStream().readAllBytes(), US_ASCII);
        assertEquals("[]", answer.substring(answer.indexOf("\r\n\r\n") + 4));
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
      process.destroyForcibly().waitFor();
    }
  }
}
