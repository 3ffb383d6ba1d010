package org.datason.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypedInput;

/** An object of one of several kinds, told by the text of one of its members, its tag. */
final class TaggedCodec extends Codec {

  private final Class<?> type;
  private final String tag;
  private final Map<String, Codec> variants;

  TaggedCodec(Class<?> type, String tag, Map<String, Codec> variants) {
    this.type = type;
    this.tag = tag;
    this.variants = new LinkedHashMap<>(variants);
  }

  Map<String, Codec> variants() {
    return variants;
  }

  /** The same with other codecs of the variants. */
  TaggedCodec with(Map<String, Codec> others) {
    return new TaggedCodec(type, tag, others);
  }

  @Override
  public String expected() {
    return "an object whose \"" + tag + "\" is one of " + known();
  }

  private String known() {
    return ChoiceCodec.shown(new ArrayList<>(variants.keySet()));
  }

  @Override
  boolean takes(Object value) {
    return variantOf(value) != null;
  }

  private Codec variantOf(Object value) {
    for (Codec variant : variants.values()) {
      if (variant.takes(value)) {
        return variant;
      }
    }
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) type;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    Codec variant = variantOf(value);
    if (variant == null) {
      throw out.unsupported("Expected " + expected() + " but found " + value.getClass().getName());
    }
    variant.write(value, out);
  }

  @Override
  public Object read(JsonReader in) {
    return variant(in).read(in);
  }

  private Codec variant(JsonReader in) {
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw in.mismatch(expected());
    }
    String text = TypedInput.peekMember(in, tag);
    Codec variant = variants.get(text);
    if (variant == null) {
      throw new IllegalArgumentException(
          text == null
              ? "it has no text \"" + tag + '"'
              : "its \"" + tag + "\" is \"" + text + '"');
    }
    return variant;
  }

  @Override
  Object check(JsonReader in, Violations violations) {
    if (in.peek() != JsonToken.BEGIN_OBJECT || in.isHintedNext()) {
      return super.check(in, violations);
    }
    Codec variant = variants.get(TypedInput.peekMember(in, tag));
    return variant == null ? super.check(in, violations) : variant.check(in, violations);
  }
}
