package org.datason.spring;

import java.util.ArrayList;
import java.util.List;
import org.datason.http.ContentCoding;
import org.datason.http.DatasonHttp;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells the converter which compression the client accepts, by the header of the answer. */
@ControllerAdvice
final class ResponseCoding implements ResponseBodyAdvice<Object> {

  private final DatasonHttp http;

  ResponseCoding(DatasonHttp http) {
    this.http = http;
  }

  @Override
  public boolean supports(
      MethodParameter type, Class<? extends HttpMessageConverter<?>> converter) {
    return converter == DatasonHttpMessageConverter.class;
  }

  @Override
  public Object beforeBodyWrite(
      Object body,
      MethodParameter type,
      MediaType mediaType,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body == null) {
      return null; // an answer without a body has no coding, and varies with nothing
    }
    List<String> accepted = request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING);
    String header = accepted.isEmpty() ? null : String.join(", ", accepted);
    ContentCoding coding = http.negotiate(Object.class, null, header).coding();
    vary(response.getHeaders());
    if (coding != ContentCoding.IDENTITY) {
      response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, coding.token());
    }
    return body;
  }

  /** Adds to what the application says that the answer varies with. */
  private static void vary(HttpHeaders headers) {
    List<String> vary = new ArrayList<>(headers.getVary());
    for (String name : List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)) {
      if (vary.stream().noneMatch(name::equalsIgnoreCase)) {
        vary.add(name);
      }
    }
    headers.setVary(vary);
  }
}
