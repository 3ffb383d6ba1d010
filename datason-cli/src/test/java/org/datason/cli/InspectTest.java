package org.datason.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectTest {

  private static final String RUN =
      """
      {"id": {"__datason_type__": "uuid.UUID",
              "__datason_value__": "d9b2d63d-a233-4123-847a-7a0a6e8f3c1b"},
       "at": {"__datason_type__": "datetime", "__datason_java__": "Instant",
              "__datason_value__": "2024-06-15T10:30:00+00:00"},
       "image": {"__datason_type__": "numpy.ndarray", "__datason_value__":
              {"data": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "dtype": "int32", "shape": [3, 3]}},
       "frame": {"__datason_type__": "pandas.DataFrame", "__datason_value__":
              {"data": [{"x": 1, "y": NaN}, {"x": 2, "y": 0.5}], "orient": "records"}},
       "tags": {"__datason_type__": "set", "__datason_value__": ["a", "b"]},
       "runs": [{"loss": 0.5, "note": null}, {"loss": 1, "note": "long", "extra": []},
                {"loss": 3000000000, "note": null}],
       "mixed": [1, "two", {"three": 3}, [4]],
       "empty": {}}
      """;

  @TempDir private Path folder;

  @Test
  void aTreeOfTypes() throws IOException {
    Path file = TestFiles.write(folder.resolve("run.json"), RUN);
    assertEquals(
        Run.good(
            file
                + ": "
                + Text.bytes(RUN.length())
                + """
                 of JSON, 5 levels
                object
                  id     uuid.UUID                           "d9b2d63d-a233-4123-847a-7a0a6e8f3c1b"
                  at     datetime (Instant)                  "2024-06-15T10:30:00+00:00"
                  image  numpy.ndarray int32 [3, 3]          1, 2, 3
                  frame  pandas.DataFrame
                    data    list of 2 objects
                      x  int     1, 2
                      y  double  NaN, 0.5
                    orient  text               "records"
                  tags   set: list of 2 text                 "a", "b"
                  runs   list of 3 objects
                    loss    double        0.5, 1, 3000000000
                    note    text or null  "long"
                    extra?  list of 0
                  mixed  list of 4 int or text or lists of 1 int or objects  1, "two"
                    three  int  3
                  empty  object
                hints: datetime (Instant) 1, numpy.ndarray 1, pandas.DataFrame 1, set 1, uuid.UUID 1
                tables and arrays:
                  $.image  int32 [3, 3], 36 bytes in memory
                  $.frame  2 rows, 2 columns, 0 missing, 32 bytes in memory
                """),
        Run.of("inspect", file));
  }

  @Test
  void depthAndValuesAreBounded() {
    String json = "{\"a\": [{\"b\": {\"c\": 1}}, {\"b\": {\"c\": 2}}], \"d\": [5, 6, 7, 8, 5]}";
    assertEquals(
        Run.good(
            """
            -: 63 bytes of JSON, 4 levels
            object
              a  list of 2 objects
                … 1 name, see --depth
              d  list of 5 int      5
            """),
        Run.on(json, "inspect", "--depth", "1", "--values", "1", "-"));
    assertEquals(
        Run.failed(2, "datason: --depth must be 0 or more, not -1 (see 'datason inspect --help')"),
        Run.on(json, "inspect", "--depth=-1", "-"));
    assertEquals(
        Run.failed(
            2, "datason: --values must be from 0 to 100, not 101 (see 'datason inspect --help')"),
        Run.on(json, "inspect", "--values", "101", "-"));
  }

  @Test
  void linesAreShownAsOne() throws IOException {
    String lines = "{\"a\": 1}\n\n{\"a\": 2, \"b\": \"x\"}\n";
    Path file = TestFiles.write(folder.resolve("lines.jsonl.gz"), lines);
    Run run = Run.of("inspect", file);
    assertEquals(0, run.code());
    List<String> printed = run.out().lines().toList();
    assertTrue(
        printed.get(0).matches(".*: 29 bytes of JSON, [0-9]+ bytes compressed, 2 lines, 1 level"),
        printed.get(0));
    assertEquals(
        List.of("object", "  a   int   1, 2", "  b?  text  \"x\""),
        printed.subList(1, printed.size()));
  }

  @Test
  void manyNamesOfOneTypeAreAMap() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 2_500; i++) {
      json.append(i > 0 ? "," : "").append("\"k").append(i).append("\":{\"n\":").append(i % 2);
      json.append('}');
    }
    json.append('}');
    assertEquals(
        Run.good(
            "-: "
                + Text.bytes(json.length())
                + """
                 of JSON, 2 levels
                object
                  (more than 1000 names)  object
                    n  int  0, 1
                note: no more than 1000 names of an object and 30000 in all are told apart; \
                1500 members had others
                """),
        Run.on(json.toString(), "inspect", "-"));
  }

  @Test
  void whatIsKeptIsBounded() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 200_000; i++) {
      json.append(i > 0 ? "," : "").append("{\"").append(i % 900).append("\":{\"x");
      json.append(i).append("\":[[").append(i).append("]]}}");
    }
    json.append(']');
    Run run = Run.on(json.toString(), "inspect", "--json", "-");
    assertEquals(0, run.code());
    Map<?, ?> found = (Map<?, ?>) Datason.create().fromJson(run.out());
    assertTrue((Integer) found.get("membersNotToldApart") > 150_000);
    assertTrue(run.out().length() < 20_000_000);
  }

  @Test
  void depthIsNoFault() {
    int depth = 50_000;
    assertEquals(
        Run.good(
            """
            -: 100.0 KB of JSON, more than 100 levels
            list of 1 list of 1 list of 1 list of 1 list of 1 list of 1 …
            """),
        Run.on("[".repeat(depth) + "]".repeat(depth), "inspect", "-"));
  }

  @Test
  void textsAreSafeAndShort() {
    assertEquals(
        Run.good(
            """
            -: 179 bytes of JSON, 1 level
            list of 3 text  "\\u001b[31m\\n\\"\\\\", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\
            xxxxxxxxxx…",…
            """),
        Run.on("[\"\\u001b[31m\\n\\\"\\\\\", \"" + "x".repeat(150) + "\", \"z\"]", "inspect", "-"));
  }

  @Test
  void theSameAsJson() {
    Run run = Run.on("[{\"a\": 1}, {\"a\": null, \"b\": \"x\"}]", "inspect", "--json", "-");
    assertEquals("", run.err());
    assertEquals(
        Map.of(
            "file",
            "-",
            "format",
            "json",
            "bytes",
            33,
            "documents",
            1,
            "levels",
            2,
            "hints",
            Map.of(),
            "membersNotToldApart",
            0,
            "schema",
            Map.of(
                "count", 1,
                "types", Map.of("list", 1),
                "lengths", Map.of("min", 2, "max", 2),
                "items",
                    Map.of(
                        "count", 2,
                        "types", Map.of("object", 2),
                        "members",
                            List.of(
                                Map.of(
                                    "name",
                                    "a",
                                    "optional",
                                    false,
                                    "count",
                                    2,
                                    "types",
                                    Map.of("null", 1, "int", 1),
                                    "values",
                                    List.of("1")),
                                Map.of(
                                    "name",
                                    "b",
                                    "optional",
                                    true,
                                    "count",
                                    1,
                                    "types",
                                    Map.of("text", 1),
                                    "values",
                                    List.of("\"x\"")))))),
        Datason.create().fromJson(run.out()));
  }

  @Test
  void badFilesAreTold() throws IOException {
    Path file = TestFiles.write(folder.resolve("bad.json"), "[1,\n2 3]");
    assertEquals(
        Run.failed(
            1,
            "datason: "
                + file
                + ":2:3: Expected ',' or the end of the array or object but found '3' at $[1]"),
        Run.of("inspect", file));
    assertEquals(
        Run.failed(1, "datason: " + folder + ": it is a folder"), Run.of("inspect", folder));
  }
}
