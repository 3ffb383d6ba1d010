package org.datason.template;

/**
 * How the values of one kind of field are read and written by generated code. Of the rules, which
 * have an order, the first one that takes a field counts. Has no state.
 */
abstract class EmitRule {

  /** Whether this is the rule for a field. */
  abstract boolean takes(EmittedField field);

  /**
   * Emits code that reads the value that comes next and leaves it on the stack, as the type of the
   * field.
   *
   * @return what it does, in Java's words
   */
  abstract String read(EmittedField field, Code code);

  /**
   * Emits code that writes the name and the value of the owner at {@link EmittedField#OWNER}.
   *
   * @param name the name with what stands before it
   * @return what it does, in Java's words
   */
  abstract String write(EmittedField field, Token name, Code code);
}
