package org.datason.cli;

import java.util.BitSet;
import org.datason.json.Envelope;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;

/**
 * Copies values from a reader to a writer token by token, so that any size and depth goes through
 * and no digit of a number changes. Not thread-safe.
 */
final class Copier {

  private final boolean hints;
  private final BitSet objects = new BitSet();

  /**
   * A copier.
   *
   * @param hints whether hinted values are copied with their hints; otherwise they are decoded, and
   *     written by the writer, whose settings say so too
   */
  Copier(boolean hints) {
    this.hints = hints;
  }

  /** Copies exactly one value. */
  void copy(JsonReader in, JsonWriter out) {
    int depth = 0;
    int numericFrom = Integer.MAX_VALUE; // the depth of a hinted value of a numeric family
    String name = "";
    for (; ; ) {
      switch (in.peek()) {
        case BEGIN_OBJECT -> {
          if (!hints && in.isHintedNext()) {
            out.writeValue(in.readValue());
          } else {
            in.beginObject();
            out.beginObject();
            objects.set(++depth);
          }
        }
        case BEGIN_ARRAY -> {
          in.beginArray();
          out.beginArray();
          objects.clear(++depth);
        }
        case STRING -> {
          String text = in.readString();
          out.writeString(text);
          if (name.equals(Envelope.TYPE) && depth < numericFrom && Envelope.isNumeric(text)) {
            numericFrom = depth;
          }
        }
        case NUMBER -> number(in, out, depth >= numericFrom);
        case BOOLEAN -> out.writeBoolean(in.readBoolean());
        case NULL -> {
          in.tryNull();
          out.writeNull();
        }
        default -> in.skipValue(); // there is no value here, as this will say
      }
      while (depth > 0 && !in.hasNext()) {
        if (objects.get(depth)) {
          in.endObject();
          out.endObject();
        } else {
          in.endArray();
          out.endArray();
        }
        depth--;
        if (depth < numericFrom) {
          numericFrom = Integer.MAX_VALUE;
        }
      }
      if (depth == 0) {
        return;
      }
      name = "";
      if (objects.get(depth)) {
        name = in.readName();
        out.writeName(name);
      }
    }
  }

  /**
   * Copies a number. A bare NaN or Infinity becomes what Datason writes for such a double, except
   * inside the value of a numeric hint, where Python writes such tokens and expects them.
   */
  private static void number(JsonReader in, JsonWriter out, boolean inNumeric) {
    String text = in.readNumberText();
    char last = text.charAt(text.length() - 1);
    if (last != 'N' && last != 'y') {
      out.writeNumberText(text);
    } else {
      boolean before = out.bareNonFinite(inNumeric);
      out.writeValue(Double.parseDouble(text));
      out.bareNonFinite(before);
    }
  }
}
