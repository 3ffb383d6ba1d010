package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.datason.Datason;
import org.datason.error.JsonSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 8259 calls JSON is read, and nothing else, whichever way it comes. */
class ConformanceTest {

  private static final Datason PREDICTING = Datason.create();
  private static final Datason PLAIN =
      PREDICTING.with(c -> c.predictShapes(false).internNames(false));

  record Accepted(String what, byte[] json, Object value) {
    @Override
    public String toString() {
      return what;
    }
  }

  record Refused(String what, byte[] json) {
    @Override
    public String toString() {
      return what;
    }
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void jsonIsRead(Accepted document) {
    for (JsonSource source : JsonSource.values()) {
      if (source.takes(document.json)) {
        assertEquals(document.value, source.read(PREDICTING, document.json), source::name);
        assertEquals(document.value, source.read(PLAIN, document.json), source::name);
      }
    }
    for (JsonReader in : readers(document.json)) {
      in.skipValue();
      in.end();
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void otherTextIsRefusedInTheSameWordsByAll(Refused document) {
    String message =
        assertThrows(JsonSyntaxException.class, () -> PREDICTING.fromJson(document.json))
            .getMessage();
    for (JsonSource source : JsonSource.values()) {
      if (source.takes(document.json)) {
        for (Datason datason : List.of(PREDICTING, PLAIN)) {
          JsonSyntaxException e =
              assertThrows(
                  JsonSyntaxException.class,
                  () -> source.read(datason, document.json),
                  source::name);
          if (!source.name().startsWith("PULLED")) {
            assertEquals(message, e.getMessage(), source::name);
          }
        }
      }
    }
    for (JsonReader in : readers(document.json)) {
      JsonSyntaxException e =
          assertThrows(
              JsonSyntaxException.class,
              () -> {
                in.skipValue();
                in.end();
              });
      assertEquals(message, e.getMessage());
    }
  }

  private static List<JsonReader> readers(byte[] json) {
    return List.of(
        new JsonReader(PREDICTING.config(), null, json, 0, json.length),
        PREDICTING.reader(new ByteArrayInputStream(json)),
        PREDICTING.reader(new JsonSource.Trickle(json)));
  }

  /** Bytes written as text: each character up to U+00FF is one byte. */
  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  // ---------------------------------------------------------------- what is JSON

  static Stream<Accepted> accepted() {
    List<Accepted> all = new ArrayList<>();
    structure(all);
    numbers(all);
    strings(all);
    return all.stream();
  }

  private static void accept(List<Accepted> all, String json, Object value) {
    all.add(new Accepted(json, json.getBytes(StandardCharsets.UTF_8), value));
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  private static Map<String, Object> map(Object... members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], members[i + 1]);
    }
    return map;
  }

  private static void structure(List<Accepted> all) {
    accept(all, "null", null);
    accept(all, "true", true);
    accept(all, "false", false);
    accept(all, "\"\"", "");
    accept(all, "\"text\"", "text");
    accept(all, " \t\r\n1\n\r\t ", 1);
    accept(all, "1\n", 1);
    accept(all, "\n\n\ntrue", true);
    accept(all, "null ", null);
    accept(all, "[]", list());
    accept(all, "[ ]", list());
    accept(all, "[\n\t\r ]", list());
    accept(all, " [] ", list());
    accept(all, "{}", map());
    accept(all, "{ }", map());
    accept(all, "{\n}", map());
    accept(all, "[[]]", list(list()));
    accept(all, "[[] ]", list(list()));
    accept(all, "[[],[],[]]", list(list(), list(), list()));
    accept(all, "[{}]", list(map()));
    accept(all, "[{},{}]", list(map(), map()));
    accept(all, "{\"a\":{}}", map("a", map()));
    accept(all, "{\"a\":[]}", map("a", list()));
    accept(all, "[null]", list((Object) null));
    accept(all, "[null,null]", list(null, null));
    accept(all, "[1,null,null,null,2]", list(1, null, null, null, 2));
    accept(all, "[true,false,null]", list(true, false, null));
    accept(all, "[ 1 , 2 ]", list(1, 2));
    accept(all, "[1\n,\n2\n]", list(1, 2));
    accept(all, "[\"a\"]", list("a"));
    accept(all, "[\"\"]", list(""));
    accept(all, "[1,\"1\",{},[1]]", list(1, "1", map(), list(1)));
    accept(all, "{\"a\":1}", map("a", 1));
    accept(all, "{ \"a\" : 1 }", map("a", 1));
    accept(all, "{\"a\"\n:\n1\n,\n\"b\"\t:\t2\t}", map("a", 1, "b", 2));
    accept(all, "{\"a\":null}", map("a", null));
    accept(all, "{\"\":0}", map("", 0));
    accept(all, "{\"a\":1,\"b\":2}", map("a", 1, "b", 2));
    accept(all, "{\"b\":1,\"a\":2}", map("b", 1, "a", 2));
    accept(all, "{\"a\":1,\"a\":2}", map("a", 2));
    accept(all, "{\"a\":1,\"b\":2,\"a\":3}", map("a", 3, "b", 2));
    accept(all, "{\"a\":1,\"a\":1}", map("a", 1));
    accept(all, "{\"a\":1,\"\\u0061\":2}", map("a", 2));
    accept(all, "{\"a\\u0000b\":1}", map("a\0b", 1));
    accept(all, "{\"\\\"\":1,\"\\\\\":2}", map("\"", 1, "\\", 2));
    accept(all, "{\"é\":1,\"\\u00e9\":2}", map("é", 2));
    accept(all, "{\"long long long long name\":1}", map("long long long long name", 1));
    accept(all, "[{\"a\":1},{\"a\":2}]", list(map("a", 1), map("a", 2)));
    accept(all, "[{\"a\":1},{ \"a\" : 2 }]", list(map("a", 1), map("a", 2)));
    accept(all, "[{\"a\":1},{\"b\":2},{\"a\":3}]", list(map("a", 1), map("b", 2), map("a", 3)));
    accept(
        all,
        "[{\"a\":1,\"b\":2},{\"a\":1},{\"a\":1,\"b\":2,\"c\":3}]",
        list(map("a", 1, "b", 2), map("a", 1), map("a", 1, "b", 2, "c", 3)));
    accept(
        all, "[{\"a\":1},{\"ab\":1},{\"abc\":1}]", list(map("a", 1), map("ab", 1), map("abc", 1)));
    accept(
        all,
        "[{\"a\":[{\"a\":1}]},{\"a\":[]}]",
        list(map("a", list(map("a", 1))), map("a", list())));
    accept(all, "[{},{\"a\":1},{}]", list(map(), map("a", 1), map()));
    accept(
        all,
        "\n                    [\n                  1,\n                                    2 ]",
        list(1, 2));
    Object nested = list();
    for (int i = 1; i < 500; i++) {
      nested = list(nested);
    }
    accept(all, "[".repeat(500) + "]".repeat(500), nested);
    Object objects = map();
    for (int i = 0; i < 200; i++) {
      objects = map("a", objects);
    }
    accept(all, "{\"a\":".repeat(200) + "{}" + "}".repeat(200), objects);
    accept(all, " ".repeat(100_000) + "1" + " ".repeat(100_000), 1);
  }

  private static void numbers(List<Accepted> all) {
    accept(all, "0", 0);
    accept(all, "-0", 0);
    accept(all, "1", 1);
    accept(all, "-1", -1);
    accept(all, "9", 9);
    accept(all, "10", 10);
    accept(all, "123", 123);
    accept(all, "12345678", 12345678);
    accept(all, "123456789", 123456789);
    accept(all, "2147483647", Integer.MAX_VALUE);
    accept(all, "2147483648", 2147483648L);
    accept(all, "-2147483648", Integer.MIN_VALUE);
    accept(all, "-2147483649", -2147483649L);
    accept(all, "4294967296", 4294967296L);
    accept(all, "999999999999999999", 999999999999999999L);
    accept(all, "1000000000000000000", 1000000000000000000L);
    accept(all, "9223372036854775807", Long.MAX_VALUE);
    accept(all, "-9223372036854775808", Long.MIN_VALUE);
    accept(all, "9223372036854775808", new BigInteger("9223372036854775808"));
    accept(all, "-9223372036854775809", new BigInteger("-9223372036854775809"));
    accept(all, "18446744073709551616", BigInteger.TWO.pow(64));
    accept(all, "1" + "0".repeat(999), BigInteger.TEN.pow(999));
    accept(all, "0.0", 0.0);
    accept(all, "-0.0", -0.0);
    accept(all, "0.5", 0.5);
    accept(all, "1.0", 1.0);
    accept(all, "-1.5", -1.5);
    accept(all, "123.456", 123.456);
    accept(all, "0.1", 0.1);
    accept(all, "0.12345678", 0.12345678);
    accept(all, "0.1234567812345678", 0.1234567812345678);
    accept(all, "3.141592653589793", Math.PI);
    accept(all, "3.14159265358979323846264338327950288", Math.PI);
    accept(all, "1234567890.0987654321", 1234567890.0987654321);
    accept(all, "0e0", 0.0);
    accept(all, "-0e0", -0.0);
    accept(all, "0E0", 0.0);
    accept(all, "0e+1", 0.0);
    accept(all, "0e-1", 0.0);
    accept(all, "1e1", 10.0);
    accept(all, "1E1", 10.0);
    accept(all, "1e+1", 10.0);
    accept(all, "1E+1", 10.0);
    accept(all, "1e-1", 0.1);
    accept(all, "1E-1", 0.1);
    accept(all, "1e01", 10.0);
    accept(all, "1e00", 1.0);
    accept(all, "1e-00000000001", 0.1);
    accept(all, "1.5e3", 1500.0);
    accept(all, "-1.5E-3", -0.0015);
    accept(all, "1.0e0", 1.0);
    accept(all, "123456789012345678901234567890.5", 123456789012345678901234567890.5);
    accept(all, "1e308", 1e308);
    accept(all, "1.7976931348623157e308", Double.MAX_VALUE);
    accept(all, "-1.7976931348623157e308", -Double.MAX_VALUE);
    accept(all, "4.9e-324", Double.MIN_VALUE);
    accept(all, "2.2250738585072014e-308", Double.MIN_NORMAL);
    accept(all, "1e-400", 0.0);
    accept(all, "-1e-400", -0.0);
    accept(all, "1e-99999999999999999999", 0.0);
    accept(all, "0e99999999999999999999", 0.0);
    accept(all, "0." + "0".repeat(400) + "1e400", 0.1);
    accept(all, "1" + "0".repeat(400) + "e-400", 1.0);
    accept(all, "0." + "1".repeat(500), 1.0 / 9);
    accept(all, "[0]", list(0));
    accept(all, "[-0]", list(0));
    accept(all, "[1,-1]", list(1, -1));
    accept(all, "[1 ]", list(1));
    accept(all, "[ 4]", list(4));
    accept(all, "[-0.0]", list(-0.0));
    accept(all, "[20e1]", list(200.0));
    accept(all, "[1.5,2.5e0]", list(1.5, 2.5));
    accept(all, "{\"a\":1e2}", map("a", 100.0));
    accept(all, "{\"a\":-1}", map("a", -1));
    accept(all, "[123456789123456789,0.000001]", list(123456789123456789L, 0.000001));
  }

  private static void strings(List<Accepted> all) {
    accept(all, "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
    accept(all, "\"a\\\"\"", "a\"");
    accept(all, "\"\\\\\"", "\\");
    accept(all, "\"\\\\\\\\\"", "\\\\");
    accept(all, "\"\\\\n\"", "\\n");
    accept(all, "\"\\u0000\"", "\0");
    accept(all, "\"\\u0041\"", "A");
    accept(all, "\"\\u0022\"", "\"");
    accept(all, "\"\\u005C\"", "\\");
    accept(all, "\"\\u002c\"", ",");
    accept(all, "\"\\u00e9\\u00E9\"", "éé");
    accept(all, "\"\\uabcd\\uABCD\\uAbCd\"", "\uabcd\uabcd\uabcd");
    accept(all, "\"\\u2028\\u2029\"", "\u2028\u2029");
    accept(all, "\"\u2028\u2029\"", "\u2028\u2029");
    accept(all, "\"\\ud83d\\ude00\"", "😀");
    accept(all, "\"😀\"", "😀");
    accept(all, "\"\\ud83d\"", "\ud83d");
    accept(all, "\"\\ude00\"", "\ude00");
    accept(all, "\"\\ude00\\ud83d\"", "\ude00\ud83d");
    accept(all, "\"\\ud83dx\"", "\ud83dx");
    accept(all, "\"\\ud83d\\u0041\"", "\ud83dA");
    accept(all, "\"\\ud83d\\ud83d\\ude00\"", "\ud83d😀");
    accept(all, "\"\\uffff\\ufffe\\ufeff\"", "\uffff\ufffe\ufeff");
    accept(all, "\"\uffff\ufffe\ufeff\"", "\uffff\ufffe\ufeff");
    accept(all, "\"\\udbff\\udfff\"", new String(Character.toChars(0x10FFFF)));
    accept(all, "\"" + new String(Character.toChars(0x10FFFF)) + "\"", "\udbff\udfff");
    accept(all, "\"" + new String(Character.toChars(0x10000)) + "\"", "\ud800\udc00");
    accept(all, "\"\u007f\u0080\u07ff\u0800\ud7ff\ue000\"", "\u007f\u0080\u07ff\u0800\ud7ff\ue000");
    accept(all, "\"é\"", "é");
    accept(all, "\"日本語\"", "日本語");
    accept(all, "\"aé日😀a\"", "aé日😀a");
    accept(all, "\"12345678é12345678\"", "12345678é12345678");
    accept(all, "\"1234567é\"", "1234567é");
    accept(all, "\"/\"", "/");
    accept(all, "\"\\/\"", "/");
    accept(all, "\"a/*b*/c//d\"", "a/*b*/c//d");
    accept(all, "\"[1,2,{}]:\"", "[1,2,{}]:");
    accept(all, "\"'\"", "'");
    accept(all, "\"\u007f\"", "\u007f");
    accept(all, "[\"\\n\",\"\\\\\",\"\"]", list("\n", "\\", ""));
    accept(all, "\"" + "x".repeat(1000) + "\"", "x".repeat(1000));
    accept(all, "\"" + "é".repeat(1000) + "\"", "é".repeat(1000));
    accept(all, "\"" + "\\n".repeat(1000) + "\"", "\n".repeat(1000));
    accept(all, "\"" + "x".repeat(200_000) + "\"", "x".repeat(200_000));
    accept(all, "{\"" + "x".repeat(200_000) + "\":1}", map("x".repeat(200_000), 1));
    for (int n = 0; n < 20; n++) {
      String plain = "abcdefghijklmnopqrst".substring(0, n);
      accept(all, "\"" + plain + "\"", plain);
      accept(all, "\"" + plain + "\\t\"", plain + "\t");
      accept(all, "\"" + plain + "ü" + plain + "\"", plain + "ü" + plain);
      accept(all, "{\"" + plain + "\":[1]}", map(plain, list(1)));
      accept(
          all, "[{\"" + plain + "\":1},{\"" + plain + "\":2}]", list(map(plain, 1), map(plain, 2)));
    }
  }

  // ---------------------------------------------------------------- what is not

  static Stream<Refused> refused() {
    List<Refused> all = new ArrayList<>();
    for (String json : NO_STRUCTURE) {
      all.add(new Refused(json, bytes(json)));
    }
    for (String json : NO_NUMBERS) {
      all.add(new Refused(json, bytes(json)));
      all.add(new Refused("[" + json + "]", bytes("[" + json + "]")));
      all.add(new Refused("[1," + json + "]", bytes("[1," + json + "]")));
      all.add(new Refused("{\"a\":" + json + "}", bytes("{\"a\":" + json + "}")));
      all.add(new Refused(json + ",", bytes(json + ",")));
    }
    for (String text : NO_STRINGS) {
      String shown = escaped(text);
      all.add(new Refused(shown, bytes(text)));
      all.add(new Refused("[" + shown + "]", bytes("[" + text + "]")));
      all.add(new Refused("{\"a\":" + shown + "}", bytes("{\"a\":" + text + "}")));
      all.add(new Refused("{" + shown + ":0}", bytes("{" + text + ":0}")));
      all.add(new Refused("[{\"a\":0},{" + shown + ":0}]", bytes("[{\"a\":0},{" + text + ":0}]")));
    }
    for (int c = 0; c < ' '; c++) {
      String name = String.format("U+%04X ", c);
      all.add(new Refused(name + "in a string", bytes("\"" + (char) c + "\"")));
      all.add(new Refused(name + "at the eighth byte", bytes("\"1234567" + (char) c + "\"")));
      all.add(new Refused(name + "after others", bytes("\"12345678é" + (char) c + "\"")));
      all.add(new Refused(name + "in a name", bytes("{\"a" + (char) c + "\":1}")));
      if ("\t\n\r".indexOf(c) < 0) {
        all.add(new Refused(name + "before", bytes((char) c + "1")));
        all.add(new Refused(name + "after", bytes("1" + (char) c)));
        all.add(new Refused(name + "in an array", bytes("[1," + (char) c + "2]")));
        all.add(new Refused(name + "in an object", bytes("{" + (char) c + "}")));
      }
    }
    for (int c = 0x80; c <= 0xFF; c++) {
      all.add(new Refused(String.format("byte %02X alone", c), bytes("" + (char) c)));
      all.add(new Refused(String.format("byte %02X in an array", c), bytes("[" + (char) c + "]")));
      all.add(new Refused(String.format("byte %02X after", c), bytes("[1]" + (char) c)));
      all.add(
          new Refused(String.format("byte %02X in a string", c), bytes("\"" + (char) c + "\"")));
    }
    String deep = "[".repeat(500);
    all.add(new Refused("500 open arrays", bytes(deep)));
    all.add(new Refused("500 open arrays, an end too many", bytes(deep + "]".repeat(501))));
    all.add(new Refused("500 open objects", bytes("{\"\":".repeat(500))));
    all.add(new Refused("arrays and objects, open", bytes("[{\"\":".repeat(250))));
    all.add(new Refused("no member name, deep down", bytes("[".repeat(400) + "{]")));
    return all.stream();
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      shown.append(c >= ' ' && c < 0x7F ? "" + c : String.format("<%02X>", (int) c));
    }
    return shown.toString();
  }

  private static final String[] NO_STRUCTURE = {
    "",
    " ",
    "\n",
    "\t\r\n ",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "[,",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[,]",
    "[1,,2]",
    "[1,,]",
    "[,,]",
    "[1 2]",
    "[1\n2]",
    "[1:2]",
    "[1;2]",
    "[1}",
    "[}",
    "[]]",
    "[[]",
    "[[]]]",
    "[1],",
    "[1]]",
    "[1]x",
    "[1]1",
    "[1][2]",
    "[][]",
    "[] []",
    "[]{}",
    "[]null",
    "[1]\"a\"",
    "[\"a\"",
    "[\"a\",",
    "[\"a",
    "[\"a\" \"b\"]",
    "[\"a\":1]",
    "[null",
    "[null,",
    "[nul]",
    "[n]",
    "[tru]",
    "[fals]",
    "[True]",
    "[TRUE]",
    "[False]",
    "[None]",
    "[NULL]",
    "[Null]",
    "[nil]",
    "[undefined]",
    "[truefalse]",
    "[true false]",
    "[nulll]",
    "[truee]",
    "[t",
    "[f",
    "[n",
    "[tr",
    "[true",
    "t",
    "f",
    "n",
    "tr",
    "fa",
    "nu",
    "tru",
    "fals",
    "nul",
    "true1",
    "truex",
    "true,",
    "true]",
    "true}",
    "nulls",
    "null null",
    "null,null",
    "nUll",
    "tRue",
    "1 2",
    "1,2",
    "1,",
    "1]",
    "1}",
    "1:",
    "1\"",
    "\"a\"\"b\"",
    "\"a\" \"b\"",
    "\"a\",",
    "\"a\"]",
    "\"a\":1",
    "\"a\"x",
    "{{",
    "{[",
    "{,",
    "{,}",
    "{:}",
    "{1}",
    "{1:1}",
    "{null:1}",
    "{true}",
    "{a}",
    "{a:1}",
    "{'a':1}",
    "{'a':'b'}",
    "{\"a\"",
    "{\"a\"}",
    "{\"a\",",
    "{\"a\":",
    "{\"a\":}",
    "{\"a\":,}",
    "{\"a\":1",
    "{\"a\":1,",
    "{\"a\":1,}",
    "{\"a\":1,,",
    "{\"a\":1,,\"b\":2}",
    "{,\"a\":1}",
    "{\"a\"::1}",
    "{\"a\":1:2}",
    "{\"a\" 1}",
    "{\"a\",1}",
    "{\"a\";1}",
    "{\"a\"=1}",
    "{\"a\"=>1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1;\"b\":2}",
    "{\"a\":1]",
    "{\"a\":[1}",
    "{\"a\":{",
    "{\"a\":{}",
    "{\"a\":1}}",
    "{\"a\":1},",
    "{\"a\":1}x",
    "{\"a\":1}{}",
    "{}{}",
    "{}}",
    "{}]",
    "{} {}",
    "{}1",
    "{}\"\"",
    "{}null",
    "{\"a\":1,1}",
    "{\"a\":1,b:2}",
    "{\"a\":1,null}",
    "{\"a\":1,\"b\"}",
    "{\"a\":1,\"b\":}",
    "{\"a\":1,\"b\"",
    "{\"a\":1,{}}",
    "{[]:1}",
    "{{}:1}",
    "{\"a\":tru}",
    "{\"a\":nul}",
    "{\"a\":b}",
    "{\"a\":\"b}",
    "{\"a:1}",
    "{\"a",
    "{\"",
    "[{\"a\":1},{\"a\":]",
    "[{\"a\":1},{\"a\" 1}]",
    "[{\"a\":1},{\"a\":1,}]",
    "[{\"a\":1},{\"a\":1 \"b\":1}]",
    "[{\"a\":1},{\"a\"}]",
    "[{\"a\":1},{\"a\"",
    "[{\"a\":1},{\"a\":",
    "[{\"a\":1},{\"a\":1",
    "[{\"a\":1},{,}]",
    "[{\"a\":1},{]",
    "[{}",
    "[{},",
    "[{}}",
    "[{\"a\":1,\"a\":1,}]",
    "[{\"a\":1,\"a\":1",
    "[{\"a\":1,\"a\" 1}]",
    "[{\"a\":1,\"a\":1 1}]",
    "[{\"a\":1,\"a\":1,1}]",
    "'a'",
    "['a']",
    "`a`",
    "a",
    "abc",
    "(1)",
    "<1>",
    "#",
    "# comment\n1",
    "// comment\n1",
    "/* comment */1",
    "1// comment",
    "1/* comment */",
    "1 #",
    "[1,/**/2]",
    "[1,2]//",
    "{\"a\":/**/1}",
    "{/**/}",
    "{}/**/",
    "{}//",
    "{}#",
    "@",
    "$",
    "%",
    "&",
    "*",
    "+",
    "=",
    "?",
    "!",
    "~",
    "^",
    "|",
    "\\",
    "\\n",
    "\\u0031",
    "[\\u0031]",
    "_",
    "...",
    "[...]",
    "[*]",
    "NaN",
    "Infinity",
    "-Infinity",
    "[NaN]",
    "[Infinity]",
    "[-Infinity]",
    "{\"a\":NaN}",
    "nan",
    "inf",
    "-inf",
    "-NaN",
    "+Infinity",
    "-I",
    "-In",
    "-Infinit",
    "-Infinityx",
    "Infinityx",
    "NaNx",
    "N",
    "I",
    "\u00EF\u00BB\u00BF",
    "\u00EF\u00BB\u00BF1",
    "\u00EF\u00BB\u00BF{}",
    "\u00EF\u00BB\u00BF\"a\"",
    "\u00EF",
    "\u00EF\u00BB",
    "\u00EF\u00BB1",
    "1\u00EF\u00BB\u00BF",
    "[\u00EF\u00BB\u00BF]",
    " \u00EF\u00BB\u00BF1",
    "\u00FE\u00FF\0001",
    "\u00FF\u00FE1\0",
    "\0001",
    "1\0",
    "[\0]",
    "[1\0]",
    "\u00C2\u00A01",
    "1\u00C2\u00A0",
    "[1,\u00E2\u0080\u00A82]",
    "\u00E2\u0081\u00A01",
    "\f1",
    "[\f]",
    "\u000B1",
    "[\u000B]",
    "\u007f",
    "[\u007f]",
    "\u0085",
    "1\u0085",
    "\u001b[0m",
    "<!-- -->",
    "<null>",
    "<a/>",
    "{\"a\":<1>}",
    "a\u00e5",
    "[a\u00e5]",
    "\u00e5",
    "[\u00e5]",
    "['",
    "['a",
    "{'",
    "[\"\\",
    "\"\\",
    "[1,\n1\n,1",
    "[1,\n1,\n1,\n]",
    "[1.",
    "[-",
    "[1e",
    "{\"a\":-",
    "{\"a\":1.",
    "{\"a\":1e",
    "{\"a\":t",
    "{\"a\":n",
    "{\"a\":\"",
    "[\"",
    "[\"\\u",
    "[[[[[[[[[[[[",
    "{}}}}}",
  };

  private static final String[] NO_NUMBERS = {
    "-",
    "--1",
    "---1",
    "+1",
    "+",
    "++1",
    "-+1",
    "+-1",
    "- 1",
    "-.5",
    "-.",
    ".",
    ".5",
    ".e1",
    "0.",
    "1.",
    "-1.",
    "1..",
    "1..2",
    "1.2.3",
    "1.e1",
    "1.E1",
    "0.e1",
    "1.-1",
    "1.+1",
    "1.x",
    "1. 5",
    "1 .5",
    "00",
    "01",
    "-00",
    "-01",
    "007",
    "012.5",
    "00.5",
    "-00.5",
    "01e1",
    "00e1",
    "0123456789",
    "1e",
    "1E",
    "1e+",
    "1e-",
    "1E+",
    "1E-",
    "1e+-1",
    "1e-+1",
    "1ee1",
    "1eE1",
    "1e1e1",
    "1e1.5",
    "1e.5",
    "1e 1",
    "1e1x",
    "1ex",
    "0e",
    "0e+",
    "0e-x",
    "1.5e",
    "1.5e+",
    "1.5e-",
    "1.5ee",
    "1x",
    "1a",
    "0x1",
    "0x",
    "0X1F",
    "0b1",
    "0o7",
    "1_000",
    "1,000.",
    "1'000",
    "1L",
    "1f",
    "1d",
    "1F",
    "1.5f",
    "1n",
    "1i",
    "1%",
    "$1",
    "1-",
    "1+",
    "1-1",
    "1+1",
    "1*1",
    "1/2",
    "1=1",
    "-x",
    "-a",
    "-\"1\"",
    "-[]",
    "-null",
    "- ",
    "-e1",
    "e1",
    "E1",
    "e",
    "-0x1",
    "1.5.",
    "1.5e1.",
    "1.5-",
    "\u00b2",
    "1\u00b2",
    "\u00c2\u00b2",
    "\u0660",
    "12345678x",
    "123456789012345678x",
    "12345678901234567890x",
    "0.12345678x",
    "0.1234567812345678x",
    "0.123456781234567812345678.",
    "1e-12345678x",
  };

  private static final String[] NO_STRINGS = {
    "\"",
    "\"a",
    "\"\\",
    "\"\\\"",
    "\"a\\\"",
    "\"\\\\\\\"",
    "\"12345678",
    "\"1234567",
    "\"12345678901234567",
    "\"\\x41\"",
    "\"\\a\"",
    "\"\\v\"",
    "\"\\0\"",
    "\"\\1\"",
    "\"\\e\"",
    "\"\\'\"",
    "\"\\ \"",
    "\"\\N\"",
    "\"\\B\"",
    "\"\\U0041\"",
    "\"\\-\"",
    "\"\\`\"",
    "\"\\\n\"",
    "\"\\\t\"",
    "\"\\\0\"",
    "\"\\\u00e9\"",
    "\"\\u\"",
    "\"\\u0\"",
    "\"\\u00\"",
    "\"\\u004\"",
    "\"\\u004",
    "\"\\u00",
    "\"\\u0",
    "\"\\u",
    "\"\\u004g\"",
    "\"\\u00g1\"",
    "\"\\u0g41\"",
    "\"\\ug041\"",
    "\"\\u 041\"",
    "\"\\u+041\"",
    "\"\\u-041\"",
    "\"\\u{41}\"",
    "\"\\u\\u0041\"",
    "\"\\u00\\u41\"",
    "\"\\ud83d\\u\"",
    "\"\\ud83d\\ude0\"",
    "\"\\ud83d\\\"",
    "\"\\ud83d\\",
    "\"\\ud83d",
    "\"\\u00\u00c3\u00a9\"",
    "\"\\u\u00ef\u00bc\u0091000\"",
    "\"12345678\\q\"",
    "\"1234567\\q\"",
    "\"\u00c3\u00a9\\q\"",
    "\"\u00c3\u00a9",
    "\"\u00c3\u00a9\n\"",
    // UTF-8: continuation alone, lead alone, lead at the end
    "\"\u0080\"",
    "\"\u00bf\"",
    "\"a\u0080\"",
    "\"\u00c2\"",
    "\"\u00c2",
    "\"\u00c2a\"",
    "\"\u00df\u00c0\"",
    "\"\u00e1\"",
    "\"\u00e1",
    "\"\u00e1\u0080\"",
    "\"\u00e1\u0080",
    "\"\u00e1\u0080a\"",
    "\"\u00e1a\u0080\"",
    "\"\u00f1\"",
    "\"\u00f1",
    "\"\u00f1\u0080\"",
    "\"\u00f1\u0080",
    "\"\u00f1\u0080\u0080\"",
    "\"\u00f1\u0080\u0080",
    "\"\u00f1\u0080\u0080a\"",
    "\"\u00f1\u0080a\u0080\"",
    "\"\u00f1a\u0080\u0080\"",
    // overlong
    "\"\u00c0\u0080\"",
    "\"\u00c0\u00af\"",
    "\"\u00c1\u0081\"",
    "\"\u00c1\u00bf\"",
    "\"\u00e0\u0080\u0080\"",
    "\"\u00e0\u0080\u00af\"",
    "\"\u00e0\u009f\u00bf\"",
    "\"\u00f0\u0080\u0080\u0080\"",
    "\"\u00f0\u008f\u00bf\u00bf\"",
    // surrogates
    "\"\u00ed\u00a0\u0080\"",
    "\"\u00ed\u00af\u00bf\"",
    "\"\u00ed\u00b0\u0080\"",
    "\"\u00ed\u00bf\u00bf\"",
    "\"\u00ed\u00a0\u00bd\u00ed\u00b8\u0080\"",
    // beyond U+10FFFF, and bytes that UTF-8 does not have
    "\"\u00f4\u0090\u0080\u0080\"",
    "\"\u00f5\u0080\u0080\u0080\"",
    "\"\u00f7\u00bf\u00bf\u00bf\"",
    "\"\u00f8\u0088\u0080\u0080\u0080\"",
    "\"\u00fc\u0084\u0080\u0080\u0080\u0080\"",
    "\"\u00fe\"",
    "\"\u00ff\"",
    "\"\u00fe\u00fe\u00ff\u00ff\"",
    // one continuation too many
    "\"\u00c3\u00a9\u0080\"",
    "\"\u00e2\u0082\u00ac\u0080\"",
    "\"\u00f0\u009f\u0098\u0080\u0080\"",
  };

  // ---------------------------------------------------------------- UTF-8

  /** Each first byte with each second one, and those with bytes of all kinds behind. */
  static Stream<Integer> leads() {
    return Stream.iterate(0x80, b -> b <= 0xFF, b -> b + 1);
  }

  @ParameterizedTest
  @MethodSource("leads")
  void utf8IsWellFormedOrRefused(int first) {
    int[] kinds = {'A', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int second = '@'; second <= 0xFF; second++) {
      checkUtf8(first, second);
    }
    for (int second : first < 0xE0 ? new int[0] : kinds) {
      for (int third : kinds) {
        checkUtf8(first, second, third);
        for (int fourth : first < 0xF0 ? new int[0] : kinds) {
          checkUtf8(first, second, third, fourth);
        }
      }
    }
  }

  private static void checkUtf8(int... sequence) {
    byte[] json = new byte[sequence.length + 2];
    json[0] = '"';
    for (int i = 0; i < sequence.length; i++) {
      json[i + 1] = (byte) sequence[i];
    }
    json[json.length - 1] = '"';
    byte[] inner = Arrays.copyOfRange(json, 1, json.length - 1);
    JsonReader reader = new JsonReader(PREDICTING.config(), null, json, 0, json.length);
    JsonReader skipper = new JsonReader(PREDICTING.config(), null, json, 0, json.length);
    boolean valid = JsonSource.isUtf8(inner);
    String text = new String(inner, StandardCharsets.UTF_8);
    if (valid && text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
      assertEquals(text, reader.readString());
      skipper.skipValue();
      assertEquals(JsonToken.END, skipper.peek());
    } else if (!valid) {
      String found =
          assertThrows(JsonSyntaxException.class, reader::readString, () -> Arrays.toString(json))
              .getMessage();
      assertTrue(
          found.startsWith("Expected well-formed UTF-8 but found")
              || found.startsWith("Expected one of"),
          found);
      assertEquals(found, assertThrows(JsonSyntaxException.class, skipper::skipValue).getMessage());
    }
  }
}
