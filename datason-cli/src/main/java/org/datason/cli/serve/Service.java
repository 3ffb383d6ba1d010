package org.datason.cli.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.datason.Datason;
import org.datason.http.DatasonHttp;
import org.datason.http.Endpoint;
import org.datason.http.MediaType;
import org.datason.http.Request;
import org.datason.http.Response;
import org.datason.http.Routes;

/**
 * A service that keeps tables under names and gives them out in any form, and shows the runs of an
 * experiment log. It runs until it is closed, on threads of its own.
 *
 * <pre>{@code
 * try (Service service = Service.start(Service.Options.of(Path.of("data")), System.err::println)) {
 *   HttpRequest get = HttpRequest.newBuilder(service.uri().resolve("/frames/weather")).build();
 * }
 * }</pre>
 */
public final class Service implements AutoCloseable {

  private static final int THREADS = 64;
  private static final long PATIENCE = 10_000; // milliseconds

  /**
   * What a service is told.
   *
   * @param data the folder of the tables, made if it is not there
   * @param log the folder of the experiment log, which need not be there
   * @param address where to listen; port 0 for a free one
   * @param maxBody how many bytes a body may have as it is sent; decompressed four times as many
   */
  public record Options(Path data, Path log, InetSocketAddress address, long maxBody) {

    /**
     * A service on a free port of this machine alone.
     *
     * @param data the folder of the tables; the log is in its folder {@code runs}
     * @return the options
     */
    public static Options of(Path data) {
      InetSocketAddress local = new InetSocketAddress("127.0.0.1", 0);
      return new Options(data, data.resolve("runs"), local, 1L << 30);
    }
  }

  /** One thing that can be asked for. */
  record Operation(String method, String path, Endpoint endpoint) {}

  private final HttpServer server;
  private final Guard guard;
  private final ExecutorService threads;
  private final FileChannel lock;
  private final List<Operation> operations;

  private Service(
      HttpServer server,
      Guard guard,
      ExecutorService threads,
      FileChannel lock,
      List<Operation> operations) {
    this.server = server;
    this.guard = guard;
    this.threads = threads;
    this.lock = lock;
    this.operations = operations;
  }

  /**
   * Starts a service.
   *
   * @param options what it is told
   * @param errors is told of errors that clients are not told of, one line each
   * @return the service, which answers requests by now
   * @throws IOException if the folder or the address is used by another process, or cannot be used
   */
  public static Service start(Options options, Consumer<String> errors) throws IOException {
    Files.createDirectories(options.data);
    FileChannel lock = lock(options.data);
    try {
      List<Operation> operations = operations(options);
      Routes routes = http(options).routes();
      for (Operation operation : operations) {
        routes = routes.route(operation.method, operation.path, operation.endpoint);
      }
      routes = routes.onError((request, error) -> errors.accept(line(request, error)));
      Guard guard = new Guard(routes, options.address.getAddress());
      HttpServer server = HttpServer.create(options.address, 0);
      ExecutorService threads =
          Executors.newFixedThreadPool(
              THREADS,
              task -> {
                Thread thread = new Thread(task, "datason-serve");
                thread.setDaemon(true);
                return thread;
              });
      server.setExecutor(threads);
      server.createContext("/", guard);
      server.start();
      return new Service(server, guard, threads, lock, operations);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException(folder + " is served by another process");
    }
    return channel;
  }

  private static DatasonHttp http(Options options) {
    return DatasonHttp.builder()
        .datason(datason())
        .maxBodyBytes(options.maxBody)
        .maxContentBytes(4 * options.maxBody)
        .build();
  }

  /** Without limits on what a table holds but that on its size. */
  private static Datason datason() {
    return Datason.create().with(c -> c.maxItems(Integer.MAX_VALUE).maxBytes(Long.MAX_VALUE));
  }

  private static List<Operation> operations(Options options) throws IOException {
    FrameStore store = new FrameStore(options.data);
    Frames frames = new Frames(http(options), store, options.maxBody);
    Runs runs = new Runs(options.log, datason());
    return List.of(
        new Operation("GET", "/", Service::index),
        new Operation("GET", "/openapi.json", Service::openApi),
        new Operation("GET", "/frames", frames::list),
        new Operation("GET", "/frames/{name}", frames::get),
        new Operation("PUT", "/frames/{name}", frames::put),
        new Operation("DELETE", "/frames/{name}", frames::delete),
        new Operation("GET", "/frames/{name}/schema", frames::schema),
        new Operation("GET", "/runs", runs::list),
        new Operation("GET", "/runs/compare", runs::compare),
        new Operation("GET", "/runs/metrics", runs::metrics),
        new Operation("GET", "/runs/{id}", runs::show));
  }

  private static Object index(Request request) {
    return Response.of(
            200, Map.of("frames", "/frames", "runs", "/runs", "description", "/openapi.json"))
        .as(MediaType.JSON);
  }

  private static Object openApi(Request request) throws IOException {
    return Response.of(200, Datason.create().fromJson(OpenApi.document())).as(MediaType.JSON);
  }

  private static String line(Request request, Throwable error) {
    return request.method() + " " + request.uri().getPath() + ": " + error;
  }

  /**
   * What can be asked for.
   *
   * @return methods and paths
   */
  List<Operation> operations() {
    return operations;
  }

  /**
   * Where the service is.
   *
   * @return the address of its root
   */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    String host = HostName.of(address.getAddress());
    return URI.create("http://" + host + ":" + address.getPort() + "/");
  }

  /**
   * Takes no more requests, waits up to ten seconds for those that are being answered, and ends.
   */
  @Override
  public void close() {
    guard.close(PATIENCE);
    server.stop(0);
    threads.shutdownNow();
    try {
      lock.close();
    } catch (IOException e) {
      return; // the lock goes with the process
    }
  }
}
