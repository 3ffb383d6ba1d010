package org.datason.template;

/** Members of all other kinds: maps of objects, lists of lists, sets of objects. */
final class OtherRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return true;
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readOtherwise(code);
    return "other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    return new FallbackRule().write(field, name, code);
  }
}
