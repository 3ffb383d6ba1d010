package org.datason.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An answer that says more than its value. Immutable.
 *
 * <pre>{@code
 * return Response.of(201, frame).header("Location", "/runs/7");
 * return Response.of(200, document).as(MediaType.JSON); // whatever Accept says
 * }</pre>
 */
public final class Response {

  private final int status;
  private final Object body;
  private final MediaType mediaType;
  private final Map<String, String> headers;

  private Response(int status, Object body, MediaType mediaType, Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.mediaType = mediaType;
    this.headers = headers;
  }

  /**
   * An answer.
   *
   * @param status the status code, from 200 to 599
   * @param body the value; null for an answer without a body
   * @return the answer
   */
  public static Response of(int status, Object body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599, not " + status);
    }
    return new Response(status, body, null, Map.of());
  }

  /**
   * The same with one more header, or another value of it.
   *
   * @param name its name
   * @param value its value
   * @return another answer
   */
  public Response header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return new Response(status, body, mediaType, more);
  }

  /**
   * The same in one form, whatever the client accepts.
   *
   * @param type the media type
   * @return another answer
   */
  public Response as(MediaType type) {
    return new Response(status, body, Objects.requireNonNull(type, "type"), headers);
  }

  int status() {
    return status;
  }

  Object body() {
    return body;
  }

  MediaType mediaType() {
    return mediaType;
  }

  Map<String, String> headers() {
    return headers;
  }
}
