package org.datason.types;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.datason.error.UnsupportedTypeException;
import org.datason.json.TypeHandler;
import org.datason.json.TypeResolver;

/**
 * Finds the handler of a class, a hint or a declared type. The user's handlers are asked first,
 * then those found by {@link ServiceLoader} (as {@link NamedTypes} are), then the built-in ones. No
 * class is ever looked up by a name that stands in a document. Immutable, as seen from outside, and
 * thread-safe.
 */
public final class TypeRegistry implements TypeResolver {

  /*
   * Handlers are cached in maps of this registry rather than in a ClassValue: handlers of records
   * refer to the registry, and a ClassValue whose values lead back to it is never collected, so
   * that each registry would stay in memory for as long as the records' classes.
   */

  /** Stands in a map for "there is none". */
  private static final TypeHandler<?> NONE = new AnyHandler<>(Void.class);

  /** Declared types that say nothing of how their values are read. */
  private static final Set<Class<?>> OPEN =
      Set.of(Object.class, Number.class, CharSequence.class, Comparable.class, Serializable.class);

  private static final int MOST_DIMENSIONS = 255;

  private final List<TypeHandler<?>> given;
  private final Map<String, Class<?>> named;
  private final Map<Class<?>, String> names;
  private final ClassLoader loader;
  private final Map<Class<?>, TypeHandler<?>> byClass = new ConcurrentHashMap<>();
  private final Map<Type, TypeHandler<?>> byType = new ConcurrentHashMap<>();
  private final Map<String, TypeHandler<?>> builtIns = new ConcurrentHashMap<>();
  private volatile List<TypeHandler<?>> found;
  private volatile Map<String, Class<?>> foundNames;

  /**
   * A registry with a user's types before the built-in ones.
   *
   * @param handlers the user's handlers; of two that handle a class the first one counts
   * @param names the classes (records, beans, enums) that are loaded where their hint stands
   */
  public TypeRegistry(List<TypeHandler<?>> handlers, Map<String, Class<?>> names) {
    this.given = List.copyOf(handlers);
    this.named = Map.copyOf(names);
    this.names = new HashMap<>();
    names.forEach(
        (hint, type) -> {
          if (!hint.equals(type.getName())) {
            this.names.putIfAbsent(type, hint);
          }
        });
    this.loader = Thread.currentThread().getContextClassLoader();
  }

  private TypeRegistry(TypeRegistry other, TypeHandler<?> first) {
    List<TypeHandler<?>> handlers = new ArrayList<>();
    handlers.add(first);
    handlers.addAll(other.given);
    given = List.copyOf(handlers);
    named = other.named;
    names = other.names;
    loader = other.loader;
  }

  /**
   * The same types and one more.
   *
   * @param handler its handler, which is asked before all others
   * @return another registry; this one stays as it is
   */
  public TypeRegistry with(TypeHandler<?> handler) {
    return new TypeRegistry(this, Objects.requireNonNull(handler, "handler"));
  }

  // ---------------------------------------------------------------- by class

  @Override
  public TypeHandler<?> forClass(Class<?> type) {
    TypeHandler<?> handler = byClass.get(type);
    if (handler == null) {
      handler = known(byClass, type, resolve(type));
    }
    return handler == NONE ? null : handler;
  }

  @Override
  public boolean writes(Class<?> type) {
    TypeHandler<?> handler = forClass(type);
    return handler != null && !(handler instanceof RefusedHandler);
  }

  private TypeHandler<?> resolve(Class<?> type) {
    TypeHandler<?> handler = ofUser(type);
    if (handler == null) {
      handler = builtIn(type);
    }
    return handler == null ? ObjectTypes.forClass(type, this) : handler;
  }

  private TypeHandler<?> ofUser(Class<?> type) {
    for (TypeHandler<?> handler : given) {
      if (handler.handles(type)) {
        return handler;
      }
    }
    for (TypeHandler<?> handler : found()) {
      if (handlesHere(handler, type)) {
        return handler;
      }
    }
    return null;
  }

  /** Whether a handler on the class path handles a class: not if its library is not there. */
  private static boolean handlesHere(TypeHandler<?> handler, Class<?> type) {
    try {
      return handler.handles(type);
    } catch (LinkageError e) {
      return false;
    }
  }

  private TypeHandler<?> builtIn(Class<?> type) {
    TypeHandler<?> handler = builtIn(BuiltIns.nameOf(type));
    return handler != null && handler.handles(type) ? handler : null;
  }

  private TypeHandler<?> builtIn(String name) {
    TypeHandler<?> handler = builtIns.get(name);
    if (handler == null) {
      handler = BuiltIns.create(name);
      if (handler != null) {
        handler = known(builtIns, name, handler);
      }
    }
    return handler;
  }

  /** The handlers on the class path, which are looked for when the first handler is needed. */
  private List<TypeHandler<?>> found() {
    List<TypeHandler<?>> handlers = found;
    if (handlers == null) {
      handlers = new ArrayList<>();
      for (TypeHandler<?> handler : ServiceLoader.load(TypeHandler.class, loader)) {
        handlers.add(handler);
      }
      found = handlers;
    }
    return handlers;
  }

  /** The named types on the class path; of two with one hint the first one found counts. */
  private Map<String, Class<?>> foundNames() {
    Map<String, Class<?>> types = foundNames;
    if (types == null) {
      types = new LinkedHashMap<>();
      for (NamedTypes library : ServiceLoader.load(NamedTypes.class, loader)) {
        library.types().forEach(types::putIfAbsent);
      }
      foundNames = types;
    }
    return types;
  }

  /** Puts a handler into a map, unless another thread was faster: then that one's counts. */
  private static <K> TypeHandler<?> known(
      Map<K, TypeHandler<?>> map, K key, TypeHandler<?> handler) {
    TypeHandler<?> value = handler == null ? NONE : handler;
    TypeHandler<?> before = map.putIfAbsent(key, value);
    return before == null ? value : before;
  }

  // ---------------------------------------------------------------- by declared type

  /**
   * The handler that reads and writes a declared type: a class, a primitive, or a generic type.
   *
   * @param type the type
   * @return the handler, never null
   * @throws UnsupportedTypeException if there is none
   */
  public TypeHandler<?> forType(Type type) {
    TypeHandler<?> handler = byType.get(type);
    return handler == null ? known(byType, type, resolveType(type)) : handler;
  }

  private TypeHandler<?> resolveType(Type type) {
    Type normal = TypeVariables.normal(type);
    Class<?> raw = MethodType.methodType(TypeVariables.raw(normal)).wrap().returnType();
    TypeHandler<?> handler = NarrowedHandler.of(raw, ofUser(raw));
    if (handler == null && OPEN.contains(raw)) {
      handler = new AnyHandler<>(raw);
    }
    if (handler == null) {
      handler = builtIn(raw);
    }
    if (handler == null) {
      handler = ObjectTypes.forType(normal, this);
    }
    if (handler == null) {
      throw new UnsupportedTypeException(
          "No handler reads a "
              + type.getTypeName()
              + "; register a TypeHandler for it with the builder",
          null);
    }
    return handler;
  }

  /**
   * Makes sure that each registered class can be written and read, so that one that cannot is
   * reported where it is registered.
   *
   * @throws UnsupportedTypeException that says why one cannot, and what to do
   */
  public void checkRegistered() {
    for (Class<?> type : named.values()) {
      if (forType(type) instanceof RefusedHandler refused) {
        throw new UnsupportedTypeException(refused.reason(), null);
      }
    }
  }

  // ---------------------------------------------------------------- by hint

  @Override
  public TypeHandler<?> forHint(String hint, String javaType) {
    TypeHandler<?> handler = ofUser(hint, javaType);
    if (handler != null) {
      return handler;
    }
    Class<?> type = javaType == null ? namedClass(hint) : null;
    if (type != null) {
      return forType(type);
    }
    String name = BuiltIns.nameOfHint(hint, javaType);
    handler = name == null ? null : builtIn(name);
    return handler == null ? ObjectTypes.forHint(hint, javaType, this) : handler;
  }

  private TypeHandler<?> ofUser(String hint, String javaType) {
    for (TypeHandler<?> handler : given) {
      if (handler.hint().equals(hint) && Objects.equals(handler.javaType(), javaType)) {
        return handler;
      }
    }
    for (TypeHandler<?> handler : found()) {
      if (handler.hint().equals(hint)
          && Objects.equals(handler.javaType(), javaType)
          && isHere(handler)) {
        return handler;
      }
    }
    return null;
  }

  /** Whether the class that a handler on the class path reads is there, which it need not be. */
  private static boolean isHere(TypeHandler<?> handler) {
    try {
      return handler.type() != null;
    } catch (LinkageError e) {
      return false;
    }
  }

  @Override
  public Object unknown(Map<String, Object> members) {
    return new Hinted(members);
  }

  // ---------------------------------------------------------------- names

  /** The hint of a class: the name it was registered under, or else the name of the class. */
  String nameOf(Class<?> type) {
    String name = names.get(type);
    if (name != null || named.containsValue(type)) {
      return name == null ? type.getName() : name;
    }
    for (Map.Entry<String, Class<?>> entry : foundNames().entrySet()) {
      if (entry.getValue() == type && !named.containsKey(entry.getKey())) {
        return entry.getKey();
      }
    }
    return type.getName();
  }

  /**
   * The class of a name, for the items of an array: one that is built in or registered, a
   * primitive, one of the few classes that say nothing of their values, or an array of any of them.
   *
   * @param name the name, as in {@code java.util.UUID} and {@code int[][]}
   * @return the class; null for all others
   */
  Class<?> classNamed(String name) {
    int end = name.length();
    int dimensions = 0;
    while (dimensions < MOST_DIMENSIONS && name.startsWith("[]", end - 2)) {
      end -= 2;
      dimensions++;
    }
    String items = name.substring(0, end);
    Class<?> type = namedClass(items);
    if (type == null) {
      type = knownClass(items);
    }
    for (int i = 0; i < dimensions && type != null; i++) {
      type = type.arrayType();
    }
    return type;
  }

  /** The class that was registered under a hint, or an enum of the JDK that stands for itself. */
  private Class<?> namedClass(String hint) {
    Class<?> type = named.get(hint);
    if (type != null) {
      return type;
    }
    if (!hint.startsWith("java.")) {
      return foundNames().get(hint);
    }
    return switch (hint) {
      case "java.time.DayOfWeek" -> java.time.DayOfWeek.class;
      case "java.time.Month" -> java.time.Month.class;
      case "java.time.temporal.ChronoUnit" -> java.time.temporal.ChronoUnit.class;
      case "java.util.concurrent.TimeUnit" -> java.util.concurrent.TimeUnit.class;
      case "java.math.RoundingMode" -> java.math.RoundingMode.class;
      default -> null;
    };
  }

  private Class<?> knownClass(String name) {
    for (Class<?> type : OPEN) {
      if (type.getName().equals(name)) {
        return type;
      }
    }
    for (Class<?> type : named.values()) {
      if (type.getName().equals(name)) {
        return type;
      }
    }
    for (TypeHandler<?> handler : given) {
      if (handler.type().getName().equals(name)) {
        return handler.type();
      }
    }
    TypeHandler<?> handler = builtIn(name);
    if (handler != null) {
      return handler.type().getName().equals(name) ? handler.type() : null;
    }
    return switch (name) {
      case "boolean" -> boolean.class;
      case "byte" -> byte.class;
      case "short" -> short.class;
      case "char" -> char.class;
      case "int" -> int.class;
      case "long" -> long.class;
      case "float" -> float.class;
      case "double" -> double.class;
      default -> null;
    };
  }
}
