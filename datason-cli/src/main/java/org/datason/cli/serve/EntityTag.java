package org.datason.cli.serve;

import java.util.Arrays;
import java.util.List;
import org.datason.http.BodyForm;
import org.datason.http.HttpProblem;
import org.datason.http.Request;

/** What tells the versions and forms of a table apart in the headers of HTTP (RFC 9110). */
final class EntityTag {

  private static final String ANY = "*";

  private EntityTag() {}

  /** The tag of a version in a form, the same in each process: {@code "18f3a-7c.5d1e"}. */
  static String of(String version, BodyForm form) {
    String told = form.mediaType() + " " + form.coding().token();
    return '"' + version + '.' + Integer.toHexString(told.hashCode()) + '"';
  }

  /** Whether a client has that form of that version already. */
  static boolean isKnown(Request request, String tag) {
    List<String> known = tags(request.header("If-None-Match"));
    return known != null
        && (known.contains(ANY) || known.stream().anyMatch(one -> strong(one).equals(tag)));
  }

  /**
   * Refuses what a client wants to be done to another version only: by {@code If-Match}, and by
   * {@code If-None-Match: *} to any.
   *
   * @param version the one that is there; null if none is
   */
  static void check(Request request, String version) {
    List<String> wanted = tags(request.header("If-Match"));
    if (wanted != null && wanted.stream().noneMatch(tag -> isOf(tag, version))) {
      throw new HttpProblem(
          412,
          version == null
              ? "Expected the table to be there but found none"
              : "Expected another version of the table but found " + version);
    }
    List<String> unwanted = tags(request.header("If-None-Match"));
    if (unwanted != null && unwanted.stream().anyMatch(tag -> isOf(strong(tag), version))) {
      throw new HttpProblem(
          412, "Expected no table, or another version of it, but found " + version);
    }
  }

  private static boolean isOf(String tag, String version) {
    return version != null
        && (tag.equals(ANY)
            || tag.equals('"' + version + '"')
            || tag.startsWith('"' + version + '.'));
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static List<String> tags(String header) {
    return header == null ? null : Arrays.stream(header.split(",")).map(String::trim).toList();
  }
}
