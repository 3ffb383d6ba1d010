package org.datason.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.datason.frame.Schema;

/** One of the forms that bodies have: what it can hold, and how it is written and read. */
interface BodyFormat {

  /** Its media type, without parameters. */
  MediaType mediaType();

  boolean writes(BodyType type);

  boolean reads(BodyType type);

  /**
   * The media type of an answer to a client that asks for one that this form is of.
   *
   * @return with those of the parameters that tell how the body is; null if one has a value that is
   *     not known
   */
  MediaType offered(MediaType asked);

  /**
   * Writes a value of a type that is {@linkplain #writes written}.
   *
   * @param type as {@link #offered} gave it
   */
  void write(Object value, MediaType type, HttpSettings settings, OutputStream out)
      throws IOException;

  /**
   * The columns that hold all rows of a table, where types are inferred; the body is read to its
   * end.
   *
   * @return null where the body tells them, or the rows are to be read as a whole
   */
  default Schema schema(BodyInput body, MediaType type, Charset charset, HttpSettings settings)
      throws IOException {
    return null;
  }

  /**
   * Reads a value of a type that is {@linkplain #reads read}, and closes the body; what comes bit
   * by bit is a stream, which closes it.
   *
   * @param type what the sender says it is
   */
  Object read(
      BodyInput body, MediaType type, Charset charset, BodyType target, HttpSettings settings)
      throws IOException;
}
