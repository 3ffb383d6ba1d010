package org.datason.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * All settings: their names, defaults, and how they are read from text. One place, so that a file,
 * the environment, the documentation's table and the builder cannot differ.
 */
enum Setting {
  HINTS("hints", Group.WRITING, true, SettingKind.SWITCH),
  EXACT_NUMBERS("exactNumbers", Group.WRITING, false, SettingKind.SWITCH),
  INDENT("indent", Group.WRITING, 0, SettingKind.ints(0, 16)),
  SORT_KEYS("sortKeys", Group.WRITING, false, SettingKind.SWITCH),
  ASCII_ONLY("asciiOnly", Group.WRITING, false, SettingKind.SWITCH),
  CANONICAL("canonical", Group.WRITING, false, SettingKind.SWITCH),
  OMIT_NULLS("omitNulls", Group.WRITING, false, SettingKind.SWITCH),
  DATE_FORM("dateForm", Group.WRITING, DateForm.ISO, SettingKind.DATE_FORM),
  NON_FINITE_FORM(
      "nonFiniteForm",
      Group.WRITING,
      NonFiniteForm.HINTED,
      SettingKind.constants(NonFiniteForm.class)),
  DECIMAL_FORM(
      "decimalForm", Group.WRITING, DecimalForm.HINTED, SettingKind.constants(DecimalForm.class)),
  UUID_FORM("uuidForm", Group.WRITING, UuidForm.HINTED, SettingKind.constants(UuidForm.class)),
  BYTES_FORM("bytesForm", Group.WRITING, BytesForm.BASE64, SettingKind.constants(BytesForm.class)),
  TENSOR_FORM(
      "tensorForm", Group.WRITING, TensorForm.LIST, SettingKind.constants(TensorForm.class)),
  ENUM_FORM("enumForm", Group.WRITING, EnumForm.NAME, SettingKind.constants(EnumForm.class)),
  KEY_FORM("keyForm", Group.WRITING, KeyForm.PAIRS, SettingKind.constants(KeyForm.class)),
  FRAME_FORM("frameForm", Group.WRITING, FrameForm.RECORDS, SettingKind.constants(FrameForm.class)),
  UNKNOWN_TYPES(
      "unknownTypes",
      Group.WRITING,
      UnknownTypes.REFUSE,
      SettingKind.constants(UnknownTypes.class)),
  RECOGNITION(
      "recognition", Group.READING, Recognition.HINTS, SettingKind.constants(Recognition.class)),
  UNKNOWN_HINTS(
      "unknownHints", Group.READING, UnknownHints.DATA, SettingKind.constants(UnknownHints.class)),
  ACCEPT_NON_FINITE("acceptNonFinite", Group.READING, false, SettingKind.SWITCH),
  DECIMALS("decimals", Group.READING, Decimals.DOUBLE, SettingKind.constants(Decimals.class)),
  DUPLICATE_KEYS(
      "duplicateKeys",
      Group.READING,
      DuplicateKeys.LAST_WINS,
      SettingKind.constants(DuplicateKeys.class)),
  UNKNOWN_MEMBERS(
      "unknownMembers",
      Group.READING,
      UnknownMembers.IGNORE,
      SettingKind.constants(UnknownMembers.class)),
  MISSING_MEMBERS(
      "missingMembers",
      Group.READING,
      MissingMembers.DEFAULT,
      SettingKind.constants(MissingMembers.class)),
  COERCIONS(
      "coercions",
      Group.READING,
      SettingKind.set(
          EnumSet.complementOf(EnumSet.of(Coercion.ONE_TO_LIST, Coercion.EMPTY_TO_NULL))),
      SettingKind.sets(Coercion.class)),
  MAX_DEPTH("maxDepth", Group.LIMITS, 512, SettingKind.ints(1, Integer.MAX_VALUE)),
  MAX_BYTES("maxBytes", Group.LIMITS, DatasonConfig.LARGEST_DOCUMENT, SettingKind.SIZE),
  MAX_STRING_LENGTH(
      "maxStringLength", Group.LIMITS, 512 << 20, SettingKind.ints(1, Integer.MAX_VALUE)),
  MAX_NUMBER_LENGTH("maxNumberLength", Group.LIMITS, 1_000, SettingKind.ints(1, Integer.MAX_VALUE)),
  MAX_ITEMS("maxItems", Group.LIMITS, 100_000_000, SettingKind.ints(1, Integer.MAX_VALUE)),
  MAX_MEMBERS("maxMembers", Group.LIMITS, 100_000_000, SettingKind.ints(1, Integer.MAX_VALUE)),
  PREDICT_SHAPES("predictShapes", Group.OPTIMISATIONS, true, SettingKind.SWITCH),
  INTERN_NAMES("internNames", Group.OPTIMISATIONS, true, SettingKind.SWITCH),
  REUSE_BUFFERS("reuseBuffers", Group.OPTIMISATIONS, true, SettingKind.SWITCH),
  WORKERS("workers", Group.OPTIMISATIONS, 0, SettingKind.ints(0, 1024)),
  PARALLEL_FROM(
      "parallelFrom", Group.OPTIMISATIONS, 1 << 20, SettingKind.ints(0, Integer.MAX_VALUE));

  /** What a setting is about. */
  enum Group {
    WRITING,
    READING,
    LIMITS,
    OPTIMISATIONS
  }

  private final String key;
  private final Group group;
  private final Object fallback;
  private final SettingKind kind;

  Setting(String key, Group group, Object fallback, SettingKind kind) {
    this.key = key;
    this.group = group;
    this.fallback = fallback;
    this.kind = kind;
  }

  /** The name, as in the builder and in files. */
  String key() {
    return key;
  }

  Group group() {
    return group;
  }

  /** The value where nothing is set. */
  Object fallback() {
    return fallback;
  }

  /**
   * The value that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  Object parse(String text) {
    try {
      return kind.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " " + e.getMessage(), e);
    }
  }

  /**
   * The value, if it is in range.
   *
   * @throws IllegalArgumentException if it is not
   */
  Object check(Object value) {
    try {
      return kind.check(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " " + e.getMessage(), e);
    }
  }

  /**
   * The setting of a name.
   *
   * @throws IllegalArgumentException if there is none, with the nearest name
   */
  static Setting named(String name) {
    List<String> keys = new ArrayList<>();
    for (Setting setting : values()) {
      if (setting.key.equals(name)) {
        return setting;
      }
      keys.add(setting.key);
    }
    throw new IllegalArgumentException(
        "There is no setting '" + name + "'; did you mean '" + Names.nearest(name, keys) + "'?");
  }
}
