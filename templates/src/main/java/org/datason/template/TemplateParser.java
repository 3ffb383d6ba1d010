package org.datason.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Reads template files. */
final class TemplateParser implements TypeHandler<Description> {

  /** What the member {@code template} says. */
  static final int VERSION = 1;

  static final String OBJECT = "object";
  static final String LIST = "list";
  static final String MAP = "map";
  static final String CHOICE = "choice";
  static final String TAGGED = "tagged";
  static final String REF = "ref";
  static final String JAVA = "java";
  static final String TENSOR = "tensor";
  static final String ANY = "any";

  private static final NodeReader<Node> NODES =
      new NodeReader<>(Node.class, "a type", in -> NodeDraft.read(in).node(false));

  /** The name of a node's type in files. */
  static String typeOf(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.type().toString();
    }
    if (node instanceof Node.Members) {
      return OBJECT;
    }
    if (node instanceof Node.Items) {
      return LIST;
    }
    if (node instanceof Node.Entries) {
      return MAP;
    }
    if (node instanceof Node.Choice) {
      return CHOICE;
    }
    if (node instanceof Node.Tagged) {
      return TAGGED;
    }
    if (node instanceof Node.Ref) {
      return REF;
    }
    if (node instanceof Node.Java) {
      return JAVA;
    }
    return node instanceof Node.Numbers ? TENSOR : ANY;
  }

  @Override
  public Class<Description> type() {
    return Description.class;
  }

  @Override
  public String hint() {
    return Description.class.getName();
  }

  @Override
  public void write(Description value, JsonWriter out) {
    TemplatePrinter.print(value.root(), value.definitions(), out);
  }

  @Override
  public Description read(JsonReader in) {
    Node root = null;
    boolean isTemplate = false;
    Map<String, Node> definitions = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      switch (name) {
        case "$schema" -> in.skipValue();
        case "template" -> isTemplate = isVersion(in);
        case "root" -> root = node(in);
        case "definitions" -> definitions = nodes(in);
        default ->
            throw new IllegalArgumentException(
                "it has template, root and definitions, and no member '" + name + "'");
      }
    }
    in.endObject();
    if (!isTemplate || root == null) {
      throw new IllegalArgumentException(
          "a template file has the members \"template\": " + VERSION + " and \"root\"");
    }
    Description description = new Description(root, definitions);
    References.check(description);
    return description;
  }

  private static boolean isVersion(JsonReader in) {
    if (in.peek() != JsonToken.NUMBER || in.readInt() != VERSION) {
      throw new IllegalArgumentException(
          "its format is another than " + VERSION + ", which is all that this version reads");
    }
    return true;
  }

  static Map<String, Node> nodes(JsonReader in) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (nodes.put(name, node(in)) != null) {
        throw new IllegalArgumentException("the name '" + name + "' stands twice");
      }
    }
    in.endObject();
    return nodes;
  }

  static Node node(JsonReader in) {
    return in.readValue(NODES);
  }
}
