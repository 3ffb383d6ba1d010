package org.datason.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a value while {@link Explainer} writes it. */
final class ExplainedPart {

  final ExplainedPart parent;
  final String path;
  final String javaType;
  final TypeHandler<?> handler;

  /** Whether the type of its place is known to the reader, so that a hint is not needed. */
  final boolean declared;

  /** The nesting and the position in the output at which it begins. */
  final int depth;

  final long start;

  String hint;

  /** Whether the hint is written as an object around the value. */
  boolean enveloped;

  /** Where the value under the hint begins, or -1. */
  long valueAt = -1;

  /** Whether only its hint is known, since it is written by the handler of what it is a part of. */
  boolean isWithoutValue;

  String failure;

  /** How many parts of pairs there were: keys and values in turn. */
  private int ofPairs;

  private final Map<Explanation, Long> parts = new LinkedHashMap<>();

  ExplainedPart(
      ExplainedPart parent,
      String step,
      String javaType,
      TypeHandler<?> handler,
      boolean declared,
      int depth,
      long start) {
    this.parent = parent;
    this.path = parent == null ? "$" : parent.path + step;
    this.javaType = javaType;
    this.handler = handler;
    this.declared = declared;
    this.depth = depth;
    this.start = start;
  }

  /** How far below this one a part at a depth is: 0 where it stands for this one itself. */
  int below(int partDepth) {
    return partDepth - depth - (enveloped ? 1 : 0);
  }

  /** The step to an item at a depth of an array. */
  String itemStep(int partDepth) {
    return switch (below(partDepth)) {
      case 0 -> "";
      case 1 -> "[*]";
      default -> "[*][" + (ofPairs++ & 1) + "]";
    };
  }

  void add(Explanation part) {
    parts.merge(part, 1L, Long::sum);
  }

  Explanation explanation(String form, boolean hints) {
    List<Explanation> all =
        parts.entrySet().stream().map(e -> e.getKey().times(e.getValue())).toList();
    return new Explanation(
        path, javaType, handlerName(), hint, failure == null ? form : null, why(hints), 1, all);
  }

  private String handlerName() {
    if (handler == null) {
      return null;
    }
    Class<?> c = handler.getClass();
    return c.getName().startsWith("org.datason.types.")
        ? c.getName().substring("org.datason.types.".length()).replace('$', '.')
        : c.getName();
  }

  private String why(boolean hints) {
    if (failure != null) {
      return failure;
    }
    if (hint != null) {
      return "JSON alone would lose its type";
    }
    if (declared) {
      return "the declared type of its place gives its type back";
    }
    if (handler == null) {
      return "JSON has a form of its own for it";
    }
    return hints
        ? "it is read back as an equal value without a hint"
        : "hints are off, so that it is read back as plain JSON";
  }
}
