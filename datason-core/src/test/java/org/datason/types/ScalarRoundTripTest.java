package org.datason.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.datason.FileNames;
import org.junit.jupiter.api.Test;

class ScalarRoundTripTest {

  @Property
  void integers(@ForAll byte b, @ForAll short s, @ForAll int i, @ForAll long l) {
    for (Number value : new Number[] {b, s, i, l, (long) i}) {
      RoundTrip.checkHinted(RoundTrip.EXACT, value);
      RoundTrip.checkPlain(value);
    }
    RoundTrip.checkHinted(RoundTrip.DATASON, i);
  }

  @Property
  void bigIntegers(@ForAll BigInteger value) {
    RoundTrip.checkHinted(RoundTrip.EXACT, value);
    RoundTrip.checkHinted(RoundTrip.EXACT, value.shiftLeft(70));
    RoundTrip.checkPlain(value);
  }

  @Property
  void doubles(@ForAll long bits) {
    RoundTrip.check(Double.longBitsToDouble(bits));
    RoundTrip.check(Double.longBitsToDouble(bits | 0x7FF0000000000000L));
  }

  @Property
  void floats(@ForAll int bits) {
    RoundTrip.checkHinted(RoundTrip.EXACT, Float.intBitsToFloat(bits));
    RoundTrip.check(Float.intBitsToFloat(bits | 0x7F800000));
    RoundTrip.checkPlain(Float.intBitsToFloat(bits));
  }

  @Property
  void bigDecimals(@ForAll BigInteger digits, @ForAll int scale) {
    RoundTrip.checkHinted(RoundTrip.DATASON, new BigDecimal(digits, scale % 4000));
    RoundTrip.checkPlain(new BigDecimal(digits, scale % 4000));
  }

  @Test
  void decimalsWithScalesOfAnySize() {
    RoundTrip.check(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE));
    RoundTrip.check(new BigDecimal(BigInteger.ONE.negate(), Integer.MIN_VALUE + 1));
    RoundTrip.check(new BigDecimal(BigInteger.ZERO, -30));
    RoundTrip.check(new BigDecimal("0.000"));
  }

  @Property
  void complexNumbers(@ForAll long re, @ForAll long im) {
    RoundTrip.check(new Complex(Double.longBitsToDouble(re), Double.longBitsToDouble(im)));
    long nan = 0x7FF0000000000000L;
    RoundTrip.check(new Complex(Double.longBitsToDouble(re | nan), -0.0));
  }

  @Property
  void uuids(@ForAll long high, @ForAll long low) {
    UUID value = new UUID(high, low);
    RoundTrip.check(value);
    assertEquals('"' + value.toString() + '"', RoundTrip.PLAIN.toJson(value));
  }

  @Property
  void characters(@ForAll char value, @ForAll char[] text) {
    RoundTrip.check(value);
    RoundTrip.check(text);
  }

  @Property
  void bytes(@ForAll byte[] bytes) {
    RoundTrip.check(bytes);
    RoundTrip.checkHinted(RoundTrip.DATASON, ByteBuffer.wrap(bytes));
    RoundTrip.check(BitSet.valueOf(bytes));
  }

  @Test
  void bufferKindsThatAreNotHeapBuffers() {
    ByteBuffer direct = ByteBuffer.allocateDirect(8).order(ByteOrder.LITTLE_ENDIAN);
    direct.putLong(0, 0x0102030405060708L).position(2).limit(7);
    RoundTrip.checkHinted(RoundTrip.DATASON, direct);
    RoundTrip.checkHinted(RoundTrip.DATASON, direct.asReadOnlyBuffer());
    assertEquals(2, direct.position());
    ByteBuffer slice = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}).position(1).slice().limit(3);
    RoundTrip.checkHinted(RoundTrip.DATASON, slice);
    assertEquals(slice, RoundTrip.DATASON.fromJson("\"AgME\"", ByteBuffer.class));
  }

  @Property
  void uris(@ForAll("names") String name) {
    RoundTrip.check(URI.create("https://example.org/" + name + "?q=" + name + "#" + name));
  }

  @Property
  void paths(@ForAll("names") String text) {
    String name = FileNames.possible(text);
    RoundTrip.checkHinted(RoundTrip.DATASON, Path.of("/data", name, "b c.json"));
    RoundTrip.checkHinted(RoundTrip.DATASON, Path.of(name));
    RoundTrip.checkHinted(RoundTrip.DATASON, Path.of(""));
  }

  @Test
  void urls() throws Exception {
    for (String text :
        new String[] {
          "http://no-such-host.invalid:8080/a b?q#r",
          "https://user@no-such-host.invalid/",
          "file:/tmp/x",
          "jar:file:/x.jar!/y",
          "mailto:a@b.c"
        }) {
      RoundTrip.check(new URL(text));
    }
  }

  @Test
  void everyLocaleOfJava() {
    for (Locale locale : Locale.getAvailableLocales()) {
      RoundTrip.check(locale);
    }
    RoundTrip.check(Locale.ROOT);
    RoundTrip.check(new Locale("no", "NO", "NY"));
    RoundTrip.check(new Locale("x!", "Y", "z_z"));
    RoundTrip.check(Locale.forLanguageTag("de-DE-u-co-phonebk-x-private"));
  }

  @Test
  void everyCurrency() {
    Currency.getAvailableCurrencies().forEach(RoundTrip::check);
  }

  @Property
  void patterns(@ForAll("flags") int flags) {
    RoundTrip.check(Pattern.compile("(?i)[a-z]+\\s\"é", flags));
    RoundTrip.check(Pattern.compile("a", flags));
  }

  @Provide
  Arbitrary<Integer> flags() {
    return Arbitraries.integers().between(0, 0x1FF);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars("aZ09._-~é日")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(name -> !name.chars().allMatch(c -> c == '.'));
  }
}
