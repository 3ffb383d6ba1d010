package org.datason.template;

import java.math.BigDecimal;

/** Members declared as BigDecimal, which are numbers as a rule. */
final class DecimalRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.type() == BigDecimal.class && field.builtIn() != null;
  }

  @Override
  String read(EmittedField field, Code code) {
    field.readIf(code, "isNumber", () -> field.call(code, "readDecimal", BigDecimal.class));
    return "isNumber() ? readDecimal() : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.writeByMember(code);
    return "write";
  }
}
