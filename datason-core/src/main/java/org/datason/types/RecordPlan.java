package org.datason.types;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** Records: their components, put together by the canonical constructor. */
final class RecordPlan {

  private RecordPlan() {}

  static ObjectPlan of(Type type, TypeRegistry registry)
      throws ObjectPlan.Refusal, IllegalAccessException {
    Class<?> c = TypeVariables.raw(type);
    TypeVariables variables = TypeVariables.of(type);
    RecordComponent[] components = c.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      Slot slot = Slot.exact(variables.resolve(component.getGenericType()), registry);
      Object getter = Getters.of(component.getAccessor());
      members.add(Member.of(component.getName(), types[i], slot, getter));
    }
    return new ObjectPlan(c, List.copyOf(members), construction(c, types, members));
  }

  private static ObjectPlan.Construction construction(
      Class<?> c, Class<?>[] types, List<Member> members)
      throws ObjectPlan.Refusal, IllegalAccessException {
    MethodHandles.Lookup lookup = Getters.lookup(c);
    MethodHandle constructor;
    try {
      constructor = lookup.findConstructor(c, MethodType.methodType(void.class, types));
    } catch (NoSuchMethodException e) {
      throw new ObjectPlan.Refusal("The record " + c.getName() + " has no canonical constructor");
    }
    MethodHandle make =
        constructor
            .asType(constructor.type().generic())
            .asSpreader(Object[].class, types.length)
            .asType(MethodType.methodType(Object.class, Object[].class));
    return values -> {
      complete(values, members);
      return make.invokeExact(values);
    };
  }

  private static void complete(Object[] values, List<Member> members) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == ObjectPlan.MISSING) {
        Member member = members.get(i);
        if (member.isPrimitive()) {
          throw new IllegalArgumentException("the member \"" + member.name() + "\" is missing");
        }
        values[i] = member.missing();
      }
    }
  }
}
