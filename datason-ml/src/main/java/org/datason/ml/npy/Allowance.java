package org.datason.ml.npy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.datason.error.DatasonIOException;
import org.datason.error.LimitException;

/** How many bytes the entries of a zip may still have. For one file. */
final class Allowance {

  private final Path file;
  private final long mostDecompressed;
  private long stored;
  private long decompressed;

  Allowance(Path file, long stored, long decompressed) {
    this.file = file;
    this.stored = stored;
    this.decompressed = decompressed;
    mostDecompressed = decompressed;
  }

  /** Takes the bytes of an entry that is not compressed; entries that overlap have too many. */
  void takeStored(long size) {
    stored -= size;
    if (stored < 0) {
      throw new DatasonIOException(
          file + " cannot be read: its entries have more bytes than it has", null);
    }
  }

  /** A stream that gives as many bytes as may still be decompressed. */
  InputStream limit(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        take(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = super.read(bytes, from, length);
        take(Math.max(n, 0));
        return n;
      }

      @Override
      public boolean markSupported() {
        return false;
      }
    };
  }

  private void take(int n) {
    decompressed -= n;
    if (decompressed < 0) {
      throw new LimitException(
          file
              + " has more than "
              + mostDecompressed
              + " bytes when decompressed; give Npz.read a greater limit if it is to be trusted",
          null);
    }
  }
}
