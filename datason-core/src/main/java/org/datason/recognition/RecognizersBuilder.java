package org.datason.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Collects recognisers for {@link Recognizers}; not thread-safe. Paths are those of JSONPath:
 * {@code $.runs[*].id}, where {@code ['a name']} stands for a member with an odd name, {@code [*]}
 * and {@code .*} for any item or member, and {@code ..id} and {@code ..*} for those at any depth.
 */
public final class RecognizersBuilder {

  private static final int MOST = 64;

  private final List<Entry> entries;
  private final List<PathPattern> excluded;

  RecognizersBuilder() {
    this(List.of(), List.of());
  }

  RecognizersBuilder(List<Entry> entries, List<PathPattern> excluded) {
    this.entries = new ArrayList<>(entries);
    this.excluded = new ArrayList<>(excluded);
  }

  /**
   * Adds a recogniser that is asked after all others. One that is in the list moves.
   *
   * @param recognizer the recogniser
   * @param paths the only places where it counts; none for everywhere
   * @return this
   * @throws IllegalArgumentException if a path is none
   */
  public RecognizersBuilder add(Recognizer<?> recognizer, String... paths) {
    Entry entry = entry(recognizer, paths);
    entries.add(entry);
    return this;
  }

  /**
   * Adds a recogniser that is asked before all others. One that is in the list moves.
   *
   * @param recognizer the recogniser
   * @param paths the only places where it counts; none for everywhere
   * @return this
   * @throws IllegalArgumentException if a path is none
   */
  public RecognizersBuilder addFirst(Recognizer<?> recognizer, String... paths) {
    Entry entry = entry(recognizer, paths);
    entries.add(0, entry);
    return this;
  }

  private Entry entry(Recognizer<?> recognizer, String... paths) {
    Objects.requireNonNull(recognizer, "recognizer");
    Entry entry = new Entry(recognizer, recognizer.firstLook(), patterns(paths), List.of());
    remove(recognizer);
    return entry;
  }

  /**
   * Removes a recogniser, if it is in the list.
   *
   * @param recognizer the recogniser
   * @param paths the places where it no longer counts; none for everywhere
   * @return this
   * @throws IllegalArgumentException if a path is none
   */
  public RecognizersBuilder remove(Recognizer<?> recognizer, String... paths) {
    return remove(entry -> entry.recognizer().equals(recognizer), paths);
  }

  /**
   * Removes all recognisers of a type, if there are any.
   *
   * @param type the type of their values
   * @param paths the places where they no longer count; none for everywhere
   * @return this
   * @throws IllegalArgumentException if a path is none
   */
  public RecognizersBuilder remove(Class<?> type, String... paths) {
    return remove(entry -> entry.recognizer().type() == type, paths);
  }

  private RecognizersBuilder remove(Predicate<Entry> which, String... paths) {
    if (paths.length == 0) {
      entries.removeIf(which);
      return this;
    }
    List<PathPattern> patterns = patterns(paths);
    entries.replaceAll(
        entry -> {
          if (!which.test(entry)) {
            return entry;
          }
          List<PathPattern> except = new ArrayList<>(entry.except());
          except.addAll(patterns);
          return new Entry(entry.recognizer(), entry.look(), entry.only(), except);
        });
    return this;
  }

  /**
   * Leaves the texts at some places as they are, whatever recognisers there are.
   *
   * @param paths the places
   * @return this
   * @throws IllegalArgumentException if a path is none
   */
  public RecognizersBuilder exclude(String... paths) {
    excluded.addAll(patterns(paths));
    return this;
  }

  /**
   * Makes the list.
   *
   * @return a new list
   * @throws IllegalArgumentException if it has more than 64 recognisers
   */
  public Recognizers build() {
    if (entries.size() > MOST) {
      throw new IllegalArgumentException(
          "There are "
              + entries.size()
              + " recognizers, more than "
              + MOST
              + ": let one of them know several forms");
    }
    return new Recognizers(entries, excluded);
  }

  private static List<PathPattern> patterns(String... paths) {
    List<PathPattern> patterns = new ArrayList<>();
    for (String path : paths) {
      patterns.add(PathPattern.of(path));
    }
    return patterns;
  }
}
