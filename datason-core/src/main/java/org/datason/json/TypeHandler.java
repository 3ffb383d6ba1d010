package org.datason.json;

/**
 * Writes and reads one Java type: the two directions side by side, so that they cannot drift apart.
 * This is the one way to teach Datason a type. A handler must be thread-safe; one without fields
 * is.
 *
 * <pre>{@code
 * final class MoneyHandler implements TypeHandler<Money> {
 *   public Class<Money> type() {
 *     return Money.class;
 *   }
 *
 *   public String hint() {
 *     return "com.acme.Money";
 *   }
 *
 *   public void write(Money money, JsonWriter out) {
 *     out.writeString(money.amount() + " " + money.currency());
 *   }
 *
 *   public Money read(JsonReader in) {
 *     return Money.parse(in.readString());
 *   }
 * }
 *
 * Datason datason = Datason.builder().handler(new MoneyHandler()).build();
 * datason.toJson(price); // {"__datason_type__":"com.acme.Money","__datason_value__":"9.50 EUR"}
 * }</pre>
 *
 * <p>A handler on the class path ({@code META-INF/services/org.datason.json.TypeHandler}) may be of
 * a type of an optional library: where that is absent, {@link #type} fails with a {@link
 * LinkageError}, and documents are read as if there were no such handler. It should override {@link
 * #handles} to look at the name first, so that the library's classes are not touched for others.
 *
 * <p>An {@link IllegalArgumentException}, {@link java.time.DateTimeException} or {@link
 * ArithmeticException} thrown by {@link #read} is reported as a {@link
 * org.datason.error.MismatchException} with the place of the value.
 *
 * @param <T> the type
 */
public interface TypeHandler<T> {

  /**
   * The type whose values this handler writes and reads.
   *
   * @return the class, or the superclass or interface of all that it writes
   */
  Class<T> type();

  /**
   * The name of the type in a document: what {@code __datason_type__} says.
   *
   * @return the name; it must stay as it is for as long as documents are to be read
   */
  String hint();

  /**
   * Whether this handler writes values of a class.
   *
   * @param type the class of a value
   * @return by default, whether it is {@link #type()} itself
   */
  default boolean handles(Class<?> type) {
    return type == type();
  }

  /**
   * The name that tells this type from others with the same hint, written beside it as {@code
   * __datason_java__}. Python ignores that member.
   *
   * @return the name, or null (the default) where the hint says enough
   */
  default String javaType() {
    return null;
  }

  /**
   * What errors call a value of this type: {@code Expected an Instant but found 12}.
   *
   * @return the words with their article; by default of the name of {@link #type()}
   */
  default String expected() {
    String name = type().getSimpleName();
    return ("AEIOaeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }

  /**
   * Writes a value without its hint: exactly one JSON value.
   *
   * @param value the value, not null
   * @param out where to
   */
  void write(T value, JsonWriter out);

  /**
   * Writes a value with its hint. Handlers of what JSON itself has (lists, maps) override this to
   * write no hint.
   *
   * @param value the value, not null
   * @param out where to
   */
  default void writeHinted(T value, JsonWriter out) {
    out.beginEnvelope(hint(), javaType());
    write(value, out);
    out.endEnvelope();
  }

  /**
   * What a JSON {@code null} stands for where this type is asked for.
   *
   * @return null, unless overridden: an empty {@code Optional}, say
   */
  default T nullValue() {
    return null;
  }

  /**
   * The handler of a value with another hint that stands where this type is asked for: one of a
   * subtype, which need not be registered.
   *
   * @param hint the text of {@code __datason_type__}
   * @param javaType the text of {@code __datason_java__}, or null
   * @return the handler; null (the default) to look among the registered ones
   */
  default TypeHandler<? extends T> subtype(String hint, String javaType) {
    return null;
  }

  /**
   * Reads what {@link #write} wrote: exactly one JSON value.
   *
   * @param in where from, before the value
   * @return the value; null, at any point of reading it, to say of a value {@linkplain
   *     JsonReader#isUnderHint under a hint} that it is none that this handler reads, so that it is
   *     kept as data
   */
  T read(JsonReader in);
}
