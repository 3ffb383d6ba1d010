package org.datason.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a member in JSON: of a record's component, a field, its getter or setter, or a
 * parameter of a {@link Creator}. A field that has it needs no getter or setter.
 *
 * <pre>{@code
 * record Run(@Name(value = "learning_rate", aliases = "lr") double learningRate) {}
 * }</pre>
 *
 * <p>Two members of one name are refused, by an {@code UnsupportedTypeException}, when the class is
 * first used.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.RECORD_COMPONENT
})
public @interface Name {

  /**
   * The name that is written and read.
   *
   * @return the name; empty for the one that it has in Java
   */
  String value() default "";

  /**
   * More names that are read: those of older documents, say.
   *
   * @return the names
   */
  String[] aliases() default {};
}
