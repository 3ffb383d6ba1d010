package org.datason.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.datason.cli.Schema.Hinted;
import org.datason.cli.Schema.Kind;

/** Prints a schema as a tree: a line for each member with its name, type and first values. */
final class SchemaPrinter {

  /** The columns of a line. */
  static final int WIDTH = 100;

  private static final int MAX_NAME = 28;
  private static final int MAX_TYPE = 34;
  private static final int MAX_LISTS = 6;

  /** An object with more names than this, all of one type, is printed as one line. */
  private static final int DICTIONARY = 20;

  private final List<String> lines = new ArrayList<>();
  private final int maxDepth;
  private final int maxValues;

  /**
   * A printer.
   *
   * @param maxDepth how many levels to print
   * @param maxValues how many values to print of each place
   */
  SchemaPrinter(int maxDepth, int maxValues) {
    this.maxDepth = maxDepth;
    this.maxValues = maxValues;
  }

  /** The lines of a document's tree. */
  List<String> print(Schema root) {
    line("", type(root), values(root));
    children(root, 1);
    return lines;
  }

  /** Prints the members of the objects that stand at a place, also in its lists and hints. */
  private void children(Schema at, int depth) {
    if (at.members != null || at.others != null) {
      members(at, depth);
    }
    if (at.items != null) {
      children(at.items, depth);
    }
    if (at.hinted != null) {
      for (Hinted kind : at.hinted.values()) {
        if (!isTensor(kind)) {
          children(kind.value, depth);
        }
      }
    }
  }

  private void members(Schema at, int depth) {
    String indent = "  ".repeat(depth);
    if (depth > maxDepth) {
      lines.add(indent + "… " + names(at) + (depth == 1 ? "" : ", see --depth"));
      return;
    }
    Schema merged = dictionary(at);
    if (merged != null) {
      line(indent + "(" + names(at) + ")  ", type(merged), values(merged));
      children(merged, depth + 1);
      return;
    }
    long objects = at.count(Kind.OBJECT);
    int nameWidth = 0;
    int typeWidth = 0;
    for (Map.Entry<String, Schema> member : at.members().entrySet()) {
      nameWidth = Math.max(nameWidth, Text.width(name(member, objects)));
      typeWidth = Math.max(typeWidth, Text.width(type(member.getValue())));
    }
    nameWidth = Math.min(nameWidth, MAX_NAME);
    typeWidth = Math.min(typeWidth, MAX_TYPE);
    for (Map.Entry<String, Schema> member : at.members().entrySet()) {
      Schema schema = member.getValue();
      String start = indent + Text.pad(name(member, objects), nameWidth) + "  ";
      line(start, Text.pad(type(schema), typeWidth), values(schema));
      children(schema, depth + 1);
    }
    if (at.others != null) {
      line(indent + "(more names)  ", type(at.others), values(at.others));
      children(at.others, depth + 1);
    }
  }

  private void line(String start, String type, String values) {
    String line = start + type + (values.isEmpty() ? "" : "  " + values);
    lines.add(Text.cut(line, Math.max(WIDTH, Text.width(start + type.strip()))).stripTrailing());
  }

  private static String names(Schema at) {
    int told = at.members == null ? 0 : at.members.size();
    return at.others == null ? Text.count(told, "name") : "more than " + told + " names";
  }

  private static String name(Map.Entry<String, Schema> member, long objects) {
    return Text.line(member.getKey()) + (member.getValue().count() < objects ? "?" : "");
  }

  /** All members as one, if they are many and of one type: their names are data, not a schema. */
  private Schema dictionary(Schema at) {
    if (at.others == null && at.members().size() <= DICTIONARY) {
      return null;
    }
    Kind common = null;
    for (Schema member : at.members().values()) {
      for (Kind kind : Kind.values()) {
        if (kind != Kind.NULL && member.count(kind) > 0) {
          if (common != null && common != kind && !(isNumber(common) && isNumber(kind))) {
            return null;
          }
          common = kind;
        }
      }
    }
    Schema merged = new Schema();
    at.members().values().forEach(member -> merged.add(member, maxValues));
    if (at.others != null) {
      merged.add(at.others, maxValues);
    }
    return merged;
  }

  private static boolean isNumber(Kind kind) {
    return kind.compareTo(Kind.INT) >= 0 && kind.compareTo(Kind.DOUBLE) <= 0;
  }

  // ---------------------------------------------------------------- types

  /** The type of all that stands at a place: {@code list of 150 double}, {@code int or null}. */
  static String type(Schema at) {
    return type(at, false, 0);
  }

  /** The type of what stands in so many lists that are named before it. */
  private static String type(Schema at, boolean plural, int lists) {
    List<String> types = new ArrayList<>();
    Kind number = null;
    for (Kind kind : Kind.values()) {
      if (isNumber(kind) && at.count(kind) > 0) {
        number = kind; // the widest
      }
    }
    for (Kind kind : Kind.values()) {
      if (kind == Kind.NULL || at.count(kind) == 0 || isNumber(kind) && kind != number) {
        continue;
      }
      switch (kind) {
        case LIST -> types.add(list(at, plural, lists + 1));
        case OBJECT -> types.add(plural ? "objects" : "object");
        case HINTED -> at.hinted.forEach((hint, seen) -> types.add(hinted(hint, seen)));
        case DEEPER -> types.add("deeper arrays or objects");
        default -> types.add(kind.text);
      }
    }
    if (at.count(Kind.NULL) > 0) {
      types.add("null");
    }
    return types.isEmpty() ? "nothing" : String.join(" or ", types);
  }

  private static String list(Schema at, boolean plural, int lists) {
    String list = plural ? "lists of " : "list of ";
    if (at.longest == 0) {
      return list + "0";
    }
    String length = at.shortest == at.longest ? "" + at.longest : at.shortest + ".." + at.longest;
    String items = lists == MAX_LISTS ? "…" : type(at.items, at.longest > 1, lists);
    return list + length + " " + items;
  }

  private static String hinted(String hint, Hinted kind) {
    StringBuilder type = new StringBuilder(Text.line(hint));
    details(type, kind.dtypes);
    details(type, kind.shapes);
    if (kind.value.count(Kind.LIST) > 0 && !isTensor(kind)) {
      type.append(": ").append(type(kind.value));
    }
    return type.toString();
  }

  private static void details(StringBuilder type, Set<String> details) {
    if (!details.isEmpty()) {
      type.append(' ').append(String.join("|", details));
      if (details.size() == Schema.MAX_DETAILS) {
        type.append("|…");
      }
    }
  }

  /** Whether a hint's value is a dtype, a shape and data, which need no lines of their own. */
  private static boolean isTensor(Hinted kind) {
    return !kind.shapes.isEmpty();
  }

  // ---------------------------------------------------------------- values

  private String values(Schema at) {
    List<String> values = firstValues(at);
    return String.join(", ", values.subList(0, Math.min(maxValues, values.size())));
  }

  /** The first values at a place, or in the lists and hinted values there. */
  private static List<String> firstValues(Schema at) {
    if (!at.values.isEmpty()) {
      return at.values;
    }
    if (at.items != null) {
      return firstValues(at.items);
    }
    if (at.hinted != null) {
      for (Hinted kind : at.hinted.values()) {
        Schema value = kind.value;
        Schema data = value.members == null ? null : value.members.get("data");
        List<String> values = firstValues(isTensor(kind) && data != null ? data : value);
        if (!values.isEmpty()) {
          return values;
        }
      }
    }
    return List.of();
  }
}
