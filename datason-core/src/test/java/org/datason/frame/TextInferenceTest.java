package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.frame.FieldType.Simple;
import org.junit.jupiter.api.Test;

class TextInferenceTest {

  private static final String[] TEXTS = {
    "1",
    "-7",
    "0.5",
    "2.50",
    "9007199254740993",
    "1e16",
    "1e5",
    "NaN",
    "nan",
    "true",
    "TRUE",
    "2024-06-15",
    "2024-06-15T10:30:00",
    "2024-06-15T10:30:00.123456789",
    "2024-06-15T10:30:00Z",
    "2024-06-15T10:30:00+00:00",
    "7d444840-9dc0-11d1-b245-5ffdce74fad2",
    "007",
    "+5",
    ".5",
    "-0",
    "a",
    "",
    "2024-13-15",
    "99999999999999999999",
    "0.1",
    "1E400"
  };

  private static FieldType type(List<String> texts, boolean lenient) {
    TextInference inference = new TextInference(lenient);
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      inference.add(bytes, 0, bytes.length);
    }
    return inference.type();
  }

  @Property(tries = 2000)
  void theTypeIsThatOfTheColumn(@ForAll long seed, @ForAll boolean lenient) {
    Random random = new Random(seed);
    String[] few = new String[1 + random.nextInt(3)];
    for (int i = 0; i < few.length; i++) {
      few[i] = TEXTS[random.nextInt(TEXTS.length)];
    }
    List<String> texts = new ArrayList<>();
    int size = random.nextInt(20);
    for (int i = 0; i < size; i++) {
      texts.add(few[random.nextInt(few.length)]);
    }
    ColumnBuilder builder = ColumnBuilder.ofTexts(lenient);
    texts.forEach(builder::append);
    assertEquals(builder.build().type(), type(texts, lenient), () -> "of " + texts);
  }

  @Test
  void manyTextsAreLookedAtInBlocks() {
    List<String> dates = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      dates.add("2024-06-" + (10 + i % 20));
    }
    assertEquals(Simple.DATE, type(dates, false));
    dates.add("2024-06-31");
    assertEquals(Simple.TEXT, type(dates, false));
  }

  @Test
  void theTypeCanBeAskedForBetween() {
    TextInference inference = new TextInference(false);
    assertEquals(Simple.MIXED, inference.type());
    inference.add(new byte[0], 0, 0);
    assertEquals(Simple.TEXT, inference.type());
    inference.add("1".getBytes(StandardCharsets.UTF_8), 0, 1);
    assertEquals(Simple.INT64, inference.type());
    inference.add("0.5".getBytes(StandardCharsets.UTF_8), 0, 3);
    assertEquals(Simple.FLOAT64, inference.type());
    inference.add("x".getBytes(StandardCharsets.UTF_8), 0, 1);
    assertEquals(Simple.TEXT, inference.type());
  }
}
