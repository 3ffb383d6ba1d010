package org.datason.template;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Takes the types apart that members are declared with, whose variables are resolved already. */
final class Types {

  private Types() {}

  /** The class of a type: {@code List} of {@code List<UUID>}. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return raw(((TypeVariable<?>) type).getBounds()[0]);
  }

  /** An argument of a generic type; Object if it is raw. */
  static Type argument(Type type, int i) {
    Type argument =
        type instanceof ParameterizedType parameterized
            ? parameterized.getActualTypeArguments()[i]
            : Object.class;
    return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
  }

  /** The type of the items of an array or of one of the collections that templates make. */
  static Type item(Type type) {
    if (type instanceof GenericArrayType array) {
      return array.getGenericComponentType();
    }
    Class<?> c = raw(type);
    return c.isArray() ? c.componentType() : argument(type, 0);
  }
}
