package org.datason.types;

import java.util.Optional;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Optional values: the value itself, or null. */
final class OptionalHandler implements TypeHandler<Optional<?>> {

  static final String HINT = "java.util.Optional";

  private final Slot value;

  OptionalHandler(Slot value) {
    this.value = value;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Class<Optional<?>> type() {
    return (Class) Optional.class;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public Optional<?> nullValue() {
    return Optional.empty();
  }

  @Override
  public void write(Optional<?> optional, JsonWriter out) {
    if (optional.isEmpty()) {
      out.writeNull();
    } else if (!value.any() && value.handler().nullValue() != null && out.hints()) {
      // An optional in an optional: were the inner one null, it would be read as an empty outer.
      value.handler().writeHinted(optional.get(), out);
    } else {
      value.write(optional.get(), out);
    }
  }

  @Override
  public Optional<?> read(JsonReader in) {
    return in.tryNull() ? Optional.empty() : Optional.ofNullable(value.read(in));
  }
}
