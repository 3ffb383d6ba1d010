package org.datason.json;

/** Finds the handler of a class or of a hint. Implementations are thread-safe. */
public interface TypeResolver {

  /**
   * The handler that writes values of a class.
   *
   * @param type the class of a value
   * @return the handler, or null if there is none
   */
  TypeHandler<?> forClass(Class<?> type);

  /**
   * Whether values of a class can be written.
   *
   * @param type the class of a value
   * @return by default, whether it has a handler
   */
  default boolean writes(Class<?> type) {
    return forClass(type) != null;
  }

  /**
   * The handler that reads the values of a hint.
   *
   * @param hint the text of {@code __datason_type__}
   * @param javaType the text of {@code __datason_java__}, or null
   * @return the handler; for an unknown hint null, and the envelope is then read as data by {@link
   *     #unknown}
   */
  TypeHandler<?> forHint(String hint, String javaType);

  /**
   * What an envelope with an unknown hint becomes.
   *
   * @param members all members of the envelope, the hint among them, with their values decoded
   * @return the value
   */
  Object unknown(java.util.Map<String, Object> members);
}
