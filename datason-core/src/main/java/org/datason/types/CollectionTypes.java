package org.datason.types;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;
import org.datason.json.TypeHandler;

/** Chooses the handlers of collections and maps. */
final class CollectionTypes {

  /** Queues that do not keep the order in which their items came. */
  private static final List<Class<?>> NOT_IN_ORDER =
      List.of(
          PriorityQueue.class,
          PriorityBlockingQueue.class,
          DelayQueue.class,
          SynchronousQueue.class);

  private CollectionTypes() {}

  // ---------------------------------------------------------------- by the class of a value

  /** The handler that writes a class of collections or maps; null for any other class. */
  static TypeHandler<?> forClass(Class<?> c, TypeRegistry registry) {
    TypeHandler<?> refused = refused(c);
    if (refused != null) {
      return refused;
    }
    if (EnumMap.class.isAssignableFrom(c)) {
      return EnumMapHandler.any(registry);
    }
    if (Map.class.isAssignableFrom(c)) {
      return MapHandler.any(registry);
    }
    if (List.class.isAssignableFrom(c)) {
      return anyList(registry);
    }
    Slot item = Slot.exact(Object.class, registry);
    if (SortedSet.class.isAssignableFrom(c)) {
      return SortedSetHandler.natural(SortedSet.class, item, TreeSet::new);
    }
    if (Set.class.isAssignableFrom(c)) {
      return new SetHandler(Set.class, item, LinkedHashSet::new);
    }
    if (Queue.class.isAssignableFrom(c)) {
      return SequenceHandler.deque(Queue.class, item, ArrayDeque::new);
    }
    return Collection.class.isAssignableFrom(c) ? anyList(registry) : null;
  }

  private static SequenceHandler anyList(TypeRegistry registry) {
    return SequenceHandler.list(List.class, Slot.plain(Object.class, registry), ArrayList::new);
  }

  private static TypeHandler<?> refused(Class<?> c) {
    for (Class<?> queue : NOT_IN_ORDER) {
      if (queue.isAssignableFrom(c)) {
        return new RefusedHandler(
            c, "A " + c.getSimpleName() + " cannot be restored; write a list of its items");
      }
    }
    return IdentityHashMap.class.isAssignableFrom(c)
        ? new RefusedHandler(
            c, "An IdentityHashMap cannot be restored, since its keys would be other objects")
        : null;
  }

  // ---------------------------------------------------------------- by a hint

  /** The handler that reads the collections of a hint; null for any other hint. */
  static TypeHandler<?> forHint(String hint, String javaType, TypeRegistry registry) {
    switch (hint) {
      case MapHandler.HINT:
        return MapHandler.any(registry);
      case SequenceHandler.LIST:
        return anyList(registry);
      case SequenceHandler.DEQUE:
        return SequenceHandler.deque(
            Queue.class, Slot.exact(Object.class, registry), ArrayDeque::new);
      case SetHandler.HINT:
        return javaType == null
            ? forClass(Set.class, registry)
            : SortedSetHandler.of(hint, javaType, Slot.exact(Object.class, registry));
      case EnumMapHandler.HINT:
        Class<?> keys = javaType == null ? null : registry.classNamed(javaType);
        return keys != null && keys.isEnum() ? enumMap(keys, Object.class, registry) : null;
      default:
        return null;
    }
  }

  // ---------------------------------------------------------------- by a declared type

  /** The handler of a declared collection or map; null for any other type. */
  static TypeHandler<?> forType(Type type, TypeRegistry registry) {
    Class<?> c = TypeVariables.raw(type);
    TypeHandler<?> refused = refused(c);
    if (refused != null) {
      return refused;
    }
    if (Map.class.isAssignableFrom(c)) {
      return map(c, type, registry);
    }
    if (c != Iterable.class && !Collection.class.isAssignableFrom(c)) {
      return null;
    }
    Type itemType = TypeVariables.argument(type, Iterable.class, 0);
    if (c == Iterable.class || c == Collection.class) {
      return collection(c, itemType, registry);
    }
    if (List.class.isAssignableFrom(c)) {
      Supplier<Collection<Object>> empty = Instances.of(c, ArrayList.class);
      return empty == null ? null : SequenceHandler.list(c, Slot.plain(itemType, registry), empty);
    }
    Slot item = Slot.exact(itemType, registry);
    if (SortedSet.class.isAssignableFrom(c)) {
      Supplier<SortedSet<Object>> empty = Instances.of(c, TreeSet.class);
      return empty == null ? null : SortedSetHandler.natural(c, item, empty);
    }
    if (Set.class.isAssignableFrom(c)) {
      Supplier<Set<Object>> empty = set(c, itemType);
      return empty == null ? null : new SetHandler(c, item, empty);
    }
    return Queue.class.isAssignableFrom(c) ? queue(c, item) : null;
  }

  private static CollectionHandler collection(Class<?> c, Type itemType, TypeRegistry registry) {
    Slot item = Slot.exact(itemType, registry);
    return new CollectionHandler(
        c,
        SequenceHandler.list(List.class, Slot.plain(itemType, registry), ArrayList::new),
        List.of(
            cast(SortedSetHandler.natural(SortedSet.class, item, TreeSet::new)),
            cast(new SetHandler(Set.class, item, LinkedHashSet::new)),
            cast(SequenceHandler.deque(Queue.class, item, ArrayDeque::new))));
  }

  private static TypeHandler<?> queue(Class<?> c, Slot item) {
    Supplier<Collection<Object>> empty = Instances.of(c, ArrayDeque.class);
    if (empty == null) {
      return null;
    }
    SequenceHandler queue = SequenceHandler.deque(c, item, empty);
    return c.isAssignableFrom(LinkedList.class)
        ? new CollectionHandler(
            c, queue, List.of(SequenceHandler.list(LinkedList.class, item, LinkedList::new)))
        : queue;
  }

  @SuppressWarnings("unchecked")
  private static TypeHandler<? extends Collection<Object>> cast(TypeHandler<?> handler) {
    return (TypeHandler<? extends Collection<Object>>) handler;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Supplier<Set<Object>> set(Class<?> c, Type itemType) {
    if (c == EnumSet.class) {
      Class<?> constants = TypeVariables.raw(itemType);
      return constants.isEnum() ? () -> (Set) EnumSet.noneOf((Class) constants) : null;
    }
    return Instances.of(c, LinkedHashSet.class);
  }

  private static TypeHandler<?> map(Class<?> c, Type type, TypeRegistry registry) {
    Type keyType = TypeVariables.argument(type, Map.class, 0);
    Type valueType = TypeVariables.argument(type, Map.class, 1);
    if (c == EnumMap.class) {
      Class<?> keys = TypeVariables.raw(keyType);
      return keys.isEnum() ? enumMap(keys, valueType, registry) : EnumMapHandler.any(registry);
    }
    Supplier<Map<Object, Object>> empty =
        Instances.of(
            c,
            LinkedHashMap.class,
            TreeMap.class,
            ConcurrentHashMap.class,
            ConcurrentSkipListMap.class);
    return empty == null
        ? null
        : new MapHandler(c, Slot.exact(keyType, registry), Slot.plain(valueType, registry), empty);
  }

  private static EnumMapHandler enumMap(Class<?> keys, Type values, TypeRegistry registry) {
    return EnumMapHandler.of(keys, Slot.exact(values, registry), registry);
  }
}
