package org.datason.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a text that patterns match, of several patterns together. */
final class Spans {

  /** A part of a text, and the rule that found it. */
  record Span(int start, int end, Rule rule) {}

  private final List<Span> spans = new ArrayList<>();
  private Rule rule;

  /** The rule that finds what is added from now on. */
  void of(Rule next) {
    rule = next;
  }

  void add(int start, int end) {
    if (start < end) {
      spans.add(new Span(start, end, rule));
    }
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The parts in order; those that overlap are one, under the rule of the first. */
  List<Span> merged() {
    spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, (a, b) -> b - a));
    List<Span> merged = new ArrayList<>();
    Span last = null;
    for (Span span : spans) {
      if (last == null || span.start >= last.end) {
        last = span;
        merged.add(last);
      } else if (span.end > last.end) {
        last = new Span(last.start, span.end, last.rule);
        merged.set(merged.size() - 1, last);
      }
    }
    return merged;
  }
}
