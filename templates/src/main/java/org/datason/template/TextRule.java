package org.datason.template;

import org.datason.json.GeneratedScalars;
import org.datason.json.JsonReader;
import org.datason.json.RepeatedTexts;

/** Members declared as String; texts that repeat are shared. */
final class TextRule extends EmitRule {

  @Override
  boolean takes(EmittedField field) {
    return field.type() == String.class && field.builtIn() != null;
  }

  @Override
  String read(EmittedField field, Code code) {
    RepeatedTexts texts = new RepeatedTexts(field.codec().rule().dictionary());
    field.readIf(
        code,
        "isText",
        () -> {
          field.loadReader(code);
          code.constant(texts, RepeatedTexts.class);
          code.invokeStatic(
              GeneratedScalars.class,
              "readText",
              String.class,
              JsonReader.class,
              RepeatedTexts.class);
        });
    return "isText() ? readText(texts) : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    field.put(code, "writeText", String.class);
    return "writeText";
  }
}
