package org.datason.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.cli.Schema.Hinted;
import org.datason.cli.Schema.Kind;

/** Turns a schema into maps and lists, for machines to read as JSON. */
final class SchemaDocument {

  private SchemaDocument() {}

  /** What stands at a place, and below it. */
  static Map<String, Object> of(Schema at) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("count", at.count());
    Map<String, Object> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      if (at.count(kind) > 0) {
        kinds.put(kind.text, at.count(kind));
      }
    }
    map.put("types", kinds);
    if (!at.values.isEmpty()) {
      map.put("values", List.copyOf(at.values));
    }
    if (at.count(Kind.LIST) > 0) {
      Map<String, Object> lengths = new LinkedHashMap<>();
      lengths.put("min", at.shortest);
      lengths.put("max", at.longest);
      map.put("lengths", lengths);
    }
    if (at.items != null) {
      map.put("items", of(at.items));
    }
    if (at.members != null) {
      map.put("members", members(at));
    }
    if (at.others != null) {
      map.put("otherMembers", of(at.others));
    }
    if (at.hinted != null) {
      List<Object> hints = new ArrayList<>();
      at.hinted.forEach((hint, kind) -> hints.add(hinted(hint, kind)));
      map.put("hints", hints);
    }
    return map;
  }

  private static List<Object> members(Schema at) {
    List<Object> members = new ArrayList<>();
    at.members.forEach(
        (name, schema) -> {
          Map<String, Object> member = new LinkedHashMap<>();
          member.put("name", name);
          member.put("optional", schema.count() < at.count(Kind.OBJECT));
          member.putAll(of(schema));
          members.add(member);
        });
    return members;
  }

  private static Map<String, Object> hinted(String hint, Hinted kind) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("hint", hint);
    map.put("count", kind.count);
    if (!kind.dtypes.isEmpty()) {
      map.put("dtypes", List.copyOf(kind.dtypes));
    }
    if (!kind.shapes.isEmpty()) {
      map.put("shapes", List.copyOf(kind.shapes));
    }
    map.put("value", of(kind.value));
    return map;
  }
}
