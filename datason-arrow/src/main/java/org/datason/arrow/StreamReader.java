package org.datason.arrow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Reads a stream of Arrow's. Unlike Arrow's own reader it takes no memory only because the stream
 * claims to have much to come.
 */
final class StreamReader extends ArrowReader {

  /** The schema of a hundred thousand columns has less. */
  private static final int MOST_METADATA = 1 << 26;

  /** So much memory is taken for a batch before any of its bytes have come. */
  private static final long FIRST_BODY = 1 << 24;

  private static final int MARKER = -1;

  private final ReadChannel in;

  StreamReader(InputStream in, BufferAllocator allocator, ContentLimit limit) {
    super(allocator, new Codecs(limit));
    this.in = new ReadChannel(Channels.newChannel(in));
  }

  @Override
  protected Schema readSchema() throws IOException {
    Message message = readMessage();
    if (message == null || message.headerType() != MessageHeader.Schema) {
      throw new IOException("it does not begin with a schema");
    }
    return MessageSerializer.deserializeSchema(message);
  }

  /** The metadata of the next message; null at the end. */
  private Message readMessage() throws IOException {
    int length = readInt();
    if (length == MARKER) {
      length = readInt();
    }
    if (length == 0) {
      return null;
    }
    if (length < 0 || length > MOST_METADATA) {
      throw new IOException(
          "a message has metadata of " + Integer.toUnsignedString(length) + " bytes");
    }
    ByteBuffer metadata = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (in.readFully(metadata) < length) {
      throw new IOException("it ends within a message");
    }
    return Message.getRootAsMessage(metadata.flip());
  }

  /** The next four bytes; 0 at the end. */
  private int readInt() throws IOException {
    ByteBuffer number = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int read = in.readFully(number);
    if (read > 0 && read < Integer.BYTES) {
      throw new IOException("it ends within a message");
    }
    return number.getInt(0);
  }

  private ArrowBuf readBody(Message message) throws IOException {
    long length = message.bodyLength();
    if (length < 0) {
      throw new IOException("a message has a body of " + length + " bytes");
    }
    ArrowBuf body = allocator.buffer(Math.min(length, FIRST_BODY));
    try {
      long room = Math.min(length, FIRST_BODY);
      long done = in.readFully(body, room);
      while (done == room && done < length) { // what came is there, so twice as much may be
        room = Math.min(length, 2 * room);
        body = grown(body, room);
        done += in.readFully(body, room - done);
      }
      if (done < length) {
        throw new IOException("it ends within a batch");
      }
      return body;
    } catch (IOException | RuntimeException | Error e) {
      body.close();
      throw e;
    }
  }

  private ArrowBuf grown(ArrowBuf body, long size) {
    ArrowBuf larger = allocator.buffer(size);
    larger.setBytes(0, body, 0, body.writerIndex());
    larger.writerIndex(body.writerIndex());
    body.close();
    return larger;
  }

  @Override
  public boolean loadNextBatch() throws IOException {
    prepareLoadNextBatch();
    for (Message message = readMessage(); message != null; message = readMessage()) {
      ArrowBuf body = readBody(message);
      if (message.headerType() == MessageHeader.RecordBatch) {
        loadRecordBatch(MessageSerializer.deserializeRecordBatch(message, body));
        return true;
      }
      if (message.headerType() != MessageHeader.DictionaryBatch) {
        body.close();
        throw new IOException("it has a message of the kind " + message.headerType());
      }
      try (ArrowDictionaryBatch batch =
          MessageSerializer.deserializeDictionaryBatch(message, body)) {
        loadDictionary(batch);
      }
    }
    return false;
  }

  @Override
  public long bytesRead() {
    return in.bytesRead();
  }

  @Override
  protected void closeReadSource() throws IOException {
    in.close();
  }
}
