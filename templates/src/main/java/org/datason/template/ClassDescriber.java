package org.datason.template;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.tensor.Tensor;
import org.datason.types.Member;
import org.datason.types.ObjectModel;
import org.datason.types.TypeRegistry;

/** Describes what the values of a class are in documents. */
final class ClassDescriber {

  private final TypeRegistry registry;
  private final Map<Class<?>, Tag> tags;
  private final Map<Type, String> open = new HashMap<>();
  private final Set<Type> referred = new HashSet<>();
  private final Map<String, Node> definitions = new LinkedHashMap<>();
  private final Map<Type, String> defined = new HashMap<>();

  private ClassDescriber(TypeRegistry registry, Map<Class<?>, Tag> tags) {
    this.registry = registry;
    this.tags = tags;
  }

  static Description describe(Type type, TypeRegistry registry, Map<Class<?>, Tag> tags) {
    ClassDescriber describer = new ClassDescriber(registry, tags);
    return new Description(describer.node(type), describer.definitions);
  }

  private Node node(Type type) {
    Class<?> c = Types.raw(type);
    if (c == Object.class) {
      return new Node.Any();
    }
    ScalarType scalar = ScalarType.of(c);
    if (scalar != null) {
      return new Node.Scalar(scalar);
    }
    if (c.isEnum()) {
      return new Node.Choice(
          Arrays.stream(c.getEnumConstants()).map(e -> ((Enum<?>) e).name()).toList());
    }
    if (c == Tensor.class) {
      return new Node.Numbers();
    }
    if (ItemsCodec.makes(c) || c.isArray()) {
      return new Node.Items(node(Types.item(type)));
    }
    if (c == Map.class && Types.raw(Types.argument(type, 0)) == String.class) {
      return new Node.Entries(node(Types.argument(type, 1)));
    }
    return ofObject(type, c);
  }

  private Node ofObject(Type type, Class<?> c) {
    Tag tag = tags.get(c);
    ObjectModel model = tag == null ? ObjectModel.of(type, registry) : null;
    if (tag == null && model == null) {
      return new Node.Java(type.getTypeName());
    }
    if (defined.containsKey(type)) {
      return new Node.Ref(defined.get(type));
    }
    if (open.containsKey(type)) {
      referred.add(type);
      return new Node.Ref(open.get(type));
    }
    open.put(type, name(c));
    Node node = tag == null ? members(model) : tagged(type, tag);
    String name = open.remove(type);
    if (!referred.contains(type)) {
      return node;
    }
    definitions.put(name, node);
    defined.put(type, name);
    return new Node.Ref(name);
  }

  private String name(Class<?> c) {
    String name = c.getSimpleName();
    for (int i = 2; open.containsValue(name) || definitions.containsKey(name); i++) {
      name = c.getSimpleName() + i;
    }
    return name;
  }

  private Node.Members members(ObjectModel model) {
    Class<?> c = model.type();
    ObjectModel.Assembly assembly = model.assembly();
    List<TemplateField> fields = new ArrayList<>();
    for (Member member : model.members()) {
      boolean taken = c.isRecord() || assembly != null && assembly.places().contains(fields.size());
      fields.add(
          TemplateField.of(member.name(), node(member.type()))
              .withAliases(member.aliases().toArray(new String[0]))
              .withNullable(!member.isPrimitive())
              .withRequired(member.isPrimitive() && taken));
    }
    return new Node.Members(c.getSimpleName(), fields, null);
  }

  private Node tagged(Type type, Tag tag) {
    Map<String, Node.Members> variants = new LinkedHashMap<>();
    for (Type variant : ObjectModel.permitted(type)) {
      ObjectModel model = ObjectModel.of(variant, registry);
      if (model == null) {
        throw new IllegalArgumentException(
            "The values of " + variant.getTypeName() + " have no members, so no tag either");
      }
      variants.put(tag.text(model.type()), members(model));
    }
    return new Node.Tagged(tag.member(), variants);
  }
}
