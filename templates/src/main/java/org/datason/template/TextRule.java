package org.datason.template;

/** Members declared as String. */
final class TextRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.type() == String.class && field.builtIn() != null;
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readIf(code, "isText", () -> field.call(code, "readText", String.class));
    return "isText() ? readText() : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.put(code, "writeText", String.class);
    return "writeText";
  }
}
