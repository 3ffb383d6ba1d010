package org.datason.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.Datason;

/** Whatever JSON has a form for is read back as it was, however it was written and read. */
class TreeRoundTripTest {

  private static final Datason DATASON = Datason.create();
  private static final Datason UNPREDICTED = DATASON.with(c -> c.predictShapes(false));
  private static final Datason CANONICAL = DATASON.with(c -> c.canonical(true));

  @Provide
  Arbitrary<Object> trees() {
    return Arbitraries.randomValue(Trees::any);
  }

  @Provide
  Arbitrary<Object> plainTrees() {
    return Arbitraries.randomValue(Trees::withoutHints);
  }

  @Provide
  Arbitrary<Object> canonicalTrees() {
    return Arbitraries.randomValue(Trees::canonical);
  }

  /** Writers of every layout. */
  @Provide
  Arbitrary<Datason> layouts() {
    return Arbitraries.randomValue(
        random ->
            DATASON.with(
                c ->
                    c.indent(random.nextInt(5))
                        .sortKeys(random.nextBoolean())
                        .asciiOnly(random.nextBoolean())));
  }

  @Property(tries = 500)
  void treeSurvivesEveryLayout(@ForAll("trees") Object tree, @ForAll("layouts") Datason datason) {
    byte[] json = datason.toBytes(tree);
    Object read = DATASON.fromJson(json);
    assertEquals(tree, read);
    assertEquals(tree, UNPREDICTED.fromJson(json));
    // What was read is written as it was, by its keys' order and by what it knows of its shape.
    assertArrayEquals(json, datason.toBytes(read));
    assertArrayEquals(json, datason.toBytes(UNPREDICTED.fromJson(json)));
  }

  @Property(tries = 300)
  void allOutputsGetTheSameBytes(@ForAll("trees") Object tree, @ForAll("layouts") Datason datason)
      throws IOException {
    byte[] json = datason.toBytes(tree);
    assertEquals(new String(json, StandardCharsets.UTF_8), datason.toJson(tree));
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    datason.write(tree, stream);
    assertArrayEquals(json, stream.toByteArray());
    ByteArrayOutputStream channel = new ByteArrayOutputStream();
    datason.write(tree, Channels.newChannel(channel));
    assertArrayEquals(json, channel.toByteArray());
  }

  @Property(tries = 50)
  void treeSurvivesFiles(@ForAll("trees") Object tree) throws IOException {
    Path folder = Files.createTempDirectory("trees");
    Path plain = folder.resolve("tree.json");
    Path gzip = folder.resolve("tree.json.gz");
    DATASON.write(tree, plain);
    assertArrayEquals(DATASON.toBytes(tree), Files.readAllBytes(plain));
    assertEquals(tree, DATASON.fromJson(plain));
    assertEquals(tree, DATASON.load(plain));
    DATASON.save(gzip, tree);
    assertEquals(tree, DATASON.load(gzip));
    Files.delete(plain);
    Files.delete(gzip);
    Files.delete(folder);
  }

  @Property(tries = 300)
  void treeIsReadFromEverySource(@ForAll("trees") Object tree, @ForAll("layouts") Datason datason) {
    byte[] json = datason.toBytes(tree);
    for (JsonSource source : JsonSource.values()) {
      if (source != JsonSource.FILE && !source.name().startsWith("PULLED")) {
        assertEquals(tree, source.read(DATASON, json), source::name);
      }
    }
    JsonReader in = DATASON.reader(new ByteArrayInputStream(json));
    in.skipValue();
    in.end();
  }

  @Property(tries = 500)
  void othersReadTheSame(@ForAll("plainTrees") Object tree, @ForAll("layouts") Datason datason) {
    byte[] json = datason.toBytes(tree);
    assertEquals(tree, Jackson.read(json));
    assertEquals(tree, JsonSource.PULLED.read(DATASON, json));
  }

  @Property(tries = 500)
  void treeSurvivesTheCanonicalForm(@ForAll("canonicalTrees") Object tree) {
    byte[] json = CANONICAL.toBytes(tree);
    Object read = DATASON.fromJson(json);
    assertEquals(tree, read);
    assertEquals(tree, Jackson.read(json));
    assertArrayEquals(json, CANONICAL.toBytes(read));
  }

  @Property(tries = 300)
  void asciiOnlyIsAscii(@ForAll("trees") Object tree) {
    for (byte b : DATASON.with(c -> c.asciiOnly(true)).toBytes(tree)) {
      assertEquals(0, b & 0x80);
    }
  }

  @Property(tries = 300)
  void severalDocumentsShareAStream(@ForAll("trees") Object one, @ForAll("trees") Object two) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    JsonWriter out = DATASON.writer(stream);
    out.writeValue(one);
    out.endLine();
    out.writeValue(two);
    out.endLine();
    out.writeValue(one);
    out.flush();
    JsonReader in = DATASON.reader(new ByteArrayInputStream(stream.toByteArray()));
    assertEquals(true, in.hasNext());
    assertEquals(one, in.readValue());
    assertEquals(true, in.hasNext());
    assertEquals(two, in.readValue());
    assertEquals(true, in.hasNext());
    assertEquals(one, in.readValue());
    assertEquals(false, in.hasNext());
  }
}
