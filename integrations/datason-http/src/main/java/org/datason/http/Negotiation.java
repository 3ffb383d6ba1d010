package org.datason.http;

import java.util.List;

/** Finds the form of a body by the headers of a request. Has no state. */
final class Negotiation {

  private Negotiation() {}

  // ---------------------------------------------------------------- answers

  /** A form that fits a range. */
  private record Candidate(MediaType offered, int quality) {}

  static BodyForm of(
      List<BodyFormat> formats,
      HttpSettings settings,
      BodyType type,
      String accept,
      String acceptEncoding) {
    List<Weighted<MediaType>> ranges;
    ContentCoding coding;
    try {
      ranges = Weighted.ranges(accept);
      coding = ContentCoding.negotiated(acceptEncoding, settings.compresses());
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(Problem.of(400, e.getMessage()), e);
    }
    if (coding == null) {
      throw new HttpProblem(
          406,
          "Expected one of the codings identity, "
              + ContentCoding.acceptable()
              + " to be accepted");
    }
    Candidate best = null;
    for (BodyFormat format : formats) {
      Candidate candidate = format.writes(type) ? candidate(format, ranges) : null;
      if (candidate != null && (best == null || candidate.quality > best.quality)) {
        best = candidate;
      }
    }
    if (best == null) {
      throw notAcceptable(formats, type);
    }
    boolean within = best.offered.parameter("codecs") != null; // compressing twice is in vain
    return new BodyForm(best.offered, within ? ContentCoding.IDENTITY : coding);
  }

  /**
   * The form by the range that names it most closely: by its subtype before by its type, and with
   * parameters that it knows before without. Of parameters the highest quality counts.
   */
  private static Candidate candidate(BodyFormat format, List<Weighted<MediaType>> ranges) {
    Candidate best = null;
    int closest = -1;
    for (Weighted<MediaType> range : ranges) {
      MediaType item = range.item();
      MediaType offered = item.includes(format.mediaType()) ? format.offered(item) : null;
      if (offered == null) {
        continue;
      }
      int close = item.subtype().equals("*") ? item.type().equals("*") ? 0 : 1 : 2;
      boolean better = close == closest && range.quality() > best.quality;
      if (close > closest || better) {
        best = new Candidate(offered, range.quality());
        closest = close;
      }
    }
    return best == null || best.quality == 0 ? null : best;
  }

  static HttpProblem notAcceptable(List<BodyFormat> formats, BodyType type) {
    List<BodyFormat> possible = formats.stream().filter(f -> f.writes(type)).toList();
    return new HttpProblem(
        406,
        "Expected one of " + DatasonHttp.listed(possible) + " to be accepted for " + type.shown());
  }

  // ---------------------------------------------------------------- what came

  static BodyForm received(List<BodyFormat> formats, String contentType, String contentEncoding) {
    MediaType type;
    try {
      type =
          contentType == null || contentType.isBlank()
              ? MediaType.JSON
              : MediaType.parse(contentType);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(Problem.of(400, "Content-Type: " + e.getMessage()), e);
    }
    ContentCoding coding = ContentCoding.of(contentEncoding == null ? "" : contentEncoding);
    if (coding == null) {
      throw new HttpProblem(
          415,
          "Expected Content-Encoding to be one of "
              + ContentCoding.acceptable()
              + " but found '"
              + contentEncoding
              + "'");
    }
    BodyFormat format = format(formats, type);
    if (format == null || format.offered(type.with("charset", "utf-8")) == null) {
      throw unsupported(formats, type, null);
    }
    TextParameters.charset(type);
    return new BodyForm(type, coding);
  }

  /** The format of a media type, or of one that says by its name that it is JSON; or null. */
  static BodyFormat format(List<BodyFormat> formats, MediaType type) {
    MediaType known = type.subtype().endsWith("+json") ? MediaType.JSON : type;
    return formats.stream().filter(f -> f.mediaType().includes(known)).findFirst().orElse(null);
  }

  /** A body of this media type, or as this type, is not read; the type is null for any. */
  static HttpProblem unsupported(List<BodyFormat> formats, MediaType found, BodyType type) {
    List<BodyFormat> possible =
        formats.stream().filter(f -> type == null || f.reads(type)).toList();
    return new HttpProblem(
        415,
        "Expected Content-Type to be one of "
            + DatasonHttp.listed(possible)
            + " but found '"
            + found
            + "'");
  }
}
