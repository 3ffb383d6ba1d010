package org.datason.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes values of all kinds that JSON has a form for. */
final class Trees {

  private static final String[] NAMES = {
    "a",
    "b",
    "c",
    "id",
    "name",
    "name2",
    "name_of_it",
    "name_of_them",
    "value",
    "values",
    "",
    " ",
    "é",
    "\"",
    "\\",
    "\n",
    "日本",
    "😀",
    "\ud83d",
    "12345678",
    "123456789",
    "1234567812345678",
    "12345678123456789",
    "Aa",
    "BB",
    "AaAa",
    "AaBB",
    "BBAa",
    "BBBB",
    "__datason_value__"
  };

  private final Random random;

  /** Whether keys and texts may look like a hint. */
  private final boolean hints;

  /** Whether all has a canonical form that reads back as it was. */
  private final boolean canonical;

  private Trees(Random random, boolean hints, boolean canonical) {
    this.random = random;
    this.hints = hints;
    this.canonical = canonical;
  }

  /** A value of any kind. */
  static Object any(Random random) {
    return new Trees(random, true, false).tree(6);
  }

  /** A value with names that all readers take: no hints, and no lone surrogates. */
  static Object withoutHints(Random random) {
    return new Trees(random, false, false).tree(6);
  }

  /** A value whose canonical form reads back as it was. */
  static Object canonical(Random random) {
    return new Trees(random, false, true).tree(6);
  }

  private Object tree(int depth) {
    int kind = random.nextInt(depth > 0 ? 16 : 9);
    switch (kind) {
      case 0:
        return null;
      case 1:
        return random.nextBoolean();
      case 2:
      case 3:
        return integer();
      case 4:
      case 5:
        return decimal();
      case 6:
      case 7:
      case 8:
        return text();
      case 9:
      case 10:
        return list(depth);
      case 11:
      case 12:
        return records(depth);
      default:
        return map(depth);
    }
  }

  private Object integer() {
    switch (random.nextInt(5)) {
      case 0:
        return random.nextInt(10);
      case 1:
        return random.nextInt() >> random.nextInt(32);
      case 2:
        long value = random.nextLong() >> random.nextInt(canonical ? 20 : 32);
        if (canonical) {
          value = value >> 11;
        }
        return value == (int) value ? (Object) (int) value : (Object) value;
      case 3:
        return random.nextBoolean() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
      default:
        if (canonical) {
          return 0;
        }
        BigInteger big = new BigInteger(64 + random.nextInt(200), random).setBit(64);
        return random.nextBoolean() ? big : big.negate();
    }
  }

  private Object decimal() {
    double value;
    switch (random.nextInt(4)) {
      case 0:
        value = random.nextInt(1000) / 8.0;
        break;
      case 1:
        value = random.nextGaussian();
        break;
      case 2:
        value = -0.0;
        break;
      default:
        value = Double.longBitsToDouble(random.nextLong());
    }
    boolean plain = Double.isFinite(value) && (!canonical || Math.abs(value) < 1e15);
    return plain && !(canonical && value == Math.rint(value)) ? value : 0.5;
  }

  private String text() {
    int length = random.nextInt(20);
    if (random.nextInt(10) == 0) {
      length = random.nextInt(300);
    } else if (random.nextInt(200) == 0) {
      length = random.nextInt(20_000);
    }
    int kind = random.nextInt(6);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      switch (kind == 5 ? random.nextInt(5) : kind) {
        case 0:
          text.append((char) (' ' + random.nextInt(0x5F)));
          break;
        case 1:
          text.append((char) random.nextInt(0x100));
          break;
        case 2:
          text.append("\"\\/?\b\f\n\r\t\0\u001f\u007f".charAt(random.nextInt(12)));
          break;
        case 3:
          char c = (char) random.nextInt(0x10000);
          text.append(canonical && Character.isSurrogate(c) ? 'x' : c);
          break;
        default:
          text.appendCodePoint(0x10000 + random.nextInt(0x100000));
      }
    }
    return text.toString();
  }

  private String name() {
    if (hints && random.nextInt(20) == 0) {
      return "__datason_type__";
    }
    String name = random.nextInt(4) == 0 ? text() : NAMES[random.nextInt(NAMES.length)];
    return hints ? name : new String(name.getBytes(UTF_8), UTF_8); // no lone surrogates
  }

  private Object list(int depth) {
    int size = random.nextInt(random.nextInt(20) == 0 ? 100 : 6);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      list.add(tree(depth - 1));
    }
    return list;
  }

  private Object map(int depth) {
    Map<String, Object> map = random.nextInt(4) == 0 ? new HashMap<>() : new LinkedHashMap<>();
    int wide = random.nextInt(60);
    int size = wide == 0 ? 60 + random.nextInt(100) : wide == 1 ? 1000 : random.nextInt(6);
    for (int i = 0; i < size; i++) {
      String name = size > 20 && random.nextInt(10) > 0 ? "key" + i * 7 : name();
      map.put(name, tree(size > 20 ? 0 : depth - 1));
    }
    return map;
  }

  /** Objects of like shapes, some of which lack a member, have one more or another order. */
  private Object records(int depth) {
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      names.add(name());
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      List<String> own = new ArrayList<>(names);
      switch (random.nextInt(6)) {
        case 0:
          own.remove(random.nextInt(own.size()));
          break;
        case 1:
          own.add(random.nextInt(own.size() + 1), name());
          break;
        case 2:
          Collections.shuffle(own, random);
          break;
        default: // as it is
      }
      Map<String, Object> record = new LinkedHashMap<>();
      for (String name : own) {
        record.put(name, tree(depth - 2));
      }
      list.add(record);
    }
    return list;
  }
}
