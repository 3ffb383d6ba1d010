package org.datason.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keywords of one schema, of which it is known which were understood. */
final class SchemaKeywords {

  /** Keywords that say nothing of which documents there are. */
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$vocabulary",
          "$anchor",
          "$defs",
          "definitions",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly");

  private final Map<?, ?> schema;
  private final String place;
  private final Set<String> rest = new LinkedHashSet<>();

  /** How many schemas the list had that was read last. */
  private int lastSize;

  SchemaKeywords(Object given, String place) {
    this.place = place;
    if (!(given instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("Expected a schema at " + place + " but found " + given);
    }
    schema = map;
    map.keySet().forEach(keyword -> rest.add((String) keyword));
    rest.removeAll(ANNOTATIONS);
  }

  /** The same schema of an object without one of its members. */
  SchemaKeywords without(String member) {
    Map<String, Object> other = new LinkedHashMap<>();
    schema.forEach((keyword, value) -> other.put((String) keyword, value));
    Map<String, Object> properties = new LinkedHashMap<>(map("properties"));
    properties.remove(member);
    other.put("properties", properties);
    Set<String> required = texts("required");
    required.remove(member);
    other.put("required", new ArrayList<>(required));
    return new SchemaKeywords(other, place);
  }

  String place() {
    return place;
  }

  /** The keywords that were not understood. */
  Set<String> rest() {
    return rest;
  }

  boolean has(String keyword) {
    return schema.containsKey(keyword);
  }

  void drop(String keyword) {
    rest.remove(keyword);
  }

  Object peek(String keyword) {
    return schema.get(keyword);
  }

  Object value(String keyword) {
    rest.remove(keyword);
    return schema.get(keyword);
  }

  IllegalArgumentException wrong(String keyword, String expected) {
    return new IllegalArgumentException(
        "Expected "
            + expected
            + " for "
            + keyword
            + " at "
            + place
            + " but found "
            + peek(keyword));
  }

  String text(String keyword) {
    if (!(value(keyword) instanceof String text)) {
      throw wrong(keyword, "a text");
    }
    return text;
  }

  List<?> peekList(String keyword) {
    if (!(peek(keyword) instanceof List<?> list)) {
      throw wrong(keyword, "an array");
    }
    return list;
  }

  List<?> list(String keyword) {
    rest.remove(keyword);
    lastSize = peekList(keyword).size();
    return peekList(keyword);
  }

  int lastSize() {
    return lastSize;
  }

  Map<String, Object> map(String keyword) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (has(keyword)) {
      if (!(value(keyword) instanceof Map<?, ?> given)) {
        throw wrong(keyword, "an object");
      }
      given.forEach((name, value) -> map.put((String) name, value));
    }
    return map;
  }

  Set<String> texts(String keyword) {
    Set<String> texts = new LinkedHashSet<>();
    if (has(keyword)) {
      for (Object text : list(keyword)) {
        if (!(text instanceof String)) {
          throw wrong(keyword, "texts");
        }
        texts.add((String) text);
      }
    }
    return texts;
  }

  /** The types that are named, or that the keywords are for. */
  Set<String> types() {
    if (peek("type") instanceof String type) {
      rest.remove("type");
      return new LinkedHashSet<>(List.of(type));
    }
    if (has("type")) {
      return texts("type");
    }
    Set<String> types = new LinkedHashSet<>();
    if (has("properties") || has("required") || has("additionalProperties")) {
      types.add("object");
    } else if (has("items") || has("prefixItems")) {
      types.add("array");
    }
    return types;
  }

  BigDecimal number(String keyword) {
    Object value = value(keyword);
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Number number) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (has(keyword)) {
      throw wrong(keyword, "a number");
    }
    return null;
  }

  /** Bounds of lengths or sizes; beyond those of Java there is nothing to bound. */
  Limits sizes(String least, String most) {
    BigDecimal from = number(least);
    BigDecimal to = number(most);
    BigDecimal greatest = BigDecimal.valueOf(Integer.MAX_VALUE);
    if (from != null && (from.signum() < 0 || from.compareTo(greatest) > 0)) {
      throw wrong(least, "a number from 0 to " + greatest);
    }
    if (to != null && to.signum() < 0) {
      throw wrong(most, "a number of at least 0");
    }
    return Limits.NONE.withSize(
        from == null ? 0 : from.intValue(),
        to == null ? Integer.MAX_VALUE : to.min(greatest).intValue());
  }
}
