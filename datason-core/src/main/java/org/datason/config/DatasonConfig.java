package org.datason.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a {@code Datason}: how values are written, what is accepted on reading, and the
 * limits that keep hostile input from harm. Immutable and thread-safe.
 *
 * <pre>{@code
 * DatasonConfig config = DatasonConfig.builder().sortKeys(true).indent(2).build();
 * DatasonConfig service = DatasonConfig.api().toBuilder().maxDepth(64).build();
 * }</pre>
 *
 * <p>Settings that contradict each other are refused by {@link DatasonConfigBuilder#build()}, with
 * both named.
 */
public final class DatasonConfig {

  /** The greatest number of bytes one document in memory can have: a Java array holds no more. */
  public static final long LARGEST_DOCUMENT = Integer.MAX_VALUE - 64L;

  /** Forms under which NaN does not come back as a number. */
  private static final Set<NonFiniteForm> NOT_A_NUMBER =
      Set.of(NonFiniteForm.TEXT, NonFiniteForm.NULL, NonFiniteForm.DROP);

  private static final DatasonConfig DEFAULTS = builder().build();

  private final Object[] values;

  DatasonConfig(Object[] values) {
    this.values = values;
  }

  private Object value(Setting setting) {
    return values[setting.ordinal()];
  }

  /**
   * The settings as they are where nothing is set: every value survives, the output is RFC 8259,
   * and ordinary JSON stays ordinary.
   *
   * @return the defaults
   */
  public static DatasonConfig defaults() {
    return DEFAULTS;
  }

  /**
   * Lossless and exact for experiments that are kept: hints on, {@code exactNumbers}, tensors in
   * base64, bare NaN tokens accepted on reading, {@code maxDepth} 1,000.
   *
   * @return the preset
   */
  public static DatasonConfig ml() {
    return builder()
        .exactNumbers(true)
        .tensorForm(TensorForm.BASE64)
        .acceptNonFinite(true)
        .maxDepth(1_000)
        .build();
  }

  /**
   * Plain JSON for any client, the same for the same value: no hints, sorted members, decimals as
   * numbers, keys as text, NaN and the infinities as null, ISO dates; on reading {@code maxDepth}
   * 64, {@code maxBytes} 64 Mi, repeated names refused.
   *
   * @return the preset
   */
  public static DatasonConfig api() {
    return builder()
        .hints(false)
        .sortKeys(true)
        .decimalForm(DecimalForm.NUMBER)
        .keyForm(KeyForm.TEXT)
        .nonFiniteForm(NonFiniteForm.NULL)
        .duplicateKeys(DuplicateKeys.REFUSE)
        .maxDepth(64)
        .maxBytes(64 << 20)
        .build();
  }

  /**
   * Nothing is guessed or passed over: an unknown hint, an unknown or missing member of a record or
   * bean and a repeated name are errors, nothing is coerced, and numbers keep their width.
   *
   * @return the preset
   */
  public static DatasonConfig strict() {
    return builder()
        .exactNumbers(true)
        .unknownHints(UnknownHints.REFUSE)
        .unknownMembers(UnknownMembers.REFUSE)
        .missingMembers(MissingMembers.REFUSE)
        .duplicateKeys(DuplicateKeys.REFUSE)
        .coercions(Set.of())
        .build();
  }

  /**
   * The least work for each value: no hints written or read, UUIDs and decimals in their plain
   * forms, NaN and the infinities as null.
   *
   * @return the preset
   */
  public static DatasonConfig performance() {
    return builder()
        .hints(false)
        .recognition(Recognition.OFF)
        .decimalForm(DecimalForm.NUMBER)
        .uuidForm(UuidForm.TEXT)
        .nonFiniteForm(NonFiniteForm.NULL)
        .build();
  }

  /**
   * What Python datason 2.x reads back best: hints on, NaN and the infinities as bare tokens (read
   * back as well), keys as text, tables split (which keeps their labels), and its own limits,
   * {@code maxDepth} 50 and 100,000 items and members a container.
   *
   * @return the preset
   */
  public static DatasonConfig python() {
    return builder()
        .nonFiniteForm(NonFiniteForm.BARE_TOKEN)
        .tensorForm(TensorForm.LIST)
        .acceptNonFinite(true)
        .keyForm(KeyForm.TEXT)
        .frameForm(FrameForm.SPLIT)
        .maxDepth(50)
        .maxItems(100_000)
        .maxMembers(100_000)
        .build();
  }

  /**
   * A preset by its name: {@code defaults}, {@code ml}, {@code api}, {@code strict}, {@code
   * performance} or {@code python}.
   *
   * @param name the name
   * @return the preset
   * @throws IllegalArgumentException if there is none of that name
   */
  public static DatasonConfig preset(String name) {
    return switch (name) {
      case "defaults" -> defaults();
      case "ml" -> ml();
      case "api" -> api();
      case "strict" -> strict();
      case "performance" -> performance();
      case "python" -> python();
      default ->
          throw new IllegalArgumentException(
              "There is no preset '"
                  + name
                  + "'; there are defaults, ml, api, strict, performance and python");
    };
  }

  /**
   * The settings of a file, over the defaults. Its name ends with {@code .properties} (UTF-8), or
   * with {@code .json} for one object of texts, numbers and booleans. Its names and values are
   * those of {@link DatasonConfigBuilder#set(String, String)}; a {@code preset}, wherever it
   * stands, comes before all others.
   *
   * <pre>{@code
   * {"preset": "api", "maxDepth": 100, "dateForm": "epoch-millis"}
   * }</pre>
   *
   * @param file the file
   * @return the settings
   * @throws IllegalArgumentException if it has a setting that does not exist, with the nearest one
   *     that does; or a value that a setting cannot have, or settings that contradict each other
   * @throws org.datason.error.DatasonIOException if it cannot be read
   */
  public static DatasonConfig load(Path file) {
    return builder().load(file).build();
  }

  /**
   * The settings of the surroundings. What comes later goes over what comes before:
   *
   * <ol>
   *   <li>the defaults;
   *   <li>{@code datason.properties} on the class path;
   *   <li>the environment variables of the settings' names, {@code DATASON_MAX_DEPTH} for {@code
   *       maxDepth}.
   * </ol>
   *
   * <p>A {@code preset} in one of them ({@code DATASON_PRESET}) takes the place of all that came
   * before. Nothing looks at the surroundings unless this is called.
   *
   * @return the settings
   * @throws IllegalArgumentException as {@link #load(Path)} does; a variable that begins with
   *     {@code DATASON_} is a setting
   */
  public static DatasonConfig fromEnvironment() {
    return builder().loadEnvironment().build();
  }

  /**
   * A builder that starts from the defaults.
   *
   * @return a new builder
   */
  public static DatasonConfigBuilder builder() {
    Object[] values = new Object[Setting.values().length];
    for (Setting setting : Setting.values()) {
      values[setting.ordinal()] = setting.fallback();
    }
    return new DatasonConfigBuilder(values);
  }

  /**
   * A builder that starts from these settings.
   *
   * @return a new builder
   */
  public DatasonConfigBuilder toBuilder() {
    return new DatasonConfigBuilder(values.clone());
  }

  /**
   * Whether values that JSON has no form for are written with a type hint.
   *
   * @return true by default
   */
  public boolean hints() {
    return (boolean) value(Setting.HINTS);
  }

  /**
   * Whether numbers in plain maps and lists are hinted where they would come back in another width.
   *
   * @return false by default
   */
  public boolean exactNumbers() {
    return (boolean) value(Setting.EXACT_NUMBERS);
  }

  /**
   * Spaces a level of nesting; 0 for one line without white space.
   *
   * @return 0 by default
   */
  public int indent() {
    return (int) value(Setting.INDENT);
  }

  /**
   * Whether the members of every object are written in the order of their names.
   *
   * @return false by default
   */
  public boolean sortKeys() {
    return (boolean) value(Setting.SORT_KEYS);
  }

  /**
   * Whether everything beyond ASCII is written as an escape.
   *
   * @return false by default
   */
  public boolean asciiOnly() {
    return (boolean) value(Setting.ASCII_ONLY);
  }

  /**
   * Whether the output is the canonical form of RFC 8785.
   *
   * @return false by default
   */
  public boolean canonical() {
    return (boolean) value(Setting.CANONICAL);
  }

  /**
   * Whether members whose value is null are left out.
   *
   * @return false by default
   */
  public boolean omitNulls() {
    return (boolean) value(Setting.OMIT_NULLS);
  }

  /**
   * How dates and times are written.
   *
   * @return {@link DateForm#ISO} by default
   */
  public DateForm dateForm() {
    return (DateForm) value(Setting.DATE_FORM);
  }

  /**
   * How NaN and the infinities are written.
   *
   * @return {@link NonFiniteForm#HINTED} by default
   */
  public NonFiniteForm nonFiniteForm() {
    return (NonFiniteForm) value(Setting.NON_FINITE_FORM);
  }

  /**
   * How a {@code BigDecimal} is written.
   *
   * @return {@link DecimalForm#HINTED} by default
   */
  public DecimalForm decimalForm() {
    return (DecimalForm) value(Setting.DECIMAL_FORM);
  }

  /**
   * How a {@code UUID} is written.
   *
   * @return {@link UuidForm#HINTED} by default
   */
  public UuidForm uuidForm() {
    return (UuidForm) value(Setting.UUID_FORM);
  }

  /**
   * How bytes are written.
   *
   * @return {@link BytesForm#BASE64} by default
   */
  public BytesForm bytesForm() {
    return (BytesForm) value(Setting.BYTES_FORM);
  }

  /**
   * How the elements of a tensor are written.
   *
   * @return {@link TensorForm#LIST} by default
   */
  public TensorForm tensorForm() {
    return (TensorForm) value(Setting.TENSOR_FORM);
  }

  /**
   * How an enum constant is written.
   *
   * @return {@link EnumForm#NAME} by default
   */
  public EnumForm enumForm() {
    return (EnumForm) value(Setting.ENUM_FORM);
  }

  /**
   * How a map is written whose keys are not all text.
   *
   * @return {@link KeyForm#PAIRS} by default
   */
  public KeyForm keyForm() {
    return (KeyForm) value(Setting.KEY_FORM);
  }

  /**
   * How a table is laid out.
   *
   * @return {@link FrameForm#RECORDS} by default
   */
  public FrameForm frameForm() {
    return (FrameForm) value(Setting.FRAME_FORM);
  }

  /**
   * What happens to a value that no handler writes.
   *
   * @return {@link UnknownTypes#REFUSE} by default
   */
  public UnknownTypes unknownTypes() {
    return (UnknownTypes) value(Setting.UNKNOWN_TYPES);
  }

  /**
   * What is recognised on reading, where no type is asked for.
   *
   * @return {@link Recognition#HINTS} by default
   */
  public Recognition recognition() {
    return (Recognition) value(Setting.RECOGNITION);
  }

  /**
   * What a value becomes whose hint no handler reads.
   *
   * @return {@link UnknownHints#DATA} by default
   */
  public UnknownHints unknownHints() {
    return (UnknownHints) value(Setting.UNKNOWN_HINTS);
  }

  /**
   * Whether the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity} are read anywhere.
   *
   * @return false by default
   */
  public boolean acceptNonFinite() {
    return (boolean) value(Setting.ACCEPT_NON_FINITE);
  }

  /**
   * What a number with a fraction or an exponent becomes where no type is asked for.
   *
   * @return {@link Decimals#DOUBLE} by default
   */
  public Decimals decimals() {
    return (Decimals) value(Setting.DECIMALS);
  }

  /**
   * What happens when an object names a member twice.
   *
   * @return {@link DuplicateKeys#LAST_WINS} by default
   */
  public DuplicateKeys duplicateKeys() {
    return (DuplicateKeys) value(Setting.DUPLICATE_KEYS);
  }

  /**
   * What happens to a member that a record or bean does not have.
   *
   * @return {@link UnknownMembers#IGNORE} by default
   */
  public UnknownMembers unknownMembers() {
    return (UnknownMembers) value(Setting.UNKNOWN_MEMBERS);
  }

  /**
   * What happens when a member of a record or bean is missing.
   *
   * @return {@link MissingMembers#DEFAULT} by default
   */
  public MissingMembers missingMembers() {
    return (MissingMembers) value(Setting.MISSING_MEMBERS);
  }

  /**
   * Which forms a value may have beside the one that its declared type asks for.
   *
   * @return all but {@link Coercion#ONE_TO_LIST} and {@link Coercion#EMPTY_TO_NULL} by default;
   *     unmodifiable
   */
  @SuppressWarnings("unchecked")
  public Set<Coercion> coercions() {
    return (Set<Coercion>) value(Setting.COERCIONS);
  }

  /**
   * How many arrays and objects may stand in one another, on reading and on writing.
   *
   * @return 512 by default
   */
  public int maxDepth() {
    return (int) value(Setting.MAX_DEPTH);
  }

  /**
   * The greatest size of a document in bytes, after decompression.
   *
   * @return {@link #LARGEST_DOCUMENT} by default
   */
  public long maxBytes() {
    return (long) value(Setting.MAX_BYTES);
  }

  /**
   * The greatest length of a string or member name, in bytes of its JSON text.
   *
   * @return 512 Mi by default
   */
  public int maxStringLength() {
    return (int) value(Setting.MAX_STRING_LENGTH);
  }

  /**
   * The greatest length of a number, in characters of its JSON text.
   *
   * @return 1,000 by default
   */
  public int maxNumberLength() {
    return (int) value(Setting.MAX_NUMBER_LENGTH);
  }

  /**
   * The greatest number of items in one array.
   *
   * @return 100,000,000 by default
   */
  public int maxItems() {
    return (int) value(Setting.MAX_ITEMS);
  }

  /**
   * The greatest number of members in one object.
   *
   * @return 100,000,000 by default
   */
  public int maxMembers() {
    return (int) value(Setting.MAX_MEMBERS);
  }

  /**
   * Whether objects with the same members share their keys.
   *
   * @return true by default
   */
  public boolean predictShapes() {
    return (boolean) value(Setting.PREDICT_SHAPES);
  }

  /**
   * Whether member names that come again are the same {@code String}.
   *
   * @return true by default
   */
  public boolean internNames() {
    return (boolean) value(Setting.INTERN_NAMES);
  }

  /**
   * Whether what is written into memory is gathered in the buffer of the document before it.
   *
   * @return true by default
   */
  public boolean reuseBuffers() {
    return (boolean) value(Setting.REUSE_BUFFERS);
  }

  /**
   * How many threads share the work on one large table, tensor or array of numbers.
   *
   * @return 0, as many as there are cores, by default; 1 for the calling thread alone
   */
  public int workers() {
    return (int) value(Setting.WORKERS);
  }

  /**
   * From which size on the work on one of them is shared.
   *
   * @return bytes of JSON; 1,048,576 by default
   */
  public int parallelFrom() {
    return (int) value(Setting.PARALLEL_FROM);
  }

  /**
   * All settings as text, by their names, in the order of the documentation's table: what {@link
   * DatasonConfigBuilder#set(String, String)} and a properties file take.
   *
   * @return the settings; unmodifiable
   */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (Setting setting : Setting.values()) {
      map.put(setting.key(), SettingKind.text(value(setting)));
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatasonConfig config && Arrays.equals(values, config.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** The settings that differ from the defaults. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("DatasonConfig[");
    for (Setting setting : Setting.values()) {
      if (!value(setting).equals(setting.fallback())) {
        text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ")
            .append(setting.key())
            .append('=')
            .append(SettingKind.text(value(setting)));
      }
    }
    return text.append(']').toString();
  }

  void copyTo(Object[] others) {
    System.arraycopy(values, 0, others, 0, values.length);
  }

  void check() {
    refuse(canonical() && indent() > 0, Setting.CANONICAL, Setting.INDENT);
    refuse(canonical() && asciiOnly(), Setting.CANONICAL, Setting.ASCII_ONLY);
    refuse(
        canonical() && nonFiniteForm() == NonFiniteForm.BARE_TOKEN,
        Setting.CANONICAL,
        Setting.NON_FINITE_FORM);
    refuse(exactNumbers() && !hints(), Setting.EXACT_NUMBERS, Setting.HINTS);
    refuse(
        exactNumbers() && decimalForm() != DecimalForm.HINTED,
        Setting.EXACT_NUMBERS,
        Setting.DECIMAL_FORM);
    refuse(
        exactNumbers() && NOT_A_NUMBER.contains(nonFiniteForm()),
        Setting.EXACT_NUMBERS,
        Setting.NON_FINITE_FORM);
    boolean complete = missingMembers() == MissingMembers.REFUSE;
    refuse(complete && omitNulls(), Setting.MISSING_MEMBERS, Setting.OMIT_NULLS);
    refuse(
        complete && nonFiniteForm() == NonFiniteForm.DROP,
        Setting.MISSING_MEMBERS,
        Setting.NON_FINITE_FORM);
    refuse(
        complete && unknownTypes() == UnknownTypes.SKIP,
        Setting.MISSING_MEMBERS,
        Setting.UNKNOWN_TYPES);
    refuse(
        unknownHints() == UnknownHints.REFUSE && recognition() == Recognition.OFF,
        Setting.UNKNOWN_HINTS,
        Setting.RECOGNITION);
  }

  private void refuse(boolean contradiction, Setting one, Setting other) {
    if (contradiction) {
      throw new IllegalArgumentException(
          one.key()
              + '('
              + SettingKind.text(value(one))
              + ") contradicts "
              + other.key()
              + '('
              + SettingKind.text(value(other))
              + "): drop one of them");
    }
  }
}
