package org.datason.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.datason.Datason;
import org.datason.error.DatasonException;
import org.datason.error.Location;

/**
 * What went wrong with a request, as {@code application/problem+json} tells it (RFC 9457).
 * Immutable.
 *
 * <pre>{@code
 * {"title":"Bad Request","status":400,"detail":"Expected a value but found ','",
 *  "path":"$.runs[2]","offset":120,"line":3,"column":14}
 * }</pre>
 *
 * @param status the status code, from 400 to 599
 * @param title what the status means, in short
 * @param detail what was expected and what was found; null where there is nothing to say
 * @param location where in the body, or null; as a document after decompression, in UTF-8
 */
public record Problem(int status, String title, String detail, Location location) {

  private static final Datason DATASON = Datason.create().with(c -> c.hints(false));

  /**
   * Checks the status.
   *
   * @param status the status code
   * @param title what it means
   * @param detail what was expected and found, or null
   * @param location where, or null
   */
  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be from 400 to 599, not " + status);
    }
    Objects.requireNonNull(title, "title");
  }

  /**
   * A problem of a status.
   *
   * @param status the status code, from 400 to 599
   * @param detail what was expected and found, or null
   * @return the problem, with the usual title
   */
  public static Problem of(int status, String detail) {
    return new Problem(status, title(status), detail, null);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 503 -> "Service Unavailable";
      case 507 -> "Insufficient Storage";
      default -> status < 500 ? "Client Error" : "Server Error";
    };
  }

  /**
   * The members of the JSON object, those that are known.
   *
   * @return title, status, detail, path, offset, line and column, in this order
   */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("title", title);
    members.put("status", status);
    if (detail != null) {
      members.put("detail", detail);
    }
    if (location != null) {
      members.put("path", location.path());
      if (location.offset() >= 0) {
        members.put("offset", location.offset());
        members.put("line", location.line());
        members.put("column", location.column());
      }
    }
    return members;
  }

  /**
   * The body of an answer.
   *
   * @return JSON in UTF-8, of the type {@link MediaType#PROBLEM}
   */
  public byte[] toBytes() {
    return DATASON.toBytes(members());
  }

  /** The problem in the body of an answer of any kind. */
  static Problem parse(int status, byte[] body) {
    try {
      if (DATASON.fromJson(body) instanceof Map<?, ?> members) {
        String title = members.get("title") instanceof String text ? text : title(status);
        String detail = members.get("detail") instanceof String text ? text : null;
        return new Problem(status, title, detail, location(members));
      }
    } catch (DatasonException e) {
      String text = new String(body, StandardCharsets.UTF_8);
      return of(status, text.isBlank() ? null : text);
    }
    return of(status, null);
  }

  private static Location location(Map<?, ?> members) {
    return members.get("path") instanceof String path
        ? new Location(
            path, number(members, "offset"), number(members, "line"), number(members, "column"))
        : null;
  }

  private static long number(Map<?, ?> members, String name) {
    return members.get(name) instanceof Number number ? number.longValue() : -1;
  }
}
