package org.datason.arrow;

import org.apache.arrow.vector.compression.CompressionUtil.CodecType;

/** How the buffers of Arrow's files and streams are compressed, each by itself. */
public enum Compression {
  /** Not at all: other programs can map such files, and every library reads them. */
  NONE(CodecType.NO_COMPRESSION),
  /** Zstandard: smallest. */
  ZSTD(CodecType.ZSTD),
  /** Frames of LZ4: fastest. */
  LZ4(CodecType.LZ4_FRAME);

  private final CodecType type;

  Compression(CodecType type) {
    this.type = type;
  }

  CodecType type() {
    return type;
  }
}
