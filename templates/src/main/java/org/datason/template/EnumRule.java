package org.datason.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.datason.config.EnumForm;
import org.datason.json.GeneratedOutput;
import org.datason.json.GeneratedScalars;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.KnownNames;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/** Constants of enums, by a perfect hash over their names; written as prepared bytes. */
final class EnumRule extends EmitRule {

  /** Larger enums are not likely, and their tables would be. */
  private static final int MOST = 1000;

  @Override
  boolean takes(EmittedField field) {
    return field.type().isEnum()
        && field.builtIn() != null
        && field.config().enumForm() == EnumForm.NAME
        && field.type().getEnumConstants().length <= MOST;
  }

  @Override
  String read(EmittedField field, Code code) {
    Object[] constants = field.type().getEnumConstants();
    List<String> names = new ArrayList<>();
    for (Object constant : constants) {
      names.add(((Enum<?>) constant).name());
    }
    field.readIf(
        code,
        "isText",
        () -> {
          Label otherwise = new Label();
          Label end = new Label();
          int i = code.local(int.class);
          field.loadReader(code);
          code.constant(KnownNames.of(names, Map.of()), KnownNames.class);
          code.invokeStatic(
              GeneratedScalars.class, "readChoice", int.class, JsonReader.class, KnownNames.class);
          code.visitor().visitInsn(Opcodes.DUP);
          code.store(int.class, i);
          code.jump(Opcodes.IFLT, otherwise);
          code.constant(constants, Object[].class);
          code.load(int.class, i);
          code.visitor().visitInsn(Opcodes.AALOAD);
          code.cast(field.type());
          code.jump(Opcodes.GOTO, end);
          code.label(otherwise);
          field.readOtherwise(code);
          code.label(end);
        });
    return "isText() && (c = readChoice(names)) >= 0 ? constants[c] : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    Object[] constants = field.type().getEnumConstants();
    byte[][] texts = new byte[constants.length][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Token.text(((Enum<?>) constants[i]).name());
    }
    name.emitWrite(code);
    field.loadWriter(code);
    code.constant(texts, byte[][].class);
    field.get(code);
    code.invokeStatic(
        GeneratedOutput.class,
        "writeEnum",
        void.class,
        JsonWriter.class,
        byte[][].class,
        Enum.class);
    return "writeEnum";
  }
}
