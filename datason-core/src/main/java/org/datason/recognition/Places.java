package org.datason.recognition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.datason.json.PathStep;

/**
 * All places that the patterns of a list tell apart: an automaton whose states are made when a
 * document first comes there. Thread-safe.
 */
final class Places {

  /** Patterns with {@code ..} could tell more places apart than one wants to keep. */
  private static final int MOST_KEPT = 1000;

  private final List<Entry> entries;
  private final List<PathPattern> excluded;
  private final Set<String> names = new HashSet<>();
  private final Map<BitSet, Place> known = new ConcurrentHashMap<>();

  /** Each pattern with the bit of its beginning; the bits of its steps and of its end follow. */
  private final List<Numbered> patterns = new ArrayList<>();

  private record Numbered(PathPattern pattern, int begin) {

    int end() {
      return begin + pattern.steps().size();
    }
  }

  Places(List<Entry> entries, List<PathPattern> excluded) {
    this.entries = entries;
    this.excluded = excluded;
    Set<PathPattern> distinct = new HashSet<>(excluded);
    for (Entry entry : entries) {
      distinct.addAll(entry.only());
      distinct.addAll(entry.except());
    }
    int bits = 0;
    for (PathPattern pattern : distinct) {
      patterns.add(new Numbered(pattern, bits));
      bits += pattern.steps().size() + 1;
      pattern.steps().stream().map(PathStep::name).forEach(names::add);
    }
  }

  /** Whether a pattern names a member so. */
  boolean isNamed(String name) {
    return names.contains(name);
  }

  /** The place of the whole document. */
  Place root() {
    BitSet progress = new BitSet();
    for (Numbered pattern : patterns) {
      progress.set(pattern.begin());
    }
    return at(progress);
  }

  /** The place below another one, by a step that some steps of patterns take. */
  Place below(Place place, Predicate<PathStep> takes) {
    BitSet progress = new BitSet();
    for (Numbered n : patterns) {
      for (int i = 0; i < n.pattern().steps().size(); i++) {
        if (place.progress.get(n.begin() + i)) {
          PathStep step = n.pattern().steps().get(i);
          if (takes.test(step)) {
            progress.set(n.begin() + i + 1);
          }
          if (step.deep()) {
            progress.set(n.begin() + i);
          }
        }
      }
    }
    return at(progress);
  }

  private Place at(BitSet progress) {
    Place place = known.get(progress);
    if (place == null) {
      boolean kept = known.size() < MOST_KEPT;
      place = new Place(this, progress, entries(progress), kept);
      if (kept) {
        Place before = known.putIfAbsent(progress, place);
        place = before == null ? place : before;
      }
    }
    return place;
  }

  private List<Entry> entries(BitSet progress) {
    Set<PathPattern> here = new HashSet<>();
    for (Numbered pattern : patterns) {
      if (progress.get(pattern.end())) {
        here.add(pattern.pattern());
      }
    }
    List<Entry> found = new ArrayList<>();
    if (excluded.stream().noneMatch(here::contains)) {
      for (Entry entry : entries) {
        if ((entry.only().isEmpty() || entry.only().stream().anyMatch(here::contains))
            && entry.except().stream().noneMatch(here::contains)) {
          found.add(entry);
        }
      }
    }
    return found;
  }
}
