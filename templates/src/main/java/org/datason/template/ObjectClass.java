package org.datason.template;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.datason.config.DuplicateKeys;
import org.datason.config.UnknownMembers;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.KnownNames;
import org.datason.json.SharedKeys;
import org.datason.json.TypeHandler;
import org.datason.json.TypedInput;
import org.datason.types.ObjectModel;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.LimitExceededException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The generated class of an object: a handler that reads and writes it and nothing else. */
final class ObjectClass {

  /*
   * The reader is one switch in a loop. It is entered at the first member and falls through from
   * case to case as long as each next member is the expected one; any other one is looked up, and the
   * loop entered anew at its case. Which members came is kept in the bits of a long or two.
   */

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

  /** For each field its local variable while reading. */
  private int[] locals;

  private int[] seen;
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
    if (fields.isEmpty() || fields.size() > MOST || !isPossible()) {
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

  // ---------------------------------------------------------------- what is possible

  private boolean isPossible() {
    if (assembler instanceof MapAssembler) {
      UnknownMembers rule =
          twin.node().unknown() != null
              ? twin.node().unknown()
              : compiler.config().unknownMembers();
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
      reachable &= Compiler.isReachable(parameter, c);
    }
    for (Member setter : assembly.setters()) {
      reachable &= isReachable(setter, c);
    }
    for (org.datason.types.Member member : model.members()) {
      reachable &= isReachable(member.source(), c) && Compiler.isReachable(member.rawType(), c);
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
        || Modifier.isPublic(member.getModifiers()) && Compiler.isReachable(owner, from);
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
    emitRead();
    if (assembler instanceof ModelAssembler) {
      emitWrite();
    } else {
      emitWriteByTwin();
    }
    emitConstants(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private MethodVisitor method(int access, String name, String descriptor) {
    MethodVisitor mv = shared.visitor.visitMethod(access, name, descriptor, null, null);
    mv.visitCode();
    return mv;
  }

  private static void end(MethodVisitor mv) {
    mv.visitMaxs(0, 0);
    mv.visitEnd();
  }

  private void emitConstructor() {
    MethodVisitor mv = method(Opcodes.ACC_PUBLIC, "<init>", "()V");
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    mv.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    mv.visitInsn(Opcodes.RETURN);
    end(mv);
  }

  /** The type and hint are those of the twin. */
  private void emitNames() {
    MethodVisitor mv = method(Opcodes.ACC_PUBLIC, "type", Code.descriptor(Class.class));
    Code code = new Code(shared, mv, 1);
    code.constant(twin, TypeHandler.class);
    code.invokeInterface(TypeHandler.class, "type", Class.class);
    mv.visitInsn(Opcodes.ARETURN);
    end(mv);
    mv = method(Opcodes.ACC_PUBLIC, "hint", Code.descriptor(String.class));
    code = new Code(shared, mv, 1);
    code.constant(twin, TypeHandler.class);
    code.invokeInterface(TypeHandler.class, "hint", String.class);
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

  // ---------------------------------------------------------------- reading

  private void emitRead() {
    MethodVisitor mv =
        method(Opcodes.ACC_PUBLIC, "read", Code.descriptor(Object.class, JsonReader.class));
    Code code = new Code(shared, mv, 2);
    int n = fields.size();
    int k = code.local(int.class);
    int expected = code.local(int.class);
    seen = new int[(n + 63) / 64];
    locals = new int[n];
    code.zero(int.class);
    code.store(int.class, expected);
    for (int i = 0; i < seen.length; i++) {
      seen[i] = code.local(long.class);
      code.zero(long.class);
      code.store(long.class, seen[i]);
    }
    for (int i = 0; i < n; i++) {
      Class<?> type = fields.get(i).type();
      locals[i] = code.local(type);
      code.zero(type);
      code.store(type, locals[i]);
    }
    Label[] cases = new Label[n];
    for (int i = 0; i < n; i++) {
      cases[i] = new Label();
    }
    Label anyFirst = new Label();
    Label dispatch = new Label();
    Label next = new Label();
    Label unknown = new Label();
    Label done = new Label();

    Token first = Token.member('{', fields.get(0).name());
    code.say(title() + " read(JsonReader in) {");
    code.say("  long seen = 0;");
    code.say("  int i = token(" + quoted(first) + ") ? 0 : firstMember();");
    code.say("  for (;; i = nextMember(expected)) {");
    code.say("    switch (i) {");
    first.emitRead(code);
    code.jump(Opcodes.IFEQ, anyFirst);
    load(code);
    code.invokeStatic(GeneratedInput.class, "enterObject", void.class, JsonReader.class);
    code.jump(Opcodes.GOTO, cases[0]);
    code.label(anyFirst);
    load(code);
    code.invokeStatic(GeneratedInput.class, "general", JsonReader.class, JsonReader.class);
    code.constant(twin.names(), KnownNames.class);
    code.invokeStatic(
        TypedInput.class, "firstMember", int.class, JsonReader.class, KnownNames.class);
    code.store(int.class, k);

    code.label(dispatch);
    Label[] all = new Label[n + 2];
    all[0] = unknown;
    all[1] = done;
    System.arraycopy(cases, 0, all, 2, n);
    code.load(int.class, k);
    mv.visitTableSwitchInsn(TypedInput.UNKNOWN, n - 1, done, all);

    List<Runnable> handlers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      emitCase(i, cases[i], code, handlers);
      String condition;
      if (i < n - 1) {
        Token token = Token.member(',', fields.get(i + 1).name());
        token.emitRead(code);
        code.jump(Opcodes.IFNE, cases[i + 1]);
        condition = "!token(" + quoted(token) + ")) { expected = " + (i + 1) + "; break; }";
      } else {
        load(code);
        code.invokeStatic(GeneratedInput.class, "endObject", boolean.class, JsonReader.class);
        code.jump(Opcodes.IFNE, done);
        condition = "!endObject()) { expected = " + n + "; break; }";
      }
      code.say("        seen |= " + (1L << i % 64) + "L; if (" + condition);
      code.push(i + 1);
      code.store(int.class, expected);
      code.jump(Opcodes.GOTO, next);
    }

    code.label(unknown);
    code.constant(twin, GeneratedInput.Fallback.class);
    load(code);
    code.invokeInterface(GeneratedInput.Fallback.class, "unknown", void.class, JsonReader.class);
    code.label(next);
    load(code);
    code.constant(twin.names(), KnownNames.class);
    code.load(int.class, expected);
    code.invokeStatic(
        TypedInput.class, "nextMember", int.class, JsonReader.class, KnownNames.class, int.class);
    code.store(int.class, k);
    code.jump(Opcodes.GOTO, dispatch);

    code.label(done);
    emitDone(code);
    handlers.forEach(Runnable::run);
    code.say("      case UNKNOWN: unknown(); break;");
    code.say("      case END: return seen == ALL ? " + made() + " : finish(values);");
    code.say("    }");
    code.say("  }");
    code.say("}");
    end(mv);
  }

  private static void load(Code code) {
    code.load(JsonReader.class, Code.FIRST);
  }

  private void emitCase(int i, Label label, Code code, List<Runnable> handlers) {
    MethodVisitor mv = code.visitor();
    EmittedField field = fields.get(i);
    Label from = new Label();
    Label to = new Label();
    Label caught = new Label();
    mv.visitTryCatchBlock(from, to, caught, "org/datason/error/MismatchException");
    code.label(label);
    if (compiler.config().duplicateKeys() == DuplicateKeys.REFUSE) {
      emitRepeated(i, code);
    }
    code.label(from);
    String said = rules.get(i).read(field, code);
    code.label(to);
    code.store(field.type(), locals[i]);
    code.load(long.class, seen[i / 64]);
    mv.visitLdcInsn(1L << i % 64);
    mv.visitInsn(Opcodes.LOR);
    code.store(long.class, seen[i / 64]);
    code.say("      case " + i + ": " + field.name() + " = " + said + ";");
    handlers.add(
        () -> {
          int error = code.local(Object.class);
          code.label(caught);
          code.store(Object.class, error);
          code.constant(twin, GeneratedInput.Fallback.class);
          code.push(i);
          code.load(Object.class, error);
          code.invokeInterface(
              GeneratedInput.Fallback.class,
              "named",
              org.datason.error.MismatchException.class,
              int.class,
              org.datason.error.MismatchException.class);
          mv.visitInsn(Opcodes.ATHROW);
        });
  }

  private void emitRepeated(int i, Code code) {
    Label fresh = new Label();
    code.load(long.class, seen[i / 64]);
    code.visitor().visitLdcInsn(1L << i % 64);
    code.visitor().visitInsn(Opcodes.LAND);
    code.zero(long.class);
    code.visitor().visitInsn(Opcodes.LCMP);
    code.jump(Opcodes.IFEQ, fresh);
    code.constant(twin, GeneratedInput.Fallback.class);
    load(code);
    code.push(i);
    code.invokeInterface(
        GeneratedInput.Fallback.class, "repeated", void.class, JsonReader.class, int.class);
    code.label(fresh);
  }

  /** Makes the value of the locals, or has the twin do so where members are missing. */
  private void emitDone(Code code) {
    MethodVisitor mv = code.visitor();
    Label missing = new Label();
    int n = fields.size();
    for (int i = 0; i < seen.length; i++) {
      int bits = Math.min(64, n - 64 * i);
      code.load(long.class, seen[i]);
      mv.visitLdcInsn(-1L >>> 64 - bits);
      mv.visitInsn(Opcodes.LCMP);
      code.jump(Opcodes.IFNE, missing);
    }
    if (assembler instanceof MapAssembler maps) {
      code.constant(maps.keys(), SharedKeys.class);
      emitValues(code, false);
      code.invokeVirtual(SharedKeys.class, "map", java.util.Map.class, Object[].class);
    } else {
      emitMakeOrRefuse(((ModelAssembler) assembler).model().assembly(), code);
    }
    mv.visitInsn(Opcodes.ARETURN);
    code.label(missing);
    code.constant(twin, GeneratedInput.Fallback.class);
    load(code);
    emitValues(code, true);
    code.invokeInterface(
        GeneratedInput.Fallback.class, "finish", Object.class, JsonReader.class, Object[].class);
    mv.visitInsn(Opcodes.ARETURN);
  }

  /** Pushes the values in an array; with what stands for none where they did not come. */
  private void emitValues(Code code, boolean some) {
    MethodVisitor mv = code.visitor();
    code.push(fields.size());
    mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    for (int i = 0; i < fields.size(); i++) {
      Class<?> type = fields.get(i).type();
      Label missing = new Label();
      Label end = new Label();
      mv.visitInsn(Opcodes.DUP);
      code.push(i);
      if (some) {
        code.load(long.class, seen[i / 64]);
        mv.visitLdcInsn(1L << i % 64);
        mv.visitInsn(Opcodes.LAND);
        code.zero(long.class);
        mv.visitInsn(Opcodes.LCMP);
        code.jump(Opcodes.IFEQ, missing);
      }
      code.load(type, locals[i]);
      code.box(type, Code.box(type));
      if (some) {
        code.jump(Opcodes.GOTO, end);
        code.label(missing);
        code.constant(Assembler.MISSING, Object.class);
        code.label(end);
      }
      mv.visitInsn(Opcodes.AASTORE);
    }
  }

  /** Makes the value; what the class throws is said as the twin says it. */
  private void emitMakeOrRefuse(ObjectModel.Assembly assembly, Code code) {
    MethodVisitor mv = code.visitor();
    Label from = new Label();
    Label to = new Label();
    Label caught = new Label();
    Label made = new Label();
    mv.visitTryCatchBlock(from, to, caught, "java/lang/Exception");
    code.label(from);
    emitMake(assembly, code);
    code.label(to);
    code.jump(Opcodes.GOTO, made);
    code.label(caught);
    code.invokeStatic(
        ObjectModel.class, "refusal", IllegalArgumentException.class, Throwable.class);
    mv.visitInsn(Opcodes.ATHROW);
    code.label(made);
  }

  private void emitMake(ObjectModel.Assembly assembly, Code code) {
    MethodVisitor mv = code.visitor();
    int tag = twin.isTagged() ? 1 : 0;
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
        code.load(fields.get(tag + place).type(), locals[tag + place]);
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
      int place = tag + assembly.first() + i;
      mv.visitInsn(Opcodes.DUP);
      code.load(fields.get(place).type(), locals[place]);
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

  // ---------------------------------------------------------------- writing

  private void emitWriteByTwin() {
    MethodVisitor mv =
        method(
            Opcodes.ACC_PUBLIC,
            "write",
            Code.descriptor(void.class, Object.class, JsonWriter.class));
    emitTwinWrite(new Code(shared, mv, 3));
    end(mv);
  }

  private void emitTwinWrite(Code code) {
    code.constant(twin, TypeHandler.class);
    code.load(Object.class, Code.FIRST);
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeInterface(TypeHandler.class, "write", void.class, Object.class, JsonWriter.class);
    code.visitor().visitInsn(Opcodes.RETURN);
  }

  private void emitWrite() {
    MethodVisitor mv =
        method(
            Opcodes.ACC_PUBLIC,
            "write",
            Code.descriptor(void.class, Object.class, JsonWriter.class));
    Code code = new Code(shared, mv, EmittedField.OWNER + 1);
    Label plain = new Label();
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "isPlain", boolean.class, JsonWriter.class);
    code.jump(Opcodes.IFNE, plain);
    emitTwinWrite(code);
    code.label(plain);
    code.load(Object.class, Code.FIRST);
    code.cast(host());
    code.store(Object.class, EmittedField.OWNER);
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "enterObject", void.class, JsonWriter.class);
    code.say("void write(" + title() + " value, JsonWriter out) {");
    for (int i = 0; i < fields.size(); i++) {
      EmittedField field = fields.get(i);
      Token name = Token.member(i == 0 ? '{' : ',', field.name());
      EmitRule rule = field.codec().isPlainToWrite() ? rules.get(i) : new FallbackRule();
      String said = rule.write(field, name, code);
      code.say("  run(" + quoted(name) + "); " + said + "(value." + field.name() + ");");
    }
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "endObject", void.class, JsonWriter.class);
    mv.visitInsn(Opcodes.RETURN);
    code.say("  run(\"}\");");
    code.say("}");
    end(mv);
  }

  // ---------------------------------------------------------------- the listing

  private String title() {
    return twin.node().name();
  }

  private String made() {
    List<String> names = new ArrayList<>();
    fields.stream().filter(field -> !field.isTag()).forEach(field -> names.add(field.name()));
    return "new " + title() + "(" + String.join(", ", names) + ")";
  }

  private static String quoted(Token token) {
    return '"' + token.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
