package org.datason.template;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import org.datason.config.DateForm;

/** Members that are dates and times in ISO 8601: numbers out of bytes, without a text. */
final class TimeRule extends EmitRule {

  private static final Map<Class<?>, String> READERS =
      Map.of(
          Instant.class, "readInstant",
          OffsetDateTime.class, "readOffsetDateTime",
          LocalDateTime.class, "readLocalDateTime",
          LocalDate.class, "readLocalDate",
          LocalTime.class, "readLocalTime");

  @Override
  boolean takes(EmittedField field) {
    return READERS.containsKey(field.type())
        && field.builtIn() != null
        && field.config().dateForm() == DateForm.ISO;
  }

  @Override
  String read(EmittedField field, Code code) {
    String method = READERS.get(field.type());
    field.readUnlessNull(code, method);
    return "(v = " + method + "()) != null ? v : other(" + field.place() + ")";
  }

  @Override
  String write(EmittedField field, Token name, Code code) {
    name.emitWrite(code);
    if (field.type() == Instant.class) {
      field.put(code, "writeInstant", Instant.class);
      return "writeInstant";
    }
    field.writeByMember(code);
    return "write";
  }
}
