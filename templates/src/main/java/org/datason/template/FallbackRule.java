package org.datason.template;

/** Fields with rules that are looked at value by value: the interpreting twin reads and writes. */
final class FallbackRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.isTag() || !field.codec().isPlainToRead();
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readOtherwise(code);
    return "other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    if (field.place() == 0) {
      Token.of('{').emitWrite(code);
    }
    field.writeOtherwise(code);
    return "other(" + field.place() + ")";
  }
}
