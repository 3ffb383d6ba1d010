package org.datason.template;

import java.lang.reflect.Modifier;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Members that are objects with a template of their own. */
final class ObjectRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return isObject(field.codec().codec());
  }

  static boolean isObject(Codec codec) {
    return codec instanceof ObjectCodec
        || codec instanceof TaggedCodec
        || codec instanceof DeferredCodec;
  }

  /** Emits the read of an object that leaves it on the stack, as an Object. */
  static void emitRead(Codec compiled, Code code) {
    code.load(JsonReader.class, Code.FIRST);
    code.constant(compiled.generated(), TypeHandler.class);
    code.invokeStatic(
        GeneratedInput.class, "readObject", Object.class, JsonReader.class, TypeHandler.class);
  }

  /** Whether values of a class have no other class, so that nobody need ask. */
  static boolean isExact(Codec codec) {
    return codec instanceof ObjectCodec object
        && Modifier.isFinal(object.assembler().type().getModifiers());
  }

  @Override
  String read(EmittedField field, Code code) {
    Codec compiled = field.compiler().compile(field.codec().codec());
    Runnable usual =
        () -> {
          emitRead(compiled, code);
          code.cast(field.type());
        };
    if (field.codec().rule().nullable()) {
      usual.run();
    } else {
      field.readIf(code, "isObject", usual);
    }
    return "readObject(" + field.type().getSimpleName() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    if (!isExact(field.codec().codec())) {
      if (field.place() == 0) {
        Token.of('{').emitWrite(code);
      }
      field.writeOtherwise(code);
      return "other(" + field.place() + ")";
    }
    name.emitWrite(code);
    field.loadWriter(code);
    field.get(code);
    code.constant(field.compiler().compile(field.codec().codec()).generated(), TypeHandler.class);
    code.invokeStatic(
        GeneratedOutput.class,
        "writeObject",
        void.class,
        JsonWriter.class,
        Object.class,
        TypeHandler.class);
    return "writeObject";
  }
}
