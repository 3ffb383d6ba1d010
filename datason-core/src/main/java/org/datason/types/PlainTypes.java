package org.datason.types;

import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Types that JSON itself has, so that their values need no hint. */
final class PlainTypes {

  private PlainTypes() {}

  static final class OfString implements TypeHandler<String> {

    @Override
    public Class<String> type() {
      return String.class;
    }

    /** Not written; read where a text is asked for. */
    @Override
    public String hint() {
      return "java.lang.String";
    }

    @Override
    public void writeHinted(String value, JsonWriter out) {
      out.writeString(value);
    }

    @Override
    public void write(String value, JsonWriter out) {
      out.writeString(value);
    }

    @Override
    public String read(JsonReader in) {
      return in.readText();
    }
  }

  static final class OfBoolean implements TypeHandler<Boolean> {

    @Override
    public Class<Boolean> type() {
      return Boolean.class;
    }

    /** Not written; numpy's booleans are read where a boolean is asked for. */
    @Override
    public String hint() {
      return "numpy.bool_";
    }

    @Override
    public String javaType() {
      return "Boolean";
    }

    @Override
    public void writeHinted(Boolean value, JsonWriter out) {
      out.writeBoolean(value);
    }

    @Override
    public void write(Boolean value, JsonWriter out) {
      out.writeBoolean(value);
    }

    @Override
    public Boolean read(JsonReader in) {
      return in.readBoolean();
    }
  }
}
