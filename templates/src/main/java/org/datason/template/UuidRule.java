package org.datason.template;

import java.util.UUID;

/** Members declared as UUID: two longs, without a text. */
final class UuidRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.type() == UUID.class && field.builtIn() != null;
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readUnlessNull(code, "readUuid");
    return "(v = readUuid()) != null ? v : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.put(code, "writeUuid", UUID.class);
    return "writeUuid";
  }
}
