package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Records: their components, put together by the canonical constructor. */
final class RecordPlan {

  private RecordPlan() {}

  static ObjectPlan of(Type type, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Class<?> c = TypeVariables.raw(type);
    TypeVariables variables = TypeVariables.of(type);
    RecordComponent[] components = c.getRecordComponents();
    Set<String> ignored = Mark.ignoredNames(c);
    Class<?>[] types = new Class<?>[components.length];
    int[] places = new int[components.length];
    int collecting = Arguments.IGNORED;
    Collector collector = null;
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      String name = component.getName();
      types[i] = component.getType();
      Type t = variables.resolve(component.getGenericType());
      Mark mark = Mark.of(component, component.getAccessor(), field(c, name));
      String given = mark.name() == null ? name : mark.name();
      if (mark.ignored() || ignored.contains(given)) {
        places[i] = Arguments.IGNORED;
      } else if (mark.collects()) {
        if (collector != null) {
          throw new ObjectPlan.Refusal(
              "The record " + c.getName() + " has two members that collect unknown members");
        }
        collector = Collector.of(name, t, Getters.of(component.getAccessor()), registry);
        collecting = i;
      } else {
        places[i] = members.size();
        Object getter = Getters.of(component.getAccessor());
        Slot slot = Slot.exact(t, registry);
        members.add(
            Member.of(given, mark.aliases(), types[i], slot, getter, component.getAccessor()));
      }
    }
    if (collecting >= 0) {
      places[collecting] = members.size(); // the collected map comes last
    }
    List<Member> all = List.copyOf(members);
    Arguments arguments = new Arguments(constructor(c, types), places, all);
    ObjectModel.Assembly assembly =
        collector == null ? ObjectPlan.assembly(canonical(c, types), places, List.of(), 0) : null;
    return new ObjectPlan(c, all, collector, arguments::make, assembly);
  }

  private static Field field(Class<?> c, String name) {
    try {
      return c.getDeclaredField(name);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static MethodHandle constructor(Class<?> c, Class<?>[] types)
      throws ObjectPlan.Refusal, IllegalAccessException {
    return Getters.lookup(c).unreflectConstructor(canonical(c, types));
  }

  private static Constructor<?> canonical(Class<?> c, Class<?>[] types) throws ObjectPlan.Refusal {
    try {
      return c.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new ObjectPlan.Refusal("The record " + c.getName() + " has no canonical constructor");
    }
  }
}
