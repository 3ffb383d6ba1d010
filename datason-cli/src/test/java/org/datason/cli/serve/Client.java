package org.datason.cli.serve;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.datason.Datason;

/** A client that holds each answer to the description of the service. */
final class Client {

  private final URI uri;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<?, ?> paths;

  Client(Service service) throws IOException {
    uri = service.uri();
    paths = (Map<?, ?>) map(Datason.create().fromJson(OpenApi.document())).get("paths");
  }

  static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve(path)).method(method, publisher);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    check(method.equals("HEAD") ? "get" : method.toLowerCase(), path, answer);
    return answer;
  }

  /** A status that is described, or an error as the default of all is. */
  private void check(String method, String path, HttpResponse<byte[]> answer) {
    String plain = path.replaceFirst("\\?.*", "");
    Map<?, ?> operations = null;
    for (Map.Entry<?, ?> entry : paths.entrySet()) {
      String template = entry.getKey().toString();
      if (template.equals(plain)
          || operations == null
              && plain.matches(template.replaceAll("\\{\\w+\\}", "[^/]+").replace(".", "\\."))) {
        operations = map(entry.getValue());
      }
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    Object operation = operations == null ? null : operations.get(method);
    if (answer.statusCode() >= 400) {
      assertTrue(type.equals("application/problem+json"), () -> answer + " " + type);
    }
    if (operation != null) {
      Object described =
          map(map(operation).get("responses")).get(Integer.toString(answer.statusCode()));
      assertNotNull(described, () -> method + " " + path + " answers " + answer.statusCode());
      Object content = map(described).get("content");
      if (content != null && answer.body().length > 0) {
        String known = type.replaceFirst(";.*", "");
        assertTrue(map(content).containsKey(known), () -> method + " " + path + ": " + type);
      }
    }
  }

  int put(String path, String type, String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send("PUT", path, bytes, "Content-Type", type).statusCode();
  }

  String get(String path, String accept) throws IOException, InterruptedException {
    return text(send("GET", path, null, "Accept", accept));
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Sends bytes, says that no more come, and takes what is answered until the end. */
  String raw(String bytes) throws IOException {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  Socket socket() throws IOException {
    return new Socket(uri.getHost(), uri.getPort());
  }
}
