package org.datason.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Texts are kept once, unless somebody chose them so that finding them takes long. */
class TextBuilderTest {

  private static int hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return TextBuilder.hash(bytes, 0, bytes.length);
  }

  /** Texts of which each comes three times. */
  private static Column thrice(List<String> texts) {
    TextBuilder builder = new TextBuilder();
    for (int i = 0; i < 3 * texts.size(); i++) {
      builder.append(texts.get(i % texts.size()));
    }
    return builder.build();
  }

  private static void assertComeBack(List<String> texts, Column column) {
    for (int i = 0; i < 3 * texts.size(); i++) {
      assertEquals(texts.get(i % texts.size()), column.get(i));
    }
  }

  @Test
  void pairsThatCollideInStringsDoNotHere() {
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < 1 << 10; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 10; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      hashes.add(hash(text.toString()));
    }
    assertTrue(hashes.size() > 1000, hashes.size() + " of 1024");
  }

  @Test
  void textsWithOnePlaceAreKeptAsTheyCome() {
    List<String> alike = new ArrayList<>();
    for (int i = 0; alike.size() < 100; i++) {
      String text = "t" + i;
      if ((hash(text) & 0xFFF) == 0) {
        alike.add(text);
      }
    }
    Column slow = thrice(alike);
    assertComeBack(alike, slow);
    assertEquals(3L * bytes(alike) + 4 * 300, slow.memory());
  }

  @Test
  void otherTextsAreKeptOnce() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add("text " + i);
    }
    Column column = thrice(texts);
    assertComeBack(texts, column);
    assertEquals(bytes(texts) + 4 * 100 + 4 * 300, column.memory());
  }

  private static int bytes(List<String> texts) {
    return texts.stream().mapToInt(String::length).sum();
  }
}
