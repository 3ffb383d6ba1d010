package org.datason.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What the made documents consist of. */
final class MadeRows {

  private static final String ESCAPED = "\"\\\n\t\r/\b\f";

  private MadeRows() {}

  /** A small record. */
  static Map<String, Object> small(Random random, int i) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", i);
    row.put("name", "user" + i);
    row.put("score", random.nextDouble());
    row.put("active", random.nextBoolean());
    row.put("tags", List.of("a", "bb", "ccc"));
    return row;
  }

  /** A text of which each eighth character is written as an escape. */
  static String escaped(Random random) {
    StringBuilder text = new StringBuilder(Documents.text(random, 64, 'a', 26));
    for (int i = 0; i < text.length(); i += 8) {
      text.setCharAt(i, ESCAPED.charAt(random.nextInt(ESCAPED.length())));
    }
    return text.toString();
  }

  /** Objects and arrays in one another, so many levels of them. */
  static Object nested(Random random, int levels) {
    if (levels == 0) {
      return random.nextInt(1_000);
    }
    if (levels % 3 == 0) {
      return new ArrayList<>(Arrays.asList(levels, nested(random, levels - 1), "leaf"));
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("level", levels);
    map.put("child", nested(random, levels - 1));
    map.put("name", "node" + random.nextInt(100));
    return map;
  }

  /** What a service answers: a page of orders with their customers, items and links. */
  static Map<String, Object> response(Random random, int orders) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", "ok");
    response.put("page", 1);
    response.put("next", null);
    List<Object> data = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      Map<String, Object> order = new LinkedHashMap<>();
      order.put("id", 1_000_000_000_000L + i);
      order.put("uuid", new UUID(random.nextLong(), random.nextLong()).toString());
      order.put("created_at", "2024-06-15T10:" + (10 + i % 50) + ":00.123456Z");
      order.put("total", random.nextInt(100_000) / 100.0);
      order.put("currency", "EUR");
      order.put("paid", random.nextBoolean());
      order.put("note", i % 3 == 0 ? null : "Please ring twice, caf\u00e9 on the left");
      Map<String, Object> customer = new LinkedHashMap<>();
      customer.put("id", random.nextInt(100_000));
      customer.put("name", Documents.text(random, 8 + random.nextInt(10), 'a', 26));
      customer.put("email", Documents.text(random, 10, 'a', 26) + "@example.org");
      order.put("customer", customer);
      List<Object> items = new ArrayList<>();
      for (int item = random.nextInt(4); item >= 0; item--) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sku", "SKU-" + random.nextInt(100_000));
        line.put("quantity", 1 + random.nextInt(9));
        line.put("price", random.nextInt(10_000) / 100.0);
        items.add(line);
      }
      order.put("items", items);
      Map<String, Object> links = new LinkedHashMap<>();
      links.put("self", "https://api.example.org/v1/orders/" + i);
      order.put("links", links);
      data.add(order);
    }
    response.put("data", data);
    return response;
  }

  /** A value that is of another type than the one before. */
  static Object mixed(Random random, int i) {
    return switch (i % 8) {
      case 0 -> random.nextInt();
      case 1 -> random.nextGaussian();
      case 2 -> Documents.text(random, 12, 'a', 26);
      case 3 -> random.nextBoolean();
      case 4 -> null;
      case 5 -> new ArrayList<>(Arrays.asList(i, "x", random.nextDouble(), null));
      case 6 -> small(random, i);
      default -> random.nextLong();
    };
  }
}
