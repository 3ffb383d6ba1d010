package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Classes whose values a constructor or static method makes of its parameters. Each parameter is
 * written from the field or getter of its name; fields beyond them need a setter.
 */
final class CreatorPlan {

  private final Properties properties;
  private final TypeRegistry registry;
  private final Executable creator;
  private final List<Property> left;
  private final List<Member> members = new ArrayList<>();
  private final List<MethodHandle> setters = new ArrayList<>();
  private final List<java.lang.reflect.Member> targets = new ArrayList<>();
  private Collector collector;

  private CreatorPlan(Properties properties, TypeRegistry registry, Executable creator) {
    this.properties = properties;
    this.registry = registry;
    this.creator = creator;
    this.left = new ArrayList<>(properties.members());
  }

  /** The plan by the annotated creator; null if there is none. */
  static ObjectPlan annotated(Properties properties, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Class<?> type = properties.type();
    Executable found = null;
    List<Executable> all = new ArrayList<>(Arrays.asList(type.getDeclaredConstructors()));
    all.addAll(Arrays.asList(type.getDeclaredMethods()));
    for (Executable executable : all) {
      if (!executable.isSynthetic() && Mark.isCreator(executable)) {
        if (found != null) {
          throw properties.refusal("has two creators");
        }
        found = executable;
      }
    }
    if (found instanceof Method method) {
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      if (isStatic && method.getParameterCount() == 0) {
        return BuilderPlan.of(properties, method, registry);
      }
      if (!isStatic || !type.isAssignableFrom(method.getReturnType())) {
        throw properties.refusal(
            "has a creator, " + method.getName() + ", which is not static or gives something else");
      }
    }
    return found == null ? null : new CreatorPlan(properties, registry, found).plan();
  }

  /** The plan by the only constructor, if it takes exactly the fields; otherwise null. */
  static ObjectPlan implied(Properties properties, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Constructor<?>[] constructors = properties.type().getDeclaredConstructors();
    if (constructors.length != 1 || properties.collector() != null) {
      return null;
    }
    Parameter[] parameters = constructors[0].getParameters();
    List<Property> fields = properties.members();
    if (parameters.length == 0 || parameters.length != fields.size()) {
      return null;
    }
    for (Parameter parameter : parameters) {
      boolean known =
          parameter.isNamePresent()
              && fields.stream()
                  .anyMatch(
                      field ->
                          field.field().equals(parameter.getName())
                              && field.raw() == parameter.getType());
      if (!known) {
        return null;
      }
    }
    return new CreatorPlan(properties, registry, constructors[0]).plan();
  }

  private ObjectPlan plan() throws ObjectPlan.Refusal, IllegalAccessException {
    Parameter[] parameters = creator.getParameters();
    int[] places = new int[parameters.length];
    int collecting = Arguments.IGNORED;
    for (int i = 0; i < parameters.length; i++) {
      Mark mark = Mark.of(parameters[i]);
      if (mark.name() == null && !parameters[i].isNamePresent()) {
        throw properties.refusal(
            "has a creator whose parameters have no names; annotate them with @Name, or compile"
                + " with -parameters");
      }
      Property own = properties.collector();
      if (own != null && own.field().equals(parameters[i].getName())) {
        collecting = i;
        collector = own.collector(registry);
      } else {
        places[i] = add(parameters[i], mark);
      }
    }
    int taken = members.size();
    for (Property property : left) {
      addSettable(property);
    }
    if (properties.collector() != null && collector == null) {
      throw properties.refusal(
          "has a member that collects unknown members, which its creator does" + " not take");
    }
    if (collecting >= 0) {
      places[collecting] = members.size();
    }
    List<Member> all = List.copyOf(members);
    Arguments arguments = new Arguments(handle(), places, all);
    ObjectModel.Assembly assembly =
        collector == null ? ObjectPlan.assembly(creator, places, targets, taken) : null;
    return new ObjectPlan(
        properties.type(), all, collector, construction(arguments, taken, setters), assembly);
  }

  private MethodHandle handle() throws IllegalAccessException {
    MethodHandles.Lookup lookup = Getters.lookup(properties.type());
    return creator instanceof Method method
        ? lookup.unreflect(method)
        : lookup.unreflectConstructor((Constructor<?>) creator);
  }

  private static ObjectPlan.Construction construction(
      Arguments arguments, int first, List<MethodHandle> setters) {
    if (setters.isEmpty()) {
      return arguments::make;
    }
    MethodHandle[] set = setters.toArray(new MethodHandle[0]);
    return values -> {
      Object[] later = values.clone();
      Object made = arguments.make(values);
      for (int i = 0; i < set.length; i++) {
        if (later[first + i] != ObjectPlan.MISSING) {
          set[i].invokeExact(made, later[first + i]);
        }
      }
      return made;
    };
  }

  /** Adds the member of a parameter; its place among the members. */
  private int add(Parameter parameter, Mark mark)
      throws ObjectPlan.Refusal, IllegalAccessException {
    String name = mark.name() == null ? parameter.getName() : mark.name();
    Class<?> type = parameter.getType();
    for (Property property : left) {
      boolean same = property.field().equals(parameter.getName()) || property.name().equals(name);
      if (same && type.isAssignableFrom(property.raw())) {
        left.remove(property);
        String given = mark.name() != null ? mark.name() : property.name();
        members.add(property.member(given, mark, registry));
        return members.size() - 1;
      }
    }
    Method getter = Property.getter(properties.type(), parameter.getName(), type);
    if (getter == null) {
      if (properties.isIgnored(name) || isIgnoredField(parameter.getName())) {
        return Arguments.IGNORED;
      }
      throw properties.refusal(
          "has a creator with a parameter, \""
              + name
              + "\", of which there is neither a field nor a getter of its type");
    }
    Slot slot = Slot.exact(TypeVariables.normal(parameter.getParameterizedType()), registry);
    members.add(Member.of(name, mark.aliases(), type, slot, Getters.of(getter), getter));
    return members.size() - 1;
  }

  /** Whether there is a field of that name, which must have been left out then. */
  private boolean isIgnoredField(String name) {
    try {
      properties.type().getDeclaredField(name);
      return properties.members().stream().noneMatch(p -> p.field().equals(name));
    } catch (NoSuchFieldException e) {
      return false;
    }
  }

  private void addSettable(Property property) throws ObjectPlan.Refusal, IllegalAccessException {
    if (property.isFinal() || !property.hasSetter() && !property.isOpen()) {
      throw properties.refusal(
          "has a field, \"" + property.field() + "\", which its creator does not take");
    }
    members.add(property.member(property.name(), Mark.of(), registry));
    setters.add(property.set());
    targets.add(property.target());
  }
}
