package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Classes that are no records: beans (a no-arg constructor, and getters and setters or public
 * fields), and those made by a constructor with parameters or a builder. A class with a field
 * beyond reach is refused, for its values would come back without it.
 */
final class BeanPlan {

  private static final MethodType GET = MethodType.methodType(Object.class);

  private final Properties properties;
  private final TypeRegistry registry;

  private BeanPlan(Properties properties, TypeRegistry registry) {
    this.properties = properties;
    this.registry = registry;
  }

  /** The plan of a class: by what is annotated, else as a bean, else by what is at hand. */
  static ObjectPlan of(Type type, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Properties properties = Properties.of(type);
    ObjectPlan plan = CreatorPlan.annotated(properties, registry);
    if (plan != null) {
      return plan;
    }
    try {
      return new BeanPlan(properties, registry).plan();
    } catch (ObjectPlan.Refusal refusal) {
      plan = CreatorPlan.implied(properties, registry);
      if (plan == null) {
        plan = BuilderPlan.implied(properties, registry);
      }
      if (plan == null) {
        throw refusal;
      }
      return plan;
    }
  }

  private ObjectPlan plan() throws ObjectPlan.Refusal, IllegalAccessException {
    Constructor<?> declared = constructor();
    MethodHandle constructor =
        Getters.lookup(properties.type()).unreflectConstructor(declared).asType(GET);
    List<Member> members = new ArrayList<>();
    List<MethodHandle> setters = new ArrayList<>();
    for (Property property : properties.members()) {
      check(property);
      members.add(property.member(property.name(), Mark.of(), registry));
      setters.add(property.set());
    }
    Property collecting = properties.collector();
    if (collecting == null) {
      List<java.lang.reflect.Member> targets =
          properties.members().stream().map(Property::target).toList();
      return new ObjectPlan(
          properties.type(),
          List.copyOf(members),
          null,
          construction(constructor, setters),
          ObjectPlan.assembly(declared, new int[0], targets, 0));
    }
    Collector collector = collecting.collector(registry);
    if (!collecting.isFinal()) {
      setters.add(collecting.set());
      return new ObjectPlan(
          properties.type(),
          List.copyOf(members),
          collector,
          construction(constructor, setters),
          null);
    }
    ObjectPlan.Construction bean = construction(constructor, setters);
    return new ObjectPlan(
        properties.type(), List.copyOf(members), collector, filling(bean, collecting.get()), null);
  }

  private Constructor<?> constructor() throws ObjectPlan.Refusal {
    try {
      return properties.type().getDeclaredConstructor();
    } catch (NoSuchMethodException e) {
      throw properties.refusal("has no constructor without arguments");
    }
  }

  private void check(Property property) throws ObjectPlan.Refusal {
    String name = property.field();
    if (property.isFinal()) {
      throw properties.refusal("has a final field, \"" + name + "\", which no setter sets");
    }
    if (!property.isOpen() && !(property.hasGetter() && property.hasSetter())) {
      String missing = property.hasGetter() ? "setter set" : "getter get";
      throw properties.refusal(
          "has a field, \""
              + name
              + "\", but no public "
              + missing
              + Property.capitalized(name)
              + " of its type (or mark it transient if it is no state)");
    }
  }

  private static ObjectPlan.Construction construction(
      MethodHandle constructor, List<MethodHandle> setters) {
    MethodHandle[] set = setters.toArray(new MethodHandle[0]);
    return values -> {
      Object bean = constructor.invokeExact();
      for (int i = 0; i < set.length; i++) {
        if (values[i] != ObjectPlan.MISSING) { // what is missing stays as the constructor made it
          set[i].invokeExact(bean, values[i]);
        }
      }
      return bean;
    };
  }

  /** Fills the map that a final field has from the constructor. */
  @SuppressWarnings("unchecked")
  private static ObjectPlan.Construction filling(ObjectPlan.Construction bean, Object getter) {
    Function<Object, Object> get = (Function<Object, Object>) getter;
    return values -> {
      Object made = bean.make(values);
      ((Map<Object, Object>) get.apply(made)).putAll((Map<?, ?>) values[values.length - 1]);
      return made;
    };
  }
}
