package org.datason.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.datason.json.PathStep;
import org.datason.json.TextRecognizer;

/**
 * The recognisers of a document's texts, in the order in which they are asked: the first that knows
 * a text counts. They are asked where the setting {@code recognition} is automatic. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * Recognizers recognizers =
 *     Recognizers.defaults().toBuilder()
 *         .add(Recognizer.DECIMALS, "$.prices[*]") // there alone
 *         .remove(Recognizer.TIMES)
 *         .exclude("$.notes..*") // all below is text
 *         .build();
 * Datason datason =
 *     Datason.builder()
 *         .config(DatasonConfig.builder().recognition(Recognition.AUTOMATIC).build())
 *         .recognizers(recognizers)
 *         .build();
 * datason.fromJson("[\"2024-06-15\"]"); // a list of a LocalDate
 * }</pre>
 *
 * <p>They can also be asked about a text or a column of texts by themselves:
 *
 * <pre>{@code
 * recognizers.recognize("2024-06-15"); // a LocalDate
 * recognizers.recognize("2024-13-45"); // the text
 * recognizers.recognizeColumn(List.of("2024-06-15", "2024-06-16")); // two LocalDates
 * }</pre>
 */
public final class Recognizers {

  private static final Recognizers DEFAULTS =
      new RecognizersBuilder()
          .add(Recognizer.UUIDS)
          .add(Recognizer.DATES)
          .add(Recognizer.DATE_TIMES)
          .add(Recognizer.OFFSET_DATE_TIMES)
          .add(Recognizer.ZONED_DATE_TIMES)
          .add(Recognizer.TIMES)
          .add(Recognizer.OFFSET_TIMES)
          .add(Recognizer.DURATIONS)
          .build();

  private final List<Entry> entries;
  private final List<PathPattern> excluded;
  private final Place root;

  Recognizers(List<Entry> entries, List<PathPattern> excluded) {
    this.entries = List.copyOf(entries);
    this.excluded = List.copyOf(excluded);
    this.root = new Places(this.entries, this.excluded).root();
  }

  /**
   * The recognisers of UUIDs, dates, times and durations.
   *
   * @return the default list
   */
  public static Recognizers defaults() {
    return DEFAULTS;
  }

  /**
   * A builder of a list of one's own.
   *
   * @return a builder with no recognisers
   */
  public static RecognizersBuilder builder() {
    return new RecognizersBuilder();
  }

  /**
   * A builder that begins with this list.
   *
   * @return a new builder
   */
  public RecognizersBuilder toBuilder() {
    return new RecognizersBuilder(entries, excluded);
  }

  /**
   * The recognisers, whether they count everywhere or not.
   *
   * @return the list, in the order in which they are asked; unmodifiable
   */
  public List<Recognizer<?>> list() {
    List<Recognizer<?>> list = new ArrayList<>();
    for (Entry entry : entries) {
      list.add(entry.recognizer());
    }
    return List.copyOf(list);
  }

  /**
   * The recognisers that count at one place of a document; their own paths are met and forgotten.
   *
   * @param path the place: {@code $.runs[*].id}
   * @return the list for texts that stand there
   * @throws IllegalArgumentException if it is not one place, but has {@code ..}
   */
  public Recognizers at(String path) {
    TextRecognizer place = root;
    for (PathStep step : PathPattern.place(path).steps()) {
      if (place != null) {
        place = step.name() == null ? place.items() : place.member(step.name());
      }
    }
    RecognizersBuilder builder = builder();
    if (place != null) {
      ((Place) place).entries().forEach(entry -> builder.add(entry.recognizer()));
    }
    return builder.build();
  }

  /**
   * What a text stands for, by the recognisers that count everywhere.
   *
   * @param text the text
   * @return the value, or the text itself
   */
  public Object recognize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    long candidates = root.candidates(text.length(), text.charAt(0));
    Object value = candidates == 0 ? null : root.recognize(text, candidates);
    return value == null ? text : value;
  }

  /**
   * What the texts of a column stand for, by one recogniser for all: a single text that it does not
   * know, even an empty one, leaves the whole column as it is. Only recognisers that know the first
   * text are asked about the others.
   *
   * @param texts the cells; a missing one is null
   * @return the values, with null for missing cells; or the list that was given
   */
  public List<?> recognizeColumn(List<String> texts) {
    String first = texts.stream().filter(Objects::nonNull).findFirst().orElse("");
    if (first.isEmpty()) {
      return texts;
    }
    long candidates = root.candidates(first.length(), first.charAt(0));
    for (; candidates != 0; candidates &= candidates - 1) {
      List<?> values = column(texts, Long.numberOfTrailingZeros(candidates));
      if (values != null) {
        return values;
      }
    }
    return texts;
  }

  private List<?> column(List<String> texts, int recognizer) {
    List<Object> values = new ArrayList<>();
    for (String text : texts) {
      Object value = null;
      if (text != null) {
        value = text.isEmpty() ? null : root.parse(recognizer, text);
        if (value == null) {
          return null;
        }
      }
      values.add(value);
    }
    return values;
  }

  /**
   * What a {@link org.datason.json.JsonReader} asks at the root of a document.
   *
   * @return the form for readers; null if nothing is recognised anywhere
   */
  public TextRecognizer forReader() {
    return root.orNull();
  }

  /** The types of the recognisers, in their order. */
  @Override
  public String toString() {
    return "Recognizers" + list();
  }
}
