package org.datason.types;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.datason.config.MissingMembers;
import org.datason.config.UnknownMembers;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;

/**
 * Records and beans, as objects with a member for each of theirs. On reading, members may come in
 * any order, and of a repeated one the last counts; the settings say what happens to unknown and
 * missing ones.
 */
final class ObjectHandler implements TypeHandler<Object> {

  private static final int SHOWN = 10;

  private final Class<?> type;
  private final String hint;
  private final Member[] members;
  private final String[] names;
  private final Map<String, Integer> places = new HashMap<>();
  private final Collector collector;
  private final boolean ignoresUnknown;
  private final ObjectPlan plan;

  ObjectHandler(ObjectPlan plan, String hint) throws ObjectPlan.Refusal {
    this.plan = plan;
    this.type = plan.type();
    this.hint = hint;
    this.members = plan.members().toArray(new Member[0]);
    this.names = new String[members.length];
    this.collector = plan.collector();
    this.ignoresUnknown = Mark.ignoresUnknown(type);
    for (int i = 0; i < members.length; i++) {
      names[i] = members[i].name();
      place(names[i], i);
      for (String alias : members[i].aliases()) {
        place(alias, i);
      }
    }
  }

  private void place(String name, int i) throws ObjectPlan.Refusal {
    Integer before = places.putIfAbsent(name, i);
    if (before != null && before != i) {
      throw new ObjectPlan.Refusal(
          "The class " + type.getName() + " has two members named \"" + name + "\"");
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
    if (collector != null) {
      collector.write(value, places.keySet(), out);
    }
    out.endObject();
  }

  @Override
  public Object read(JsonReader in) {
    int n = members.length;
    Object[] values = new Object[collector == null ? n : n + 1];
    Arrays.fill(values, ObjectPlan.MISSING);
    if (collector != null) {
      values[n] = collector.empty();
    }
    int expected = 0;
    int found = 0;
    in.beginObject();
    while (in.hasNext()) {
      String name = in.readName();
      int i = expected < n && name.equals(names[expected]) ? expected : place(name);
      if (i < 0) {
        unknown(name, values, in);
        continue;
      }
      if (values[i] == ObjectPlan.MISSING) {
        found++;
      } else {
        in.repeated(name);
      }
      values[i] = members[i].read(in);
      expected = i + 1;
    }
    in.endObject();
    if (found < n) {
      missing(values, in.config().missingMembers());
    }
    return make(plan, values);
  }

  @SuppressWarnings("unchecked")
  private void unknown(String name, Object[] values, JsonReader in) {
    if (collector != null) {
      collector.read(name, (Map<Object, Object>) values[members.length], in);
      return;
    }
    UnknownMembers rule = in.config().unknownMembers();
    if (rule != UnknownMembers.IGNORE && !ignoresUnknown) {
      String known = Arrays.stream(names).limit(SHOWN).collect(Collectors.joining(", "));
      throw in.mismatch(
          "no member \""
              + name
              + "\" in a "
              + type.getSimpleName()
              + " (known: "
              + (names.length == 0 ? "none" : names.length > SHOWN ? known + ", ..." : known)
              + (rule == UnknownMembers.COLLECT ? "; none collects others)" : ")"));
    }
    in.skipValue();
  }

  private void missing(Object[] values, MissingMembers rule) {
    if (rule == MissingMembers.NULL) {
      for (int i = 0; i < members.length; i++) {
        values[i] = values[i] == ObjectPlan.MISSING ? members[i].none() : values[i];
      }
    } else if (rule == MissingMembers.REFUSE) {
      List<String> missing = new ArrayList<>();
      for (int i = 0; i < members.length; i++) {
        if (values[i] == ObjectPlan.MISSING) {
          missing.add('"' + names[i] + '"');
        }
      }
      throw new IllegalArgumentException(
          (missing.size() == 1 ? "the member " : "the members ")
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is missing" : " are missing"));
    }
  }

  private int place(String name) {
    Integer place = places.get(name);
    return place == null ? -1 : place;
  }

  ObjectPlan plan() {
    return plan;
  }

  static Object make(ObjectPlan plan, Object[] values) {
    try {
      return plan.construction().make(values);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw ObjectModel.refusal(e);
    }
  }
}
