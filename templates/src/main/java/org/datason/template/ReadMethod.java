package org.datason.template;

import java.util.ArrayList;
import java.util.List;
import org.datason.config.DatasonConfig;
import org.datason.config.DuplicateKeys;
import org.datason.json.GeneratedInput;
import org.datason.json.JsonReader;
import org.datason.json.KnownNames;
import org.datason.json.SharedKeys;
import org.datason.json.TypedInput;
import org.datason.types.ObjectModel;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Emits the method that reads an object. */
final class ReadMethod {

  /*
   * The reader is one switch in a loop. It is entered at the first member and falls through from
   * case to case as long as each next member is the expected one; any other one is looked up, and the
   * loop entered anew at its case. Which members came is kept in the bits of a long or two.
   */

  private final ObjectCodec twin;
  private final Assembler assembler;
  private final List<EmittedField> fields;
  private final List<EmitRule> rules;
  private final DatasonConfig config;

  /** For each field its local variable. */
  private final int[] locals;

  /** The local variables whose bits say which members came. */
  private final int[] seen;

  ReadMethod(
      ObjectCodec twin, List<EmittedField> fields, List<EmitRule> rules, DatasonConfig config) {
    this.twin = twin;
    this.assembler = twin.assembler();
    this.fields = fields;
    this.rules = rules;
    this.config = config;
    this.locals = new int[fields.size()];
    this.seen = new int[(fields.size() + 63) / 64];
  }

  /** Emits the method. */
  void emit(Code.Shared shared) {
    MethodVisitor mv =
        shared.method(Opcodes.ACC_PUBLIC, "read", Code.descriptor(Object.class, JsonReader.class));
    Code code = new Code(shared, mv, 2);
    int n = fields.size();
    int k = code.local(int.class);
    int expected = code.local(int.class);
    code.zero(int.class);
    code.store(int.class, expected);
    emitLocals(code);
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
    code.say("  int i = token(" + Code.quoted(first) + ") ? 0 : firstMember();");
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
        condition = "!token(" + Code.quoted(token) + ")) { expected = " + (i + 1) + "; break; }";
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
    Code.end(mv);
  }

  /** Sets all local variables that the loop changes. */
  private void emitLocals(Code code) {
    int n = fields.size();
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
    if (config.duplicateKeys() == DuplicateKeys.REFUSE) {
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
      List<EmittedField> members = fields.subList(twin.isTagged() ? 1 : 0, n);
      ObjectModel.Assembly assembly = ((ModelAssembler) assembler).model().assembly();
      new Construction(assembly, members, locals).emit(code);
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

  private String title() {
    return twin.node().name();
  }

  private String made() {
    List<String> names = new ArrayList<>();
    fields.stream().filter(field -> !field.isTag()).forEach(field -> names.add(field.name()));
    return "new " + title() + "(" + String.join(", ", names) + ")";
  }
}
