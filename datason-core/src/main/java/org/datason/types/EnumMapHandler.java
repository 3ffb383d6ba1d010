package org.datason.types;

import java.util.EnumMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Enum maps, as objects of the constants' names. In a place without a declared type the enum is
 * named beside the hint; there an empty map, which does not show its enum, is written (and read
 * back) as an empty map of no particular kind, which is equal to it.
 */
final class EnumMapHandler implements TypeHandler<Map<Object, Object>>, Family {

  static final String HINT = "java.util.EnumMap";

  private final TypeRegistry registry;
  private final String javaType;

  /** Of one enum; null in the handler of those whose enum is not known before they are seen. */
  private final MapHandler entries;

  private EnumMapHandler(TypeRegistry registry, String javaType, MapHandler entries) {
    this.registry = registry;
    this.javaType = javaType;
    this.entries = entries;
  }

  /** The handler that writes the maps of all enums. */
  static EnumMapHandler any(TypeRegistry registry) {
    return new EnumMapHandler(registry, null, null);
  }

  /** The handler of the maps of one enum. */
  static EnumMapHandler of(Class<?> keys, Slot value, TypeRegistry registry) {
    Slot key = Slot.exact(keys, registry);
    return new EnumMapHandler(
        registry,
        registry.nameOf(keys),
        new MapHandler(EnumMap.class, key, value, () -> empty(keys)));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<Object, Object> empty(Class<?> keys) {
    return (Map<Object, Object>) (Map) new EnumMap(keys);
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Class<Map<Object, Object>> type() {
    return (Class) EnumMap.class;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public String javaType() {
    return javaType;
  }

  @Override
  public boolean includes(TypeHandler<?> own) {
    return own instanceof EnumMapHandler;
  }

  @Override
  public TypeHandler<? extends Map<Object, Object>> subtype(String hint, String javaType) {
    return hint.equals(MapHandler.HINT) ? this : null;
  }

  @Override
  public void write(Map<Object, Object> map, JsonWriter out) {
    if (entries != null) {
      entries.write(map, out);
    } else if (map.isEmpty()) {
      out.writeMap(map);
    } else {
      ofKeys(map).write(map, out);
    }
  }

  @Override
  public void writeHinted(Map<Object, Object> map, JsonWriter out) {
    if (entries == null && map.isEmpty()) {
      out.writeMap(map);
      return;
    }
    EnumMapHandler handler = entries == null ? ofKeys(map) : this;
    out.beginEnvelope(HINT, handler.javaType);
    handler.write(map, out);
    out.endEnvelope();
  }

  private EnumMapHandler ofKeys(Map<Object, Object> map) {
    Class<?> keys = ((Enum<?>) map.keySet().iterator().next()).getDeclaringClass();
    return (EnumMapHandler)
        registry.forType(TypeVariables.parameterized(EnumMap.class, keys, Object.class));
  }

  @Override
  public Map<Object, Object> read(JsonReader in) {
    if (entries == null) {
      throw in.mismatch("an enum map whose enum is declared");
    }
    return entries.read(in);
  }
}
