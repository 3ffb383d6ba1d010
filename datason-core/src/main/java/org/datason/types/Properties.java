package org.datason.types;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a class that is no record: its fields and those of its superclasses, the topmost
 * first. Those that are ignored are left out. Immutable.
 */
final class Properties {

  private static final String WAY_OUT = "; use a record or register a TypeHandler for it";

  private final Class<?> type;
  private final List<Property> members = new ArrayList<>();
  private final Set<String> ignored;
  private Property collector;

  private Properties(Class<?> type) {
    this.type = type;
    this.ignored = Mark.ignoredNames(type);
  }

  static Properties of(Type declared) throws ObjectPlan.Refusal {
    Properties properties = new Properties(TypeVariables.raw(declared));
    properties.refuseOddClasses();
    properties.addAll(declared);
    return properties;
  }

  Class<?> type() {
    return type;
  }

  /** All that are written by their names; not the collector. */
  List<Property> members() {
    return members;
  }

  /** The one that collects unknown members, or null. */
  Property collector() {
    return collector;
  }

  /** Whether a name of a field or member is left out by an annotation. */
  boolean isIgnored(String name) {
    return ignored.contains(name);
  }

  ObjectPlan.Refusal refusal(String why) {
    return new ObjectPlan.Refusal(
        "The class " + type.getName() + " cannot be written without loss: it " + why + WAY_OUT);
  }

  private void refuseOddClasses() throws ObjectPlan.Refusal {
    if (type.isAnonymousClass() || type.isSynthetic() || Proxy.isProxyClass(type)) {
      throw refusal("is an anonymous class, a lambda or a proxy");
    }
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      throw refusal("is an inner class, bound to an object of the class around it; make it static");
    }
  }

  private void addAll(Type declared) throws ObjectPlan.Refusal {
    Set<String> fields = new HashSet<>();
    for (Type level : levels(declared)) {
      TypeVariables variables = TypeVariables.of(level);
      for (Field field : TypeVariables.raw(level).getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          if (field.isSynthetic()) {
            throw refusal("is a local class that captures variables or the object around it");
          }
          add(new Property(type, field, variables.resolve(field.getGenericType())), fields);
        }
      }
    }
    if (collector == null && hasCollectingMethod()) {
      takeTheMap();
    }
  }

  private void add(Property property, Set<String> fields) throws ObjectPlan.Refusal {
    if (property.mark().ignored() || ignored.contains(property.name())) {
      return;
    }
    if (!fields.add(property.field())) {
      throw refusal("has two fields named \"" + property.field() + "\", one of a superclass");
    }
    if (!property.mark().collects()) {
      members.add(property);
    } else if (collector == null) {
      collector = property;
    } else {
      throw refusal("has two members that collect unknown members");
    }
  }

  /** The class and its superclasses below Object, the topmost first. */
  private Deque<Type> levels(Type declared) throws ObjectPlan.Refusal {
    Deque<Type> levels = new ArrayDeque<>();
    for (Type t = declared; t != Object.class; t = TypeVariables.superclass(t)) {
      Class<?> c = TypeVariables.raw(t);
      if (ObjectTypes.isOfThePlatform(c)) {
        throw refusal("has state of its superclass " + c.getName() + ", which is out of reach");
      }
      levels.addFirst(t);
    }
    return levels;
  }

  /** Whether a method is annotated to collect that is named otherwise than its field. */
  private boolean hasCollectingMethod() {
    for (Method method : type.getMethods()) {
      if (Mark.of(method).collects()) {
        return true;
      }
    }
    return false;
  }

  private void takeTheMap() throws ObjectPlan.Refusal {
    for (Property property : List.copyOf(members)) {
      if (Map.class.isAssignableFrom(TypeVariables.raw(property.type()))) {
        if (collector != null) {
          throw refusal("has more than one map; annotate the field that collects unknown members");
        }
        collector = property;
        members.remove(property);
      }
    }
  }
}
