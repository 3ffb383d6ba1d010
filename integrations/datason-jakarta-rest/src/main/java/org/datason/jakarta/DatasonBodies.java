package org.datason.jakarta;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.datason.http.BodyForm;
import org.datason.http.ContentCoding;
import org.datason.http.DatasonHttp;

/** Writes and reads bodies. It leaves texts, bytes and the types of Jakarta REST to others. */
@Produces({
  "application/json",
  "application/vnd.apache.arrow.stream",
  "application/x-ndjson",
  "text/csv"
})
@Consumes({
  "application/json",
  "application/vnd.apache.arrow.stream",
  "application/x-ndjson",
  "text/csv"
})
final class DatasonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  private final DatasonHttp http;

  /** The request that is answered; without headers where a client writes. */
  @Context private HttpHeaders request;

  DatasonBodies(DatasonHttp http) {
    this.http = http;
  }

  private static boolean isOthers(Class<?> type) {
    return CharSequence.class.isAssignableFrom(type)
        || type == byte[].class
        || InputStream.class.isAssignableFrom(type)
        || type.getName().startsWith("jakarta.ws.rs.");
  }

  private static org.datason.http.MediaType ours(MediaType type) {
    return new org.datason.http.MediaType(type.getType(), type.getSubtype(), type.getParameters());
  }

  @Override
  public boolean isReadable(
      Class<?> raw, Type type, Annotation[] annotations, MediaType mediaType) {
    return !isOthers(raw) && http.reads(type, ours(mediaType));
  }

  @Override
  public boolean isWriteable(
      Class<?> raw, Type type, Annotation[] annotations, MediaType mediaType) {
    return !isOthers(raw) && http.writes(type instanceof Class<?> ? raw : type, ours(mediaType));
  }

  @Override
  public Object readFrom(
      Class<Object> raw,
      Type type,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    BodyForm form =
        http.received(mediaType.toString(), headers.getFirst(HttpHeaders.CONTENT_ENCODING));
    return http.read(body, form, type);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> raw,
      Type type,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    Object kind = type instanceof Class<?> ? value : type;
    BodyForm form = negotiated(kind, ours(mediaType));
    http.write(
        value,
        form,
        (as, length) -> {
          headers.putSingle(HttpHeaders.CONTENT_TYPE, as.mediaType().toString());
          headers.add(HttpHeaders.VARY, "Accept, Accept-Encoding");
          if (as.coding() != ContentCoding.IDENTITY) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, as.coding().token());
          }
          return out;
        });
  }

  /** The form of an answer: with the parameters of {@code Accept}, which the media type has not. */
  private BodyForm negotiated(Object kind, org.datason.http.MediaType mediaType) {
    String accept = header(HttpHeaders.ACCEPT);
    String acceptEncoding = header(HttpHeaders.ACCEPT_ENCODING);
    if (accept != null && mediaType.parameters().isEmpty()) {
      BodyForm asked = http.negotiate(kind, accept, acceptEncoding);
      if (asked.mediaType().essence().equals(mediaType)) {
        return asked;
      }
    }
    return http.negotiate(kind, mediaType.toString(), acceptEncoding);
  }

  private String header(String name) {
    try {
      List<String> values = request == null ? null : request.getRequestHeader(name);
      return values == null || values.isEmpty() ? null : String.join(", ", values);
    } catch (IllegalStateException e) {
      return null; // a client writes: there is no request to answer
    }
  }
}
