package org.datason.types;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Set;
import org.datason.json.JsonWriter;

/**
 * URLs, as their external form. Neither equals nor hashCode of a URL is called, since both ask the
 * network.
 */
final class UrlHandler extends TextHandler<URL> {

  /** For other protocols Java looks for a class by a name made from the text. */
  private static final Set<String> PROTOCOLS =
      Set.of("file", "ftp", "http", "https", "jar", "jrt", "mailto");

  UrlHandler() {
    super(URL.class, "java.net.URL");
  }

  @Override
  void check(URL value, JsonWriter out) {
    String text = text(value);
    try {
      if (parse(text).toExternalForm().equals(text)) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // refused like any other text that is not read back
    }
    throw out.unsupported("The URL " + text + " would not be read back; write it as a URI");
  }

  @Override
  String text(URL value) {
    return value.toExternalForm();
  }

  @Override
  URL parse(String text) {
    int colon = text.indexOf(':');
    String protocol = colon < 0 ? "" : text.substring(0, colon);
    if (!PROTOCOLS.contains(protocol)) {
      throw new IllegalArgumentException(
          "its protocol is none of file, ftp, http, https, jar, jrt and mailto");
    }
    try {
      return new URL(text);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("it is malformed", e);
    }
  }
}
