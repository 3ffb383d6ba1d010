package org.datason.benchmarks.track;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.datason.benchmarks.rows.Operation;
import org.datason.benchmarks.rows.Row;

/**
 * The process that measures one row of one side. It says {@code ready}, and for each line of its
 * input, a number of nanoseconds, calls the operation for so much CPU time and answers with a
 * {@link Sample}. What fails is one line that begins with {@code failed}.
 */
public final class Worker {

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final long thread = Thread.currentThread().getId();
  private final Operation operation;
  private final double burdened;
  private int batch = 1;
  private volatile Object result;

  private Worker(Operation operation, double burdened) {
    this.operation = operation;
    this.burdened = burdened;
  }

  /**
   * Measures until the input ends.
   *
   * @param args the row, and by how much to slow it down (0.1 is 10%)
   * @throws IOException if the other side is gone
   */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // some benchmarks say what they have made
    try (Operation operation = new Operation(Row.parse(args[0]))) {
      Worker worker = new Worker(operation, Double.parseDouble(args[1]));
      answers.println("ready");
      BufferedReader orders =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        answers.println(worker.sample(Long.parseLong(order)));
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      answers.println("failed " + e.toString().replace('\n', ' '));
    }
  }

  /** Calls the operation for so many nanoseconds of CPU time, in batches between looks at it. */
  private Sample sample(long nanos) throws Throwable {
    long bytesBefore = threads.getThreadAllocatedBytes(thread);
    long start = threads.getCurrentThreadCpuTime();
    long now = start;
    long calls = 0;
    while (now - start < nanos) {
      long before = now;
      for (int i = 0; i < batch; i++) {
        result = operation.call();
      }
      calls += batch;
      now = threads.getCurrentThreadCpuTime();
      if (burdened > 0) {
        long until = now + (long) ((now - before) * burdened);
        while (now < until) {
          now = threads.getCurrentThreadCpuTime();
        }
      }
      if (now - before < 100_000) {
        batch *= 2;
      }
    }
    long bytes = threads.getThreadAllocatedBytes(thread) - bytesBefore;
    double operations = (double) calls * operation.perCall();
    return new Sample((now - start) / operations, bytes / operations);
  }
}
