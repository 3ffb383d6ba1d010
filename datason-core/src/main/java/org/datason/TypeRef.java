package org.datason;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Names a generic type, which a {@code Class} cannot. Immutable.
 *
 * <pre>{@code
 * List<Run> runs = datason.fromJson(json, new TypeRef<List<Run>>() {});
 * }</pre>
 *
 * @param <T> the type
 */
public abstract class TypeRef<T> {

  private final Type type;

  /** Takes the type from the subclass that the braces make. */
  protected TypeRef() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parent)
        || parent.getRawType() != TypeRef.class) {
      throw new IllegalStateException("write it as new TypeRef<List<Run>>() {}, with its type");
    }
    type = parent.getActualTypeArguments()[0];
  }

  /**
   * The type.
   *
   * @return a class or a parameterized type
   */
  public final Type type() {
    return type;
  }
}
