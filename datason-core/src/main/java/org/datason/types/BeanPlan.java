package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
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
import java.util.Set;

/**
 * Beans: classes with a no-arg constructor all of whose state is reached by getters and setters or
 * public fields. A class with a field beyond reach is refused, for its values would come back
 * without it.
 */
final class BeanPlan {

  private static final MethodType GET = MethodType.methodType(Object.class);
  private static final MethodType SET =
      MethodType.methodType(void.class, Object.class, Object.class);
  private static final String WAY_OUT = "; use a record or register a TypeHandler for it";

  private final Class<?> type;
  private final TypeRegistry registry;
  private final Set<String> names = new HashSet<>();
  private final List<Member> members = new ArrayList<>();
  private final List<MethodHandle> setters = new ArrayList<>();

  private BeanPlan(Class<?> type, TypeRegistry registry) {
    this.type = type;
    this.registry = registry;
  }

  static ObjectPlan of(Type type, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    return new BeanPlan(TypeVariables.raw(type), registry).plan(type);
  }

  private ObjectPlan plan(Type declared) throws ObjectPlan.Refusal, IllegalAccessException {
    refuseOddClasses();
    MethodHandle constructor = constructor();
    for (Type level : levels(declared)) {
      TypeVariables variables = TypeVariables.of(level);
      for (Field field : TypeVariables.raw(level).getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          add(field, variables.resolve(field.getGenericType()));
        }
      }
    }
    return new ObjectPlan(type, List.copyOf(members), construction(constructor));
  }

  private void refuseOddClasses() throws ObjectPlan.Refusal {
    if (type.isAnonymousClass() || type.isSynthetic() || Proxy.isProxyClass(type)) {
      throw refusal("is an anonymous class, a lambda or a proxy");
    }
    if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
      throw refusal("is an inner class, bound to an object of the class around it; make it static");
    }
  }

  private MethodHandle constructor() throws ObjectPlan.Refusal, IllegalAccessException {
    try {
      return Getters.lookup(type)
          .findConstructor(type, MethodType.methodType(void.class))
          .asType(GET);
    } catch (NoSuchMethodException e) {
      throw refusal("has no constructor without arguments");
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

  private void add(Field field, Type fieldType) throws ObjectPlan.Refusal, IllegalAccessException {
    String name = field.getName();
    if (field.isSynthetic()) {
      throw refusal("is a local class that captures variables or the object around it");
    }
    if (!names.add(name)) {
      throw refusal("has two fields named \"" + name + "\", one of a superclass");
    }
    if (Modifier.isFinal(field.getModifiers())) {
      throw refusal("has a final field, \"" + name + "\", which no setter sets");
    }
    Object getter;
    MethodHandle setter;
    Method get = getter(field);
    Method set = setter(field);
    if (get != null && set != null) {
      getter = Getters.of(get);
      setter = Getters.lookup(set.getDeclaringClass()).unreflect(set);
    } else if (Modifier.isPublic(field.getModifiers())) {
      getter = Getters.of(field);
      setter = Getters.lookup(field.getDeclaringClass()).unreflectSetter(field);
    } else {
      String missing = get == null ? "getter get" : "setter set";
      throw refusal(
          "has a field, \""
              + name
              + "\", but no public "
              + missing
              + capitalized(name)
              + " of its type (or mark it transient if it is no state)");
    }
    members.add(Member.of(name, field.getType(), Slot.exact(fieldType, registry), getter));
    setters.add(setter.asType(SET));
  }

  private ObjectPlan.Construction construction(MethodHandle constructor) {
    MethodHandle[] set = setters.toArray(new MethodHandle[0]);
    return values -> {
      Object bean = constructor.invokeExact();
      for (int i = 0; i < values.length; i++) {
        if (values[i] != ObjectPlan.MISSING) { // what is missing stays as the constructor made it
          set[i].invokeExact(bean, values[i]);
        }
      }
      return bean;
    };
  }

  private Method getter(Field field) {
    Class<?> t = field.getType();
    Method method = method("get" + capitalized(field.getName()));
    if (method == null && isSecondUpper(field.getName())) {
      method = method("get" + field.getName());
    }
    if (method == null && (t == boolean.class || t == Boolean.class)) {
      method = method("is" + capitalized(field.getName()));
    }
    return method != null && method.getReturnType() == t ? method : null;
  }

  private Method setter(Field field) {
    Method method = method("set" + capitalized(field.getName()), field.getType());
    if (method == null && isSecondUpper(field.getName())) {
      method = method("set" + field.getName(), field.getType());
    }
    boolean setsOnly =
        method != null
            && (method.getReturnType() == void.class
                || method.getReturnType().isAssignableFrom(type));
    return setsOnly ? method : null;
  }

  private Method method(String name, Class<?>... parameters) {
    try {
      Method method = type.getMethod(name, parameters);
      return Modifier.isStatic(method.getModifiers()) ? null : method;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** Names such as xAxis, whose getter some tools call getxAxis. */
  private static boolean isSecondUpper(String name) {
    return name.length() > 1 && Character.isUpperCase(name.charAt(1));
  }

  private ObjectPlan.Refusal refusal(String why) {
    return new ObjectPlan.Refusal(
        "The class " + type.getName() + " cannot be written without loss: it " + why + WAY_OUT);
  }
}
