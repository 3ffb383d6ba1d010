package org.datason.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was seen at one place of documents, or at all like places: the items of a list share one, so
 * do the members of one name of those items. Not thread-safe.
 */
final class Schema {

  /** What a value can be; numbers from the narrowest to the widest. */
  enum Kind {
    NULL("null"),
    BOOLEAN("boolean"),
    INT("int"),
    LONG("long"),
    INTEGER("integer"),
    DOUBLE("double"),
    TEXT("text"),
    LIST("list"),
    OBJECT("object"),
    /** A value with a hint. */
    HINTED("hinted"),
    /** An array or object too deep to be looked into. */
    DEEPER("deeper");

    final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** The values of one hint at one place. */
  static final class Hinted {

    long count;

    /** What the hint's value was. */
    final Schema value = new Schema();

    /** The dtypes and shapes that values with such members have; few. */
    final TreeSet<String> dtypes = new TreeSet<>();

    final TreeSet<String> shapes = new TreeSet<>();
  }

  /** So many different dtypes or shapes are told apart. */
  static final int MAX_DETAILS = 8;

  private final long[] counts = new long[Kind.values().length];

  /** The first different values that are neither list nor object, as text. */
  final List<String> values = new ArrayList<>(0);

  /** How many values were looked at to find them. */
  int looks;

  long shortest = Long.MAX_VALUE;
  long longest;
  Schema items;

  /** The members in the order in which they were met, or null if there are none. */
  Map<String, Schema> members;

  /** The members whose names are not told apart, or null. */
  Schema others;

  /** The hints by their names, or null if there are none. */
  Map<String, Hinted> hinted;

  void add(Kind kind) {
    counts[kind.ordinal()]++;
  }

  long count() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  long count(Kind kind) {
    return counts[kind.ordinal()];
  }

  void list(long length) {
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
  }

  Schema items() {
    if (items == null) {
      items = new Schema();
    }
    return items;
  }

  Map<String, Schema> members() {
    if (members == null) {
      members = new LinkedHashMap<>(8);
    }
    return members;
  }

  Schema others() {
    if (others == null) {
      others = new Schema();
    }
    return others;
  }

  Hinted hinted(String hint) {
    if (hinted == null) {
      hinted = new TreeMap<>();
    }
    return hinted.computeIfAbsent(hint, h -> new Hinted());
  }

  /** Adds what was seen at another place, as if it had been seen here. */
  void add(Schema other, int maxValues) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (String value : other.values) {
      if (values.size() < maxValues && !values.contains(value)) {
        values.add(value);
      }
    }
    shortest = Math.min(shortest, other.shortest);
    longest = Math.max(longest, other.longest);
    if (other.items != null) {
      items().add(other.items, maxValues);
    }
    if (other.members != null) {
      other.members.forEach(
          (name, member) ->
              members().computeIfAbsent(name, n -> new Schema()).add(member, maxValues));
    }
    if (other.others != null) {
      others().add(other.others, maxValues);
    }
    if (other.hinted != null) {
      other.hinted.forEach((hint, from) -> add(hinted(hint), from, maxValues));
    }
  }

  private static void add(Hinted to, Hinted from, int maxValues) {
    to.count += from.count;
    to.value.add(from.value, maxValues);
    to.dtypes.addAll(from.dtypes);
    to.shapes.addAll(from.shapes);
  }
}
