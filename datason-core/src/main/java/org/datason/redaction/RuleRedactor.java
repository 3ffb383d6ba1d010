package org.datason.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.json.Place;
import org.datason.json.Redactor;

/** Applies the rules of a redaction to what one writer is about to write. */
final class RuleRedactor implements Redactor {

  /** Names met before are not looked at anew; of so many, since a map's keys have no end. */
  private static final int MOST_NAMES = 1_024;

  private static final Rule NONE = new Rule("", "");

  private final Redaction redaction;
  private final Map<String, Rule> known = new HashMap<>();
  private final List<Rule> patterns;

  RuleRedactor(Redaction redaction) {
    this.redaction = redaction;
    this.patterns = redaction.patternRules();
  }

  @Override
  public String replaceValue(Place place) {
    int last = place.size() - 1;
    String name = last < 0 ? null : place.name(last);
    Rule rule = name == null ? NONE : ruleOfName(name);
    if (rule == NONE) {
      rule = ruleOfPath(place);
    }
    if (rule == NONE) {
      return null;
    }
    report(place, rule);
    return rule.replacement();
  }

  private Rule ruleOfName(String name) {
    Rule rule = known.get(name);
    if (rule == null) {
      rule = findRuleOfName(Glob.fold(name));
      if (known.size() < MOST_NAMES) {
        known.put(name, rule);
      }
    }
    return rule;
  }

  private Rule findRuleOfName(String folded) {
    for (Map.Entry<Glob, Rule> field : redaction.fields.entrySet()) {
      if (field.getKey().matches(folded)) {
        return field.getValue();
      }
    }
    return NONE;
  }

  private Rule ruleOfPath(Place place) {
    for (Map.Entry<PathPattern, Rule> path : redaction.paths.entrySet()) {
      if (path.getKey().matches(place)) {
        return path.getValue();
      }
    }
    return NONE;
  }

  @Override
  public String replaceText(String text, Place place) {
    List<Spans.Span> spans = find(text);
    if (spans.isEmpty()) {
      return text;
    }
    StringBuilder clean = new StringBuilder();
    int at = 0;
    for (Spans.Span span : spans) {
      clean.append(text, at, span.start()).append(span.rule().replacement());
      at = span.end();
      report(place, span.rule());
    }
    return clean.append(text, at, text.length()).toString();
  }

  private List<Spans.Span> find(String text) {
    if (patterns.isEmpty() || text.isEmpty()) {
      return List.of();
    }
    Spans found = new Spans();
    if (!redaction.builtIn.isEmpty()) {
      long traits = Traits.of(text);
      redaction.builtIn.forEach(
          (pattern, rule) -> {
            found.of(rule);
            pattern.find(text, traits, found);
          });
    }
    redaction.own.forEach(
        (regex, rule) -> {
          found.of(rule);
          regex.find(text, found);
        });
    return found.isEmpty() ? List.of() : found.merged();
  }

  @Override
  public String replaceNumber(String digits, Place place) {
    for (Spans.Span span : find(digits)) {
      if (span.start() == 0 && span.end() == digits.length()) {
        report(place, span.rule());
        return span.rule().replacement();
      }
    }
    return null;
  }

  @Override
  public double smallestNumber() {
    if (!redaction.own.isEmpty()) {
      return 0;
    }
    return redaction.builtIn.isEmpty() ? Double.POSITIVE_INFINITY : 1e12;
  }

  @Override
  public boolean isMarked(String name) {
    for (Rule rule : patterns) {
      if (name.contains(rule.replacement())) {
        return true;
      }
    }
    return false;
  }

  // ---------------------------------------------------------------- summary

  private void report(Place place, Rule rule) {
    if (redaction.summary != null && place != null) {
      redaction.summary.add(path(place), rule.name());
    }
  }

  private String path(Place place) {
    StringBuilder path = new StringBuilder("$");
    for (int level = 0; level < place.size(); level++) {
      if (place.name(level) != null) {
        String name = replaceText(place.name(level), null);
        boolean plain = name.matches("[\\p{L}_][\\p{L}\\p{Nd}_]*");
        path.append(plain ? "." + name : "[\"" + name + "\"]");
      } else if (place.index(level) >= 0) {
        path.append("[*]");
      }
    }
    return path.toString();
  }
}
