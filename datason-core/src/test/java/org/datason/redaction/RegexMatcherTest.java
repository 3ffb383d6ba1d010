package org.datason.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.datason.Datason;
import org.junit.jupiter.api.Test;

/** Patterns of one's own: what they match is replaced, and no text makes them slow. */
class RegexMatcherTest {

  private static String redacted(String regex, String text) {
    Redaction redaction = Redaction.builder().pattern("own", regex).build();
    Datason datason = Datason.builder().redaction(redaction).build();
    return (String) datason.fromJson(datason.toJson(text));
  }

  @Test
  void allMatchesAreReplaced() {
    assertEquals("[REDACTED], [REDACTED]!", redacted("E-\\d{6}", "E-123456, E-654321!"));
    assertEquals("E-12345", redacted("E-\\d{6}", "E-12345"));
    assertEquals("x[REDACTED]y", redacted("\\d*", "x12y"));
    assertEquals("[REDACTED]", redacted("(?s).*", "a\nb"));
  }

  /** Each would take longer than the universe is old, were its steps not counted. */
  @Test
  void aTextThatTakesTooManyStepsIsReplacedAsAWhole() {
    for (String regex :
        List.of("(a+)+\\1$", "((a+)+)\\2$", "(.*a){20}", "(.*)(.*)(.*)(.*)(.*)[^!]$")) {
      for (int length : new int[] {60, 1_000, 50_000}) {
        assertEquals(
            "[REDACTED]", redacted(regex, "a".repeat(length) + "!"), regex + " on " + length);
      }
    }
    assertEquals("[REDACTED]", redacted("(a+)+$", "a".repeat(50_000) + "!"));
  }

  /** The JDK makes some of these fast by itself; whether it does or not, they end. */
  @Test
  void hostileTextsEndWhateverTheJdkDoes() {
    for (String regex : List.of("(a+)+$", "(a|aa)+$", "(a|a?)+$", "(a*)*b", "(a|b|ab)*c")) {
      for (int length : new int[] {60, 1_000, 50_000}) {
        String text = "a".repeat(length) + "!";
        assertTrue(List.of(text, "[REDACTED]").contains(redacted(regex, text)), regex);
      }
    }
  }

  @Test
  void theSamePatternOnAnOrdinaryText() {
    assertEquals("b [REDACTED]", redacted("(a+)+$", "b aaaa"));
    assertEquals("aab", redacted("(a+)+$", "aab"));
  }

  @Test
  void aTextThatWouldOverflowTheStackIsReplacedAsAWhole() {
    String text = "ab".repeat(100_000) + "!";
    assertEquals("[REDACTED]", redacted("(?:a|b)*+c|(a|b)*?!", text));
  }

  @Test
  void countedRepetitionsOfWhatCanBeEmptyAreRefused() {
    for (String group : List.of("(x?|y?)", "(a?)", "(?:a*|b)", "(((c))*)", "(a|$)")) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Redaction.builder().pattern("own", "z" + group + "{60}q"));
      assertEquals(
          "The pattern 'own' repeats a group that can be empty, or that refers to others, a counted"
              + " number of times: "
              + group
              + "{...; use * or +, or let the group match a character at least",
          e.getMessage());
    }
  }

  @Test
  void countedRepetitionsOfOthersAreNot() {
    assertEquals("[REDACTED]", redacted("(\\d{3}-){2}\\d{4}", "123-456-7890"));
    assertEquals("[REDACTED]", redacted("([()?]){2}[)?]{2}", "(?)?"));
    assertEquals("[REDACTED]", redacted("\\Q(a?)\\E{2}", "(a?))"));
    assertEquals("[REDACTED]", redacted("(\\)){3}", ")))"));
  }

  @Test
  void whatIsNoRegularExpression() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> Redaction.builder().pattern("own", "a(b"));
    assertEquals(
        "The pattern 'own' is no regular expression: Unclosed group near index 3\na(b",
        e.getMessage().replace("\r", ""));
  }
}
