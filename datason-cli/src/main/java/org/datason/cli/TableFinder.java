package org.datason.cli;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.datason.tensor.Tensor;
import org.datason.types.Hinted;

/** Finds the tables and arrays in a value, each by its path. */
final class TableFinder {

  private static final int MAX_DEPTH = 100;

  private final Map<String, Object> found = new LinkedHashMap<>();

  private TableFinder() {}

  /** All tables and arrays in a value by their paths, in their order. */
  static Map<String, Object> in(Object value) {
    TableFinder finder = new TableFinder();
    finder.look("$", value, 0);
    return finder.found;
  }

  private static String step(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "[\"" + name + "\"]";
  }

  private void look(String path, Object value, int depth) {
    if (TableSummary.isOne(value)) {
      boolean scalar = value instanceof Tensor tensor && tensor.rank() == 0;
      if (!scalar) {
        found.put(path, value);
      }
    } else if (depth == MAX_DEPTH) {
      return;
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> look(path + step(String.valueOf(key)), item, depth + 1));
    } else if (value instanceof Collection<?> list) {
      int i = 0;
      for (Object item : list) {
        look(path + "[" + i++ + "]", item, depth + 1);
      }
    } else if (value instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        look(path + "[" + i + "]", array[i], depth + 1);
      }
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      look(path, optional.get(), depth + 1);
    } else if (value instanceof Hinted hinted) {
      look(path, hinted.value(), depth + 1);
    } else if (value instanceof Record) {
      lookIntoRecord(path, value, depth);
    }
  }

  private void lookIntoRecord(String path, Object value, int depth) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        look(path + "." + component.getName(), component.getAccessor().invoke(value), depth + 1);
      } catch (ReflectiveOperationException e) {
        continue; // a record that is not public shows nothing
      }
    }
  }
}
