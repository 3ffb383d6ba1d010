package org.datason.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.config.UnknownMembers;

/** Turns a JSON Schema into a description. */
final class SchemaReader {

  private static final String NULLS =
      "#: null is taken among the items of arrays and the values of maps, and as a whole document";

  private final Object document;
  private final SchemaReferences references;
  private final Set<String> notes = new LinkedHashSet<>();

  SchemaReader(Object document) {
    this.document = document;
    references = new SchemaReferences(document);
  }

  SchemaImport read() {
    SchemaPart root = references.counts("#") > 0 ? reference("#") : part(document, "#", "object");
    withoutRules(root, "#");
    return new SchemaImport(root.node(), references.definitions(), new ArrayList<>(notes));
  }

  private void note(String place, String what) {
    notes.add(place + ": " + what);
  }

  // ---------------------------------------------------------------- any schema

  /**
   * What a schema describes.
   *
   * @param place its JSON pointer
   * @param name what an object is called that has no title
   */
  private SchemaPart part(Object given, String place, String name) {
    if (given instanceof Boolean all) {
      if (!all) {
        note(place, "no value is allowed, but any is taken");
      }
      return SchemaPart.ANY;
    }
    SchemaKeywords schema = new SchemaKeywords(given, place);
    SchemaPart part = part(schema, name);
    schema.rest().forEach(keyword -> note(place, keyword + " is not carried out"));
    return part;
  }

  private SchemaPart part(SchemaKeywords schema, String name) {
    if (schema.has("$ref")) {
      return reference(schema.text("$ref"));
    }
    if (schema.has("const") || schema.has("enum")) {
      return choice(schema);
    }
    for (String keyword : List.of("oneOf", "anyOf")) {
      if (schema.has(keyword)) {
        return alternatives(schema, keyword, name);
      }
    }
    if (schema.has("allOf") && schema.peekList("allOf").size() == 1) {
      return part(schema.list("allOf").get(0), schema.place() + "/allOf/0", name);
    }
    return typed(schema, name);
  }

  private SchemaPart typed(SchemaKeywords schema, String name) {
    Set<String> types = schema.types();
    boolean nullable = types.remove("null");
    if (types.contains("number")) {
      types.remove("integer");
    }
    if (types.size() != 1) {
      if (!types.isEmpty()) {
        note(schema.place(), "type is one of several, and any value is taken");
      }
      return SchemaPart.ANY;
    }
    SchemaPart part =
        switch (types.iterator().next()) {
          case "object" -> object(schema, name);
          case "array" -> array(schema, name);
          case "string" -> SchemaScalars.text(schema);
          case "integer" -> SchemaScalars.number(schema, true);
          case "number" -> SchemaScalars.number(schema, false);
          case "boolean" -> SchemaPart.of(new Node.Scalar(ScalarType.BOOLEAN));
          default -> throw schema.wrong("type", "one of the types of JSON");
        };
    return nullable ? part.withNull() : part;
  }

  private SchemaPart reference(String pointer) {
    return references.part(pointer, (target, name) -> part(target, pointer, name));
  }

  // ---------------------------------------------------------------- one of several

  private SchemaPart choice(SchemaKeywords schema) {
    List<Object> values = new ArrayList<>();
    if (schema.has("const")) {
      values.add(schema.value("const"));
    } else {
      values.addAll(schema.list("enum"));
    }
    schema.drop("type");
    boolean nullable = values.remove(null);
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof String text)) {
        note(schema.place(), "a choice of other values than texts is not carried out");
        return SchemaPart.ANY;
      }
      texts.add(text);
    }
    SchemaPart part = SchemaPart.of(new Node.Choice(texts));
    return nullable ? part.withNull() : part;
  }

  private SchemaPart alternatives(SchemaKeywords schema, String keyword, String name) {
    List<?> all = schema.list(keyword);
    Map<String, Object> schemas = new LinkedHashMap<>();
    boolean nullable = false;
    for (int i = 0; i < all.size(); i++) {
      boolean isNull = all.get(i) instanceof Map<?, ?> map && "null".equals(map.get("type"));
      nullable |= isNull;
      if (!isNull) {
        schemas.put(schema.place() + '/' + keyword + '/' + i, all.get(i));
      }
    }
    SchemaPart part;
    if (schemas.size() == 1) {
      Map.Entry<String, Object> only = schemas.entrySet().iterator().next();
      part = part(only.getValue(), only.getKey(), name);
    } else {
      part = kinds(schema, schemas, keyword, name);
    }
    return nullable ? part.withNull() : part;
  }

  /** Alternatives that a member with a constant tells apart, or that are constants themselves. */
  private SchemaPart kinds(
      SchemaKeywords schema, Map<String, Object> schemas, String keyword, String name) {
    List<String> texts = SchemaReferences.constants(schemas.values());
    if (texts != null) {
      return SchemaPart.of(new Node.Choice(texts));
    }
    String tag = references.tag(schemas.values());
    if (tag == null) {
      note(
          schema.place(),
          keyword
              + " that no member with a const tells apart is not carried out, any value is"
              + " taken");
      return SchemaPart.ANY;
    }
    schema.drop("type");
    schema.drop("discriminator");
    Map<String, Node.Members> kinds = new LinkedHashMap<>();
    schemas.forEach(
        (place, given) -> {
          Object target = references.resolve(given);
          String text = SchemaReferences.constant(target, tag);
          SchemaKeywords kind = new SchemaKeywords(target, place).without(tag);
          Node.Members members = members(kind, text);
          kind.rest().forEach(rest -> note(place, rest + " is not carried out"));
          if (kinds.put(text, members) != null) {
            throw schema.wrong(keyword, "alternatives of which no two have the same " + tag);
          }
        });
    return SchemaPart.of(new Node.Tagged(tag, kinds));
  }

  // ---------------------------------------------------------------- objects and arrays

  private SchemaPart object(SchemaKeywords schema, String name) {
    Limits sizes = schema.sizes("minProperties", "maxProperties");
    Object others = schema.peek("additionalProperties");
    if (!schema.has("properties") && !schema.has("required") && !Boolean.FALSE.equals(others)) {
      SchemaPart value = SchemaPart.ANY;
      if (others != null) {
        String place = schema.place() + "/additionalProperties";
        value = part(schema.value("additionalProperties"), place, name);
        withoutRules(value, place);
      }
      return new SchemaPart(new Node.Entries(value.node()), false, sizes);
    }
    return new SchemaPart(members(schema, name), false, sizes);
  }

  private Node.Members members(SchemaKeywords schema, String name) {
    schema.drop("type");
    String title = schema.peek("title") instanceof String text ? text : name;
    Map<String, Object> properties = schema.map("properties");
    Set<String> required = schema.texts("required");
    List<TemplateField> fields = new ArrayList<>();
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      String field = property.getKey();
      String place = schema.place() + "/properties/" + SchemaReferences.escape(field);
      SchemaPart part = part(property.getValue(), place, field);
      fields.add(field(field, part, required.remove(field), property.getValue(), place));
    }
    for (String field : required) {
      fields.add(TemplateField.of(field, new Node.Any()).withRequired(true));
    }
    return new Node.Members(title, fields, unknown(schema));
  }

  private UnknownMembers unknown(SchemaKeywords schema) {
    boolean evaluated = Boolean.FALSE.equals(schema.peek("unevaluatedProperties"));
    Object others = schema.value("additionalProperties");
    if (evaluated) {
      schema.drop("unevaluatedProperties");
    }
    if (Boolean.FALSE.equals(others) || evaluated) {
      return UnknownMembers.REFUSE;
    }
    if (others instanceof Map<?, ?> map && !map.isEmpty()) {
      note(
          schema.place(),
          "additionalProperties beside properties are kept, and their schema is not carried out");
    }
    return UnknownMembers.COLLECT;
  }

  private TemplateField field(
      String name, SchemaPart part, boolean required, Object schema, String place) {
    TemplateField field =
        TemplateField.of(name, part.node())
            .withRequired(required)
            .withNullable(part.nullable())
            .withLimits(part.limits());
    Object value = schema instanceof Map<?, ?> map ? map.get("default") : null;
    if (required || value == null) {
      return field; // null is what it is without a default
    }
    Object typed = SchemaScalars.typed(value, part.node());
    if (typed == null) {
      note(place, "default is not carried out");
    }
    return typed == null ? field : field.withDefault(typed);
  }

  private SchemaPart array(SchemaKeywords schema, String name) {
    Limits sizes = schema.sizes("minItems", "maxItems");
    boolean tuple = schema.has("prefixItems") || schema.peek("items") instanceof List;
    if (!tuple) {
      String place = schema.place() + "/items";
      SchemaPart item =
          schema.has("items") ? part(schema.value("items"), place, name) : SchemaPart.ANY;
      withoutRules(item, place);
      return new SchemaPart(new Node.Items(item.node()), false, sizes);
    }
    String keyword = schema.has("prefixItems") ? "prefixItems" : "items";
    Node common = tuple(schema, keyword, name);
    Object others = keyword.equals("items") ? null : schema.value("items");
    int first = schema.lastSize();
    if (others instanceof Map) {
      String place = schema.place() + "/items";
      SchemaPart item = part(others, place, name);
      withoutRules(item, place);
      common = item.node().equals(common) ? common : null;
    } else if (Boolean.FALSE.equals(others)) {
      sizes = sizes.withSize(sizes.minSize(), Math.min(first, sizes.maxSize()));
    }
    if (common == null) {
      note(schema.place(), keyword + " of several kinds are not carried out, any item is taken");
      common = new Node.Any();
    }
    return new SchemaPart(new Node.Items(common), false, sizes);
  }

  /** What all of the first items are; null if they differ. */
  private Node tuple(SchemaKeywords schema, String keyword, String name) {
    List<?> schemas = schema.list(keyword);
    Node common = null;
    for (int i = 0; i < schemas.size(); i++) {
      String place = schema.place() + '/' + keyword + '/' + i;
      SchemaPart item = part(schemas.get(i), place, name);
      withoutRules(item, place);
      if (i > 0 && !item.node().equals(common)) {
        return null;
      }
      common = item.node();
    }
    return common;
  }

  /** Notes what only a member has a place for. */
  private void withoutRules(SchemaPart part, String place) {
    if (!part.limits().areNone()) {
      note(place, "bounds are carried out where a value is a member, and this is none");
    }
    if (!part.nullable()) {
      notes.add(NULLS);
    }
  }
}
