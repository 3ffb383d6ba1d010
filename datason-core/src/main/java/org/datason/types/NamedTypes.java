package org.datason.types;

import java.util.Map;

/**
 * Records, beans and enums that a library brings: what {@link org.datason.Datason.Builder#type}
 * does for one Datason, for every one that has the library on its class path. Found by {@link
 * java.util.ServiceLoader}, so listed in {@code META-INF/services/org.datason.types.NamedTypes}.
 *
 * <pre>{@code
 * public final class AcmeTypes implements NamedTypes {
 *   public Map<String, Class<?>> types() {
 *     return Map.of("acme.Trade", Trade.class, "acme.Side", Side.class);
 *   }
 * }
 * }</pre>
 */
public interface NamedTypes {

  /**
   * The classes by the hint that each is written and loaded under, unless a Datason was given the
   * class or the hint for something else.
   *
   * @return the classes; a hint must stay as it is for as long as documents are to be read
   */
  Map<String, Class<?>> types();
}
