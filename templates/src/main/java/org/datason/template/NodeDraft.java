package org.datason.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.config.Coercion;
import org.datason.config.UnknownMembers;
import org.datason.frame.FieldType;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;

/** What a template file says of a node, or of a field with its rules, in any order. */
final class NodeDraft {

  private static final String DICTIONARY = "dictionary<";

  private String type;
  private final Set<String> said = new HashSet<>();

  private Node inner;
  private String word;
  private String name = TemplateParser.OBJECT;
  private List<String> choices;
  private UnknownMembers unknown;
  private List<TemplateField> fields;
  private Map<String, Node> kinds;

  private boolean required;
  private boolean nullable = true;
  private Object defaultValue;
  private List<String> aliases = List.of();
  private Set<Coercion> coercions;
  private BigDecimal minimum;
  private BigDecimal maximum;
  private int minSize;
  private int maxSize = Integer.MAX_VALUE;
  private boolean dictionary;

  private NodeDraft() {}

  static NodeDraft read(JsonReader in) {
    NodeDraft draft = new NodeDraft();
    if (in.peek() == JsonToken.STRING) {
      draft.type = in.readString();
      return draft;
    }
    in.beginObject();
    while (in.hasNext()) {
      String member = in.readName();
      if (!draft.said.add(member)) {
        throw new IllegalArgumentException("the member '" + member + "' stands twice");
      }
      draft.readMember(member, in);
    }
    in.endObject();
    if (draft.type == null) {
      throw new IllegalArgumentException("a node has a member \"type\"");
    }
    return draft;
  }

  private void readMember(String member, JsonReader in) {
    switch (member) {
      case "type" -> type = in.readString();
      case "items", "entries" -> inner = TemplateParser.node(in);
      case "column", "class", "ref", "tag" -> word = in.readString();
      case "choices" -> choices = texts(in);
      case "name" -> name = in.readString();
      case "unknown" -> unknown = constant(UnknownMembers.values(), in.readString());
      case "fields" -> fields = fields(in);
      case "kinds" -> kinds = TemplateParser.nodes(in);
      default -> readRule(member, in);
    }
  }

  private void readRule(String member, JsonReader in) {
    switch (member) {
      case "required" -> required = in.readBoolean();
      case "nullable" -> nullable = in.readBoolean();
      case "default" -> defaultValue = in.readValue();
      case "aliases" -> aliases = texts(in);
      case "coercions" -> {
        coercions = new HashSet<>();
        texts(in).forEach(text -> coercions.add(constant(Coercion.values(), text)));
      }
      case "minimum" -> minimum = in.readBigDecimal();
      case "maximum" -> maximum = in.readBigDecimal();
      case "minSize" -> minSize = in.readInt();
      case "maxSize" -> maxSize = in.readInt();
      case "dictionary" -> dictionary = in.readBoolean();
      default -> throw new IllegalArgumentException("there is no rule '" + member + "'");
    }
  }

  private static List<String> texts(JsonReader in) {
    List<String> texts = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      texts.add(in.readString());
    }
    in.endArray();
    return texts;
  }

  private static List<TemplateField> fields(JsonReader in) {
    List<TemplateField> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      if (!names.add(name)) {
        throw new IllegalArgumentException("the field '" + name + "' stands twice");
      }
      fields.add(
          in.readValue(new NodeReader<>(TemplateField.class, "a field", r -> read(r).field(name))));
    }
    in.endObject();
    return fields;
  }

  private static <E extends Enum<E>> E constant(E[] constants, String word) {
    for (E constant : constants) {
      if (TemplatePrinter.word(constant).equals(word)) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(constants).map(TemplatePrinter::word).toList();
    throw new IllegalArgumentException("'" + word + "' is none of " + String.join(", ", words));
  }

  /** The field of what was said. */
  private TemplateField field(String field) {
    return new TemplateField(
        field,
        node(true),
        required,
        nullable,
        defaultValue,
        aliases,
        coercions,
        new Limits(minimum, maximum, minSize, maxSize),
        dictionary);
  }

  /**
   * The node of what was said.
   *
   * @param isField whether rules may stand beside it
   */
  Node node(boolean isField) {
    said.remove("type");
    Node node = node();
    if (isField) {
      said.removeAll(
          List.of("required", "nullable", "default", "aliases", "coercions", "dictionary"));
      said.removeAll(List.of("minimum", "maximum", "minSize", "maxSize"));
    }
    if (!said.isEmpty()) {
      throw new IllegalArgumentException(
          "'"
              + said.stream().sorted().findFirst().orElse("")
              + "' says nothing of the type "
              + type
              + (isField ? "" : " where it is no field"));
    }
    return node;
  }

  private Node node() {
    switch (type) {
      case TemplateParser.OBJECT -> {
        said.removeAll(List.of("name", "unknown"));
        return new Node.Members(name, need("fields", fields), unknown);
      }
      case TemplateParser.LIST -> {
        return new Node.Items(need("items", inner));
      }
      case TemplateParser.MAP -> {
        return new Node.Entries(need("entries", inner));
      }
      case TemplateParser.CHOICE -> {
        return new Node.Choice(need("choices", choices));
      }
      case TemplateParser.TAGGED -> {
        return new Node.Tagged(need("tag", word), kinds(need("kinds", kinds)));
      }
      case TemplateParser.REF -> {
        return new Node.Ref(need("ref", word));
      }
      case TemplateParser.JAVA -> {
        return new Node.Java(need("class", word));
      }
      case TemplateParser.TENSOR -> {
        return new Node.Numbers();
      }
      case TemplateParser.ANY -> {
        return new Node.Any();
      }
      default -> {
        return scalar();
      }
    }
  }

  private Node scalar() {
    for (ScalarType scalar : ScalarType.values()) {
      if (scalar.toString().equals(type)) {
        return said.remove("column")
            ? new Node.Scalar(scalar, column(word))
            : new Node.Scalar(scalar);
      }
    }
    throw new IllegalArgumentException("there is no type '" + type + "'");
  }

  private static FieldType column(String name) {
    if (!name.startsWith(DICTIONARY) || !name.endsWith(">")) {
      return FieldType.named(name);
    }
    String inside = name.substring(DICTIONARY.length(), name.length() - 1);
    boolean ordered = inside.endsWith(", ordered");
    String values = ordered ? inside.substring(0, inside.lastIndexOf(',')) : inside;
    return new FieldType.Dictionary(FieldType.named(values), ordered);
  }

  private static Map<String, Node.Members> kinds(Map<String, Node> nodes) {
    Map<String, Node.Members> kinds = new LinkedHashMap<>();
    nodes.forEach(
        (text, node) -> {
          if (!(node instanceof Node.Members members)) {
            throw new IllegalArgumentException("the kind '" + text + "' is no object");
          }
          kinds.put(text, members);
        });
    return kinds;
  }

  /** What a member said that the type cannot do without. */
  private <V> V need(String member, V value) {
    if (!said.remove(member)) {
      throw new IllegalArgumentException("the type " + type + " has a member \"" + member + '"');
    }
    return value;
  }
}
