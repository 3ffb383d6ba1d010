package org.datason.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values of any kind into maps, lists and scalars, and hinted values into their types: the
 * path that plain JSON takes. The document (or the value, with a stream) is in the buffer whole.
 */
final class TreeReader {

  /** Objects with more members than this are not predicted. */
  private static final int WIDE = 64;

  private TreeReader() {}

  /**
   * Reads the value at the position.
   *
   * @param at the key, or the pseudo key of an array's items, whose value it is
   */
  static Object read(JsonReader r, ShapeNode at) {
    int c = r.next();
    switch (c) {
      case '"':
        return r.texts == null ? StringParser.read(r) : StringParser.read(r, r.texts);
      case '{':
        return r.predictShapes ? object(r, at.site()) : hashedObject(r);
      case '[':
        return array(r, at);
      case '-':
        if (r.isInfinity()) {
          return Literals.value(r, c);
        }
        return NumberParser.read(r);
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
      case '8':
      case '9':
        return NumberParser.read(r);
      default:
        return Literals.value(r, c);
    }
  }

  private static List<Object> array(JsonReader r, ShapeNode at) {
    r.enter();
    r.pos++;
    int c = r.next();
    if (c == ']') {
      r.pos++;
      r.depth--;
      return new ArrayList<>(0);
    }
    ShapeNode itemsAt = at.site().items();
    TextRecognizer texts = r.texts;
    if (r.places && texts != null) {
      r.texts = texts.items();
    }
    int base = r.itemCount;
    int top = base;
    ItemBlocks blocks = null;
    for (; ; ) {
      if (top - base >= ItemBlocks.SIZE) {
        blocks = blocks == null ? new ItemBlocks() : blocks;
        blocks.add(r.items, base, top);
        top = base;
        r.itemCount = base;
      }
      int before = blocks == null ? 0 : blocks.count();
      if (c == '"' && r.texts == null) {
        top = strings(r, base, before);
      } else {
        Object item = read(r, itemsAt);
        Object[] items = r.items;
        if (top == items.length) {
          items = Arrays.copyOf(items, Math.max(16, top * 2));
          r.items = items;
        }
        items[top++] = item;
        r.itemCount = top;
      }
      c = r.next();
      if (c == ']') {
        break;
      }
      if (c != ',') {
        throw r.syntax("',' or ']'", r.pos);
      }
      r.pos++;
      c = r.next();
      if (c == ']') {
        throw r.syntax("a value after the comma", r.pos);
      }
      if (before + top - base == r.maxItems) {
        throw ReadErrors.tooManyItems(r);
      }
    }
    r.pos++;
    r.depth--;
    r.texts = texts;
    ArrayList<Object> list =
        blocks == null ? new ArrayList<>(top - base) : blocks.toList(top - base);
    Object[] items = r.items;
    for (int i = base; i < top; i++) {
      list.add(items[i]);
      items[i] = null;
    }
    r.itemCount = base;
    return list;
  }

  /**
   * Reads the string at the position and those that follow it after a bare comma, up to the end of
   * a block.
   *
   * @param before how many items are in blocks already
   */
  private static int strings(JsonReader r, int base, int before) {
    int top = r.itemCount;
    Object[] items = r.items;
    int most = base + Math.min(r.maxItems - before, ItemBlocks.SIZE);
    byte[] b = r.buf;
    int limit = r.limit;
    int p = r.pos;
    for (; ; ) {
      int start = p + 1;
      int end = StringParser.shortPlainEnd(b, start, limit);
      String item;
      if (end < limit && b[end] == '"' && end - start <= r.maxStringLength) {
        item = StringParser.ascii(b, start, end);
        p = end + 1;
      } else {
        r.pos = p;
        item = StringParser.read(r);
        p = r.pos;
      }
      if (top == items.length) {
        items = Arrays.copyOf(items, Math.max(16, top * 2));
        r.items = items;
      }
      items[top++] = item;
      if (p + 1 >= limit || b[p] != ',' || b[p + 1] != '"' || top == most) {
        r.pos = p;
        r.itemCount = top;
        return top;
      }
      p++;
    }
  }

  private static Object object(JsonReader r, Site site) {
    int start = r.pos;
    r.enter();
    r.pos = start + 1;
    PredictedHint hint = site.hint;
    if (hint != null && hint.stands(r.buf, start + 1, r.limit)) {
      return EnvelopeReader.readPredicted(r, hint, start);
    }
    int c = r.next();
    ShapeNode node = site.root;
    Object[] values = new Object[site.members];
    if (c != '}') {
      for (; ; ) {
        if (c != '"') {
          throw r.syntax(node.size == 0 ? "a member name or '}'" : "a member name", r.pos);
        }
        ShapeNode next = node.next;
        if (next != null && next.key.stands(r.buf, r.pos, r.limit)) {
          r.pos += next.key.token.length;
        } else {
          if (node.size == 0 && EnvelopeReader.isCompact(r)) {
            return EnvelopeReader.readCompact(r, site, start);
          }
          int nameAt = r.pos;
          Key key = name(r);
          if (r.hints && Envelope.isMember(key.text)) {
            return envelope(r, start);
          }
          next = step(r, node, key);
          if (next == null) {
            r.pos = nameAt;
            return wideObject(r, site, node, values, start);
          }
        }
        Object value = r.places ? readPlaced(r, next) : read(r, next);
        int i = next.size - 1;
        if (i == values.length) {
          values = Arrays.copyOf(values, i * 2 + 2);
        }
        values[i] = value;
        node = next;
        c = r.next();
        if (c != ',') {
          break;
        }
        r.pos++;
        c = r.next();
      }
      if (c != '}') {
        throw r.syntax("',' or '}'", r.pos);
      }
    }
    r.pos++;
    r.depth--;
    site.members = node.size;
    return new ShapedMap(
        node.shape(), values.length == node.size ? values : Arrays.copyOf(values, node.size));
  }

  /** The step by a key; null where the object is to be read without prediction from here. */
  private static ShapeNode step(JsonReader r, ShapeNode node, Key key) {
    ShapeNode next = node.step(key);
    if (next == null) {
      if (node.size == WIDE
          || node.size == r.maxMembers
          || r.shapeNodes == JsonReader.MAX_SHAPE_NODES
          || node.indexOf(key.text) >= 0) {
        return null;
      }
      r.shapeNodes++;
      next = node.add(key);
    }
    node.next = next;
    return next;
  }

  /** Reads an object on that has very many members or repeats one. */
  private static Object wideObject(
      JsonReader r, Site site, ShapeNode node, Object[] firstValues, int start) {
    WideObject object = new WideObject(node.shape(), firstValues);
    ShapeNode valuesAt = site.dictionary().items();
    int c = r.next();
    for (; ; ) {
      if (c != '"') {
        throw r.syntax("a member name", r.pos);
      }
      int nameAt = r.pos;
      String name = StringParser.read(r);
      colon(r);
      if (r.hints && Envelope.isMember(name)) {
        return envelope(r, start);
      }
      Object value = r.places ? readPlaced(r, name, valuesAt) : read(r, valuesAt);
      if (!object.put(name, value) && r.refuseDuplicates) {
        throw ReadErrors.duplicate(r, name, nameAt);
      }
      if (object.size() > r.maxMembers) {
        throw ReadErrors.tooManyMembers(r);
      }
      c = r.next();
      if (c != ',') {
        break;
      }
      r.pos++;
      c = r.next();
    }
    if (c != '}') {
      throw r.syntax("',' or '}'", r.pos);
    }
    r.pos++;
    r.depth--;
    return object.toMap();
  }

  /** The plain form of {@link #object}, with the same results. */
  private static Object hashedObject(JsonReader r) {
    int start = r.pos;
    LinkedHashMap<String, Object> map = new LinkedHashMap<>();
    r.enter();
    r.pos = start + 1;
    int c = r.next();
    if (c != '}') {
      for (; ; ) {
        if (c != '"') {
          throw r.syntax(map.isEmpty() ? "a member name or '}'" : "a member name", r.pos);
        }
        int nameAt = r.pos;
        String name = name(r).text;
        if (r.hints && Envelope.isMember(name)) {
          return envelope(r, start);
        }
        int before = map.size();
        map.put(name, r.places ? readPlaced(r, name, r.document) : read(r, r.document));
        if (map.size() == before && r.refuseDuplicates) {
          throw ReadErrors.duplicate(r, name, nameAt);
        }
        if (map.size() > r.maxMembers) {
          throw ReadErrors.tooManyMembers(r);
        }
        c = r.next();
        if (c != ',') {
          break;
        }
        r.pos++;
        c = r.next();
      }
      if (c != '}') {
        throw r.syntax("',' or '}'", r.pos);
      }
    }
    r.pos++;
    r.depth--;
    return map;
  }

  /** Reads the value of a key where text is recognised by its place. */
  private static Object readPlaced(JsonReader r, ShapeNode at) {
    TextRecognizer texts = r.texts;
    r.texts = texts == null ? null : at.texts(texts);
    Object value = read(r, at);
    r.texts = texts;
    return value;
  }

  /** The same where keys have no node of their own. */
  private static Object readPlaced(JsonReader r, String name, ShapeNode at) {
    TextRecognizer texts = r.texts;
    r.texts = texts == null ? null : texts.member(name);
    Object value = read(r, at);
    r.texts = texts;
    return value;
  }

  /** Reads the members of an object as data, though it has a hint. */
  static Map<String, Object> members(JsonReader r) {
    LinkedHashMap<String, Object> map = new LinkedHashMap<>();
    r.beginObject();
    while (r.hasNext()) {
      String name = r.readName();
      map.put(name, r.readValue());
    }
    r.endObject();
    return map;
  }

  private static Object envelope(JsonReader r, int start) {
    r.goBack(start);
    r.depth--;
    return EnvelopeReader.read(r, null);
  }

  private static Key name(JsonReader r) {
    Key key = r.keys.read(r);
    colon(r);
    return key;
  }

  private static void colon(JsonReader r) {
    if (r.next() != ':') {
      throw r.syntax("':' after the member name", r.pos);
    }
    r.pos++;
  }
}
