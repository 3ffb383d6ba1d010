package org.datason.cli;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.datason.cli.Schema.Hinted;
import org.datason.cli.Schema.Kind;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/**
 * Reads values and keeps what they look like. What it keeps is bounded, whatever is read. Not
 * thread-safe.
 */
final class SchemaCollector {

  /** So many names of one object, and so many places in all, are told apart. */
  static final int MAX_NAMES = 1_000;

  static final int MAX_PLACES = 30_000;

  /** So many hints are told apart, at one place and in all. */
  static final int MAX_HINTS = 100;

  /** Arrays and objects deeper than this are passed over. */
  static final int MAX_DEPTH = 100;

  /** So many values of a place are looked at for some that differ. */
  private static final int MAX_LOOKS = 200;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_VALUE = 60;
  private static final String MORE_HINTS = "(more hints)";

  private final int maxValues;
  private final Schema root = new Schema();
  private final Map<String, Long> hints = new TreeMap<>();
  private int places;
  private long namesLeftOut;
  private int deepest;

  /**
   * A collector.
   *
   * @param maxValues how many values to keep of each place
   */
  SchemaCollector(int maxValues) {
    this.maxValues = maxValues;
  }

  Schema root() {
    return root;
  }

  /** How often each hint was met. */
  Map<String, Long> hints() {
    return hints;
  }

  /** How many members were met whose names are not told apart. */
  long namesLeftOut() {
    return namesLeftOut;
  }

  /** How many arrays and objects stood in one another, up to one more than {@link #MAX_DEPTH}. */
  int deepest() {
    return deepest;
  }

  /** Reads one value. */
  void read(JsonReader in) {
    read(in, root, 0);
  }

  private void read(JsonReader in, Schema at, int depth) {
    JsonToken token = in.peek();
    switch (token) {
      case BEGIN_ARRAY, BEGIN_OBJECT -> {
        deepest = Math.max(deepest, depth + 1);
        boolean list = token == JsonToken.BEGIN_ARRAY;
        if (depth == MAX_DEPTH || list && at.items == null && places >= MAX_PLACES) {
          in.skipValue();
          at.add(Kind.DEEPER);
        } else if (list) {
          array(in, at, depth + 1);
        } else {
          object(in, at, depth + 1);
        }
      }
      case STRING -> {
        at.add(Kind.TEXT);
        if (at.values.size() < maxValues && at.looks < MAX_LOOKS) {
          keep(at, Text.quoted(in.readStringStart(LONGEST_VALUE + 1), LONGEST_VALUE));
        } else {
          in.skipValue();
        }
      }
      case NUMBER -> {
        String text = in.readNumberText();
        at.add(kind(text));
        keep(at, Text.cut(text, LONGEST_VALUE));
      }
      case BOOLEAN -> {
        at.add(Kind.BOOLEAN);
        keep(at, String.valueOf(in.readBoolean()));
      }
      case NULL -> {
        at.add(Kind.NULL);
        in.tryNull();
      }
      default -> in.skipValue(); // there is no value here, as this will say
    }
  }

  /** Keeps a value if it is one of the first that differ. */
  private void keep(Schema at, String value) {
    if (at.values.size() < maxValues && at.looks < MAX_LOOKS) {
      at.looks++;
      if (!at.values.contains(value)) {
        at.values.add(value);
      }
    }
  }

  /** The narrowest kind of a number's text; NaN and the infinities are doubles. */
  private static Kind kind(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c != '-' && (c < '0' || c > '9')) {
        return Kind.DOUBLE;
      }
    }
    if (length > 20) {
      return Kind.INTEGER;
    }
    if (length < 10) {
      return Kind.INT;
    }
    try {
      long value = Long.parseLong(text);
      return value == (int) value ? Kind.INT : Kind.LONG;
    } catch (NumberFormatException e) {
      return Kind.INTEGER;
    }
  }

  private void array(JsonReader in, Schema at, int depth) {
    at.add(Kind.LIST);
    if (at.items == null) {
      places++;
    }
    long length = 0;
    in.beginArray();
    while (in.hasNext()) {
      read(in, at.items(), depth);
      length++;
    }
    in.endArray();
    at.list(length);
  }

  private void object(JsonReader in, Schema at, int depth) {
    in.beginObject();
    boolean more = in.hasNext();
    String name = more ? in.readName() : "";
    if (name.equals(Envelope.TYPE) || name.equals(Envelope.JAVA) || name.equals(Envelope.EXACT)) {
      hinted(in, at, name, depth);
      return;
    }
    at.add(Kind.OBJECT);
    while (more) {
      read(in, member(at, name), depth);
      more = in.hasNext();
      name = more ? in.readName() : "";
    }
    in.endObject();
  }

  private Schema member(Schema at, String fullName) {
    String name = Text.cut(fullName, LONGEST_NAME);
    Map<String, Schema> members = at.members();
    Schema member = members.get(name);
    if (member == null) {
      if (members.size() >= MAX_NAMES || places >= MAX_PLACES) {
        namesLeftOut++;
        return at.others();
      }
      places++;
      member = new Schema();
      members.put(name, member);
    }
    return member;
  }

  /** Reads a hinted value, from the value of its first member on. */
  private void hinted(JsonReader in, Schema at, String firstName, int depth) {
    String hint = null;
    String java = null;
    Hinted kind = null;
    String name = firstName;
    for (boolean more = true; more; more = in.hasNext(), name = more ? in.readName() : "") {
      boolean text = in.peek() == JsonToken.STRING;
      if (text && name.equals(Envelope.TYPE)) {
        hint = Text.cut(in.readStringStart(LONGEST_NAME + 1), LONGEST_NAME);
      } else if (text && name.equals(Envelope.JAVA)) {
        java = Text.cut(in.readStringStart(LONGEST_NAME + 1), LONGEST_NAME);
      } else if (name.equals(Envelope.VALUE) && kind == null) {
        kind = hinted(at, hint, java);
        value(in, kind, depth);
      } else {
        in.skipValue();
      }
    }
    in.endObject();
    if (kind == null) {
      hinted(at, hint, java);
    }
  }

  private Hinted hinted(Schema at, String hint, String java) {
    at.add(Kind.HINTED);
    String label = hint == null ? "(no hint)" : java == null ? hint : hint + " (" + java + ")";
    boolean known = at.hinted != null && at.hinted.containsKey(label);
    if (!known && places >= MAX_PLACES || hints.size() >= MAX_HINTS && !hints.containsKey(label)) {
      label = MORE_HINTS;
    }
    places += known ? 0 : 1;
    hints.merge(label, 1L, Long::sum);
    Hinted kind = at.hinted(label);
    kind.count++;
    return kind;
  }

  /** Reads the value of a hint; where it is an object, its dtype and shape say more of the type. */
  private void value(JsonReader in, Hinted kind, int depth) {
    if (in.peek() != JsonToken.BEGIN_OBJECT || depth >= MAX_DEPTH || in.isHintedNext()) {
      read(in, kind.value, depth);
      return;
    }
    deepest = Math.max(deepest, depth + 1);
    kind.value.add(Kind.OBJECT);
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      JsonToken token = in.peek();
      if (name.equals("dtype") && token == JsonToken.STRING) {
        detail(
            kind.dtypes, Text.line(Text.cut(in.readStringStart(LONGEST_NAME + 1), LONGEST_NAME)));
      } else if (name.equals("shape") && token == JsonToken.BEGIN_ARRAY) {
        detail(kind.shapes, shape(in));
      } else {
        read(in, member(kind.value, name), depth + 1);
      }
    }
    in.endObject();
  }

  private static void detail(Set<String> details, String detail) {
    if (details.size() < Schema.MAX_DETAILS) {
      details.add(detail);
    }
  }

  private static String shape(JsonReader in) {
    StringBuilder shape = new StringBuilder("[");
    in.beginArray();
    for (int i = 0; in.hasNext(); i++) {
      String size = "?";
      if (in.peek() == JsonToken.NUMBER) {
        size = Text.cut(in.readNumberText(), 20);
      } else {
        in.skipValue();
      }
      if (i < 32) {
        shape.append(i > 0 ? ", " : "").append(size);
      }
    }
    in.endArray();
    return shape.append(']').toString();
  }
}
