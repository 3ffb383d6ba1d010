package org.datason.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * Collects settings for a {@link DatasonConfig}; not thread-safe. Each method sets one and returns
 * this builder.
 */
public final class DatasonConfigBuilder {

  private final Object[] values;

  DatasonConfigBuilder(Object[] values) {
    this.values = values;
  }

  private DatasonConfigBuilder set(Setting setting, Object value) {
    values[setting.ordinal()] = setting.check(Objects.requireNonNull(value, setting.key()));
    return this;
  }

  /**
   * Writes type hints, without which a UUID or a date is read back as text. Hints that stand in a
   * document are read by the setting {@link #recognition(Recognition)}.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder hints(boolean on) {
    return set(Setting.HINTS, on);
  }

  /**
   * Hints a number in a plain map or list wherever it would come back as another class: a {@code
   * Float}, a {@code Short}, a {@code Long} small enough for an {@code Integer}. Records, beans,
   * primitive arrays and typed targets keep the width without it.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder exactNumbers(boolean on) {
    return set(Setting.EXACT_NUMBERS, on);
  }

  /**
   * Writes each member and item on a line of its own, by so many spaces a level.
   *
   * @param spaces from 0 to 16
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder indent(int spaces) {
    return set(Setting.INDENT, spaces);
  }

  /**
   * Writes the members of every object in the order of their names (by UTF-16 code units, as RFC
   * 8785 orders them).
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder sortKeys(boolean on) {
    return set(Setting.SORT_KEYS, on);
  }

  /**
   * Writes every character beyond ASCII as a {@code \}{@code u} escape.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder asciiOnly(boolean on) {
    return set(Setting.ASCII_ONLY, on);
  }

  /**
   * Writes the canonical form of RFC 8785: sorted members, no white space, numbers as ECMAScript
   * writes them. A number that a double cannot hold exactly is refused, since the canonical form
   * has only doubles, and so is a lone surrogate.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder canonical(boolean on) {
    return set(Setting.CANONICAL, on);
  }

  /**
   * Leaves out members of maps, records and beans whose value is null, or an empty optional of a
   * declared type. Items of lists stay. A record reads back with null for what is missing, a map
   * without it. Rows of tables are such members where hints are off and the layout has rows as
   * objects; a hinted table keeps all of them.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder omitNulls(boolean on) {
    return set(Setting.OMIT_NULLS, on);
  }

  /**
   * Writes dates and times in another form than ISO 8601.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder dateForm(DateForm form) {
    return set(Setting.DATE_FORM, form);
  }

  /**
   * Writes NaN and the infinities, which JSON has no numbers for, in another form.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder nonFiniteForm(NonFiniteForm form) {
    return set(Setting.NON_FINITE_FORM, form);
  }

  /**
   * Writes a {@code BigDecimal} in another form than a hinted text.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder decimalForm(DecimalForm form) {
    return set(Setting.DECIMAL_FORM, form);
  }

  /**
   * Writes a {@code UUID} as plain text even where hints are on.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder uuidForm(UuidForm form) {
    return set(Setting.UUID_FORM, form);
  }

  /**
   * Writes a {@code byte[]} in another form than base64. All forms are read.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder bytesForm(BytesForm form) {
    return set(Setting.BYTES_FORM, form);
  }

  /**
   * Writes the elements of tensors in another form than nested lists. Both forms are read.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder tensorForm(TensorForm form) {
    return set(Setting.TENSOR_FORM, form);
  }

  /**
   * Writes enum constants in another form than their names. All forms are read.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder enumForm(EnumForm form) {
    return set(Setting.ENUM_FORM, form);
  }

  /**
   * Writes maps whose keys are not all text in another form than hinted pairs.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder keyForm(KeyForm form) {
    return set(Setting.KEY_FORM, form);
  }

  /**
   * Lays out tables in another form than records. All forms are read.
   *
   * @param form the form
   * @return this
   */
  public DatasonConfigBuilder frameForm(FrameForm form) {
    return set(Setting.FRAME_FORM, form);
  }

  /**
   * What happens to a value that no handler writes.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder unknownTypes(UnknownTypes rule) {
    return set(Setting.UNKNOWN_TYPES, rule);
  }

  /**
   * What is recognised on reading, where no type is asked for.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder recognition(Recognition rule) {
    return set(Setting.RECOGNITION, rule);
  }

  /**
   * What a value becomes whose hint no handler reads.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder unknownHints(UnknownHints rule) {
    return set(Setting.UNKNOWN_HINTS, rule);
  }

  /**
   * Reads the bare tokens {@code NaN}, {@code Infinity} and {@code -Infinity} wherever a value can
   * stand. Python's json writes them; RFC 8259 has no place for them. Inside the values of {@code
   * numpy}, {@code pandas}, {@code torch} and like hints they are read whatever this says, and
   * everywhere where {@link NonFiniteForm#BARE_TOKEN} is set.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder acceptNonFinite(boolean on) {
    return set(Setting.ACCEPT_NON_FINITE, on);
  }

  /**
   * What a number with a fraction or an exponent becomes where no type is asked for.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder decimals(Decimals rule) {
    return set(Setting.DECIMALS, rule);
  }

  /**
   * What happens when an object names a member twice.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder duplicateKeys(DuplicateKeys rule) {
    return set(Setting.DUPLICATE_KEYS, rule);
  }

  /**
   * What happens to a member that a record or bean does not have.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder unknownMembers(UnknownMembers rule) {
    return set(Setting.UNKNOWN_MEMBERS, rule);
  }

  /**
   * What happens when a member of a record or bean is missing.
   *
   * @param rule the rule
   * @return this
   */
  public DatasonConfigBuilder missingMembers(MissingMembers rule) {
    return set(Setting.MISSING_MEMBERS, rule);
  }

  /**
   * Which forms a value may have beside the one that its declared type asks for. By default all
   * that lose and hide nothing: all but {@link Coercion#ONE_TO_LIST} and {@link
   * Coercion#EMPTY_TO_NULL}.
   *
   * @param forms the coercions to make; an empty set makes none
   * @return this
   */
  public DatasonConfigBuilder coercions(Set<Coercion> forms) {
    return set(Setting.COERCIONS, forms);
  }

  /**
   * Limits how many arrays and objects may stand in one another, on reading and on writing.
   *
   * @param levels at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxDepth(int levels) {
    return set(Setting.MAX_DEPTH, levels);
  }

  /**
   * Limits the size of a document, after decompression, on reading and on writing. A document that
   * is loaded whole is limited to {@link DatasonConfig#LARGEST_DOCUMENT} in any case.
   *
   * @param bytes at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxBytes(long bytes) {
    return set(Setting.MAX_BYTES, bytes);
  }

  /**
   * Limits the length of a string or member name, in bytes of its JSON text, on reading and on
   * writing.
   *
   * @param bytes at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxStringLength(int bytes) {
    return set(Setting.MAX_STRING_LENGTH, bytes);
  }

  /**
   * Limits the length of a number, in characters of its JSON text, on reading and on writing. Long
   * numbers cost more than their length to turn into a {@code BigInteger}.
   *
   * @param characters at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxNumberLength(int characters) {
    return set(Setting.MAX_NUMBER_LENGTH, characters);
  }

  /**
   * Limits the items of one array, on reading and on writing.
   *
   * @param items at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxItems(int items) {
    return set(Setting.MAX_ITEMS, items);
  }

  /**
   * Limits the members of one object, on reading and on writing.
   *
   * @param members at least 1
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder maxMembers(int members) {
    return set(Setting.MAX_MEMBERS, members);
  }

  /**
   * An optimisation, on by default: objects are read into small array-backed maps which share their
   * keys, predicted from the objects before. Off, every object becomes a {@code LinkedHashMap}; the
   * values are the same.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder predictShapes(boolean on) {
    return set(Setting.PREDICT_SHAPES, on);
  }

  /**
   * An optimisation, on by default: member names that one document repeats are decoded once. Off,
   * each is decoded anew; the values are the same.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder internNames(boolean on) {
    return set(Setting.INTERN_NAMES, on);
  }

  /**
   * An optimisation, on by default: what {@code toBytes} writes is gathered in the buffer of the
   * document before it, of up to one megabyte, or 16 as long as memory is free, which the instance
   * keeps. Off, each document begins with a small buffer that grows.
   *
   * @param on whether to
   * @return this
   */
  public DatasonConfigBuilder reuseBuffers(boolean on) {
    return set(Setting.REUSE_BUFFERS, on);
  }

  /**
   * An optimisation: threads share the work on one table that is large enough. Values and errors
   * are the same with any number.
   *
   * @param threads how many, up to 1,024; 0, the default, for as many as there are cores; 1 for the
   *     calling thread alone
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder workers(int threads) {
    return set(Setting.WORKERS, threads);
  }

  /**
   * Says from which size on threads share the work on one table.
   *
   * @param bytes of JSON, 0 or more; 1,048,576 by default
   * @return this
   * @throws IllegalArgumentException if out of range
   */
  public DatasonConfigBuilder parallelFrom(int bytes) {
    return set(Setting.PARALLEL_FROM, bytes);
  }

  /**
   * Sets a setting by its name, from text: {@code true}, a number, or the name of a form such as
   * {@code bare-token}.
   *
   * @param name the name, as in {@link DatasonConfig#toMap}
   * @param text the value
   * @return this
   * @throws IllegalArgumentException if there is no such setting, with the nearest name; or if the
   *     text stands for none of its values
   */
  public DatasonConfigBuilder set(String name, String text) {
    Setting setting = Setting.named(name);
    return set(setting, setting.parse(text));
  }

  /**
   * Takes all settings of a preset, in place of all that was set so far.
   *
   * @param name {@code defaults}, {@code ml}, {@code api}, {@code strict}, {@code performance} or
   *     {@code python}
   * @return this
   * @throws IllegalArgumentException if there is no such preset
   */
  public DatasonConfigBuilder preset(String name) {
    DatasonConfig.preset(name).copyTo(values);
    return this;
  }

  /**
   * Takes the settings of a file, over what was set so far; see {@link DatasonConfig#load(Path)}.
   *
   * @param file the file
   * @return this
   * @throws IllegalArgumentException if it has no setting of that name, or no such value
   * @throws org.datason.error.DatasonIOException if it cannot be read
   */
  public DatasonConfigBuilder load(Path file) {
    SettingSources.file(this, file);
    return this;
  }

  /**
   * Takes the settings of the surroundings, over what was set so far; see {@link
   * DatasonConfig#fromEnvironment()}.
   *
   * @return this
   * @throws IllegalArgumentException if there is no setting of that name, or no such value
   */
  public DatasonConfigBuilder loadEnvironment() {
    SettingSources.classPath(this, Thread.currentThread().getContextClassLoader());
    SettingSources.environment(this, System.getenv());
    return this;
  }

  /**
   * The settings as they are now.
   *
   * @return the settings
   * @throws IllegalArgumentException if two of them contradict each other
   */
  public DatasonConfig build() {
    DatasonConfig config = new DatasonConfig(values.clone());
    config.check();
    return config;
  }
}
