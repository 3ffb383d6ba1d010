package org.datason.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item of a header with its quality value, from 0 to 1000.
 *
 * @param item a media range, or the name of a content coding
 */
record Weighted<T>(T item, int quality) {

  private static final int BEST = 1000;

  /** The media ranges of {@code Accept}; all of them where there is no header. */
  static List<Weighted<MediaType>> ranges(String accept) {
    List<Weighted<MediaType>> ranges = new ArrayList<>();
    HeaderText text = new HeaderText(accept == null || accept.isBlank() ? "*/*" : accept);
    while (!text.atEnd()) {
      if (!text.take(',')) {
        MediaType range = text.mediaType();
        Map<String, String> parameters = new LinkedHashMap<>(range.parameters());
        String quality = parameters.remove("q");
        ranges.add(
            new Weighted<>(
                new MediaType(range.type(), range.subtype(), parameters), quality(quality)));
        requireEndOfItem(text);
      }
    }
    return ranges;
  }

  /** The codings of {@code Accept-Encoding}. */
  static List<Weighted<String>> codings(String acceptEncoding) {
    List<Weighted<String>> codings = new ArrayList<>();
    HeaderText text = new HeaderText(acceptEncoding);
    while (!text.atEnd()) {
      if (!text.take(',')) {
        String coding = text.token().toLowerCase(java.util.Locale.ROOT);
        codings.add(new Weighted<>(coding, quality(text.parameters().get("q"))));
        requireEndOfItem(text);
      }
    }
    return codings;
  }

  private static void requireEndOfItem(HeaderText text) {
    if (!text.atEnd() && !text.take(',')) {
      text.end();
    }
  }

  /** Thousandths: at most three digits behind the point, as RFC 9110 has it. */
  private static int quality(String text) {
    if (text == null) {
      return BEST;
    }
    if (!text.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?")) {
      throw new IllegalArgumentException(
          "Expected a quality value from 0 to 1 with up to three decimals but found '"
              + text
              + "'");
    }
    return (int) Math.round(Double.parseDouble(text) * BEST);
  }
}
