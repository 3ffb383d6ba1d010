package org.datason.template;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that is being generated, the constants of its class, and the listing that tells in
 * Java's words what it does.
 */
final class Code {

  /** The place of the first parameter. */
  static final int FIRST = 1;

  /** The place of the second parameter. */
  static final int SECOND = 2;

  /** What the code of one class shares. */
  static final class Shared {

    final String className;
    final ClassVisitor visitor;
    final List<Object> constants = new ArrayList<>();
    final List<Class<?>> constantTypes = new ArrayList<>();
    final StringBuilder listing = new StringBuilder();
    int methods;

    Shared(String className, ClassVisitor visitor) {
      this.className = className;
      this.visitor = visitor;
    }

    /** Begins a method. */
    MethodVisitor method(int access, String name, String descriptor) {
      MethodVisitor method = visitor.visitMethod(access, name, descriptor, null, null);
      method.visitCode();
      return method;
    }

    /** The name of a static field that holds an object. */
    String constant(Object value, Class<?> type) {
      for (int i = 0; i < constants.size(); i++) {
        if (constants.get(i) == value && constantTypes.get(i) == type) {
          return "c" + i;
        }
      }
      constants.add(value);
      constantTypes.add(type);
      return "c" + (constants.size() - 1);
    }
  }

  private final Shared shared;
  private final MethodVisitor visitor;
  private int nextLocal;

  Code(Shared shared, MethodVisitor visitor, int firstLocal) {
    this.shared = shared;
    this.visitor = visitor;
    this.nextLocal = firstLocal;
  }

  Shared shared() {
    return shared;
  }

  MethodVisitor visitor() {
    return visitor;
  }

  /** Adds a line to the listing. */
  void say(String line) {
    shared.listing.append(line).append('\n');
  }

  /** Ends a method. */
  static void end(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** A token as the listing shows it. */
  static String quoted(Token token) {
    return '"' + token.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A new local variable. */
  int local(Class<?> type) {
    int local = nextLocal;
    nextLocal += Type.getType(type).getSize();
    return local;
  }

  void load(Class<?> type, int local) {
    visitor.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), local);
  }

  void store(Class<?> type, int local) {
    visitor.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ISTORE), local);
  }

  /** Pushes 0, false or null. */
  void zero(Class<?> type) {
    int opcode =
        type == long.class
            ? Opcodes.LCONST_0
            : type == double.class
                ? Opcodes.DCONST_0
                : type == float.class
                    ? Opcodes.FCONST_0
                    : type.isPrimitive() ? Opcodes.ICONST_0 : Opcodes.ACONST_NULL;
    visitor.visitInsn(opcode);
  }

  void push(int value) {
    if (value >= -1 && value <= 5) {
      visitor.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (byte) value) {
      visitor.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value == (short) value) {
      visitor.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      visitor.visitLdcInsn(value);
    }
  }

  /** Pushes an object that the generated class is given. */
  void constant(Object value, Class<?> type) {
    String name = shared.constant(value, type);
    visitor.visitFieldInsn(Opcodes.GETSTATIC, shared.className, name, Type.getDescriptor(type));
  }

  void invokeStatic(String owner, String name, String descriptor) {
    visitor.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  void invokeStatic(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    invokeStatic(Type.getInternalName(owner), name, descriptor(result, parameters));
  }

  void invokeInterface(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    visitor.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        Type.getInternalName(owner),
        name,
        descriptor(result, parameters),
        true);
  }

  void invokeVirtual(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    visitor.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        Type.getInternalName(owner),
        name,
        descriptor(result, parameters),
        false);
  }

  static String descriptor(Class<?> result, Class<?>... parameters) {
    Type[] types = new Type[parameters.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Type.getType(parameters[i]);
    }
    return Type.getMethodDescriptor(Type.getType(result), types);
  }

  void jump(int opcode, Label label) {
    visitor.visitJumpInsn(opcode, label);
  }

  void label(Label label) {
    visitor.visitLabel(label);
  }

  /** Takes an object for one of a class, a box for its primitive. */
  void cast(Class<?> type) {
    if (type.isPrimitive()) {
      Class<?> box = box(type);
      visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(box));
      invokeVirtual(box, type.getName() + "Value", type);
    } else if (type != Object.class) {
      visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
    }
  }

  /** Puts a primitive into a box; an object stays as it is. */
  void box(Class<?> type, Class<?> box) {
    if (type.isPrimitive()) {
      invokeStatic(box, "valueOf", box, type);
    }
  }

  static Class<?> box(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
  }
}
