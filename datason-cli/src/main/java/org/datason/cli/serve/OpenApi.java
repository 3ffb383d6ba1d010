package org.datason.cli.serve;

import java.io.IOException;
import java.io.InputStream;

/** The description of the service by OpenAPI 3.1. */
final class OpenApi {

  private OpenApi() {}

  /** The document, as JSON. */
  static byte[] document() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IOException("openapi.json is not in the jar");
      }
      return in.readAllBytes();
    }
  }
}
