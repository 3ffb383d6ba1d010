package org.datason.arrow;

import com.github.luben.zstd.Zstd;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** Zstandard, from memory to memory. */
final class ZstdCodec extends Codecs.LengthFirst {

  private final int level;

  ZstdCodec(int level, ContentLimit limit) {
    super(limit);
    this.level = level;
  }

  @Override
  public CodecType getCodecType() {
    return CodecType.ZSTD;
  }

  @Override
  protected ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf plain) {
    long length = plain.writerIndex();
    long room = Zstd.compressBound(length);
    ArrowBuf compressed = allocator.buffer(HEADER + room);
    long size =
        Zstd.compressUnsafe(
            compressed.memoryAddress() + HEADER, room, plain.memoryAddress(), length, level);
    if (Zstd.isError(size)) {
      compressed.close();
      throw new IllegalStateException("Zstandard failed: " + Zstd.getErrorName(size));
    }
    return compressed.writerIndex(HEADER + size);
  }

  @Override
  void decompress(ArrowBuf from, long size, ArrowBuf to, long length) {
    long done =
        Zstd.decompressUnsafe(to.memoryAddress(), length, from.memoryAddress() + HEADER, size);
    if (Zstd.isError(done)) {
      throw new IllegalArgumentException("A buffer is no Zstandard: " + Zstd.getErrorName(done));
    }
    if (done != length) {
      throw new IllegalArgumentException(
          "A buffer is said to hold " + length + " bytes and holds " + done);
    }
  }
}
