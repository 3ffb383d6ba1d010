package org.datason.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A media type, or a range of them, as {@code Content-Type} and {@code Accept} name it (RFC 9110).
 * Immutable.
 *
 * <pre>{@code
 * MediaType.parse("text/csv; header=absent").parameter("header"); // absent
 * MediaType.JSON.with("preset", "api").toString();                // application/json;preset=api
 * }</pre>
 *
 * @param type such as {@code application}, in small letters; {@code *} for any
 * @param subtype such as {@code json}, in small letters; {@code *} for any
 * @param parameters their values by their names, which are in small letters
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

  /**
   * JSON: any value, by default with the hints that make it load as what it was. The parameter
   * {@code preset=api} asks for plain JSON, {@code preset=default} for hints.
   */
  public static final MediaType JSON = of("application", "json");

  /** JSON Lines: a value, or a row of a table, on each line. The parameter is that of JSON. */
  public static final MediaType NDJSON = of("application", "x-ndjson");

  /**
   * Arrow's streaming format: tables and tensors, each value as it was. The parameter {@code
   * codecs="zstd,lz4"} in {@code Accept} says which compressed buffers the client reads.
   */
  public static final MediaType ARROW_STREAM = of("application", "vnd.apache.arrow.stream");

  /**
   * CSV by RFC 4180: tables, without their types. The parameter {@code header} is {@code present},
   * which is the default, or {@code absent}.
   */
  public static final MediaType CSV = of("text", "csv");

  /** What went wrong, by RFC 9457: see {@link Problem}. */
  public static final MediaType PROBLEM = of("application", "problem+json");

  /**
   * Checks the parts.
   *
   * @param type such as {@code application}
   * @param subtype such as {@code json}
   * @param parameters their values by their names
   * @throws IllegalArgumentException if a name is no token of RFC 9110
   */
  public MediaType {
    HeaderText.requireToken(type);
    HeaderText.requireToken(subtype);
    parameters.keySet().forEach(HeaderText::requireToken);
    type = type.toLowerCase(Locale.ROOT);
    subtype = subtype.toLowerCase(Locale.ROOT);
    parameters = java.util.Collections.unmodifiableMap(lowerNames(parameters));
  }

  private static Map<String, String> lowerNames(Map<String, String> parameters) {
    Map<String, String> lower = new LinkedHashMap<>();
    parameters.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static MediaType of(String type, String subtype) {
    return new MediaType(type, subtype, Map.of());
  }

  /**
   * Reads a media type.
   *
   * @param text such as {@code text/csv; header=present}
   * @return the media type
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static MediaType parse(String text) {
    HeaderText header = new HeaderText(Objects.requireNonNull(text, "text"));
    MediaType type = header.mediaType();
    header.end();
    return type;
  }

  /**
   * A parameter.
   *
   * @param name its name, in small letters
   * @return its value, or null if there is none
   */
  public String parameter(String name) {
    return parameters.get(name);
  }

  /**
   * The same media type with one more parameter, or another value of it.
   *
   * @param name the parameter's name
   * @param value its value
   * @return another media type
   */
  public MediaType with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new MediaType(type, subtype, more);
  }

  /**
   * The same media type without any parameter.
   *
   * @return another media type, or this one
   */
  public MediaType essence() {
    return parameters.isEmpty() ? this : of(type, subtype);
  }

  /**
   * Whether another media type falls into this range, whatever their parameters are.
   *
   * @param other a media type
   * @return whether types and subtypes are the same, or any here
   */
  public boolean includes(MediaType other) {
    return type.equals("*")
        || type.equals(other.type) && (subtype.equals("*") || subtype.equals(other.subtype));
  }

  /** As in a header: {@code text/csv;header=absent}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type).append('/').append(subtype);
    parameters.forEach(
        (name, value) -> text.append(';').append(name).append('=').append(HeaderText.word(value)));
    return text.toString();
  }
}
