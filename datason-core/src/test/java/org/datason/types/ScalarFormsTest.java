package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.datason.Datason;
import org.datason.TypeRef;
import org.datason.config.BytesForm;
import org.datason.config.DecimalForm;
import org.datason.config.Decimals;
import org.datason.config.EnumForm;
import org.datason.config.KeyForm;
import org.datason.config.UuidForm;
import org.datason.error.DatasonException;
import org.datason.error.MismatchException;
import org.datason.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;

class ScalarFormsTest {

  private static final Datason DATASON = Datason.builder().type(Stage.class).build();

  enum Stage {
    TRAIN("training"),
    TEST("testing"),
    MAIN("TRAIN");

    private final String text;

    Stage(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  enum Same {
    A,
    B;

    @Override
    public String toString() {
      return "same";
    }
  }

  record Run(UUID id, BigDecimal rate, byte[] data, Stage stage) {}

  private static final UUID ID = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  @Test
  void uuids() {
    Datason text = DATASON.with(c -> c.uuidForm(UuidForm.TEXT));
    assertEquals("[\"" + ID + "\"]", text.toJson(List.of(ID)));
    assertEquals(ID, text.fromJson(text.toJson(ID), UUID.class));
  }

  @Test
  void decimals() {
    BigDecimal price = new BigDecimal("19.990");
    Datason text = DATASON.with(c -> c.decimalForm(DecimalForm.TEXT));
    assertEquals("[\"19.990\"]", text.toJson(List.of(price)));
    assertEquals(price, text.fromJson(text.toJson(price), BigDecimal.class));
    Datason number = DATASON.with(c -> c.decimalForm(DecimalForm.NUMBER));
    assertEquals("[19.990]", number.toJson(List.of(price)));
    assertEquals(price, number.fromJson(number.toJson(price), BigDecimal.class));
    assertEquals(price, number.with(c -> c.decimals(Decimals.BIG_DECIMAL)).fromJson("19.990"));
  }

  @Property(tries = 200)
  void bytesReadBackInEveryFormWhateverTheReaderIsSetTo(@ForAll byte[] bytes) {
    BitSet bits = BitSet.valueOf(bytes);
    for (BytesForm form : BytesForm.values()) {
      Datason datason = DATASON.with(c -> c.bytesForm(form));
      assertArrayEquals(bytes, (byte[]) DATASON.fromJson(datason.toJson(bytes)));
      assertArrayEquals(
          bytes, DATASON.fromJson(datason.with(c -> c.hints(false)).toJson(bytes), byte[].class));
      assertEquals(
          ByteBuffer.wrap(bytes), DATASON.fromJson(datason.toJson(ByteBuffer.wrap(bytes))));
      assertEquals(bits, DATASON.fromJson(datason.toJson(bits)));
    }
  }

  @Test
  void formsOfBytes() {
    byte[] bytes = {0, 127, -128, -1};
    Datason plain = DATASON.with(c -> c.hints(false));
    assertEquals("\"AH+A/w==\"", plain.toJson(bytes));
    assertEquals("\"hex:007f80ff\"", plain.with(c -> c.bytesForm(BytesForm.HEX)).toJson(bytes));
    assertEquals("[0,127,-128,-1]", plain.with(c -> c.bytesForm(BytesForm.ARRAY)).toJson(bytes));
    assertEquals(
        "Expected two hexadecimal digits a byte after hex: but found \"hex:0g\" at $ (line 1,"
            + " column 1, offset 0)",
        error("\"hex:0g\"", byte[].class));
    assertEquals(
        "Expected a byte[] but found an array (128 is no byte, from -128 to 127) at $ (line 1,"
            + " column 1, offset 0)",
        error("[1,128]", byte[].class));
  }

  @Test
  void enums() {
    Datason text = DATASON.with(c -> c.enumForm(EnumForm.TEXT));
    Datason ordinal = DATASON.with(c -> c.enumForm(EnumForm.ORDINAL));
    for (Datason datason : List.of(DATASON, text, ordinal)) {
      Datason plain = datason.with(c -> c.hints(false));
      for (Stage stage : Stage.values()) {
        assertEquals(stage, datason.fromJson(datason.toJson(stage)));
        assertEquals(stage, plain.fromJson(plain.toJson(stage), Stage.class));
      }
    }
    assertEquals("\"TRAIN\"", DATASON.with(c -> c.hints(false)).toJson(Stage.TRAIN));
    assertEquals("\"training\"", text.with(c -> c.hints(false)).toJson(Stage.TRAIN));
    assertEquals("1", ordinal.with(c -> c.hints(false)).toJson(Stage.TEST));
    assertEquals(Stage.TEST, text.fromJson("\"TEST\"", Stage.class)); // by name, if it is no text
    assertEquals(Stage.MAIN, text.fromJson("\"TRAIN\"", Stage.class)); // its text
    assertEquals(
        "Expected a Stage but found 3 (it has the ordinals 0 to 2) at $ (line 1, column 1, offset"
            + " 0)",
        error("3", Stage.class));
    assertEquals(
        "Expected a Stage but found \"x\" (known: TRAIN, TEST, MAIN) at $ (line 1, column 1,"
            + " offset 0)",
        error("\"x\"", Stage.class));
    MismatchException e =
        assertThrows(MismatchException.class, () -> text.fromJson("\"x\"", Stage.class));
    assertEquals(
        "Expected a Stage but found \"x\" (known: [training, testing, TRAIN]) at $ (line 1, column"
            + " 1, offset 0)",
        e.getMessage());
  }

  @Test
  void anEnumsTextMustBeItsOwn() {
    Datason text = DATASON.with(c -> c.enumForm(EnumForm.TEXT).hints(false));
    UnsupportedTypeException e =
        assertThrows(UnsupportedTypeException.class, () -> text.toJson(Same.B));
    assertEquals(
        "The enum "
            + Same.class.getName()
            + " has another constant with the text \"same\"; set another enumForm at $",
        e.getMessage());
  }

  @Test
  void recordsReadBackInAllForms() {
    for (DecimalForm decimal : DecimalForm.values()) {
      for (BytesForm bytes : BytesForm.values()) {
        for (EnumForm constants : EnumForm.values()) {
          Datason datason =
              DATASON.with(
                  c -> c.decimalForm(decimal).bytesForm(bytes).enumForm(constants).hints(false));
          Run run = new Run(ID, new BigDecimal("0.0010"), new byte[] {1, -2}, Stage.TEST);
          Run back = datason.fromJson(datason.toJson(run), Run.class);
          assertEquals(run.id, back.id);
          assertEquals(run.rate, back.rate);
          assertArrayEquals(run.data, back.data);
          assertEquals(run.stage, back.stage);
        }
      }
    }
  }

  @Test
  void keysAsPairs() {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "a");
    map.put(true, ID);
    assertEquals(map, DATASON.fromJson(DATASON.toJson(map)));
    assertEquals(
        "{\"1\":\"a\",\"true\":\"" + ID + "\"}", DATASON.with(c -> c.hints(false)).toJson(map));
  }

  @Test
  void keysAsText() {
    Datason text = DATASON.with(c -> c.keyForm(KeyForm.TEXT));
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(1, "a");
    map.put(Stage.TEST, null);
    assertEquals("{\"1\":\"a\",\"TEST\":null}", text.toJson(map));
    map.put("1", "b");
    assertEquals(
        "Two keys of the map have the same text, \"1\"; set keyForm to PAIRS at $.TEST",
        writing(text, map));
    Map<String, Object> reserved = Map.of("__datason_type__", "uuid.UUID");
    assertEquals(reserved, text.fromJson(text.toJson(reserved))); // the escape stays
    Map<Object, Object> mixed = new LinkedHashMap<>(reserved);
    mixed.put(1, 2);
    assertEquals(mixed, text.fromJson(text.toJson(mixed)));
    assertEquals(
        "A key of java.util.ImmutableCollections$ListN has no plain text; set keyForm to PAIRS at $",
        writing(text, Map.of(List.of(), 1)));
  }

  @Test
  void typedMapsReadBackTheirKeysFromText() {
    Datason text = DATASON.with(c -> c.keyForm(KeyForm.TEXT));
    Map<Double, Stage> doubles = new LinkedHashMap<>();
    doubles.put(1.5, Stage.TEST);
    doubles.put(-0.0, Stage.TRAIN);
    record Holder(Map<Double, Stage> map) {}
    assertEquals(
        "{\"map\":{\"1.5\":\"TEST\",\"-0.0\":\"TRAIN\"}}",
        text.with(c -> c.hints(false)).toJson(new Holder(doubles)));
    for (Datason datason : List.of(DATASON, text, text.with(c -> c.hints(false)))) {
      Holder back = datason.fromJson(datason.toJson(new Holder(doubles)), Holder.class);
      assertEquals(doubles, back.map);
    }
    Map<BigDecimal, Integer> decimals = Map.of(new BigDecimal("1.50"), 1);
    assertEquals(
        decimals, text.fromJson(text.toJson(decimals), new TypeRef<Map<BigDecimal, Integer>>() {}));
  }

  @Test
  void keysThatAreNoTextCanBeRefused() {
    Datason refuse = DATASON.with(c -> c.keyForm(KeyForm.REFUSE));
    String message = "The map has a key that is no text; use texts, or set another keyForm at $";
    assertEquals(message + "[0]", writing(refuse, List.of(Map.of(1, 2))));
    assertEquals(message, writing(refuse.with(c -> c.hints(false)), Map.of(1, 2)));
    assertEquals("{\"a\":1}", refuse.toJson(Map.of("a", 1)));
    Map<String, Object> reserved = Map.of("__datason_type__", "uuid.UUID");
    assertEquals(reserved, refuse.fromJson(refuse.toJson(reserved)));
  }

  private static String error(String json, Class<?> type) {
    return assertThrows(MismatchException.class, () -> DATASON.fromJson(json, type)).getMessage();
  }

  private static String writing(Datason datason, Object value) {
    return assertThrows(DatasonException.class, () -> datason.toJson(value)).getMessage();
  }
}
