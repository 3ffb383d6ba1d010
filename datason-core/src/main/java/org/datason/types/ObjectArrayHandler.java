package org.datason.types;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/** Arrays of objects, of arrays too; the name of the component type stands beside the hint. */
final class ObjectArrayHandler implements TypeHandler<Object[]> {

  static final String HINT = "java.array";

  private final Class<?> type;
  private final String componentName;
  private final Slot item;

  ObjectArrayHandler(Class<?> type, String componentName, Slot item) {
    this.type = type;
    this.componentName = componentName;
    this.item = item;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object[]> type() {
    return (Class<Object[]>) type;
  }

  @Override
  public String hint() {
    return HINT;
  }

  @Override
  public String javaType() {
    return componentName;
  }

  @Override
  public void write(Object[] array, JsonWriter out) {
    out.beginArray();
    for (Object value : array) {
      if (!out.isSkipped(value)) {
        item.write(value, out);
      }
    }
    out.endArray();
  }

  @Override
  public Object[] read(JsonReader in) {
    List<Object> items = Items.read(new ArrayList<>(), item, in);
    return items.toArray((Object[]) Array.newInstance(type.componentType(), items.size()));
  }
}
