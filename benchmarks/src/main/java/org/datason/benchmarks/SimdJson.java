package org.datason.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * simdjson-java with a tree built from its values. Its classes are for JDK 24 and later, so that
 * they are called by constant handles, which are compiled as calls are.
 */
final class SimdJson {

  private static final MethodHandle NEW;
  private static final MethodHandle PARSE;
  private static final MethodHandle IS_OBJECT;
  private static final MethodHandle IS_ARRAY;
  private static final MethodHandle IS_STRING;
  private static final MethodHandle IS_LONG;
  private static final MethodHandle IS_DOUBLE;
  private static final MethodHandle IS_BOOLEAN;
  private static final MethodHandle MEMBERS;
  private static final MethodHandle ITEMS;
  private static final MethodHandle SIZE;
  private static final MethodHandle TEXT;
  private static final MethodHandle LONG;
  private static final MethodHandle DOUBLE;
  private static final MethodHandle BOOLEAN;

  static {
    try {
      Class<?> parser = Class.forName("org.simdjson.SimdJsonParser");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      NEW =
          lookup
              .unreflectConstructor(parser.getConstructor(int.class, int.class))
              .asType(MethodType.methodType(Object.class, int.class, int.class));
      PARSE =
          lookup
              .unreflect(parser.getMethod("parse", byte[].class, int.class))
              .asType(MethodType.methodType(Object.class, Object.class, byte[].class, int.class));
      IS_OBJECT = of("isObject", boolean.class);
      IS_ARRAY = of("isArray", boolean.class);
      IS_STRING = of("isString", boolean.class);
      IS_LONG = of("isLong", boolean.class);
      IS_DOUBLE = of("isDouble", boolean.class);
      IS_BOOLEAN = of("isBoolean", boolean.class);
      MEMBERS = of("objectIterator", Iterator.class);
      ITEMS = of("arrayIterator", Iterator.class);
      SIZE = of("getSize", int.class);
      TEXT = of("asString", String.class);
      LONG = of("asLong", long.class);
      DOUBLE = of("asDouble", double.class);
      BOOLEAN = of("asBoolean", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final int CAPACITY = 1 << 26;
  private static final int DEPTH = 1 << 10;

  private final Object parser;

  SimdJson() {
    try {
      parser = (Object) NEW.invokeExact(CAPACITY, DEPTH);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle of(String method, Class<?> result)
      throws ReflectiveOperationException {
    Class<?> value = Class.forName("org.simdjson.JsonValue");
    return MethodHandles.publicLookup()
        .unreflect(value.getMethod(method))
        .asType(MethodType.methodType(result, Object.class));
  }

  /** Maps, lists and scalars of a document. */
  Object read(byte[] json) {
    try {
      return tree((Object) PARSE.invokeExact(parser, json, json.length));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object tree(Object value) throws Throwable {
    if ((boolean) IS_STRING.invokeExact(value)) {
      return (String) TEXT.invokeExact(value);
    }
    if ((boolean) IS_LONG.invokeExact(value)) {
      return (long) LONG.invokeExact(value);
    }
    if ((boolean) IS_DOUBLE.invokeExact(value)) {
      return (double) DOUBLE.invokeExact(value);
    }
    if ((boolean) IS_OBJECT.invokeExact(value)) {
      Map<String, Object> map = new LinkedHashMap<>();
      Iterator<?> members = (Iterator<?>) (Iterator) MEMBERS.invokeExact(value);
      while (members.hasNext()) {
        Map.Entry<?, ?> member = (Map.Entry<?, ?>) members.next();
        map.put((String) member.getKey(), tree(member.getValue()));
      }
      return map;
    }
    if ((boolean) IS_ARRAY.invokeExact(value)) {
      List<Object> list = new ArrayList<>((int) SIZE.invokeExact(value));
      Iterator<?> items = (Iterator<?>) (Iterator) ITEMS.invokeExact(value);
      while (items.hasNext()) {
        list.add(tree(items.next()));
      }
      return list;
    }
    return (boolean) IS_BOOLEAN.invokeExact(value) ? (boolean) BOOLEAN.invokeExact(value) : null;
  }
}
