package org.datason.redaction;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.datason.json.Redactor;

/**
 * What is replaced while JSON is written: members by name, values by path, and whatever matches a
 * pattern in texts and names. Redacted data never reaches a buffer. Immutable and thread-safe.
 *
 * <pre>{@code
 * Redaction redaction =
 *     Redaction.builder()
 *         .fields("password", "*token*")
 *         .paths("$.users[*].address")
 *         .patterns(BuiltInPattern.EMAIL, BuiltInPattern.CREDIT_CARD)
 *         .pattern("employee", "E-\\d{6}")
 *         .build();
 * Datason datason = Datason.builder().redaction(redaction).build();
 * datason.toJson(Map.of("password", "x")); // {"password":"[REDACTED]"}
 * }</pre>
 *
 * <p>Of a text only the matches are replaced; a member's or path's value is replaced as a whole,
 * null too. Names of members are texts as well: what a pattern matches in them is replaced, and a
 * number is added where two names of an object would become equal. A whole number is replaced if a
 * pattern matches all of its digits. Bytes in base64 are not looked into. A hinted value whose text
 * had something replaced is written without its hint, as a text, so that the document can be read.
 *
 * <p>A {@link org.datason.frame.Frame} is written as records, whatever its layout, so that a rule
 * for a field finds each value by its name; without the types of its columns and the labels of its
 * rows, which the values may no longer be of. It loads as a frame whose types are inferred.
 */
public final class Redaction {

  /** What Python's datason writes in place of redacted values. */
  static final String REPLACEMENT = "[REDACTED]";

  final Map<Glob, Rule> fields;
  final Map<PathPattern, Rule> paths;
  final Map<BuiltInPattern, Rule> builtIn;
  final Map<RegexMatcher, Rule> own;
  final RedactionSummary summary;

  private Redaction(
      Map<Glob, Rule> fields,
      Map<PathPattern, Rule> paths,
      Map<BuiltInPattern, Rule> builtIn,
      Map<RegexMatcher, Rule> own,
      RedactionSummary summary) {
    this.fields = fields;
    this.paths = paths;
    this.builtIn = builtIn;
    this.own = own;
    this.summary = summary;
  }

  /**
   * A builder of rules.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The same rules, which count in a summary what they redact.
   *
   * @param collector the summary
   * @return another redaction; this one stays as it is
   */
  public Redaction withSummary(RedactionSummary collector) {
    return new Redaction(
        fields, paths, builtIn, own, Objects.requireNonNull(collector, "collector"));
  }

  /**
   * What the engine asks while it writes one document.
   *
   * @return a new redactor, for one writer
   */
  public Redactor redactor() {
    return new RuleRedactor(this);
  }

  /** Collects rules for a {@link Redaction}; not thread-safe. */
  public static final class Builder {

    private final Map<String, Glob> fields = new LinkedHashMap<>();
    private final Map<String, PathPattern> paths = new LinkedHashMap<>();
    private final Set<BuiltInPattern> builtIn = EnumSet.noneOf(BuiltInPattern.class);
    private final Map<String, RegexMatcher> own = new LinkedHashMap<>();
    private UnaryOperator<String> replacement = rule -> REPLACEMENT;

    private Builder() {}

    /**
     * Replaces the values of members by name, wherever they are.
     *
     * @param names names in any case; {@code *} stands for any characters, {@code ?} for one
     * @return this
     */
    public Builder fields(String... names) {
      for (String name : names) {
        fields.put(name, new Glob(name));
      }
      return this;
    }

    /**
     * Replaces values by path.
     *
     * @param texts paths such as {@code $.runs[*].token}: names are as in {@link #fields}, in
     *     brackets and quotes where they hold a dot or a bracket; {@code [3]} is an item, {@code
     *     [*]} and {@code .*} any member or item, {@code ..} any number of steps
     * @return this
     * @throws IllegalArgumentException if a text is no path
     */
    public Builder paths(String... texts) {
      for (String text : texts) {
        paths.put(text, new PathPattern(text));
      }
      return this;
    }

    /**
     * Replaces what built-in patterns match.
     *
     * @param patterns the patterns
     * @return this
     */
    public Builder patterns(BuiltInPattern... patterns) {
      builtIn.addAll(List.of(patterns));
      return this;
    }

    /**
     * Replaces what a pattern of one's own matches. It is run with a limited number of steps for
     * each character: a text that would take longer is replaced as a whole, so that no text can
     * make it slow, and none goes unseen.
     *
     * @param name a name for summaries
     * @param regex a regular expression of {@link java.util.regex.Pattern}
     * @return this
     * @throws IllegalArgumentException if it is none, or if it repeats a group that can be empty a
     *     counted number of times, which cannot be bounded; or if there is a pattern of that name
     */
    public Builder pattern(String name, String regex) {
      Objects.requireNonNull(name, "name");
      if (own.containsKey(name)) {
        throw new IllegalArgumentException("There is a pattern '" + name + "' already");
      }
      own.put(name, new RegexMatcher(name, regex));
      return this;
    }

    /**
     * Sets what stands in place of what is redacted, {@code [REDACTED]} by default.
     *
     * @param text the text
     * @return this
     */
    public Builder replacement(String text) {
      Objects.requireNonNull(text, "text");
      return replacement(rule -> text);
    }

    /**
     * Sets what stands in place of what is redacted, for each rule.
     *
     * @param textOfRule gives the text for a rule's name, as {@link RedactionSummary.Entry#rule()}
     *     shows it; asked once a rule
     * @return this
     */
    public Builder replacement(UnaryOperator<String> textOfRule) {
      replacement = Objects.requireNonNull(textOfRule, "textOfRule");
      return this;
    }

    /**
     * Makes the redaction.
     *
     * @return a new redaction
     * @throws IllegalArgumentException if there is no rule
     */
    public Redaction build() {
      if (fields.isEmpty() && paths.isEmpty() && builtIn.isEmpty() && own.isEmpty()) {
        throw new IllegalArgumentException(
            "A redaction needs a rule: add fields, paths or patterns");
      }
      Map<Glob, Rule> byName = new LinkedHashMap<>();
      fields.forEach((name, glob) -> byName.put(glob, rule("field:" + name)));
      Map<PathPattern, Rule> byPath = new LinkedHashMap<>();
      paths.forEach((text, path) -> byPath.put(path, rule("path:" + text)));
      Map<BuiltInPattern, Rule> known = new LinkedHashMap<>();
      builtIn.forEach(pattern -> known.put(pattern, rule("pattern:" + pattern.key())));
      Map<RegexMatcher, Rule> regexes = new LinkedHashMap<>();
      own.forEach((name, regex) -> regexes.put(regex, rule("pattern:" + name)));
      return new Redaction(byName, byPath, known, regexes, null);
    }

    private Rule rule(String name) {
      return new Rule(
          name, Objects.requireNonNull(replacement.apply(name), "the replacement of " + name));
    }
  }

  /** All rules, of patterns those that put a text into names. */
  List<Rule> patternRules() {
    List<Rule> rules = new ArrayList<>(builtIn.values());
    rules.addAll(own.values());
    return rules;
  }
}
