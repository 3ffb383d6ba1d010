package org.datason.template;

import java.util.Arrays;
import java.util.List;
import org.datason.types.Member;
import org.datason.types.ObjectModel;

/** Records and beans. */
final class ModelAssembler extends Assembler {

  private final ObjectModel model;
  private final Member[] members;

  /** What the class itself tells, since it is no member; null if there is none. */
  private final String tag;

  /** The number of values before those of the members. */
  private final int first;

  ModelAssembler(ObjectModel model, String tag) {
    this.model = model;
    this.members = model.members().toArray(new Member[0]);
    this.tag = tag;
    this.first = tag == null ? 0 : 1;
  }

  ObjectModel model() {
    return model;
  }

  /** The member of a field; null for the tag. */
  Member member(int i) {
    return i < first ? null : members[i - first];
  }

  @Override
  Class<?> type() {
    return model.type();
  }

  @Override
  String hint() {
    return model.handler().hint();
  }

  @Override
  boolean takes(Object value) {
    return value.getClass() == model.type();
  }

  @Override
  Object make(Object[] values, Object collected) {
    Object[] all = values;
    if (first > 0) {
      all = Arrays.copyOfRange(values, first, values.length);
    }
    if (model.collects()) {
      all = Arrays.copyOf(all, all.length + 1);
      all[all.length - 1] = collected;
    }
    return model.make(all);
  }

  @Override
  Object get(Object owner, int i) {
    return i < first ? tag : members[i - first].get(owner);
  }

  @Override
  Object none(int i) {
    return i < first ? tag : members[i - first].none();
  }

  @Override
  boolean holds(int i, Object value) {
    return value == null
        ? !members[i - first].isPrimitive()
        : java.lang.invoke.MethodType.methodType(members[i - first].rawType())
            .wrap()
            .returnType()
            .isInstance(value);
  }

  @Override
  Object collector() {
    return model.collects() ? model.collected() : null;
  }

  @Override
  boolean ignoresUnknown() {
    return model.ignoresUnknown();
  }

  List<Member> members() {
    return model.members();
  }
}
