package org.datason.recognition;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.datason.json.TextRecognizer;

/**
 * The recognisers that count at a place, and the way to the places below. Thread-safe; it keeps the
 * ways that it was asked for, of which there are no more than names in the patterns.
 */
final class Place implements TextRecognizer {

  /** Lengths from here on share their first look. */
  private static final int LONG = 64;

  private final Places all;

  /** How far each pattern has come here. */
  final BitSet progress;

  private final Entry[] entries;

  /** For each first character, a bit for each recogniser; the last is for all beyond ASCII. */
  private final long[] byFirst = new long[129];

  /** For each length, a bit for each recogniser. */
  private final long[] byLength = new long[LONG + 1];

  private final boolean kept;
  private final Map<String, Place> members = new ConcurrentHashMap<>();
  private volatile Place other;

  /**
   * Makes a place.
   *
   * @param kept whether others may refer to it
   */
  Place(Places all, BitSet progress, List<Entry> entries, boolean kept) {
    this.all = all;
    this.progress = progress;
    this.entries = entries.toArray(new Entry[0]);
    this.kept = kept;
    for (int i = 0; i < this.entries.length; i++) {
      mark(this.entries[i].look(), 1L << i);
    }
  }

  private void mark(FirstLook look, long bit) {
    String first = look.firstCharacters();
    for (char c = 0; c < byFirst.length; c++) {
      if (first.isEmpty() || first.indexOf(c) >= 0) {
        byFirst[c] |= bit;
      }
    }
    if (first.chars().anyMatch(c -> c >= 128)) {
      byFirst[128] |= bit;
    }
    for (int n = look.minLength(); n < LONG && n <= look.maxLength(); n++) {
      byLength[n] |= bit;
    }
    if (look.maxLength() >= LONG) {
      byLength[LONG] |= bit;
    }
  }

  /** The recognisers that count here, in their order. */
  List<Entry> entries() {
    return List.of(entries);
  }

  @Override
  public long candidates(int length, int first) {
    return byLength[Math.min(length, LONG)] & byFirst[Math.min(first, 128)];
  }

  @Override
  public Object recognize(String text, long candidates) {
    for (long rest = candidates; rest != 0; rest &= rest - 1) {
      Object value = parse(Long.numberOfTrailingZeros(rest), text);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The value of a text by one of the recognisers, or null. */
  Object parse(int i, String text) {
    Entry entry = entries[i];
    if (!entry.look().passes(text)) {
      return null;
    }
    try {
      return entry.recognizer().parse(text);
    } catch (RuntimeException | StackOverflowError e) {
      return null; // a pattern of many alternatives overflows on long text
    }
  }

  @Override
  public boolean hasPlaces() {
    return !progress.isEmpty();
  }

  @Override
  public TextRecognizer member(String name) {
    if (progress.isEmpty()) {
      return this;
    }
    if (!all.isNamed(name)) {
      return items();
    }
    Place place = members.get(name);
    if (place == null) {
      place = all.below(this, step -> PathPattern.takes(step, name));
      if (place.kept) {
        members.put(name, place);
      }
    }
    return place.orNull();
  }

  /** The place of the items, and of the members that no pattern names. */
  @Override
  public TextRecognizer items() {
    if (progress.isEmpty()) {
      return this;
    }
    Place place = other;
    if (place == null) {
      place = all.below(this, step -> step.name() == null);
      if (place.kept) {
        other = place;
      }
    }
    return place.orNull();
  }

  /** This place; null if nothing is recognised here or below. */
  Place orNull() {
    return progress.isEmpty() && entries.length == 0 ? null : this;
  }
}
