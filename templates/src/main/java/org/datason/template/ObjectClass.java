package org.datason.template;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.datason.json.TypeHandler;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The generated class of an object: a handler that reads and writes it and nothing else. */
final class ObjectClass {

  /** Beyond so many members the method would be too large for the JIT. */
  private static final int MOST = 100;

  /** What the frames of so many members may take; the usual limits are just below. */
  private static final int FRAME_BYTES = 64 << 20;

  private static final long FRAME_OPERATIONS = 1_000_000_000;

  private static final String HANDLER = Type.getInternalName(TypeHandler.class);

  private final ObjectCodec twin;
  private final Compiler compiler;
  private final Assembler assembler;
  private final List<EmittedField> fields = new ArrayList<>();
  private final List<EmitRule> rules = new ArrayList<>();

  private Code.Shared shared;

  ObjectClass(ObjectCodec twin, Compiler compiler) {
    this.twin = twin;
    this.compiler = compiler;
    this.assembler = twin.assembler();
    for (int i = 0; i < twin.fields().length; i++) {
      EmittedField field = new EmittedField(i, twin.fields()[i], twin, compiler);
      fields.add(field);
      rules.add(Compiler.rules().stream().filter(r -> r.takes(field)).findFirst().orElseThrow());
    }
  }

  /** The codec over the generated class; null where none can be generated. */
  CompiledCodec generate() {
    if (fields.isEmpty() || fields.size() > MOST || !Reach.isPossible(twin, compiler.config())) {
      return null;
    }
    Class<?> host = host();
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      if (host != ObjectClass.class) {
        lookup = MethodHandles.privateLookupIn(host, lookup);
      }
      byte[] bytes = bytes(host);
      Object[] data = shared.constants.toArray();
      MethodHandles.Lookup made =
          lookup.defineHiddenClassWithClassData(
              bytes, data, true, MethodHandles.Lookup.ClassOption.NESTMATE);
      @SuppressWarnings("unchecked")
      TypeHandler<Object> handler =
          (TypeHandler<Object>)
              made.findConstructor(made.lookupClass(), MethodType.methodType(void.class)).invoke();
      return new CompiledCodec(twin, handler, shared.listing.toString());
    } catch (ReflectiveOperationException
        | LinkageError
        | UnsupportedOperationException
        | SecurityException e) {
      return null; // the platform does not allow it: the interpreting twin does the same
    } catch (LimitExceededException | MethodTooLargeException | ClassTooLargeException e) {
      return null; // few members, but each of them takes much code
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // the constructor does nothing
    }
  }

  /** The class in whose nest the generated one is. */
  private Class<?> host() {
    return assembler instanceof ModelAssembler model ? model.type() : ObjectClass.class;
  }

  // ---------------------------------------------------------------- the class

  private byte[] bytes(Class<?> host) {
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object"; // each local has one type; nothing else meets
          }
        };
    writer.setComputeLimits(FRAME_BYTES, FRAME_OPERATIONS);
    String simple = host == ObjectClass.class ? "Map" : host.getSimpleName();
    String name = host.getPackageName().replace('.', '/') + '/' + simple + "$$Template";
    shared = new Code.Shared(host.getPackageName().isEmpty() ? name.substring(1) : name, writer);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        shared.className,
        null,
        "java/lang/Object",
        new String[] {HANDLER});
    emitConstructor();
    emitNames();
    new ReadMethod(twin, fields, rules, compiler.config()).emit(shared);
    new WriteMethod(twin, fields, rules).emit(shared);
    emitConstants(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    return shared.method(access, name, descriptor);
  }

  private static void end(MethodVisitor mv) {
    Code.end(mv);
  }

  private void emitConstructor() {
    MethodVisitor mv = method(Opcodes.ACC_PUBLIC, "<init>", "()V");
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitInsn(Opcodes.RETURN);
    end(mv);
  }

  /** The type, the hint and what errors call a value are those of the twin. */
  private void emitNames() {
    emitOfTwin("type", Class.class);
    emitOfTwin("hint", String.class);
    emitOfTwin("expected", String.class);
  }

  private void emitOfTwin(String name, Class<?> result) {
    MethodVisitor mv = method(Opcodes.ACC_PUBLIC, name, Code.descriptor(result));
    Code code = new Code(shared, mv, 1);
    code.constant(twin, TypeHandler.class);
    code.invokeInterface(TypeHandler.class, name, result);
    mv.visitInsn(Opcodes.ARETURN);
    end(mv);
  }

  /** Fills the static fields from the data that the class is given. */
  private void emitConstants(ClassWriter writer) {
    MethodVisitor mv = method(Opcodes.ACC_STATIC, "<clinit>", "()V");
    Code code = new Code(shared, mv, 0);
    int data = code.local(Object[].class);
    code.invokeStatic(MethodHandles.class, "lookup", MethodHandles.Lookup.class);
    mv.visitLdcInsn("_");
    mv.visitLdcInsn(Type.getType(Object[].class));
    code.invokeStatic(
        MethodHandles.class,
        "classData",
        Object.class,
        MethodHandles.Lookup.class,
        String.class,
        Class.class);
    mv.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(Object[].class));
    code.store(Object[].class, data);
    for (int i = 0; i < shared.constants.size(); i++) {
      Class<?> type = shared.constantTypes.get(i);
      String descriptor = Type.getDescriptor(type);
      writer.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
          "c" + i,
          descriptor,
          null,
          null);
      code.load(Object[].class, data);
      code.push(i);
      mv.visitInsn(Opcodes.AALOAD);
      mv.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
      mv.visitFieldInsn(Opcodes.PUTSTATIC, shared.className, "c" + i, descriptor);
    }
    mv.visitInsn(Opcodes.RETURN);
    end(mv);
  }
}
