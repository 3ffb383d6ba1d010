package org.datason.types;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Sets sorted in the natural order of their items or against it. A set sorted by anything else is
 * refused, since its comparator cannot be written.
 */
final class SortedSetHandler implements TypeHandler<SortedSet<Object>>, Family {

  private static final String NATURAL = "SortedSet";
  private static final String REVERSE = "SortedSet:reverse";

  private final Class<?> type;
  private final String javaType;
  private final Slot item;
  private final Supplier<SortedSet<Object>> empty;

  private SortedSetHandler(
      Class<?> type, String javaType, Slot item, Supplier<SortedSet<Object>> empty) {
    this.type = type;
    this.javaType = javaType;
    this.item = item;
    this.empty = empty;
  }

  static SortedSetHandler natural(Class<?> type, Slot item, Supplier<SortedSet<Object>> empty) {
    return new SortedSetHandler(type, NATURAL, item, empty);
  }

  /** The handler of the hint of a sorted set, or null for any other. */
  static SortedSetHandler of(String hint, String javaType, Slot item) {
    if (!hint.equals(SetHandler.HINT)) {
      return null;
    }
    if (NATURAL.equals(javaType)) {
      return new SortedSetHandler(TreeSet.class, NATURAL, item, TreeSet::new);
    }
    return REVERSE.equals(javaType)
        ? new SortedSetHandler(
            TreeSet.class, REVERSE, item, () -> new TreeSet<>(Collections.reverseOrder()))
        : null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<SortedSet<Object>> type() {
    return (Class<SortedSet<Object>>) type;
  }

  @Override
  public String hint() {
    return SetHandler.HINT;
  }

  @Override
  public String javaType() {
    return javaType;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof SortedSetHandler;
  }

  @Override
  public TypeHandler<? extends SortedSet<Object>> subtype(String hint, String javaType) {
    SortedSetHandler other = of(hint, javaType, item);
    return other != null && type.isAssignableFrom(other.type) ? other : null;
  }

  /**
   * Writes an array; in an order that is not ours to know by itself, with the hint that names it.
   */
  @Override
  public void write(SortedSet<Object> set, JsonWriter out) {
    if (out.hints() && !javaType.equals(order(set, out))) {
      writeHinted(set, out);
    } else {
      Items.write(set, item, out);
    }
  }

  @Override
  public void writeHinted(SortedSet<Object> set, JsonWriter out) {
    out.beginEnvelope(hint(), order(set, out));
    Items.write(set, item, out);
    out.endEnvelope();
  }

  private static String order(SortedSet<Object> set, JsonWriter out) {
    Comparator<?> comparator = set.comparator();
    if (comparator == null || comparator == Comparator.naturalOrder()) {
      return NATURAL;
    }
    if (comparator == Collections.reverseOrder()) {
      return REVERSE;
    }
    throw out.unsupported(
        "A "
            + set.getClass().getSimpleName()
            + " sorted by a comparator of its own ("
            + comparator.getClass().getName()
            + ") cannot be restored; only the natural order and its reverse can");
  }

  @Override
  public SortedSet<Object> read(JsonReader in) {
    return Items.read(empty.get(), item, in);
  }
}
