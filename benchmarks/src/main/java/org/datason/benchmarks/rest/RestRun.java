package org.datason.benchmarks.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.datason.http.DatasonHttp;
import org.datason.spring.DatasonHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * Sends one table to and from controllers of Spring, once by Datason's converter and once, as a
 * list of maps, by that of Jackson: ways in turn, one client, best throughput and 99th percentile
 * of each. The throughput is in megabytes of Jackson's JSON, whatever the form has, so that it is
 * one of rows. Arguments: rows (100,000) and rounds (100).
 */
public final class RestRun {

  private RestRun() {}

  /** A request that is measured. */
  private record Way(String name, String path, String type, Server server, byte[] body) {}

  /**
   * Runs it.
   *
   * @param args rows and rounds
   * @throws Exception if a request fails
   */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    java.util.logging.LogManager.getLogManager().reset();
    Tables tables = new Tables(rows);
    DatasonHttp http = DatasonHttp.create();
    try (Server datason = new Server(tables, new DatasonHttpMessageConverter(http));
        Server jackson = new Server(tables, new MappingJackson2HttpMessageConverter())) {
      HttpClient client = HttpClient.newHttpClient();
      List<Way> ways = new ArrayList<>();
      for (String type :
          List.of(
              "application/json",
              "application/json;preset=api",
              "application/vnd.apache.arrow.stream",
              "text/csv",
              "application/x-ndjson")) {
        ways.add(way(client, "Datason " + type, "/frame", type, datason));
      }
      ways.add(way(client, "Jackson application/json", "/rows", "application/json", jackson));
      double megabytes = ways.get(ways.size() - 1).body.length / 1e6;
      System.out.printf("%,d rows, %.1f MB as Jackson's JSON%n", rows, megabytes);
      System.out.printf(
          "%-44s %10s %10s %10s %10s %10s%n",
          "", "bytes", "get MB/s", "p99 ms", "post MB/s", "p99 ms");
      double[][] gets = new double[ways.size()][rounds];
      double[][] posts = new double[ways.size()][rounds];
      for (int round = -rounds / 4; round < rounds; round++) {
        for (int i = 0; i < ways.size(); i++) {
          double get = seconds(client, get(ways.get(i)));
          double post = seconds(client, post(ways.get(i)));
          if (round >= 0) {
            gets[i][round] = get;
            posts[i][round] = post;
          }
        }
      }
      for (int i = 0; i < ways.size(); i++) {
        Arrays.sort(gets[i]);
        Arrays.sort(posts[i]);
        int last = (int) Math.ceil(rounds * 0.99) - 1;
        System.out.printf(
            "%-44s %,10d %10.0f %10.1f %10.0f %10.1f%n",
            ways.get(i).name,
            ways.get(i).body.length,
            megabytes / gets[i][0],
            gets[i][last] * 1e3,
            megabytes / posts[i][0],
            posts[i][last] * 1e3);
      }
    }
  }

  private static Way way(HttpClient client, String name, String path, String type, Server server)
      throws Exception {
    Way way = new Way(name, path, type, server, null);
    return new Way(
        name, path, type, server, client.send(get(way), BodyHandlers.ofByteArray()).body());
  }

  private static HttpRequest get(Way way) {
    return HttpRequest.newBuilder(URI.create(way.server.address() + way.path))
        .header("Accept", way.type)
        .build();
  }

  private static HttpRequest post(Way way) {
    return HttpRequest.newBuilder(URI.create(way.server.address() + way.path))
        .header("Content-Type", way.type)
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofByteArray(way.body))
        .build();
  }

  /** The seconds until the whole answer is there, its bytes only. */
  private static double seconds(HttpClient client, HttpRequest request) throws Exception {
    long start = System.nanoTime();
    int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 200) {
      throw new IllegalStateException(request + " was answered by " + status);
    }
    return seconds;
  }
}
