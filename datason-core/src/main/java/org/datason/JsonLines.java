package org.datason;

import java.io.InputStream;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.datason.json.JsonReader;

/** The values of a JSON Lines document, read one by one as a stream asks for them. */
final class JsonLines<T> extends AbstractSpliterator<T> {

  private final JsonReader in;
  private final Function<JsonReader, T> read;

  private JsonLines(JsonReader in, Function<JsonReader, T> read) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.in = in;
    this.read = read;
  }

  /**
   * The values as a sequential stream, which closes the input when it is closed.
   *
   * @param read reads one value
   */
  static <T> Stream<T> stream(InputStream input, JsonReader in, Function<JsonReader, T> read) {
    return StreamSupport.stream(new JsonLines<>(in, read), false)
        .onClose(() -> Documents.close(input));
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (!in.hasNext()) {
      return false;
    }
    action.accept(read.apply(in));
    return true;
  }
}
