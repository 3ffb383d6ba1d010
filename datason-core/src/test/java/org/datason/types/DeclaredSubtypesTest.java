package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.datason.Datason;
import org.datason.error.MismatchException;
import org.datason.json.JsonReader;
import org.datason.json.JsonWriter;
import org.datason.json.TypeHandler;
import org.junit.jupiter.api.Test;

/** Declared subtypes of the type that a handler is of. */
class DeclaredSubtypesTest {

  interface Sign {}

  record Plus(int weight) implements Sign {}

  record Minus(int weight) implements Sign {}

  record Pair(Plus plus, Sign any) {}

  /** Writes and reads all kinds of signs. */
  private static final class SignHandler implements TypeHandler<Sign> {

    @Override
    public Class<Sign> type() {
      return Sign.class;
    }

    @Override
    public String hint() {
      return "sign";
    }

    @Override
    public boolean handles(Class<?> type) {
      return Sign.class.isAssignableFrom(type);
    }

    @Override
    public void write(Sign value, JsonWriter out) {
      out.writeInt(value instanceof Plus plus ? plus.weight : -((Minus) value).weight);
    }

    @Override
    public Sign read(JsonReader in) {
      int n = in.readInt();
      return n < 0 ? new Minus(-n) : new Plus(n);
    }
  }

  @Test
  void aSubtypeIsReadByTheHandlerOfTheTypeAboveIt() {
    Datason datason = Datason.builder().handler(new SignHandler()).type(Pair.class).build();
    assertEquals(new Plus(3), datason.fromJson("3", Plus.class));
    assertEquals(new Plus(3), datason.fromJson(datason.toJson(new Plus(3)), Plus.class));
    Pair pair = new Pair(new Plus(1), new Minus(2));
    String json = datason.with(c -> c.hints(false)).toJson(pair);
    assertEquals("{\"plus\":1,\"any\":-2}", json);
    assertEquals(pair, datason.fromJson(json, Pair.class));
    assertEquals(pair, datason.fromJson(datason.toJson(pair)));
    assertEquals(
        "Expected a Plus but found -3 (it is read as a Minus) at $.plus (line 1, column 9, offset 8)",
        assertThrows(
                MismatchException.class,
                () -> datason.fromJson("{\"plus\":-3,\"any\":1}", Pair.class))
            .getMessage());
    String hinted = "{\"__datason_type__\":\"sign\",\"__datason_value__\":-3}";
    assertEquals(
        "Expected a Plus but found -3 (it is read as a Minus) at $.__datason_value__ (line 1, column 48,"
            + " offset 47)",
        assertThrows(MismatchException.class, () -> datason.fromJson(hinted, Plus.class))
            .getMessage());
  }
}
