package org.datason.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.Datason;

/** The ways in which a document can reach the reader; one suite runs over all of them. */
enum JsonSource {
  BYTES {
    @Override
    Object read(Datason datason, byte[] json) {
      return datason.fromJson(json);
    }
  },

  TEXT {
    @Override
    boolean takes(byte[] json) {
      return isUtf8(json);
    }

    @Override
    Object read(Datason datason, byte[] json) {
      return datason.fromJson(new String(json, StandardCharsets.UTF_8));
    }
  },

  HEAP_BUFFER {
    @Override
    Object read(Datason datason, byte[] json) {
      return datason.fromJson(amid(ByteBuffer.allocate(json.length + 20), json).slice());
    }
  },

  DIRECT_BUFFER {
    @Override
    Object read(Datason datason, byte[] json) {
      return datason.fromJson(amid(ByteBuffer.allocateDirect(json.length + 20), json));
    }
  },

  FILE {
    @Override
    Object read(Datason datason, byte[] json) {
      try {
        Path file = Files.createTempFile("source", ".json");
        try {
          Files.write(file, json);
          return datason.fromJson(file);
        } finally {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  STREAM_READ_WHOLE {
    @Override
    Object read(Datason datason, byte[] json) {
      return datason.fromJson(new Trickle(json));
    }
  },

  STREAM {
    @Override
    Object read(Datason datason, byte[] json) {
      return value(datason.reader(new ByteArrayInputStream(json)));
    }
  },

  STREAM_BY_BYTE {
    @Override
    Object read(Datason datason, byte[] json) {
      return value(datason.reader(new Trickle(json)));
    }
  },

  PULLED {
    @Override
    Object read(Datason datason, byte[] json) {
      return pulled(new JsonReader(datason.config(), null, json, 0, json.length));
    }
  },

  PULLED_BY_BYTE {
    @Override
    Object read(Datason datason, byte[] json) {
      return pulled(datason.reader(new Trickle(json)));
    }
  };

  /** Whether a document can come this way at all. */
  boolean takes(byte[] json) {
    return true;
  }

  /** Reads the whole of a document. */
  abstract Object read(Datason datason, byte[] json);

  static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static ByteBuffer amid(ByteBuffer buffer, byte[] json) {
    while (buffer.hasRemaining()) {
      buffer.put((byte) '7');
    }
    return buffer.position(13).put(json).flip().position(13);
  }

  private static Object value(JsonReader in) {
    Object value = in.readValue();
    in.end();
    return value;
  }

  private static Object pulled(JsonReader in) {
    Object value = pull(in);
    in.end();
    return value;
  }

  /** Reads a value bit by bit, as handlers do. */
  private static Object pull(JsonReader in) {
    switch (in.peek()) {
      case BEGIN_OBJECT:
        Map<String, Object> map = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
          String name = in.readName();
          map.put(name, pull(in));
        }
        in.endObject();
        return map;
      case BEGIN_ARRAY:
        List<Object> list = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
          list.add(pull(in));
        }
        in.endArray();
        return list;
      case STRING:
        return in.readString();
      case BOOLEAN:
        return in.readBoolean();
      case NULL:
        in.tryNull();
        return null;
      default:
        return in.readValue();
    }
  }

  /** A stream that gives one byte at a time, as a slow peer may. */
  static final class Trickle extends InputStream {

    private final byte[] bytes;
    private int next;

    Trickle(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return next < bytes.length ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      if (length == 0) {
        return 0;
      }
      int b = read();
      if (b < 0) {
        return -1;
      }
      target[from] = (byte) b;
      return 1;
    }
  }
}
