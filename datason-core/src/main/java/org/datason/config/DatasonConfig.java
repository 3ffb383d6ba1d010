package org.datason.config;

import java.util.Objects;

/**
 * The settings of a {@code Datason}: how values are written, what is accepted on reading, and the
 * limits that keep hostile input from harm. Immutable and thread-safe.
 *
 * <pre>{@code
 * DatasonConfig config = DatasonConfig.builder().sortKeys(true).indent(2).build();
 * }</pre>
 *
 * <p>Settings that contradict each other are refused by {@link Builder#build()}, with both named.
 */
public final class DatasonConfig {

  /** The greatest number of bytes one document in memory can have: a Java array holds no more. */
  public static final long LARGEST_DOCUMENT = Integer.MAX_VALUE - 64L;

  private static final DatasonConfig DEFAULTS = new DatasonConfig(new Builder());

  private final boolean hints;
  private final boolean exactNumbers;
  private final int indent;
  private final boolean sortKeys;
  private final boolean asciiOnly;
  private final boolean canonical;
  private final boolean acceptNonFinite;
  private final Decimals decimals;
  private final DuplicateKeys duplicateKeys;
  private final boolean predictShapes;
  private final int maxDepth;
  private final int maxStringLength;
  private final int maxNumberLength;
  private final int maxItems;
  private final long maxBytes;

  private DatasonConfig(Builder b) {
    hints = b.hints;
    exactNumbers = b.exactNumbers;
    indent = b.indent;
    sortKeys = b.sortKeys;
    asciiOnly = b.asciiOnly;
    canonical = b.canonical;
    acceptNonFinite = b.acceptNonFinite;
    decimals = b.decimals;
    duplicateKeys = b.duplicateKeys;
    predictShapes = b.predictShapes;
    maxDepth = b.maxDepth;
    maxStringLength = b.maxStringLength;
    maxNumberLength = b.maxNumberLength;
    maxItems = b.maxItems;
    maxBytes = b.maxBytes;
  }

  /**
   * The settings as they are where nothing is set.
   *
   * @return the defaults
   */
  public static DatasonConfig defaults() {
    return DEFAULTS;
  }

  /**
   * A builder that starts from the defaults.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A builder that starts from these settings.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    Builder b = new Builder();
    b.hints = hints;
    b.exactNumbers = exactNumbers;
    b.indent = indent;
    b.sortKeys = sortKeys;
    b.asciiOnly = asciiOnly;
    b.canonical = canonical;
    b.acceptNonFinite = acceptNonFinite;
    b.decimals = decimals;
    b.duplicateKeys = duplicateKeys;
    b.predictShapes = predictShapes;
    b.maxDepth = maxDepth;
    b.maxStringLength = maxStringLength;
    b.maxNumberLength = maxNumberLength;
    b.maxItems = maxItems;
    b.maxBytes = maxBytes;
    return b;
  }

  /**
   * Whether values that JSON has no form for are written with a type hint.
   *
   * @return true by default
   * @see Builder#hints(boolean)
   */
  public boolean hints() {
    return hints;
  }

  /**
   * Whether numbers in plain maps and lists are hinted where they would come back in another width.
   *
   * @return false by default
   * @see Builder#exactNumbers(boolean)
   */
  public boolean exactNumbers() {
    return exactNumbers;
  }

  /**
   * Spaces a level of nesting; 0 for one line without white space.
   *
   * @return 0 by default
   * @see Builder#indent(int)
   */
  public int indent() {
    return indent;
  }

  /**
   * Whether the members of every object are written in the order of their names.
   *
   * @return false by default
   * @see Builder#sortKeys(boolean)
   */
  public boolean sortKeys() {
    return sortKeys;
  }

  /**
   * Whether everything beyond ASCII is written as an escape.
   *
   * @return false by default
   * @see Builder#asciiOnly(boolean)
   */
  public boolean asciiOnly() {
    return asciiOnly;
  }

  /**
   * Whether the output is the canonical form of RFC 8785.
   *
   * @return false by default
   * @see Builder#canonical(boolean)
   */
  public boolean canonical() {
    return canonical;
  }

  /**
   * Whether the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity} are read anywhere.
   *
   * @return false by default
   * @see Builder#acceptNonFinite(boolean)
   */
  public boolean acceptNonFinite() {
    return acceptNonFinite;
  }

  /**
   * What a number with a fraction or an exponent becomes where no type is asked for.
   *
   * @return {@link Decimals#DOUBLE} by default
   */
  public Decimals decimals() {
    return decimals;
  }

  /**
   * What happens when an object names a member twice.
   *
   * @return {@link DuplicateKeys#LAST_WINS} by default
   */
  public DuplicateKeys duplicateKeys() {
    return duplicateKeys;
  }

  /**
   * Whether objects with the same members share their keys.
   *
   * @return true by default
   * @see Builder#predictShapes(boolean)
   */
  public boolean predictShapes() {
    return predictShapes;
  }

  /**
   * How many arrays and objects may stand in one another, on reading and on writing.
   *
   * @return 512 by default
   */
  public int maxDepth() {
    return maxDepth;
  }

  /**
   * The greatest length of a string or member name, in bytes of its JSON text.
   *
   * @return 512 Mi by default
   */
  public int maxStringLength() {
    return maxStringLength;
  }

  /**
   * The greatest length of a number, in characters of its JSON text.
   *
   * @return 1,000 by default
   */
  public int maxNumberLength() {
    return maxNumberLength;
  }

  /**
   * The greatest number of items in one array, or of members in one object.
   *
   * @return 100,000,000 by default
   */
  public int maxItems() {
    return maxItems;
  }

  /**
   * The greatest size of a document in bytes, after decompression.
   *
   * @return {@link #LARGEST_DOCUMENT} by default
   */
  public long maxBytes() {
    return maxBytes;
  }

  /** A builder of settings; not thread-safe. */
  public static final class Builder {

    private boolean hints = true;
    private boolean exactNumbers;
    private int indent;
    private boolean sortKeys;
    private boolean asciiOnly;
    private boolean canonical;
    private boolean acceptNonFinite;
    private Decimals decimals = Decimals.DOUBLE;
    private DuplicateKeys duplicateKeys = DuplicateKeys.LAST_WINS;
    private boolean predictShapes = true;
    private int maxDepth = 512;
    private int maxStringLength = 512 << 20;
    private int maxNumberLength = 1_000;
    private int maxItems = 100_000_000;
    private long maxBytes = LARGEST_DOCUMENT;

    private Builder() {}

    /**
     * Writes type hints, without which a UUID or a date is read back as text. Hints that stand in a
     * document are read whatever this says.
     *
     * @param on false for plain JSON
     * @return this
     */
    public Builder hints(boolean on) {
      hints = on;
      return this;
    }

    /**
     * Hints a number in a plain map or list wherever it would come back as another class: a {@code
     * Float}, a {@code Short}, a {@code Long} small enough for an {@code Integer}. Records, beans,
     * primitive arrays and typed targets keep the width without it.
     *
     * @param on true to hint
     * @return this
     */
    public Builder exactNumbers(boolean on) {
      exactNumbers = on;
      return this;
    }

    /**
     * Writes each member and item on a line of its own.
     *
     * @param spaces the spaces a level, 0 to 16; 0 for one line without white space
     * @return this
     * @throws IllegalArgumentException if out of range
     */
    public Builder indent(int spaces) {
      if (spaces < 0 || spaces > 16) {
        throw new IllegalArgumentException("indent must be from 0 to 16, not " + spaces);
      }
      indent = spaces;
      return this;
    }

    /**
     * Writes the members of every object in the order of their names (by UTF-16 code units, as RFC
     * 8785 orders them).
     *
     * @param on true to sort
     * @return this
     */
    public Builder sortKeys(boolean on) {
      sortKeys = on;
      return this;
    }

    /**
     * Writes every character beyond ASCII as a {@code \}{@code u} escape.
     *
     * @param on true to escape
     * @return this
     */
    public Builder asciiOnly(boolean on) {
      asciiOnly = on;
      return this;
    }

    /**
     * Writes the canonical form of RFC 8785: sorted members, no white space, numbers as ECMAScript
     * writes them. A number that a double cannot hold exactly is refused, since the canonical form
     * has only doubles, and so is a lone surrogate.
     *
     * @param on true for the canonical form
     * @return this
     */
    public Builder canonical(boolean on) {
      canonical = on;
      return this;
    }

    /**
     * Reads the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity} wherever a value
     * can stand. Python's json writes them; RFC 8259 has no place for them. Inside the values of
     * {@code numpy}, {@code pandas}, {@code torch} and like hints they are read whatever this says.
     *
     * @param on true to accept
     * @return this
     */
    public Builder acceptNonFinite(boolean on) {
      acceptNonFinite = on;
      return this;
    }

    /**
     * What a number with a fraction or an exponent becomes where no type is asked for.
     *
     * @param form the form
     * @return this
     */
    public Builder decimals(Decimals form) {
      decimals = Objects.requireNonNull(form, "decimals");
      return this;
    }

    /**
     * What happens when an object names a member twice.
     *
     * @param rule the rule
     * @return this
     */
    public Builder duplicateKeys(DuplicateKeys rule) {
      duplicateKeys = Objects.requireNonNull(rule, "duplicateKeys");
      return this;
    }

    /**
     * An optimisation, on by default: objects are read into small array-backed maps which share
     * their keys, predicted from the objects before. Off, every object becomes a {@code
     * LinkedHashMap}; the values are the same.
     *
     * @param on false to turn it off
     * @return this
     */
    public Builder predictShapes(boolean on) {
      predictShapes = on;
      return this;
    }

    /**
     * Limits how many arrays and objects may stand in one another.
     *
     * @param levels at least 1
     * @return this
     * @throws IllegalArgumentException if below 1
     */
    public Builder maxDepth(int levels) {
      maxDepth = (int) positive("maxDepth", levels);
      return this;
    }

    /**
     * Limits the length of a string or member name.
     *
     * @param bytes the bytes of its JSON text, at least 1
     * @return this
     * @throws IllegalArgumentException if below 1
     */
    public Builder maxStringLength(int bytes) {
      maxStringLength = (int) positive("maxStringLength", bytes);
      return this;
    }

    /**
     * Limits the length of a number. Long numbers cost more than their length to turn into a {@code
     * BigInteger}.
     *
     * @param characters the characters of its JSON text, at least 1
     * @return this
     * @throws IllegalArgumentException if below 1
     */
    public Builder maxNumberLength(int characters) {
      maxNumberLength = (int) positive("maxNumberLength", characters);
      return this;
    }

    /**
     * Limits the items of one array and the members of one object.
     *
     * @param items at least 1
     * @return this
     * @throws IllegalArgumentException if below 1
     */
    public Builder maxItems(int items) {
      maxItems = (int) positive("maxItems", items);
      return this;
    }

    /**
     * Limits the size of a document, after decompression.
     *
     * @param bytes at least 1; a document that is loaded whole is limited to {@link
     *     #LARGEST_DOCUMENT} in any case
     * @return this
     * @throws IllegalArgumentException if below 1
     */
    public Builder maxBytes(long bytes) {
      maxBytes = positive("maxBytes", bytes);
      return this;
    }

    /**
     * The settings as they are now.
     *
     * @return the settings
     * @throws IllegalArgumentException if two of them contradict each other
     */
    public DatasonConfig build() {
      if (canonical && indent > 0) {
        throw contradiction("canonical(true)", "indent(" + indent + ")");
      }
      if (canonical && asciiOnly) {
        throw contradiction("canonical(true)", "asciiOnly(true)");
      }
      if (exactNumbers && !hints) {
        throw contradiction("exactNumbers(true)", "hints(false)");
      }
      return new DatasonConfig(this);
    }

    private static IllegalArgumentException contradiction(String one, String other) {
      return new IllegalArgumentException(one + " contradicts " + other + ": drop one of them");
    }

    private static long positive(String setting, long value) {
      if (value < 1) {
        throw new IllegalArgumentException(setting + " must be at least 1, not " + value);
      }
      return value;
    }
  }
}
