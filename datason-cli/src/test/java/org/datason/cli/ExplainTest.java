package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExplainTest {

  private static final String RUN =
      """
      {"id": {"__datason_type__": "uuid.UUID",
              "__datason_value__": "d9b2d63d-a233-4123-847a-7a0a6e8f3c1b"},
       "losses": [0.5, 0.25],
       "range": {"__datason_type__": "range", "__datason_value__": {"start": 0}}}
      """;

  @Test
  void eachPartOfADocument() {
    assertEquals(
        Run.good(
            """
            $               org.datason.json.ShapedMap  object  JSON has a form of its own for it
            $.id            java.util.UUID              text    UuidHandler, hint uuid.UUID: JSON alone would lose its type
            $.losses        java.util.ArrayList         array   JSON has a form of its own for it
            $.losses[*] x2  java.lang.Double            number  JSON has a form of its own for it
            $.range         org.datason.types.Hinted    object  HintedHandler, hint range: JSON alone would lose its type
            $.range         org.datason.json.ShapedMap  object  JSON has a form of its own for it
            $.range.start   java.lang.Integer           number  JSON has a form of its own for it
            """),
        Run.on(RUN, "explain", "-"));
  }

  @Test
  void lines() {
    assertEquals(
        Run.good(
            """
            $  java.lang.Integer  number  JSON has a form of its own for it
            $  java.lang.String  text  JSON has a form of its own for it
            """),
        Run.on("1\n\"a\"\n", "explain", "--from", "ndjson", "-"));
  }

  @Test
  void asJson() {
    assertEquals(
        Run.good(
            """
            {
              "path": "$",
              "javaType": "java.lang.Boolean",
              "handler": null,
              "hint": null,
              "form": "boolean",
              "why": "JSON has a form of its own for it",
              "count": 1,
              "parts": []
            }
            """),
        Run.on("true", "explain", "--json", "-"));
    assertEquals("[]\n", Run.on("", "explain", "--json", "--from", "ndjson", "-").out());
  }

  @Test
  void badDocuments() {
    assertEquals(
        Run.failed(1, "datason: -:1:2: Expected a value but found the end of the input at $[0]"),
        Run.on("[", "explain", "-"));
    assertEquals(
        Run.failed(1, "datason: /no/such/file: there is no such file"),
        Run.of("explain", "/no/such/file"));
  }
}
