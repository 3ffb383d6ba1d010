package org.datason.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.datason.TypeRef;
import org.datason.frame.BatchOptions;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many clients at once, with tables of all sizes, bad bodies and abrupt ends among them. */
class LoadTest {

  private static final TypeRef<Stream<Frame>> BATCHES = new TypeRef<>() {};
  private static final int CLIENTS = 64;
  private static final List<MediaType> FORMS =
      List.of(MediaType.JSON, MediaType.NDJSON, MediaType.ARROW_STREAM, MediaType.CSV);

  /** A batch has 8 KB as numbers and up to 20 KB as text. */
  private static final int LARGEST = 100_000_000 / 20_000;

  private final DatasonHttp http =
      DatasonHttp.builder().batches(BatchOptions.defaults().withChunkSize(1 << 16)).build();
  private final AtomicInteger open = new AtomicInteger();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

  private Stream<Frame> batches(int count) {
    open.incrementAndGet();
    return new CountedBatches(count).stream().onClose(open::decrementAndGet);
  }

  private Routes routes() {
    return http.routes()
        .post("/rows", request -> request.body(BATCHES).mapToLong(Frame::size).sum())
        .post("/frame", request -> request.body(Frame.class))
        .get("/stream", request -> batches(Integer.parseInt(request.query("n").get(0))))
        .get(
            "/fails",
            request -> {
              open.incrementAndGet();
              return new CountedBatches(1_000)
                  .failingAt(30).stream().onClose(open::decrementAndGet);
            });
  }

  private final class Client {

    private final Random random;
    private final Served served;
    private final int largest;

    Client(int number, Served served, int largest) {
      random = new Random(number);
      this.served = served;
      this.largest = largest;
    }

    /** Mostly small, sometimes the largest. */
    private int size() {
      double part = Math.pow(random.nextDouble(), 4);
      return 1 + (int) (part * largest);
    }

    private MediaType type() {
      return FORMS.get(random.nextInt(FORMS.size()));
    }

    private ContentCoding coding() {
      return ContentCoding.values()[random.nextInt(3)];
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(served.uri(path));
    }

    void act() throws Exception {
      switch (random.nextInt(7)) {
        case 0 -> upload();
        case 1 -> download();
        case 2 -> echo();
        case 3 -> malformed();
        case 4 -> leaveDownload();
        case 5 -> leaveUpload();
        default -> fails();
      }
    }

    private void upload() throws Exception {
      int n = size();
      HttpBody body = http.body(batches(n), new BodyForm(type(), coding()));
      long rows =
          served
              .client
              .send(
                  request("/rows").headers(body.headers()).POST(body).build(),
                  http.bodyHandler(Long.class))
              .body();
      check(rows == (long) n * CountedBatches.ROWS, "rows " + rows + " of " + n);
    }

    private void download() throws Exception {
      int n = size();
      HttpRequest get =
          request("/stream?n=" + n)
              .header("Accept", type().toString())
              .header("Accept-Encoding", coding().token())
              .build();
      try (Stream<Frame> batches = served.client.send(get, http.bodyHandler(BATCHES)).body()) {
        long rows = batches.mapToLong(Frame::size).sum();
        check(rows == (long) n * CountedBatches.ROWS, "rows " + rows + " of " + n);
      }
    }

    private void echo() throws Exception {
      Frame frame = EveryType.labelled();
      MediaType type = random.nextBoolean() ? MediaType.JSON : MediaType.ARROW_STREAM;
      HttpBody body = http.body(frame, new BodyForm(type, coding()));
      HttpRequest post =
          request("/frame")
              .headers(body.headers())
              .header("Accept", type.toString())
              .POST(body)
              .build();
      Frame same = served.client.send(post, http.bodyHandler(Frame.class)).body();
      check(frame.equals(same), "another frame");
    }

    private void malformed() throws Exception {
      HttpRequest post =
          request("/rows")
              .header("Content-Type", type().toString())
              .POST(BodyPublishers.ofString("[{\"a\":1},{]\n\"x\n"))
              .build();
      int status = served.client.send(post, BodyHandlers.discarding()).statusCode();
      check(status == 400, "status " + status);
    }

    private void leaveDownload() throws Exception {
      try (Socket socket = new Socket("localhost", served.port())) {
        String get =
            "GET /stream?n=%d HTTP/1.1\r\nHost: localhost\r\nAccept: %s\r\n\r\n"
                .formatted(largest, type());
        socket.getOutputStream().write(get.getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().readNBytes(random.nextInt(100_000));
      }
    }

    private void leaveUpload() throws Exception {
      try (Socket socket = new Socket("localhost", served.port())) {
        OutputStream out = socket.getOutputStream();
        String post =
            "POST /rows HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n"
                + "Content-Length: 1000000\r\n\r\n[{\"a\":1}";
        out.write(post.formatted(type()).getBytes(StandardCharsets.US_ASCII));
      }
    }

    private void fails() throws Exception {
      HttpRequest get = request("/fails").header("Accept", type().toString()).build();
      try {
        served.client.send(get, http.bodyHandler(Frame.class));
        check(false, "no error though the source failed");
      } catch (IOException e) {
        check(!(e.getCause() instanceof HttpProblem), "a problem: " + e);
      }
    }

    private void check(boolean right, String otherwise) {
      if (!right) {
        unexpected.add(otherwise);
      }
    }

    void actWhile(BooleanSupplier more) {
      while (more.getAsBoolean()) {
        try {
          act();
        } catch (Exception e) {
          unexpected.add(e.toString() + " caused by " + e.getCause());
        }
      }
    }
  }

  private void load(int largest, Supplier<BooleanSupplier> more) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (Served served = new Served(routes())) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Client client = new Client(i, served, largest);
        BooleanSupplier of = more.get();
        running.add(clients.submit(() -> client.actWhile(of)));
      }
      for (Future<?> client : running) {
        client.get();
      }
      served.drain();
      assertEquals(List.of(), List.copyOf(unexpected));
      assertEquals(
          List.of(),
          served.errors.stream()
              .map(Throwable::toString)
              .filter(text -> !text.endsWith("The source failed"))
              .toList());
      assertEquals(0, open.get(), "sources that are open");
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void manyClientsAtOnce() throws Exception {
    load(
        100,
        () -> {
          AtomicInteger left = new AtomicInteger(5);
          return () -> left.getAndDecrement() > 0;
        });
  }

  @Test
  @Tag("slow")
  void manyClientsForMinutes() throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Integer.getInteger("load.minutes", 5));
    // Tables of 64 clients as a whole would have 6.4 GB.
    assertTrue(Runtime.getRuntime().maxMemory() <= 1L << 30, "run with -Xmx1g");
    load(LARGEST, () -> () -> System.nanoTime() < end);
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    assertTrue(heap < 100_000_000, "heap: " + heap);
  }
}
