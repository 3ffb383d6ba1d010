package org.datason.types;

import java.util.Optional;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Optional values: the value itself, or null. */
final class OptionalHandler implements TypeHandler<Optional<?>> {

  static final String HINT = "java.util.Optional";

  private final Slot value;
  private final TypeRegistry registry;

  OptionalHandler(Slot value, TypeRegistry registry) {
    this.value = value;
    this.registry = registry;
  }

  @Override
  public Class<Optional<?>> type() {
    return optionalClass();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Class<Optional<?>> optionalClass() {
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

  /** A value with a hint of its own stands for an optional that holds it. */
  @Override
  public TypeHandler<? extends Optional<?>> subtype(String hint, String javaType) {
    TypeHandler<?> handler = null;
    if (!value.any()) {
      TypeHandler<?> declared = value.handler();
      boolean same =
          hint.equals(declared.hint())
              && (javaType == null || javaType.equals(declared.javaType()));
      handler = same ? declared : declared.subtype(hint, javaType);
    }
    if (handler == null) {
      handler = registry.forHint(hint, javaType);
    }
    return handler == null ? null : new Present(handler, TypeVariables.raw(value.type()));
  }

  @Override
  public void write(Optional<?> optional, JsonWriter out) {
    if (out.hints() && optional.isPresent() && isAmbiguous(optional.get())) {
      writeHinted(optional, out);
    } else {
      writeValue(optional, out);
    }
  }

  @Override
  public void writeHinted(Optional<?> optional, JsonWriter out) {
    out.beginEnvelope(HINT, null);
    writeValue(optional, out);
    out.endEnvelope();
  }

  private void writeValue(Optional<?> optional, JsonWriter out) {
    if (optional.isEmpty()) {
      out.writeNull();
    } else if (out.hints() && isNested()) {
      value.handler().writeHinted(optional.get(), out);
    } else {
      value.write(optional.get(), out);
    }
  }

  /** Whether a value by itself could be taken for an empty optional or for data. */
  private boolean isAmbiguous(Object v) {
    boolean scalar = v instanceof String || v instanceof Number || v instanceof Boolean;
    return value.any() ? !scalar : isNested();
  }

  /** Whether null would stand for an empty inner value. */
  private boolean isNested() {
    return !value.any() && value.handler().nullValue() != null;
  }

  @Override
  public Optional<?> read(JsonReader in) {
    return in.tryNull() ? Optional.empty() : Optional.ofNullable(value.read(in));
  }

  /** Reads a value as an optional that holds it. */
  private static final class Present implements TypeHandler<Optional<?>> {

    private final TypeHandler<?> value;
    private final Class<?> declared;

    Present(TypeHandler<?> value, Class<?> declared) {
      this.value = value;
      this.declared = declared;
    }

    @Override
    public Class<Optional<?>> type() {
      return optionalClass();
    }

    @Override
    public String hint() {
      return value.hint();
    }

    @Override
    public void write(Optional<?> optional, JsonWriter out) {
      throw new IllegalStateException("it only reads");
    }

    @Override
    public Optional<?> read(JsonReader in) {
      Object v = value.read(in);
      if (!declared.isInstance(v)) {
        throw new IllegalArgumentException("not of a " + declared.getSimpleName());
      }
      return Optional.of(v);
    }
  }
}
