package org.datason.types;

import java.lang.reflect.Type;
import java.util.Map;
import org.datason.json.TypeHandler;
import org.datason.json.TypeResolver;

/** Finds the handler of a class, a hint or a declared type. Immutable and thread-safe. */
public final class TypeRegistry implements TypeResolver {

  @Override
  public TypeHandler<?> forClass(Class<?> type) {
    return null;
  }

  /**
   * The handler that reads and writes a declared type: a class, a primitive, or a generic type.
   *
   * @param type the type
   * @return the handler, never null
   * @throws org.datason.error.UnsupportedTypeException if there is none
   */
  public TypeHandler<?> forType(Type type) {
    return null;
  }

  @Override
  public TypeHandler<?> forHint(String hint, String javaType) {
    return null;
  }

  /** The hint of a class: the name it was registered under, or else the name of the class. */
  String nameOf(Class<?> type) {
    return type.getName();
  }

  @Override
  public Object unknown(Map<String, Object> members) {
    return members;
  }
}
