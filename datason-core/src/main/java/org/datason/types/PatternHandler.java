package org.datason.types;

import java.util.regex.Pattern;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Regular expressions: their text, in an object with the flags where there are any. */
final class PatternHandler implements TypeHandler<Pattern> {

  @Override
  public Class<Pattern> type() {
    return Pattern.class;
  }

  @Override
  public String hint() {
    return "java.util.regex.Pattern";
  }

  @Override
  public void write(Pattern value, JsonWriter out) {
    if (value.flags() == 0) {
      out.writeString(value.pattern());
      return;
    }
    out.beginObject();
    out.writeName("pattern");
    out.writeString(value.pattern());
    out.writeName("flags");
    out.writeInt(value.flags());
    out.endObject();
  }

  @Override
  public Pattern read(JsonReader in) {
    if (in.peek() == JsonToken.STRING) {
      return Pattern.compile(in.readString());
    }
    String pattern = null;
    int flags = 0;
    in.beginObject();
    while (in.hasNext()) {
      switch (in.readName()) {
        case "pattern" -> pattern = in.readString();
        case "flags" -> flags = in.readInt();
        default -> in.skipValue();
      }
    }
    in.endObject();
    if (pattern == null) {
      throw new IllegalArgumentException("it has no pattern");
    }
    return Pattern.compile(pattern, flags);
  }
}
