package org.datason.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of the user's. It gets so many steps a character; a text that needs more, because it is
 * hostile or the pattern is careless, is taken for a match as a whole.
 */
final class RegexMatcher implements TextMatcher {

  /*
   * java.util.regex looks at the text through charAt alone, so counting these calls bounds its
   * time, however it backtracks. It makes no call at the end of the text, where only a counted
   * repetition of a group that can be empty could go on for long: such patterns are refused.
   */

  private static final int STEPS = 10_000;
  private static final int STEPS_PER_CHARACTER = 100;

  private final Pattern pattern;

  /**
   * A matcher.
   *
   * @throws IllegalArgumentException if the pattern cannot be run safely, or is none
   */
  RegexMatcher(String name, String regex) {
    try {
      refuseEmptyRepetitions(name, regex);
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "The pattern '" + name + "' is no regular expression: " + e.getMessage(), e);
    }
  }

  /** Refuses (a?){9}: inner groups first, so that each check is itself a short one. */
  private static void refuseEmptyRepetitions(String name, String regex) {
    Pattern.compile(regex);
    int[] opened = new int[regex.length()];
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        int quoted = regex.startsWith("\\Q", i) ? regex.indexOf("\\E", i) : i;
        i = quoted < 0 ? regex.length() : quoted + 1;
      } else if (c == '[') {
        i = endOfClass(regex, i);
      } else if (c == '(') {
        opened[depth++] = i;
      } else if (c == ')' && depth > 0) {
        int from = opened[--depth];
        if (regex.startsWith("{", i + 1) && canBeEmpty(regex.substring(from, i + 1))) {
          throw new IllegalArgumentException(
              "The pattern '"
                  + name
                  + "' repeats a group that can be empty, or that refers to others, a counted number"
                  + " of times: "
                  + regex.substring(from, i + 1)
                  + "{...; use * or +, or let the group match a character at least");
        }
      }
    }
  }

  private static int endOfClass(String regex, int from) {
    int depth = 0;
    for (int i = from; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i;
      }
    }
    return regex.length();
  }

  private static boolean canBeEmpty(String group) {
    try {
      return Pattern.compile(group).matcher("").matches();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  @Override
  public void find(String text, Spans found) {
    try {
      Matcher matcher = pattern.matcher(new Counted(text));
      while (matcher.find()) {
        found.add(matcher.start(), matcher.end());
      }
    } catch (TooManySteps | StackOverflowError e) {
      found.add(0, text.length());
    }
  }

  private static final class TooManySteps extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }

  /** A text that can be looked at so many times. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
      this.steps = STEPS + (long) STEPS_PER_CHARACTER * text.length();
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--steps < 0) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.substring(from, to);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
