package org.datason.arrow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** Frames of LZ4. */
final class Lz4Codec extends Codecs.LengthFirst {

  private static final int BLOCK = 1 << 16;

  Lz4Codec(ContentLimit limit) {
    super(limit);
  }

  @Override
  public CodecType getCodecType() {
    return CodecType.LZ4_FRAME;
  }

  @Override
  protected ArrowBuf doCompress(BufferAllocator allocator, ArrowBuf plain) {
    long length = plain.writerIndex();
    ByteArrayOutputStream frame = new ByteArrayOutputStream((int) Math.min(length, 1 << 24));
    byte[] block = new byte[(int) Math.min(length, BLOCK)];
    try (LZ4FrameOutputStream out =
        new LZ4FrameOutputStream(
            frame,
            BLOCKSIZE.SIZE_256KB,
            length,
            FLG.Bits.BLOCK_INDEPENDENCE,
            FLG.Bits.CONTENT_SIZE)) {
      for (long from = 0; from < length; from += block.length) {
        int n = (int) Math.min(block.length, length - from);
        plain.getBytes(from, block, 0, n);
        out.write(block, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ArrowBuf compressed = allocator.buffer(HEADER + frame.size());
    compressed.setBytes(HEADER, frame.toByteArray());
    return compressed.writerIndex(HEADER + frame.size());
  }

  @Override
  void decompress(ArrowBuf from, long size, ArrowBuf to, long length) {
    byte[] frame = VectorArrays.bytes(from, HEADER, Math.toIntExact(size));
    byte[] plain = new byte[Math.toIntExact(length)];
    Lz4Frame.decompress(frame, plain);
    to.setBytes(0, plain);
  }
}
