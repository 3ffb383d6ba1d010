package org.datason.http;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.datason.arrow.ArrowBatches;
import org.datason.arrow.ArrowStreams;
import org.datason.arrow.Compression;
import org.datason.frame.Frame;

/** {@code application/vnd.apache.arrow.stream}: tables, each value as it is. */
final class ArrowFormat implements BodyFormat {

  private static final String CODECS = "codecs";

  static boolean isAvailable() {
    return ClassPath.has(() -> ArrowStreams.class)
        && ClassPath.has(() -> org.apache.arrow.vector.VectorSchemaRoot.class);
  }

  @Override
  public MediaType mediaType() {
    return MediaType.ARROW_STREAM;
  }

  @Override
  public boolean writes(BodyType type) {
    return type.isTable() || type.isBatches() || type.isUnknownItems();
  }

  @Override
  public boolean reads(BodyType type) {
    return type.isTable() || type.isBatches() || type.isAny();
  }

  /** With the codec of its buffers, if the client reads one. */
  @Override
  public MediaType offered(MediaType asked) {
    String codecs = asked.parameter(CODECS);
    if (codecs == null) {
      return mediaType();
    }
    return Arrays.stream(codecs.toLowerCase(Locale.ROOT).split(","))
        .map(String::trim)
        .filter(codec -> codec.equals("zstd") || codec.equals("lz4"))
        .max(String::compareTo)
        .map(codec -> mediaType().with(CODECS, codec))
        .orElse(mediaType());
  }

  private static Compression compression(MediaType type) {
    String codec = type.parameter(CODECS);
    return codec == null ? Compression.NONE : Compression.valueOf(codec.toUpperCase(Locale.ROOT));
  }

  @Override
  public void write(Object value, MediaType type, HttpSettings settings, OutputStream out) {
    if (value instanceof Items items) {
      ArrowStreams.write(out, items.frames(frame -> frame), compression(type));
    } else {
      ArrowStreams.write(out, Tables.toFrame(value), compression(type));
    }
  }

  @Override
  public Object read(
      BodyInput body, MediaType type, Charset charset, BodyType target, HttpSettings settings) {
    if (target.isBatches()) {
      ArrowBatches batches = ArrowStreams.batches(body.stream(), settings.maxContentBytes());
      return new BodyItems(atLeastOne(batches, body), batches, body);
    }
    try (body) {
      Frame frame = ArrowStreams.read(body.stream(), settings.maxContentBytes());
      body.end();
      return Tables.ofFrame(frame, target);
    }
  }

  /** The batches; where there are none, one without rows that tells the columns. */
  private static Iterator<Frame> atLeastOne(ArrowBatches batches, BodyInput body) {
    return new Iterator<>() {
      private boolean begun;

      @Override
      public boolean hasNext() {
        boolean more = batches.hasNext();
        if (!more) {
          body.end();
        }
        return more || !begun;
      }

      @Override
      public Frame next() {
        boolean none = !begun && !batches.hasNext();
        begun = true;
        return none ? batches.empty() : batches.next();
      }
    };
  }
}
