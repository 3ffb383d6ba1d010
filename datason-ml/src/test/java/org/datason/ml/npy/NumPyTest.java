package org.datason.ml.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.datason.ml.RandomTensors;
import org.datason.tensor.DType;
import org.datason.tensor.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NumPy itself, where it is installed, reads what we write, and we read what it writes. */
class NumPyTest {

  /** Saves again what it has loaded. */
  private static final String AGAIN =
      """
      import numpy as np, sys, os
      folder = sys.argv[1]
      for name in sorted(os.listdir(folder)):
          if name.endswith('.npy'):
              a = np.load(os.path.join(folder, name), allow_pickle=False)
              np.save(os.path.join(folder, name[:-4] + '.again'), a)
              os.rename(os.path.join(folder, name[:-4] + '.again.npy'),
                        os.path.join(folder, name[:-4] + '.again'))
      for name in ('stored.npz', 'deflated.npz'):
          with np.load(os.path.join(folder, name), allow_pickle=False) as z:
              print(name, *[k + ':' + z[k].dtype.str + str(z[k].shape) for k in z.files])
      """;

  /** Saves arrays of all kinds, and tells of each its shape and big-endian bytes. */
  private static final String ARRAYS =
      """
      import numpy as np, sys, os
      folder = sys.argv[1]
      rng = np.random.default_rng(5)
      n = 0
      arrays = {}
      for code in ('?', 'i1', 'i2', 'i4', 'i8', 'u1', 'u2', 'u4', 'u8', 'f2', 'f4', 'f8', 'c8', 'c16'):
          for order in '<>':
              for shape in ((), (0,), (3,), (2, 3), (2, 0, 3), (2, 3, 4)):
                  for version in ((1, 0), (2, 0), (3, 0)):
                      d = np.dtype(code).newbyteorder(order)
                      size = int(np.prod(shape)) * d.itemsize
                      a = np.frombuffer(rng.bytes(size), dtype=d).reshape(shape)
                      if code == '?':
                          a = (a.view('u1') & 1).view('?')
                      if n % 2:
                          a = np.asfortranarray(a)
                      if n % 5 == 0:
                          a = a[::-1] if a.ndim else a
                      path = os.path.join(folder, '%04d.npy' % n)
                      with open(path, 'wb') as f:
                          np.lib.format.write_array(f, a, version=version, allow_pickle=False)
                      big = a.astype(d.newbyteorder('>')).tobytes().hex()
                      print('%04d' % n, ','.join(map(str, a.shape)) or '-', big or '-')
                      arrays['a%04d' % n] = a
                      n += 1
      np.savez(os.path.join(folder, 'stored.npz'), **arrays)
      np.savez_compressed(os.path.join(folder, 'deflated.npz'), **arrays)
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void numPyIsInstalled() throws Exception {
    boolean there;
    try {
      there = new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "there is no python3 with numpy");
  }

  private String python(String script) throws Exception {
    Path error = folder.resolve("stderr");
    Process process =
        new ProcessBuilder("python3", "-c", script, folder.toString())
            .redirectError(error.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> text(error));
    return out;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void readsWhatWeWrite() throws Exception {
    Random random = new Random(3);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<String> described = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      DType dtype = DType.values()[i % DType.values().length];
      Tensor tensor = RandomTensors.of(dtype, random);
      Npy.write(tensor, folder.resolve(i + ".npy"));
      tensors.put("t" + i, tensor);
    }
    Npz.write(tensors, folder.resolve("stored.npz"));
    Npz.writeCompressed(tensors, folder.resolve("deflated.npz"));
    String[] lines = python(AGAIN).split("\n");
    for (int i = 0; i < 200; i++) {
      byte[] ours = Files.readAllBytes(folder.resolve(i + ".npy"));
      byte[] again = Files.readAllBytes(folder.resolve(i + ".again"));
      boolean untyped = tensors.get("t" + i).dtype() == DType.BFLOAT16;
      assertEquals(tensors.get("t" + i), Npy.read(folder.resolve(i + ".again")));
      if (!untyped) { // NumPy spells the same dtype |V2
        assertArrayEquals(ours, again, tensors.get("t" + i).toString());
      }
      described.add(describe("t" + i, tensors.get("t" + i)));
    }
    assertEquals("stored.npz " + String.join(" ", described), lines[0]);
    assertEquals("deflated.npz " + String.join(" ", described), lines[1]);
  }

  private static String describe(String name, Tensor tensor) throws IOException {
    String descr =
        tensor.dtype() == DType.TEXT
            ? "<U" + NpyTexts.width(tensor)
            : NpyElement.nameOf(tensor.dtype()).replace("<V", "|V");
    StringBuilder shape = new StringBuilder();
    for (long n : tensor.shape()) {
      shape.append(shape.isEmpty() ? "" : ", ").append(n);
    }
    return name + ':' + descr + '(' + shape + (tensor.rank() == 1 ? ",)" : ")");
  }

  @Test
  void writesWhatWeRead() throws Exception {
    String[] lines = python(ARRAYS).split("\n");
    Map<String, Tensor> stored = Npz.read(folder.resolve("stored.npz"));
    Map<String, Tensor> deflated = Npz.read(folder.resolve("deflated.npz"));
    assertEquals(14 * 2 * 6 * 3, lines.length);
    for (String line : lines) {
      String[] parts = line.split(" ");
      Path file = folder.resolve(parts[0] + ".npy");
      for (Tensor tensor :
          List.of(
              Npy.read(file),
              Npy.map(file),
              stored.get("a" + parts[0]),
              deflated.get("a" + parts[0]))) {
        StringBuilder shape = new StringBuilder();
        for (long n : tensor.shape()) {
          shape.append(shape.isEmpty() ? "" : ",").append(n);
        }
        assertEquals(parts[1], shape.isEmpty() ? "-" : shape.toString());
        ByteBuffer bytes =
            ByteBuffer.allocate((int) tensor.size() * tensor.dtype().byteSize()); // big-endian
        tensor.copyTo(0, bytes);
        String hex = HexFormat.of().formatHex(bytes.array());
        assertEquals(parts[2], hex.isEmpty() ? "-" : hex);
      }
    }
    assertEquals(lines.length, stored.size());
    assertEquals(lines.length, deflated.size());
  }
}
