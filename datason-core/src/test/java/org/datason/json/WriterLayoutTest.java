package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.datason.Datason;
import org.datason.config.DatasonConfig;
import org.datason.json.Boxes.Box;
import org.datason.json.Boxes.OtherBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact text of every layout. */
class WriterLayoutTest {

  private static final Datason DATASON = Datason.create();

  private static Map<String, Object> map(Object... members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return map;
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  /** The text of a value into memory and to a stream, which must be the same. */
  private static String written(Object value, DatasonConfig config) {
    JsonWriter memory = new JsonWriter(config, new Boxes());
    memory.writeValue(value);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter stream = new JsonWriter(config, new Boxes(), bytes);
    stream.writeValue(value);
    stream.flush();
    assertEquals(memory.toString(), bytes.toString(StandardCharsets.UTF_8));
    return memory.toString();
  }

  private static final Map<String, Object> VALUE =
      map(
          "b",
          list(1, list(), map(), list(2, map("x", null))),
          "a",
          map("d", true, "c", map()),
          "e",
          "text");

  @Test
  void compactHasNoWhiteSpace() {
    assertEquals(
        "{\"b\":[1,[],{},[2,{\"x\":null}]],\"a\":{\"d\":true,\"c\":{}},\"e\":\"text\"}",
        written(VALUE, DatasonConfig.defaults()));
  }

  @Test
  void prettyHasALineForEachMemberAndItem() {
    assertEquals(
        """
        {
          "b": [
            1,
            [],
            {},
            [
              2,
              {
                "x": null
              }
            ]
          ],
          "a": {
            "d": true,
            "c": {}
          },
          "e": "text"
        }""",
        written(VALUE, DatasonConfig.builder().indent(2).build()));
  }

  @Test
  void sortedHasItsNamesInOrderInEachObject() {
    assertEquals(
        "{\"a\":{\"c\":{},\"d\":true},\"b\":[1,[],{},[2,{\"x\":null}]],\"e\":\"text\"}",
        written(VALUE, DatasonConfig.builder().sortKeys(true).build()));
  }

  @Test
  void prettyAndSortedIsBoth() {
    assertEquals(
        """
        {
         "a": {
          "c": {},
          "d": true
         },
         "b": [
          1,
          [],
          {},
          [
           2,
           {
            "x": null
           }
          ]
         ],
         "e": "text"
        }""",
        written(VALUE, DatasonConfig.builder().indent(1).sortKeys(true).build()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void indentIsSoManySpacesALevel(int spaces) {
    String s = " ".repeat(spaces);
    assertEquals(
        "[\n" + s + "[\n" + s + s + "1,\n" + s + s + "2\n" + s + "]\n]",
        written(list(list(1, 2)), DatasonConfig.builder().indent(spaces).build()));
  }

  @Test
  void scalarsAreTheSameInAllLayouts() {
    for (DatasonConfig config :
        List.of(
            DatasonConfig.defaults(),
            DatasonConfig.builder().indent(3).build(),
            DatasonConfig.builder().sortKeys(true).build())) {
      assertEquals("1", written(1, config));
      assertEquals("\"a\"", written("a", config));
      assertEquals("null", written(null, config));
      assertEquals("[]", written(list(), config));
      assertEquals("{}", written(map(), config));
    }
  }

  @Test
  void namesAreSortedByTheirUtf16() {
    Map<String, Object> names = new LinkedHashMap<>();
    for (String name :
        List.of("b", "\ufb33", "aa", "😀", "", "B", "a", "é", "\u20ac", "\n", "10", "9")) {
      names.put(name, 0);
    }
    assertEquals(
        "{\"\":0,\"\\n\":0,\"10\":0,\"9\":0,\"B\":0,\"a\":0,\"aa\":0,\"b\":0,\"é\":0,\"€\":0,\"😀\":0,"
            + "\"\ufb33\":0}",
        written(names, DatasonConfig.builder().sortKeys(true).build()));
  }

  @Test
  void sortingCopesWithManyMembers() {
    Map<String, Object> many = new LinkedHashMap<>();
    StringBuilder expected = new StringBuilder("{");
    for (int i = 0; i < 3000; i++) {
      many.put(String.format("k%04d", (i * 1301) % 3000), map("y", i, "x", i));
    }
    for (int i = 0; i < 3000; i++) {
      String name = String.format("k%04d", i);
      Object n = ((Map<?, ?>) many.get(name)).get("x");
      expected.append(i == 0 ? "" : ",");
      expected.append("\"%s\":{\"x\":%s,\"y\":%s}".formatted(name, n, n));
    }
    assertEquals(expected + "}", written(many, DatasonConfig.builder().sortKeys(true).build()));
  }

  /** A handler that writes an object of its own, its names out of order. */
  private static final class Point implements TypeHandler<Box> {

    @Override
    public Class<Box> type() {
      return Box.class;
    }

    @Override
    public String hint() {
      return "point";
    }

    @Override
    public String javaType() {
      return "Point";
    }

    @Override
    public void write(Box box, JsonWriter out) {
      out.beginObject();
      out.writeName("y");
      out.writeInt(2);
      out.writeName("x");
      out.beginArray();
      out.endArray();
      out.endObject();
    }

    @Override
    public Box read(JsonReader in) {
      throw new AssertionError();
    }
  }

  @Test
  void objectsOfHandlersAndHintsAreLaidOutAndSortedToo() {
    JsonWriter compact = new JsonWriter(DatasonConfig.defaults(), new Boxes());
    new Point().writeHinted(new Box(0), compact);
    assertEquals(
        "{\"__datason_type__\":\"point\",\"__datason_java__\":\"Point\",\"__datason_value__\":"
            + "{\"y\":2,\"x\":[]}}",
        compact.toString());
    JsonWriter pretty =
        new JsonWriter(DatasonConfig.builder().indent(2).sortKeys(true).build(), new Boxes());
    pretty.beginArray();
    new Point().writeHinted(new Box(0), pretty);
    pretty.writeValue(new Box(0), new Point());
    pretty.endArray();
    assertEquals(
        """
        [
          {
            "__datason_java__": "Point",
            "__datason_type__": "point",
            "__datason_value__": {
              "x": [],
              "y": 2
            }
          },
          {
            "x": [],
            "y": 2
          }
        ]""",
        pretty.toString());
  }

  @Test
  void hintedValueWithAnExactTextHasAllFourMembers() {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), new Boxes());
    out.beginEnvelope("timedelta", "java", "PT1.000000001S");
    out.writeDouble(1.0);
    out.endEnvelope();
    assertEquals(
        "{\"__datason_type__\":\"timedelta\",\"__datason_java__\":\"java\","
            + "\"__datason_exact__\":\"PT1.000000001S\",\"__datason_value__\":1.0}",
        out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"box", "é", "a\"b", "a\\b", "\n", ""})
  void hintsOfAnyTextAreWrittenAsText(String hint) {
    for (int round = 0; round < 2; round++) {
      JsonWriter out = new JsonWriter(DatasonConfig.defaults(), new Boxes());
      out.beginArray();
      for (String java : Arrays.asList(null, "j", hint, null, "other", "j")) {
        out.beginEnvelope(hint, java);
        out.writeNull();
        out.endEnvelope();
      }
      out.endArray();
      List<Object> expected = new ArrayList<>();
      for (String java : Arrays.asList(null, "j", hint, null, "other", "j")) {
        Map<String, Object> members = map("__datason_type__", hint);
        if (java != null) {
          members.put("__datason_java__", java);
        }
        members.put("__datason_value__", null);
        expected.add(members);
      }
      JsonReader in = new JsonReader(DatasonConfig.defaults(), null, out.toString());
      assertEquals(expected, in.readValue());
    }
  }

  @Test
  void hintsAreLeftOutWhereTheyAreNotWanted() {
    DatasonConfig plain = DatasonConfig.builder().hints(false).build();
    assertEquals("[1,[2]]", written(list(new Box(1), list(new OtherBox(2))), plain));
    assertEquals(
        "[{\"__datason_type__\":\"box\",\"__datason_value__\":1}]",
        written(list(new Box(1)), DatasonConfig.defaults()));
  }

  @Test
  void listsOfAllKindsAreWrittenAlike() {
    for (DatasonConfig config :
        List.of(DatasonConfig.defaults(), DatasonConfig.builder().sortKeys(true).build())) {
      for (List<Object> items : List.of(list(1, "a", null), new LinkedList<>(list(1, "a", null)))) {
        JsonWriter out = new JsonWriter(config, new Boxes());
        out.writeList(items);
        assertEquals("[1,\"a\",null]", out.toString());
      }
    }
  }

  @Test
  void mapsThatAreNoPlainObjectsArePairs() {
    Map<Object, Object> mixed = new LinkedHashMap<>();
    mixed.put("a", 1);
    mixed.put(2, "b");
    Map<String, Object> like = map("x", 1, "__datason_type__", "box");
    String pairs =
        "{\"__datason_type__\":\"java.util.Map\",\"__datason_value__\":[[\"a\",1],[2,\"b\"]]}";
    String likePairs =
        "{\"__datason_type__\":\"java.util.Map\",\"__datason_value__\":[[\"x\",1],"
            + "[\"__datason_type__\",\"box\"]]}";
    assertEquals(pairs, written(mixed, DatasonConfig.defaults()));
    assertEquals(likePairs, written(like, DatasonConfig.defaults()));
    assertEquals(
        "[" + pairs + "," + likePairs + "," + pairs + "]",
        written(list(mixed, like, mixed), DatasonConfig.defaults()));
    assertEquals(like, DATASON.fromJson(likePairs));
    assertEquals(mixed, DATASON.fromJson(pairs));
    // one that was read, and so knows its shape
    assertEquals(
        likePairs,
        written(
            new JsonReader(DatasonConfig.defaults(), null, "{\"x\":1,\"__datason_type__\":\"box\"}")
                .readValue(),
            DatasonConfig.defaults()));
  }

  @Test
  void numbersHaveTheirOwnDigits() {
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), new Boxes());
    out.beginArray();
    out.writeInt(Integer.MIN_VALUE);
    out.writeLong(Long.MIN_VALUE);
    out.writeDouble(-0.0);
    out.writeFloat(0.1f);
    out.writeBigInteger(BigInteger.TEN);
    out.writeBigInteger(BigInteger.TWO.pow(63));
    out.writeBigDecimal(new BigDecimal("1.500"));
    out.writeBigDecimal(new BigDecimal("1E+5"));
    out.writeDouble(Double.NaN);
    out.writeFloat(Float.NEGATIVE_INFINITY);
    out.endArray();
    assertEquals(
        "[-2147483648,-9223372036854775808,-0.0,0.1,10,9223372036854775808,1.500,1E+5,\"NaN\","
            + "\"-Infinity\"]",
        out.toString());
  }

  @Test
  void longTextsAndDocumentsAreWrittenWhole() {
    List<Object> texts = new ArrayList<>();
    StringBuilder expected = new StringBuilder("[");
    for (int length : new int[] {63, 64, 65, 4095, 4096, 4097, 8192, 100_000, 300_000}) {
      for (String filler : List.of("x", "é", "?", "\n", "😀", "x😀", "\ud800", "?\ud800")) {
        String text = filler.repeat(length / filler.length() + 1);
        texts.add(text);
        expected.append(texts.size() == 1 ? "\"" : ",\"");
        expected
            .append(text.replace("\n", "\\n").replaceAll("\ud800(?![\udc00-\udfff])", "\\\\ud800"))
            .append('"');
      }
    }
    assertEquals(expected + "]", written(texts, DatasonConfig.defaults()));
  }
}
