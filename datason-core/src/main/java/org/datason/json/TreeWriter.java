package org.datason.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.datason.config.KeyForm;
import org.datason.config.NonFiniteForm;

/**
 * Writes values of any kind: maps, lists and scalars on the spot, everything else by its handler.
 * The place for the value (its comma, its name) has been made by the caller.
 */
final class TreeWriter {

  private TreeWriter() {}

  static void write(JsonWriter w, Object value) {
    if (value == null) {
      w.putNull();
      return;
    }
    Class<?> c = value.getClass();
    if (c == String.class) {
      StringText.write(w, (String) value);
    } else if (c == Integer.class) {
      w.putInt((Integer) value);
    } else if (c == ShapedMap.class) {
      writeMap(w, (ShapedMap) value);
    } else if (c == ArrayList.class) {
      writeList(w, (List<?>) value);
    } else if (c == Double.class) {
      writeDouble(w, (Double) value);
    } else if (c == Boolean.class) {
      w.putBoolean((Boolean) value);
    } else if (c == Long.class) {
      writeLong(w, (Long) value);
    } else if (c == LinkedHashMap.class || c == HashMap.class) {
      writeMap(w, (Map<?, ?>) value);
    } else {
      writeByHandler(w, value, c);
    }
  }

  private static void writeDouble(JsonWriter w, double value) {
    if (Math.abs(value) <= Double.MAX_VALUE) {
      w.putDouble(value);
    } else if (w.bareNonFinite) {
      w.putAscii(NonFinite.toBareToken(value));
    } else if (w.hints && w.nonFiniteForm == NonFiniteForm.HINTED) {
      writeByHandler(w, value, Double.class);
    } else {
      w.putDouble(value);
    }
  }

  private static void writeLong(JsonWriter w, long value) {
    if (w.exactNumbers && value == (int) value) {
      writeByHandler(w, value, Long.class);
    } else {
      w.putLong(value);
    }
  }

  @SuppressWarnings("unchecked")
  private static void writeByHandler(JsonWriter w, Object value, Class<?> c) {
    TypeHandler<Object> handler = (TypeHandler<Object>) w.lastHandler;
    if (c != w.lastClass) {
      handler = (TypeHandler<Object>) w.types.forClass(c);
      w.lastClass = c;
      w.lastHandler = handler;
    }
    if (handler == null) {
      writeUnknown(w, value, c);
    } else if (w.hints) {
      handler.writeHinted(value, w);
    } else {
      handler.write(value, w);
    }
  }

  private static void writeUnknown(JsonWriter w, Object value, Class<?> c) {
    switch (w.unknownTypes) {
      case TEXT -> w.writeString(String.valueOf(value.toString()));
      case SKIP -> w.putNull(); // the whole value, as an item or member it was left out
      default ->
          throw w.unsupported(
              "No handler writes a "
                  + c.getName()
                  + "; register a TypeHandler for it, or the type itself, with the builder");
    }
  }

  // ---------------------------------------------------------------- lists

  static void writeList(JsonWriter w, Collection<?> list) {
    if (!w.plain) {
      w.beginArray();
      for (Object item : list) {
        if (!w.isSkipped(item)) {
          w.writeValue(item);
        }
      }
      w.endArray();
      return;
    }
    if (list.size() > w.maxItems) {
      throw WriteErrors.tooManyItems(w, w.depth());
    }
    w.beginPlainArray();
    boolean counts = w.countsItems(list.size());
    boolean more = false;
    if (list instanceof RandomAccess) {
      List<?> items = (List<?>) list;
      for (int i = 0; i < items.size(); i++) {
        if (i > 0) {
          w.put(',');
        }
        write(w, items.get(i));
        if (counts) {
          w.countItem();
        }
      }
    } else {
      for (Object item : list) {
        if (more) {
          w.put(',');
        }
        more = true;
        write(w, item);
        if (counts) {
          w.countItem();
        }
      }
    }
    if (counts) {
      w.endItems();
    }
    w.endPlainArray();
  }

  // ---------------------------------------------------------------- maps

  static void writeMap(JsonWriter w, Map<?, ?> map) {
    if (w.plain && map.size() > w.maxMembers) {
      throw WriteErrors.tooManyMembers(w, w.depth());
    }
    if (map instanceof ShapedMap shaped
        && shaped.shape() != null
        && w.plain
        && shaped.shape().longest() <= w.maxStringLength) {
      writeShaped(w, shaped, shaped.shape());
    } else if (w.plain && !w.keysFirst) {
      long start = w.position();
      int depth = w.depth();
      if (!writeHashed(w, map)) {
        // With such maps in one another, one by one would be given up after all inside was written.
        w.keysFirst = w.position() > start + 1;
        w.rewind(start, depth);
        writePairs(w, map);
      }
    } else if (!isPlain(w, map)) {
      writePairs(w, map);
    } else if (w.plain) {
      writeHashed(w, map);
    } else {
      writeDecorated(w, map);
    }
  }

  private static void writeShaped(JsonWriter w, ShapedMap map, Shape shape) {
    if (w.hints && shape.indexOf(Envelope.TYPE) >= 0) {
      writePairs(w, map);
      return;
    }
    w.beginPlainObject();
    int n = shape.size();
    boolean counts = w.countsItems(n);
    for (int i = 0; i < n; i++) {
      if (i > 0) {
        w.put(',');
      }
      Key token = shape.token(i);
      if (token != null) {
        w.putToken(token);
      } else {
        StringText.write(w, shape.name(i));
        w.put(':');
      }
      write(w, map.value(i));
      if (counts) {
        w.countItem();
      }
    }
    if (counts) {
      w.endItems();
    }
    w.endPlainObject();
  }

  /** Writes a map in one pass; gives up, with false, at a key that is not plain text. */
  private static boolean writeHashed(JsonWriter w, Map<?, ?> map) {
    w.beginPlainObject();
    boolean counts = w.countsItems(map.size());
    boolean more = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name) || w.hints && name.equals(Envelope.TYPE)) {
        return false;
      }
      if (more) {
        w.put(',');
      }
      more = true;
      StringText.write(w, name);
      w.put(':');
      write(w, entry.getValue());
      if (counts) {
        w.countItem();
      }
    }
    if (counts) {
      w.endItems();
    }
    w.endPlainObject();
    return true;
  }

  private static void writeDecorated(JsonWriter w, Map<?, ?> map) {
    w.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = entry.getValue();
      if (!w.isLeftOut(value)) {
        w.writeName((String) entry.getKey());
        w.writeValue(value);
      }
    }
    w.endObject();
  }

  /** Whether a map can be an object that reads back as that map. */
  private static boolean isPlain(JsonWriter w, Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!(key instanceof String name) || w.hints && name.equals(Envelope.TYPE)) {
        return false;
      }
    }
    return true;
  }

  /** Writes a map whose keys are not all plain text, as a hinted list of pairs. */
  private static void writePairs(JsonWriter w, Map<?, ?> map) {
    if (w.keyForm != KeyForm.PAIRS || !w.hints) {
      boolean texts = PlainKeys.areTexts(map);
      if (!texts && w.keyForm == KeyForm.REFUSE) {
        throw w.unsupported("The map has a key that is no text; use texts, or set another keyForm");
      }
      if (!w.hints || !texts && !PlainKeys.isEnvelope(map)) {
        PlainKeys.write(w, map);
        return;
      }
    }
    w.beginEnvelope(MAP_HINT, null);
    w.beginArray();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!w.isSkipped(entry.getKey()) && !w.isSkipped(entry.getValue())) {
        w.beginPair(entry.getKey());
        w.writeValue(entry.getKey());
        w.writeValue(entry.getValue());
        w.endArray();
      }
    }
    w.endArray();
    w.endEnvelope();
  }

  /** The hint of a map that is written as pairs. */
  static final String MAP_HINT = "java.util.Map";
}
