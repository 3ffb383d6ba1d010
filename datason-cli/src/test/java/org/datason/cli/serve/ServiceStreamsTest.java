package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.datason.cli.ChildJava;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large tables, several clients at once, and ends of all kinds. */
class ServiceStreamsTest {

  private static final int ROWS = 400_000;

  @TempDir private Path folder;
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();

  private Service start() throws IOException {
    return Service.start(Service.Options.of(folder), errors::add);
  }

  /** Rows that all hold one number, more than the buffers between server and client take. */
  private static String rows(int number, int rows) {
    return "x,y\n" + (number + "," + number + number + "\n").repeat(rows);
  }

  private static String get(Client client) throws IOException, InterruptedException {
    return client.get("/frames/t", "text/csv").replace("\r\n", "\n");
  }

  @Test
  void whoReadsATableThatIsReplacedReadsItToItsEnd() throws Exception {
    try (Service service = start()) {
      Client client = new Client(service);
      for (String accept : new String[] {"application/x-ndjson", "application/json", "text/csv"}) {
        client.put("/frames/t", "text/csv", rows(1, ROWS));
        String whole = client.get("/frames/t", accept);
        try (Socket socket = client.socket()) {
          socket
              .getOutputStream()
              .write(
                  ("GET /frames/t HTTP/1.0\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
          DataInputStream in = new DataInputStream(socket.getInputStream());
          byte[] begin = new byte[2000];
          in.readFully(begin);
          assertEquals(200, client.put("/frames/t", "text/csv", rows(2, 3)));
          assertEquals(rows(2, 3), get(client));
          assertEquals(204, client.send("DELETE", "/frames/t", null).statusCode());
          String answer =
              new String(begin, StandardCharsets.UTF_8)
                  + new String(in.readAllBytes(), StandardCharsets.UTF_8);
          assertEquals(whole, answer.substring(answer.indexOf("\r\n\r\n") + 4));
        }
      }
    }
    assertEquals("[]", errors.toString());
    try (Stream<Path> left = Files.list(folder.resolve("passing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void everyReaderSeesOneVersionWhole() throws Exception {
    try (Service service = start()) {
      Client client = new Client(service);
      client.put("/frames/t", "text/csv", rows(0, 1000));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int number = i;
        threads.add(
            new Thread(
                () -> {
                  try {
                    for (int j = 0; j < 8; j++) {
                      int code = client.put("/frames/t", "text/csv", rows(number, 1000 + number));
                      String read = get(client);
                      int found = read.charAt(4) - '0';
                      boolean whole =
                          code == 200
                              && (read.equals(rows(found, 1000 + found))
                                  || read.equals(rows(0, 1000)));
                      if (!whole) {
                        errors.add(code + ": " + read.substring(0, 50));
                      }
                    }
                  } catch (IOException | InterruptedException e) {
                    errors.add(e.toString());
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertEquals("[]", errors.toString());
  }

  @Test
  void whoStoresATableIsToldOfThatOne() throws Exception {
    try (Service service = start()) {
      Client client = new Client(service);
      List<Thread> threads = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        int rows = i;
        threads.add(
            new Thread(
                () -> {
                  try {
                    for (int j = 0; j < 25; j++) {
                      byte[] body = rows(1, rows).getBytes(StandardCharsets.US_ASCII);
                      String told =
                          Client.text(
                              client.send("PUT", "/frames/t", body, "Content-Type", "text/csv"));
                      if (!told.contains("\"rows\":" + rows + ",")) {
                        errors.add(rows + ": " + told);
                      }
                    }
                  } catch (IOException | InterruptedException e) {
                    errors.add(e.toString());
                  }
                }));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertEquals("[]", errors.toString());
  }

  @Test
  void aClientThatGoesAwayLeavesNothing() throws Exception {
    try (Service service = start()) {
      Client client = new Client(service);
      client.put("/frames/t", "text/csv", rows(1, ROWS));
      try (Socket socket = client.socket()) {
        socket
            .getOutputStream()
            .write("GET /frames/t HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
        assertTrue(socket.getInputStream().read() > 0);
      }
    } // which waits for the answer that nobody takes
    assertEquals("[]", errors.toString());
    try (Stream<Path> left = Files.list(folder.resolve("passing"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void theLastAnswerIsSentBeforeTheEnd() throws Exception {
    Service service = start();
    Client client = new Client(service);
    client.put("/frames/t", "text/csv", rows(1, ROWS));
    try (Socket socket = client.socket()) {
      socket
          .getOutputStream()
          .write(
              "GET /frames/t HTTP/1.0\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n".getBytes());
      InputStream in = socket.getInputStream();
      assertTrue(in.read() > 0);
      Thread closing = new Thread(service::close);
      closing.start();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      closing.join();
      String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
      assertEquals(rows(1, ROWS), body.replace("\r\n", "\n"));
    }
    assertEquals("[]", errors.toString());
  }

  // ---------------------------------------------------------------- a process of its own

  private Process process(String... flags) throws IOException {
    return ChildJava.start(
        List.of(flags),
        "org.datason.cli.Main",
        List.of("serve", "--port", "0", "--data", folder.toString()));
  }

  /** Where it says that it is. */
  private static URI uri(BufferedReader out) throws IOException {
    String line = out.readLine();
    assertTrue(line.startsWith("datason serves "), line);
    assertTrue(out.readLine().startsWith("  curl -T "));
    assertTrue(out.readLine().startsWith("  curl -H "));
    return URI.create(line.replaceFirst(".* at (\\S+) .*", "$1"));
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void aProcessThatIsKilledDamagesNothing() throws Exception {
    Process process = process();
    try {
      URI uri = uri(output(process));
      HttpClient http = HttpClient.newHttpClient();
      HttpRequest put =
          HttpRequest.newBuilder(uri.resolve("/frames/t"))
              .header("Content-Type", "text/csv")
              .PUT(BodyPublishers.ofString(rows(1, 100)))
              .build();
      assertEquals(201, http.send(put, BodyHandlers.ofString()).statusCode());
      try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
        socket
            .getOutputStream()
            .write(
                ("PUT /frames/t HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 100000000\r\n\r\n"
                        + rows(2, ROWS))
                    .getBytes(StandardCharsets.US_ASCII));
        Path passing = folder.resolve("passing");
        boolean begun = false;
        while (!begun) {
          try (Stream<Path> files = Files.list(passing)) {
            begun = files.findAny().isPresent();
          }
        }
        process.destroyForcibly().waitFor();
      }
    } finally {
      process.destroyForcibly();
    }
    try (Service service = start()) {
      assertEquals(rows(1, 100), get(new Client(service)));
    }
    assertEquals("[]", errors.toString());
  }

  @Test
  void aProcessThatIsStoppedSaysSo() throws Exception {
    Process process = process();
    try {
      BufferedReader out = output(process);
      URI uri = uri(out);
      HttpRequest get = HttpRequest.newBuilder(uri.resolve("/frames")).build();
      assertEquals("[]", HttpClient.newHttpClient().send(get, BodyHandlers.ofString()).body());
      process.toHandle().destroy(); // as Ctrl-C does
      assertEquals("datason: stopped", out.readLine());
      assertNull(out.readLine());
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void littleMemorySuffices() throws Exception {
    Path csv = folder.resolve("t.csv");
    Files.writeString(csv, rows(7, 2_000_000)); // 10 MB, of which the columns would take 32
    Process process = process("-Xmx24m", "-XX:+UseSerialGC");
    try {
      URI uri = uri(output(process));
      HttpClient http = HttpClient.newHttpClient();
      HttpRequest put =
          HttpRequest.newBuilder(uri.resolve("/frames/t"))
              .header("Content-Type", "text/csv")
              .PUT(BodyPublishers.ofFile(csv))
              .build();
      HttpResponse<String> stored = http.send(put, BodyHandlers.ofString());
      assertEquals(201, stored.statusCode(), stored.body());
      for (String accept :
          new String[] {"application/json", "text/csv", "application/vnd.apache.arrow.stream"}) {
        HttpRequest get =
            HttpRequest.newBuilder(uri.resolve("/frames/t")).header("Accept", accept).build();
        Path file = folder.resolve("got");
        HttpResponse<Path> got = http.send(get, BodyHandlers.ofFile(file));
        assertEquals(200, got.statusCode());
        assertTrue(Files.size(file) > 8_000_000, accept + ": " + Files.size(file));
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
