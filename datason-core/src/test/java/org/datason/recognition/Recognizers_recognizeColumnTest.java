package org.datason.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Recognizers_recognizeColumnTest {

  private static final Recognizers DEFAULTS = Recognizers.defaults();

  private static void staysText(String... cells) {
    List<String> column = Arrays.asList(cells);
    assertSame(column, DEFAULTS.recognizeColumn(column));
  }

  @Test
  void aColumnOfOneTypeIsRecognised() {
    assertEquals(
        List.of(LocalDate.of(2024, 6, 15), LocalDate.of(2024, 6, 16)),
        DEFAULTS.recognizeColumn(List.of("2024-06-15", "2024-06-16")));
    assertEquals(
        List.of(OffsetDateTime.parse("2024-06-15T10:30Z")),
        DEFAULTS.recognizeColumn(List.of("2024-06-15T10:30Z")));
  }

  @Test
  void missingCellsStayMissing() {
    assertEquals(
        Arrays.asList(null, LocalDateTime.of(2024, 6, 15, 10, 30), null),
        DEFAULTS.recognizeColumn(Arrays.asList(null, "2024-06-15T10:30:00", null)));
    staysText(null, null);
    staysText();
  }

  @Test
  void oneCellThatDisagreesLeavesTheColumnText() {
    staysText("2024-06-15", "2024-13-45");
    staysText("2024-06-15", "");
    staysText("", "2024-06-15");
    staysText("2024-06-15", "10:30");
    staysText("2024-06-15T10:30:00", "2024-06-15T10:30:00Z");
    staysText("x", "2024-06-15");
  }

  @Test
  void theNextRecogniserOfTheFirstCellIsTried() {
    FirstLook look = new FirstLook(1, 9, "0123456789");
    Recognizer<Integer> two =
        Recognizer.of(Integer.class, look, Pattern.compile("[0-9]{1,2}"), Integer::valueOf);
    Recognizer<Long> any =
        Recognizer.of(Long.class, look, Pattern.compile("[0-9]+"), Long::valueOf);
    Recognizers recognizers = Recognizers.builder().add(two).add(any).build();
    assertEquals(List.of(1, 2), recognizers.recognizeColumn(List.of("1", "2")));
    assertEquals(List.of(1L, 200L), recognizers.recognizeColumn(List.of("1", "200")));
  }

  @Test
  void aColumnOfTextIsLookedAtOnce() {
    AtomicInteger calls = new AtomicInteger();
    Recognizer<Integer> counting =
        Recognizer.of(
            Integer.class,
            new FirstLook(1, 10, ""),
            Pattern.compile(".*"),
            text -> {
              calls.incrementAndGet();
              return null;
            });
    List<String> column = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      column.add("text " + i);
    }
    assertSame(column, Recognizers.builder().add(counting).build().recognizeColumn(column));
    assertEquals(1, calls.get());
  }

  @Test
  void aColumnOfAPlace() {
    Recognizers recognizers = Recognizers.builder().add(Recognizer.DATES, "$.frame.day").build();
    List<String> cells = List.of("2024-06-15");
    assertSame(cells, recognizers.recognizeColumn(cells));
    assertEquals(
        List.of(LocalDate.of(2024, 6, 15)), recognizers.at("$.frame.day").recognizeColumn(cells));
  }
}
