package org.datason.template;

/** Members of all other types that a handler of the core, or of the user, reads and writes. */
final class LeafRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.codec().codec().isLeaf();
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readOtherwise(code);
    return "other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.writeByMember(code);
    return "write";
  }
}
