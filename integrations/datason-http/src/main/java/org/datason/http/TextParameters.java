package org.datason.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** The parameters that media types of text share. Has no state. */
final class TextParameters {

  private TextParameters() {}

  /** The charset that a sender says its text is in: UTF-8 where it says nothing. */
  static Charset charset(MediaType type) {
    String name = type.parameter("charset");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new HttpProblem(Problem.of(415, "The charset '" + name + "' is not known"), e);
    }
  }

  /** Whether text in UTF-8, which is all that is written, will do. */
  static boolean takesUtf8(MediaType asked) {
    String name = asked.parameter("charset");
    return name == null || name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("utf8");
  }

  /** What is offered with one parameter as it was asked for; null if its value is none of those. */
  static MediaType offered(MediaType form, MediaType asked, String name, String... values) {
    String value = asked.parameter(name);
    if (!takesUtf8(asked) || value != null && !java.util.List.of(values).contains(value)) {
      return null;
    }
    return value == null ? form : form.with(name, value);
  }
}
