package org.datason.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.datason.Datason;
import org.datason.config.TensorForm;
import org.datason.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten million doubles as a list and as base64, beside Jackson and a plain copy of the array. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2500m", "-Xmx2500m", "-XX:+AlwaysPreTouch"})
public class TensorBenchmark {

  /** How many doubles. */
  @Param({"10000000"})
  public int size;

  private final Datason lists = Datason.create();
  private final Datason base64 = lists.with(c -> c.tensorForm(TensorForm.BASE64));
  private final ObjectMapper jackson =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
              .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
              .build());

  private double[] numbers;
  private Tensor tensor;
  private byte[] asList;
  private byte[] asBase64;
  private byte[] asJackson;

  /** Makes the numbers, and checks that both forms come back as they were. */
  @Setup
  public void prepare() throws IOException {
    numbers = new Random(7).doubles(size).toArray();
    tensor = Tensor.of(numbers, size);
    asList = lists.toBytes(tensor);
    asBase64 = base64.toBytes(tensor);
    asJackson = jackson.writeValueAsBytes(numbers);
    if (!tensor.equals(lists.fromJson(asList)) || !tensor.equals(base64.fromJson(asBase64))) {
      throw new IllegalStateException("The tensor came back otherwise");
    }
  }

  /** The array itself, as the bound. */
  @Benchmark
  public double[] copy() {
    return Arrays.copyOf(numbers, size);
  }

  @Benchmark
  public byte[] writeList() {
    return lists.toBytes(tensor);
  }

  @Benchmark
  public Object readList() {
    return lists.fromJson(asList);
  }

  @Benchmark
  public byte[] writeBase64() {
    return base64.toBytes(tensor);
  }

  /** To a stream that takes the bytes and does nothing with them. */
  @Benchmark
  public void streamBase64() {
    base64.write(tensor, OutputStream.nullOutputStream());
  }

  @Benchmark
  public Object readBase64() {
    return base64.fromJson(asBase64);
  }

  @Benchmark
  public byte[] jacksonWriteList() throws IOException {
    return jackson.writeValueAsBytes(numbers);
  }

  @Benchmark
  public double[] jacksonReadList() throws IOException {
    return jackson.readValue(asJackson, double[].class);
  }
}
