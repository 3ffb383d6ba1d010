package org.datason.template;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import org.datason.types.ObjectModel;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Emits what makes a record or bean of local variables: a constructor or method, and setters. */
final class Construction {

  private final ObjectModel.Assembly assembly;
  private final List<EmittedField> members;
  private final int[] locals;

  /** The place of the first member among the local variables. */
  private final int first;

  /**
   * A construction.
   *
   * @param members the fields that are members
   * @param locals the local variables of all fields, of which the members are the last
   */
  Construction(ObjectModel.Assembly assembly, List<EmittedField> members, int[] locals) {
    this.assembly = assembly;
    this.members = members;
    this.locals = locals;
    this.first = locals.length - members.size();
  }

  private void load(int member, Code code) {
    code.load(members.get(member).type(), locals[first + member]);
  }

  /** Makes the value; what the class throws is said as the twin says it. */
  void emit(Code code) {
    MethodVisitor mv = code.visitor();
    Label from = new Label();
    Label to = new Label();
    Label caught = new Label();
    Label made = new Label();
    mv.visitTryCatchBlock(from, to, caught, "java/lang/Exception");
    code.label(from);
    emitMake(code);
    code.label(to);
    code.jump(Opcodes.GOTO, made);
    code.label(caught);
    code.invokeStatic(
        ObjectModel.class, "refusal", IllegalArgumentException.class, Throwable.class);
    mv.visitInsn(Opcodes.ATHROW);
    code.label(made);
  }

  private void emitMake(Code code) {
    MethodVisitor mv = code.visitor();
    Executable creator = assembly.creator();
    String owner = Type.getInternalName(creator.getDeclaringClass());
    if (creator instanceof Constructor<?>) {
      mv.visitTypeInsn(Opcodes.NEW, owner);
      mv.visitInsn(Opcodes.DUP);
    }
    Class<?>[] parameters = creator.getParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      int place = assembly.places().get(i);
      if (place < 0) {
        code.zero(parameters[i]);
      } else {
        load(place, code);
      }
    }
    if (creator instanceof Constructor<?> constructor) {
      mv.visitMethodInsn(
          Opcodes.INVOKESPECIAL,
          owner,
          "<init>",
          Type.getConstructorDescriptor(constructor),
          false);
    } else {
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          owner,
          creator.getName(),
          Type.getMethodDescriptor((Method) creator),
          creator.getDeclaringClass().isInterface());
    }
    for (int i = 0; i < assembly.setters().size(); i++) {
      mv.visitInsn(Opcodes.DUP);
      load(assembly.first() + i, code);
      emitSet(assembly.setters().get(i), mv);
    }
  }

  private static void emitSet(Member setter, MethodVisitor mv) {
    String owner = Type.getInternalName(setter.getDeclaringClass());
    if (setter instanceof Method method) {
      boolean isInterface = setter.getDeclaringClass().isInterface();
      mv.visitMethodInsn(
          isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
          owner,
          setter.getName(),
          Type.getMethodDescriptor(method),
          isInterface);
      if (method.getReturnType() != void.class) {
        mv.visitInsn(Opcodes.POP);
      }
    } else {
      mv.visitFieldInsn(
          Opcodes.PUTFIELD,
          owner,
          setter.getName(),
          Type.getDescriptor(((Field) setter).getType()));
    }
  }
}
