package org.datason.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Set;
import org.datason.config.DatasonConfig;
import org.datason.error.DatasonException;
import org.datason.error.UnsupportedTypeException;

/**
 * Writes a value as any writer does, and notes what each part of it gets. A part that cannot be
 * written is null in this output, so that the rest is explained all the same.
 */
final class Explainer extends JsonWriter {

  /** What {@link TreeWriter} writes on the spot. */
  private static final Set<Class<?>> PLAIN =
      Set.of(
          String.class,
          Integer.class,
          Long.class,
          Double.class,
          Boolean.class,
          ArrayList.class,
          HashMap.class,
          LinkedHashMap.class,
          ShapedMap.class);

  private final DatasonConfig settings;
  private ExplainedPart current;
  private Explanation root;

  /** The name that was written last, if its value has not been begun. */
  private String name;

  Explainer(DatasonConfig config, TypeResolver types) {
    super(
        config.toBuilder().canonical(false).sortKeys(false).indent(0).build(),
        types,
        null,
        null,
        true);
    settings = config;
    inside = true;
    pins = 1;
  }

  Explanation explain(Object value) {
    try {
      writeValue(value);
    } catch (RuntimeException | StackOverflowError e) {
      ExplainedPart whole = new ExplainedPart(null, "", nameOf(value), null, false, 0, 0);
      whole.failure = failure(value, e);
      return whole.explanation(null, hints);
    }
    return root;
  }

  /** What a writer says of a value that was given up, such as where it contains itself. */
  private String failure(Object value, Throwable error) {
    try {
      new JsonWriter(settings, types).writeValue(value);
    } catch (DatasonException e) {
      return e.getMessage();
    } catch (RuntimeException e) {
      return e.toString();
    }
    return error.toString();
  }

  // ---------------------------------------------------------------- parts

  @Override
  public void writeValue(Object value) {
    if (isOfEnvelope(value)) {
      name = null;
      super.writeValue(value);
      return;
    }
    TypeHandler<?> handler =
        value == null || PLAIN.contains(value.getClass()) ? null : types.forClass(value.getClass());
    begin(value, handler, false);
    try {
      super.writeValue(value);
    } catch (UnsupportedTypeException e) {
      fail(e);
    }
    end();
  }

  @Override
  public <T> void writeValue(T value, TypeHandler<T> handler) {
    begin(value, handler, value != null);
    try {
      super.writeValue(value, handler);
    } catch (UnsupportedTypeException e) {
      fail(e);
    }
    end();
  }

  /** Whether a value is one of the members beside the value of a hint, of unknown types too. */
  private boolean isOfEnvelope(Object value) {
    if (name == null || current == null || current.handler == null || !Envelope.isMember(name)) {
      return false;
    }
    if (name.equals(Envelope.TYPE) && value instanceof String hint && current.hint == null) {
      current.hint = hint;
    }
    return !name.equals(Envelope.VALUE);
  }

  private void begin(Object value, TypeHandler<?> handler, boolean declared) {
    String step = current == null ? "" : step();
    name = null;
    current =
        new ExplainedPart(current, step, nameOf(value), handler, declared, depth(), position());
  }

  private String step() {
    if (name == null) {
      return current.itemStep(depth());
    }
    boolean isIdentifier = name.matches("[\\p{L}_][\\p{L}\\p{N}_]*");
    return name.equals(Envelope.VALUE) ? "" : isIdentifier ? "." + name : "['" + name + "']";
  }

  private void fail(UnsupportedTypeException e) {
    while (current.isWithoutValue) {
      current = current.parent;
    }
    String place = " at " + e.location();
    String message = e.getMessage();
    current.failure =
        message.endsWith(place) ? message.substring(0, message.length() - place.length()) : message;
    rewind(current.start, current.depth);
    super.writeNull();
  }

  private void end() {
    ExplainedPart part = current;
    long at = part.valueAt >= 0 ? part.valueAt : part.start;
    int first = buf[(int) at] == ',' ? buf[(int) at + 1] : buf[(int) at];
    Explanation explanation = part.explanation(form(first), hints);
    current = part.parent;
    if (current == null) {
      root = explanation;
    } else {
      current.add(explanation);
    }
  }

  private static String form(int first) {
    return switch (first) {
      case '{' -> "object";
      case '[' -> "array";
      case '"' -> "text";
      case 't', 'f' -> "boolean";
      case 'n' -> "null";
      default -> "number";
    };
  }

  private static String nameOf(Object value) {
    return value == null ? "null" : value.getClass().getTypeName();
  }

  // ---------------------------------------------------------------- members of primitive types

  @Override
  public void writeInt(int value) {
    boolean isPart = beginMember("int");
    super.writeInt(value);
    endMember(isPart);
  }

  @Override
  public void writeLong(long value) {
    boolean isPart = beginMember("long");
    super.writeLong(value);
    endMember(isPart);
  }

  @Override
  public void writeDouble(double value) {
    boolean isPart = beginMember("double");
    super.writeDouble(value);
    endMember(isPart);
  }

  @Override
  public void writeBoolean(boolean value) {
    boolean isPart = beginMember("boolean");
    super.writeBoolean(value);
    endMember(isPart);
  }

  @Override
  public void writeNull() {
    boolean isPart = beginMember("null");
    super.writeNull();
    endMember(isPart);
  }

  /** Begins a member that the handler of its object writes without a handler for it. */
  private boolean beginMember(String javaType) {
    boolean isPart =
        name != null && current != null && current.below(depth()) == 1 && !Envelope.isMember(name);
    if (isPart) {
      String step = step();
      boolean declared = !javaType.equals("null");
      current = new ExplainedPart(current, step, javaType, null, declared, depth(), position());
    }
    name = null;
    return isPart;
  }

  private void endMember(boolean isPart) {
    if (isPart) {
      end();
    }
  }

  // ---------------------------------------------------------------- names and hints

  @Override
  public void writeName(String given) {
    super.writeName(given);
    name = given;
    if (given.equals(Envelope.VALUE) && current != null && current.valueAt < 0) {
      current.valueAt = position();
    }
  }

  @Override
  public void beginEnvelope(String hint, String javaType, String exact) {
    if (current.hint != null || current.below(depth()) > 0) {
      String type = javaType == null ? hint : javaType; // the handler of the whole writes it
      current = new ExplainedPart(current, step(), type, null, false, depth(), position());
      current.isWithoutValue = true;
    }
    name = null;
    current.hint = hint;
    super.beginEnvelope(hint, javaType, exact);
    name = null;
    current.enveloped = true;
  }

  @Override
  public void endEnvelope() {
    super.endEnvelope();
    if (current.isWithoutValue && current.depth == depth()) {
      end();
    }
  }
}
