package org.datason.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.datason.Datason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each built-in pattern takes for a match, and what it leaves as it is. */
class BuiltInPatternTest {

  /** A text with the matches between « and ». */
  private static void assertMatches(BuiltInPattern pattern, String... texts) {
    for (String marked : texts) {
      String text = marked.replace("«", "").replace("»", "");
      String expected = marked.replaceAll("«[^»]*»", "#");
      assertEquals(expected, redacted(pattern, text));
      // The same at the end of words in other scripts, and of a longer text.
      assertEquals("(é " + expected + " é)", redacted(pattern, "(é " + text + " é)"));
    }
  }

  private static String redacted(BuiltInPattern pattern, String text) {
    Redaction redaction = Redaction.builder().patterns(pattern).replacement("#").build();
    Datason datason = Datason.builder().redaction(redaction).build();
    String json = datason.toJson(Map.of("text", List.of(text)));
    return (String) ((List<?>) ((Map<?, ?>) datason.fromJson(json)).get("text")).get(0);
  }

  @Test
  void email() {
    assertMatches(
        BuiltInPattern.EMAIL,
        "«ada@example.org»",
        "write to «ada.lovelace+runs@mail.example.co.uk», or «bob@example.com».",
        "<«o'neil_x@a-b.io»>;«müller@münchen.de»",
        "mailto:«a@b.cd»?subject=x",
        "x@«y@example.org»",
        "«ada@example.org»@home");
    assertMatches(
        BuiltInPattern.EMAIL,
        "no address",
        "@ada",
        "ada@",
        "user@localhost",
        "a@b.c",
        "1@2.34",
        "@example.org",
        "a@.org",
        "git@@example",
        "x @ example.org");
  }

  @Test
  void usSocialSecurityNumber() {
    assertMatches(
        BuiltInPattern.US_SSN,
        "«078-05-1120»",
        "SSN:«219 09 9999», «219.09.9998»",
        "x«123-45-6789»y",
        "«123\u201345\u20136789»");
    assertMatches(
        BuiltInPattern.US_SSN,
        "000-12-3456",
        "666-12-3456",
        "900-12-3456",
        "123-00-4567",
        "123-45-0000",
        "123456789",
        "1123-45-6789",
        "123-45-67890",
        "2024-06-15",
        "123-4-56789");
  }

  @Test
  void creditCard() {
    assertMatches(
        BuiltInPattern.CREDIT_CARD,
        "«4111111111111111»",
        "«4111 1111 1111 1111» exp 12/27",
        "card «5500-0000-0000-0004».",
        "Amex «3782 822463 10005», Diners «30569309025904»",
        "«4111 1111 1111 1111»123".replace("»123", "» 123"),
        "7 «4222222222222»",
        "x«6011111111111117»y",
        "«4111111111111111».00");
    assertMatches(
        BuiltInPattern.CREDIT_CARD,
        "4111111111111112",
        "4111 1111 1111 1112",
        "411111111111",
        "41111111111111111111",
        "1718447400123456789",
        "0000000000000000",
        "0.4111111111111111",
        "4111  1111  1111  1111",
        "7d444840-9dc0-11d1-b245-5ffdce74fad2",
        "2024-06-15 10:30:00");
  }

  @Test
  void phone() {
    assertMatches(
        BuiltInPattern.PHONE,
        "«+49 30 901820»",
        "«+1 (212) 555-0123»",
        "call «(212) 555-0123» or «212-555-0123» or «212.555.0123»",
        "«1-800-555-0199»",
        "«1 (800) 555 0199»",
        "«+442079460958»");
    assertMatches(
        BuiltInPattern.PHONE,
        "2125550123",
        "+123456",
        "+1234567890123456",
        "1e+1234567",
        "012-555-0123",
        "112-555-0123",
        "212-555-01234",
        "212-55-0123",
        "2024-06-15T10:30:00+05:30",
        "4111-1111-1111-1111",
        "0.2125550123");
  }

  @Test
  void ipV4() {
    assertMatches(
        BuiltInPattern.IPV4,
        "«192.0.2.1»",
        "http://«10.0.0.255»:8080/",
        "«0.0.0.0»/0 and «255.255.255.255».",
        "v«1.2.3.4»");
    assertMatches(
        BuiltInPattern.IPV4,
        "256.1.1.1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.1000",
        "1..2.3",
        "3.14159",
        "2024.06.15");
  }

  @Test
  void ipV6() {
    assertMatches(
        BuiltInPattern.IPV6,
        "«2001:db8::1»",
        "[«2001:0db8:85a3:0000:0000:8a2e:0370:7334»]:443",
        "host:«2001:db8::1»: unreachable",
        "«::1» «fe80::»",
        "«::ffff:192.0.2.1»",
        "«1:2:3:4:5:6:192.0.2.1»",
        "«1:2:3:4:5:6:7:8:8080»",
        "«fe80::1»%eth0",
        "node:«2001:DB8::A»");
    assertMatches(
        BuiltInPattern.IPV6,
        "::",
        "std::cout",
        "12:30:45",
        "1:2:3:4:5:6:7",
        "1::2::3",
        "12345::1",
        "ab:cd:ef:01:23:45",
        "2024-06-15T10:30:00.5+05:30",
        "aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99",
        "{a: b}");
  }

  @Test
  void jsonWebToken() {
    String token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g";
    assertMatches(
        BuiltInPattern.JWT,
        "«" + token + "»",
        "Authorization: Bearer «" + token + "»,",
        "?t=«eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.»",
        "session-«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc»",
        "a_b_«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc», c",
        "«eyJhbGciOiJSU0EtT0FFUCJ9..48V1_ALb6US04U3b.5eym8TW_c8SuK0l.XFBoMYUZodetZ»");
    assertMatches(
        BuiltInPattern.JWT,
        "eyJhbGciOiJIUzI1NiJ9",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0",
        "www.example.org",
        "org.datason.json",
        "eyJ.a.b",
        "a.eyJ.b");
  }

  @Test
  void awsKey() {
    assertMatches(
        BuiltInPattern.AWS_KEY,
        "«AKIAIOSFODNN7EXAMPLE»",
        "id=«ASIAIOSFODNN7EXAMPLE»;",
        "s3://«AKIAIOSFODNN7EXAMPLE»/bucket",
        "secret «wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY»");
    assertMatches(
        BuiltInPattern.AWS_KEY,
        "AKIA",
        "AKIAIOSFODNN7EXAMPL",
        "AKIAIOSFODNN7EXAMPLEX",
        "XKIAIOSFODNN7EXAMPLE",
        "AKIAIOSFODNN7example",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709");
  }

  /** Texts that make naive expressions slow take time that grows with their length alone. */
  @ParameterizedTest
  @EnumSource(BuiltInPattern.class)
  void longHostileTexts(BuiltInPattern pattern) {
    List<String> parts =
        List.of(
            "a", "@", "a@", "a.", "1", "1-", "1.", "12 ", "+1", "(1", ":", "::", "1:", "eyJ",
            "eyJ.", "AKIA", "A/", "4 ", "=", "+", "-");
    for (String part : parts) {
      String text = part.repeat(1_000_000 / part.length());
      Spans found = new Spans();
      found.of(new Rule("", ""));
      pattern.find(text, Traits.of(text), found);
      assertEquals(found.isEmpty(), found.merged().isEmpty());
    }
  }

  @Test
  void severalPatternsTogether() {
    Redaction redaction =
        Redaction.builder()
            .patterns(BuiltInPattern.values())
            .replacement(rule -> "<" + rule + ">")
            .build();
    Datason datason = Datason.builder().redaction(redaction).build();
    assertEquals(
        "\"<pattern:email>, <pattern:us-ssn> at <pattern:ipv4>, <pattern:phone>\"",
        datason.toJson("ada@example.org, 078-05-1120 at 192.0.2.1, +49 30 901820"));
    assertEquals(
        List.of("email", "us-ssn", "credit-card", "phone", "ipv4", "ipv6", "jwt", "aws-key"),
        List.of(BuiltInPattern.values()).stream()
            .map(BuiltInPattern::key)
            .collect(Collectors.toList()));
  }
}
