package org.datason.http;

import java.util.Objects;

/**
 * The form of a body: what its {@code Content-Type} and {@code Content-Encoding} say. Immutable.
 *
 * @param mediaType what the bytes are, with its parameters
 * @param coding how they are compressed
 */
public record BodyForm(MediaType mediaType, ContentCoding coding) {

  /**
   * Checks that both are there.
   *
   * @param mediaType what the bytes are
   * @param coding how they are compressed
   */
  public BodyForm {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(coding, "coding");
  }

  /**
   * A body that is not compressed.
   *
   * @param mediaType what the bytes are
   * @return the form
   */
  public static BodyForm of(MediaType mediaType) {
    return new BodyForm(mediaType, ContentCoding.IDENTITY);
  }
}
