package org.datason.types;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Records and beans, as objects with a member for each of theirs. On reading, members may come in
 * any order; unknown ones are passed over, and of a repeated one the last counts.
 */
final class ObjectHandler implements TypeHandler<Object> {

  private final Class<?> type;
  private final String hint;
  private final Member[] members;
  private final String[] names;
  private final Map<String, Integer> places = new HashMap<>();
  private final ObjectPlan.Construction construction;

  ObjectHandler(ObjectPlan plan, String hint) {
    this.type = plan.type();
    this.hint = hint;
    this.members = plan.members().toArray(new Member[0]);
    this.names = new String[members.length];
    this.construction = plan.construction();
    for (int i = 0; i < members.length; i++) {
      names[i] = members[i].name();
      places.put(names[i], i);
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) type;
  }

  @Override
  public String hint() {
    return hint;
  }

  @Override
  public void write(Object value, JsonWriter out) {
    boolean leavesOut = out.leavesOut();
    out.beginObject();
    for (int i = 0; i < members.length; i++) {
      if (!leavesOut || !members[i].isLeftOut(value, out)) {
        out.writeName(names[i]);
        members[i].write(value, out);
      }
    }
    out.endObject();
  }

  @Override
  public Object read(JsonReader in) {
    Object[] values = new Object[members.length];
    Arrays.fill(values, ObjectPlan.MISSING);
    int expected = 0;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      int i = expected < names.length && name.equals(names[expected]) ? expected : place(name);
      if (i < 0) {
        in.skipValue();
        continue;
      }
      if (values[i] != ObjectPlan.MISSING) {
        in.repeated(name);
      }
      values[i] = members[i].read(in);
      expected = i + 1;
    }
    in.endObject();
    return make(values);
  }

  private int place(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  private Object make(Object[] values) {
    try {
      return construction.make(values);
    } catch (IllegalArgumentException | Error e) {
      throw e;
    } catch (Throwable e) {
      String message = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw new IllegalArgumentException(e.getClass().getSimpleName() + message, e);
    }
  }
}
