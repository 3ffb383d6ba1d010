package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.datason.Datason;
import org.datason.config.Optimisations;
import org.datason.error.DatasonException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Turning an optimisation off changes no byte, no value and no error. */
class OptimisationsTest {

  private static final Datason ON = Datason.create();
  private static final List<Datason> OFF = Optimisations.without(ON);

  @ParameterizedTest
  @MethodSource("org.datason.json.ConformanceTest#accepted")
  void readTheSameValues(ConformanceTest.Accepted document) {
    Object value = ON.fromJson(document.json());
    String json = ON.toJson(value);
    for (Datason off : OFF) {
      Object same = off.fromJson(document.json());
      assertEquals(value, same);
      assertEquals(json, off.toJson(same));
      assertEquals(json, off.toJson(value));
      assertEquals(json, ON.toJson(same));
    }
  }

  @ParameterizedTest
  @MethodSource("org.datason.json.ConformanceTest#refused")
  void refuseTheSameDocuments(ConformanceTest.Refused document) {
    String message = error(ON, document.json());
    for (Datason off : OFF) {
      assertEquals(message, error(off, document.json()));
    }
  }

  private static String error(Datason datason, byte[] json) {
    return assertThrows(DatasonException.class, () -> datason.fromJson(json)).getMessage();
  }

  /** Objects of few names in many orders: what prediction and shared names live on. */
  @Property(tries = 300)
  void objectsOfAnyShapes(@ForAll @Size(max = 30) List<@Size(max = 8) List<Byte>> shapes) {
    StringBuilder text = new StringBuilder("[");
    for (List<Byte> names : shapes) {
      text.append(text.length() == 1 ? "{" : ",{");
      int n = 0;
      for (byte name : names) {
        String key = (name % 3 == 0 ? "a long name of many bytes, " : "n\\u00e9") + name % 5;
        text.append(n == 0 ? "\"" : ", \"").append(key).append("\":").append(n++);
      }
      text.append('}');
    }
    byte[] json = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    Object value = ON.fromJson(json);
    for (Datason off : OFF) {
      assertEquals(value, off.fromJson(json));
      assertEquals(ON.toJson(value), off.toJson(off.fromJson(json)));
      assertEquals(new ArrayList<>((List<?>) value), off.fromJson(ON.toBytes(off.fromJson(json))));
    }
  }
}
