package org.datason.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what was redacted and where, without the values themselves. Use one for each document,
 * or for as many as are to be counted together. Thread-safe.
 *
 * <pre>{@code
 * RedactionSummary summary = new RedactionSummary();
 * String json = datason.with(redaction.withSummary(summary)).toJson(users);
 * summary.entries(); // [RedactionSummary.Entry[path=$.users[*].email, rule=pattern:email, count=3]]
 * }</pre>
 */
public final class RedactionSummary {

  /** Places beyond these are counted together, so that a summary stays small. */
  private static final int MOST_ENTRIES = 10_000;

  private static final String ELSEWHERE = "elsewhere";

  /**
   * What one rule redacted at one path.
   *
   * @param path the path, with {@code [*]} for any index; that of the object where the name of a
   *     member was redacted; {@code elsewhere} after the first 10,000 entries
   * @param rule the rule: {@code field:} and its name, {@code path:} and its path, or {@code
   *     pattern:} and its name
   * @param count how many values, or matches in texts
   */
  public record Entry(String path, String rule, long count) {}

  private record Key(String path, String rule) {}

  private final Map<Key, Long> counts = new LinkedHashMap<>();

  /** An empty summary. */
  public RedactionSummary() {}

  synchronized void add(String path, String rule) {
    Key key = new Key(path, rule);
    if (counts.size() >= MOST_ENTRIES && !counts.containsKey(key)) {
      key = new Key(ELSEWHERE, rule);
    }
    counts.merge(key, 1L, Long::sum);
  }

  /**
   * What was redacted so far.
   *
   * @return an entry for each path and rule, in the order in which they were met first
   */
  public synchronized List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    counts.forEach((key, count) -> entries.add(new Entry(key.path, key.rule, count)));
    return Collections.unmodifiableList(entries);
  }

  /**
   * How many values and matches were redacted so far.
   *
   * @return the sum over all entries
   */
  public synchronized long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One line an entry: {@code $.users[*].email: 3 by pattern:email}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries()) {
      text.append(entry.path).append(": ").append(entry.count).append(" by ").append(entry.rule);
      text.append('\n');
    }
    return text.toString();
  }
}
