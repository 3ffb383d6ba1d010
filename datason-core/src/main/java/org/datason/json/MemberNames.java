package org.datason.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.datason.config.DatasonConfig;

/**
 * The names of the members of like objects, known by their numbers: they are compared and copied as
 * bytes. Once complete, it may be shared by threads that write.
 *
 * <pre>{@code
 * int expected = 0;
 * while (in.hasNext()) {
 *   int i = in.readName(names, expected);
 *   columns.get(i).append(in.readDouble());
 *   expected = i + 1;
 * }
 * }</pre>
 */
public final class MemberNames {

  private final List<Key> keys = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** No names. */
  public MemberNames() {}

  /**
   * How many names there are.
   *
   * @return 0 or more
   */
  public int size() {
    return keys.size();
  }

  /**
   * A name.
   *
   * @param i its number, from 0
   * @return the name
   */
  public String get(int i) {
    return keys.get(i).text;
  }

  /**
   * Adds a name, if it is new.
   *
   * @param name the name
   * @return its number
   */
  public int add(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    JsonWriter out = new JsonWriter(DatasonConfig.defaults(), null);
    out.writeString(name);
    byte[] quoted = out.toByteArray();
    return add(new Key(name, quoted, 1, quoted.length - 1, 0, 0));
  }

  /** Adds a key, if its name is new. */
  int add(Key key) {
    Integer known = numbers.putIfAbsent(key.text, keys.size());
    if (known != null) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  /** The key of a number, or null if it has none. */
  Key key(int i) {
    return i < keys.size() ? keys.get(i) : null;
  }
}
