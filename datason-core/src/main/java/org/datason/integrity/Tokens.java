package org.datason.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.datason.json.JsonReader;

/**
 * Passes the tokens of one value on, so that nothing of it is lost, to any depth. Names that come
 * twice in an object are refused if the settings of the reader refuse them.
 */
final class Tokens {

  private Tokens() {}

  static void copy(JsonReader in, TokenSink out) {
    List<Set<String>> names = new ArrayList<>(); // for each open container; null for an array
    for (; ; ) {
      switch (in.peek()) {
        case BEGIN_OBJECT -> {
          in.beginObject();
          out.beginObject();
          names.add(new HashSet<>());
        }
        case BEGIN_ARRAY -> {
          in.beginArray();
          out.beginArray();
          names.add(null);
        }
        case STRING -> out.string(in.readString());
        case NUMBER -> out.number(in.readNumberText());
        case BOOLEAN -> out.literal(in.readBoolean());
        case NULL -> {
          in.tryNull();
          out.literal(null);
        }
        default -> in.skipValue(); // there is no value here, as this will say
      }
      while (!names.isEmpty() && !in.hasNext()) {
        if (names.remove(names.size() - 1) != null) {
          in.endObject();
          out.endObject();
        } else {
          in.endArray();
          out.endArray();
        }
      }
      if (names.isEmpty()) {
        return;
      }
      Set<String> open = names.get(names.size() - 1);
      if (open != null) {
        String name = in.readName();
        if (!open.add(name)) {
          in.repeated(name);
        }
        out.name(name);
      }
    }
  }
}
