package org.datason.types;

import java.lang.reflect.Executable;
import java.util.List;

/**
 * How the values of a class are taken apart and put together: its members in their order, and what
 * makes a value of theirs.
 *
 * @param type the class
 * @param members the members
 * @param collector the member that holds unknown members; null if there is none
 * @param construction what makes a value
 * @param assembly the same in parts, for generated code; null where it takes more than these
 */
record ObjectPlan(
    Class<?> type,
    List<Member> members,
    Collector collector,
    Construction construction,
    ObjectModel.Assembly assembly) {

  /** Stands for the value of a member that the document does not have. */
  static final Object MISSING = new Object();

  /** The parts of a construction by one call, and setters for the members from a place on. */
  static ObjectModel.Assembly assembly(
      Executable creator,
      int[] places,
      List<? extends java.lang.reflect.Member> setters,
      int first) {
    List<Integer> list = java.util.Arrays.stream(places).boxed().toList();
    return new ObjectModel.Assembly(creator, list, List.copyOf(setters), first);
  }

  /** Makes a value. */
  interface Construction {

    /**
     * Makes a value.
     *
     * @param values the values of the members, in their order; {@link #MISSING} where one is
     *     missing; at the end the collected map, if there is a collector. The array is the callee's
     *     from now on
     * @throws Throwable what the constructor or a setter throws
     */
    Object make(Object[] values) throws Throwable;
  }

  /** That a class has no such plan: why, and what to do instead. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }
}
