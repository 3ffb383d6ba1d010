package org.datason.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;

/** A channel to which nothing goes any more once it is stopped, no end either. */
final class EndlessChannel implements WritableByteChannel {

  private final OutputStream out;
  private final WritableByteChannel channel;
  private boolean stopped;

  /**
   * A channel to an output.
   *
   * @param out where to; if it is a channel itself, vectors, which lie outside of the heap, go
   *     there without being copied to arrays
   */
  EndlessChannel(OutputStream out) {
    this.out = out;
    channel = out instanceof WritableByteChannel direct ? direct : Channels.newChannel(out);
  }

  void stop() {
    stopped = true;
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    if (!stopped) {
      return channel.write(bytes);
    }
    int n = bytes.remaining();
    bytes.position(bytes.limit());
    return n;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      out.flush();
    }
  }
}
