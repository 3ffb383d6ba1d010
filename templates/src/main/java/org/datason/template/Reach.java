package org.datason.template;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import org.datason.config.DatasonConfig;
import org.datason.config.UnknownMembers;
import org.datason.json.GeneratedInput;
import org.datason.types.ObjectModel;

/** What generated code can get at. */
final class Reach {

  private Reach() {}

  /** Whether a class can be generated for an object. */
  static boolean isPossible(ObjectCodec twin, DatasonConfig config) {
    Assembler assembler = twin.assembler();
    if (assembler instanceof MapAssembler) {
      UnknownMembers rule =
          twin.node().unknown() != null ? twin.node().unknown() : config.unknownMembers();
      return rule != UnknownMembers.COLLECT;
    }
    ObjectModel model = ((ModelAssembler) assembler).model();
    ObjectModel.Assembly assembly = model.assembly();
    if (model.collects() || assembly == null || !seesUs(model.type())) {
      return false;
    }
    Class<?> c = model.type();
    boolean reachable = isReachable(assembly.creator(), c);
    for (Class<?> parameter : assembly.creator().getParameterTypes()) {
      reachable &= isReachable(parameter, c);
    }
    for (Member setter : assembly.setters()) {
      reachable &= isReachable(setter, c);
    }
    for (org.datason.types.Member member : model.members()) {
      reachable &= isReachable(member.source(), c) && isReachable(member.rawType(), c);
    }
    return reachable;
  }

  /** Whether the loader of a class finds the classes that generated code calls. */
  private static boolean seesUs(Class<?> c) {
    try {
      return c.getClassLoader() != null
          && Class.forName(GeneratedInput.class.getName(), false, c.getClassLoader())
              == GeneratedInput.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isReachable(Member member, Class<?> from) {
    Class<?> owner = member.getDeclaringClass();
    return owner.getNestHost() == from.getNestHost()
        || Modifier.isPublic(member.getModifiers()) && isReachable(owner, from);
  }

  /** Whether generated code of a class may know the name of another one. */
  private static boolean isReachable(Class<?> c, Class<?> from) {
    Class<?> leaf = c;
    while (leaf.isArray()) {
      leaf = leaf.componentType();
    }
    return leaf.isPrimitive()
        || Modifier.isPublic(leaf.getModifiers())
        || leaf.getPackage() == from.getPackage() && leaf.getClassLoader() == from.getClassLoader();
  }
}
