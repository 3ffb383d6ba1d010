package org.datason.template;

/** Members declared as Integer, Long, Double, Float or Boolean. */
final class BoxedRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return primitive(field.type()) != null && field.builtIn() != null;
  }

  /** The primitive of a box; null for any other class. */
  static Class<?> primitive(Class<?> type) {
    for (Class<?> primitive : PrimitiveRule.NAMES.keySet()) {
      if (Code.box(primitive) == type) {
        return primitive;
      }
    }
    return null;
  }

  @Override
  String read(EmittedField field, Code code) {
    Class<?> type = primitive(field.type());
    String method = "read" + PrimitiveRule.NAMES.get(type);
    String test = PrimitiveRule.test(type);
    field.readIf(
        code,
        test,
        () -> {
          field.call(code, method, type);
          code.box(type, field.type());
        });
    return test + "() ? " + method + "() : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.writeByMember(code);
    return "write";
  }
}
