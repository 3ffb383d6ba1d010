package org.datason.ml.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.ml.RandomTensors;
import org.datason.tensor.DType;
import org.datason.tensor.Origin;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as NumPy 2.4 writes them, and arrays of all kinds. */
class NpyTest {

  @TempDir static Path folder;

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static Tensor read(String base64) {
    return Npy.read(new ByteArrayInputStream(bytes(base64)));
  }

  private static byte[] written(Tensor tensor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(tensor, out);
    return out.toByteArray();
  }

  /** What NumPy writes is read, and written as NumPy does. */
  private static void assertSame(Tensor expected, String base64) {
    assertEquals(expected, read(base64));
    assertEquals(base64, Base64.getEncoder().encodeToString(written(expected)));
    assertEquals(base64, Base64.getEncoder().encodeToString(written(read(base64))));
  }

  @Test
  void numbersInColumnMajorOrder() {
    Tensor tensor = Tensor.of(new short[] {0, 3, 1, 4, 2, 5}, 3, 2).transpose();
    assertSame(
        tensor,
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGkyJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAo"
            + "MiwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
            + "ICAgICAgIAoAAAMAAQAEAAIABQA=");
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, tensor.toLongArray());
  }

  @Test
  void complexScalar() {
    assertSame(
        Tensor.ofComplex(new double[] {1, 2}),
        "k05VTVBZAQB2AHsnZGVzY3InOiAnPGMxNicsICdmb3J0cmFuX29yZGVyJzogRmFsc2UsICdzaGFwZSc6"
            + "ICgpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
            + "ICAgICAgIAoAAAAAAADwPwAAAAAAAABA");
  }

  @Test
  void booleans() {
    assertSame(
        Tensor.of(new boolean[] {true, false}, 2),
        "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
            + "KDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
            + "ICAgICAgIAoBAA==");
  }

  @Test
  void otherByteOrder() {
    assertEquals(
        Tensor.of(new float[] {1.5f, -2, 0, 3}, 2, 2),
        read(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnPmY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
                + "KDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgIAo/wAAAwAAAAAAAAABAQAAA"));
  }

  @Test
  void emptyInVersion2() {
    assertEquals(
        Tensor.empty(DType.UINT32, 2, 0, 3),
        read(
            "k05VTVBZAgB0AAAAeydkZXNjcic6ICc8dTQnLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn"
                + "OiAoMiwgMCwgMyksIH0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgIAo="));
  }

  @Test
  void textsInVersion3() {
    Tensor texts =
        read(
            "k05VTVBZAwB0AAAAeydkZXNjcic6ICc8VTInLCAnZm9ydHJhbl9vcmRlcic6IEZhbHNlLCAnc2hhcGUn"
                + "OiAoMywpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgIAphAAAAAAAAAOkAAAAA9gEAAAAAAAAAAAA=");
    assertEquals(Tensor.of(new String[] {"a", "\u00e9\ud83d\ude00", ""}, 3), texts);
    assertEquals("<U2", texts.origin().dtype());
  }

  @Test
  void textsOfBytes() {
    assertEquals(
        Tensor.of(new String[] {"ab", ""}, 2),
        read(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfFMyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
                + "KDIsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgIAphYgAA"));
  }

  @Test
  void bfloat16IsTwoBytesOfNoType() {
    Tensor one = Tensor.of(new short[] {0x3F80}, 1).view(DType.BFLOAT16);
    assertEquals(
        one,
        read(
            "k05VTVBZAQB2AHsnZGVzY3InOiAnfFYyJywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzog"
                + "KDEsKSwgfSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
                + "ICAgICAgIAqAPw=="));
    assertEquals(one, Npy.read(new ByteArrayInputStream(written(one))));
  }

  @Test
  void otherSpellingsOfTheHeader() {
    String[] headers = {
      "{'descr': '<i2', 'fortran_order': False, 'shape': (2L,)}",
      "{\"shape\":(2 , ) ,\"fortran_order\":False,\"descr\":\"=i2\"}   ",
      "{'fortran_order':True,'shape':(2,),'descr':'i2',}\n"
    };
    for (String header : headers) {
      byte[] file = Samples.file(header, 1, 0, 255, 255);
      assertEquals(
          Tensor.of(new short[] {1, -1}, 2), Npy.read(new ByteArrayInputStream(file)), header);
    }
  }

  @Test
  void textsKeepTheWidthThatTheyWereReadWith() {
    byte[] file =
        Samples.file(Samples.header("'>U3'", "(1,)"), 0, 0, 0, 'x', 0, 0, 0, 0, 0, 0, 0, 0);
    Tensor read = Npy.read(new ByteArrayInputStream(file));
    assertEquals(Tensor.of(new String[] {"x"}, 1), read);
    byte[] again = written(read);
    assertEquals("<U3", Npy.read(new ByteArrayInputStream(again)).origin().dtype());
    assertEquals(128 + 12, again.length);
    assertEquals(128 + 4, written(Tensor.of(new String[] {"x"}, 1)).length);
  }

  /** A document of a few bytes is not to make a file of gigabytes. */
  @ParameterizedTest
  @CsvSource({"999999, <U999999", "1000001, <U2", "999999999, <U2"})
  void textsAreAsWideAsTheyWereWithinReason(int width, String written) {
    Origin origin = new Origin(Origin.NUMPY.hint(), "<U" + width, null);
    Tensor text = Tensor.of(new String[] {"ab"}, 1).withOrigin(origin);
    Tensor same = Npy.read(new ByteArrayInputStream(written(text)));
    assertEquals(text, same);
    assertEquals(written, same.origin().dtype());
  }

  @Test
  void textsOfARealFileKeepTheirWidth() {
    Origin origin = new Origin(Origin.NUMPY.hint(), "<U32", null);
    String[] many = new String[100_000];
    Arrays.fill(many, "ab");
    byte[] file = written(Tensor.of(many, many.length).withOrigin(origin));
    assertEquals("<U32", Npy.read(new ByteArrayInputStream(file)).origin().dtype());
  }

  @Test
  void halvesOfPairsSurvive() {
    Tensor texts = Tensor.of(new String[] {"\ud83d", "\ude00a\ud83d"}, 2);
    assertEquals(texts, Npy.read(new ByteArrayInputStream(written(texts))));
  }

  @Test
  void severalInOneStream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tensor first = Tensor.scalar(1);
    Tensor second = Tensor.of(new String[] {"a", "b"}, 2, 1);
    Npy.write(first, out);
    Npy.write(second, out);
    InputStream in = new ByteArrayInputStream(out.toByteArray());
    assertEquals(first, Npy.read(in));
    assertEquals(second, Npy.read(in));
  }

  @Property(tries = 300)
  void anyTensorSurvives(@ForAll DType dtype, @ForAll long seed) throws IOException {
    Tensor tensor = RandomTensors.of(dtype, new Random(seed));
    byte[] bytes = written(tensor);
    assertEquals(tensor, Npy.read(new ByteArrayInputStream(bytes)));
    Path file = Files.createTempFile("datason", ".npy");
    try {
      Npy.write(tensor, file);
      assertArrayEquals(bytes, Files.readAllBytes(file));
      assertEquals(tensor, Npy.read(file));
      assertEquals(tensor, Npy.map(file));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aMapIsAViewOfTheFile() throws IOException {
    Path file = folder.resolve("mapped.npy");
    Npy.write(Tensor.of(new double[] {1, 2, 3}, 3), file);
    Tensor mapped = Npy.map(file);
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putDouble(bytes.length - 8, 7);
    Files.write(file, bytes);
    assertArrayEquals(new double[] {1, 2, 7}, mapped.toDoubleArray());
  }

  @Test
  void layoutIsKept() {
    Tensor columns = Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2).transpose();
    Tensor back = Npy.read(new ByteArrayInputStream(written(columns)));
    assertFalse(back.isContiguous());
    assertTrue(back.transpose().isContiguous());
  }

  @Test
  void elementsInSeveralSegments() {
    Random random = new Random(1);
    for (DType dtype : DType.values()) {
      Tensor tensor = RandomTensors.of(dtype, random, 7, 11);
      byte[] bytes = written(tensor);
      for (long length : new long[] {bytes.length, NpyInput.UNKNOWN}) {
        NpyInput in = new NpyInput("x", new ByteArrayInputStream(bytes), length, 48);
        assertEquals(tensor, Npy.read(in), dtype.toString());
      }
    }
  }

  @Test
  void beyondTwoGiB() throws IOException {
    long n = (2L << 30) + 5;
    byte[] start = Samples.file(Samples.header("'|i1'", "(" + n + ",)"));
    Path file = folder.resolve("large.npy");
    try (var channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE,
            java.nio.file.StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(start));
      channel.write(ByteBuffer.wrap(new byte[] {3, 4}), start.length + n - 2);
    }
    Tensor mapped = Npy.map(file);
    assertEquals(n, mapped.size());
    assertEquals(0, mapped.getLong(1L << 30));
    assertEquals(3, mapped.getLong(n - 2));
    assertEquals(4, mapped.getLong(n - 1));
    Files.delete(file);
  }
}
