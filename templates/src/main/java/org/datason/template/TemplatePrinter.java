package org.datason.template;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.datason.json.JsonWriter;

/** Writes descriptions as template files. */
final class TemplatePrinter {

  private final JsonWriter out;

  private TemplatePrinter(JsonWriter out) {
    this.out = out;
  }

  static void print(Node root, Map<String, Node> definitions, JsonWriter out) {
    TemplatePrinter printer = new TemplatePrinter(out);
    out.beginObject();
    out.writeName("template");
    out.writeInt(TemplateParser.VERSION);
    out.writeName("root");
    printer.node(root);
    if (!definitions.isEmpty()) {
      out.writeName("definitions");
      printer.nodes(definitions);
    }
    out.endObject();
  }

  private void nodes(Map<String, ? extends Node> nodes) {
    out.beginObject();
    for (Map.Entry<String, ? extends Node> entry : nodes.entrySet()) {
      out.writeName(entry.getKey());
      node(entry.getValue());
    }
    out.endObject();
  }

  private void node(Node node) {
    if (isWord(node)) {
      out.writeString(TemplateParser.typeOf(node));
      return;
    }
    out.beginObject();
    members(node);
    out.endObject();
  }

  /** Whether a node is all told by the name of its type. */
  private static boolean isWord(Node node) {
    return node instanceof Node.Scalar scalar && scalar.column().equals(scalar.type().fieldType())
        || node instanceof Node.Any
        || node instanceof Node.Numbers;
  }

  private void members(Node node) {
    text("type", TemplateParser.typeOf(node));
    if (node instanceof Node.Scalar scalar) {
      if (!scalar.column().equals(scalar.type().fieldType())) {
        text("column", scalar.column().toString());
      }
    } else if (node instanceof Node.Choice choice) {
      texts("choices", choice.values());
    } else if (node instanceof Node.Java java) {
      text("class", java.type());
    } else if (node instanceof Node.Items items) {
      out.writeName("items");
      node(items.item());
    } else if (node instanceof Node.Entries entries) {
      out.writeName("entries");
      node(entries.value());
    } else if (node instanceof Node.Ref ref) {
      text("ref", ref.name());
    } else if (node instanceof Node.Tagged tagged) {
      text("tag", tagged.tag());
      out.writeName("kinds");
      nodes(tagged.variants());
    } else if (node instanceof Node.Members members) {
      fields(members);
    }
  }

  private void fields(Node.Members members) {
    if (!members.name().equals(TemplateParser.OBJECT)) {
      text("name", members.name());
    }
    if (members.unknown() != null) {
      text("unknown", word(members.unknown()));
    }
    out.writeName("fields");
    out.beginObject();
    for (TemplateField field : members.fields()) {
      out.writeName(field.name());
      field(field);
    }
    out.endObject();
  }

  private void field(TemplateField field) {
    if (field.equals(TemplateField.of(field.name(), field.node()))) {
      node(field.node());
      return;
    }
    out.beginObject();
    members(field.node());
    flag("required", field.required(), false);
    flag("nullable", field.nullable(), true);
    if (field.defaultValue() != null) {
      out.writeName("default");
      out.writeValue(field.defaultValue());
    }
    if (!field.aliases().isEmpty()) {
      texts("aliases", field.aliases());
    }
    if (field.coercions() != null) {
      texts("coercions", field.coercions().stream().map(TemplatePrinter::word).sorted().toList());
    }
    limits(field.limits());
    flag("dictionary", field.dictionary(), false);
    out.endObject();
  }

  private void limits(Limits limits) {
    if (limits.minimum() != null) {
      out.writeName("minimum");
      out.writeBigDecimal(limits.minimum());
    }
    if (limits.maximum() != null) {
      out.writeName("maximum");
      out.writeBigDecimal(limits.maximum());
    }
    if (limits.minSize() != 0) {
      out.writeName("minSize");
      out.writeInt(limits.minSize());
    }
    if (limits.maxSize() != Integer.MAX_VALUE) {
      out.writeName("maxSize");
      out.writeInt(limits.maxSize());
    }
  }

  /** The word of a constant: {@code text-to-number}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void flag(String name, boolean value, boolean usual) {
    if (value != usual) {
      out.writeName(name);
      out.writeBoolean(value);
    }
  }

  private void text(String name, String text) {
    out.writeName(name);
    out.writeString(text);
  }

  private void texts(String name, Collection<String> texts) {
    out.writeName(name);
    out.beginArray();
    texts.forEach(out::writeString);
    out.endArray();
  }
}
