package org.datason.template;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.datason.json.TypeHandler;
import org.datason.tensor.Tensor;
import org.datason.types.Member;
import org.datason.types.ObjectModel;
import org.datason.types.TypeRegistry;

/** Makes the codecs of a description: for values of a class, or for maps where there is none. */
final class Binder {

  private final Description description;
  private final TypeRegistry registry;
  private final Map<Class<?>, Tag> tags;
  private final Consumer<Violation> lenient;
  private final Map<List<Object>, Codec> named = new HashMap<>();

  /**
   * A binder.
   *
   * @param lenient takes what does not fit; null where that is refused
   */
  Binder(
      Description description,
      TypeRegistry registry,
      Map<Class<?>, Tag> tags,
      Consumer<Violation> lenient) {
    this.description = description;
    this.registry = registry;
    this.tags = tags;
    this.lenient = lenient;
  }

  /**
   * The codec of a node.
   *
   * @param type the type of the values; null for maps, lists and the usual scalars
   */
  Codec bind(Node node, Type type) {
    if (node instanceof Node.Ref ref) {
      List<Object> key = new ArrayList<>();
      key.add(ref.name());
      key.add(type);
      Codec known = named.get(key);
      if (known != null) {
        return known;
      }
      DeferredCodec deferred = new DeferredCodec();
      named.put(key, deferred);
      Codec codec = bind(description.resolve(node), type);
      deferred.become(codec);
      return codec;
    }
    return type == null ? toMaps(node) : toType(node, type);
  }

  // ---------------------------------------------------------------- values of classes

  private Codec toType(Node node, Type type) {
    Class<?> c = Types.raw(type);
    if (c == Object.class) {
      return new AnyCodec();
    }
    if (node instanceof Node.Members members) {
      return object(members, ObjectModel.of(type, registry), null, null);
    }
    if (node instanceof Node.Tagged tagged) {
      Map<String, Codec> variants = new LinkedHashMap<>();
      Tag tag = tags.get(c);
      for (Type variant : ObjectModel.permitted(type)) {
        ObjectModel model = ObjectModel.of(variant, registry);
        String text = tag.text(model.type());
        variants.put(text, object(tagged.variants().get(text), model, tag.member(), text));
      }
      return new TaggedCodec(c, tag.member(), variants);
    }
    TypeHandler<?> handler = node instanceof Node.Any ? null : registry.forType(type);
    if (node instanceof Node.Items items && ItemsCodec.makes(c)) {
      Codec item = bind(items.item(), Types.item(type));
      return new ItemsCodec(c, item, item.isLeaf() ? handler : null);
    }
    if (node instanceof Node.Entries entries && c == Map.class) {
      Codec value = bind(entries.value(), Types.argument(type, 1));
      return value.isLeaf() ? new LeafCodec(handler) : new EntriesCodec(value);
    }
    return new LeafCodec(handler == null ? registry.forType(type) : handler);
  }

  private ObjectCodec object(Node.Members members, ObjectModel model, String tag, String text) {
    ModelAssembler assembler = new ModelAssembler(model, text);
    List<FieldCodec> fields = new ArrayList<>();
    String owner = members.name();
    if (tag != null) {
      fields.add(tag(owner, tag, text, assembler));
    }
    int i = 0;
    for (Member member : model.members()) {
      TemplateField rule = members.fields().get(i++);
      Codec codec = bind(rule.node(), member.type());
      fields.add(new FieldCodec(owner, rule, codec, assembler, fields.size(), lenient));
    }
    return new ObjectCodec(members, assembler, fields);
  }

  private static FieldCodec tag(String owner, String tag, String text, Assembler assembler) {
    Node.Choice choice = new Node.Choice(List.of(text));
    TemplateField rule = TemplateField.of(tag, choice).withNullable(false);
    return new FieldCodec(owner, rule, new ChoiceCodec(choice.values()), assembler, 0, null);
  }

  // ---------------------------------------------------------------- maps and lists

  private Codec toMaps(Node node) {
    if (node instanceof Node.Members members) {
      return map(members, null, null);
    }
    if (node instanceof Node.Tagged tagged) {
      Map<String, Codec> variants = new LinkedHashMap<>();
      tagged.variants().forEach((text, v) -> variants.put(text, map(v, tagged.tag(), text)));
      return new TaggedCodec(Map.class, tagged.tag(), variants);
    }
    if (node instanceof Node.Items items) {
      return new ItemsCodec(List.class, bind(items.item(), null), null);
    }
    if (node instanceof Node.Entries entries) {
      return new EntriesCodec(bind(entries.value(), null));
    }
    if (node instanceof Node.Choice choice) {
      return new ChoiceCodec(choice.values());
    }
    if (node instanceof Node.Scalar scalar) {
      return new LeafCodec(registry.forType(scalar.type().javaType()));
    }
    if (node instanceof Node.Numbers) {
      return new LeafCodec(registry.forType(Tensor.class));
    }
    if (node instanceof Node.Java java) {
      TypeHandler<?> handler = registry.forHint(java.type(), null);
      if (handler == null) {
        throw new IllegalArgumentException(
            "No handler is known of the type " + java.type() + "; register one, or its class");
      }
      return new LeafCodec(handler);
    }
    return new AnyCodec();
  }

  private ObjectCodec map(Node.Members members, String tag, String text) {
    List<String> names = new ArrayList<>();
    if (tag != null) {
      names.add(tag);
    }
    members.fields().forEach(field -> names.add(field.name()));
    MapAssembler assembler = new MapAssembler(names, text);
    List<FieldCodec> fields = new ArrayList<>();
    if (tag != null) {
      fields.add(tag(members.name(), tag, text, assembler));
    }
    for (TemplateField rule : members.fields()) {
      Codec codec = bind(rule.node(), null);
      fields.add(new FieldCodec(members.name(), rule, codec, assembler, fields.size(), lenient));
    }
    return new ObjectCodec(members, assembler, fields);
  }
}
