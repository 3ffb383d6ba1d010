package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.List;

/**
 * The arguments of a constructor or static method: which member each is of. What is missing is null
 * (or what null stands for), and an error for a primitive. Immutable.
 */
final class Arguments {

  /** Stands for a member where an argument is of none, since it is ignored. */
  static final int IGNORED = -1;

  private final MethodHandle make;
  private final int[] places;
  private final Object[] defaults;
  private final List<Member> members;
  private final boolean inOrder;

  /**
   * The arguments of a method.
   *
   * @param make the method
   * @param places for each argument the place of its value, or {@link #IGNORED}
   * @param members the members; what is beyond them is never missing
   */
  Arguments(MethodHandle make, int[] places, List<Member> members) {
    this.make =
        make.asType(make.type().generic())
            .asSpreader(Object[].class, places.length)
            .asType(MethodType.methodType(Object.class, Object[].class));
    this.places = places;
    this.members = members;
    this.defaults = new Object[places.length];
    boolean same = true;
    for (int i = 0; i < places.length; i++) {
      defaults[i] = zero(make.type().parameterType(i));
      same &= places[i] == i;
    }
    inOrder = same;
  }

  /** Null, or for a primitive 0 or false. */
  static Object zero(Class<?> type) {
    return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
  }

  /** Calls the method with the values of members. */
  Object make(Object[] values) throws Throwable {
    if (inOrder && values.length == places.length) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == ObjectPlan.MISSING) {
          values[i] = missing(members.get(i));
        }
      }
      return make.invokeExact(values);
    }
    Object[] arguments = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      if (place == IGNORED) {
        arguments[i] = defaults[i];
      } else {
        Object value = values[place];
        arguments[i] = value == ObjectPlan.MISSING ? missing(members.get(place)) : value;
      }
    }
    return make.invokeExact(arguments);
  }

  private static Object missing(Member member) {
    if (member.isPrimitive()) {
      throw new IllegalArgumentException("the member \"" + member.name() + "\" is missing");
    }
    return member.missing();
  }
}
