package org.datason.arrow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.memory.util.MemoryUtil;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowBlock;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowFooter;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Reads a file of Arrow's through the system's memory mapping: the vectors are the file's own
 * pages, unless they are compressed. Each batch is mapped by itself and stays mapped as long as
 * something refers to it.
 */
final class MappedFileReader extends ArrowReader {

  /** The length of the footer and the magic bytes, at the end. */
  private static final int TRAILER = 4 + ArrowFiles.MAGIC.length;

  /** The marker and length before a message's metadata; files before Arrow 0.15 have no marker. */
  private static final int PREFIX = 8;

  private static final int MARKER = -1;

  private final FileChannel channel;
  private final ArrowFooter footer;
  private int batch;
  private boolean dictionariesRead;

  MappedFileReader(Path file, BufferAllocator allocator) throws IOException {
    super(allocator, new Codecs(ContentLimit.none()));
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      footer = readFooter();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private ArrowFooter readFooter() throws IOException {
    long size = channel.size();
    if (size < 2 * ArrowFiles.MAGIC.length + TRAILER) {
      throw new IOException("it is too short");
    }
    ByteBuffer trailer = read(size - TRAILER, TRAILER);
    int length = trailer.getInt();
    byte[] magic = new byte[ArrowFiles.MAGIC.length];
    trailer.get(magic);
    if (!Arrays.equals(magic, ArrowFiles.MAGIC)) {
      throw new IOException("it does not end as a file of Arrow's does; it may be cut off");
    }
    if (length <= 0 || length > size - TRAILER - ArrowFiles.MAGIC.length) {
      throw new IOException("its footer has a length of " + length);
    }
    return new ArrowFooter(Footer.getRootAsFooter(read(size - TRAILER - length, length)));
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("it ends too early");
      }
    }
    return bytes.flip();
  }

  @Override
  protected Schema readSchema() {
    return footer.getSchema();
  }

  Schema schema() {
    return footer.getSchema();
  }

  int dictionaries() {
    return footer.getDictionaries().size();
  }

  /** How many rows each batch has, by their metadata. */
  List<Long> batchRows() throws IOException {
    List<Long> rows = new ArrayList<>();
    for (ArrowBlock block : footer.getRecordBatches()) {
      RecordBatch header = (RecordBatch) message(block).header(new RecordBatch());
      if (header == null) {
        throw new IOException("a batch has no metadata");
      }
      rows.add(header.length());
    }
    return rows;
  }

  /** The metadata of a block. */
  Message message(ArrowBlock block) throws IOException {
    checkInside(block);
    ByteBuffer metadata = read(block.getOffset(), block.getMetadataLength());
    metadata.position(metadata.getInt(0) == MARKER ? PREFIX : PREFIX / 2);
    return Message.getRootAsMessage(metadata.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  private void checkInside(ArrowBlock block) throws IOException {
    long end = block.getOffset() + block.getMetadataLength() + block.getBodyLength();
    if (block.getOffset() < 0
        || block.getMetadataLength() < PREFIX
        || block.getBodyLength() < 0
        || end < 0
        || end > channel.size()) {
      throw new IOException("its footer refers to bytes that are not there; it may be cut off");
    }
  }

  private ArrowBuf body(ArrowBlock block) throws IOException {
    long length = block.getBodyLength();
    if (length > Integer.MAX_VALUE) {
      throw new IOException("a batch has " + length + " bytes; more than 2 GiB cannot be mapped");
    }
    if (length == 0) {
      return allocator.getEmpty();
    }
    MappedByteBuffer bytes =
        channel.map(
            FileChannel.MapMode.READ_ONLY, block.getOffset() + block.getMetadataLength(), length);
    return allocator.wrapForeignAllocation(new Mapping(bytes));
  }

  /** Keeps the mapping alive as long as a buffer refers to it. */
  private static final class Mapping extends ForeignAllocation {

    private MappedByteBuffer bytes;

    Mapping(MappedByteBuffer bytes) {
      super(bytes.capacity(), MemoryUtil.getByteBufferAddress(bytes));
      this.bytes = bytes;
    }

    @Override
    protected void release0() {
      bytes = null; // unmapped with the buffer
    }
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    prepareLoadNextBatch();
    if (!dictionariesRead) {
      dictionariesRead = true;
      for (ArrowBlock block : footer.getDictionaries()) {
        try (ArrowDictionaryBatch dictionary =
            MessageSerializer.deserializeDictionaryBatch(message(block), body(block))) {
          loadDictionary(dictionary);
        }
      }
    }
    if (batch == footer.getRecordBatches().size()) {
      return false;
    }
    ArrowBlock block = footer.getRecordBatches().get(batch++);
    loadRecordBatch(MessageSerializer.deserializeRecordBatch(message(block), body(block)));
    return true;
  }

  @Override
  public long bytesRead() {
    return 0;
  }

  @Override
  protected void closeReadSource() throws IOException {
    channel.close();
  }
}
