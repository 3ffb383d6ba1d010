package org.datason.types;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** {@link OptionalInt}, {@link OptionalLong} and {@link OptionalDouble}: the number, or null. */
final class PrimitiveOptionalHandler<T> implements TypeHandler<T> {

  static final PrimitiveOptionalHandler<OptionalInt> INT =
      new PrimitiveOptionalHandler<>(
          OptionalInt.empty(),
          OptionalInt::isPresent,
          (value, out) -> out.writeInt(value.getAsInt()),
          in -> OptionalInt.of(in.readInt()));

  static final PrimitiveOptionalHandler<OptionalLong> LONG =
      new PrimitiveOptionalHandler<>(
          OptionalLong.empty(),
          OptionalLong::isPresent,
          (value, out) -> out.writeLong(value.getAsLong()),
          in -> OptionalLong.of(in.readLong()));

  static final PrimitiveOptionalHandler<OptionalDouble> DOUBLE =
      new PrimitiveOptionalHandler<>(
          OptionalDouble.empty(),
          OptionalDouble::isPresent,
          (value, out) -> out.writeDouble(value.getAsDouble()),
          in -> OptionalDouble.of(in.readDouble()));

  private final T empty;
  private final Predicate<T> isPresent;
  private final BiConsumer<T, JsonWriter> writer;
  private final Function<JsonReader, T> reader;

  private PrimitiveOptionalHandler(
      T empty,
      Predicate<T> isPresent,
      BiConsumer<T, JsonWriter> writer,
      Function<JsonReader, T> reader) {
    this.empty = empty;
    this.isPresent = isPresent;
    this.writer = writer;
    this.reader = reader;
  }

  /** The handler of a class, or of its name; null for any other. */
  static PrimitiveOptionalHandler<?> of(String className) {
    return switch (className) {
      case "java.util.OptionalInt" -> INT;
      case "java.util.OptionalLong" -> LONG;
      case "java.util.OptionalDouble" -> DOUBLE;
      default -> null;
    };
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<T> type() {
    return (Class<T>) empty.getClass();
  }

  @Override
  public String hint() {
    return empty.getClass().getName();
  }

  @Override
  public T nullValue() {
    return empty;
  }

  /** Takes numpy's scalars too; a number out of range is refused on reading. */
  @Override
  public TypeHandler<T> subtype(String hint, String javaType) {
    return hint.startsWith("numpy.") ? this : null;
  }

  @Override
  public void write(T optional, JsonWriter out) {
    if (isPresent.test(optional)) {
      writer.accept(optional, out);
    } else {
      out.writeNull();
    }
  }

  @Override
  public T read(JsonReader in) {
    return in.tryNull() ? empty : reader.apply(in);
  }
}
