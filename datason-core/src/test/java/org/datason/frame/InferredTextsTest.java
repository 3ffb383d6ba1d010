package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.FieldType.Simple;
import org.datason.json.TextBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of texts whose type is found: the widest that all need, without the loss of a digit. */
class InferredTextsTest {

  /** The column of some texts, of which null is missing. */
  private static Column infer(boolean lenient, List<String> texts) {
    ColumnBuilder builder = ColumnBuilder.ofTexts(lenient);
    for (String text : texts) {
      if (text == null) {
        builder.appendMissing();
      } else {
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        builder.appendText(b, 0, b.length);
      }
    }
    Column column = builder.build();
    assertEquals(texts.size(), column.size());
    return column;
  }

  private static List<String> texts(Column column) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      TextBytes text = new TextBytes();
      if (!column.isMissing(i)) {
        column.appendText(i, text);
      }
      texts.add(column.isMissing(i) ? null : TextBytes.decode(text.bytes(), 0, text.length()));
    }
    return texts;
  }

  private static List<String> split(String texts) {
    return Arrays.stream(texts.split(" ")).map(t -> t.equals("-") ? null : t).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true false - true          | boolean",
        "1 -2 - 9223372036854775807 | int64",
        "0.5 5.0 - 1e16 -0.0        | float64",
        "NaN 0.5 -Infinity          | float64",
        "NaN:7ff8000000000001 1.5   | float64",
        "0.10 0.25 - 12.99          | decimal(4, 2)",
        "9223372036854775808 1      | decimal(19, 0)",
        "0.12345678901234567890     | decimal(20, 20)",
        "007 008                    | text",
        "1 02                       | text",
        "+5 1                       | text",
        "1e5 1                      | text",
        "1e-05 x                    | text",
        "1e-05 0.5 9007199254740993 | text",
        "1E-05 0.5                  | text",
        "10e-06 0.5                 | text",
        "1e-005 0.5                 | text",
        "1e+05 0.5                  | text",
        "0.0001e-01 0.5             | text",
        ".5 0.5                     | text",
        "5. 0.5                     | text",
        "-0 1                       | text",
        "1 2.5 x                    | text",
        "true 1                     | text",
        "True False                 | text",
        "nan 0.5                    | text",
        "NaN 0.50                   | text",
        "1e16 0.50                  | text",
        "2024-06-15 - 1999-12-31    | date",
        "2024-06-15 2024-02-30      | text",
        "2024-06-15T10:30:00        | timestamp[us]",
        "2024-06-15T10:30:00.123456789 | timestamp[ns]",
        "2024-06-15T10:30:00+00:00  | timestamp[us, UTC]",
        "2024-06-15T10:30:00Z       | text",
        "2024-06-15T10:30:00.10     | text",
        "7d444840-9dc0-11d1-b245-5ffdce74fad2 | uuid",
        "-                          | mixed",
      })
  void typesThatKeepTheTexts(String texts, String type) {
    List<String> list = split(texts);
    Column column = infer(false, list);
    assertEquals(type, column.type().toString());
    assertEquals(list, texts(column));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2.5 -               | float64       | 1.0 2.5 -",
        "2.5 -3                | float64       | 2.5 -3.0",
        "9007199254740993 0.5  | decimal(17, 1) | 9007199254740993.0 0.5",
        "0.5 9007199254740993  | decimal(17, 1) | 0.5 9007199254740993.0",
        "1 0.50 2.5            | decimal(3, 2) | 1.00 0.50 2.50",
        "0.00001 0.5           | decimal(5, 5) | 0.00001 0.50000",
        "1e-05 0.5 2.5e-07 1e+16 1.5e+300 | float64 | 1e-5 0.5 2.5e-7 1e16 1.5e300",
        "1e-05 1 0.0001        | float64       | 1e-5 1.0 0.0001",
        "2 1e-05 1e-5          | float64       | 2.0 1e-5 1e-5",
      })
  void numbersGainZerosOrOurExponentsAtMost(String texts, String type, String written) {
    Column column = infer(false, split(texts));
    assertEquals(type, column.type().toString());
    assertEquals(split(written), texts(column));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "True FALSE - true      | boolean       | true false - true",
        "+5 -3                  | int64         | 5 -3",
        "1e5 1E-05 .5 5. +2.50 -0 | float64     | 100000.0 0.00001 0.5 5.0 2.5 -0.0",
        "nan inf -inf +inf 1    | float64       | NaN Infinity -Infinity Infinity 1.0",
        "0.12345678901234567890 1e2 | decimal(23, 20) | 0.12345678901234567890 100.00000000000000000000",
        "007 1                  | text          | 007 1",
        "+007 1                 | text          | +007 1",
        "00.5 1                 | text          | 00.5 1",
        "1e5 x                  | text          | 1e5 x",
        "tRUE                   | text          | tRUE",
        "1e-400                 | decimal(400, 400) |",
        "1e99999999999          | text          | 1e99999999999",
        "1e2000                 | text          | 1e2000",
        "+-5                    | text          | +-5",
        "2024-06-15T10:30:00Z   | timestamp[us, UTC] | 2024-06-15T10:30:00+00:00",
      })
  void otherSpellingsCountIfAskedFor(String texts, String type, String written) {
    Column column = infer(true, split(texts));
    assertEquals(type, column.type().toString());
    if (written != null) {
      assertEquals(split(written.replace("0.00001", "1e-5")), texts(column));
    }
  }

  @Test
  void emptyTextsAreMissingAmongOthers() {
    assertEquals(
        Column.of(Simple.INT64, 1L, null, null), infer(false, Arrays.asList("1", "", null)));
    assertEquals(Column.of(Simple.TEXT, "x", "", null), infer(false, Arrays.asList("x", "", null)));
    assertEquals(Column.of(Simple.TEXT, "", null), infer(false, Arrays.asList("", null)));
    assertEquals(
        Column.of(Simple.DATE, null, java.time.LocalDate.of(2024, 6, 15)),
        infer(false, List.of("", "2024-06-15")));
    assertEquals(
        Column.of(new FieldType.Decimal(2, 2), new BigDecimal("0.50"), null),
        infer(false, List.of("0.50", "")));
    assertEquals(Column.of(Simple.TEXT, "1", "", "x"), infer(false, List.of("1", "", "x")));
  }

  @Test
  void manyIntegersBecomeDoublesOrTextsLate() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      texts.add(i % 7 == 0 ? null : Integer.toString(i - 500));
    }
    texts.add("0.5");
    assertEquals(Simple.FLOAT64, infer(false, texts).type());
    texts.add("x");
    Column column = infer(false, texts);
    assertEquals(Simple.TEXT, column.type());
    assertEquals(texts, texts(column));
  }

  private static final String[] TEXTS = {
    "0",
    "1",
    "-17",
    "9007199254740993",
    "9223372036854775808",
    "0.5",
    "5.0",
    "1e16",
    "0.50",
    "1e5",
    "007",
    "+5",
    "true",
    "x",
    "NaN",
    "",
    "2024-06-15",
    "12345678901234567.25",
    "1e-400"
  };

  /** Whatever comes in whatever order: numbers keep their digits, texts are the same. */
  @Property(tries = 2000)
  void nothingIsLost(@ForAll long seed) {
    Random random = new Random(seed);
    int kinds = 1 + random.nextInt(4);
    String[] some = new String[kinds];
    for (int i = 0; i < kinds; i++) {
      some[i] = TEXTS[random.nextInt(TEXTS.length)];
    }
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      texts.add(random.nextInt(6) == 0 ? null : some[random.nextInt(kinds)]);
    }
    for (boolean lenient : new boolean[] {false, true}) {
      Column column = infer(lenient, texts);
      List<String> written = texts(column);
      for (int i = 0; i < texts.size(); i++) {
        assertSame(column.type(), texts.get(i), written.get(i), lenient);
      }
    }
  }

  private static void assertSame(FieldType type, String text, String written, boolean lenient) {
    if (text == null || text.isEmpty() && written == null) {
      assertEquals(null, written);
    } else if (type == Simple.TEXT || text.equals("NaN") || !lenient && !isNumber(text)) {
      assertEquals(text, written);
    } else if (isNumber(text)) {
      BigDecimal number = new BigDecimal(text);
      assertTrue(number.compareTo(new BigDecimal(written)) == 0, text + " became " + written);
      assertTrue(
          lenient || written.equals(text) || written.matches("\\Q" + text + "\\E\\.?0+"),
          text + " became " + written);
    }
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?[0-9.]+(e-?[0-9]+)?");
  }
}
