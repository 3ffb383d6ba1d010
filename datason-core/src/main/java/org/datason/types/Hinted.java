package org.datason.types;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.json.Envelope;

/**
 * A value with a type hint that Java has no class for: a pandas DataFrame, say, or a type of
 * somebody else's program. It keeps all that the document said, so that it is written back as it
 * was. Immutable, as far as the values in it are.
 *
 * <pre>{@code
 * Hinted range = (Hinted) datason.fromJson(
 *     "{\"__datason_type__\":\"range\",\"__datason_value__\":{\"start\":0,\"stop\":9,\"step\":3}}");
 * range.hint(); // range
 * range.value(); // {start=0, stop=9, step=3}
 * }</pre>
 */
public final class Hinted {

  private final Map<String, Object> members;

  /** Makes one of the members of an envelope, of which the hint is a text. */
  Hinted(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /**
   * The name of the type.
   *
   * @return the text of {@code __datason_type__}
   */
  public String hint() {
    return (String) members.get(Envelope.TYPE);
  }

  /**
   * The value under the hint.
   *
   * @return the decoded {@code __datason_value__}, or null if there is none
   */
  public Object value() {
    return members.get(Envelope.VALUE);
  }

  /**
   * All that the object with the hint holds, the hint itself included.
   *
   * @return the members with their decoded values, in the order of the document; unmodifiable
   */
  public Map<String, Object> members() {
    return members;
  }

  /** Whether the other one has the same members with equal values, in any order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Hinted that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** The hint and the value: {@code range{start=0, stop=9, step=3}}. */
  @Override
  public String toString() {
    return hint() + value();
  }
}
