package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.datason.Datason;
import org.datason.frame.Frame;
import org.datason.frame.Series;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.datason.tensor.SparseTensor;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of libraries that are not on the class path, and handlers of theirs that are. */
class OptionalLibrariesTest {

  private static final Datason DATASON = Datason.create();

  private static final String RECORDS = "{\"orient\":\"records\",\"data\":[{\"a\":1},{\"a\":2}]}";
  private static final String ARRAY = "{\"dtype\":\"float64\",\"shape\":[2],\"data\":[1.5,2.5]}";

  private static String envelope(String hint, String java, String value) {
    return "{\"__datason_type__\":\""
        + hint
        + "\",\"__datason_java__\":\""
        + java
        + "\",\"__datason_value__\":"
        + value
        + "}";
  }

  @ParameterizedTest
  @CsvSource({"pandas.DataFrame,com.acme.Table", "polars.DataFrame,com.acme.Table"})
  void aTableOfAnUnknownLibraryLoadsAsAFrame(String hint, String java) {
    Frame frame = DATASON.fromJson(RECORDS, Frame.class);
    assertEquals(frame, DATASON.fromJson(envelope(hint, java, RECORDS)));
    assertEquals(frame, DATASON.fromJson(envelope(hint, java, RECORDS), Frame.class));
  }

  @ParameterizedTest
  @CsvSource({"pandas.Series", "polars.Series"})
  void aColumnOfAnUnknownLibraryLoadsAsASeries(String hint) {
    String value = "{\"name\":\"a\",\"dtype\":\"int64\",\"data\":[1,2]}";
    Series series = DATASON.fromJson(value, Series.class);
    assertEquals(series, DATASON.fromJson(envelope(hint, "com.acme.Column", value)));
    assertEquals(series, DATASON.fromJson(envelope(hint, "com.acme.Column", value), Series.class));
  }

  @ParameterizedTest
  @CsvSource({"numpy.ndarray", "torch.Tensor", "tf.Tensor", "jax.Array"})
  void anArrayOfAnUnknownLibraryLoadsAsATensor(String hint) {
    Tensor tensor = Tensor.of(new double[] {1.5, 2.5}, 2);
    String json = envelope(hint, "org.nd4j.linalg.api.ndarray.INDArray", ARRAY);
    assertEquals(tensor, DATASON.fromJson(json));
    assertEquals(tensor, DATASON.fromJson(json, Tensor.class));
    assertEquals(hint, ((Tensor) DATASON.fromJson(json)).origin().hint());
  }

  @Test
  void aSparseArrayOfAnUnknownLibraryLoadsAsASparseTensor() {
    String json =
        envelope(
            "scipy.sparse.matrix",
            "com.acme.Sparse",
            "{\"format\":\"coo\",\"dtype\":\"float64\",\"shape\":[2,2],"
                + "\"row\":[0],\"col\":[1],\"data\":[0.5]}");
    SparseTensor tensor = assertInstanceOf(SparseTensor.class, DATASON.fromJson(json));
    assertEquals(tensor, DATASON.fromJson(json, SparseTensor.class));
  }

  @Test
  void whatIsNoTableOrTensorStaysData() {
    String table = envelope("pandas.DataFrame", "com.acme.Table", "{\"orient\":\"sideways\"}");
    assertEquals(table, DATASON.toJson(assertInstanceOf(Hinted.class, DATASON.fromJson(table))));
    String items = envelope("numpy.ndarray", "com.acme.Thing[]", "[1,2]");
    assertEquals(items, DATASON.toJson(assertInstanceOf(Hinted.class, DATASON.fromJson(items))));
    String number = envelope("numpy.floating", "com.acme.Half", "0.5");
    assertEquals(number, DATASON.toJson(assertInstanceOf(Hinted.class, DATASON.fromJson(number))));
  }

  // ---------------------------------------------------------------- handlers of absent libraries

  /** As the handler of a class that is not there behaves. */
  public static final class AbsentHandler implements TypeHandler<Object> {

    @Override
    public Class<Object> type() {
      throw new NoClassDefFoundError("com/acme/Table");
    }

    @Override
    public String hint() {
      return "pandas.DataFrame";
    }

    @Override
    public String javaType() {
      return "com.acme.Table";
    }

    @Override
    public void write(Object value, JsonWriter out) {
      throw new AssertionError("nothing is of this type");
    }

    @Override
    public Object read(JsonReader in) {
      throw new AssertionError("nothing is of this type");
    }
  }

  @Test
  void aHandlerWhoseLibraryIsAbsentIsPassedOver(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(TypeHandler.class.getName()), AbsentHandler.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      Datason datason = Datason.create();
      thread.setContextClassLoader(before);
      Frame frame = datason.fromJson(RECORDS, Frame.class);
      assertEquals(
          frame, datason.fromJson(envelope("pandas.DataFrame", "com.acme.Table", RECORDS)));
      UUID value = new UUID(1, 2);
      assertEquals(value, datason.fromJson(datason.toJson(value)));
      assertEquals(frame, datason.fromJson(datason.toJson(frame)));
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
