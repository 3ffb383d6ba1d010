package org.datason.types;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the type variables of a generic class stand for where it is declared: in {@code Pair<UUID,
 * String>}, A is UUID. Immutable.
 *
 * <pre>{@code
 * TypeVariables.of(pairOfUuidAndString).resolve(typeOfTheMemberFirst) // UUID
 * }</pre>
 */
final class TypeVariables {

  private static final TypeVariables NONE = new TypeVariables(Map.of());

  private final Map<TypeVariable<?>, Type> meanings;

  private TypeVariables(Map<TypeVariable<?>, Type> meanings) {
    this.meanings = meanings;
  }

  /** The variables of a class, which mean something if the type is a parameterized one. */
  static TypeVariables of(Type type) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return NONE;
    }
    Map<TypeVariable<?>, Type> meanings = new HashMap<>();
    if (parameterized.getOwnerType() != null) {
      meanings.putAll(of(parameterized.getOwnerType()).meanings);
    }
    TypeVariable<?>[] variables = raw(type).getTypeParameters();
    Type[] arguments = parameterized.getActualTypeArguments();
    for (int i = 0; i < variables.length; i++) {
      boolean unbounded =
          arguments[i] instanceof WildcardType w && w.getUpperBounds()[0] == Object.class;
      Type argument = unbounded ? raw(variables[i].getBounds()[0]) : arguments[i];
      meanings.put(variables[i], argument instanceof TypeVariable<?> ? argument : normal(argument));
    }
    return new TypeVariables(meanings);
  }

  /** A type without wildcards and without variables that mean nothing: their bounds instead. */
  static Type normal(Type type) {
    return NONE.resolve(type);
  }

  /** A type with the variables replaced by what they stand for. */
  Type resolve(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      Type meaning = meanings.get(variable);
      return meaning != null ? meaning : raw(variable.getBounds()[0]);
    }
    if (type instanceof WildcardType wildcard) {
      return resolve(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      Type component = resolve(array.getGenericComponentType());
      return component instanceof Class<?> c ? c.arrayType() : new GenericArray(component);
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      Type[] resolved = new Type[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        resolved[i] = resolve(arguments[i]);
      }
      Type owner = parameterized.getOwnerType();
      return new Parameterized(raw(type), owner == null ? null : resolve(owner), resolved);
    }
    return type;
  }

  /** A class with what its variables stand for. */
  static Type parameterized(Class<?> raw, Type... arguments) {
    return new Parameterized(raw, raw.getDeclaringClass(), arguments);
  }

  /** The class of a type: {@code List} of {@code List<UUID>}. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return raw(((TypeVariable<?>) type).getBounds()[0]);
  }

  /**
   * An argument of a type, seen as one of its supertypes: for {@code class Runs extends
   * ArrayList<Run>}, argument 0 as a Collection is Run.
   */
  static Type argument(Type type, Class<?> supertype, int i) {
    return as(type, supertype) instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[i]
        : Object.class;
  }

  /** What a type is as one of its superclasses or interfaces. */
  private static Type as(Type type, Class<?> supertype) {
    Class<?> raw = raw(type);
    if (raw == supertype) {
      return type;
    }
    List<Type> parents = new ArrayList<>(Arrays.asList(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      parents.add(raw.getGenericSuperclass());
    }
    TypeVariables variables = of(type);
    for (Type parent : parents) {
      if (supertype.isAssignableFrom(raw(parent))) {
        return as(variables.resolve(parent), supertype);
      }
    }
    return Object.class;
  }

  /** The superclass of a type, with what its variables stand for; null for Object. */
  static Type superclass(Type type) {
    Type parent = raw(type).getGenericSuperclass();
    return parent == null ? null : of(type).resolve(parent);
  }

  /** A subclass, with its variables bound so that it is a subtype of the type. */
  static Type subtype(Class<?> subclass, Type type) {
    TypeVariable<?>[] variables = subclass.getTypeParameters();
    if (variables.length == 0 || !(type instanceof ParameterizedType parameterized)) {
      return subclass;
    }
    Type[] given = parameterized.getActualTypeArguments();
    Type[] arguments = new Type[variables.length];
    for (int i = 0; i < variables.length; i++) {
      arguments[i] = raw(variables[i]);
      for (int k = 0; k < given.length; k++) {
        if (argument(parameterized(subclass, variables), raw(type), k).equals(variables[i])) {
          arguments[i] = given[k];
        }
      }
    }
    return parameterized(subclass, arguments);
  }

  /** Equal to the JDK's own, as the contract of their interface has it. */
  private static final class Parameterized implements ParameterizedType {

    private final Class<?> raw;
    private final Type owner;
    private final Type[] arguments;

    Parameterized(Class<?> raw, Type owner, Type[] arguments) {
      this.raw = raw;
      this.owner = owner;
      this.arguments = arguments;
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.clone();
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return owner;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ParameterizedType that
          && raw == that.getRawType()
          && Objects.equals(owner, that.getOwnerType())
          && Arrays.equals(arguments, that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(arguments) ^ Objects.hashCode(owner) ^ raw.hashCode();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(raw.getName()).append('<');
      for (int i = 0; i < arguments.length; i++) {
        text.append(i > 0 ? ", " : "").append(arguments[i].getTypeName());
      }
      return text.append('>').toString();
    }
  }

  /** Equal to the JDK's own. */
  private static final class GenericArray implements GenericArrayType {

    private final Type component;

    GenericArray(Type component) {
      this.component = component;
    }

    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GenericArrayType that
          && component.equals(that.getGenericComponentType());
    }

    @Override
    public int hashCode() {
      return component.hashCode();
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }
}
