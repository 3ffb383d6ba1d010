package org.datason.redaction;

/**
 * Patterns that need not be written anew. Each is matched by code of its own, in time that grows
 * with the text and no faster. What each takes for a match is said with its constant; where in
 * doubt, it is taken for one.
 */
public enum BuiltInPattern {

  /** E-mail addresses with a domain of two labels or more: {@code ada@example.org}. */
  EMAIL("email", new EmailMatcher(), Traits.AT, 0),

  /**
   * US social security numbers with separators: {@code 078-05-1120}. Numbers never given out and
   * nine digits without separators are not taken for one.
   */
  US_SSN("us-ssn", new SsnMatcher(), 0, 9),

  /**
   * Payment cards: 13 to 19 digits that begin with 2 to 6 and pass the check of Luhn, in one piece
   * or in groups, also as a whole number.
   */
  CREDIT_CARD("credit-card", new CardMatcher(), 0, 13),

  /**
   * Telephone numbers: international ones with a plus sign, and North American ones in groups,
   * {@code (212) 555-0123}.
   */
  PHONE("phone", new PhoneMatcher(), 0, 7),

  /** IPv4 addresses: {@code 192.0.2.1}. A version number of four parts is one, too. */
  IPV4("ipv4", new IpV4Matcher(), Traits.DOT, 4),

  /** IPv6 addresses in any form: {@code 2001:db8::1}, {@code ::ffff:192.0.2.1}. */
  IPV6("ipv6", new IpV6Matcher(), Traits.COLON, 0),

  /** JSON web tokens, signed or encrypted: {@code eyJhbGciOi...}. */
  JWT("jwt", new JwtMatcher(), Traits.DOT, 0),

  /**
   * Access key identifiers of Amazon Web Services, {@code AKIA...}, and words of exactly 40
   * characters of base64 with capital and small letters and digits, as secret access keys are.
   */
  AWS_KEY("aws-key", new AwsKeyMatcher(), Traits.CAPITAL, 0);

  private final String key;
  private final TextMatcher matcher;
  private final int traits;
  private final int digits;

  BuiltInPattern(String key, TextMatcher matcher, int traits, int digits) {
    this.key = key;
    this.matcher = matcher;
    this.traits = traits;
    this.digits = digits;
  }

  String key() {
    return key;
  }

  /** Finds the matches in a text, if its traits allow any. */
  void find(String text, long seen, Spans found) {
    if (Traits.allow(seen, traits, digits)) {
      matcher.find(text, found);
    }
  }
}
