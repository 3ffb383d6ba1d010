package org.datason.ml.npy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.datason.AtomicFile;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;
import org.datason.error.UnsupportedTypeException;
import org.datason.tensor.Tensor;

/**
 * NumPy's files of named arrays, {@code .npz}: a zip with a {@code .npy} for each.
 *
 * <pre>{@code
 * Npz.write(Map.of("weights", weights, "bias", bias), Path.of("model.npz"));
 * Map<String, Tensor> model = Npz.read(Path.of("model.npz"));
 * model.get("bias"); // in Python: np.load("model.npz")["bias"]
 * }</pre>
 *
 * <p>{@link Npy} tells which arrays can be read and written.
 */
public final class Npz {

  /** The bytes that compressed arrays may have when no other limit is given: 2 GiB. */
  public static final long MOST_DECOMPRESSED = 2L << 30;

  private static final String SUFFIX = ".npy";

  /** A little less than the 65535 of the format, which newer JDKs count a header's bytes to. */
  private static final int MOST_NAME_BYTES = 65_000;

  /** The date of all entries, so that the same arrays give the same bytes. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Npz() {}

  /**
   * Reads a file; its compressed arrays may have {@link #MOST_DECOMPRESSED} bytes together.
   *
   * @param file the file
   * @return the arrays by their names, in the order of the file; the map can be changed
   * @throws DatasonIOException if the file cannot be read, is no such file, or is damaged
   * @throws UnsupportedTypeException if an array holds what a tensor cannot
   * @throws LimitException if there is more than the limit
   */
  public static Map<String, Tensor> read(Path file) {
    return read(file, MOST_DECOMPRESSED);
  }

  /**
   * Reads a file with a limit for what is compressed. What is not compressed is never larger than
   * the file.
   *
   * @param file the file
   * @param mostDecompressed how many bytes the compressed arrays may have together
   * @return the arrays by their names, in the order of the file; the map can be changed
   * @throws DatasonIOException if the file cannot be read, is no such file, or is damaged
   * @throws UnsupportedTypeException if an array holds what a tensor cannot
   * @throws LimitException if there is more than the limit
   */
  public static Map<String, Tensor> read(Path file, long mostDecompressed) {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw DatasonIOException.ofFile(
          file, "read", new IOException("it is in a file system of its own; copy it to a disk"));
    }
    try {
      long size = Files.size(file);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return read(zip, file, new Allowance(file, size, mostDecompressed));
      }
    } catch (IOException e) {
      throw DatasonIOException.ofFile(file, "read", e);
    }
  }

  private static Map<String, Tensor> read(ZipFile zip, Path file, Allowance allowance)
      throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (ZipEntry entry : entries(zip)) {
      String name = entry.getName();
      if (!name.endsWith(SUFFIX)) {
        throw new DatasonIOException(
            file + " cannot be read: its entry '" + name + "' is no .npy", null);
      }
      Tensor tensor = read(zip, entry, file + " (entry '" + name + "')", allowance);
      if (tensors.put(name.substring(0, name.length() - SUFFIX.length()), tensor) != null) {
        throw new DatasonIOException(
            file + " cannot be read: it has the entry '" + name + "' twice", null);
      }
    }
    return tensors;
  }

  private static List<? extends ZipEntry> entries(ZipFile zip) throws IOException {
    try {
      return Collections.list(zip.entries());
    } catch (IllegalArgumentException e) { // what the JDK throws while it decodes a name
      throw new IOException("the name of an entry is no UTF-8", e);
    }
  }

  private static Tensor read(ZipFile zip, ZipEntry entry, String name, Allowance allowance) {
    boolean stored = entry.getMethod() == ZipEntry.STORED;
    if (stored) {
      allowance.takeStored(entry.getSize());
    }
    try (InputStream raw = zip.getInputStream(entry)) {
      CheckedInputStream checked =
          new CheckedInputStream(stored ? raw : allowance.limit(raw), new CRC32());
      NpyInput in = new NpyInput(name, checked, stored ? entry.getSize() : NpyInput.UNKNOWN);
      Tensor tensor = Npy.read(in);
      in.end();
      if (checked.getChecksum().getValue() != entry.getCrc()) {
        throw in.error("its checksum is not that of its bytes, so they are damaged");
      }
      return tensor;
    } catch (IOException e) {
      throw new DatasonIOException(
          name + " cannot be read: " + DatasonIOException.reason(e), null, e);
    }
  }

  /**
   * Writes a file without compression, as {@code np.savez} does; whole or not at all.
   *
   * @param tensors the arrays by their names
   * @param file the file; its folder must exist
   * @throws DatasonIOException if the file cannot be written
   * @throws UnsupportedTypeException if NumPy cannot hold one of the tensors, see {@link
   *     Npy#write}, or a zip its name
   */
  public static void write(Map<String, Tensor> tensors, Path file) {
    write(tensors, file, ZipEntry.STORED);
  }

  /**
   * Writes a file with compression, as {@code np.savez_compressed} does; whole or not at all.
   *
   * @param tensors the arrays by their names
   * @param file the file; its folder must exist
   * @throws DatasonIOException if the file cannot be written
   * @throws UnsupportedTypeException if NumPy cannot hold one of the tensors, see {@link
   *     Npy#write}, or a zip its name
   */
  public static void writeCompressed(Map<String, Tensor> tensors, Path file) {
    write(tensors, file, ZipEntry.DEFLATED);
  }

  private static void write(Map<String, Tensor> tensors, Path file, int method) {
    AtomicFile.save(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            Tensor value = Objects.requireNonNull(tensor.getValue(), tensor.getKey());
            ZipEntry entry = new ZipEntry(entryName(tensor.getKey()));
            entry.setTimeLocal(DATE);
            entry.setMethod(method);
            if (method == ZipEntry.STORED) {
              measure(value, entry);
            }
            zip.putNextEntry(entry);
            NpyOutput.write(value, zip);
            zip.closeEntry();
          }
          zip.finish();
        });
  }

  private static String entryName(String name) {
    Objects.requireNonNull(name, "the name of an array is null");
    byte[] bytes = (name + SUFFIX).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_NAME_BYTES
        || !new String(bytes, StandardCharsets.UTF_8).equals(name + SUFFIX)) {
      throw new UnsupportedTypeException(
          "The name of an array has "
              + (bytes.length > MOST_NAME_BYTES
                  ? bytes.length + " bytes, where readers of zips take at most " + MOST_NAME_BYTES
                  : "half a pair of surrogates, which a zip has not"),
          null);
    }
    return name + SUFFIX;
  }

  /** Finds out what a stored entry says of itself before its bytes. */
  private static void measure(Tensor tensor, ZipEntry entry) throws IOException {
    long[] size = {0};
    CRC32 crc = new CRC32();
    OutputStream counter =
        new OutputStream() {
          @Override
          public void write(int b) {
            size[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            size[0] += length;
          }
        };
    NpyOutput.write(tensor, new CheckedOutputStream(counter, crc));
    entry.setSize(size[0]);
    entry.setCrc(crc.getValue());
  }
}
