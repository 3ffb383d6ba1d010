package org.datason.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.config.MissingMembers;
import org.datason.config.UnknownMembers;
import org.datason.error.MismatchException;
import org.datason.json.GeneratedInput;
import org.datason.json.GeneratedOutput;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.KnownNames;
import org.datason.json.TypedInput;

/**
 * The interpreted twin of an object: its fields in any order, read into what an assembler makes.
 */
final class ObjectCodec extends Codec implements GeneratedInput.Fallback, GeneratedOutput.Fallback {

  private static final int SHOWN = 10;

  private final Node.Members node;
  private final Assembler assembler;
  private final FieldCodec[] fields;
  private final KnownNames names;

  ObjectCodec(Node.Members node, Assembler assembler, List<FieldCodec> fields) {
    this.node = node;
    this.assembler = assembler;
    this.fields = fields.toArray(new FieldCodec[0]);
    List<String> all = new ArrayList<>();
    Map<String, Integer> aliases = new HashMap<>();
    for (FieldCodec field : fields) {
      field.rule().aliases().forEach(alias -> aliases.put(alias, all.size()));
      all.add(field.rule().name());
    }
    names = KnownNames.of(all, aliases);
  }

  Node.Members node() {
    return node;
  }

  Assembler assembler() {
    return assembler;
  }

  FieldCodec[] fields() {
    return fields;
  }

  KnownNames names() {
    return names;
  }

  @Override
  public String expected() {
    return ("AEIOUaeiou".indexOf(node.name().charAt(0)) >= 0 ? "an " : "a ") + node.name();
  }

  @Override
  boolean takes(Object value) {
    return assembler.takes(value);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<Object> type() {
    return (Class<Object>) assembler.type();
  }

  @Override
  public String hint() {
    return assembler.hint();
  }

  // ---------------------------------------------------------------- reading

  @Override
  public Object read(JsonReader in) {
    int n = fields.length;
    Object[] values = new Object[n];
    Arrays.fill(values, Assembler.MISSING);
    Object collected = assembler.collector();
    int found = 0;
    int i = TypedInput.firstMember(in, names);
    while (i != TypedInput.END) {
      if (i == TypedInput.UNKNOWN) {
        unknown(in, collected);
      } else {
        if (values[i] == Assembler.MISSING) {
          found++;
        } else {
          in.repeated(names.get(i));
        }
        values[i] = fields[i].read(in);
      }
      i = TypedInput.nextMember(in, names, i + 1);
    }
    if (found < n) {
      missing(values, in.config().missingMembers());
    }
    return assembler.make(values, collected);
  }

  /** Reads or passes over a member that is not known, as the rules have it. */
  @SuppressWarnings("unchecked")
  void unknown(JsonReader in, Object collected) {
    UnknownMembers rule = unknownRule(in);
    if (assembler instanceof ModelAssembler model && collected != null) {
      model.model().collect(TypedInput.lastName(in), (Map<Object, Object>) collected, in);
    } else if (rule == UnknownMembers.COLLECT && collected != null) {
      String name = TypedInput.lastName(in);
      Map<Object, Object> map = (Map<Object, Object>) collected;
      if (map.containsKey(name)) {
        in.repeated(name);
      }
      map.put(name, in.readValue());
    } else if (rule == UnknownMembers.IGNORE) {
      in.skipValue();
    } else {
      throw unknownError(in);
    }
  }

  private UnknownMembers unknownRule(JsonReader in) {
    if (assembler.ignoresUnknown()) {
      return UnknownMembers.IGNORE;
    }
    return node.unknown() != null ? node.unknown() : in.config().unknownMembers();
  }

  private MismatchException unknownError(JsonReader in) {
    List<String> all = new ArrayList<>();
    for (FieldCodec field : fields) {
      all.add(field.rule().name());
    }
    String known = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    return in.mismatch(
        "no member \""
            + TypedInput.lastName(in)
            + "\" in "
            + expected()
            + " (known: "
            + (all.isEmpty() ? "none" : all.size() > SHOWN ? known + ", ..." : known)
            + ")");
  }

  /** Puts defaults where members are missing, or refuses. */
  void missing(Object[] values, MissingMembers rule) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      if (values[i] == Assembler.MISSING) {
        TemplateField field = fields[i].rule();
        if (field.defaultValue() != null) {
          values[i] = field.defaultValue();
        } else if (field.required() && rule != MissingMembers.NULL
            || rule == MissingMembers.REFUSE) {
          missing.add('"' + field.name() + '"');
        } else if (rule == MissingMembers.NULL) {
          values[i] = assembler.none(i);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          (missing.size() == 1 ? "the member " : "the members ")
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is missing" : " are missing"));
    }
  }

  // ---------------------------------------------------------------- for generated code

  /** Whether the first field is no member, but tells the kind of the object. */
  boolean isTagged() {
    return fields.length > node.fields().size();
  }

  @Override
  public Object readField(JsonReader in, int i) {
    return fields[i].read(GeneratedInput.general(in));
  }

  @Override
  public MismatchException named(int i, MismatchException e) {
    return Codec.named(fields[i].label(), e);
  }

  @Override
  public void unknown(JsonReader in) {
    unknown(in, null);
  }

  @Override
  public Object finish(JsonReader in, Object[] values) {
    missing(values, in.config().missingMembers());
    return assembler.make(values, assembler.collector());
  }

  @Override
  public void repeated(JsonReader in, int i) {
    GeneratedInput.repeated(in, names, i);
  }

  @Override
  public void writeField(JsonWriter out, int i, Object owner) {
    fields[i].write(owner, out);
  }

  // ---------------------------------------------------------------- checking

  @Override
  Object check(JsonReader in, Violations violations) {
    if (in.peek() != JsonToken.BEGIN_OBJECT || in.isHintedNext()) {
      return super.check(in, violations);
    }
    int before = violations.size();
    int start = TypedInput.place(in);
    Object[] values = new Object[fields.length];
    Arrays.fill(values, Assembler.MISSING);
    Object collected = assembler.collector();
    int i = TypedInput.firstMember(in, names);
    while (i != TypedInput.END) {
      if (i == TypedInput.UNKNOWN) {
        checkUnknown(in, collected, violations);
      } else {
        if (values[i] != Assembler.MISSING) {
          violations.addRepeated(in, names.get(i));
        }
        values[i] = fields[i].check(in, violations);
      }
      i = TypedInput.nextMember(in, names, i + 1);
    }
    try {
      missing(values, in.config().missingMembers());
      return violations.size() > before ? INVALID : assembler.make(values, collected);
    } catch (IllegalArgumentException e) {
      violations.add(TypedInput.rejected(in, this, start, e));
      return INVALID;
    }
  }

  private void checkUnknown(JsonReader in, Object collected, Violations violations) {
    int at = in.skipToReadLater();
    try {
      in.readLater(at, () -> unknown(in, collected));
    } catch (MismatchException e) {
      violations.add(e);
    }
  }

  // ---------------------------------------------------------------- writing

  @Override
  public void write(Object value, JsonWriter out) {
    out.beginObject();
    for (FieldCodec field : fields) {
      field.write(value, out);
    }
    if (assembler instanceof ModelAssembler model) {
      if (model.model().collects()) {
        model.model().writeCollected(value, known(), out);
      }
    } else {
      writeOthers((Map<?, ?>) value, out);
    }
    out.endObject();
  }

  private Set<String> known() {
    Set<String> known = new HashSet<>();
    for (FieldCodec field : fields) {
      known.add(field.rule().name());
      known.addAll(field.rule().aliases());
    }
    return known;
  }

  /** Writes the keys of a map that are no fields, or refuses them. */
  private void writeOthers(Map<?, ?> map, JsonWriter out) {
    if (((MapAssembler) assembler).keys().isOf(map)) {
      return;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getKey() instanceof String name && names.indexOf(name) >= 0) {
        continue;
      }
      UnknownMembers rule = node.unknown() != null ? node.unknown() : out.config().unknownMembers();
      if (!(entry.getKey() instanceof String name) || rule != UnknownMembers.COLLECT) {
        throw out.unsupported(
            "Expected no key \"" + entry.getKey() + "\" in " + expected() + "; it would be lost");
      }
      if (!out.leavesOut() || !out.isLeftOut(entry.getValue())) {
        out.writeName(name);
        out.writeValue(entry.getValue());
      }
    }
  }
}
