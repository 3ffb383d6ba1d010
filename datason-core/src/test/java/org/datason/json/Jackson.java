package org.datason.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Jackson as an independent oracle, strict about what it takes. */
final class Jackson {

  /** What {@link #read} gives for what is not JSON. */
  static final Object NOT_JSON = new Object();

  /** What {@link #read} gives for a lone surrogate in a name, which Jackson alone refuses. */
  static final Object UNDECIDED = new Object();

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Jackson() {}

  /**
   * Reads a document; well-formed UTF-8 is the JDK's to judge, as Jackson takes some that is not.
   */
  static Object read(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      return MAPPER.readValue(text, Object.class);
    } catch (CharacterCodingException e) {
      return NOT_JSON;
    } catch (JsonProcessingException e) {
      return e.getMessage().matches("(?s).* surrogate .*in field name.*") ? UNDECIDED : NOT_JSON;
    }
  }
}
