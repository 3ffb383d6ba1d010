package org.datason.arrow;

import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.AbstractCompressionCodec;
import org.apache.arrow.vector.compression.CompressionCodec;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.compression.NoCompressionCodec;

/**
 * Compresses buffers by libraries that are quick at it: those that Arrow brings take seconds for a
 * megabyte of LZ4. What is decompressed counts towards a limit.
 */
final class Codecs implements CompressionCodec.Factory {

  private static final int ZSTD_LEVEL = 3;

  /** A megabyte can be compressed to so little that this is all that can be checked. */
  private static final long MOST_RATIO = 1 << 17;

  private final ContentLimit limit;

  Codecs(ContentLimit limit) {
    this.limit = limit;
  }

  @Override
  public CompressionCodec createCodec(CodecType type) {
    return createCodec(type, ZSTD_LEVEL);
  }

  @Override
  public CompressionCodec createCodec(CodecType type, int level) {
    return switch (type) {
      case NO_COMPRESSION -> NoCompressionCodec.INSTANCE;
      case ZSTD -> new ZstdCodec(level, limit);
      case LZ4_FRAME -> new Lz4Codec(limit);
    };
  }

  /** What is common to both: a buffer for the bytes that the length before them promises. */
  abstract static class LengthFirst extends AbstractCompressionCodec {

    /** Bytes before the compressed ones. */
    static final long HEADER = CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;

    private final ContentLimit limit;

    LengthFirst(ContentLimit limit) {
      this.limit = limit;
    }

    @Override
    protected final ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf compressed) {
      long length = readUncompressedLength(compressed);
      long size = compressed.writerIndex() - HEADER;
      if (length < 0 || size < 0 || length > MOST_RATIO * (size + 1)) {
        throw new IllegalArgumentException(
            "A buffer of " + size + " compressed bytes is said to hold " + length);
      }
      limit.take(length);
      ArrowBuf plain;
      try {
        plain = allocator.buffer(length);
      } catch (OutOfMemoryError e) {
        throw new IllegalArgumentException(
            "A buffer is said to hold " + length + " bytes, for which there is no memory", e);
      }
      try {
        decompress(compressed, size, plain, length);
        return plain.writerIndex(length);
      } catch (RuntimeException | Error e) {
        plain.close();
        throw e;
      }
    }

    abstract void decompress(ArrowBuf from, long size, ArrowBuf to, long length);
  }
}
