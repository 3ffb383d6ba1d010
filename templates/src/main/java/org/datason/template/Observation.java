package org.datason.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datason.json.JsonReader;
import org.datason.tensor.Tensor;

/** What stood at one place of samples. */
final class Observation {

  /** An object with more names is one of like values under any names, if they are alike. */
  private static final int MANY_NAMES = 64;

  /** No more names are told apart. */
  private static final int MOST_NAMES = 2048;

  private int nulls;
  private int booleans;
  private final ObservedNumbers numbers = new ObservedNumbers();
  private final ObservedTexts texts = new ObservedTexts();

  private int arrays;
  private Observation items;

  private int objects;
  private Map<String, Observation> members;

  /** The values of all names, where those are too many. */
  private Observation values;

  /** In how many objects it was seen, and in which one last, as the value of a name. */
  private int seen;

  private int lastSeen;

  private int hinted;

  /** What the values with hints are, if all of one kind. */
  private Node hintedAs;

  boolean isEmpty() {
    return nulls + kinds() == 0;
  }

  boolean hasNulls() {
    return nulls > 0;
  }

  private int kinds() {
    return (booleans > 0 ? 1 : 0)
        + (numbers.isEmpty() ? 0 : 1)
        + (texts.isEmpty() ? 0 : 1)
        + (arrays > 0 ? 1 : 0)
        + (objects > 0 ? 1 : 0)
        + (hinted > 0 ? 1 : 0);
  }

  // ---------------------------------------------------------------- samples

  /** Takes in the value that comes next. */
  void observe(JsonReader in) {
    switch (in.peek()) {
      case NULL -> {
        in.skipValue();
        nulls++;
      }
      case BOOLEAN -> {
        in.skipValue();
        booleans++;
      }
      case NUMBER -> numbers.add(in.readNumberText());
      case STRING -> texts.add(in.readString());
      case BEGIN_ARRAY -> observeArray(in);
      default -> observeObject(in);
    }
  }

  private void observeArray(JsonReader in) {
    arrays++;
    items = items == null ? new Observation() : items;
    in.beginArray();
    while (in.hasNext()) {
      items.observe(in);
    }
    in.endArray();
  }

  private void observeObject(JsonReader in) {
    if (in.isHintedNext()) {
      addHinted(in.readValue());
      return;
    }
    objects++;
    members = members == null ? new LinkedHashMap<>() : members;
    in.beginObject();
    while (in.hasNext()) {
      member(in.readName()).observe(in);
    }
    in.endObject();
  }

  /** A value of a type that a template has no node for says all by itself where any can stand. */
  private void addHinted(Object value) {
    ScalarType scalar = ScalarType.of(value.getClass());
    addHinted(
        scalar != null
            ? new Node.Scalar(scalar)
            : value instanceof Tensor ? new Node.Numbers() : new Node.Any());
  }

  private void addHinted(Node node) {
    hintedAs = hinted == 0 || node.equals(hintedAs) ? node : new Node.Any();
    hinted++;
  }

  private Observation member(String name) {
    if (values != null) {
      return values;
    }
    Observation member = members.get(name);
    if (member == null) {
      if (members.size() == MOST_NAMES) {
        values = together();
        members.clear();
        return values;
      }
      member = new Observation();
      members.put(name, member);
    }
    if (member.lastSeen != objects) {
      member.seen++;
      member.lastSeen = objects;
    }
    return member;
  }

  /** All that was seen under any name. */
  private Observation together() {
    Observation all = new Observation();
    members.values().forEach(all::absorb);
    return all;
  }

  /** Takes in what another one has seen, which is not to be used any more. */
  private void absorb(Observation other) {
    nulls += other.nulls;
    booleans += other.booleans;
    numbers.absorb(other.numbers);
    texts.absorb(other.texts);
    if (other.items != null) {
      items = items == null ? new Observation() : items;
      items.absorb(other.items);
    }
    arrays += other.arrays;
    if (other.hinted > 0) {
      addHinted(other.hintedAs);
      hinted += other.hinted - 1;
    }
    absorbMembers(other);
  }

  private void absorbMembers(Observation other) {
    objects += other.objects;
    if (other.values != null || values != null) {
      values = values == null ? new Observation() : values;
      if (members != null) {
        values.absorb(together());
        members = new LinkedHashMap<>();
      }
      if (other.values != null) {
        values.absorb(other.values);
      }
    }
    if (other.members == null) {
      return;
    }
    members = members == null ? new LinkedHashMap<>() : members;
    for (Map.Entry<String, Observation> entry : other.members.entrySet()) {
      Observation member = values == null ? null : values;
      if (member == null) {
        member = members.computeIfAbsent(entry.getKey(), name -> new Observation());
      }
      member.absorb(entry.getValue());
      member.seen += entry.getValue().seen;
    }
  }

  // ---------------------------------------------------------------- what it is

  /**
   * What all values here are.
   *
   * @param name what an object here is called
   */
  Node node(String name) {
    if (kinds() != 1) {
      return new Node.Any();
    }
    if (booleans > 0) {
      return new Node.Scalar(ScalarType.BOOLEAN);
    }
    if (hinted > 0) {
      return hintedAs;
    }
    if (arrays > 0) {
      return new Node.Items(items.node(name));
    }
    if (objects > 0) {
      return object(name);
    }
    return numbers.isEmpty() ? new Node.Scalar(texts.type()) : numbers.node();
  }

  private Node object(String name) {
    if (values != null) {
      return new Node.Entries(values.node(name));
    }
    if (members.isEmpty()) {
      return new Node.Entries(new Node.Any());
    }
    if (members.size() > MANY_NAMES && rarely()
        || members.keySet().stream().allMatch(Observation::isData)) {
      Node value = together().node(name);
      if (!(value instanceof Node.Any)) {
        return new Node.Entries(value);
      }
    }
    List<TemplateField> fields = new ArrayList<>();
    members.forEach((member, value) -> fields.add(value.field(member, objects)));
    return new Node.Members(name, fields, null);
  }

  /** Whether a name is a number, or something else that no program calls a member. */
  private static boolean isData(String name) {
    ObservedTexts text = new ObservedTexts();
    text.add(name);
    return text.type() != ScalarType.TEXT
        || !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether most objects lack most names, or there was only one to see. */
  private boolean rarely() {
    long all = members.values().stream().mapToLong(member -> member.seen).sum();
    return objects == 1 || all * 2 < (long) members.size() * objects;
  }

  private TemplateField field(String name, int owners) {
    Node node = node(name);
    boolean isText = node.equals(new Node.Scalar(ScalarType.TEXT));
    return TemplateField.of(name, node)
        .withRequired(seen == owners)
        .withNullable(nulls > 0 || node instanceof Node.Any)
        .withDictionary(isText && texts.comeAgain());
  }
}
