package org.datason.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The references within a JSON Schema, and the definitions that they become. */
final class SchemaReferences {

  private final Object document;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, SchemaPart> parts = new HashMap<>();
  private final Set<String> recursive = new LinkedHashSet<>();
  private final Map<String, Node> definitions = new LinkedHashMap<>();

  SchemaReferences(Object document) {
    this.document = document;
    count(document);
  }

  private void count(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String pointer) {
        counts.merge(pointer, 1, Integer::sum);
      }
      map.values().forEach(this::count);
    } else if (value instanceof List<?> list) {
      list.forEach(this::count);
    }
  }

  /** How often a place is referred to. */
  int counts(String pointer) {
    return counts.getOrDefault(pointer, 0);
  }

  Map<String, Node> definitions() {
    return definitions;
  }

  /**
   * What stands at a place that is referred to: under a name if it contains itself or stands at
   * several places, otherwise as it is.
   *
   * @param reading reads the schema there, given a name for it
   */
  SchemaPart part(String pointer, BiFunction<Object, String, SchemaPart> reading) {
    if (parts.containsKey(pointer)) {
      return parts.get(pointer);
    }
    Object target = at(pointer);
    if (names.containsKey(pointer)) {
      recursive.add(pointer); // it is being read
      return new SchemaPart(new Node.Ref(names.get(pointer)), isNullable(target), Limits.NONE);
    }
    String name = name(pointer);
    names.put(pointer, name);
    definitions.put(name, null); // takes its place in the order
    SchemaPart part = reading.apply(target, name);
    boolean small =
        part.node() instanceof Node.Scalar
            || part.node() instanceof Node.Any
            || part.node() instanceof Node.Ref;
    if (recursive.contains(pointer) || !small && counts(pointer) > 1) {
      definitions.put(name, part.node());
      part = new SchemaPart(new Node.Ref(name), part.nullable(), part.limits());
    } else {
      definitions.remove(name);
    }
    parts.put(pointer, part);
    return part;
  }

  private String name(String pointer) {
    String last = unescape(pointer.substring(pointer.lastIndexOf('/') + 1));
    String base = last.equals("#") || last.isEmpty() ? "root" : last;
    String name = base;
    for (int i = 2; names.containsValue(name); i++) {
      name = base + i;
    }
    return name;
  }

  private static boolean isNullable(Object schema) {
    return schema instanceof Map<?, ?> map
        && map.get("type") instanceof List<?> types
        && types.contains("null");
  }

  /** The schema that a schema is, or refers to. */
  Object resolve(Object schema) {
    Object at = schema;
    for (int i = 0; i <= counts.size(); i++) {
      if (!(at instanceof Map<?, ?> map) || !(map.get("$ref") instanceof String pointer)) {
        return at;
      }
      at = at(pointer);
    }
    throw new IllegalArgumentException("A $ref of the schema leads to itself: " + schema);
  }

  private Object at(String pointer) {
    if (!pointer.equals("#") && !pointer.startsWith("#/")) {
      throw new IllegalArgumentException(
          "The $ref '"
              + pointer
              + "' leads out of the document, or to an anchor; only JSON"
              + " pointers such as #/$defs/name are followed");
    }
    Object at = document;
    String[] steps = pointer.equals("#") ? new String[0] : pointer.substring(2).split("/", -1);
    for (String step : steps) {
      Object next = null;
      if (at instanceof Map<?, ?> map) {
        next = map.get(unescape(step));
      } else if (at instanceof List<?> list && step.matches("[0-9]{1,6}")) {
        int i = Integer.parseInt(step);
        next = i < list.size() ? list.get(i) : null;
      }
      if (next == null) {
        throw new IllegalArgumentException("The $ref '" + pointer + "' leads nowhere");
      }
      at = next;
    }
    return at;
  }

  /** A step of a JSON pointer (RFC 6901). */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~").replace("%24", "$").replace("%25", "%");
  }

  // ---------------------------------------------------------------- constants

  /** The texts of schemas that are nothing but a constant; null if one is more. */
  static List<String> constants(Collection<?> schemas) {
    List<String> texts = new ArrayList<>();
    for (Object schema : schemas) {
      if (!(schema instanceof Map<?, ?> map)
          || !(map.get("const") instanceof String text)
          || map.containsKey("properties")) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  /** The member whose constant tells schemas of objects apart, or null. */
  String tag(Collection<?> schemas) {
    Set<String> common = null;
    for (Object schema : schemas) {
      Object target = resolve(schema);
      Set<String> names = new LinkedHashSet<>();
      if (target instanceof Map<?, ?> map
          && map.get("properties") instanceof Map<?, ?> properties) {
        for (Object name : properties.keySet()) {
          if (constant(target, (String) name) != null) {
            names.add((String) name);
          }
        }
      }
      if (common == null) {
        common = names;
      } else {
        common.retainAll(names);
      }
    }
    return common == null || common.isEmpty() ? null : common.iterator().next();
  }

  /** The only text that a member of a schema's objects can have, or null. */
  static String constant(Object schema, String member) {
    Object property = ((Map<?, ?>) ((Map<?, ?>) schema).get("properties")).get(member);
    if (!(property instanceof Map<?, ?> map)) {
      return null;
    }
    Object value = map.get("const");
    if (map.get("enum") instanceof List<?> values && values.size() == 1) {
      value = values.get(0);
    }
    return value instanceof String text ? text : null;
  }
}
