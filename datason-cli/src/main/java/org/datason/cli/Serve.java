package org.datason.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.datason.cli.serve.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps tables and gives them out over HTTP. */
@Command(
    name = "serve",
    description = {
      "Keeps tables under names and gives them out over HTTP, until it is stopped (Ctrl-C).",
      "PUT /frames/NAME takes a table as JSON, JSON Lines, Arrow's stream or CSV, GET gives it in"
          + " the one of them that Accept asks for, DELETE deletes it, and GET /frames lists all."
          + " GET /runs lists the runs of an experiment log, GET /runs/ID shows one, and"
          + " GET /runs/compare and /runs/metrics give tables of them. /openapi.json tells the"
          + " rest."
    })
final class Serve implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Where to listen (${DEFAULT-VALUE}); 0 takes a free one.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "The address to listen on (${DEFAULT-VALUE}, which this machine alone can reach).",
        "There are no passwords and no encryption: 0.0.0.0 opens all to everybody."
      })
  private String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "datason-data",
      description = "The folder of the tables (${DEFAULT-VALUE}), made if it is not there.")
  private Path data;

  @Option(
      names = "--log",
      paramLabel = "LOG",
      description = "The folder of the experiment log; DIR/runs by default.")
  private Path log;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      defaultValue = "1G",
      converter = ByteCount.class,
      description =
          "How large a body may be as it is sent (${DEFAULT-VALUE}); four times as large when it is"
              + " decompressed.")
  private long maxBody;

  @Option(
      names = "--request-time",
      paramLabel = "SECONDS",
      defaultValue = "900",
      description =
          "How long a request may take to come, its body included (${DEFAULT-VALUE}); its connection"
              + " is closed then.")
  private int requestTime;

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw Errors.usage(spec.commandLine(), "--port must be from 0 to 65535, not " + port);
    }
    if (requestTime < 1) {
      throw Errors.usage(
          spec.commandLine(), "--request-time must be at least 1, not " + requestTime);
    }
    // The JDK's server knows no other way to tell it, and reads it when the first one is made.
    System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(requestTime));
    PrintWriter err = spec.commandLine().getErr();
    Path runs = log == null ? data.resolve("runs") : log;
    CountDownLatch stopped = new CountDownLatch(1);
    try (Service service =
        Service.start(
            new Service.Options(data, runs, address(), maxBody),
            line -> err.println("datason: " + Text.line(line)))) {
      // The process ends with this thread of the JVM, which waits for the last answers.
      Thread closing = new Thread(() -> stop(service, err), "datason-stop");
      Runtime.getRuntime().addShutdownHook(closing);
      print(service, spec.commandLine().getOut());
      stopped.await();
    } catch (BindException e) {
      throw new Failure(
          "Port "
              + port
              + " of "
              + host
              + " cannot be taken: "
              + e.getMessage()
              + "; --port 0 takes a free one",
          e);
    } catch (IOException e) {
      throw new Failure("The service cannot start: " + Errors.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private InetSocketAddress address() {
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw Errors.usage(spec.commandLine(), "There is no address '" + host + "'");
    }
  }

  private void print(Service service, PrintWriter out) {
    String uri = service.uri().toString();
    out.println("datason serves " + Text.line(data.toString()) + " at " + uri + " (Ctrl-C stops)");
    out.println("  curl -T weather.csv -H 'Content-Type: text/csv' " + uri + "frames/weather");
    out.println("  curl -H 'Accept: application/x-ndjson' " + uri + "frames/weather");
    out.flush();
  }

  private static void stop(Service service, PrintWriter err) {
    service.close();
    err.println("datason: stopped");
    err.flush();
  }
}
