package org.datason.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** How a body is compressed: the value of {@code Content-Encoding}. */
public enum ContentCoding {
  /** Not at all. */
  IDENTITY,
  /** By gzip. */
  GZIP,
  /** By Zstandard, where {@code com.github.luben:zstd-jni} is on the class path. */
  ZSTD;

  private static final int BLOCK = 64 * 1024;

  /** In the order of preference where a client has none. */
  private static final List<ContentCoding> PREFERRED = List.of(ZSTD, GZIP);

  /**
   * The name in headers.
   *
   * @return {@code identity}, {@code gzip} or {@code zstd}
   */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the library that it needs is on the class path.
   *
   * @return whether bodies can have this coding
   */
  public boolean isAvailable() {
    return this != ZSTD || ClassPath.has(() -> com.github.luben.zstd.Zstd.class);
  }

  /** The coding of a name in {@code Content-Encoding}; null if it is none of these. */
  static ContentCoding of(String token) {
    String name = token.trim().toLowerCase(Locale.ROOT);
    for (ContentCoding coding : values()) {
      if (coding.isAvailable() && coding.token().equals(name)) {
        return coding;
      }
    }
    return name.isEmpty() ? IDENTITY : name.equals("x-gzip") ? GZIP : null;
  }

  /**
   * The best coding for a client; null if it takes none of ours.
   *
   * @param acceptEncoding the header, or null
   * @param compresses whether to compress where the client takes both
   */
  static ContentCoding negotiated(String acceptEncoding, boolean compresses) {
    if (acceptEncoding == null) {
      return IDENTITY;
    }
    List<Weighted<String>> codings = Weighted.codings(acceptEncoding);
    ContentCoding best = null;
    int most = 0;
    for (ContentCoding coding : PREFERRED) {
      int quality = coding.isAvailable() ? quality(codings, coding.token(), 0) : 0;
      if (quality > most) {
        best = coding;
        most = quality;
      }
    }
    int plain = quality(codings, IDENTITY.token(), 1);
    return plain > 0 && (!compresses || plain > most) ? IDENTITY : best;
  }

  private static int quality(List<Weighted<String>> codings, String token, int unnamed) {
    int any = unnamed;
    for (Weighted<String> coding : codings) {
      if (coding.item().equals(token)) {
        return coding.quality();
      }
      any = coding.item().equals("*") ? coding.quality() : any;
    }
    return any;
  }

  /** Takes the compression off. */
  InputStream decoded(InputStream in) throws IOException {
    return switch (this) {
      case IDENTITY -> in;
      case GZIP -> new GzipInput(in, BLOCK);
      case ZSTD -> Zstandard.decoded(in);
    };
  }

  /** Compresses what is written; closing it writes the end. */
  OutputStream encoded(OutputStream out) throws IOException {
    return switch (this) {
      case IDENTITY -> out;
      case GZIP -> new Gzip(out);
      case ZSTD -> Zstandard.encoded(out);
    };
  }

  /** The codings that can be read here, as a header lists them. */
  static String acceptable() {
    return ZSTD.isAvailable() ? "zstd, gzip" : "gzip";
  }

  /** Compresses quickly: the level that is usual otherwise takes three times as long. */
  private static final class Gzip extends GZIPOutputStream {

    Gzip(OutputStream out) throws IOException {
      super(out, BLOCK);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
