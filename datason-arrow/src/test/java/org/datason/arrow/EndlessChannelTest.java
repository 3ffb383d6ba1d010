package org.datason.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.datason.frame.Column;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.Frame;
import org.junit.jupiter.api.Test;

/** What tables are written through. */
class EndlessChannelTest {

  private static final Frame FRAME =
      Frame.builder().column("n", Column.wrap(Simple.INT64, new long[100_000])).build();

  /** A stream that is a channel too, as that of a file that is saved. */
  private static final class Both extends ByteArrayOutputStream implements WritableByteChannel {
    private boolean open = true;
    private int outside;

    @Override
    public int write(ByteBuffer bytes) {
      int n = bytes.remaining();
      outside += bytes.isDirect() ? n : 0;
      byte[] copy = new byte[n];
      bytes.get(copy);
      write(copy, 0, n);
      return n;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  @Test
  void vectorsGoToAChannelWithoutACopy() throws IOException {
    Both out = new Both();
    Iterator<Frame> parts = List.of(FRAME).iterator();
    ArrowBatchWriter.write(parts, null, false, Compression.NONE, out);
    assertTrue(out.outside >= 8 * 100_000, () -> out.outside + " bytes");
    assertFalse(out.isOpen());
    assertEquals(FRAME, ArrowStreams.read(new ByteArrayInputStream(out.toByteArray())));
  }

  @Test
  void nothingFollowsAnError() throws IOException {
    IllegalStateException broken = new IllegalStateException("no more");
    Iterator<Frame> parts =
        Stream.of(0, 1)
            .map(
                i -> {
                  if (i == 1) {
                    throw broken;
                  }
                  return FRAME;
                })
            .iterator();
    Both out = new Both();
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class,
            () -> ArrowBatchWriter.write(parts, null, false, Compression.NONE, out)));
    Both whole = new Both();
    ArrowBatchWriter.write(List.of(FRAME).iterator(), null, false, Compression.NONE, whole);
    assertEquals(whole.size() - 8, out.size()); // the mark of the end is missing
  }

  @Test
  void whatIsStoppedTakesBytesAndGivesNone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (EndlessChannel channel = new EndlessChannel(out)) {
      assertEquals(2, channel.write(ByteBuffer.wrap(new byte[] {1, 2})));
      channel.stop();
      ByteBuffer more = ByteBuffer.wrap(new byte[] {3, 4, 5});
      assertEquals(3, channel.write(more));
      assertFalse(more.hasRemaining());
      assertTrue(channel.isOpen());
    }
    assertEquals(List.of(1, 2), out.toString().chars().boxed().toList());
  }
}
