package org.datason.types;

import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.List;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * What is known of a record or bean: its members, and how a value is made of theirs. Templates are
 * made of it; it says the same as the handler of the class does. Immutable and thread-safe.
 *
 * <pre>{@code
 * ObjectModel model = ObjectModel.of(Run.class, datason.types());
 * model.members().get(0).name(); // "id"
 * Object run = model.make(values); // in the order of the members, ObjectModel.MISSING for none
 * }</pre>
 */
public final class ObjectModel {

  /** Stands for the value of a member that a document does not have. */
  public static final Object MISSING = ObjectPlan.MISSING;

  /**
   * How a value is made, where that takes one constructor or static method, and setters.
   *
   * @param creator the constructor or static method
   * @param places for each of its parameters the place of the member; -1 for one that is left out,
   *     and takes null, 0 or false
   * @param setters the methods and fields that take the members that the creator does not
   * @param first the place of the member that the first setter takes; the others follow
   */
  public record Assembly(
      Executable creator,
      List<Integer> places,
      List<java.lang.reflect.Member> setters,
      int first) {}

  private final ObjectPlan plan;
  private final TypeHandler<?> handler;

  private ObjectModel(ObjectPlan plan, TypeHandler<?> handler) {
    this.plan = plan;
    this.handler = handler;
  }

  /**
   * The model of a class.
   *
   * @param type the class, or a generic type of it
   * @param registry finds the handlers of its members' types
   * @return null for a type with a handler of another kind: a scalar, a collection, a type of the
   *     user's own handlers
   * @throws UnsupportedTypeException if values of the class could not be written or read without
   *     loss; it says why and what to do
   */
  public static ObjectModel of(Type type, TypeRegistry registry) {
    TypeHandler<?> handler = registry.forType(type);
    if (handler instanceof RefusedHandler refused) {
      throw new UnsupportedTypeException(refused.reason(), null);
    }
    return handler instanceof ObjectHandler objects
        ? new ObjectModel(objects.plan(), objects)
        : null;
  }

  /**
   * The types that the values of a sealed type can have.
   *
   * @param type a sealed interface or class, or a generic type of it
   * @return all classes below it that have values of their own, with what their variables stand for
   */
  public static List<Type> permitted(Type type) {
    return SealedHandler.permitted(type);
  }

  /**
   * The class.
   *
   * @return the class
   */
  public Class<?> type() {
    return plan.type();
  }

  /**
   * The handler that writes and reads values of the class.
   *
   * @return the handler
   */
  public TypeHandler<?> handler() {
    return handler;
  }

  /**
   * The members, without the one that collects unknown ones.
   *
   * @return the members in their order
   */
  public List<Member> members() {
    return plan.members();
  }

  /**
   * Whether a member collects those that the class does not have.
   *
   * @return whether {@link #make} takes a map of them as one more value
   */
  public boolean collects() {
    return plan.collector() != null;
  }

  /**
   * Reads the value of a member that the class does not have, where it collects such.
   *
   * @param name the name
   * @param into the map that collects
   * @param in the reader, before the value
   */
  public void collect(String name, java.util.Map<Object, Object> into, JsonReader in) {
    plan.collector().read(name, into, in);
  }

  /**
   * The map that collects unknown members, without any.
   *
   * @return a new map
   */
  public java.util.Map<Object, Object> collected() {
    return plan.collector().empty();
  }

  /**
   * Writes what a value has collected, as members of the object that is being written.
   *
   * @param owner the value
   * @param taken names that cannot come
   * @param out where to
   */
  public void writeCollected(Object owner, java.util.Set<String> taken, JsonWriter out) {
    plan.collector().write(owner, taken, out);
  }

  /**
   * Whether members that the class does not have are passed over, whatever the settings.
   *
   * @return whether an annotation says so
   */
  public boolean ignoresUnknown() {
    return Mark.ignoresUnknown(plan.type());
  }

  /**
   * Makes a value.
   *
   * @param values the values of the members in their order; {@link #MISSING} where there is none;
   *     then the collected map, if the class collects. The array is not to be used any more
   * @return the value
   * @throws IllegalArgumentException if a primitive is missing, or the constructor refuses
   */
  public Object make(Object[] values) {
    return ObjectHandler.make(plan, values);
  }

  /**
   * Says as one kind of exception that a constructor, or another method that makes values, refused.
   *
   * @param cause what it threw
   * @return the exception, to be thrown
   */
  public static IllegalArgumentException refusal(Throwable cause) {
    if (cause instanceof IllegalArgumentException e) {
      return e;
    }
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new IllegalArgumentException(cause.getClass().getSimpleName() + message, cause);
  }

  /**
   * How values are made, for code that does so itself.
   *
   * @return null where it takes more than one call and setters: a builder, a member that collects
   */
  public Assembly assembly() {
    return plan.assembly();
  }
}
