package org.datason.arrow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.datason.Datason;
import org.datason.frame.Column;
import org.datason.frame.ColumnStorage;
import org.datason.frame.FieldType;
import org.datason.frame.FieldType.Decimal;
import org.datason.frame.FieldType.Dictionary;
import org.datason.frame.FieldType.ListOf;
import org.datason.frame.FieldType.Simple;
import org.datason.frame.FieldType.Struct;
import org.datason.json.TextBytes;

/**
 * Copies columns into vectors, array by array: Arrow's memory lies outside of the heap, so there is
 * nothing that both could share. The vectors own what is allocated.
 */
final class VectorWriter {

  /** Rows are copied in blocks, so that each fits a ByteBuffer. */
  private static final int BLOCK = 1 << 20;

  private final BufferAllocator allocator;
  private final Map<Long, Column> categories = new HashMap<>();

  /** Writes mixed values; null before the first one, as many tables have none. */
  private Datason json;

  VectorWriter(BufferAllocator allocator) {
    this.allocator = allocator;
  }

  /** The categories of the columns written last, by the numbers of their dictionaries. */
  Map<Long, Column> categories() {
    return categories;
  }

  /** Puts a column in a vector that was made for its field; what was in it is freed. */
  void write(Column column, FieldVector vector) {
    List<ArrowBuf> buffers = new ArrayList<>();
    try {
      buffers.add(validity(column));
      if (column.type() instanceof Struct) {
        List<Column> fields = column.storage().fields();
        for (int i = 0; i < fields.size(); i++) {
          write(fields.get(i), vector.getChildrenFromFields().get(i));
        }
      } else if (column.type() instanceof ListOf) {
        buffers.add(ints(column.storage().offsets()));
        write(column.storage().items(), vector.getChildrenFromFields().get(0));
      } else {
        if (column.type() instanceof Dictionary) {
          categories.put(vector.getField().getDictionary().getId(), column.categories());
        }
        values(column, vector.getField().getType(), buffers);
      }
      vector.loadFieldBuffers(new ArrowFieldNode(column.size(), column.missing()), buffers);
    } finally {
      buffers.forEach(ArrowBuf::close); // the vector has them now
    }
  }

  private ArrowBuf validity(Column column) {
    long[] bits = column.storage().validity();
    if (bits == null) {
      return allocator.getEmpty();
    }
    ArrowBuf buffer = allocator.buffer(8L * bits.length);
    little(buffer, 0, 8L * bits.length).asLongBuffer().put(bits);
    return buffer.writerIndex(8L * bits.length);
  }

  private ArrowBuf ints(int[] values) {
    ArrowBuf buffer = allocator.buffer(4L * values.length);
    for (int from = 0; from < values.length; from += BLOCK) {
      int n = Math.min(BLOCK, values.length - from);
      little(buffer, 4L * from, 4L * n).asIntBuffer().put(values, from, n);
    }
    return buffer.writerIndex(4L * values.length);
  }

  private static ByteBuffer little(ArrowBuf buffer, long from, long length) {
    return buffer.nioBuffer(from, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void values(Column column, ArrowType arrow, List<ArrowBuf> buffers) {
    FieldType type = column.type();
    if (type == Simple.TEXT || type == Simple.BINARY) {
      strings(column, arrow, buffers);
    } else if (type == Simple.MIXED) {
      texts(column, buffers);
    } else if (type instanceof Decimal decimal) {
      if (decimal.precision() > ArrowFields.DECIMAL256_DIGITS) {
        texts(column, buffers);
      } else {
        buffers.add(decimals(column, decimal));
      }
    } else {
      buffers.add(numbers(column));
    }
  }

  // ---------------------------------------------------------------- of a fixed width

  private static int bits(FieldType type) {
    if (type instanceof Simple simple) {
      return switch (simple) {
        case BOOLEAN -> 1;
        case INT8, UINT8 -> 8;
        case INT16, UINT16, FLOAT16 -> 16;
        case INT32, UINT32, FLOAT32, DATE -> 32;
        case UUID -> 128;
        default -> 64;
      };
    }
    return type instanceof Dictionary ? 32 : 64;
  }

  private ArrowBuf numbers(Column column) {
    int bits = bits(column.type());
    long size = ((long) column.size() * bits + 7) / 8;
    ArrowBuf buffer = allocator.buffer(size);
    ByteOrder order = column.type() == Simple.UUID ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    for (int from = 0; from < column.size(); from += BLOCK) {
      int to = Math.min(column.size(), from + BLOCK);
      long at = (long) from * bits / 8;
      int length = (int) (((long) (to - from) * bits + 7) / 8);
      column.slice(from, to).storage().copyValues(buffer.nioBuffer(at, length).order(order));
    }
    return buffer.writerIndex(size);
  }

  private ArrowBuf decimals(Column column, Decimal type) {
    int width = type.precision() > ArrowFields.DECIMAL128_DIGITS ? 32 : 16;
    long size = (long) column.size() * width;
    ArrowBuf buffer = allocator.buffer(size);
    if (type.precision() > Digits.IN_LONG) {
      bigDecimals(column, width, buffer);
      return buffer.writerIndex(size);
    }
    ByteBuffer block = ByteBuffer.allocate(8 * Math.min(BLOCK, column.size()));
    for (int from = 0; from < column.size(); from += BLOCK) {
      int to = Math.min(column.size(), from + BLOCK);
      column.slice(from, to).storage().copyValues(block.clear());
      for (int i = from; i < to; i++) {
        long value = block.getLong(8 * (i - from));
        buffer.setLong(16L * i, value);
        buffer.setLong(16L * i + 8, value >> 63);
      }
    }
    return buffer.writerIndex(size);
  }

  private static void bigDecimals(Column column, int width, ArrowBuf buffer) {
    for (int i = 0; i < column.size(); i++) {
      BigDecimal value = (BigDecimal) column.get(i);
      BigInteger unscaled = value == null ? BigInteger.ZERO : value.unscaledValue();
      byte[] bytes = unscaled.toByteArray();
      for (int j = 0; j < width; j++) {
        int at = bytes.length - 1 - j;
        buffer.setByte((long) i * width + j, at >= 0 ? bytes[at] : unscaled.signum() >> 1);
      }
    }
  }

  // ---------------------------------------------------------------- of any length

  private void strings(Column column, ArrowType arrow, List<ArrowBuf> buffers) {
    ColumnStorage storage = column.storage();
    int[] offsets = storage.offsets();
    int size = offsets[offsets.length - 1];
    ArrowBuf bytes = allocator.buffer(size);
    buffers.add(bytes);
    storage.copyBytes(bytes.nioBuffer(0, size));
    bytes.writerIndex(size);
    buffers.add(1, ints(offsets));
    if (arrow instanceof ArrowType.Utf8 && column.type() == Simple.TEXT) {
      byte[] check = new byte[Math.min(size, BLOCK)];
      for (int from = 0; from < size; from += BLOCK - 2) {
        int n = Math.min(BLOCK, size - from);
        bytes.getBytes(from, check, 0, n);
        if (LoneSurrogates.areIn(check)) {
          throw new IllegalArgumentException(
              "A text has half of a surrogate pair, which this file's UTF-8 cannot hold");
        }
      }
    }
  }

  /** Decimals as their texts, and values of any kinds as JSON. */
  private void texts(Column column, List<ArrowBuf> buffers) {
    TextBytes texts = new TextBytes();
    int[] offsets = new int[column.size() + 1];
    for (int i = 0; i < column.size(); i++) {
      Object value = column.get(i);
      if (value instanceof BigDecimal decimal && column.type() instanceof Decimal) {
        texts.append(decimal.toString());
      } else if (value != null) {
        texts.append(json(value));
      }
      offsets[i + 1] = texts.length();
    }
    buffers.add(ints(offsets));
    ArrowBuf bytes = allocator.buffer(texts.length());
    buffers.add(bytes);
    bytes.setBytes(0, texts.bytes(), 0, texts.length());
    bytes.writerIndex(texts.length());
  }

  private String json(Object value) {
    json = json == null ? Datason.create().with(c -> c.exactNumbers(true)) : json;
    return new String(json.toBytes(value), StandardCharsets.UTF_8);
  }
}
