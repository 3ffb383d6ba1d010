package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.datason.Datason;
import org.datason.config.NonFiniteForm;
import org.datason.error.DatasonException;
import org.datason.error.LimitException;
import org.datason.redaction.BuiltInPattern;
import org.datason.redaction.Redaction;
import org.junit.jupiter.api.Test;

/** Many numbers at once are written and read as they are one by one, with the same errors. */
class NumberItemsTest {

  private static final Datason DATASON = Datason.create();

  private static final List<Datason> WRITERS =
      List.of(
          DATASON,
          DATASON.with(c -> c.indent(2)),
          DATASON.with(c -> c.canonical(true)),
          DATASON.with(c -> c.sortKeys(true)),
          DATASON.with(c -> c.omitNulls(true)),
          DATASON.with(c -> c.maxItems(300)),
          DATASON.with(c -> c.maxBytes(3000)),
          DATASON.with(c -> c.nonFiniteForm(NonFiniteForm.BARE_TOKEN)),
          DATASON.with(c -> c.nonFiniteForm(NonFiniteForm.NULL)),
          DATASON.with(c -> c.nonFiniteForm(NonFiniteForm.REFUSE)),
          DATASON.with(Redaction.builder().patterns(BuiltInPattern.CREDIT_CARD).build()));

  // ---------------------------------------------------------------- writing

  /** What is written, or the error. */
  private static String written(Datason datason, Consumer<JsonWriter> items) {
    StringBuilder all = new StringBuilder();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (JsonWriter out : List.of(datason.writer(stream), memory(datason))) {
      try {
        out.beginObject();
        out.writeName("items");
        out.beginArray();
        items.accept(out);
        out.endArray();
        out.writeName("next");
        out.writeInt(1);
        out.endObject();
        out.flush();
        all.append(out);
      } catch (DatasonException e) {
        all.append(e.getMessage());
      }
    }
    return all + stream.toString(StandardCharsets.UTF_8);
  }

  private static JsonWriter memory(Datason datason) {
    return new JsonWriter(datason.config(), null);
  }

  @Provide
  Arbitrary<double[]> doubles() {
    Arbitrary<Double> some =
        Arbitraries.of(0.0, -0.0, 1.0, 1e300, -5e-324, 4111111111111111.0, 0.1);
    Arbitrary<Double> odd =
        Arbitraries.of(Double.NaN, 1 / 0.0, -1 / 0.0, Double.longBitsToDouble(0x7ff8000000000001L));
    return Arbitraries.frequencyOf(
            Tuple.of(60, some), Tuple.of(60, Arbitraries.doubles()), Tuple.of(1, odd))
        .array(double[].class)
        .ofMaxSize(500);
  }

  @Property(tries = 300)
  void doublesAreWrittenAsOneByOne(@ForAll("doubles") double[] values) {
    int from = values.length / 5;
    float[] singles = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      singles[i] = (float) values[i];
    }
    for (Datason datason : WRITERS) {
      assertEquals(
          written(datason, out -> one(values, from, out::writeDouble)),
          written(datason, out -> out.writeDoubles(values, from, values.length)));
      assertEquals(
          written(
              datason,
              out -> {
                for (float value : singles) {
                  out.writeFloat(value);
                }
              }),
          written(datason, out -> out.writeFloats(singles, 0, singles.length)));
    }
  }

  private static void one(double[] values, int from, Consumer<Double> write) {
    for (int i = from; i < values.length; i++) {
      write.accept(values[i]);
    }
  }

  @Property(tries = 300)
  void integersAreWrittenAsOneByOne(@ForAll long[] values) {
    int[] narrow = Arrays.stream(values).mapToInt(v -> (int) v).toArray();
    for (Datason datason : WRITERS) {
      assertEquals(
          written(datason, out -> Arrays.stream(values).forEach(out::writeLong)),
          written(datason, out -> out.writeLongs(values, 0, values.length)));
      assertEquals(
          written(datason, out -> Arrays.stream(narrow).forEach(out::writeInt)),
          written(datason, out -> out.writeInts(narrow, 0, narrow.length)));
    }
  }

  @Test
  void manyNumbersFillBufferAfterBuffer() {
    double[] values = new Random(1).doubles(40_000, -1e9, 1e9).toArray();
    values[20_000] = Double.NaN;
    assertEquals(
        written(DATASON, out -> one(values, 0, out::writeDouble)),
        written(DATASON, out -> out.writeDoubles(values, 0, values.length)));
  }

  @Test
  void oneItemTooManyIsRefusedAtItsArray() {
    JsonWriter out = memory(DATASON.with(c -> c.maxItems(300)));
    out.beginArray();
    out.beginArray();
    out.writeLongs(new long[300], 0, 300);
    assertEquals(
        "More than maxItems = 300 items in one array; raise it if the value is meant to be so"
            + " large at $[0]",
        assertThrows(LimitException.class, () -> out.writeLongs(new long[1], 0, 1)).getMessage());
  }

  @Test
  void numbersAreRefusedWhereNoItemCanBe() {
    JsonWriter out = memory(DATASON);
    out.beginObject();
    assertEquals(
        "a name must come before a value in an object (at $); a handler must write exactly one"
            + " value",
        assertThrows(IllegalStateException.class, () -> out.writeInts(new int[2], 0, 2))
            .getMessage());
    assertEquals(
        "Range [1, 3) out of bounds for length 2",
        assertThrows(IndexOutOfBoundsException.class, () -> out.writeInts(new int[2], 1, 3))
            .getMessage());
  }

  // ---------------------------------------------------------------- reading

  /** A way to read the items of the array that was begun, one after the other or many at once. */
  private record Way(String type, Function<JsonReader, Object> one, Many many) {}

  private interface Many {
    int read(JsonReader in, Object[] to);
  }

  private static final int ROOM = 3;

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "double",
              JsonReader::readDouble,
              (in, to) -> {
                double[] room = new double[ROOM + 1];
                int n = in.readDoubles(room, 1, room.length);
                Arrays.setAll(to, i -> room[i + 1]);
                return n;
              }),
          new Way(
              "float",
              JsonReader::readFloat,
              (in, to) -> {
                float[] room = new float[ROOM];
                int n = in.readFloats(room, 0, ROOM);
                Arrays.setAll(to, i -> room[i]);
                return n;
              }),
          new Way(
              "long",
              JsonReader::readLong,
              (in, to) -> {
                long[] room = new long[ROOM];
                int n = in.readLongs(room, 0, ROOM);
                Arrays.setAll(to, i -> room[i]);
                return n;
              }),
          new Way(
              "int",
              JsonReader::readInt,
              (in, to) -> {
                int[] room = new int[ROOM];
                int n = in.readInts(room, 0, ROOM);
                Arrays.setAll(to, i -> room[i]);
                return n;
              }));

  /** The items and what follows them, or the error. */
  private static String read(JsonReader in, Way way, boolean many) {
    List<Object> items = new ArrayList<>();
    try {
      in.beginArray();
      in.readString();
      in.beginArray();
      while (in.hasNext()) {
        items.add(way.one.apply(in));
        Object[] room = new Object[ROOM];
        for (int n = ROOM; many && n == ROOM; ) {
          n = way.many.read(in, room);
          items.addAll(Arrays.asList(room).subList(0, n));
        }
      }
      in.endArray();
      in.endArray();
      in.end();
      return items.toString();
    } catch (DatasonException e) {
      return e.getMessage();
    }
  }

  @Provide
  Arbitrary<String> items() {
    Arbitrary<String> number =
        Arbitraries.oneOf(
            Arbitraries.of("0", "-0", "7", "-12345", "2147483648", "9223372036854775807", "1e3"),
            Arbitraries.integers().map(String::valueOf),
            Arbitraries.doubles().map(String::valueOf));
    Arbitrary<String> odd =
        Arbitraries.of(
            "null",
            "\"NaN\"",
            "\"5\"",
            "x",
            "01",
            "1.",
            "-",
            "-Infinity",
            "-x",
            "1e999",
            "[1]",
            "",
            "9223372036854775808",
            "1".repeat(1001));
    Arbitrary<String> comma =
        Arbitraries.frequency(
            Tuple.of(40, ","),
            Tuple.of(10, ", "),
            Tuple.of(2, ",\n  "),
            Tuple.of(2, " ,"),
            Tuple.of(1, ",,"),
            Tuple.of(1, ";"));
    Arbitrary<String> item = Arbitraries.frequencyOf(Tuple.of(30, number), Tuple.of(1, odd));
    return Combinators.combine(
            Combinators.combine(item, comma)
                .as((i, c) -> i + c)
                .list()
                .ofMaxSize(30)
                .map(list -> String.join("", list)),
            item,
            Arbitraries.frequency(
                Tuple.of(20, "]]"), Tuple.of(1, ",]]"), Tuple.of(1, "}"), Tuple.of(1, "")))
        .as((start, last, end) -> start + last + end);
  }

  @Property(tries = 500)
  void numbersAreReadAsOneByOne(@ForAll("items") String items, @ForAll Random random) {
    int before =
        random.nextInt(4) == 0 ? 10 : InputWindow.SIZE - random.nextInt(items.length() + 9);
    byte[] json = ("[\"" + "x".repeat(before) + "\",[" + items).getBytes(StandardCharsets.UTF_8);
    for (Datason datason :
        List.of(
            DATASON,
            DATASON.with(c -> c.maxItems(10).maxNumberLength(15)),
            DATASON.with(c -> c.acceptNonFinite(true)),
            DATASON.with(c -> c.nonFiniteForm(NonFiniteForm.NULL)))) {
      for (Way way : WAYS) {
        String expected =
            read(new JsonReader(datason.config(), null, json, 0, json.length), way, false);
        assertEquals(
            expected,
            read(new JsonReader(datason.config(), null, json, 0, json.length), way, true),
            way.type);
        int most = 1 + random.nextInt(2000);
        assertEquals(expected, read(datason.reader(chunks(json, most)), way, true), way.type);
      }
    }
  }

  /** A stream that gives some bytes at a time. */
  private static InputStream chunks(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, most));
      }
    };
  }

  @Test
  void manyNumbersAreReadFromWindowAfterWindow() {
    double[] values = new Random(1).doubles(40_000, -1e9, 1e9).toArray();
    byte[] json = DATASON.toBytes(values);
    double[] read = new double[values.length];
    JsonReader in =
        DATASON.reader(chunks(DATASON.with(c -> c.hints(false)).toBytes(values), 60_000));
    in.beginArray();
    int n = 0;
    int calls = 0;
    while (in.hasNext()) {
      read[n++] = in.readDouble();
      n += in.readDoubles(read, n, read.length);
      calls++;
    }
    in.endArray();
    assertArrayEquals(values, read);
    assertEquals(true, calls < values.length / 10, "most are read at once");
    assertArrayEquals(values, (double[]) DATASON.fromJson(json));
  }
}
