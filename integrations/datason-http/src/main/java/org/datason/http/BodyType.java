package org.datason.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import org.datason.frame.Frame;
import org.datason.tensor.Tensor;

/**
 * What the Java type of a body means to the forms of bodies.
 *
 * @param type the type itself
 * @param raw its class
 * @param item for what comes bit by bit the type of one item; null for everything else
 */
record BodyType(Type type, Class<?> raw, Type item) {

  static BodyType of(Type type) {
    Class<?> raw = raw(type);
    return new BodyType(type, raw, isLazy(raw) ? item(type, raw) : null);
  }

  /** The type of a value; of one that comes bit by bit, as far as its first item tells. */
  static BodyType ofValue(Object value) {
    if (value instanceof StoredTable) {
      return new BodyType(StoredTable.class, StoredTable.class, Frame.class);
    }
    return value instanceof Items items
        ? new BodyType(Items.class, Items.class, items.itemType())
        : of(value == null ? Object.class : value.getClass());
  }

  private static boolean isLazy(Class<?> raw) {
    return Iterator.class.isAssignableFrom(raw)
        || BaseStream.class.isAssignableFrom(raw)
        || Flow.Publisher.class.isAssignableFrom(raw);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return Object.class;
  }

  /** What stands in angle brackets behind a stream, iterator or publisher. */
  private static Type item(Type type, Class<?> raw) {
    if (type instanceof ParameterizedType parameterized) {
      Type first = parameterized.getActualTypeArguments()[0];
      return first instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : first;
    }
    for (Type parent : raw.getGenericInterfaces()) {
      if (parent instanceof ParameterizedType && isLazy(raw(parent))) {
        return item(parent, raw(parent));
      }
    }
    return Object.class;
  }

  /** Whether it comes bit by bit. */
  boolean isLazy() {
    return item != null;
  }

  /** Whether a handler alone tells how it is written. */
  boolean isPlain() {
    return !isLazy()
        && !isTable()
        && !isAny()
        && !Map.class.isAssignableFrom(raw)
        && !isCollection();
  }

  /** Whether it can be anything. */
  boolean isAny() {
    return raw == Object.class;
  }

  /** Whether it is one table. */
  boolean isTable() {
    return raw == Frame.class || Tables.isTable(raw);
  }

  /** Whether it is a table in batches. */
  boolean isBatches() {
    return item == Frame.class;
  }

  /** Whether it comes bit by bit, but nothing tells what. */
  boolean isUnknownItems() {
    return item == Object.class;
  }

  /** Whether it is a collection of values, which can be told one by one. */
  boolean isCollection() {
    return Collection.class.isAssignableFrom(raw);
  }

  /** The type of a collection's items. */
  Type collected() {
    return type instanceof ParameterizedType parameterized
            && parameterized.getActualTypeArguments().length == 1
        ? parameterized.getActualTypeArguments()[0]
        : Object.class;
  }

  boolean isTensor() {
    return raw == Tensor.class;
  }

  /** As a message names it to the other side: no class. */
  String shown() {
    if (isBatches()) {
      return "a table in batches";
    }
    return isLazy()
        ? "a stream of values"
        : isTable() ? "a table" : isTensor() ? "a tensor" : "this value";
  }
}
