package org.datason.template;

import java.util.Map;

/** Members declared as int, long, double, float or boolean: nothing is boxed. */
final class PrimitiveRule extends EmitRule {

  /** What the methods that read and write a type are called. */
  static final Map<Class<?>, String> NAMES =
      Map.of(
          int.class, "Int",
          long.class, "Long",
          double.class, "Double",
          float.class, "Float",
          boolean.class, "Boolean");

  @Override
  boolean takes(EmittedField field) {
    return NAMES.containsKey(field.type());
  }

  /** The method that tells whether a value of a type comes next. */
  static String test(Class<?> type) {
    return type == boolean.class ? "isBoolean" : "isNumber";
  }

  @Override
  String read(EmittedField field, Code code) {
    String method = "read" + NAMES.get(field.type());
    String test = test(field.type());
    field.readIf(code, test, () -> field.call(code, method, field.type()));
    return test + "() ? " + method + "() : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    String method = "write" + NAMES.get(field.type());
    field.put(code, method, field.type());
    return method;
  }
}
