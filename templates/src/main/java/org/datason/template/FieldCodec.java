package org.datason.template;

import java.util.function.Consumer;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.datason.json.JsonToken;
import org.datason.json.JsonWriter;
import org.datason.json.TypedInput;
import org.datason.types.Member;

/** The interpreted twin of a field: reads, checks and writes its value by the rules. */
final class FieldCodec {

  private final TemplateField rule;
  private final String label;
  private final Codec codec;

  /** The member of the class that the field is of; null where there is none. */
  private final Member member;

  private final Assembler assembler;
  private final int place;

  /** Takes what does not fit; null where that is refused. */
  private final Consumer<Violation> lenient;

  private final TextPool pool;
  private final boolean limited;

  FieldCodec(
      String owner,
      TemplateField rule,
      Codec codec,
      Assembler assembler,
      int place,
      Consumer<Violation> lenient) {
    this.rule = rule;
    this.label = owner + '.' + rule.name();
    this.codec = codec;
    this.member = assembler instanceof ModelAssembler model ? model.member(place) : null;
    this.assembler = assembler;
    this.place = place;
    this.lenient = lenient;
    this.pool = rule.dictionary() ? new TextPool() : null;
    this.limited = !rule.limits().areNone();
  }

  TemplateField rule() {
    return rule;
  }

  Codec codec() {
    return codec;
  }

  Member member() {
    return member;
  }

  /** What errors call it: {@code Run.loss}. */
  String label() {
    return label;
  }

  /** Whether values of the usual form are read without a look at any rule. */
  boolean isPlainToRead() {
    return !limited && lenient == null;
  }

  /** Whether values are written without a look at any rule. */
  boolean isPlainToWrite() {
    return member != null && !limited && (rule.nullable() || member.isPrimitive());
  }

  // ---------------------------------------------------------------- reading

  /** Reads the value that comes next. */
  Object read(JsonReader in) {
    return lenient == null ? readStrictly(in) : readLeniently(in);
  }

  private Object readStrictly(JsonReader in) {
    try {
      return rule.coercions() == null
          ? readByRules(in)
          : in.coercing(rule.coercions(), this::readByRules);
    } catch (MismatchException e) {
      throw Codec.named(label, e);
    }
  }

  private Object readByRules(JsonReader in) {
    if (!rule.nullable() && in.peek() == JsonToken.NULL && !isPrimitive()) {
      throw in.mismatch(codec.expected());
    }
    int at = limited ? TypedInput.place(in) : 0;
    Object value = isDirect() ? readMember(in) : codec.readValue(in);
    if (limited) {
      String expected = rule.limits().violatedBy(value);
      if (expected != null) {
        throw TypedInput.mismatch(in, expected, at);
      }
    }
    return pool != null && value instanceof String text ? pool.shared(text) : value;
  }

  private Object readMember(JsonReader in) {
    if (!member.isPrimitive()) {
      return member.read(in);
    }
    int at = TypedInput.place(in);
    try {
      return member.read(in);
    } catch (IllegalArgumentException e) { // an empty text stands for null, which it cannot be
      String type = member.rawType().getName();
      throw TypedInput.mismatch(in, (type.equals("int") ? "an " : "a ") + type, at);
    }
  }

  /** Whether the class knows all about the value. */
  private boolean isDirect() {
    return member != null && codec.isLeaf();
  }

  private boolean isPrimitive() {
    return member != null && member.isPrimitive();
  }

  private Object readLeniently(JsonReader in) {
    JsonToken next = in.peek();
    boolean inside = next == JsonToken.BEGIN_OBJECT || next == JsonToken.BEGIN_ARRAY;
    if (inside && !codec.isLeaf() && (next == JsonToken.BEGIN_ARRAY) == isArray()) {
      return readStrictly(in); // its parts see to themselves
    }
    int at = in.skipToReadLater();
    try {
      return in.readLater(at, this::readStrictly);
    } catch (MismatchException e) {
      Object value = in.readLater(at, JsonReader::readValue);
      boolean held = assembler.holds(place, value);
      if (!held && !rule.nullable() && rule.defaultValue() == null) {
        throw e;
      }
      lenient.accept(Violation.of(e));
      return held ? value : missing();
    }
  }

  private boolean isArray() {
    return codec instanceof ItemsCodec;
  }

  /** What the value is where there is none. */
  Object missing() {
    return rule.defaultValue() != null ? rule.defaultValue() : assembler.none(place);
  }

  /** Checks the value that comes next; it, or {@link Codec#INVALID}. */
  Object check(JsonReader in, Violations violations) {
    if (codec.isLeaf() && !(codec instanceof ItemsCodec) || in.peek() == JsonToken.NULL) {
      int at = in.skipToReadLater();
      try {
        return in.readLater(at, this::readStrictly);
      } catch (MismatchException e) {
        violations.add(e);
        return Codec.INVALID;
      }
    }
    int before = violations.size();
    int at = TypedInput.place(in);
    Object value =
        rule.coercions() == null
            ? codec.check(in, violations)
            : in.coercing(rule.coercions(), r -> codec.check(r, violations));
    violations.name(label, before);
    String expected = value == Codec.INVALID ? null : rule.limits().violatedBy(value);
    if (expected != null) {
      violations.add(Codec.named(label, TypedInput.mismatch(in, expected, at)));
      return Codec.INVALID;
    }
    return value;
  }

  // ---------------------------------------------------------------- writing

  /** Writes the name and value that the owner has, unless they are left out. */
  void write(Object owner, JsonWriter out) {
    if (isDirect() && isPlainToWrite()) {
      if (!out.leavesOut() || !member.isLeftOut(owner, out)) {
        out.writeName(rule.name());
        member.write(owner, out);
      }
      return;
    }
    Object value = assembler.get(owner, place);
    if (value == Assembler.MISSING) {
      if (rule.required()) {
        throw out.unsupported(label + ": the map has no such key, and the field is required");
      }
      return;
    }
    if (out.leavesOut() && out.isLeftOut(value)) {
      return;
    }
    out.writeName(rule.name());
    if (value == null && !rule.nullable()) {
      throw out.unsupported(label + ": Expected " + codec.expected() + " but found null");
    }
    String expected = limited ? rule.limits().violatedBy(value) : null;
    if (expected != null) {
      throw out.unsupported(label + ": Expected " + expected);
    }
    if (isDirect()) {
      member.write(owner, out);
    } else {
      codec.writeValue(value, out);
    }
  }
}
