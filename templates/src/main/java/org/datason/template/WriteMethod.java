package org.datason.template;

import java.util.List;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Emits the method that writes an object: runs of constant bytes and values. Maps, and what is to
 * be indented, sorted or replaced, are left to the interpreting twin.
 */
final class WriteMethod {

  private final ObjectCodec twin;
  private final List<EmittedField> fields;
  private final List<EmitRule> rules;

  WriteMethod(ObjectCodec twin, List<EmittedField> fields, List<EmitRule> rules) {
    this.twin = twin;
    this.fields = fields;
    this.rules = rules;
  }

  /** Emits the method. */
  void emit(Code.Shared shared) {
    MethodVisitor mv =
        shared.method(
            Opcodes.ACC_PUBLIC,
            "write",
            Code.descriptor(void.class, Object.class, JsonWriter.class));
    Code code = new Code(shared, mv, EmittedField.OWNER + 1);
    if (twin.assembler() instanceof ModelAssembler model) {
      emitWrite(model.type(), code);
    } else {
      emitTwinWrite(code);
    }
    Code.end(mv);
  }

  private void emitWrite(Class<?> type, Code code) {
    Label plain = new Label();
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "isPlain", boolean.class, JsonWriter.class);
    code.jump(Opcodes.IFNE, plain);
    emitTwinWrite(code);
    code.label(plain);
    code.load(Object.class, Code.FIRST);
    code.cast(type);
    code.store(Object.class, EmittedField.OWNER);
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "enterObject", void.class, JsonWriter.class);
    code.say("void write(" + twin.node().name() + " value, JsonWriter out) {");
    for (int i = 0; i < fields.size(); i++) {
      EmittedField field = fields.get(i);
      Token name = Token.member(i == 0 ? '{' : ',', field.name());
      EmitRule rule = field.codec().isPlainToWrite() ? rules.get(i) : new FallbackRule();
      String said = rule.write(field, name, code);
      code.say("  run(" + Code.quoted(name) + "); " + said + "(value." + field.name() + ");");
    }
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeStatic(GeneratedOutput.class, "endObject", void.class, JsonWriter.class);
    code.visitor().visitInsn(Opcodes.RETURN);
    code.say("  run(\"}\");");
    code.say("}");
  }

  private void emitTwinWrite(Code code) {
    code.constant(twin, TypeHandler.class);
    code.load(Object.class, Code.FIRST);
    code.load(JsonWriter.class, Code.SECOND);
    code.invokeInterface(TypeHandler.class, "write", void.class, Object.class, JsonWriter.class);
    code.visitor().visitInsn(Opcodes.RETURN);
  }
}
