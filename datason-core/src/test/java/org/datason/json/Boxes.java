package org.datason.json;

import java.util.Map;

/** Types for the tests of hints: boxes that hold any value, under several hints. */
final class Boxes implements TypeResolver {

  /** A value under the hint {@code box}, or another one. */
  record Box(Object content) {}

  /** A value under the same hint, told apart by {@code __datason_java__}. */
  record OtherBox(Object content) {}

  /** Reads and writes boxes under a hint. */
  static final class Handler implements TypeHandler<Box> {

    private final String hint;

    Handler(String hint) {
      this.hint = hint;
    }

    @Override
    public Class<Box> type() {
      return Box.class;
    }

    @Override
    public String hint() {
      return hint;
    }

    @Override
    public void write(Box box, JsonWriter out) {
      out.writeValue(box.content());
    }

    @Override
    public Box read(JsonReader in) {
      return new Box(in.readValue());
    }
  }

  private static final class OtherHandler implements TypeHandler<OtherBox> {

    @Override
    public Class<OtherBox> type() {
      return OtherBox.class;
    }

    @Override
    public String hint() {
      return "box";
    }

    @Override
    public String javaType() {
      return "other";
    }

    @Override
    public void write(OtherBox box, JsonWriter out) {
      out.writeValue(box.content());
    }

    @Override
    public OtherBox read(JsonReader in) {
      return new OtherBox(in.readValue());
    }
  }

  static final TypeHandler<Box> BOX = new Handler("box");
  static final TypeHandler<Box> NUMERIC_BOX = new Handler("numpy.box");
  static final TypeHandler<OtherBox> OTHER_BOX = new OtherHandler();

  @Override
  public TypeHandler<?> forClass(Class<?> type) {
    return type == Box.class ? BOX : type == OtherBox.class ? OTHER_BOX : null;
  }

  @Override
  public TypeHandler<?> forHint(String hint, String javaType) {
    if (hint.equals("box")) {
      return "other".equals(javaType) ? OTHER_BOX : BOX;
    }
    return hint.equals("numpy.box") ? NUMERIC_BOX : null;
  }

  @Override
  public Object unknown(Map<String, Object> members) {
    return Map.of("unknown", members);
  }
}
