package org.datason.http;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The streams of zstd-jni, apart so that nothing else needs it. */
final class Zstandard {

  /** Windows of up to 8 MiB, as RFC 9659 asks of the content coding. */
  private static final int WINDOW_LOG = 23;

  private static final int LEVEL = 3;

  private Zstandard() {}

  static InputStream decoded(InputStream in) throws IOException {
    return new ZstdInputStream(in, RecyclingBufferPool.INSTANCE).setLongMax(WINDOW_LOG);
  }

  static OutputStream encoded(OutputStream out) throws IOException {
    return new ZstdOutputStream(out, RecyclingBufferPool.INSTANCE, LEVEL);
  }
}
