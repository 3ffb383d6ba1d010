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
 * megabyte of LZ4. Has no state.
 */
final class Codecs implements CompressionCodec.Factory {

  private static final int ZSTD_LEVEL = 3;

  /** A megabyte can be compressed to so little that this is all that can be checked. */
  private static final long MOST_RATIO = 1 << 17;

  @Override
  public CompressionCodec createCodec(CodecType type) {
    return createCodec(type, ZSTD_LEVEL);
  }

  @Override
  public CompressionCodec createCodec(CodecType type, int level) {
    return switch (type) {
      case NO_COMPRESSION -> NoCompressionCodec.INSTANCE;
      case ZSTD -> new ZstdCodec(level);
      case LZ4_FRAME -> new Lz4Codec();
    };
  }

  /** What is common to both: a buffer for the bytes that the length before them promises. */
  abstract static class LengthFirst extends AbstractCompressionCodec {

    /** Bytes before the compressed ones. */
    static final long HEADER = CompressionUtil.SIZE_OF_UNCOMPRESSED_LENGTH;

    @Override
    protected final ArrowBuf doDecompress(BufferAllocator allocator, ArrowBuf compressed) {
      long length = readUncompressedLength(compressed);
      long size = compressed.writerIndex() - HEADER;
      if (length < 0 || size < 0 || length > MOST_RATIO * (size + 1)) {
        throw new IllegalArgumentException(
            "A buffer of " + size + " compressed bytes is said to hold " + length);
      }
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
